"""Which formula a record was made by."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fairaudit.analysis.formulas import FormulaError, in_parts, rounded, search
from fairaudit.analysis.formulas.fitting import HALVES, MODES, candidates, fit
from fairaudit.analysis.formulas.named import points

PRICES = [Fraction(one) for one in (812_340, 845_000, 901_275, 1_120_900, 1_300_000)]
ESTIMATE = Fraction(1_400_000)


def record(name, parameters, places, mode="half-up", prices=PRICES):
    exact = {name: Fraction(value) for name, value in parameters.items()}
    return [(one, rounded(points(name, one, prices, Fraction(40), exact), places, mode)) for one in prices]


@pytest.mark.parametrize(
    ("name", "parameters", "places", "mode"),
    [
        ("lowest-price-ratio", {}, 2, "half-up"),
        ("linear-from-lowest", {}, 2, "half-up"),
        ("linear-from-lowest", {}, 3, "down"),
        ("zero-at-multiple-of-lowest", {"multiple": "3"}, 2, "half-up"),
        ("high-low", {}, 1, "half-up"),
        ("mean-based", {}, 2, "up"),
        ("logarithmic", {"multiple": "2"}, 2, "half-up"),
        ("linear-interpolation", {"estimate": "1400000"}, 2, "half-up"),
        ("bilinear", {"estimate": "1400000", "share_at_mean": "0.85"}, 2, "half-up"),
        ("power", {"estimate": "1400000", "exponent": "0.5"}, 2, "half-up"),
        ("fixed-band", {"lowest": "0", "highest": "1400000"}, 2, "half-up"),
        ("benchmark-price", {"reference_price": "1400000"}, 2, "half-up"),
    ],
)
def test_the_one_formula_and_rounding_are_found(name, parameters, places, mode):
    found = search(record(name, parameters, places, mode), PRICES, Fraction(40), ESTIMATE)
    exact = tuple(sorted((key, Fraction(value)) for key, value in parameters.items()))
    assert [(one.name, one.parameters, one.places, one.mode) for one in found.exact] == [(name, exact, places, mode)]
    assert found.nearest is None


def test_points_in_whole_numbers_may_fit_several():
    """impactbids: 40, 38, 37 is the ratio rounded to whole points; the line from the lowest gives the same (40, 38, 36.8)."""
    prices = [Fraction(one) for one in (100, 105, 108)]
    found = search(
        [(price, Decimal(said)) for price, said in zip(prices, (40, 38, 37), strict=True)], prices, Fraction(40)
    )
    assert [one.name for one in found.exact][:2] == ["lowest-price-ratio", "linear-from-lowest"]
    assert {one.places for one in found.exact} == {0}


def test_of_two_roundings_that_fit_the_one_to_the_places_written_is_named():
    """By the ratio the points are 40, 33.04 and 32, by the logarithm 40, 33.04 and 31.88, which is 32 in whole points alone."""
    prices = [Fraction(one) for one in ("100", "121.05", "125")]
    told = [(price, Decimal(said)) for price, said in zip(prices, ("40.0", "33.0", "32.0"), strict=True)]
    found = search(told, prices, Fraction(40))
    assert [(one.name, one.places, one.mode) for one in found.exact] == [
        ("lowest-price-ratio", 1, "half-up"),
        ("logarithmic", 0, "half-up"),
    ]


def test_the_nearest_is_named_with_its_largest_error():
    """40, 32 and 20 by the ratio; no rounding makes 32.1 and 20.2 of them."""
    prices = [Fraction(one) for one in (100, 125, 200)]
    told = [(price, Decimal(said)) for price, said in zip(prices, ("40", "32.1", "20.2"), strict=True)]
    found = search(told, prices, Fraction(40))
    assert found.exact == ()
    assert found.nearest == ("lowest-price-ratio", (), None, "", Fraction(1, 5), 0, 0, 1)


def test_the_nearest_need_not_be_the_first_that_is_tried():
    """0 at three times the lowest gives 40, 38 and 34, at most 0.3 off; by the ratio, which is tried first, 2.9 are."""
    prices = [Fraction(one) for one in (100, 110, 130)]
    told = [(price, Decimal(said)) for price, said in zip(prices, ("40", "38.2", "33.7"), strict=True)]
    found = search(told, prices, Fraction(40))
    assert found.exact == ()
    multiple = (("multiple", Fraction(3)),)
    assert found.nearest == ("zero-at-multiple-of-lowest", multiple, None, "", Fraction(3, 10), 0, 0, 1)


def test_a_formula_without_an_answer_is_passed_over():
    assert fit("high-low", {}, [(Fraction(5), Decimal(4))], [Fraction(5)], Fraction(4)) is None
    with pytest.raises(FormulaError, match="no points are recorded"):
        search([], PRICES, Fraction(40))


def test_without_an_estimate_no_formula_that_needs_one_is_tried():
    names = [name for name, _ in candidates(None)]
    assert sorted(set(names)) == [
        "high-low", "linear-from-lowest", "logarithmic", "lowest-price-ratio", "mean-based", "zero-at-multiple-of-lowest",
    ]  # fmt: skip
    assert len(list(candidates(ESTIMATE))) == len(names) + 7 + 1 + 3 + 7 + 2


@example([Fraction(122), Fraction(142), Fraction(165)], ("linear-from-lowest", {}), "up", 1)
@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(100, 999).map(Fraction), min_size=3, max_size=5, unique=True),
    st.sampled_from(list(candidates(Fraction(1000)))),
    st.sampled_from(MODES),
    st.integers(1, 4),
)
def test_what_a_formula_gives_is_always_found(prices, chosen, mode, places):
    name, parameters = chosen
    told = [(one, rounded(points(name, one, prices, Fraction(40), parameters), places, mode)) for one in prices]
    found = search(told, prices, Fraction(40), Fraction(1000))
    assert (name, tuple(sorted(parameters.items()))) in {(one.name, one.parameters) for one in found.exact}
    for one in found.exact:
        again = [
            in_parts(points(one.name, p, prices, Fraction(40), dict(one.parameters)), one.places, one.mode, one.parts)
            for p in prices
        ]
        assert again == [said for _, said in told]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.integers(100, 999).map(Fraction), min_size=3, max_size=5, unique=True),
    st.sampled_from(list(candidates(Fraction(1000)))),
    st.sampled_from(MODES),
)
def test_what_a_formula_gives_in_half_points_is_always_found(prices, chosen, mode):
    name, parameters = chosen
    exact = [points(name, one, prices, Fraction(40), parameters) for one in prices]
    told = [Decimal(int(in_parts(one, 0, mode, HALVES) * 10)).scaleb(-1) for one in exact]
    found = search(list(zip(prices, told, strict=True)), prices, Fraction(40), Fraction(1000))
    assert (name, tuple(sorted(parameters.items()))) in {(one.name, one.parameters) for one in found.exact}
    for one in found.exact:
        own = [points(one.name, price, prices, Fraction(40), dict(one.parameters)) for price in prices]
        assert [in_parts(value, one.places, one.mode, one.parts) for value in own] == [Fraction(said) for said in told]


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("half-up", ("40", "38.5", "36", "29", "25")),
        ("down", ("40", "38", "36", "28.5", "24.5")),
        ("up", ("40", "38.5", "36.5", "29", "25")),
    ],
)
def test_half_points_are_one_rounding_and_cutting_to_them_another(mode, told):
    """By the ratio the points are 40, 38.45, 36.05, 28.99 and 24.995."""
    found = search(list(zip(PRICES, map(Decimal, told), strict=True)), PRICES, Fraction(40))
    ratio = next(one for one in found.exact if one.name == "lowest-price-ratio")
    assert (ratio.places, ratio.mode, ratio.parts) == (0, mode, HALVES)
    assert ratio.chosen == 1 + (mode != "half-up")


def test_whole_points_are_never_called_half_points():
    told = record("lowest-price-ratio", {}, 0)
    assert {one.parts for one in search(told, PRICES, Fraction(40)).exact} == {1}


def test_a_fit_by_a_wide_rounding_is_found_behind_a_nearer_formula_that_does_not_fit():
    told = [(one, rounded(points("lowest-price-ratio", one, PRICES, Fraction(40)), 0, "down")) for one in PRICES]
    found = fit("lowest-price-ratio", {}, told, PRICES, Fraction(40), bound=Fraction(1, 100))
    assert (found.places, found.mode) == (0, "down")
    assert Fraction(1, 100) < found.largest < 1
    assert fit("high-low", {}, told, PRICES, Fraction(40), bound=Fraction(1, 100)) is None


@pytest.mark.parametrize("places", [2, 3])
@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("zero-at-multiple-of-lowest", {"multiple": "1.75"}),
        ("zero-at-multiple-of-reference", {"estimate": "1350000", "multiple": "2"}),
        ("zero-at-multiple-of-reference", {"estimate": "1350000", "multiple": "2.3"}),
        ("zero-at-multiple-of-reference", {"estimate": "1400000", "multiple": "2.3"}),
        ("logarithmic", {"multiple": "1.8"}),
        ("power", {"estimate": "1400000", "exponent": "0.25"}),
        ("bilinear", {"estimate": "1400000", "share_at_mean": "0.77"}),
        ("benchmark-price", {"reference_price": "790000"}),
        ("fixed-band", {"lowest": "700000", "highest": "1450000"}),
        ("linear-interpolation", {"estimate": "1410000"}),
    ],
)
def test_parameters_that_are_not_usual_are_solved(name, parameters, places):
    found = search(record(name, parameters, places), PRICES, Fraction(40), ESTIMATE)
    exact = tuple(sorted((key, Fraction(value)) for key, value in parameters.items()))
    assert (name, exact) in [(one.name, one.parameters) for one in found.exact]
    assert all(0 < one.chance < Fraction(1, 1000) for one in found.exact)


def test_a_band_is_found_from_four_points():
    prices = [Fraction(one) for one in (96, 83, 93, 124)]
    told = list(zip(prices, map(Decimal, ("25", "31.5", "26.5", "11")), strict=True))
    (found,) = search(told, prices, Fraction(40)).exact
    assert (found.name, dict(found.parameters), found.largest) == ("fixed-band", {"lowest": 66, "highest": 146}, 0)


def test_a_parameter_that_is_no_round_number_stays_as_it_is():
    """(100 n - P) / (100 (n - 1)) of 30 points is 30 - (P - 100) x 3/10 / (n - 1), with n - 1 = 9/7."""
    prices = [Fraction(one) for one in (100, 130, 160, 220)]
    told = [(one, Decimal(30) - Decimal(int(one) - 100) * 7 / 30) for one in prices]
    (found, *_) = search(told, prices, Fraction(30)).exact
    assert (found.name, dict(found.parameters)) == ("zero-at-multiple-of-lowest", {"multiple": Fraction(16, 7)})


def test_a_number_that_is_known_goes_before_a_rounder_one():
    told = [(one, rounded(points("linear-interpolation", one, PRICES, Fraction(40), {"estimate": Fraction(1_412_700)}), 1))
            for one in PRICES]  # fmt: skip
    known = search(told, PRICES, Fraction(40), known=[Fraction(1_412_700)]).exact
    assert ("linear-interpolation", (("estimate", Fraction(1_412_700)),)) in [
        (one.name, one.parameters) for one in known
    ]
    assert all(dict(one.parameters).get("estimate") != 1_412_700 for one in search(told, PRICES, Fraction(40)).exact)


@settings(max_examples=20, deadline=None)
@given(
    st.sets(st.integers(200, 900), min_size=4, max_size=7)
    .map(sorted)
    .filter(lambda prices: prices[-1] - prices[0] > 99),
    st.integers(20, 199),
    st.integers(901, 1500),
    st.integers(1, 3),
)
def test_every_band_is_found(prices, low, high, places):
    band = {"lowest": Fraction(low), "highest": Fraction(high)}
    own = [Fraction(one) for one in prices]
    told = [(one, rounded(points("fixed-band", one, own, Fraction(40), band), places)) for one in own]
    found = search(told, own, Fraction(40))
    assert found.exact
    assert all(fits_again(one, told, own) for one in found.exact)


def fits_again(one, told, prices):
    exact = [points(one.name, price, prices, Fraction(40), dict(one.parameters)) for price, _ in told]
    return [rounded(value, one.places, one.mode) for value in exact] == [said for _, said in told]


@settings(max_examples=50, deadline=None, derandomize=True)
@given(
    st.sets(st.integers(100, 250), min_size=4, max_size=7).map(sorted),
    st.randoms(use_true_random=False),
    st.sampled_from([None, Fraction(260)]),
)
def test_points_by_nothing_are_not_found(prices, random, estimate):
    own = [Fraction(one) for one in prices]
    said = sorted((Decimal(random.randint(500, 3999)).scaleb(-2) for _ in own[1:]), reverse=True)
    found = search(list(zip(own, [Decimal(40), *said], strict=True)), own, Fraction(40), estimate)
    assert not [one for one in found.exact if one.chance <= Fraction(1, 50)]
