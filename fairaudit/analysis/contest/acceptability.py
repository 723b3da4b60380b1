"""How often each bid takes each place when the weights are drawn at random (SMAA, Lahdelma, Hokkanen & Salminen 1998).

Weights are drawn as whole numbers, from a seed that is printed, so that every machine draws the same; their
sum is no matter, since the order depends on their proportions alone. Bids that stand level share their places.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import mul
from struct import unpack

from fairaudit.analysis.contest.offers import Grid
from fairaudit.analysis.seeded import SEED, Chance
from fairaudit.frozen import Frozen

DRAWS = 2000
"""A heuristic: the standard error of a share near one half is then about one percentage point."""
MOST_PRODUCTS = 2_500_000
"""A heuristic: so many products of a weight and a score take a tenth of a second; larger contests are drawn less often."""
FEWEST = 200
_LINE = 1 << 20
_FINE = 1 << 20
_FIELD = 64
"""In so many bits there is room for 65,536 products of a weight of at most 28 bits and a share of 20."""


class Acceptability(Frozen):
    """For every offer the share of draws in which it took each place, from how many draws and with which seed."""

    names: tuple[str, ...]
    shares: tuple[tuple[Fraction, ...], ...]
    draws: int
    seed: int

    def first(self, name: str) -> Fraction:
        """Return the share of draws in which an offer came first."""
        return self.shares[self.names.index(name)][0]


def draws_for(grid: Grid, most: int = DRAWS) -> int:
    """Return how many draws a contest of this size is worth."""
    size = max(1, len(grid.names) * len(grid.weights))
    return max(min(most, FEWEST), min(most, MOST_PRODUCTS // size))


def any_weights(grid: Grid, draws: int | None = None, seed: int = SEED) -> Acceptability:
    """Return how often each offer takes each place when every division of the weights is equally likely."""
    count = len(grid.weights)

    def draw(chance: Chance) -> list[int]:
        # The gaps between points thrown on a line are spread evenly over all divisions of it.
        uniform = chance.uniform
        cuts = sorted([int(uniform() * _LINE) for _ in range(count - 1)])
        return [after - before for before, after in zip([0, *cuts], [*cuts, _LINE], strict=True)]

    return _acceptability(grid, draw, draws, seed)


def near_weights(grid: Grid, percent: int, draws: int | None = None, seed: int = SEED) -> Acceptability:
    """Return how often each offer takes each place when every weight is up to so many per cent of itself more or less."""
    percent = min(percent, 100)
    around = [_fine(one, max(grid.weights)) for one in grid.weights]

    def draw(chance: Chance) -> list[int]:
        # An odd number of 2,048ths, from one side to the other alike.
        uniform = chance.uniform
        spread = [204_800 + percent * (2 * int(uniform() * 2048) - 2047) for _ in around]
        return [one * part >> 10 for one, part in zip(around, spread, strict=True)]

    return _acceptability(grid, draw, draws, seed)


def _fine(value: int, most: int) -> int:
    """Return a number as a part of the largest, fine enough for chance to be coarser."""
    return value * _FINE // most if most else 0


def _packed(grid: Grid) -> list[int]:
    """Return the shares of every criterion, those of all offers side by side in one whole number of 64 bits for each.

    One product by a weight then multiplies them all. What all offers have of a criterion does not bear on their order.
    """
    columns = list(zip(*grid.shares, strict=True))
    widest = max(max(one) - min(one) for one in columns)
    packed = []
    for column in columns:
        low = min(column)
        packed.append(sum(_fine(one - low, widest) << (_FIELD * at) for at, one in enumerate(column)))
    return packed


def _acceptability(grid: Grid, draw: Callable[[Chance], list[int]], draws: int | None, seed: int) -> Acceptability:
    number = draws_for(grid) if draws is None else draws
    columns, count = _packed(grid), len(grid.names)
    chance, size = Chance(seed), _FIELD // 8 * count
    took = [[0] * count for _ in range(count)]
    shared: list[list[Fraction]] = [[Fraction(0)] * count for _ in range(count)]
    for _ in range(number):
        together = sum(map(mul, columns, draw(chance)))
        totals = unpack(f"<{count}Q", together.to_bytes(size, "little"))
        order = sorted(range(count), key=totals.__getitem__, reverse=True)
        if len(set(totals)) == count:
            for rank, at in enumerate(order):
                took[at][rank] += 1
        else:
            _share_places(order, totals, shared)
    shares = tuple(
        tuple(
            [(one + other) / number if other else Fraction(one, number) for one, other in zip(whole, part, strict=True)]
        )
        for whole, part in zip(took, shared, strict=True)
    )
    return Acceptability(grid.names, shares, number, seed)


def _share_places(order: list[int], totals: Sequence[int], shared: list[list[Fraction]]) -> None:
    """Give offers that stand level equal parts of the places they take together."""
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and totals[order[end]] == totals[order[start]]:
            end += 1
        part = Fraction(1, end - start)
        for at in order[start:end]:
            for rank in range(start, end):
                shared[at][rank] += part
        start = end
