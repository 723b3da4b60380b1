"""A contest: offers with prices and shares of scales, the weights, and how a price becomes points.

Shares lie between 0 and 1. Totals are exact fractions in the unit of the weights; equal totals share a place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm
from operator import mul
from typing import TypeVar

from fairaudit.frozen import Frozen

NOTHING = Fraction(0)
Number = TypeVar("Number", int, Fraction)
Pricing = Callable[[Sequence[Fraction]], Sequence[Fraction]]
"""The share of the price's points that each of some prices earns beside the others; raises `ValueError` where it has none."""
Figures = tuple[tuple[str, Fraction], ...]
"""Further figures of a bid by name, such as the days it needs."""
Overall = Callable[[Sequence[Fraction], Sequence[Fraction], Sequence[Figures]], Sequence[Fraction]]
"""What prices, qualities (shares of all points for quality) and further figures make, more being better; raises `ValueError`."""


class Offer(Frozen):
    """A bid: its price where price counts, its share of the scale criterion by criterion, and what else a formula counts."""

    name: str
    price: Fraction | None
    shares: tuple[Fraction, ...]
    figures: Figures = ()


class Contest(Frozen):
    """Offers that compete. `beside` are prices that the formula compares with although their bids are not ranked.

    `overall` stands for formulas that do not add points for price to points for quality; they compare with no other prices.
    """

    offers: tuple[Offer, ...]
    weights: tuple[Fraction, ...]
    price_weight: Fraction = NOTHING
    pricing: Pricing | None = None
    beside: tuple[Fraction, ...] = ()
    overall: Overall | None = None


class Standing(Frozen):
    """The totals and places of offers in their order, and the names of those that come first."""

    names: tuple[str, ...]
    totals: tuple[Fraction, ...]
    ranks: tuple[int, ...]
    first: tuple[str, ...]

    def rank_of(self, name: str) -> int | None:
        """Return the place of an offer, `None` where it does not take part."""
        return self.ranks[self.names.index(name)] if name in self.names else None

    @property
    def margin(self) -> Fraction | None:
        """How far the first is ahead of the second; `None` where there is no second."""
        best = sorted(self.totals, reverse=True)[:2]
        return best[0] - best[1] if len(best) == 2 else None


class Grid(Frozen):
    """A contest in whole numbers: shares over `whole`, weights over `unit`, criterion by criterion with the price last."""

    names: tuple[str, ...]
    shares: tuple[tuple[int, ...], ...]
    weights: tuple[int, ...]
    whole: int
    unit: int

    def points(self) -> list[list[int]]:
        """Return the points of every offer, over `whole` × `unit`."""
        return [list(map(mul, one, self.weights)) for one in self.shares]

    def totals(self) -> list[int]:
        """Return the total of every offer, over `whole` × `unit`."""
        return [sum(map(mul, one, self.weights)) for one in self.shares]


def places(totals: Sequence[Number]) -> tuple[int, ...]:
    """Return the place of each total, the highest first; equal totals share one, and the next is as many further down."""
    order = sorted(range(len(totals)), key=totals.__getitem__, reverse=True)
    found = [0] * len(totals)
    for at, one in enumerate(order):
        # Fractions are dear to hash, so each is only compared with the one before it.
        before = order[at - 1]
        found[one] = found[before] if at and totals[before] == totals[one] else at + 1
    return tuple(found)


def standing_of(names: Sequence[str], totals: Sequence[Fraction]) -> Standing:
    """Return where offers stand by their totals."""
    ranks = places(totals)
    first = tuple(name for name, rank in zip(names, ranks, strict=True) if rank == 1)
    return Standing(tuple(names), tuple(totals), ranks, first)


def price_shares(contest: Contest) -> tuple[Fraction, ...]:
    """Return each offer's share of the price's points; raises `ValueError` where the formula has no answer."""
    if contest.pricing is None:
        raise ValueError("the contest has no price formula")
    found = contest.pricing([*prices(contest), *contest.beside])
    return tuple(found[: len(contest.offers)])


def prices(contest: Contest) -> list[Fraction]:
    """Return the offers' prices; raises `ValueError` where one is not known."""
    found = [one.price for one in contest.offers if one.price is not None]
    if len(found) < len(contest.offers):
        raise ValueError("the price of an offer is not known")
    return found


def qualities(contest: Contest) -> tuple[Fraction, ...]:
    """Return each offer's share of the points for quality; raises `ValueError` where quality has no weight."""
    whole = sum(contest.weights, NOTHING)
    if whole <= 0:
        raise ValueError("no criterion of quality has a weight")
    return tuple(one / whole for one in quality_points(contest))


def quality_points(contest: Contest) -> tuple[Fraction, ...]:
    """Return each offer's points for quality, in the unit of the weights."""
    bare = grid_of(contest._replace(pricing=None, overall=None))
    scale = bare.whole * bare.unit
    return tuple(Fraction(one, scale) for one in bare.totals())


def standing(contest: Contest) -> Standing:
    """Return where the offers of a contest stand; raises `ValueError` where a formula has no answer."""
    names = [one.name for one in contest.offers]
    if contest.overall is not None:
        figures = [one.figures for one in contest.offers]
        return standing_of(names, contest.overall(prices(contest), qualities(contest), figures))
    grid = grid_of(contest)
    scale = grid.whole * grid.unit
    return standing_of(names, [Fraction(one, scale) for one in grid.totals()])


def grid_of(contest: Contest) -> Grid:
    """Return a contest in whole numbers; raises `ValueError` where a formula has no answer or does not add points."""
    if contest.overall is not None:
        raise ValueError("the formula does not add points for price to points for quality")
    rows = [one.shares for one in contest.offers]
    weights = contest.weights
    if contest.pricing is not None:
        rows = [(*one, share) for one, share in zip(rows, price_shares(contest), strict=True)]
        weights = (*weights, contest.price_weight)
    whole = lcm(*{share.denominator for one in rows for share in one})
    unit = lcm(*{one.denominator for one in weights})
    shares = tuple(tuple(one.numerator * (whole // one.denominator) for one in row) for row in rows)
    return Grid(
        tuple(one.name for one in contest.offers),
        shares,
        tuple(one.numerator * (unit // one.denominator) for one in weights),
        whole,
        unit,
    )
