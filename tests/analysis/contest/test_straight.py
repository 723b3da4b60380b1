"""Weights varied in contests by one figure: the order by the grid is the order by the formula, whatever the weights."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.analysis.contest.offers import Contest, Offer, standing, standing_of
from fairaudit.analysis.contest.straight import straight_grid
from fairaudit.analysis.contest.weights import flips
from fairaudit.checks.contest.pricing import overall_by, straight_in
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import built

STRAIGHT = {
    "value-for-money-index": {}, "price-per-quality-point": {}, "award-on-value": {"value": 500},
    "cost-plus-time-over-technical": {"day_rate": 3}, "prozorro-coefficient": {"highest_share": Fraction(3, 10)},
    "price-performance-quotient": {},
}  # fmt: skip
SHARE = st.integers(1, 10).map(lambda one: Fraction(one, 10))
OFFER = st.tuples(st.integers(50, 500), SHARE, SHARE, SHARE, st.integers(1, 90))
WEIGHTS = st.tuples(st.integers(1, 60), st.integers(1, 60), st.integers(1, 60))


def formula_of(name):
    return built(Formula, (), {"name": name, "parameters": STRAIGHT[name] or None})


def contest(name, offers, weights):
    made = tuple(
        Offer(f"B{at}", Fraction(price), tuple(shares), (("days", Fraction(days)),))
        for at, (price, *shares, days) in enumerate(offers)
    )
    whole = Fraction(sum(weights))
    return Contest(made, tuple(map(Fraction, weights)), overall=overall_by(formula_of(name), (Fraction(50), whole)))


@pytest.mark.parametrize("name", STRAIGHT)
@settings(max_examples=40)
@given(offers=st.lists(OFFER, min_size=2, max_size=4), published=WEIGHTS, tried=WEIGHTS)
def test_the_grid_orders_offers_as_the_formula_does_by_any_weights(name, offers, published, tried):
    grid = straight_grid(contest(name, offers, published), straight_in(formula_of(name)))
    varied = grid._replace(weights=tried)
    # The formula's own way: the contest with the other weights, quality still out of the same whole.
    whole = Fraction(sum(published))
    weights = tuple(one * whole / sum(tried) for one in tried)
    own = standing(contest(name, offers, published)._replace(weights=weights))
    assert standing_of(grid.names, [Fraction(one) for one in varied.totals()]).ranks == own.ranks


def test_the_weight_at_which_two_are_level_makes_the_figures_equal():
    offers = [(100, Fraction(9, 10), Fraction(4, 10), Fraction(5, 10), 1), (110, Fraction(5, 10), Fraction(9, 10), Fraction(6, 10), 1)]  # fmt: skip
    given_ = contest("price-per-quality-point", offers, (50, 30, 20))
    grid = straight_grid(given_, "inverse")
    lead = standing(given_).ranks.index(1)
    for one in flips(grid, lead):
        rest = [weight for at, weight in enumerate((50, 30, 20)) if at != one.criterion]
        weights = [Fraction(weight) * (100 - one.weight) / sum(rest) for weight in (50, 30, 20)]
        weights[one.criterion] = one.weight
        level = standing(given_._replace(weights=tuple(weights)))
        assert level.totals[0] == level.totals[1]


def test_what_is_no_line_in_quality_is_not_taken_for_one():
    assert straight_in(built(Formula, (), {"name": "superformula"})) is None
    assert straight_in(built(Formula, (), {"name": "price-performance-band"})) is None
    assert straight_in(built(Formula, (), {"name": "lowest-price-ratio"})) is None
