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


class Ballots(Frozen):
    """Individual scores as whole parts of a scale: evaluator by evaluator, offer by offer, for every criterion.

    `whole` is what a full scale counts; `None` stands where there is no score.
    """

    whole: int
    votes: tuple[tuple[tuple[int | None, ...], ...], ...]


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


_HALVINGS = 40


def quality_needed(contest: Contest, offer: Offer) -> Fraction | None:
    """Return the share of the points for quality from which an offer that nobody scored would come first.

    Above 1 it could not; `None` where that cannot be told, or where a formula of one figure lets no quality do it.
    """
    whole = sum(contest.weights, Fraction(0))
    if whole <= 0 or (offer.price is None and (contest.overall or contest.pricing)):
        return None
    try:
        if contest.overall is not None:
            return _least_quality(contest, offer)
        if contest.pricing is None or offer.price is None:
            return max(standing(contest).totals) / whole
        beside = contest._replace(beside=(*contest.beside, offer.price))
        known = [one.price for one in contest.offers if one.price is not None]
        earned = contest.pricing([*known, *contest.beside, offer.price])[-1] * contest.price_weight
        return (max(standing(beside).totals) - earned) / whole
    except ValueError:
        return None


def _least_quality(contest: Contest, offer: Offer) -> Fraction | None:
    """Return by halving the least share of quality at which an offer comes first, `None` where not even all of it does."""

    def wins(share: Fraction) -> bool:
        scored = offer._replace(shares=(share,) * len(contest.weights))
        return offer.name in standing(contest._replace(offers=(*contest.offers, scored))).first

    low, high = Fraction(0), Fraction(1)
    if not wins(high):
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if wins(middle) else (middle, high)
    return high


def by_means(contest: Contest, ballots: Ballots) -> Standing:
    """Return the order in which every share is the mean of the individual ones; raises `ValueError` where there are none."""
    return _Means(contest, ballots).standing(None)


def without_each_evaluator(contest: Contest, ballots: Ballots, names: Sequence[str]) -> Iterator[Counterfactual]:
    """Yield the order by the mean of the other evaluators' scores, evaluator by evaluator."""
    means = _Means(contest, ballots)
    for at, name in enumerate(names):
        try:
            yield Counterfactual(name, means.standing(at))
        except ValueError as error:
            yield Counterfactual(name, None, str(error))


class _Means:
    """A contest by the means of individual scores, in whole numbers: there are ten times as many of them as of shares."""

    def __init__(self, contest: Contest, ballots: Ballots) -> None:
        self._contest, self._ballots = contest, ballots
        self._unit = lcm(*{one.denominator for one in contest.weights})
        self._weights = [one.numerator * (self._unit // one.denominator) for one in contest.weights]
        cells = [list(zip(*rows, strict=True)) for rows in zip(*ballots.votes, strict=True)]
        self._sums = [[sum([one for one in cell if one is not None]) for cell in row] for row in cells]
        self._counts = [[len(cell) - cell.count(None) for cell in row] for row in cells]
        highest = max((one for row in self._counts for one in row), default=1)
        self._common = lcm(*range(1, highest + 1))
        self._paid = price_shares(contest) if contest.pricing else None

    def standing(self, left_out: int | None) -> Standing:
        """Return the order, without one evaluator where that is said; raises `ValueError` where nobody else scored a cell."""
        contest = self._contest
        if contest.overall is not None:
            offers = tuple(one._replace(shares=self._shares(at, left_out)) for at, one in enumerate(contest.offers))
            return standing(contest._replace(offers=offers))
        scale = self._ballots.whole * self._common * self._unit
        totals = [Fraction(self._points(at, left_out), scale) for at in range(len(contest.offers))]
        if self._paid is not None:
            totals = [own + contest.price_weight * share for own, share in zip(totals, self._paid, strict=True)]
        return standing_of([one.name for one in contest.offers], totals)

    def _cells(self, offer: int, left_out: int | None) -> Iterator[tuple[int, int]]:
        """Yield the sum and number of the scores of every criterion."""
        own = self._ballots.votes[left_out][offer] if left_out is not None else (None,) * len(self._weights)
        for total, count, one in zip(self._sums[offer], self._counts[offer], own, strict=True):
            if one is not None:
                total, count = total - one, count - 1
            if count == 0:
                raise ValueError("nobody else scored one of the criteria")
            yield total, count

    def _points(self, offer: int, left_out: int | None) -> int:
        cells = self._cells(offer, left_out)
        return sum(
            weight * total * (self._common // count)
            for weight, (total, count) in zip(self._weights, cells, strict=True)
        )

    def _shares(self, offer: int, left_out: int | None) -> tuple[Fraction, ...]:
        return tuple(Fraction(total, count * self._ballots.whole) for total, count in self._cells(offer, left_out))
