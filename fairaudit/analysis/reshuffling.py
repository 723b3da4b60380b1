"""Permutation tests within rows: what a sum over rows could have been if each row had come in another order.

Every row of a table (the moves of one criterion, the ranks of one judge) is given other orders of its own, and a statistic
is worked out of the column sums. Rows of up to six take every order; longer ones the turns of a circle on which
their places stand in a seeded order. Both are groups, so the share of orders at least as extreme is an exact p-value (Hemerik
and Goeman 2018, "Exact testing with random permutations"), and a p-value from drawn orders, (1 + k) / (N + 1), is valid. Drawing
ends early once so many orders were as extreme that the answer is plain; k / n is then valid (Besag and Clifford, Biometrika
78 (1991) 301). Column sums stand in one whole number, so that adding a row is one addition.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from itertools import permutations
from math import lcm, prod
from operator import mul
from struct import pack, unpack

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.analysis.seeded import SEED, Chance
from fairaudit.frozen import Frozen

ENUMERATED = 50_000
"""Up to so many orders all of them are looked at."""
DRAWN = 9_999
"""How many orders are drawn where there are more."""
PLAIN = 100
"""After so many orders that are as extreme drawing ends."""
WHOLE = 6
"""Rows of up to so many take every order, so that all columns may change places together."""
_BITS = 64
_FIELDS = {16: "H", 32: "I", _BITS: "Q"}
"""The widths of a column in the whole number, as `struct` calls them: narrow ones make adding a row quick."""
_FINE = 2**44


class Reshuffled(Frozen):
    """A p-value, of how many orders it comes, whether these were all there are, and the seed where they were drawn."""

    p: Fraction
    orders: int
    all_of_them: bool
    seed: int | None


Statistic = Callable[[tuple[int, ...]], int]
"""Of the column sums, shifted by one constant, a number that is large where they are unusual."""


def largest_departure(sums: tuple[int, ...]) -> int:
    """Order tables by how far the column farthest from the mean of all is from it, and of equals by the columns' variance.

    Moves in whole points make many equal departures; without an order among them the test would find too little.
    """
    total, number = sum(sums), len(sums)
    farthest = max(number * max(sums) - total, total - number * min(sums))
    return (farthest << (2 * _BITS + 16)) + sum_of_squares(sums)


def sum_of_squares(sums: tuple[int, ...]) -> int:
    """Return the sum of the squares of the column sums, which orders tables as their variance does."""
    squares: map[int] = map(mul, sums, sums)
    return sum(squares)


def reshuffled(
    rows: Sequence[Sequence[Fraction | int]], statistic: Statistic, draws: int = DRAWN, seed: int = SEED,
    enumerated: int = ENUMERATED,
) -> Reshuffled:  # fmt: skip
    """Return how often a statistic of column sums is at least as large when each row comes in another order.

    `rows`: at least one, all of one length of at least two. The statistic may not change when all columns change places.
    `draws`: how many orders are drawn at most where there are more than `enumerated`.
    Raises `NotEstimable` where there is no row or column to reshuffle.
    """
    if not rows or len(rows[0]) < 2:
        raise NotEstimable("not estimable: nothing to reshuffle")
    width = len(rows[0])
    chance = Chance(seed)
    unequal = [row for row in whole_numbers(rows) if len(set(row)) > 1]
    bits = _room_for(sum(map(max, unequal)))
    tables = [orders_of(row, chance, bits) for row in unequal]
    if not tables:
        return Reshuffled(Fraction(1), 1, True, None)
    if width <= WHOLE:
        # All columns changing places together changes nothing, so the first row may keep its order.
        tables = [[tables[0][0]], *tables[1:]]
    read = partial(_read, statistic, f"<{width}{_FIELDS[bits]}", width * bits // 8)
    observed = read(sum(one[0] for one in tables))
    number = prod(map(len, tables))
    if number <= enumerated:
        found = sum([many for one, many in sums_of(tables).items() if read(one) >= observed])
        return Reshuffled(Fraction(found, number), number, True, None)
    uniform, sized = chance.uniform, [(one, len(one)) for one in tables]
    extreme = 0
    for drawn in range(1, draws + 1):
        extreme += read(sum([one[int(uniform() * many)] for one, many in sized])) >= observed
        if extreme == PLAIN:
            return Reshuffled(Fraction(extreme, drawn), drawn, False, seed)
    return Reshuffled(Fraction(1 + extreme, draws + 1), draws, False, seed)


def sums_of(tables: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return every sum of one order from each table, and from how many choices it comes: of ranks many are equal."""
    sums = {0: 1}
    for one in tables:
        longer: dict[int, int] = {}
        for left, many in sums.items():
            for right in one:
                longer[left + right] = longer.get(left + right, 0) + many
        sums = longer
    return sums


def _read(statistic: Statistic, shape: str, size: int, sums: int) -> int:
    return statistic(unpack(shape, sums.to_bytes(size, "little")))


def whole_numbers(rows: Sequence[Sequence[Fraction | int]]) -> list[list[int]]:
    """Return rows as whole numbers from 0 on, in one unit; exact unless a sum would need more than 64 bits."""
    exact = [[Fraction(one) for one in row] for row in rows]
    unit = lcm(*(one.denominator for row in exact for one in row))
    found = [[one.numerator * (unit // one.denominator) for one in row] for row in exact]
    found = [[one - least for one in row] for row in found for least in (min(row),)]
    most = sum(max(row) for row in found)
    if most * len(found[0]) < 2 ** (_BITS - 1):
        return found
    return [[one * _FINE // most for one in row] for row in found]


def _room_for(largest: int) -> int:
    """Return the width of a column that holds a sum."""
    return next(bits for bits in _FIELDS if largest < 2**bits)


def orders_of(row: list[int], chance: Chance, bits: int = _BITS) -> list[int]:
    """Return the orders of a row, its own first, each packed into one number with columns of so many bits."""
    width = len(row)
    if width <= WHOLE:
        return [_packed(one, bits) for one in permutations(row)]
    circle = chance.order(width)
    found = []
    for turn in range(width):
        turned = [0] * width
        for place, at in enumerate(circle):
            turned[at] = row[circle[(place + turn) % width]]
        found.append(_packed(turned, bits))
    return found


def _packed(row: Sequence[int], bits: int) -> int:
    return int.from_bytes(pack(f"<{len(row)}{_FIELDS[bits]}", *row), "little")
