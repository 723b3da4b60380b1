"""Formulas by discounts where nobody gives the estimate: it and the other number, solved from the points."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.formulas import points, rounded
from fairaudit.analysis.formulas.fitting import solved
from fairaudit.analysis.formulas.solving import windows
from fairaudit.analysis.formulas.solving_discounts import discount_solutions

PRICES = [Fraction(one) for one in (80_000, 90_000, 70_000, 101_000, 99_000, 85_000)]
WEIGHT = Fraction(40)
SECOND = {
    "bilinear": ("share_at_mean", ["0.8", "0.85", "0.9", "0.77"]),
    "power": ("exponent", ["0.3", "0.37", "0.5", "0.8", "2"]),
}


def found(pairs):
    return {one.name: dict(one.parameters) for one in solved(pairs, PRICES, WEIGHT) if one.chance <= Fraction(1, 50)}


@pytest.mark.parametrize("name", SECOND)
@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 4), estimate=st.sampled_from([110_000, 125_000, 131_500]), places=st.integers(3, 9))
def test_both_numbers_are_found(name, at, estimate, places):
    second, values = SECOND[name]
    numbers = {"estimate": Fraction(estimate), second: Fraction(values[at % len(values)])}
    pairs = [(price, rounded(points(name, price, PRICES, WEIGHT, numbers), places)) for price in PRICES]
    assert found(pairs) == {name: numbers}


def test_one_wrong_point_leaves_none():
    numbers = {"estimate": Fraction(125_000), "exponent": Fraction(1, 2)}
    pairs = [(price, rounded(points("power", price, PRICES, WEIGHT, numbers), 2)) for price in PRICES]
    assert found([(pairs[0][0], pairs[0][1] + Decimal("0.05")), *pairs[1:]]) == {}


def test_a_straight_line_has_no_exponent_and_no_kink():
    numbers = {"estimate": Fraction(125_000)}
    pairs = [(price, rounded(points("linear-interpolation", price, PRICES, WEIGHT, numbers), 4)) for price in PRICES]
    assert found(pairs).keys() == {"linear-interpolation", "zero-at-multiple-of-lowest"}
    own = discount_solutions(next(windows(pairs, WEIGHT)), PRICES)
    assert [one.name for one in own if one.name == "power"] == []


def test_points_by_nothing_have_neither():
    named = 0
    for seed in range(400):
        dice = Random(seed)
        pairs = [(price, Decimal(dice.randrange(4_001)) / 100) for price in PRICES[: 4 + seed % 3]]
        prices = [price for price, _ in pairs]
        named += any(one.chance <= Fraction(1, 50) for one in solved(pairs, prices, WEIGHT))
    assert named == 0


def test_the_same_numbers_found_in_two_ways_are_one_fit():
    """Half relative, by a usual multiple and by a line that is above full points at the lowest price."""
    name, numbers = "zero-at-multiple-of-reference", {"estimate": Fraction(110_000), "multiple": Fraction(2)}
    pairs = [(price, rounded(points(name, price, PRICES, WEIGHT, numbers), 2)) for price in PRICES]
    assert [(one.name, dict(one.parameters)) for one in solved(pairs, PRICES, WEIGHT)] == [(name, numbers)]
