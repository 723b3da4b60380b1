"""Scores of a round that stand on one sheet alone: they may be what all agreed, so no total is held against the mean."""

import pytest

from fairaudit.checks.scoring.sittings import passed_alone
from tests.checks.scoring_case import case_of, said

TOTALS = "totals-that-do-not-recompute"
SCALE = {"minimum": 0, "maximum": 5, "step": 1}


def given(*more, total=40):
    scores = [("ann", 2), ("ben", 5), ("cyd", 5)]
    return {
        "tender": {"award_criteria": [{"id": "Q", "type": "quality", "weight": 100, "scale": SCALE}]},
        "bids": [{"id": "B1"}],
        "evaluation": {
            "individual": [{"evaluator": who, "bid": "B1", "criterion": "Q", "score": one} for who, one in scores]
            + [
                {"evaluator": who, "bid": "B1", "criterion": "Q", "score": one, "stage": stage}
                for who, one, stage in more
            ],
            "totals": [{"bid": "B1", "quality": total, "total": total}],
        },
    }


def test_a_round_table_on_one_sheet_is_not_taken_for_a_repeat():
    assert said(TOTALS, given(("ann", 2, "Round-table"))) == (
        "not-assessed",
        "evaluation.individual[3].stage (in other words)",
    )


@pytest.mark.parametrize(
    "more", [(), tuple((who, one, "Round-table") for who, one in (("ann", 2), ("ben", 5), ("cyd", 5)))]
)
def test_a_total_is_held_against_the_mean_where_nobody_or_everybody_has_that_round(more):
    assert said(TOTALS, given(*more))[0] in ("flagged", "review")
    assert said(TOTALS, given(*more, total=80))[0] == "passed"


def test_a_pass_of_somebody_who_scored_nothing_before_is_theirs():
    scores = case_of(given()).evaluation.individual
    assert passed_alone(scores) is None
    late = case_of(given(("dee", 4, "Final"))).evaluation.individual
    assert passed_alone(late) is None
