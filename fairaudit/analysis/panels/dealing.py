"""The second p of the largest normed residual: what it could have been had each cell's scores been dealt out at random.

Where most scores agree, the few that differ make a large residual wherever they are, and tables of normal errors say nothing
about them. A cell is what all evaluators gave one bidder on one criterion; in fair panels without severity its scores are
exchangeable among evaluators. Where the ways of dealing are few, all are looked at and p is exact, and so is the least p that
any of them could have: above the level, nothing could have been found. The statistic has no size: where all agree but on one
bidder, any dealing that leaves one evaluator apart from the others is as extreme as any other, by however little. So of equal
statistics the larger residual counts as larger; a statistic that orders more is as valid. Else (1 + k) / (N + 1) is valid, and
so is k / n where drawing ends after k (Besag and Clifford, Biometrika 78 (1991) 301).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from itertools import chain, product
from math import prod
from struct import unpack

from fairaudit.analysis.reshuffling import ENUMERATED, WHOLE, orders_of, sums_of, whole_numbers
from fairaudit.analysis.seeded import SEED, Chance
from fairaudit.frozen import Frozen

DRAWN = 999
"""How many dealings are drawn at most, unless a caller needs more."""
ORDERED = 4
"""From so many evaluators on equal statistics are ordered by the residual. A heuristic: of three, two who are equally hard
leave the third apart, and fair panels would raise up to seven alarms in a hundred in place of six and a half."""
PLAIN = 50
"""After so many dealings that are as extreme drawing ends, where p is then far above any level: a tenth or more."""
AGREED = Fraction(65, 100)
"""Where more of those who scored agree, tables of normal errors are not enough. A heuristic: with it, fair panels of all worlds
of docs/statistics.md raise about five alarms in a hundred, and those that nearly agree no more."""


class Dealt(Frozen):
    """A p-value, of how many dealings it comes, and their seed or, where these are all there are, the least p they could give."""

    p: Fraction
    dealings: int
    seed: int | None
    least: Fraction | None


Cells = Sequence[Sequence[Sequence[int]]]
"""For each bidder its cells; of each the weighed scores, in the order of evaluators."""


def nearly_agrees(cells: Cells, weights: Sequence[Fraction | int]) -> bool:
    """Whether so many gave the commonest score of a cell, on average by the weights of criteria, that dealing out is needed."""
    found: Fraction | int = 0
    for bidder in cells:
        for cell, weight in zip(bidder, weights, strict=True):
            found += weight * Counter(cell).most_common(1)[0][1]
    return found > AGREED * len(cells) * len(cells[0][0]) * sum(weights)


def dealt(cells: Cells, draws: int = DRAWN, seed: int = SEED, enumerated: int = ENUMERATED) -> Dealt:
    """Return how often the largest normed residual is at least as large when the scores of each cell are dealt out.

    Of equal ones that of the larger residual is the larger, from `ORDERED` evaluators on.
    `draws`: how many dealings are drawn at most where there are more than `enumerated`.
    """
    chance, people = Chance(seed), len(cells[0][0])
    # A cell in which all agree adds the same to every evaluator, which residuals leave out.
    apart = [(at, cell) for at, bidder in enumerate(cells) for cell in bidder if len(set(cell)) > 1]
    tables: list[list[list[int]]] = [[] for _ in cells]
    known: dict[tuple[int, ...], list[int]] = {}
    for (at, _), cell in zip(apart, whole_numbers([one for _, one in apart]) if apart else (), strict=True):
        key = tuple(cell)
        if key not in known:
            known[key] = orders_of(cell, chance)
        tables[at].append(known[key])
    number = prod(len(set(one)) for own in tables for one in own)
    if number <= enumerated:
        return _all_dealt(tables, people, number)
    most, whole = _largest(_columns([sum([one[0] for one in own]) for own in tables], people))
    uniform, extreme = chance.uniform, 0
    for drawn in range(1, draws + 1):
        sums = [sum([one[int(uniform() * len(one))] for one in own]) for own in tables]
        other, squares = _largest(_columns(sums, people))
        # A table without residuals has no statistic; it counts as extreme, so that p is never too small.
        first, second = other * whole, most * squares
        extreme += first > second or not squares or (first == second and (people < ORDERED or other >= most))
        if extreme >= PLAIN and drawn <= 10 * extreme:
            return Dealt(Fraction(extreme, drawn), drawn, seed, None)
    return Dealt(Fraction(1 + extreme, draws + 1), draws, seed, None)


def _all_dealt(tables: Sequence[Sequence[Sequence[int]]], people: int, number: int) -> Dealt:
    """Return the exact p: of each bidder every sum of one order from each cell, with the ways in which it comes."""
    observed = _statistic(_columns([sum([one[0] for one in own]) for own in tables], people))
    distinct = [[sorted(set(one)) for one in own] for own in tables]
    held = next((at for at, own in enumerate(tables) if own), None)
    if held is not None and people <= WHOLE:
        # All evaluators changing places together changes nothing, so one cell may keep its order.
        distinct[held][0] = [tables[held][0][0]]
    ways = [list(sums_of(own).items()) for own in distinct]
    found: dict[tuple[Fraction, int], int] = {}
    for choice in product(*ways):
        reached = _statistic(_columns([one for one, _ in choice], people))
        found[reached] = found.get(reached, 0) + prod([many for _, many in choice])
    extreme = sum([many for reached, many in found.items() if reached >= observed])
    looked_at = sum(found.values())
    return Dealt(Fraction(extreme, looked_at), number, None, Fraction(found[max(found)], looked_at))


def _statistic(columns: Sequence[tuple[int, ...]]) -> tuple[Fraction, int]:
    """Return the largest squared residual over all squared, then, by which equal ones are ordered, that residual squared.

    Of a table without residuals the first is 1, more than of any other, so that p is never too small.
    """
    most, squares = _largest(columns)
    return Fraction(most, squares) if squares else Fraction(1), most if len(columns[0]) >= ORDERED else 0


def _columns(sums: Sequence[int], people: int) -> list[tuple[int, ...]]:
    shape, size = f"<{people}Q", 8 * people
    return [unpack(shape, one.to_bytes(size, "little")) for one in sums]


def _largest(columns: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Return the largest squared residual and the sum of all squared, in one unit, of a table by its columns."""
    bidders, people = len(columns), len(columns[0])
    cells = bidders * people
    rows = [people * sum(row) for row in zip(*columns, strict=True)]
    total = sum(rows) // people
    squares = [
        [(cells * one - row - bidders * down + total) ** 2 for one, row in zip(column, rows, strict=True)]
        for column in columns
        for down in (sum(column),)
    ]
    flat = list(chain.from_iterable(squares))
    return max(flat), sum(flat)
