"""Tests for abnormally low prices: values worked out from the texts of the laws, and what no test can say."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.formulas.decimals import root
from fairaudit.analysis.lowprices import ARTICLE, TESTS, Line, LowPriceError, line_of, median


def prices(*some):
    return [Fraction(one) for one in some]


@pytest.mark.parametrize(
    ("name", "some", "estimate", "line"),
    [
        # tendios.ai: 100, 90 and 85 thousand, mean 91,666.67, mean discount 8.33 %, threshold 18.33 %: 81,667; and 82,500.
        ("mean-discount-and-ten-points", (100_000, 90_000, 85_000), 100_000, "245000/3"),
        ("tenth-below-mean", (100_000, 90_000, 85_000), None, "82500"),
        ("poland-value", (60, 90, 120), 123, "86.1"),
        ("poland-mean", (60, 90, 120), None, "63"),
        # Article 85(1), one bid: more than 25 of a hundred below the base budget of 120,000.
        ("spain-one", (80_000,), 120_000, "90000"),
        # Article 85(2), two bids: more than 20 of a hundred below the other, 95.
        ("spain-two", (70, 95), None, "76"),
        # Article 85(3), three bids: mean 95; 101 is not more than 10 % above it (104.5), so 85.5.
        ("spain-three", (101, 84, 100), None, "85.5"),
        # Mean 100; 110 is 10 % above it and not more.
        ("spain-three", (90, 100, 110), None, "90"),
        # Mean 100; 130 is left out, so the mean is that of 80 and 90: 85, and 76.5. By the first mean 80 would be marked.
        ("spain-three", (80, 130, 90), None, "76.5"),
        # Mean 86.67; of the two highest, more than 10 % above it, one is left out: 80, and 72.
        ("spain-three", (100, 60, 100), None, "72"),
        # The last clause of article 85(3), disputed: 25 of a hundred below the base budget of 100.
        ("spain-three-last-clause", (74, 78, 80), 100, "75"),
        ("spain-three", (74, 78, 80), 100, "69.6"),
        # The whole article: by how many bids there are.
        (ARTICLE, (80_000,), 120_000, "90000"),
        (ARTICLE, (70, 95), None, "76"),
        (ARTICLE, (80, 130, 90), None, "76.5"),
        (ARTICLE, (80, 95, 105, 120), None, "84"),
        # Article 85(4): mean 100; 120 is more than 10 % above it, so the mean is that of 80, 95, 105: 93.333, and the line 84.
        ("spain-four-or-more", (80, 95, 105, 120), None, "84"),
        # Mean 100; 160 and 111 are above 110; of 59 and 70 there are too few, so the three lowest count: 80, and 72.
        ("spain-four-or-more", (59, 70, 111, 160), None, "72"),
        ("world-bank-guide", (60, 90, 120), 100, "80"),
        # Mean 100, variance (400 + 100 + 0 + 100 + 400) / 4 = 250.
        ("robust-distance", (80, 90, 100, 110, 120), None, "48.109"),
    ],
)
def test_the_line_of_every_test(name, some, estimate, line):
    assert line_of(name, prices(*some), None if estimate is None else Fraction(estimate)).price == Fraction(line)


def test_a_standard_deviation_below_the_mean():
    line = line_of("world-bank-guide", prices(80, 90, 100, 110, 120)).price
    assert abs((100 - line) ** 2 - 250) < Fraction(1, 10**40)


def test_thirty_per_cent_reached_is_marked_in_poland_and_ten_per_cent_reached_is_not_in_spain():
    assert line_of("poland-mean", prices(60, 90, 120)) == Line(Fraction(63), reached=True)
    assert line_of("poland-value", prices(60, 90), Fraction(100)) == Line(Fraction(70), reached=True)
    assert line_of("world-bank-guide", prices(60, 90), Fraction(100)) == Line(Fraction(80), reached=True)
    assert Line(Fraction(63), reached=True).marks(Fraction(63))
    assert not Line(Fraction(84), reached=False).marks(Fraction(84))
    for name, some in (("spain-one", (75,)), ("spain-two", (80, 100)), ("spain-three", (90, 100, 110))):
        line, least = line_of(name, prices(*some), Fraction(100)), Fraction(min(some))
        assert not line.marks(least)
        assert line.marks(least - Fraction(1, 100))
    assert line_of("spain-four-or-more", prices(80, 95, 105, 120)).marks(Fraction(80))


@pytest.mark.parametrize(
    ("name", "some", "estimate", "reason"),
    [
        ("spain-four-or-more", (1, 2, 3), None, "for four bids or more"),
        ("spain-one", (1, 2), 3, "for one bid, neither more nor fewer"),
        ("spain-one", (1,), None, "no estimate"),
        ("spain-two", (1,), None, "for two bids, neither more nor fewer"),
        ("spain-three", (1, 2, 3, 4), None, "for three bids, neither more nor fewer"),
        ("spain-three-last-clause", (1, 2), 3, "for three bids"),
        ("spain-three-last-clause", (1, 2, 3), None, "no estimate"),
        (ARTICLE, (1,), None, "no estimate"),
        (ARTICLE, (), None, "there are no prices"),
        ("robust-distance", (1, 2, 3, 4), None, "for five bids or more"),
        ("robust-distance", (1, 5, 5, 5, 9), None, "more than half of the prices are equal"),
        ("poland-value", (1, 2), None, "no estimate"),
        ("poland-value", (1, 2), 0, "not above zero"),
        ("world-bank-guide", (1, 2), None, "no estimate"),
        ("poland-mean", (), None, "there are no prices"),
        ("house-rule", (1, 2), None, "`house-rule` is not known"),
    ],
)
def test_what_a_test_cannot_say(name, some, estimate, reason):
    with pytest.raises(LowPriceError, match=reason):
        line_of(name, prices(*some), None if estimate is None else Fraction(estimate))


def test_the_names_and_kinds():
    assert {one.name: one.kind for one in TESTS} == {
        "poland-value": "law", "poland-mean": "law", "spain-one": "law", "spain-two": "law", "spain-three": "law",
        "spain-three-last-clause": "disputed", "spain-four-or-more": "law", "tenth-below-mean": "guide",
        "mean-discount-and-ten-points": "guide", "world-bank-guide": "heuristic", "robust-distance": "heuristic",
    }  # fmt: skip


AMOUNTS = st.lists(st.integers(1, 10**6).map(Fraction), min_size=5, max_size=12)
FEW_OR_MORE = st.lists(st.integers(1, 10**6).map(Fraction), min_size=1, max_size=12)


@given(FEW_OR_MORE, st.integers(2, 50))
def test_no_test_hangs_on_the_currency(some, factor):
    for one in TESTS:
        try:
            line = one.line(some, Fraction(10**6))
        except LowPriceError:
            continue
        scaled = one.line([price * factor for price in some], Fraction(10**6) * factor)
        assert abs(scaled.price - line.price * factor) < Fraction(1, 10**30)


@given(FEW_OR_MORE, st.randoms(use_true_random=False))
def test_spains_article_knows_no_order_and_never_marks_the_highest_of_several(some, dice):
    line = line_of(ARTICLE, some, Fraction(10**6))
    shuffled = dice.sample(some, len(some))
    assert line_of(ARTICLE, shuffled, Fraction(10**6)) == line
    assert len(some) == 1 or not line.marks(max(some))


@given(st.lists(st.integers(1, 10**6).map(Fraction), min_size=3, max_size=3), st.integers(1, 10**6))
def test_of_three_bids_a_dearer_highest_never_raises_the_line_once_it_is_left_out(some, more):
    line = line_of("spain-three", some)
    assert line.price <= line_of("tenth-below-mean", some).price
    low, middle, _ = sorted(some)
    far = (low + middle) * 2 + more
    assert line_of("spain-three", [low, middle, far]).price == (low + middle) / 2 * Fraction(9, 10)


@given(AMOUNTS)
def test_the_median_halves(some):
    middle = median(some)
    assert 2 * sum(one < middle for one in some) <= len(some)
    assert 2 * sum(one > middle for one in some) <= len(some)


@given(st.fractions(min_value=0, max_value=10**12))
def test_roots(value):
    assert abs(root(value) ** 2 - value) < Fraction(1, 10**25)
