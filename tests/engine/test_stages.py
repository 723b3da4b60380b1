"""How far a case has come: by what it holds, and by nothing that may stand in it earlier."""

import pytest

from fairaudit.engine.stages import stage_of
from tests.checks.conflict_cases import case_from


def stage(value):
    found = stage_of(case_from(value))
    return found.name, found.because


RECORDS = {
    "weights_applied": {"Q1": "60"},
    "criteria_applied": ["Q1"],
    "changes": [{"evaluator": "e1"}],
    "access_log": [{"person": "e1"}],
    "attendance": [{"people": ["e1"]}],
    "summaries": [{"bid": "B1"}],
    "opened": {"quality": "2026-04-01"},
    "abnormally_low": [{"bid": "B1"}],
    "locked": "true",
}


@pytest.mark.parametrize("name", RECORDS)
def test_any_record_of_the_evaluation_says_that_it_has_begun(name):
    held = {"bids": [{"id": "B1"}], "evaluation": {name: RECORDS[name]}}
    assert stage(held) == ("evaluation", "the case holds records of the evaluation")


@pytest.mark.parametrize(
    "evaluation",
    [
        {"panel": ["e1"]},
        {"allocation": [{"evaluator": "e1"}]},
        {"method_fixed_at": "2026-03-01"},
        {"locked": "false"},
        {"changes": [], "attendance": [], "access_log": []},
    ],
)
def test_what_is_settled_before_bids_are_seen_says_nothing(evaluation):
    assert stage({"bids": [{"id": "B1"}], "evaluation": evaluation}) == ("bidding", "the case holds bids")
    assert stage({"evaluation": evaluation}) == ("tender", "the case holds nothing later")


@pytest.mark.parametrize(
    "bid",
    [
        {"status": "rejected"},
        {"status": "excluded", "reason": "No accounts"},
        {"defects": [{"code": "unsigned-form", "decision": "accepted"}]},
    ],
)
def test_what_was_found_in_a_bid_says_that_bids_are_looked_at(bid):
    held = {"tender": {"status": "active"}, "bids": [{"id": "B1"}, {"id": "B2", **bid}]}
    assert stage(held) == ("evaluation", "the case holds what was found or decided about bids")


@pytest.mark.parametrize("status", ["invited", "pending", "valid", "late", "withdrawn"])
def test_that_a_bid_came_and_when_says_nothing_about_looking_at_it(status):
    assert stage({"bids": [{"id": "B1", "status": status}]}) == ("bidding", "the case holds bids")


def test_scores_are_told_as_scores_and_awards_come_after():
    scored = {"evaluation": {"individual": [{"evaluator": "e1"}], "attendance": [{"people": ["e1"]}]}}
    assert stage(scored) == ("evaluation", "the case holds scores")
    assert stage(scored | {"awards": [{"id": "A1"}]}) == ("award", "the case holds awards")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("psr-intention-to-award", "an intention to award"),
        ("Notification of intention to award", "an intention to award"),
        ("standstill-letter", "the decision on the award"),
        ("UK5", "a direct award"),
        ("veat", "a direct award"),
        ("UK6", "an award"),
        ("psr-urgent-award", "an urgent award"),
        ("UK7", "a contract"),
        ("UK10", "a change of a contract"),
        ("UK11", "the end of a contract"),
    ],
)
def test_a_notice_that_follows_a_decision_says_that_it_is_made(kind, told):
    notices = [{"kind": "contract-notice"}, {"kind": kind}]
    assert stage({"tender": {"notices": notices}}) == ("award", f"a notice tells of {told}")


@pytest.mark.parametrize(
    "kind",
    [
        "UK2",
        "UK3",
        "UK4",
        "psr-intention-to-follow",
        "psr-abandonment-notice",
        "mini-competition-invitation",
        "bulletin",
    ],
)
def test_a_notice_that_comes_before_any_decision_says_nothing(kind):
    assert stage({"tender": {"notices": [{"kind": kind}]}}) == ("tender", "the case holds nothing later")


def test_representations_answer_a_decision():
    assert stage({"representations": [{"party": "x"}]}) == ("award", "the case holds representations")
    assert stage({"representations": []}) == ("tender", "the case holds nothing later")


def test_the_dates_of_a_planned_tender_are_plans():
    from tests.conftest import case_of

    period = "tender_period: {start_date: 2010-02-01, end_date: 2010-03-01}"
    planned = stage_of(case_of(f"tender: {{id: T-1, status: planned, {period}}}"))
    assert (planned.name, planned.because) == ("tender", "the case holds nothing later")
    begun = stage_of(case_of("tender: {id: T-1, status: active, tender_period: {start_date: 2010-02-01}}"))
    assert (begun.name, begun.because) == ("bidding", "the time to bid began on 1 February 2010")
    told = stage_of(case_of("tender: {id: T-1, status: planned, published: 2010-02-01}"))
    assert (told.name, told.because) == ("bidding", "it was published on 1 February 2010")
