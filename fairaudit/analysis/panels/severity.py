"""How hard or soft each evaluator is, also where not everybody scored everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm, sqrt

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.frozen import Frozen

MOST_PEOPLE = 30
"""The additive model is solved exactly for at most so many; a limit of ours on work."""

Unit = Mapping[int, int]
"""What was given to one bidder on one criterion, in whole units, by the places of evaluators."""


class Severity(Frozen):
    """How far an evaluator is above (soft) or below (hard) the mean of all who scored the same, and twice its standard error."""

    mean: Fraction
    within: float
    units: int


def severities(units: Sequence[Unit], people: int) -> list[Severity | None]:
    """Return the mean departure of each evaluator from the mean of each unit; `None` for those who share no unit."""
    whole = lcm(*{len(one) for one in units if one})
    sums, squares, counts = [0] * people, [0] * people, [0] * people
    for unit in units:
        if len(unit) > 1:
            mean = sum(unit.values()) * (whole // len(unit))
            for at, one in unit.items():
                departure = one * whole - mean
                sums[at] += departure
                squares[at] += departure * departure
                counts[at] += 1
    return [_severity(*one, whole) for one in zip(sums, squares, counts, strict=True)]


def _severity(total: int, squares: int, number: int, whole: int) -> Severity | None:
    if not number:
        return None
    mean, left = Fraction(total, number * whole), (squares - Fraction(total * total, number)) / (whole * whole)
    error = sqrt(left / (number - 1) / number) if number > 1 else 0.0
    return Severity(mean, 2 * error, number)


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
