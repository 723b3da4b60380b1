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


def test_scores_are_told_as_scores_and_awards_come_after():
    scored = {"evaluation": {"individual": [{"evaluator": "e1"}], "attendance": [{"people": ["e1"]}]}}
    assert stage(scored) == ("evaluation", "the case holds scores")
    assert stage(scored | {"awards": [{"id": "A1"}]}) == ("award", "the case holds awards")
