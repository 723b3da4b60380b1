"""What is drawn: shares that sum to one, seeds that hold, and answers known in closed form."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings, strategies

from fairaudit.analysis.contest import acceptability, realised, resampling
from fairaudit.analysis.contest.offers import grid_of
from tests.analysis.contest.contests import contest, contests, offer

TWO = contest(offer("A", None, "0.9", "0.2"), offer("B", None, "0.2", "0.8"), weights=["0.6", "0.4"])
"""A is first where the first weight is above 6/13: seven thirteenths of all divisions."""


def test_any_weights_find_the_share_known_in_closed_form():
    found = acceptability.any_weights(grid_of(TWO))
    assert (found.draws, found.seed) == (2000, 19720221)
    # Four standard errors of a share of seven thirteenths in 2,000 draws.
    assert abs(found.first("A") - Fraction(7, 13)) < Fraction(45, 1000)


def test_near_weights_find_the_share_known_in_closed_form():
    one = contest(offer("A", None, "0.5", 0), offer("B", None, 0, "0.5"), weights=[52, 48])
    found = acceptability.near_weights(grid_of(one), 10)
    # B is first where 48 (1 + v) > 52 (1 + u), u and v spread evenly over ±.1: a triangle of that square.
    base = Fraction(48 * 11, 52 * 10) - 1 + Fraction(1, 10)
    height = base * 52 / 48
    assert abs(found.first("B") - base * height / 2 / Fraction(4, 100)) < Fraction(35, 1000)


def test_what_is_drawn_is_the_same_everywhere():
    grid = grid_of(TWO)
    assert acceptability.any_weights(grid, 50) == acceptability.any_weights(grid, 50)
    assert acceptability.any_weights(grid, 50).first("A") == Fraction(3, 5)
    assert acceptability.near_weights(grid, 10, 50).first("A") == 1


@settings(deadline=None)
@given(contests(least=1))
def test_places_and_bids_share_all_draws(one):
    grid = grid_of(one)
    for found in (acceptability.any_weights(grid, 40), acceptability.near_weights(grid, 10, 40)):
        assert [sum(row) for row in found.shares] == [1] * len(one.offers)
        assert [sum(column) for column in zip(*found.shares, strict=True)] == [1] * len(one.offers)


def test_bids_that_stand_level_share_their_places():
    found = acceptability.any_weights(grid_of(contest(offer("A", None, 1), offer("B", None, 1), weights=[1])), 10)
    assert found.shares == ((Fraction(1, 2), Fraction(1, 2)), (Fraction(1, 2), Fraction(1, 2)))


def test_large_contests_are_drawn_less_often():
    wide = contest(*(offer(f"B{at}", None, *([1] * 60)) for at in range(40)), weights=[1] * 60)
    assert acceptability.draws_for(grid_of(TWO)) == 2000
    assert acceptability.draws_for(grid_of(wide)) == 1041


@settings(deadline=None)
@given(strategies.data())
def test_small_panels_are_counted_and_not_drawn(data):
    people, bids = data.draw(strategies.integers(1, 4)), data.draw(strategies.integers(1, 4))
    row = strategies.lists(strategies.integers(0, 3).map(Fraction), min_size=bids, max_size=bids)
    totals = data.draw(strategies.lists(row, min_size=people, max_size=people))
    fixed = data.draw(row)
    won = [Fraction(0)] * bids
    for panel in product(range(people), repeat=people):
        sums = [sum(totals[one][bid] for one in panel) + people * fixed[bid] for bid in range(bids)]
        best = [bid for bid in range(bids) if sums[bid] == max(sums)]
        for bid in best:
            won[bid] += Fraction(1, len(best))
    found = resampling.first_by_panels(totals, fixed)
    assert list(found.shares) == [one / people**people for one in won]
    assert found.drawn is None


def test_large_panels_are_drawn_by_a_seed():
    totals = [[Fraction(at), Fraction(4)] for at in range(10)]
    found = resampling.first_by_panels(totals, [Fraction(0), Fraction(0)])
    assert (found.panels, found.drawn, found.seed) == (92378, 2000, 19720221)
    assert found == resampling.first_by_panels(totals, [Fraction(0), Fraction(0)])
    assert sum(found.shares) == 1
    # The mean of ten draws of 0 to 9 is above 4 in about seven of ten panels.
    assert Fraction(6, 10) < found.shares[0] < Fraction(8, 10)
    with pytest.raises(ValueError, match="no individual score"):
        resampling.first_by_panels([], [Fraction(0)])


def test_weights_as_they_turned_out():
    one = contest(
        offer("A", None, 1, "0.5"), offer("B", None, 0, "0.5"), offer("C", None, "0.5", "0.4"), weights=[40, 60]
    )
    first, second = realised.realised_weights(grid_of(one))
    assert (first.weight, first.spread, first.used, first.of_ranges) == (40, 40, 1, Fraction(20, 23))
    assert (second.weight, second.spread, second.used, second.of_ranges) == (60, 6, Fraction(1, 10), Fraction(3, 23))
    assert (first.ratio, second.ratio) == (Fraction(50, 23), Fraction(5, 23))
    assert first.of_variance + second.of_variance == 1


@settings(deadline=None)
@given(contests())
def test_shares_of_ranges_and_of_variance_sum_to_one(one):
    found = realised.realised_weights(grid_of(one))
    if any(one.of_ranges is not None for one in found):
        assert sum(one.of_ranges for one in found) == 1
    if any(one.of_variance is not None for one in found):
        assert sum(one.of_variance for one in found) == 1
