"""Parts whose weights miss their whole by their last decimal, 20 and three times 13.3 of 60, may count just as written."""

import pytest

from tests.checks.scoring_case import facts_of, outcome
from tests.checks.test_scoring import PRICE, SCALE, TOTALS, evaluated, parts_of

FIRST = "evaluation/another-bid-first-when-worked-out-again"
MEASURE = "evaluation/contest-as-recorded"


def leaf(key, weight, **more):
    return {"id": key, "type": "quality", "weight": weight, "scale": SCALE} | more


OWN = {"id": "Q", "weight": 60, "children": [leaf("A", 20), *(leaf(one, "13.3") for one in "BCD")]}
THIRDS = {
    "id": "Q",
    "weight": 60,
    "children": [
        leaf("A", 50, weight_of="parent"),
        {
            "id": "R",
            "weight": 50,
            "weight_of": "parent",
            "children": [leaf(one, "33.3", weight_of="parent") for one in "BCD"],
        },
    ],
}
SCORES = {("X", "A"): 4, ("X", "B"): 5, ("X", "C"): 5, ("X", "D"): 3} | {("Y", one): 5 for one in "ABCD"}


def record(criterion, totals):
    rows = {bid: {"quality": quality, "price": 40, "total": total} for bid, (quality, total) in totals.items()}
    return evaluated([criterion, PRICE], {"X": 100, "Y": 100}, SCORES, rows)


@pytest.mark.parametrize(
    ("criterion", "totals"),
    [
        (OWN, {"X": ("50.58", "90.58"), "Y": ("59.90", "99.90")}),
        (OWN, {"X": ("50.66", "90.66"), "Y": ("60.00", "100.00")}),
        (THIRDS, {"X": ("49.97", "89.97"), "Y": ("59.97", "99.97")}),
        (THIRDS, {"X": ("50.00", "90.00"), "Y": ("60.00", "100.00")}),
    ],
)
def test_points_may_be_out_of_the_weights_as_written_or_of_their_whole(criterion, totals):
    assert outcome(TOTALS, record(criterion, totals)) == "passed"


def test_one_way_holds_for_all_bids():
    """By the weights as written Y would have 59.9."""
    mixed = record(OWN, {"X": ("50.58", "90.58"), "Y": ("60.00", "100.00")})
    assert parts_of(mixed) == [("X", "quality part", "50.58", "50.664")]


def test_a_slip_stands_alone_beside_figures_that_follow_as_written():
    slip = record(OWN, {"X": ("51.58", "91.58"), "Y": ("59.90", "99.90")})
    assert parts_of(slip) == [("X", "quality part", "51.58", "50.580")]


def test_weights_that_are_exact_have_one_way_alone():
    exact = {
        "id": "Q",
        "weight": 60,
        "children": [leaf("A", 20), *(leaf(one, w) for one, w in zip("BCD", (14, 13, 13), strict=True))],
    }
    assert outcome(TOTALS, record(exact, {"X": ("50.5", "90.5"), "Y": ("59.9", "99.9")})) == "flagged"


def test_who_is_first_is_worked_out_as_the_totals_are():
    """As written the dearer bid has 59.9 and 10.02 points, the other 29.95 and 40: it is behind by 0.03, and not ahead by 0.02."""
    scores = {("X", one): 5 for one in "ABCD"} | {("Y", one): "2.5" for one in "ABCD"}
    totals = {
        "X": {"quality": "59.90", "price": "10.02", "total": "69.92"},
        "Y": {"quality": "29.95", "price": "40.00", "total": "69.95"},
    }
    ranking = [{"bid": "Y", "rank": 1}, {"bid": "X", "rank": 2}]
    prices = {"X": "399.2016", "Y": 100}
    case = evaluated([OWN, PRICE], prices, scores, totals, ("bids", "tender", "evaluation"), ranking=ranking)
    assert outcome(TOTALS, case) == "passed"
    assert outcome(FIRST, case) == "passed"
    turned = [{"bid": "X", "rank": 1}, {"bid": "Y", "rank": 2}]
    case = evaluated([OWN, PRICE], prices, scores, totals, ("bids", "tender", "evaluation"), ranking=turned)
    assert [one["leader"] for one in facts_of(FIRST, case)] == ["Y"]
