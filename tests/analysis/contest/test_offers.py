"""Totals, places, and what leaving out a criterion, a bid or an evaluator does: golden values, and brute force."""

from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies

from fairaudit.analysis.contest import offers, without
from tests.analysis.contest.contests import contest, contests, high_low, lowest_over_price, offer

WITNESS = contest(offer("A", 100, "0.7"), offer("B", 120, "0.8"), weights=[60], price=40, pricing=lowest_over_price)
"""The witness of a rank reversal in section 1 of the scoring note."""
SPOILER = offer("C", 60, "0.05")


def by_hand(one):
    """Totals worked out plainly, criterion by criterion."""
    price = offers.price_shares(one) if one.pricing else [Fraction(0)] * len(one.offers)
    return [
        sum((weight * share for weight, share in zip(one.weights, bid.shares, strict=True)), one.price_weight * paid)
        for bid, paid in zip(one.offers, price, strict=True)
    ]


def test_the_witness_of_a_rank_reversal():
    before = offers.standing(WITNESS)
    after = without.with_offer(WITNESS, SPOILER).standing
    assert (before.totals, before.first) == ((82, Fraction(244, 3)), ("A",))
    assert (after.totals, after.ranks, after.first) == ((66, 68, 43), (2, 1, 3), ("B",))


def test_a_bid_that_is_only_compared_with_turns_the_order_alike():
    after = without.with_offer(WITNESS, SPOILER._replace(shares=())).standing
    assert (after.names, after.totals) == (("A", "B"), (66, 68))


def test_the_middle_bid_cannot_win_on_an_even_line():
    # Goldilocks, section 1 of the scoring note.
    bids = [offer(name, one, Fraction(one, 100)) for name, one in zip("ABC", (50, 75, 100), strict=True)]
    found = offers.standing(contest(*bids, weights=[50], price=50, pricing=lowest_over_price))
    assert (found.totals, found.first) == ((75, Fraction(425, 6), 75), ("A", "C"))


def test_equal_totals_share_a_place():
    assert offers.places([3, 5, 5, 1]) == (3, 1, 1, 4)
    assert offers.standing_of("AB", [Fraction(2), Fraction(2)]).margin == 0
    assert offers.standing_of("A", [Fraction(2)]).margin is None


@settings(deadline=None)
@given(contests())
def test_totals_are_those_worked_out_by_hand(one):
    assert list(offers.standing(one).totals) == by_hand(one)


@settings(deadline=None)
@given(contests(), strategies.randoms())
def test_the_order_of_the_bids_is_no_matter(one, chance):
    mixed = list(one.offers)
    chance.shuffle(mixed)
    first, second = offers.standing(one), offers.standing(one._replace(offers=tuple(mixed)))
    assert {name: (first.rank_of(name)) for name in first.names} == {name: second.rank_of(name) for name in first.names}
    assert dict(zip(first.names, first.totals, strict=True)) == dict(zip(second.names, second.totals, strict=True))


@settings(deadline=None)
@given(contests())
def test_without_a_criterion_is_a_contest_of_the_others_with_the_same_whole(one):
    names = [*map(str, range(len(one.weights))), *(["price"] if one.pricing else [])]
    whole = sum(one.weights) + one.price_weight
    for at, found in enumerate(without.without_each_criterion(one, names)):
        if at < len(one.weights):
            bids = tuple(bid._replace(shares=(*bid.shares[:at], *bid.shares[at + 1 :])) for bid in one.offers)
            left = one._replace(offers=bids, weights=(*one.weights[:at], *one.weights[at + 1 :]))
        else:
            left = one._replace(pricing=None, price_weight=Fraction(0))
        rest = sum(left.weights) + left.price_weight
        if rest:
            assert list(found.standing.totals) == [total * whole / rest for total in by_hand(left)]
        else:
            assert (found.standing, found.reason) == (None, "nothing else has a weight")


@settings(deadline=None)
@given(contests())
def test_without_a_bid_is_a_contest_of_the_others(one):
    first = offers.standing(one).first
    found = {other.name: other.standing for other in without.without_each_offer(one, first)}
    assert set(found) == {bid.name for bid in one.offers} - set(first)
    for name, stands in found.items():
        left = one._replace(offers=tuple(bid for bid in one.offers if bid.name != name))
        assert list(stands.totals) == by_hand(left)


@settings(deadline=None)
@given(contests(priced=False))
def test_without_prices_no_bid_turns_the_order_of_the_others(one):
    before = offers.standing(one)
    for found in without.without_each_offer(one, before.first):
        assert found.standing.first == before.first


def test_a_formula_without_an_answer_gives_the_reason():
    one = contest(offer("A", 100, 1), offer("B", 100, 0), offer("C", 120, 1), weights=[1], price=1, pricing=high_low)
    found = {other.name: other for other in without.without_each_offer(one, ["A"])}
    assert (found["C"].standing, found["C"].reason) == (None, "all prices are equal")
    assert found["B"].standing.first == ("A",)


@settings(deadline=None)
@given(contests(), strategies.data())
def test_without_an_evaluator_is_the_mean_of_the_others(one, data):
    people = data.draw(strategies.integers(2, 4))
    cell = strategies.one_of(strategies.none(), strategies.integers(0, 5))
    row = strategies.lists(cell, min_size=len(one.weights), max_size=len(one.weights)).map(tuple)
    rows = strategies.lists(row, min_size=len(one.offers), max_size=len(one.offers)).map(tuple)
    votes = tuple(data.draw(rows) for _ in range(people))
    ballots = without.Ballots(5, votes)
    for at, found in enumerate(without.without_each_evaluator(one, ballots, "vwxy"[:people])):
        others = [rows for index, rows in enumerate(votes) if index != at]
        cells = [
            [
                [own for rows in others if (own := rows[bid][criterion]) is not None]
                for criterion in range(len(one.weights))
            ]
            for bid in range(len(one.offers))
        ]
        if any(not scores for bid in cells for scores in bid):
            assert (found.standing, found.reason) == (None, "nobody else scored one of the criteria")
        else:
            bids = tuple(
                bid._replace(shares=tuple(Fraction(sum(scores), 5 * len(scores)) for scores in own))
                for bid, own in zip(one.offers, cells, strict=True)
            )
            assert list(found.standing.totals) == by_hand(one._replace(offers=bids))


def test_a_formula_of_price_and_quality_together():
    # Price ÷ quality, the lowest first (A3): 100/.5 = 200, 120/.8 = 150.
    def quotient(prices, qualities, _):
        return [-price / quality for price, quality in zip(prices, qualities, strict=True)]

    one = contest(offer("A", 100, "0.5"), offer("B", 120, "0.8"), weights=[60], overall=quotient)
    assert offers.standing(one).first == ("B",)
    with pytest.raises(ValueError, match="does not add points for price"):
        offers.grid_of(one)
