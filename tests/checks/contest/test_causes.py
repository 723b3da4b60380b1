"""Of one wrong formula or weighting every wrong figure is told once, and what it does not account for stays."""

from tests.checks.contest.contest_case import measured
from tests.checks.contest.test_written_points import FIRST, POINTS, TOTALS, record
from tests.checks.scoring_case import outcome, said

APPLIED = "weights-applied-are-not-those-published"
SINGLE = "evaluation/quality-of-the-single-scores"
TOLD = "accounts for them all, and the pack `evaluation` tells of them in one finding."
BY_HIGH_LOW = [(36, 40, 76), (48, 24, 72), (60, 0, 60)]


def test_points_by_another_formula_are_one_finding():
    case = record(BY_HIGH_LOW)
    assert outcome(TOTALS, case) == "not-assessed"
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


def test_what_follows_from_the_weights_on_record_is_told_with_them():
    case = record([(42, 30, 72), (56, 25, 81), (70, 20, 90)], weights_applied={"Q": 70, "P": 30})
    assert outcome(TOTALS, case) == "not-assessed"
    assert "So 6 recorded figures are not those" in said(APPLIED, case)[1]
    assert measured(TOTALS, case)[0][0][1].endswith(
        "one cause, the weights that the record says were applied, accounts for them all, and the pack `core` tells of them in one "
        "finding."
    )


def test_what_does_not_follow_from_the_weights_on_record_is_still_found():
    case = record([(42, 30, 72), (50, 25, 75), (70, 20, 90)], weights_applied={"Q": 70, "P": 30})
    assert said(TOTALS, case)[1].startswith("evaluation.totals[1].quality: The quality part recorded for B2 is 50; ")


def test_weights_on_record_that_are_as_published_account_for_nothing():
    case = record([(42, 30, 72), (56, 25, 81), (70, 20, 90)], weights_applied={"Q": 60, "P": 40})
    assert outcome(APPLIED, case) == "passed"
    assert outcome(TOTALS, case) == "flagged"


def test_parts_of_the_members_scores_are_one_finding_and_a_wrong_sum_stays():
    single = [
        {"evaluator": who, "bid": f"B{at}", "criterion": "Q", "score": one}
        for who, scores in (("e1", (3, 4, 4)), ("e2", (4, 5, 4)))
        for at, one in enumerate(scores, 1)
    ]
    case = record([(42, 40, 82), (54, "33.33", "87.33"), (48, "26.67", "74.67")], individual=single)
    assert outcome(TOTALS, case) == "not-assessed"
    assert "So 3 recorded figures are not those" in said(SINGLE, case)[1]
    case["evaluation"]["totals"][0]["total"] = 85
    assert said(TOTALS, case)[1].startswith("evaluation.totals[0].total: The total recorded for B1 is 85; ")


def test_parts_measured_against_the_best_are_told_with_their_totals():
    case = record([(45, 40, 85), (60, "33.33", "93.33"), (45, "26.67", "71.67")], scores=(3, 4, 3))
    assert outcome(TOTALS, case) == "not-assessed"
    assert "So 3 recorded figures are not those" in said("evaluation/totals-by-another-formula", case)[1]


def test_a_total_that_is_not_the_sum_of_its_parts_stays_beside_other_weights():
    case = record([(44, 40, 89), (40, "33.33", "73.33"), (52, "26.67", "78.67")])
    first, price = case["tender"]["award_criteria"]
    case["tender"]["award_criteria"] = [first | {"id": "Q1", "weight": 30}, first | {"id": "Q2", "weight": 30}, price]
    case["evaluation"]["consensus"] = [
        {"bid": f"B{at}", "criterion": f"Q{which}", "score": one}
        for at, scores in enumerate(((3, 5), (4, 2), (5, 3)), 1)
        for which, one in enumerate(scores, 1)
    ]
    assert (
        "all of them follow from Q1 40, Q2 20 and P 40"
        in said("evaluation/totals-that-follow-from-other-weights", case)[1]
    )
    assert said(TOTALS, case)[1].startswith("evaluation.totals[0].total: The total recorded for B1 is 89; ")
    case["evaluation"]["totals"][1]["total"] = 80
    assert outcome("evaluation/totals-that-follow-from-other-weights", case) == "not-assessed"
