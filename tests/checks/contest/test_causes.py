"""Of one wrong formula or weighting every wrong figure is told once, and what it does not account for stays."""

from tests.checks.contest.contest_case import measured
from tests.checks.contest.test_written_points import FIRST, POINTS, TOTALS, record
from tests.checks.scoring_case import outcome, said

TOLD = "accounts for them all, and the pack `evaluation` tells of them in one finding."
BY_HIGH_LOW = [(36, 40, 76), (48, 24, 72), (60, 0, 60)]


def test_points_by_another_formula_are_one_finding():
    case = record(BY_HIGH_LOW)
    assert outcome(TOTALS, case) == "passed"
    assert measured(TOTALS, case)[0] == [
        (
            "told",
            "Of the figures recorded for the contract, 2 are not those that the published method gives; one cause, another formula "
            f"for the price, {TOLD}",
        )
    ]
    assert said(POINTS, case)[1].endswith(
        "So 2 recorded figures are not those that the published method gives; furthest off is the price part of B3: 0 instead "
        "of 26.7."
    )


def test_that_another_bid_comes_first_by_the_published_formula_is_still_said():
    assert outcome(FIRST, record(BY_HIGH_LOW)) == "flagged"


def test_a_figure_that_the_other_formula_does_not_account_for_is_still_found():
    case = record([(36, 40, 76), (44, 24, 68), (60, 0, 60)])
    assert said(TOTALS, case) == (
        "flagged",
        "evaluation.totals[1].quality: The quality part recorded for B2 is 44; from the panel's scores it is 48.",
    )


def test_a_wrong_sum_of_points_by_another_formula_is_still_found():
    case = record([(36, 40, 76), (48, 24, 74), (60, 0, 60)])
    assert said(TOTALS, case)[1].startswith("evaluation.totals[1].total: The total recorded for B2 is 74; ")


def test_a_single_wrong_point_is_found_for_itself_whatever_formula_gives_it():
    case = record([(36, 40, 76), (48, "33.34", "81.34"), (60, "26.67", "86.67")], formula={"rounding": {"places": 2}})
    assert outcome(TOTALS, case) == "flagged"


def test_a_question_about_who_comes_first_names_what_may_put_the_better_bid_out():
    case = record([(36, 40, 76), (48, "33.33", "81.33"), (60, "26.67", "86.67")], formula={"rounding": {"places": 2}})
    case["evaluation"]["ranking"] = [{"bid": f"B{at}", "rank": at} for at in (1, 2, 3)]
    case["bids"][2]["defects"] = [{"decision": "rejected"}]
    case["awards"] = [{"id": "A1", "bid": "B1"}]
    out = "what may put B3 out of the contest is a defect for which it was turned away (bids[2].defects[0].decision)."
    assert said(FIRST, case)[1].endswith(f"with 86.67 against 76; {out}")
    del case["evaluation"]["ranking"]
    assert said("award-not-to-the-best", case)[1].endswith(out)
