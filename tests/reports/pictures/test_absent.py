"""What the report says of the pictures that it does not draw, although there is an evaluation."""

from dataclasses import replace

from fairaudit.engine.contract.measures import Measure, MeasureTable
from fairaudit.engine.contract.report import NotInForce, Outcome, Unlooked
from fairaudit.reports import html
from fairaudit.reports.pictures.absent import not_drawn
from fairaudit.reports.pictures.album import drawn
from tests.reports.pictures import sample
from tests.reports.sample import verdict
from tests.reports.variants import clinic

RULES = {
    "raw-scores": "what-each-evaluator-gave", "residuals": "evaluator-departs-for-one-bid",
    "moves": "moderation-changes-who-leads", "score-and-price": "contest-as-recorded", "bid-strip": "low-prices-marked",
}  # fmt: skip


def case_of(evaluators, tables, *, verdicts=(), off=(), lots=("",)):
    """A case with these tables, each measured by its own rule."""
    measures = tuple(
        Measure(f"evaluation/{RULES[one.name]}", "X", "x", "Measured.", (MeasureTable(one.name, one.columns, one.rows, one.lot),))
        for lot in lots
        for one in sample.evaluation(evaluators, 3, 2, lot=lot)[0].tables
        if one.name in tables or (one.name, lot) in tables
    )  # fmt: skip
    return replace(clinic().cases[0], measures=measures, verdicts=tuple(verdicts), not_in_force=tuple(off))


def said(case):
    return list(not_drawn(case, drawn(case.measures)))


def lacking(rule, *unlooked, outcome=Outcome.NOT_ASSESSED):
    """A verdict that lacked something, as the engine says it: the reason is the first of all."""
    return verdict(
        rule=rule, pack="evaluation", outcome=outcome, reason=unlooked[0][1], findings=(),
        unassessed=tuple(Unlooked(*one) for one in unlooked),
    )  # fmt: skip


ALL = tuple(RULES)
SCENARIOS = "Not drawn: other weights and ranks over the scenarios — drawn with --scenario alone."


def test_with_everything_there_only_the_scenarios_are_missing():
    assert said(case_of(3, ALL)) == [SCENARIOS]


def test_one_evaluator_has_no_residuals():
    case = case_of(1, [one for one in ALL if one != "residuals"], verdicts=[
        lacking("evaluator-departs-for-one-bid", ("evaluation", "too small to be tested")),
    ])  # fmt: skip
    assert said(case) == ["Not drawn: residuals — one evaluator only.", SCENARIOS]


def test_the_reason_of_the_rule_is_told_and_a_cell_that_was_left_out_is_none():
    case = case_of(3, ["score-and-price", "raw-scores"], verdicts=[
        lacking("evaluator-departs-for-one-bid", ("evaluation.individual[2]", "one score is off"), ("evaluation", "too small")),
        lacking("moderation-changes-who-leads", ("evaluation", "evaluation.consensus is not given")),
        lacking("low-prices-marked", ("bids[0].value", "the price of B1 is not given")),
    ])  # fmt: skip
    assert said(case) == [
        "Not drawn: residuals — too small.",
        "Not drawn: slopes to the panel's scores — evaluation.consensus is not given.",
        SCENARIOS,
        "Not drawn: prices of the bids — the price of B1 is not given.",
    ]


def test_pictures_with_one_reason_share_a_line():
    gone = "evaluation.individual is not given"
    case = case_of(3, ["score-and-price", "bid-strip"], verdicts=[
        lacking(RULES[one], ("evaluation", gone)) for one in ("raw-scores", "residuals", "moves")
    ])  # fmt: skip
    assert (
        said(case)[0]
        == f"Not drawn: scores by criterion and bidder, residuals and slopes to the panel's scores — {gone}."
    )


def test_what_a_rule_measured_in_words_alone_is_the_reason():
    case = case_of(3, ALL, verdicts=[verdict(rule="first-by-other-weights", pack="what-if", findings=())])
    words = Measure("what-if/first-by-other-weights", "X", "x", "No weights can be varied.", ())
    lines = said(replace(case, measures=(*case.measures, words)))
    assert lines[0] == "Not drawn: other weights — “No weights can be varied”."


def test_a_rule_that_was_turned_off_is_named():
    case = case_of(3, ALL[:-1], off=[NotInForce("evaluation/low-prices-marked", "by the settings")])
    assert said(case)[-1] == "Not drawn: prices of the bids — the rule evaluation/low-prices-marked is turned off."


def test_a_lot_without_a_picture_that_others_have_is_named():
    tables = [(one, "1") for one in ALL] + [(one, "2") for one in ALL if one != "moves"]
    lines = said(case_of(3, tables, lots=("1", "2")))
    rule = "evaluation/moderation-changes-who-leads"
    assert lines == [
        f"Not drawn: slopes to the panel's scores (lot 2) — the rule {rule} measured no numbers to draw there.", SCENARIOS,
    ]  # fmt: skip


def test_without_an_evaluation_nothing_is_missed():
    assert said(case_of(3, ["bid-strip"])) == []
    assert said(case_of(3, [])) == []


def test_the_page_says_it_below_the_pictures():
    case = case_of(1, [one for one in ALL if one != "residuals"])
    text = html.render(replace(clinic(), cases=(case,)))
    line = "<li>Not drawn: residuals — one evaluator only.</li>"
    assert text.rindex("</figure>") < text.index(line)
    assert text.index('-pictures">Pictures<') < text.index(line)
