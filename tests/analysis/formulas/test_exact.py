"""Exact arithmetic: published worked examples, identities, and what is not defined."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.formulas import (
    FormulaError,
    as_meant,
    half_unit,
    price_points,
    rounded,
    scaled,
    weighted_total,
)
from fairaudit.analysis.formulas.decimals import ln, power

PRICES = st.lists(st.integers(1, 10**9).map(Fraction), min_size=1, max_size=8)


def points(name, prices, weight):
    exact = [Fraction(one) for one in prices]
    return [price_points(name, one, exact, Fraction(weight)) for one in exact]


def test_quality_and_price_of_two_bids():
    """Negometrix US, article 44001761046: weights 60/40/30/70, A 40, 30, 20 at 10,000, B 32, 20, 22 at 8,000."""
    assert points("lowest-price-ratio", [10_000, 8_000], 70) == [56, 70]
    totals = [sum(quality) + price for quality, price in zip([(40, 30, 20), (32, 20, 22)], [56, 70], strict=True)]
    assert totals == [146, 144]


def test_a_ratio_out_of_one():
    """CCS guidance on digital outcomes: 15,000, 10,000 and 30,000 give .667, 1 and .333."""
    got = points("lowest-price-ratio", [15_000, 10_000, 30_000], 1)
    assert [rounded(one, 3) for one in got] == [Decimal("0.667"), Decimal("1.000"), Decimal("0.333")]


def test_a_ratio_out_of_a_hundred():
    """the-egov-blog: 20, 40 and 60 crore give 100, 50 and 33.3."""
    got = points("lowest-price-ratio", [20, 40, 60], 100)
    assert [rounded(one, 1) for one in got] == [Decimal("100.0"), Decimal("50.0"), Decimal("33.3")]


def test_points_rounded_to_whole_numbers():
    """impactbids: 100, 105 and 108 with weight 40 give 40, 38 and 37 (38.095 and 37.037 before rounding)."""
    got = points("lowest-price-ratio", [100, 105, 108], 40)
    assert [rounded(one, 0) for one in got] == [40, 38, 37]
    assert [rounded(one, 3) for one in got] == [Decimal("40.000"), Decimal("38.095"), Decimal("37.037")]


def test_linear_from_the_lowest():
    """agorapublix 18926: lowest 200, price 235, weight 40 give 33."""
    assert points("linear-from-lowest", [200, 235], 40) == [40, 33]


def test_linear_from_the_lowest_in_per_cent():
    """materialsmanagement.info: a quarter dearer gives 75 of 100, two fifths dearer 60."""
    assert points("linear-from-lowest", [100, 125, 140], 100) == [100, 75, 60]


def test_linear_from_the_lowest_never_falls_below_zero():
    """scoring.md R2: zero at twice the lowest, and a floor of zero beyond."""
    assert points("linear-from-lowest", [100, 200, 350], 40) == [40, 0, 0]


def test_a_price_of_zero_is_an_error_and_never_zero_points():
    """Bevan Brittan 2019: 85 against 100 gives 10 and 8.5, 15 against 25 gives 5 and 3, 10 against 0 has no answer."""
    assert points("lowest-price-ratio", [85, 100], 10) == [10, Fraction("8.5")]
    assert points("lowest-price-ratio", [15, 25], 5) == [5, 3]
    for name in ("lowest-price-ratio", "linear-from-lowest"):
        with pytest.raises(FormulaError, match="zero or below"):
            points(name, [10, 0], 15)


def test_a_third_bid_turns_the_order_of_two():
    """scoring.md, rank-reversal witness: 60/40, A 100/.70 and B 120/.80; C at 60/.05 makes B win over A."""

    def totals(bids):
        price = points("lowest-price-ratio", [one[0] for one in bids], 40)
        return [
            weighted_total([(Fraction(quality), Fraction(60))]) + got
            for (_, quality), got in zip(bids, price, strict=True)
        ]

    a, b, c = (100, "0.70"), (120, "0.80"), (60, "0.05")
    assert [rounded(one, 3) for one in totals([a, b])] == [Decimal("82.000"), Decimal("81.333")]
    assert totals([a, b, c]) == [66, 68, 43]


def test_the_middle_bid_of_an_even_line_cannot_win():
    """scoring.md, localgovernmentlawyer scenario 1: 50/50 with price and quality 50, 75, 100 give 75, 70.833, 75."""
    price = points("lowest-price-ratio", [50, 75, 100], 50)
    got = [one + Fraction(quality, 100) * 50 for one, quality in zip(price, (50, 75, 100), strict=True)]
    assert [rounded(one, 3) for one in got] == [Decimal("75.000"), Decimal("70.833"), Decimal("75.000")]


def test_a_total_of_parts_that_no_decimal_holds_is_exact():
    assert weighted_total([(Fraction(1, 3), Fraction(60)), (Fraction(1, 7), Fraction(40))]) == Fraction(180, 7)


@pytest.mark.parametrize(
    ("value", "places", "mode", "expected"),
    [
        ("2.5", 0, "half-up", "3"), ("2.5", 0, "half-even", "2"), ("2.5", 0, "half-down", "2"), ("2.5", 0, "down", "2"),
        ("2.1", 0, "up", "3"), ("-2.5", 0, "half-up", "-3"), ("1/3", 4, "half-up", "0.3333"), ("2/3", 2, "down", "0.66"),
        ("1.005", 2, "half-up", "1.01"), ("1.0049999999999999999", 2, "half-up", "1.00"),
        ("36.24", 0, "nearest-half", "36"), ("36.25", 0, "nearest half", "36.5"), ("1.125", 0, "nearest-quarter", "1.25"),
        ("1.12", 1, "nearest-half", "1.1"), ("-0.25", 0, "nearest-half", "-0.5"),
    ],
)  # fmt: skip
def test_declared_roundings(value, places, mode, expected):
    assert rounded(Fraction(value), places, mode) == Decimal(expected)


def test_what_is_not_known_says_so():
    with pytest.raises(FormulaError, match="`house-curve` is not one that can be worked out"):
        points("house-curve", [1, 2], 40)
    with pytest.raises(FormulaError, match="`nearest` is not known"):
        rounded(Fraction(1, 3), 2, "nearest")


@pytest.mark.parametrize("mode", ["half-even", "half_even", "Half even", "bankers", "banker's", "Banker’s rounding"])
def test_half_to_even_has_several_names(mode):
    assert [rounded(Fraction(one, 2), 0, mode) for one in (1, 3, 5)] == [0, 2, 2]
    with pytest.raises(FormulaError, match="not among those"):
        price_points("lowest-price-ratio", Fraction(3), [Fraction(1)], Fraction(1))
    with pytest.raises(FormulaError, match="not above its minimum"):
        scaled(Decimal(3), Decimal(5), Decimal(5))


def test_logarithms_and_powers_hold_fifty_digits():
    """By identities: ln a² = 2 ln a, and a root times itself."""
    near = Fraction(1, 10**48)
    assert abs(ln(Fraction(9, 4)) - 2 * ln(Fraction(3, 2))) < near
    assert abs(power(Fraction(2), Fraction(1, 2)) ** 2 - 2) < near


def test_half_of_the_last_digit():
    assert [half_unit(Decimal(one)) for one in ("78", "78.5", "78.50", "100")] == [
        Fraction(1, 2), Fraction(1, 20), Fraction(1, 200), Fraction(1, 2),
    ]  # fmt: skip


@given(st.integers(0, 10**7), st.integers(0, 4), st.integers(1, 9))
def test_what_a_program_works_out_in_doubles_is_what_was_meant(number, places, by):
    meant = Decimal(number).scaleb(-places)
    noisy = Decimal(repr(sum([float(meant) / by] * by)))
    assert as_meant(noisy) == meant


def test_a_number_that_somebody_wrote_stands_as_it_is():
    written = ["78", "78.50", "0.3333333333", "123456789012345678", "12345678901234.56", "0", "0.00", "-4.5"]
    assert [str(as_meant(Decimal(one))) for one in written] == written
    assert str(as_meant(Decimal("76.28999999999999"))) == "76.2900000000"
    assert half_unit(Decimal("82.93333333333334")) == Fraction(1, 2 * 10**10)


@given(PRICES, st.sampled_from(["lowest-price-ratio", "linear-from-lowest"]))
def test_the_cheapest_has_full_points_and_a_dearer_bid_never_more(prices, name):
    got = points(name, prices, 40)
    assert max(got) == 40
    assert all(0 <= one <= 40 for one in got)
    pairs = sorted(zip(prices, got, strict=True))
    assert all(first[1] >= second[1] for first, second in pairwise(pairs))


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(0, 6))
def test_rounding_is_never_further_off_than_half_of_the_last_place(value, places):
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2) / 10**places


@given(
    st.integers(-(10**12), 10**12), st.integers(0, 8), st.integers(0, 6),
    st.sampled_from(["half-up", "half-even", "half-down", "up", "down"]),
)  # fmt: skip
def test_rounding_is_that_of_decimal_arithmetic_digit_for_digit(digits, written, places, mode):
    value = Decimal(digits).scaleb(-written)
    library = value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_" + mode.upper().replace("-", "_"))
    assert str(rounded(Fraction(value), places, mode)) == str(library if library else abs(library))


@pytest.mark.parametrize("mode", ["half-up", "half-even", "half-down", "up", "down"])
def test_ties_and_what_lies_just_beside_them_are_rounded_as_by_decimal_arithmetic(mode):
    for twice in range(-7, 8):
        for near in (-1, 0, 1):
            value = Decimal(twice) / 2 + Decimal(near).scaleb(-6)
            library = value.quantize(Decimal(1), rounding="ROUND_" + mode.upper().replace("-", "_"))
            assert rounded(Fraction(value), 0, mode) == library
