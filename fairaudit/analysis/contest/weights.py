"""How far weights would have to move for another bid to come first: exact and in closed form.

One at a time: with all weights W, lead G over a bid and difference d of the shares at a criterion of weight w, its weight
moves by G (W − w) ÷ (G − W d) while the others keep their proportions. Together: the lead shrinks fastest per point moved
from where the first is furthest ahead to where it is furthest behind, so the smallest movement is greedy (it is the
fractional knapsack, and the L1 distance is twice what is moved). In proportion: weights that may each change by the
fraction r of themselves leave at least G − r Σ w|d|, so the first is caught at r = G ÷ Σ w|d|.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from fairaudit.analysis.contest.offers import Grid
from fairaudit.frozen import Frozen


class Flip(Frozen):
    """The weight of a criterion at which a bid stands level with the first, and how far that is from the weight it has."""

    criterion: int
    weight: Fraction
    change: Fraction
    other: str


class Moved(Frozen):
    """The least weight that must move for a bid to stand level: how much, from which criteria, to which one."""

    amount: Fraction
    sources: tuple[tuple[int, Fraction], ...]
    target: int
    other: str


class Proportion(Frozen):
    """The fraction of themselves by which all weights may change until a bid can stand level with the first."""

    fraction: Fraction
    other: str


def flips(grid: Grid, lead: int) -> list[Flip]:
    """Return for every criterion the nearest weight, above and below its own, at which a bid stands level with the first."""
    everything = sum(grid.weights)
    rivals = list(_rivals(grid, lead))
    found: list[Flip] = []
    for at, weight in enumerate(grid.weights):
        ends: dict[bool, tuple[Fraction, str]] = {}
        for name, ahead, apart in rivals:
            change = _change(ahead, weight, everything, apart[at])
            if change is None:
                continue
            rising = change > 0
            if rising not in ends or abs(change) < abs(ends[rising][0]):
                ends[rising] = (change, name)
        for rising in sorted(ends):
            change, name = ends[rising]
            found.append(Flip(at, Fraction(weight) / grid.unit + change / grid.unit, change / grid.unit, name))
    return found


def _change(ahead: int, weight: int, everything: int, apart: int) -> Fraction | None:
    """Return by how much one weight moves until a bid stands level, the others in proportion; `None` where it never does."""
    if apart < 0 or weight * apart > ahead:
        return Fraction(ahead * (everything - weight), ahead - everything * apart)
    return None


def least_moved(grid: Grid, lead: int) -> Moved | None:
    """Return the least weight that must move for another to stand level with the first; `None` where no weights do that."""
    found = [one for name, ahead, apart in _rivals(grid, lead) if (one := _moved(grid, name, ahead, apart))]
    return min(found, key=lambda one: (one.amount, one.other), default=None)


def _moved(grid: Grid, name: str, ahead: int, apart: list[int]) -> Moved | None:
    target = min(range(len(apart)), key=lambda at: (apart[at], at))
    if apart[target] >= 0:
        return None
    left, amount = Fraction(ahead), Fraction(0)
    sources: list[tuple[int, Fraction]] = []
    for at in sorted(range(len(apart)), key=lambda at: (-apart[at], at)):
        gain = apart[at] - apart[target]
        if left <= 0 or gain <= 0:
            break
        part = min(Fraction(grid.weights[at]), left / gain)
        if part > 0:
            sources.append((at, part / grid.unit))
            amount += part
            left -= part * gain
    return Moved(amount / grid.unit, tuple(sources), target, name)


def least_proportion(grid: Grid, lead: int) -> Proportion | None:
    """Return the least proportion by which all weights may change until another can stand level; `None` where none does."""
    found: list[Proportion] = []
    for name, ahead, apart in _rivals(grid, lead):
        most = sum(weight * abs(one) for weight, one in zip(grid.weights, apart, strict=True))
        if most > ahead or (ahead == 0 and most == 0):
            found.append(Proportion(Fraction(ahead, most) if most else Fraction(0), name))
    return min(found, key=lambda one: (one.fraction, one.other), default=None)


def _rivals(grid: Grid, lead: int) -> Iterator[tuple[str, int, list[int]]]:
    """Yield every other offer with how far the first is ahead of it, in all and at each criterion."""
    first = grid.shares[lead]
    for at, row in enumerate(grid.shares):
        if at != lead:
            apart = [one - other for one, other in zip(first, row, strict=True)]
            yield grid.names[at], sum(w * d for w, d in zip(grid.weights, apart, strict=True)), apart


class Crossing(Frozen):
    """A weight of the price at which another bid takes over the first place."""

    weight: Fraction
    before: str
    after: str


def price_lines(qualities: tuple[Fraction, ...], shares: tuple[Fraction, ...], weight: Fraction) -> list[Fraction]:
    """Return the totals out of 100 at a weight of the price, 0 to 100, quality having the rest."""
    return [weight * price + (100 - weight) * quality for quality, price in zip(qualities, shares, strict=True)]


def meetings(names: tuple[str, ...], qualities: tuple[Fraction, ...], shares: tuple[Fraction, ...]) -> list[Crossing]:
    """Return where any two bids have the same total at a weight of the price between 0 and 100, the later leader as `after`."""
    found = []
    for one, other in combinations(range(len(names)), 2):
        slope = (shares[one] - qualities[one]) - (shares[other] - qualities[other])
        if slope and 0 < (at := (qualities[other] - qualities[one]) / slope) < 1:
            before, after = (other, one) if slope > 0 else (one, other)
            found.append(Crossing(at * 100, names[before], names[after]))
    return sorted(found)


def crossings(names: tuple[str, ...], qualities: tuple[Fraction, ...], shares: tuple[Fraction, ...]) -> list[Crossing]:
    """Return where the first place changes hands as the weight of the price rises from 0 to 100; quality has the rest.

    Of bids that stand level all along, the first in the list is named.
    """
    slopes = [price - quality for quality, price in zip(qualities, shares, strict=True)]
    heights = list(qualities)
    lead = max(range(len(names)), key=lambda at: (heights[at], slopes[at], -at))
    at_share = Fraction(0)
    found: list[Crossing] = []
    while True:
        ahead = [
            ((heights[lead] - heights[at]) / (slopes[at] - slopes[lead]), -slopes[at], at)
            for at in range(len(names))
            if slopes[at] > slopes[lead]
        ]
        nearest = min((one for one in ahead if one[0] >= at_share), default=None)
        if nearest is None or nearest[0] > 1:
            return found
        at_share = nearest[0]
        found.append(Crossing(at_share * 100, names[lead], names[nearest[2]]))
        lead = nearest[2]
