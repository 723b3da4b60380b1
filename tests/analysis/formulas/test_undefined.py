"""What has no answer says so and why, and names the part of the formula that would have to be written otherwise."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.formulas import FormulaError, formula_named, overall, points
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.named import EVERY

BAND = {"margin": "0.1", "decided_by_quality": 0}


@pytest.mark.parametrize(
    ("name", "prices", "parameters", "reason", "field"),
    [
        ("lowest-price-ratio", [0, 5], {}, "a price is zero or below", None),
        ("mean-based", [0, 5], {}, "a price is zero or below", None),
        ("high-low", [5, 5], {}, "the highest price equals the lowest", None),
        ("linear-interpolation", [5, 9], {}, "needs `estimate`", "parameters.estimate"),
        ("linear-interpolation", [5, 11], {"estimate": 10}, "above the estimate", None),
        ("linear-interpolation", [10, 10], {"estimate": 10}, "nobody is below the estimate", None),
        ("linear-interpolation", [5], {"estimate": 0}, "`estimate` is not above zero", "parameters.estimate"),
        ("bilinear", [5], {"estimate": 10, "share_at_mean": 1}, "not between 0 and 1", "parameters.share_at_mean"),
        ("power", [5], {"estimate": 10, "exponent": 11}, "not above 0 and at most 10", "parameters.exponent"),
        ("zero-at-multiple-of-lowest", [5], {"multiple": 1}, "not above 1", "parameters.multiple"),
        ("logarithmic", [5], {"multiple": 1}, "not above 1", "parameters.multiple"),
        ("score-by-rank", [6, 5], {"place_1": 10}, "points of place 2 are not given", "parameters.place_2"),
        ("score-by-rank", [5], {"place_1": 0}, "does not have the most points", "parameters.place_1"),
        ("fixed-band", [5], {"lowest": 6, "highest": 9}, "outside the published band", None),
        ("fixed-band", [5], {"lowest": 9, "highest": 9}, "not above its lowest", "parameters.highest"),
        ("benchmark-price", [0], {"reference_price": 9}, "zero or below", None),
        ("consip-s-curve", [5], {"k": 2}, "write what your tender publishes behind the name", "name"),
        ("lowest-price-ratio", [5], {"slope": 2}, "has no parameter `slope`", "parameters.slope"),
        ("superformula", [5], {}, "gives price and quality one figure", None),
    ],
)
def test_price_points_without_an_answer(name, prices, parameters, reason, field):
    exact = [Fraction(one) for one in prices]
    with pytest.raises(FormulaError, match=reason) as caught:
        points(name, exact[0], exact, Fraction(40), {key: Decimal(value) for key, value in parameters.items()})
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("name", "offer", "parameters", "reason"),
    [
        ("price-per-quality-point", (5, 0), {}, "a quality is zero or below"),
        ("price-per-quality-point", (-5, 1), {}, "a price is below zero"),
        ("cost-plus-time-over-technical", (5, 0), {"day_rate": 1}, "a quality is zero or below"),
        ("value-for-money-index", (0, 1), {}, "a price is zero or below"),
        ("value-for-money-index", (1, 1), {"factor": 0}, "factor is not above zero"),
        ("utility-index", (0, 1), {}, "a price is zero or below"),
        ("price-performance-quotient", (0, 1), {}, "a price is zero or below"),
        ("price-performance-band", (1, 0), BAND, "no offer has any quality"),
        ("price-performance-band", (1, 1), BAND | {"margin": "0.11"}, "not a share from 0 to a tenth"),
        ("price-performance-band", (1, 1), {"decided_by_quality": 0}, "needs `margin`"),
        ("price-performance-band", (1, 1), {"margin": "0.1"}, "needs `decided_by_quality`"),
        ("price-performance-band", (1, 1), BAND | {"decided_by_quality": 2}, "neither 0 nor 1"),
        ("renormalised-quality", (1, 0), {}, "no offer has any"),
        ("prozorro-coefficient", (1, 2), {"highest_share": "0.3"}, "not a share from 0 to 1"),
        ("prozorro-coefficient", (1, 1), {"highest_share": 1}, "not from 0 up to 1"),
        ("superformula", (1, 1), {"reference_price": 1, "reference_quality": "0.5"}, "neither the exponent nor"),
        (
            "superformula",
            (1, 1),
            {"reference_price": 1, "reference_quality": "0.9", "highest_price": 2},
            "no exponent follows",
        ),
        ("superformula", (1, 1), {"reference_price": 1, "reference_quality": 1, "exponent": 21}, "at most 20"),
        (
            "superformula",
            (1, 1),
            {"reference_price": 0, "reference_quality": 1, "exponent": 1},
            "reference is not above zero",
        ),
    ],
)
def test_overall_figures_without_an_answer(name, offer, parameters, reason):
    given = {key: Decimal(value) for key, value in parameters.items()}
    with pytest.raises(FormulaError, match=reason):
        overall(name, [Offer(*map(Fraction, offer))], Fraction(40), Fraction(60), given)


def test_the_utility_index_needs_a_weight_of_price():
    with pytest.raises(FormulaError, match="where price has no weight"):
        overall("utility-index", [Offer(Fraction(1), Fraction(1))], Fraction(0), Fraction(100))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Inverse proportional", "lowest-price-ratio"), ("lowest price / price", "lowest-price-ratio"),
        ("lowest/price", "lowest-price-ratio"), ("QCBS", "lowest-price-ratio"), ("min-max", "high-low"),
        ("Min max", "high-low"), ("linear_from_lowest", "linear-from-lowest"), ("A-plus-B", "cost-plus-time-over-technical"),
    ],
)  # fmt: skip
def test_names_that_people_write(written, meant):
    assert formula_named(written).name == meant


def test_a_name_that_is_not_known_names_the_nearest():
    with pytest.raises(FormulaError, match="did you mean `lowest-price-ratio`") as caught:
        formula_named("lowest-price-ration")
    assert caught.value.field == "name"


def test_no_offers_have_no_figures():
    assert overall("high-low", [], Fraction(40), Fraction(60)) == ()


def test_a_floor_and_a_cap_hold_the_points():
    prices = [Fraction(one) for one in (50, 100, 250)]

    def got(parameters):
        return [points("mean-based", one, prices, Fraction(40), parameters) for one in prices]

    assert got({}) == [45, 30, -15]
    assert got({"floor": Decimal(0), "cap": Decimal(40)}) == [40, 30, 0]
    assert got({"minimum": Decimal(5), "maximum": Decimal(20)}) == [20, 20, 5]


AMOUNTS = st.one_of(
    st.sampled_from([Fraction(0), Fraction(-1), Fraction(1, 10**30), Fraction(10**30), Fraction(1)]),
    st.fractions(min_value=-(10**6), max_value=10**6),
)


@pytest.mark.parametrize("formula", EVERY, ids=[one.name for one in EVERY])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_whatever_is_given_there_is_an_answer_or_a_reason(formula, data):
    """Parameters and prices come from strangers: no division by zero, no overflow, nothing that never ends."""
    names = [one.name for one in formula.parameters[:4]]
    parameters = {name: data.draw(AMOUNTS) for name in names if data.draw(st.booleans())}
    offers = [
        Offer(data.draw(AMOUNTS), data.draw(AMOUNTS), (("days", data.draw(AMOUNTS)),))
        for _ in range(data.draw(st.integers(1, 4)))
    ]
    try:
        got = overall(formula.name, offers, data.draw(AMOUNTS), data.draw(AMOUNTS), parameters)
    except FormulaError:
        return
    assert len(got) == len(offers)
