"""Screens of prices: worked out by hand and held against other ways to the same figures."""

import math
import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.screens import (
    SCREENS,
    PriceList,
    ScreenError,
    constant_ratio,
    nearly_identical,
    rank_share,
    round_share,
)

OF = {one.name: one.of for one in SCREENS}


def prices(*some):
    return [Fraction(one) for one in some]


def test_figures_by_hand():
    """100, 110, 120, 150: mean 120, variance (400 + 100 + 0 + 900) / 3 = 1400 / 3; losers 110, 120, 150: variance 1300 / 3."""
    some = prices(110, 100, 150, 120)
    assert OF["CV"](some) == pytest.approx(math.sqrt(1400 / 3) / 120, abs=1e-15)
    assert OF["SPD"](some) == Fraction(1, 2)
    assert OF["DIFFP"](some) == Fraction(1, 10)
    assert float(OF["RD"](some)) == pytest.approx(10 / math.sqrt(1300 / 3), abs=1e-15)
    assert OF["RDNOR"](some) == 10 / Fraction(50, 3)
    # Shares 0, .2, .4, 1 against steps of a quarter: the largest gap is .75 − .4.
    assert OF["KS"](some) == Fraction(35, 100)
    # m2 = 350, m3 = (−8000 − 1000 + 27000) / 4 = 4500, m4 = (160000 + 10000 + 810000) / 4 = 245000.
    assert float(OF["SKEW"](some)) == pytest.approx(math.sqrt(12) / 2 * 4500 / 350**1.5, abs=1e-14)
    assert OF["KURT"](some) == Fraction(3, 2) * (5 * Fraction(245000, 122500) - 9)


def test_the_distance_is_imhofs():
    """RD leaves out the winner: García Rodríguez' column for Brazil leaves out the highest bid, which gives another figure."""
    some = prices(100, 110, 120, 200)
    assert float(OF["RD"](some)) == pytest.approx(10 / statistics.stdev([110, 120, 200]), abs=1e-15)
    assert abs(float(OF["RD"](some)) - 10 / statistics.stdev([100, 110, 120])) > 0.5


@pytest.mark.parametrize(
    ("name", "some", "reason"),
    [
        ("CV", (5,), "takes 2 prices"), ("SPD", (0, 5), "zero or below"), ("RD", (4, 5), "takes 3 prices"),
        ("RD", (4, 5, 5), "all prices but the lowest are equal"), ("RDNOR", (5, 5), "all prices are equal"),
        ("SKEW", (4, 5), "takes 3 prices"), ("SKEW", (5, 5, 5), "all prices are equal"), ("KURT", (4, 5, 6), "takes 4 prices"),
        ("KS", (5, 5), "all prices are equal"),
    ],
)  # fmt: skip
def test_what_is_not_defined(name, some, reason):
    with pytest.raises(ScreenError, match=reason):
        OF[name](prices(*some))


AMOUNTS = st.lists(st.integers(1, 10**6).map(Fraction), min_size=4, max_size=12)


@given(AMOUNTS, st.integers(2, 50))
def test_no_screen_hangs_on_the_currency_or_the_order(some, factor):
    for one in SCREENS:
        try:
            figure = one.of(some)
        except ScreenError:
            continue
        assert abs(one.of([price * factor for price in reversed(some)]) - figure) < Fraction(1, 10**30)


@given(AMOUNTS)
def test_variation_is_what_the_library_gives(some):
    whole = [int(one) for one in some]
    assert float(OF["CV"](some)) == pytest.approx(statistics.stdev(whole) / statistics.mean(whole), rel=1e-12)


@given(AMOUNTS)
def test_skew_and_kurtosis_by_their_textbook_sums(some):
    """The sums of standardised differences that statistics packages print (SAS, Excel): another way to the same figures."""
    n, mean = len(some), sum(some) / len(some)
    if len(set(some)) == 1:
        return
    s = math.sqrt(sum((one - mean) ** 2 for one in some) / (n - 1))
    cubes, fourths = (sum(float((one - mean) / Fraction(s)) ** k for one in some) for k in (3, 4))
    assert float(OF["SKEW"](some)) == pytest.approx(n / ((n - 1) * (n - 2)) * cubes, rel=1e-9, abs=1e-9)
    by_hand = n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourths - 3 * (n - 1) ** 2 / ((n - 2) * (n - 3))
    assert float(OF["KURT"](some)) == pytest.approx(by_hand, rel=1e-9, abs=1e-9)


def test_nearly_identical_prices():
    some = prices(1000, 2000, 1001, 1000, 3000)
    assert nearly_identical(some, Fraction(1, 1000)) == ((0, 2), (2, 3))
    assert nearly_identical(some, Fraction(1, 10000)) == ()


def test_a_constant_ratio_of_line_items():
    first = {f"item {one:02}": Fraction(100 + 13 * one, 100) for one in range(20)}
    rooms = dict.fromkeys(first, Fraction(1, 200))
    second = {key: Fraction(round(value * Fraction("1.07") * 100), 100) for key, value in first.items()}
    found = constant_ratio(PriceList.of(first, rooms), PriceList.of(second, rooms), Fraction(9, 10))
    assert (len(found.items), found.of) == (20, 20)
    assert round(float(found.ratio), 2) == 1.07
    second["item 03"] *= 2
    assert len(constant_ratio(PriceList.of(first, rooms), PriceList.of(second, rooms), Fraction(9, 10)).items) == 19
    for one in ("item 04", "item 05"):
        second[one] *= 3
    assert constant_ratio(PriceList.of(first, rooms), PriceList.of(second, rooms), Fraction(9, 10)) is None
    assert len(constant_ratio(PriceList.of(first, rooms), PriceList.of(second, rooms), Fraction(85, 100)).items) == 17


def test_price_lists_made_apart_share_no_ratio():
    first = {str(one): Fraction(100 + one) for one in range(20)}
    second = {str(one): Fraction(90 + one * one) for one in range(20)}
    assert constant_ratio(PriceList.of(first, {}), PriceList.of(second, {}), Fraction(9, 10)) is None
    with pytest.raises(ScreenError, match="no item has a price above zero"):
        constant_ratio(PriceList.of(first, {}), PriceList.of({"x": Fraction(1)}, {}), Fraction(9, 10))


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(1, 10**4), min_size=1, max_size=12),
    st.fractions(min_value=Fraction(1, 2), max_value=2),
)
def test_prices_made_by_a_ratio_always_share_it(first, ratio):
    exact = {key: Fraction(value) for key, value in first.items()}
    second = {key: value * ratio for key, value in exact.items()}
    assert constant_ratio(PriceList.of(exact, {}), PriceList.of(second, {}), Fraction(1)) == (
        ratio,
        tuple(sorted(first)),
        len(first),
    )


def test_round_numbers():
    assert round_share(prices(1000, 1500, 1700, 2000), Fraction(500)) == Fraction(3, 4)
    with pytest.raises(ScreenError):
        round_share([], Fraction(500))


def test_the_place_of_a_figure_in_a_set():
    assert rank_share(Fraction(5), prices(1, 5, 7, 9)) == Fraction(1, 2)
    with pytest.raises(ScreenError):
        rank_share(Fraction(5), [])


def test_a_ratio_is_told_as_it_is_and_else_in_the_fewest_decimals():
    first = {f"i{at}": Fraction(at) for at in range(9, 19)}
    room = dict.fromkeys(first, Fraction(1, 20))
    exact = {item: one * Fraction(11, 10) for item, one in first.items()}
    for second in (exact, {**exact, "i9": Fraction(99, 10) + Fraction(1, 25)}):
        found = constant_ratio(PriceList.of(first, room), PriceList.of(second, room), Fraction(9, 10))
        assert (found.ratio, len(found.items)) == (Fraction(11, 10), 10)
