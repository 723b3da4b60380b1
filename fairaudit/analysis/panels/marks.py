"""How scores are used: the ends of the scale, one bidder alone at an end, sheets that are alike, sheets without a view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt
from operator import ne

from fairaudit.frozen import Frozen

_LEAST_MARKS = 2
AGREE = Fraction(1, 2)
"""Where other pairs agree in more of their scores, sheets that are alike tell nothing. A heuristic: see docs/statistics.md."""
NEVER = Fraction(1, 1_000_000)
"""Below this a chance is said to be less than it."""


class OneBidder(Frozen):
    """An evaluator who gave all of their marks at one end to one bidder: how many, and how often chance does as much."""

    evaluator: int
    bidder: int
    marks: int
    p: Fraction


Marked = Sequence[Sequence[Mapping[int, bool]]]
"""For each bidder its cells; of each, whether an evaluator, by place, gave a mark at that end of the scale."""


def for_one_bidder(cells: Marked) -> list[OneBidder]:
    """Return the evaluators whose marks at an end all went to one bidder, with the larger of two p-values.

    One holds the bidder's quality still: how often an evaluator has so many of its marks when those of each cell are dealt
    out among whoever scored it. The other holds the evaluator's hand still: one side of Fisher's exact test of their own
    scores. So neither a bidder who earns many marks nor an evaluator who gives many stands out by that. Both are exact.
    """
    own: dict[int, dict[int, int]] = {}
    for bidder, some in enumerate(cells):
        for cell in some:
            for evaluator, mark in cell.items():
                if mark:
                    counts = own.setdefault(evaluator, {})
                    counts[bidder] = counts.get(bidder, 0) + 1
    found = []
    for evaluator, counts in sorted(own.items()):
        bidder, marks = next(iter(counts.items()))
        if len(counts) == 1 and marks >= _LEAST_MARKS:
            p = max(_dealt_at_least(cells[bidder], evaluator, marks), _kept_for(cells, evaluator, bidder, marks))
            found.append(OneBidder(evaluator, bidder, marks, p))
    return found


def could_be_one(cells: Marked) -> int:
    """Return how many pairs of evaluator and bidder could be found: who scored two cells of a bidder that hold any mark.

    For Holm: what the marks of each cell rule out is no test (Tarone, Biometrics 46 (1990) 515).
    """
    found = 0
    for some in cells:
        scored = Counter(evaluator for cell in some if any(cell.values()) for evaluator in cell)
        found += sum(number >= _LEAST_MARKS for number in scored.values())
    return found


def _dealt_at_least(cells: Sequence[Mapping[int, bool]], evaluator: int, marks: int) -> Fraction:
    """Return the chance that an evaluator has so many of the marks of some cells when each cell's are dealt out."""
    ways, whole = [1], 1
    for cell in cells:
        given = sum(cell.values())
        if evaluator in cell and given:
            without, people = len(cell) - given, len(cell)
            ways = [without * one + given * less for one, less in zip([*ways, 0], [0, *ways], strict=True)]
            whole *= people
    return Fraction(sum(ways[marks:]), whole)


def _kept_for(cells: Marked, evaluator: int, bidder: int, marks: int) -> Fraction:
    """Return the chance that all marks of an evaluator are at one bidder, had they been anywhere among their scores."""
    from fairaudit.analysis.panels.chances import fisher_at_least

    scored = [sum(evaluator in cell for cell in some) for some in cells]
    return fisher_at_least(marks, marks, scored[bidder], sum(scored))


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


def nearly_alike(sheets: Sequence[Sequence[Hashable]], most: int) -> list[tuple[int, int, int]]:
    """Return the pairs of evaluators whose scores differ in one cell at least and `most` cells at most, and in how many."""
    found = []
    for (one, first), (other, second) in combinations(enumerate(sheets), 2):
        differing = sum(map(ne, first, second))
        if 0 < differing <= most:
            found.append((one, other, differing))
    return found


def expected_nearly_alike(sheets: Sequence[Sequence[Hashable]], differing: int) -> Fraction:
    """Return how many pairs would differ in no more cells than these on average, were the scores of each cell dealt out.

    The chance that any pair does is at most that. Exact; below `NEVER` that is returned.
    """
    people = len(sheets)
    ways = people * (people - 1)
    counts = [1]
    """In how many ways of dealing a pair differs in none of the cells so far, in one, in two …"""
    for cell in zip(*sheets, strict=True):
        same = sum(one * (one - 1) for one in Counter(cell).values())
        pairs = zip([*counts, 0], [0, *counts], strict=True)
        counts = [same * one + (ways - same) * before for one, before in pairs][: differing + 1]
    found = Fraction(ways * sum(counts), 2 * ways ** len(sheets[0]))
    return max(NEVER, found) if found else found


def others_agree(sheets: Sequence[Sequence[int]], pair: tuple[int, int]) -> Fraction:
    """Return in what share of cells the other pairs of evaluators agree, once each sheet is moved by how hard it scores.

    That is its commonest difference from the middle score of the cells. Where others agree much, sheets that are alike are
    no wonder: dealing out assumes that nobody is harder than another, and people who hardly err differ by that alone.
    """
    middle = [sorted(cell)[(len(cell) - 1) // 2] for cell in zip(*sheets, strict=True)]
    moved = []
    for sheet in sheets:
        apart = Counter(one - other for one, other in zip(sheet, middle, strict=True))
        hard = min(apart, key=lambda one: (-apart[one], one))
        moved.append([one - hard for one in sheet])
    same = sum(one * (one - 1) // 2 for cell in zip(*moved, strict=True) for one in Counter(cell).values())
    own = sum(one == other for one, other in zip(*(moved[at] for at in pair), strict=True))
    others = len(sheets) * (len(sheets) - 1) // 2 - 1
    return Fraction(same - own, others * len(middle)) if others else Fraction(0)


def spread(scores: Sequence[float]) -> float:
    """Return the standard deviation of some scores, of a sample; 0 of fewer than two."""
    number = len(scores)
    if number < 2:
        return 0.0
    mean = sum(scores) / number
    return sqrt(sum((one - mean) ** 2 for one in scores) / (number - 1))
