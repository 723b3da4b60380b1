"""Points for price by the published formula out of another weight: that is told, and no formula that nobody published."""

import pytest

from tests.checks.contest.contest_case import measured
from tests.checks.contest.test_written_points import POINTS, TOTALS
from tests.checks.scoring_case import outcome, said

WEIGHTS = "evaluation/totals-that-follow-from-other-weights"
APPLIED = "weights-applied-are-not-those-published"
PRICES = (432000, 405000, 398000, 372400)
SCORES = ((4, 4), (4, 3), (3, 3), (2, 3))
POINTS_OF_FIFTY = ("43.1", "45.98", "46.78", "50")
FIFTY = "lowest-price-ratio, rounded to 2 places, with 50 as full points instead of 40"


def case_of(points=POINTS_OF_FIFTY, weights=(25, 25), parts=True, **evaluation):
    """Four bids; published are 35 and 25 for quality and 40 for price, and the figures are by other weights."""
    qualities = [sum(weight * score / 5 for weight, score in zip(weights, one, strict=True)) for one in SCORES]
    rows = list(zip(qualities, points, strict=True))
    scale = {"minimum": 0, "maximum": 5}
    formula = {"name": "lowest-price-ratio", "rounding": {"places": 2}}
    return {
        "complete": ["bids", "evaluation"],
        "tender": {"award_criteria": [
            {"id": "Q1", "type": "quality", "weight": 35, "scale": scale},
            {"id": "Q2", "type": "quality", "weight": 25, "scale": scale},
            {"id": "P", "type": "price", "weight": 40, "formula": formula},
        ]},
        "bids": [{"id": f"B{at}", "value": {"amount": one, "currency": "GBP"}} for at, one in enumerate(PRICES, 1)],
        "evaluation": {
            "consensus": [{"bid": f"B{at}", "criterion": f"Q{place}", "score": score}
                          for at, one in enumerate(SCORES, 1) for place, score in enumerate(one, 1)],
            "totals": [{"bid": f"B{at}", "total": f"{quality + float(price):.2f}"}
                       | ({"quality": quality, "price": price} if parts else {}) for at, (quality, price) in enumerate(rows, 1)],
            **evaluation,
        },
    }  # fmt: skip


@pytest.mark.parametrize("parts", [True, False])
def test_weights_are_inferred_though_points_are_rounded_out_of_them(parts):
    case = case_of(parts=parts)
    assert "all of them follow from Q1 25, Q2 25 and P 50" in said(WEIGHTS, case)[1]
    assert outcome(POINTS, case) in ("passed", "not-assessed")
    assert outcome(TOTALS, case) == "not-assessed"


def test_a_weight_that_is_recorded_is_the_cause_and_no_formula():
    case = case_of(weights_applied={"Q1": 25, "Q2": 25, "P": 50})
    assert "applied with 50" in said(APPLIED, case)[1]
    assert outcome(POINTS, case) == "passed"
    assert FIFTY in "".join(text for _, text in measured(POINTS, case)[0])


def test_points_of_another_weight_that_the_record_denies_are_told_as_such():
    case = case_of(weights_applied={"Q1": 35, "Q2": 25, "P": 40})
    assert f"and all by {FIFTY}. So" in said(POINTS, case)[1]


def test_a_reference_price_stays_the_cause_where_no_plain_weight_is():
    points = ("32.41", "34.57", "35.18", "37.59")
    case = case_of(points, (35, 25), weights_applied={"Q1": 35, "Q2": 25, "P": 40})
    assert "all by benchmark-price with reference price 350000" in said(POINTS, case)[1]


def by_the_mean(**evaluation):
    """The cheapest bid is no measure here: by a point for each per cent from the mean price nobody need have full points."""
    mean = sum(PRICES) / 4
    points = tuple(f"{50 * (0.5 - (price - mean) / mean):.2f}" for price in PRICES)
    case = case_of(points, **evaluation)
    case["tender"]["award_criteria"][2]["formula"]["name"] = "mean-based"
    return case


def test_another_weight_is_told_where_the_formula_gives_the_best_bid_less_than_all_points():
    """Any two published prices give such points as well, which is no reason to say that somebody used some."""
    assert outcome(POINTS, by_the_mean()) in ("passed", "not-assessed")
    assert "all of them follow from Q1 25, Q2 25 and P 50" in said(WEIGHTS, by_the_mean())[1]
    denied = by_the_mean(weights_applied={"Q1": 35, "Q2": 25, "P": 40})
    fifty = "mean-based, rounded to 2 places, with 50 as full points instead of 40"
    assert f"and all by {fifty}. So" in said(POINTS, denied)[1]
