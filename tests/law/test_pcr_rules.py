"""What rules of the Public Contracts Regulations 2015 and of the Directive say of cases that their examples do not show."""

import pytest

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.conftest import case_of

RULES = {rule.id: rule for pack in shipped_packs() if pack.name in ("uk-pcr2015", "eu-2014-24") for rule in pack.rules}
COVERED = "buyer: {name: Northvale Council, kind: local authority, country: GB-ENG}, regime: {above_threshold: true, light_touch: false}"
ALL = "[portal messages, minutes of meetings, drafts of the documents, award report]"


def said(rule, text):
    """Return the outcome of a rule, and its findings in words or else what it lacks."""
    judgement = judge(case_of(text), RULES[rule], "market")
    words = [fill(judgement.rule.message, one.values) for one in judgement.hits]
    return str(judgement.outcome), words or sorted(name for one in judgement.unassessed for name in one.missing)


@pytest.mark.parametrize(
    ("records", "complete", "outcome", "lacking"),
    [
        (ALL, True, "passed", None),
        (ALL, False, "passed", None),
        ("[Minutes of the moderation, Letters to suppliers, Scores]", True, "flagged", "preparation of the documents"),
        ("[Questions and answers, Draft specification, Evaluation forms]", True, "flagged", "internal deliberations"),
        ("[Moderation notes, Draft specification, Evaluation forms]", True, "flagged", "communications"),
        ("[Questions and answers, Draft specification, Minutes]", True, "flagged", "selection and award"),
        ("[Minutes]", False, "not-assessed", None),
    ],
)
def test_every_stage_is_documented(records, complete, outcome, lacking):
    text = f"tender: {{{COVERED}}}\nrecords: {records}" + ("\ncomplete: [records]" if complete else "")
    found, words = said("stages-not-documented-under-the-regulations", text)
    assert found == outcome
    assert lacking is None or words[0].startswith(f"By the list of what is kept, nothing documents {lacking}. ")


@pytest.mark.parametrize(
    ("criterion", "outcome"),
    [
        ("kind: turnover", "passed"),
        ("kind: location", "passed"),
        ("kind: x-sponsorship", "review"),
        ("kind: x-sponsorship, mandatory: false", "review"),
        ("name: Sponsors", "not-assessed"),
    ],
)
def test_the_kinds_of_selection_criteria_are_three(criterion, outcome):
    text = f"tender: {{{COVERED}, selection_criteria: [{{{criterion}}}]}}"
    assert said("selection-criterion-of-another-kind-under-the-regulations", text)[0] == outcome


def test_a_selection_criterion_binds_no_light_touch_contract():
    text = (
        "tender: {buyer: {kind: local authority, country: GB-ENG}, regime: {above_threshold: true, light_touch: true},"
        " selection_criteria: [{kind: x-sponsorship}], specification: []}"
    )
    named = ("selection-criterion-of-another-kind", "place-required-to-take-part", "contract-with-one-buyer-required")
    assert {said(f"{one}-under-the-regulations", text)[0] for one in named} == {"not-applicable"}


@pytest.mark.parametrize(
    ("pack", "applied", "outcome"),
    [
        ("regulations", "[Quality, Price]", "passed"),
        ("regulations", "[Quality, Price, Training]", "passed"),
        ("regulations", "[Quality, Price, Local knowledge]", "review"),
        ("directive", "[Quality, Local knowledge]", "review"),
    ],
)
def test_criteria_that_nobody_published_are_asked_about(pack, applied, outcome):
    country = "GB-ENG" if pack == "regulations" else "NL"
    buyer = f"buyer: {{kind: local authority, country: {country}}}, regime: {{above_threshold: true}}"
    criteria = "[{id: Q, name: Quality, children: [{id: Q1, name: Training}]}, {id: P, name: Price}]"
    text = f"tender: {{{buyer}, award_criteria: {criteria}}}\nevaluation: {{criteria_applied: {applied}}}"
    assert said(f"evaluated-by-unpublished-criteria-under-the-{pack}", text)[0] == outcome


STAGED = (
    f"{COVERED}, published: 2024-06-03, procurement_method: selective, procurement_method_details: Restricted procedure"
)


@pytest.mark.parametrize(
    ("stage", "criteria", "outcome"),
    [
        ("maximum_candidates: 5", "[]", "flagged"),
        ("maximum_candidates: 5", "[{kind: turnover}]", "flagged"),
        ("maximum_candidates: 5, rules: A draw", "[{kind: turnover}]", "passed"),
        ("maximum_candidates: 5", "[{kind: references, weight: 60}]", "passed"),
        ("maximum_candidates: 5", "[{kind: references, scored: true}]", "passed"),
        ("minimum_candidates: 5", "[{kind: turnover}]", "passed"),
    ],
)
def test_a_limit_on_candidates_needs_rules(stage, criteria, outcome):
    text = f"tender: {{{STAGED}, selection_criteria: {criteria}, second_stage: {{{stage}}}}}\ncomplete: [tender]"
    assert said("no-rules-for-choosing-candidates-under-the-regulations", text)[0] == outcome


@pytest.mark.parametrize(
    ("criteria", "outcome"),
    [
        ("{id: Q1, name: Plan}, {id: Q2, name: Team, text: Who leads the work}", "review"),
        ("{id: Q1, name: Plan}, {id: Q2, name: Team}", "not-assessed"),
        ("{id: Q1, name: Plan, text: How the work is staffed}, {id: P, type: price}", "passed"),
        ("{id: G, name: Quality, text: 'How the work is staffed', children: [{id: Q1, name: Plan}]}", "passed"),
        ("{id: L, name: Licence, treatment: pass-fail}", "passed"),
    ],
)
def test_a_name_alone_says_not_what_earns_points(criteria, outcome):
    text = f"tender: {{{COVERED}, award_criteria: [{criteria}]}}"
    assert said("award-criterion-that-says-only-its-name-under-the-regulations", text)[0] == outcome


@pytest.mark.parametrize(
    ("at", "bids", "outcome"),
    [
        ("2024-06-28T11:59", "{id: B1, bidder: a}", "flagged"),
        ("2024-06-28T12:00", "{id: B1, bidder: a}", "passed"),
        ("2024-06-27", "{id: B1, bidder: a}", "flagged"),
        ("2024-06-28", "{id: B1, bidder: a}", "not-assessed"),
        # A rival for the same lot had longer; one for another lot does not count.
        ("2024-06-28T13:00", "{id: B1, bidder: a}, {id: B2, bidder: b, deadline: '2024-06-28T16:00'}", "flagged"),
        (
            "2024-06-28T13:00",
            "{id: B1, bidder: a, lot: '1'}, {id: B2, bidder: b, lot: '2', deadline: '2024-06-28T16:00'}",
            "passed",
        ),
        # Whose tender was looked at is not said, so the last deadline of all counts.
        ("2024-06-28T13:00", "{bidder: a, lot: '1'}, {bidder: b, lot: '2', deadline: '2024-06-28T16:00'}", "flagged"),
    ],
)
def test_nobody_looks_at_a_tender_before_the_last_deadline_of_its_rivals(at, bids, outcome):
    times = "time_zone: UTC, tender_period: {end_date: '2024-06-28T12:00'}"
    log = f"access_log: [{{person: e1, bid: B1, at: {at!r}}}]"
    text = f"tender: {{{COVERED}, {times}}}\nbids: [{bids}]\nevents: []\nevaluation: {{{log}}}"
    assert said("tender-seen-before-the-time-limit-under-the-regulations", text)[0] == outcome
