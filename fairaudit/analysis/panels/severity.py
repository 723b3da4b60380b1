"""How hard or soft each evaluator is, also where not everybody scored everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm, sqrt

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.frozen import Frozen

MOST_PEOPLE = 30
"""The additive model is solved exactly for at most so many; a limit of ours on work."""
FEWEST_BIDS = 3
"""With fewer bids a range says nothing: a heuristic."""
_STUDENT = (
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314,
    2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
)  # fmt: skip
"""The 97.5 % points of Student's t, from one degree of freedom on."""

Unit = Mapping[int, int]
"""What was given to one bidder on one criterion, in whole units, by the places of evaluators."""


class Severity(Frozen):
    """How far an evaluator is above (soft) or below (hard) the mean of all who scored the same, and half its range of 95 %.

    `within` is `None` where fewer than three bids were scored: there is no range.
    """

    mean: Fraction
    within: float | None
    units: int


def severities(units: Sequence[Unit], people: int, bids: Sequence[int]) -> list[Severity | None]:
    """Return the mean departure of each evaluator from the mean of each unit; `None` for those who share no unit.

    `bids` says of each unit whose it is: an honest view of a bid shows in all its units, so that bids and not units vary
    independently, and the range is Student's over bids.
    """
    whole = lcm(*{len(one) for one in units if one})
    sums: list[dict[int, int]] = [{} for _ in range(people)]
    counts: list[dict[int, int]] = [{} for _ in range(people)]
    for unit, bid in zip(units, bids, strict=True):
        if len(unit) > 1:
            mean = sum(unit.values()) * (whole // len(unit))
            for at, one in unit.items():
                sums[at][bid] = sums[at].get(bid, 0) + one * whole - mean
                counts[at][bid] = counts[at].get(bid, 0) + 1
    return [_severity(*one, whole) for one in zip(sums, counts, strict=True)]


def _severity(sums: Mapping[int, int], counts: Mapping[int, int], whole: int) -> Severity | None:
    if not counts:
        return None
    total, number, bids = sum(sums.values()), sum(counts.values()), len(counts)
    mean = Fraction(total, number * whole)
    if bids < FEWEST_BIDS:
        return Severity(mean, None, number)
    # What each bid adds to the total beyond its part of the mean, times the number of scores so that it stays whole.
    squares = sum((one * number - counts[bid] * total) ** 2 for bid, one in sums.items())
    error = sqrt(Fraction(bids * squares, (bids - 1) * number**4 * whole**2))
    return Severity(mean, student(bids - 1) * error, number)


def student(freedom: int) -> float:
    """Return what 97.5 % of Student's t with so many degrees of freedom stay below.

    From a table to 30; beyond by the expansion of Cornish and Fisher, which is then right to four decimals.
    """
    if freedom <= len(_STUDENT):
        return _STUDENT[freedom - 1]
    z = 1.959963985
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3)
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2) + third


def is_crossed(units: Sequence[Unit], people: int) -> bool:
    """Whether everybody scored everything, so that severity adds the same to every bidder's mean."""
    return all(len(unit) == people for unit in units)


def additive(units: Sequence[Unit], people: int) -> list[Fraction]:
    """Return the severity of each evaluator, together none, in the additive model: score = unit + evaluator + error.

    Least squares, solved exactly. Raises `NotEstimable` where evaluators share no units with the others, or are too many.
    """
    if people > MOST_PEOPLE:
        raise NotEstimable(f"not estimable: more than {MOST_PEOPLE} evaluators")
    matrix = [[Fraction(0)] * (people + 1) for _ in range(people)]
    for unit in units:
        share = Fraction(1, len(unit)) if unit else Fraction(0)
        mean = sum(unit.values()) * share
        for at, one in unit.items():
            matrix[at][people] += one - mean
            matrix[at][at] += 1
            for other in unit:
                matrix[at][other] -= share
    matrix[-1] = [*([Fraction(1)] * people), Fraction(0)]
    return _solved(matrix)


def _solved(matrix: list[list[Fraction]]) -> list[Fraction]:
    """Return the solution of linear equations (Gauss and Jordan); raises `NotEstimable` where there are many."""
    size = len(matrix)
    for at in range(size):
        pivot = next((row for row in range(at, size) if matrix[row][at]), None)
        if pivot is None:
            raise NotEstimable("not estimable: some evaluators share no bidder and criterion with the others")
        matrix[at], matrix[pivot] = matrix[pivot], matrix[at]
        first = matrix[at][at]
        matrix[at] = [one / first for one in matrix[at]]
        for row in range(size):
            factor = matrix[row][at]
            if row != at and factor:
                matrix[row] = [one - factor * other for one, other in zip(matrix[row], matrix[at], strict=True)]
    return [row[size] for row in matrix]
