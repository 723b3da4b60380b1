"""What checks measure: said in the words of their rules, found or not; statistics that stand beside records."""

from decimal import Decimal

import pytest

from fairaudit.engine.contract.report import Audience, Confidence, Outcome
from fairaudit.engine.corroboration import _ABOUT_SCORES
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.engine.statistics import CASE, LOCKED, RULES, audited, measured_rules, statistic, verdict


def test_a_measurement_is_said_whether_or_not_anything_is_found():
    (case,) = audited(CASE, measured_rules()).cases
    assert [(one.rule, one.kind, one.said) for one in case.measures] == [
        ("local/spread-of-scores", "counted", "2 scores were looked at; the widest gap is 2.5.")
    ]
    table = case.measures[0].tables[0]
    assert (table.name, table.columns, table.rows, table.lot) == (
        "spread",
        ("evaluator", "score"),
        (("evaluator 1", "1.5"), ("evaluator 2", "4")),
        "",
    )


def test_evaluators_have_numbers_unless_names_are_asked_for():
    (case,) = audited(CASE, measured_rules(), names=True).cases
    assert case.measures[0].tables[0].rows == (("Ada Alder", "1.5"), ("e2", "4"))


def test_a_sentence_that_names_what_was_not_measured_breaks_its_rule():
    (case,) = audited(CASE, measured_rules(said="{nonsense} here")).cases
    assert (verdict(case, "spread-of-scores").outcome, case.measures) == (Outcome.ERROR, ())
    assert "'nonsense'" in (verdict(case, "spread-of-scores").reason or "")


def test_a_kind_without_a_sentence_breaks_its_rule():
    (case,) = audited(CASE, measured_rules(kind="weighed")).cases
    assert verdict(case, "spread-of-scores").reason == (
        "the check spread failed: LookupError: the rule has no sentence under `measured.counted`"
    )


def test_what_was_measured_is_redacted_in_its_cells_and_in_what_was_filled_in():
    (case,) = audited(CASE, measured_rules(), names=True, redact=True).cases
    assert "Ada" not in repr(case.measures)
    assert case.measures[0].said == "2 scores were looked at; the widest gap is 2.5."


def test_a_statistic_alone_is_for_review_and_shows_no_line_of_the_record():
    (case,) = audited(CASE, statistic()).cases
    found = verdict(case, "spread-of-scores")
    assert (found.outcome, [one.excerpt for one in found.findings]) == (Outcome.REVIEW, [None])


def test_a_statistic_beside_a_record_that_is_wrong_is_flagged_and_says_by_which():
    (case,) = audited(CASE.replace("score: 4}", "score: 9}"), (*statistic(), *RULES)).cases
    found = verdict(case, "spread-of-scores")
    assert (found.outcome, found.findings[0].confidence) == (Outcome.FLAGGED, Confidence.LIKELY)
    assert [(one.path, one.label) for one in found.findings[0].related][-1] == (
        "evaluation.individual[1].score",
        "about the same score core/score-off-its-scale is flagged, so this statistic does not stand alone",
    )


def test_a_record_about_other_scores_corroborates_nothing():
    wrong = CASE.replace("score: 4}]", "score: 4}, {evaluator: e1, bid: B2, criterion: Q, score: 9}]")
    (case,) = audited(wrong, (*statistic(), *RULES)).cases
    assert verdict(case, "score-off-its-scale").outcome is Outcome.FLAGGED
    assert verdict(case, "spread-of-scores").outcome is Outcome.REVIEW


UNPUBLISHED = tuple(
    one for pack in shipped_packs() for one in pack.rules if one.name == "core/undisclosed-criterion-applied"
)


@pytest.mark.parametrize(("criterion", "outcome"), [("Punctuality", Outcome.FLAGGED), ("Final score", Outcome.REVIEW)])
def test_a_record_that_is_only_asked_about_corroborates_nothing(criterion, outcome):
    scored = CASE.replace("award_criteria: [{", "award_criteria: [{type: quality, ").replace(
        "score: 4}]", f"score: 4}}, {{evaluator: e1, bid: B1, criterion: {criterion}, score: 3}}]"
    )
    (case,) = audited(scored, (*statistic(), *UNPUBLISHED)).cases
    assert verdict(case, "undisclosed-criterion-applied").outcome is outcome
    assert verdict(case, "spread-of-scores").outcome is outcome


WITH_OBSERVER = CASE.replace(
    "name: Ada Alder}", "name: Ada Alder}, {id: e9, name: Ivo Brandt, roles: [{role: observer}]}"
)
CHANGED = "  changes: [{{bid: B1, criterion: Q, {}, to: {}, by: e9, reason: As asked}}]\n"
OUTSIDER = tuple(
    one for pack in shipped_packs() for one in pack.rules if one.name == "core/score-changed-by-an-outsider"
)


def test_what_is_wrong_with_a_change_stands_beside_the_score_that_it_made():
    (case,) = audited(
        WITH_OBSERVER + CHANGED.format("evaluator: Ada Alder, from: 3", "1.5"), (*statistic(), *OUTSIDER)
    ).cases
    assert verdict(case, "score-changed-by-an-outsider").outcome is Outcome.FLAGGED
    found = verdict(case, "spread-of-scores")
    assert (found.outcome, found.findings[0].related[-1].path) == (Outcome.FLAGGED, "evaluation.changes[0].by")


@pytest.mark.parametrize(
    ("what", "to"),
    [
        ("evaluator: e1, from: 3", 2),  # The record holds another figure.
        ("evaluator: e2, from: 3", "1.5"),  # Somebody else's.
        ("evaluator: e1, stage: consensus, from: 3", "1.5"),  # The panel's.
        ("from: 3", "1.5"),
    ],
)
def test_a_change_of_another_score_stands_beside_nothing(what, to):
    (case,) = audited(WITH_OBSERVER + CHANGED.format(what, to), (*statistic(), *OUTSIDER)).cases
    assert verdict(case, "score-changed-by-an-outsider").outcome is Outcome.FLAGGED
    assert verdict(case, "spread-of-scores").outcome is Outcome.REVIEW


def test_a_question_stands_beside_no_statistic():
    (asking,) = [
        one for pack in shipped_packs() for one in pack.rules if one.id == "own-score-changed-by-another-member"
    ]
    assert asking.name not in _ABOUT_SCORES
    assert {one.outcome for one in asking.examples if one.finds} == {"review"}


def test_what_if_is_not_answered_before_the_scores_are_locked_but_for_the_auditor():
    early = audited(CASE, measured_rules(applies="scenario"), scenario=True)
    (said,) = [one for one in early.cases[0].verdicts if one.pack == "local"]
    assert (said.outcome, said.missing, early.cases[0].measures) == (Outcome.NOT_ASSESSED, ("evaluation.locked",), ())
    for settings in ({"case": LOCKED}, {"audience": Audience.AUDITOR}):
        text = settings.pop("case", CASE)
        (case,) = audited(text, measured_rules(applies="scenario"), scenario=True, **settings).cases
        assert [one.kind for one in case.measures] == ["counted"]
    (case,) = audited(LOCKED, measured_rules(applies="scenario")).cases
    assert [one for one in case.verdicts if one.pack == "local"] == []


@pytest.mark.parametrize(
    ("award", "begins"),
    [
        ("{id: A, bid: B1, status: active}", "after an award too"),
        ("{id: A, bid: B1, status: pending}", "before the scores are locked"),
    ],
)
def test_what_if_is_put_off_in_words_that_fit_whether_something_is_awarded(award, begins):
    (case,) = audited(f"{CASE}\nawards: [{award}]\n", measured_rules(applies="scenario"), scenario=True).cases
    (said,) = [one for one in case.verdicts if one.pack == "local"]
    assert (said.reason or "").startswith(begins)


@pytest.mark.parametrize("audience", [Audience.OFFICER, Audience.BIDDER])
@pytest.mark.parametrize("text", [CASE, LOCKED.replace("locked: true", "locked: false")])
def test_nobody_but_the_auditor_is_told_what_would_be_while_scores_may_change(text, audience):
    once_locked = tuple(one._replace(once_locked=True) for one in measured_rules())
    for rules in (measured_rules(applies="scenario"), once_locked):
        (case,) = audited(text, rules, scenario=True, audience=audience).cases
        (said,) = [one for one in case.verdicts if one.pack == "local"]
        assert (said.outcome, said.findings, case.measures) == (Outcome.NOT_ASSESSED, (), ())


def test_a_rule_that_says_which_score_to_change_waits_for_the_lock_as_well():
    rules = tuple(one._replace(once_locked=True) for one in measured_rules())
    (early,) = audited(CASE, rules).cases
    said = verdict(early, "spread-of-scores")
    assert (said.outcome, said.missing, early.measures) == (Outcome.NOT_ASSESSED, ("evaluation.locked",), ())
    for settings in ({"text": LOCKED}, {"text": CASE, "audience": Audience.AUDITOR}):
        (case,) = audited(settings.pop("text"), rules, **settings).cases
        assert [one.kind for one in case.measures] == ["counted"]


@pytest.mark.parametrize(
    ("award", "told"),
    [
        ("{bid: B1}", True),
        ("{bid: B1, date: 2026-02-27}", True),
        ("{bid: B1, status: pending}", False),
        ("{bid: B1, date: 2999-01-01}", False),
        ("{bid: B1, status: cancelled}", False),
    ],
)
def test_who_leads_waits_for_an_award_that_stands(award, told):
    rules = tuple(one._replace(once_locked=True) for one in measured_rules())
    (case,) = audited(f"{CASE}\nawards: [{award}]\n", rules).cases
    assert [one.kind for one in case.measures] == (["counted"] if told else [])


def test_nobody_is_invited_to_say_that_scores_are_locked_while_they_are_not():
    rules = tuple(one._replace(once_locked=True) for one in measured_rules())
    (early,) = audited(LOCKED.replace("locked: true", "locked: false"), rules).cases
    assert verdict(early, "spread-of-scores").missing == (
        "evaluation.locked (true, but only once no score can change any more)",
    )


def test_what_would_change_the_winner_waits_for_the_lock():
    waiting = {one.name for pack in shipped_packs() for one in pack.rules if one.once_locked}
    assert waiting == {
        "evaluation/contest-as-recorded",
        "evaluation/departs-and-decides",
        "evaluation/excluded-bid-decides",
        "evaluation/lead-of-one-figure",
        "evaluation/minimum-missed-by-one-step",
        "evaluation/moderation-changes-who-leads",
        "evaluation/score-outside-its-members-decides",
        "evaluation/severity-of-evaluators",
    }


@pytest.mark.parametrize("text", ["tender: {title: X}\n", CASE])
def test_a_pack_about_evaluations_is_asked_of_cases_that_have_one(text):
    (case,) = audited(text, measured_rules(applies="evaluation")).cases
    assert ("local" in case.packs) == (text is CASE)


def test_a_row_of_another_width_breaks_its_rule():
    rules = measured_rules()
    short = rules[0].check._replace(run=_short)
    (case,) = audited(CASE, (rules[0]._replace(check=short),)).cases
    assert verdict(case, "spread-of-scores").reason == (
        "the check spread failed: ValueError: a row of the table odd has not its 2 columns"
    )


def _short(node, case):
    from fairaudit.checks.base import Tabled
    from fairaudit.checks.measurement import Measurement, Table
    from tests.engine.statistics import Spread

    facts = Spread(1, Decimal(0))
    yield Tabled(node, Measurement("counted", facts, (Table("odd", ("a", "b"), (("only",),)),)))


def test_an_evaluator_has_one_number_under_id_and_name():
    twice = CASE.replace("evaluator: e1,", "evaluator: Ada Alder,")
    (case,) = audited(twice, measured_rules()).cases
    assert case.measures[0].tables[0].rows == (("evaluator 1", "1.5"), ("evaluator 2", "4"))


def test_a_large_figure_has_its_thousands_set_apart_in_what_is_said():
    wide = CASE.replace("score: 1.5", "score: -12000.5")
    (case,) = audited(wide, measured_rules()).cases
    assert case.measures[0].said == "2 scores were looked at; the widest gap is 12,004.5."
    assert case.measures[0].tables[0].rows[0] == ("evaluator 1", "-12000.5")


def test_when_a_score_was_written_does_not_stand_beside_a_statistic():
    early = CASE.replace("score: 4}", "score: 4, at: 2026-01-02T09:00}").replace(
        "evaluation:\n", "evaluation:\n  opened: {quality: 2026-01-05T12:00}\n"
    )
    timed = tuple(
        rule
        for pack in shipped_packs()
        if pack.name == "core"
        for rule in pack.rules
        if rule.id == "scored-before-opening"
    )
    (case,) = audited(early, (*statistic(), *timed)).cases
    assert verdict(case, "scored-before-opening").outcome is Outcome.FLAGGED
    assert verdict(case, "spread-of-scores").outcome is Outcome.REVIEW


def test_the_rules_that_stand_beside_statistics_are_there_and_read_records():
    known = {f"{pack.name}/{rule.id}": rule for pack in shipped_packs() for rule in pack.rules}
    assert all(known[name].basis in ("record", "statute") for name in _ABOUT_SCORES)
