"""A floor and a cap of a price formula are in points: of the weight, or of the scale on which the panel writes its scores."""

from fractions import Fraction

import pytest

from fairaudit.analysis.formulas import rounded
from tests.checks.contest.formula_records import PRICES, case_with, published
from tests.checks.scoring_case import said

SCORED, SHIFTED, TOTALS = (
    "evaluation/price-scored-off-the-formula",
    "evaluation/price-adjustment-not-in-the-points",
    "totals-that-do-not-recompute",
)
REFERENCE = Fraction(85_000)


def scored(points, formula, top=40, adjusted=None):
    case = case_with(["0"] * len(PRICES), formula, part="price")
    del case["evaluation"]["totals"]
    case["tender"]["award_criteria"][1]["scale"] = {"minimum": 0, "maximum": top}
    case["evaluation"]["consensus"] += [
        {"bid": f"B{at}", "criterion": "P", "score": rounded(one, 2)} for at, one in enumerate(points, 1)
    ]
    if adjusted:
        case["evaluation"]["price_adjustments"] = [{"bid": "B1", "amount": adjusted, "reason": "sums"}]
    return case


CAPPED = [("benchmark-price", {"reference_price": 85_000}), ("x = PEmax * Pref / P", {"Pref": 85_000})]


@pytest.mark.parametrize(("name", "given"), CAPPED)
@pytest.mark.parametrize(("top", "cap"), [(40, 40), (100, 40), (100, 100), (100, 90), (10, 10)])
def test_scores_that_a_cap_holds_follow_from_the_formula(name, given, top, cap):
    full = Fraction(cap if cap > 40 or cap == top else top * cap // 40)
    points = [min(full, top * REFERENCE / price) for price in PRICES]
    assert said(SCORED, scored(points, published(name, {**given, "cap": cap}), top)) == ("passed",)


def test_scores_that_a_floor_holds_follow_from_the_formula():
    points = [max(Fraction(5), 40 * Fraction(120_000 - price, 50_000)) for price in PRICES]
    assert said(SCORED, scored(points, published("high-low", {"floor": 5}))) == ("passed",)


def test_a_score_beside_the_cap_is_told_with_what_the_capped_formula_gives():
    points = [*[min(Fraction(40), 40 * REFERENCE / price) for price in PRICES[:5]], Fraction(30)]
    outcome, words = said(SCORED, scored(points, published(*CAPPED[0][:1], {**CAPPED[0][1], "cap": 40})))
    assert (outcome, words.rpartition(": ")[2]) == (
        "flagged",
        "The panel's score of B6 for P is 30; by benchmark-price its price earns 40.",
    )


def test_an_adjustment_of_a_price_at_the_cap_is_not_missed_in_its_points():
    points = [min(Fraction(40), 40 * REFERENCE / price) for price in PRICES]
    formula = published("benchmark-price", {"reference_price": 85_000, "cap": 40})
    assert said(SHIFTED, scored(points, formula, adjusted="2000")) == ("passed",)


@pytest.mark.parametrize("limits", [{"cap": 40}, {"cap": "0.4"}])
def test_of_a_weight_that_is_a_fraction_a_cap_may_be_out_of_a_hundred(limits):
    points = [min(Fraction(40), 40 * REFERENCE / price) for price in PRICES]
    case = case_with([rounded(one, 2) for one in points], published("benchmark-price", {"reference_price": 85_000, **limits}),
                     part="price")  # fmt: skip
    for one, weight in zip(case["tender"]["award_criteria"], ("0.6", "0.4"), strict=True):
        one["weight"] = weight
    assert said(TOTALS, case) == ("passed",)
