"""How scores are used: the ends of the scale, one bidder alone at an end, sheets that are alike, sheets without a view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction
from math import sqrt

from fairaudit.frozen import Frozen

_LEAST_MARKS = 2
NEVER = Fraction(1, 1_000_000)
"""Below this a chance is said to be less than it."""


class OneBidder(Frozen):
    """An evaluator who gave all of their marks at one end to one bidder: how many, and how often chance does as much."""

    evaluator: int
    bidder: int
    marks: int
    p: Fraction
    adjusted: Fraction


def for_one_bidder(marks: Sequence[Sequence[int]], family: int) -> list[OneBidder]:
    """Return the evaluators whose marks at an end all went to one bidder, with one side of Fisher's exact test.

    `marks`: how many each evaluator (row) gave each bidder (column). The marks of all are the margins, so neither a bidder who
    earns many nor an evaluator who gives many stands out by that. `family`: how many such tests there are in all, for Holm.
    """
    from fairaudit.analysis.panels.chances import fisher_at_least, holm

    columns = [sum(row[at] for row in marks) for at in range(len(marks[0]))] if marks else []
    whole, found = sum(columns), []
    for at, row in enumerate(marks):
        most = max(row, default=0)
        if most >= _LEAST_MARKS and most == sum(row) < whole:
            bidder = row.index(most)
            found.append((at, bidder, most, fisher_at_least(most, most, columns[bidder], whole)))
    adjusted = holm([one[3] for one in found], family)
    return [OneBidder(*one, right) for one, right in zip(found, adjusted, strict=True)]


def alike(sheets: Sequence[Sequence[Hashable]]) -> list[tuple[int, int]]:
    """Return the pairs of evaluators whose scores are the same in every cell."""
    groups: dict[tuple[Hashable, ...], list[int]] = {}
    for at, sheet in enumerate(sheets):
        groups.setdefault(tuple(sheet), []).append(at)
    return [(one, other) for same in groups.values() for place, one in enumerate(same) for other in same[place + 1 :]]


def expected_alike(sheets: Sequence[Sequence[Hashable]]) -> Fraction:
    """Return how many pairs would be alike in every cell on average if the scores of each cell were dealt out at random.

    The chance that any pair is, is at most this. Exact; below `NEVER` that is returned. With two evaluators it is 1 or 0:
    dealing out two scores tells nothing.
    """
    people = len(sheets)
    ways = people * (people - 1)
    found = Fraction(ways, 2)
    for cell in zip(*sheets, strict=True):
        found *= Fraction(sum(one * (one - 1) for one in Counter(cell).values()), ways)
        if found <= NEVER:
            return NEVER if found else Fraction(0)
    return found


def spread(scores: Sequence[float]) -> float:
    """Return the standard deviation of some scores, of a sample; 0 of fewer than two."""
    number = len(scores)
    if number < 2:
        return 0.0
    mean = sum(scores) / number
    return sqrt(sum((one - mean) ** 2 for one in scores) / (number - 1))
