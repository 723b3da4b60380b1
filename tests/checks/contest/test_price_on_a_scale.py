"""Points for price that the panel's list keeps on a scale, rounded there, and that totals count by their weight."""

from tests.checks.contest.test_written_points import POINTS, TOTALS, record
from tests.checks.scoring_case import outcome, said

PRICES = (432000, 405000, 372400)
SCORES = ("4.31", "4.6", "5")
TOTALS_OF_SCORES = [(36, "34.48", "70.48"), (48, "36.80", "84.80"), (60, 40, 100)]


def case_of(totals, listed=SCORES):
    case = record(totals, prices=PRICES, formula={"rounding": {"places": 2}})
    case["tender"]["award_criteria"][1]["scale"] = {"minimum": 0, "maximum": 5}
    case["evaluation"]["consensus"] += [
        {"bid": f"B{at}", "criterion": "P", "score": one} for at, one in enumerate(listed, 1)
    ]
    return case


def test_points_that_are_rounded_on_the_scale_they_are_listed_on_are_right():
    assert (outcome(TOTALS, case_of(TOTALS_OF_SCORES)), outcome(POINTS, case_of(TOTALS_OF_SCORES))) == (
        "passed",
        "passed",
    )


def test_the_same_points_without_that_list_stay_wrong():
    assert outcome(TOTALS, case_of(TOTALS_OF_SCORES, ())) == "flagged"


def test_a_raised_figure_beside_the_list_is_found():
    case = case_of([TOTALS_OF_SCORES[0], (48, "38.8", "86.8"), TOTALS_OF_SCORES[2]])
    assert said(TOTALS, case)[0] == "flagged"
