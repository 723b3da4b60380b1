"""Intraclass correlations from the mean squares of an analysis of variance.

Sources: Shrout and Fleiss, Psychological Bulletin 86 (1979) 420, for (1,1) to (3,k); McGraw and Wong, Psychological Methods 1
(1996) 30, for the names used here: (A,1) is their (2,1), (C,1) their (3,1).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal

from fairaudit.analysis.agreement.resampling import Interval, interval, packed, resamples_for, room_for, unpacked
from fairaudit.analysis.estimable import NO_VARIATION, NotEstimable
from fairaudit.analysis.seeded import SEED
from fairaudit.frozen import Frozen

Kind = Literal["1,1", "A,1", "C,1", "1,k", "A,k", "C,k"]
Rows = Sequence[Sequence[int | Decimal | Fraction]]
"""One row for each thing that was scored, one column for each person who scored; nothing may be missing."""


class MeanSquares(Frozen):
    """Of rows, within rows, of columns, and what is left; with the number of rows and of columns."""

    rows: Fraction
    within: Fraction
    columns: Fraction
    error: Fraction
    things: int
    people: int


class _Sums(Frozen):
    """Sums of squares of a table of whole numbers, each times the number of its cells."""

    rows: int
    within: int
    columns: int
    error: int
    things: int
    people: int


def mean_squares(rows: Rows) -> MeanSquares:
    """Return the mean squares of a table; raises `NotEstimable` for fewer than two rows or columns, or gaps."""
    whole, unit = _whole_numbers(rows)
    found = _sums_of(whole)
    things, people = found.things, found.people
    per = things * people * unit * unit
    return MeanSquares(
        rows=Fraction(found.rows, per * (things - 1)),
        within=Fraction(found.within, per * things * (people - 1)),
        columns=Fraction(found.columns, per * (people - 1)),
        error=Fraction(found.error, per * (things - 1) * (people - 1)),
        things=things,
        people=people,
    )


def intraclass(rows: Rows, kind: Kind) -> Fraction:
    """Return an intraclass correlation, at most 1; raises `NotEstimable` as `mean_squares` does, or without variation."""
    return Fraction(*_correlation(_sums_of(_whole_numbers(rows)[0]), kind))


def intraclass_with_interval(
    rows: Rows, kind: Kind, resamples: int | None = None, seed: int = SEED, share: int = 1
) -> tuple[Fraction, Interval]:
    """Return an intraclass correlation and its bootstrap interval over rows; raises `NotEstimable` as `intraclass` does."""
    whole, _ = _whole_numbers(rows)
    found = Fraction(*_correlation(_sums_of(whole), kind))
    people, things = len(whole[0]), len(whole)
    fields = [[*row, sum(one * one for one in row), sum(row) ** 2] for row in whole]
    bits = room_for(max(map(max, fields)), things)

    def figure(total: int) -> float:
        *columns, squares, own = unpacked(total, people + 2, bits)
        above, below = _correlation(_sums(columns, squares, own, things), kind)
        return above / below

    made = resamples or resamples_for(things, people, share)
    return found, interval([packed(one, bits) for one in fields], figure, made, seed)


def _whole_numbers(rows: Rows) -> tuple[list[list[int]], int]:
    """Return a table as whole numbers from 0 on, and how many of them make one; no correlation minds the shift."""
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        raise NotEstimable("not estimable: at least two things scored by the same people, two at least, are needed")
    exact = [[one if isinstance(one, int) else Fraction(one) for one in row] for row in rows]
    unit = lcm(*{one.denominator for row in exact for one in row})
    whole = [[one.numerator * (unit // one.denominator) for one in row] for row in exact]
    least = min(map(min, whole))
    return [[one - least for one in row] for row in whole], unit


def _sums_of(whole: list[list[int]]) -> _Sums:
    columns = [sum(column) for column in zip(*whole, strict=True)]
    squares, own = sum(one * one for row in whole for one in row), sum(sum(row) ** 2 for row in whole)
    return _sums(columns, squares, own, len(whole))


def _sums(columns: list[int], squares: int, own: int, things: int) -> _Sums:
    """Return sums of squares from the sums of columns, the sum of all squares, and that of the squared sums of rows."""
    people = len(columns)
    middle = sum(columns) ** 2
    of_all, of_rows = things * people * squares - middle, things * own - middle
    of_columns = people * sum([one * one for one in columns]) - middle
    return _Sums(of_rows, of_all - of_rows, of_columns, of_all - of_rows - of_columns, things, people)


def _correlation(found: _Sums, kind: Kind) -> tuple[int, int]:
    """Return a correlation as one whole number over another."""
    of_rows, within, of_columns, error, things, people = found
    # Mean squares times things × (things - 1) × (people - 1), so that they stay whole.
    rows, columns = things * (people - 1) * of_rows, things * (things - 1) * of_columns
    noise = (things - 1) * within if kind in ("1,1", "1,k") else things * error
    below = things * rows
    if kind in ("1,1", "A,1", "C,1"):
        below += things * (people - 1) * noise
    if kind == "A,1":
        below += people * (columns - noise)
    elif kind == "A,k":
        below += columns - noise
    if below == 0:
        raise NotEstimable(NO_VARIATION)
    return things * (rows - noise), below
