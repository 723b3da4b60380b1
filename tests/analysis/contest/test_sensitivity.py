"""What it takes for another to come first: closed forms against brute force, and golden values."""

from fractions import Fraction
from itertools import product

from hypothesis import assume, given, settings, strategies

from fairaudit.analysis.contest import offers, spoiler, steps, weights
from fairaudit.analysis.contest.offers import grid_of, standing
from tests.analysis.contest.contests import contest, contests, offer


def led(one):
    """The place of the only first, `None` where several are."""
    found = standing(one)
    return found.ranks.index(1) if found.ranks.count(1) == 1 else None


def with_weights(one, new):
    """The same contest with other weights, the price's last."""
    if one.pricing is None:
        return one._replace(weights=tuple(new))
    return one._replace(weights=tuple(new[:-1]), price_weight=new[-1])


def all_weights(one):
    return [*one.weights, *([one.price_weight] if one.pricing else [])]


def test_two_criteria_stand_level_where_analysis_says():
    # A leads B by .7 on the first and trails by .6 on the second: level where .7 w = .6 (1 − w), at 6/13 = .4615.
    one = contest(offer("A", None, "0.9", "0.2"), offer("B", None, "0.2", "0.8"), weights=["0.6", "0.4"])
    found = weights.flips(grid_of(one), 0)
    assert [(flip.criterion, flip.weight, flip.other) for flip in found] == [
        (0, Fraction(6, 13), "B"),
        (1, Fraction(7, 13), "B"),
    ]
    assert round(float(found[0].weight), 4) == 0.4615
    assert found[0].change == Fraction(6, 13) - Fraction(6, 10)


@settings(deadline=None)
@given(contests())
def test_a_weight_that_flips_makes_level_and_nothing_nearer_does(one):
    lead = led(one)
    assume(lead is not None)
    own, name = all_weights(one), one.offers[lead].name
    whole = sum(own)

    def at(criterion, weight):
        rest = whole - own[criterion]
        new = [weight if index == criterion else value * (whole - weight) / rest for index, value in enumerate(own)]
        return standing(with_weights(one, new))

    assume(all(whole > one for one in own))
    found = weights.flips(grid_of(one), lead)
    for flip in found:
        level = at(flip.criterion, flip.weight)
        assert {name, flip.other} <= set(level.first)
        assert at(flip.criterion, own[flip.criterion] + flip.change * Fraction(99, 100)).first == (name,)
        assert flip.weight == own[flip.criterion] + flip.change
    for criterion, end in product(range(len(own)), (Fraction(0), Fraction(whole))):
        known = [flip for flip in found if flip.criterion == criterion and (flip.change > 0) == (end > 0)]
        if not known:
            assert name in at(criterion, end).first
        elif end not in (known[0].weight,):
            assert at(criterion, end).first != (name,)


@settings(deadline=None)
@given(contests(priced=False))
def test_the_least_weight_that_moves_makes_level_and_no_smaller_movement_does(one):
    lead = led(one)
    assume(lead is not None)
    grid, own = grid_of(one), list(one.weights)
    found = weights.least_moved(grid, lead)
    name = one.offers[lead].name
    if found is None:
        # Nobody is ahead of the first anywhere.
        assert all(share <= one.offers[lead].shares[at] for bid in one.offers for at, share in enumerate(bid.shares))
        return
    assert found.amount == sum(part for _, part in found.sources)
    new = list(own)
    for at, part in found.sources:
        assert 0 < part <= own[at]
        new[at] -= part
    new[found.target] += found.amount
    assert sum(new) == sum(own)
    assert {name, found.other} <= set(standing(one._replace(weights=tuple(new))).first)


@settings(deadline=None)
@given(contests(priced=False), strategies.data())
def test_no_division_of_weights_nearer_than_the_least_movement_puts_another_first(one, data):
    lead = led(one)
    assume(lead is not None)
    size = len(one.weights)
    new = data.draw(strategies.lists(strategies.integers(0, 9), min_size=size, max_size=size))
    assume(sum(new) > 0)
    new = [Fraction(value * sum(one.weights), sum(new)) for value in new]
    moved = sum(abs(after - before) for after, before in zip(new, one.weights, strict=True)) / 2
    found = weights.least_moved(grid_of(one), lead)
    if one.offers[lead].name not in standing(one._replace(weights=tuple(new))).first:
        assert found is not None
        assert moved > found.amount


@settings(deadline=None)
@given(contests(), strategies.data())
def test_weights_within_the_least_proportion_leave_the_first_in_front(one, data):
    lead = led(one)
    assume(lead is not None)
    own, name = all_weights(one), one.offers[lead].name
    found = weights.least_proportion(grid_of(one), lead)
    within = found.fraction if found else Fraction(1)
    signs = data.draw(strategies.lists(strategies.sampled_from((-1, 0, 1)), min_size=len(own), max_size=len(own)))
    inside = [weight * (1 + sign * within * Fraction(99, 100)) for weight, sign in zip(own, signs, strict=True)]
    assert standing(with_weights(one, inside)).first == (name,)
    if found:
        other = next(at for at, bid in enumerate(one.offers) if bid.name == found.other)
        grid = grid_of(one)
        worst = [
            weight * (1 - found.fraction * (1 if a > b else -1 if a < b else 0))
            for weight, a, b in zip(own, grid.shares[lead], grid.shares[other], strict=True)
        ]
        assert {name, found.other} <= set(standing(with_weights(one, worst)).first)


def test_a_dominated_rival_comes_first_by_no_weights():
    grid = grid_of(contest(offer("A", None, 1, "0.5"), offer("B", None, "0.5", "0.5"), weights=[1, 1]))
    assert weights.flips(grid, 0) == []
    assert weights.least_moved(grid, 0) is None
    assert weights.least_proportion(grid, 0) is None


@settings(deadline=None)
@given(contests())
def test_a_single_score_ends_the_lead_where_brute_force_says(one):
    step = Fraction(1, 5)
    found = steps.single_scores(one, [[step] * len(one.weights)] * len(one.offers))
    lead = led(one)
    if lead is None:
        assert found is None
        return
    ends = {}
    for bid, criterion in product(range(len(one.offers)), range(len(one.weights))):
        for count in range(1, 6):
            share = one.offers[bid].shares[criterion] + (-step if bid == lead else step) * count
            if 0 <= share <= 1:
                shares = tuple(share if at == criterion else own for at, own in enumerate(one.offers[bid].shares))
                changed = one.offers[bid]._replace(shares=shares)
                after = standing(
                    one._replace(offers=tuple(changed if at == bid else own for at, own in enumerate(one.offers)))
                )
                if after.first != (one.offers[lead].name,):
                    ends[bid, criterion] = (count, one.offers[lead].name in after.first)
                    break
    assert len(found.within_one_step) == sum(count == 1 for count, _ in ends.values())
    assert found.scores == len(one.offers) * len(one.weights)
    if not ends:
        assert found.smallest is None
        return
    smallest = found.smallest
    bid = next(at for at, own in enumerate(one.offers) if own.name == smallest.offer)
    assert smallest.steps == min(count for count, _ in ends.values())
    assert ends[bid, smallest.criterion] == (smallest.steps, smallest.tied)
    assert smallest.rises == (bid != lead)


def test_a_score_within_one_step():
    one = contest(offer("A", None, "0.8", "0.6"), offer("B", None, "0.6", "0.8"), weights=[60, 40])
    found = steps.single_scores(one, [[Fraction(1, 5)] * 2] * 2)
    # A leads by 4 points; a step of the first criterion is worth 12, one of the second 8.
    assert (found.smallest.criterion, found.smallest.steps, found.smallest.share) == (0, 1, Fraction(1, 15))
    assert (len(found.within_one_step), found.scores) == (4, 4)


def test_the_price_of_a_spoiler_in_closed_form():
    # The witness of section 1: 60 (.80 − .70) ÷ (40 (1/100 − 1/120)) = 90.
    found = spoiler.spoilers("AB", [Fraction(100), Fraction(120)], [Fraction(42), Fraction(48)], Fraction(40), 0)
    assert found == [spoiler.Spoiler(Fraction(90), "B")]


@settings(deadline=None)
@given(contests(), strategies.integers(1, 49))
def test_a_lower_price_turns_the_order_exactly_below_the_spoilers(one, price):
    lead = led(one)
    assume(lead is not None and one.pricing is not None)
    quality = offers.quality_points(one)
    names = [bid.name for bid in one.offers]
    found = spoiler.spoilers(names, [bid.price for bid in one.offers], quality, one.price_weight, lead)
    before, after = standing(one), standing(one._replace(beside=(Fraction(price),)))
    own = after.totals[lead]
    passed = {name for name, total in zip(names, after.totals, strict=True) if total > own}
    assert passed == {one.other for one in found if price < one.price}
    assert before.first == (names[lead],)


def test_where_the_first_place_changes_hands_as_the_price_counts_more():
    names = ("A", "B", "C")
    qualities, shares = (
        (Fraction(9, 10), Fraction(1, 2), Fraction(7, 10)),
        (Fraction(2, 10), Fraction(1), Fraction(8, 10)),
    )
    found = weights.crossings(names, qualities, shares)
    assert found == [
        weights.Crossing(Fraction(25), "A", "C"),
        weights.Crossing(Fraction(50), "C", "B"),
    ]
    assert weights.price_lines(qualities, shares, Fraction(25)) == [
        Fraction(145, 2),
        Fraction(125, 2),
        Fraction(145, 2),
    ]


@settings(deadline=None)
@given(
    strategies.lists(strategies.tuples(strategies.integers(0, 5), strategies.integers(0, 5)), min_size=1, max_size=6)
)
def test_between_two_crossings_one_bid_is_first(pairs):
    names = tuple("ABCDEF"[: len(pairs)])
    qualities, shares = (tuple(Fraction(one[side], 5) for one in pairs) for side in (0, 1))
    found = weights.crossings(names, qualities, shares)
    ends = [Fraction(0), *(one.weight for one in found), Fraction(100)]
    assert ends == sorted(ends)
    leads = [one.before for one in found] + [found[-1].after if found else None]
    for low, high, lead in zip(ends, ends[1:], leads, strict=False):
        totals = dict(zip(names, weights.price_lines(qualities, shares, (low + high) / 2), strict=True))
        assert lead is None or totals[lead] == max(totals.values())
    if not found:
        # One bid is among the first all along.
        both = [set(_best(names, weights.price_lines(qualities, shares, Fraction(at)))) for at in (0, 50, 100)]
        assert set.intersection(*both)


def _best(names, totals):
    return [name for name, total in zip(names, totals, strict=True) if total == max(totals)]


@given(
    strategies.lists(strategies.tuples(strategies.integers(0, 9), strategies.integers(0, 9)), min_size=2, max_size=5)
)
def test_every_two_bids_that_change_places_meet_in_between(pairs):
    qualities, shares = (tuple(Fraction(one, 10) for one in column) for column in zip(*pairs, strict=True))
    names = tuple(f"B{at}" for at in range(len(pairs)))
    found = {(one.before, one.after): one.weight for one in weights.meetings(names, qualities, shares)}
    for (before, after), weight in found.items():
        totals = dict(zip(names, weights.price_lines(qualities, shares, weight), strict=True))
        assert totals[before] == totals[after]
    turned = {
        (names[one], names[other])
        for one in range(len(pairs))
        for other in range(len(pairs))
        if qualities[one] > qualities[other] and shares[one] < shares[other]
    }
    assert set(found) == turned


def test_a_score_that_lacks_a_whole_step_to_the_end_of_its_scale_cannot_take_one():
    one = contest(offer("A", None, 1), offer("B", None, "0.9"), weights=[100])
    found = steps.single_scores(one, [[Fraction(1, 5)], [Fraction(1, 5)]])
    assert [(move.offer, move.rises, move.steps) for move in found.within_one_step] == [("A", False, 1)]
    assert found.smallest == found.within_one_step[0]
