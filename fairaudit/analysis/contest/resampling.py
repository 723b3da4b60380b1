"""How often each bid would come first with panels drawn from the evaluators there were (bootstrap over evaluators).

A panel of as many evaluators is drawn with replacement. Small panels are not drawn at all: every panel that could be is
counted by how often it would be, so that the answer is exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement
from math import comb, factorial, lcm, prod
from operator import ge

from fairaudit.analysis.seeded import SEED, Chance
from fairaudit.frozen import Frozen

DRAWS = 2000
"""A heuristic: the standard error of a share near one half is then about one percentage point."""


class Chances(Frozen):
    """How often each offer comes first, those that stand level sharing it; `drawn` panels, or `None` where all were counted."""

    shares: tuple[Fraction, ...]
    panels: int
    drawn: int | None
    seed: int


def first_by_panels(
    totals: Sequence[Sequence[Fraction]], fixed: Sequence[Fraction], draws: int = DRAWS, seed: int = SEED
) -> Chances:
    """Return how often each offer comes first with panels of the same evaluators drawn again.

    `totals` are the points of each evaluator for every offer, `fixed` those that do not depend on evaluators (the price's).
    Raises `ValueError` where there is no evaluator.
    """
    if not totals:
        raise ValueError("there is no individual score")
    people = len(totals)
    panels = comb(2 * people - 1, people)
    exact = panels <= draws
    whole = lcm(*{one.denominator for row in (*totals, fixed) for one in row})
    base = [people * one.numerator * (whole // one.denominator) for one in fixed]
    rows = [[one.numerator * (whole // one.denominator) for one in row] for row in totals]
    able = _able(base, rows)
    base, rows = [base[at] for at in able], [[row[at] for at in able] for row in rows]
    won = [Fraction(0)] * len(fixed)
    weight = 0
    for chosen, often in _every(people) if exact else _drawn(people, draws, seed):
        sums = list(map(sum, zip(base, *[rows[one] for one in chosen], strict=True)))
        best = max(sums)
        first = [at for at, one in zip(able, sums, strict=True) if one == best]
        for at in first:
            won[at] += Fraction(often, len(first))
        weight += often
    return Chances(tuple(one / weight for one in won), panels, None if exact else draws, seed)


def _able(base: list[int], rows: list[list[int]]) -> list[int]:
    """Return the offers that some panel may put first: those that no other is ahead of by every single evaluator."""
    people = len(rows)
    columns = [[people * one[at] + own for one in rows] for at, own in enumerate(base)]
    best = max(columns, key=sum)
    return [at for at, one in enumerate(columns) if any(map(ge, one, best))]


def _every(people: int) -> Iterator[tuple[Sequence[int], int]]:
    """Yield every panel, and in how many orders it can be drawn."""
    for chosen in combinations_with_replacement(range(people), people):
        yield chosen, factorial(people) // prod(factorial(one) for one in Counter(chosen).values())


def _drawn(people: int, draws: int, seed: int) -> Iterator[tuple[Sequence[int], int]]:
    chance = Chance(seed)
    for _ in range(draws):
        yield chance.picks(range(people), people), 1
