"""What becomes of the order when a criterion, a bid or an evaluator is left out, or a bid is taken back in.

Without a criterion the other weights stand in for the whole, which leaves their proportions and so the order alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from fairaudit.analysis.contest.offers import (
    Contest,
    Offer,
    Standing,
    grid_of,
    price_shares,
    quality_points,
    standing,
    standing_of,
)
from fairaudit.frozen import Frozen

Votes = tuple[tuple[tuple[Fraction | None, ...], ...], ...]
"""Evaluator by evaluator, offer by offer, the share of the scale for every criterion; `None` where there is no score."""


class Counterfactual(Frozen):
    """An order in other circumstances: what was changed, and where everybody stands, or why that cannot be said."""

    name: str
    standing: Standing | None
    reason: str = ""


def said(name: str, contest: Contest) -> Counterfactual:
    """Return where offers stand in a contest, or that and why its formula has no answer."""
    try:
        return Counterfactual(name, standing(contest))
    except ValueError as error:
        return Counterfactual(name, None, str(error))


def without_each_criterion(contest: Contest, names: Sequence[str]) -> Iterator[Counterfactual]:
    """Yield the order without each criterion, the price last; the totals are out of what the others were worth together."""
    if contest.overall is not None:
        for at, name in enumerate(names[: len(contest.weights)]):
            yield said(name, contest._replace(weights=_zeroed(contest.weights, at)))
        return
    grid = grid_of(contest)
    points, everything = grid.points(), sum(grid.weights)
    totals = [sum(one) for one in points]
    for at, name in enumerate(names):
        rest = everything - grid.weights[at]
        if rest <= 0:
            yield Counterfactual(name, None, "nothing else has a weight")
            continue
        scale = Fraction(everything, rest * grid.whole * grid.unit)
        left = [(total - row[at]) * scale for total, row in zip(totals, points, strict=True)]
        yield Counterfactual(name, standing_of(grid.names, left))


def _zeroed(weights: tuple[Fraction, ...], at: int) -> tuple[Fraction, ...]:
    return tuple(Fraction(0) if index == at else one for index, one in enumerate(weights))


def without_each_offer(contest: Contest, keep: Sequence[str]) -> Iterator[Counterfactual]:
    """Yield the order without each offer but those to keep; its price is compared with no more."""
    quality = None if contest.overall else quality_points(contest)
    for at, one in enumerate(contest.offers):
        if one.name in keep:
            continue
        left = contest._replace(offers=(*contest.offers[:at], *contest.offers[at + 1 :]))
        if quality is None:
            yield said(one.name, left)
            continue
        names = [other.name for other in left.offers]
        try:
            yield Counterfactual(one.name, standing_of(names, _totals(left, (*quality[:at], *quality[at + 1 :]))))
        except ValueError as error:
            yield Counterfactual(one.name, None, str(error))


def _totals(contest: Contest, quality: Sequence[Fraction]) -> list[Fraction]:
    """Return totals from points for quality that are known already."""
    if contest.pricing is None:
        return list(quality)
    shares = price_shares(contest)
    return [own + contest.price_weight * share for own, share in zip(quality, shares, strict=True)]


def with_offer(contest: Contest, offer: Offer) -> Counterfactual:
    """Return the order with one more offer; one without shares is only compared with, since nobody scored it."""
    if offer.shares or not contest.weights:
        return said(offer.name, contest._replace(offers=(*contest.offers, offer)))
    if offer.price is None:
        return Counterfactual(offer.name, None, "neither its scores nor its price are known")
    return said(offer.name, contest._replace(beside=(*contest.beside, offer.price)))


def scored_by_means(contest: Contest, votes: Votes) -> Contest:
    """Return a contest in which every share is the mean of the individual ones; raises `ValueError` where there are none."""
    return _with_shares(contest, _Sums(votes), None)


def without_each_evaluator(contest: Contest, votes: Votes, names: Sequence[str]) -> Iterator[Counterfactual]:
    """Yield the order by the mean of the other evaluators' scores, evaluator by evaluator."""
    sums = _Sums(votes)
    for at, name in enumerate(names):
        try:
            yield said(name, _with_shares(contest, sums, at))
        except ValueError as error:
            yield Counterfactual(name, None, str(error))


class _Sums:
    """The sum and number of the individual scores of every cell, in whole numbers."""

    def __init__(self, votes: Votes) -> None:
        self.whole = lcm(*{one.denominator for rows in votes for row in rows for one in row if one is not None})
        self.votes = [[[self._number(one) for one in row] for row in rows] for rows in votes]
        self.totals = [[sum(one or 0 for one in cell) for cell in zip(*rows, strict=True)] for rows in self._by_offer()]
        self.counts = [
            [sum(one is not None for one in cell) for cell in zip(*rows, strict=True)] for rows in self._by_offer()
        ]

    def _number(self, share: Fraction | None) -> int | None:
        return None if share is None else share.numerator * (self.whole // share.denominator)

    def _by_offer(self) -> Iterator[tuple[list[int | None], ...]]:
        return iter(zip(*self.votes, strict=True))

    def mean(self, offer: int, criterion: int, left_out: int | None) -> Fraction:
        """Return the mean of a cell, without one evaluator where that is said; raises `ValueError` where nobody is left."""
        total, count = self.totals[offer][criterion], self.counts[offer][criterion]
        own = None if left_out is None else self.votes[left_out][offer][criterion]
        if own is not None:
            total, count = total - own, count - 1
        if count == 0:
            raise ValueError("nobody else scored one of the criteria")
        return Fraction(total, count * self.whole)


def _with_shares(contest: Contest, sums: _Sums, left_out: int | None) -> Contest:
    offers = tuple(
        one._replace(shares=tuple(sums.mean(at, index, left_out) for index in range(len(contest.weights))))
        for at, one in enumerate(contest.offers)
    )
    return contest._replace(offers=offers)
