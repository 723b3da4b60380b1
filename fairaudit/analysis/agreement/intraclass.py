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


def mean_squares(rows: Rows) -> MeanSquares:
    """Return the mean squares of a table; raises `NotEstimable` for fewer than two rows or columns, or gaps."""
    whole, unit = _whole_numbers(rows)
    people = len(whole[0])
    sums = [sum(row[at] for row in whole) for at in range(people)]
    squares, own = sum(one * one for row in whole for one in row), sum(sum(row) ** 2 for row in whole)
    return _from_sums(sums, squares, own, len(whole), unit)


def intraclass(rows: Rows, kind: Kind) -> Fraction:
    """Return an intraclass correlation, at most 1; raises `NotEstimable` as `mean_squares` does, or without variation."""
    return _correlation(mean_squares(rows), kind)


def intraclass_interval(
    rows: Rows, kind: Kind, resamples: int | None = None, seed: int = SEED, share: int = 1
) -> Interval:
    """Return the bootstrap interval of an intraclass correlation over rows; raises `NotEstimable` as `intraclass` does."""
    whole, unit = _whole_numbers(rows)
    people, things = len(whole[0]), len(whole)
    fields = [[*row, sum(one * one for one in row), sum(row) ** 2] for row in whole]
    bits = room_for(max(map(max, fields)), things)

    def figure(total: int) -> Fraction:
        *sums, squares, own = unpacked(total, people + 2, bits)
        return _correlation(_from_sums(sums, squares, own, things, unit), kind)

    made = resamples or resamples_for(things, people, share)
    return interval([packed(one, bits) for one in fields], figure, made, seed)


def _whole_numbers(rows: Rows) -> tuple[list[list[int]], int]:
    """Return a table as whole numbers from 0 on, and how many of them make one; no correlation minds the shift."""
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        raise NotEstimable("not estimable: at least two things scored by the same people, two at least, are needed")
    exact = [[one if isinstance(one, int) else Fraction(one) for one in row] for row in rows]
    unit = lcm(*{one.denominator for row in exact for one in row})
    whole = [[one.numerator * (unit // one.denominator) for one in row] for row in exact]
    least = min(map(min, whole))
    return [[one - least for one in row] for row in whole], unit


def _from_sums(columns: list[int], squares: int, own: int, things: int, unit: int) -> MeanSquares:
    """Return mean squares from the sums of columns, the sum of all squares, and that of the squared sums of rows."""
    people = len(columns)
    middle = Fraction(sum(columns) ** 2, things * people)
    all_of_it = squares - middle
    of_rows = Fraction(own, people) - middle
    of_columns = Fraction(sum(one * one for one in columns), things) - middle
    per = Fraction(1, unit * unit)
    return MeanSquares(
        rows=of_rows / (things - 1) * per,
        within=(all_of_it - of_rows) / (things * (people - 1)) * per,
        columns=of_columns / (people - 1) * per,
        error=(all_of_it - of_rows - of_columns) / ((things - 1) * (people - 1)) * per,
        things=things,
        people=people,
    )


def _correlation(found: MeanSquares, kind: Kind) -> Fraction:
    rows, people, things = found.rows, found.people, found.things
    noise = found.within if kind in ("1,1", "1,k") else found.error
    below = rows
    if kind in ("1,1", "A,1", "C,1"):
        below += (people - 1) * noise
    if kind == "A,1":
        below += Fraction(people, things) * (found.columns - noise)
    elif kind == "A,k":
        below += (found.columns - noise) / things
    if below == 0:
        raise NotEstimable(NO_VARIATION)
    return (rows - noise) / below
