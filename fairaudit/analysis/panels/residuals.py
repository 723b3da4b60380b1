"""The maximum normed residual of an evaluator × bidder table, and how often a fair panel reaches it.

Sources: Stefansky, Technometrics 14 (1972) 469; Galpin and Hawkins, Biometrika 68 (1981) 237. Critical values are simulated by
`bench/residuals.py`; those of tables too large for it come from the bound that both papers use, which is never too small.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import atan, cos, lcm, pi, sin, sqrt
from pathlib import Path
from typing import Literal

from fairaudit.analysis.estimable import NO_VARIATION, NotEstimable
from fairaudit.frozen import Frozen

LEAST_FREEDOM = 6
"""(evaluators - 1) × (bidders - 1) below this is too small: the test could find next to nothing (a heuristic)."""
_TABLE = Path(__file__).with_name("residual_quantiles.csv")
_POWER = Path(__file__).with_name("power.csv")

Means = Sequence[Sequence[int]] | Sequence[Sequence[Fraction]]
"""A row for each evaluator, a column for each bidder, nothing missing."""


class Largest(Frozen):
    """The cell whose residual is the largest, where several are the first, and that residual over the root of all squared."""

    evaluator: int
    bidder: int
    residual: Fraction
    statistic: float


class TailP(Frozen):
    """A p-value that is not too small, where it comes from, and of how many simulated tables (0 where of none)."""

    p: Fraction
    source: Literal["table", "bound"]
    tables: int


def too_small(evaluators: int, bidders: int) -> bool:
    """Whether a table is too small to be tested."""
    return evaluators < 3 or bidders < 3 or (evaluators - 1) * (bidders - 1) < LEAST_FREEDOM


def double_centred(means: Means) -> list[list[Fraction]]:
    """Return what is left of each mean without its row and its column: severity and quality taken out."""
    whole, unit = _residuals(means)
    return [[Fraction(one, unit) for one in row] for row in whole]


def largest_normed(means: Means) -> Largest:
    """Return the largest normed residual of a table; raises `NotEstimable` where rows differ by a constant alone."""
    residuals, unit = _residuals(means)
    squares = sum([one * one for row in residuals for one in row])
    if squares == 0:
        raise NotEstimable(NO_VARIATION)
    most, at, place = max((abs(one), -at, -place) for at, row in enumerate(residuals) for place, one in enumerate(row))
    statistic = sqrt(Fraction(most * most, squares))
    return Largest(-at, -place, Fraction(residuals[-at][-place], unit), statistic)


def _residuals(means: Means) -> tuple[list[list[int]], int]:
    """Return double-centred residuals as whole numbers, and how many of these make one."""
    rows, columns = len(means), len(means[0])
    unit = lcm(*{one.denominator for row in means for one in row})
    whole = [[one.numerator * (unit // one.denominator) for one in row] for row in means]
    across = [rows * sum(row) for row in whole]
    down = [columns * sum(column) for column in zip(*whole, strict=True)]
    total, cells = sum(map(sum, whole)), rows * columns
    found = [
        [cells * one - own - top + total for one, top in zip(row, down, strict=True)]
        for row, own in zip(whole, across, strict=True)
    ]
    return found, unit * cells


def tail_p(evaluators: int, bidders: int, statistic: float) -> TailP:
    """Return how often a fair panel of a size reaches a statistic, rounded up to the next p of the table.

    Simulated p are (1 + k) / (N + 1). Beyond the table it is the number of cells times the exact share for one cell.
    """
    row = _quantiles().get((min(evaluators, bidders), max(evaluators, bidders)))
    if row is None:
        return TailP(_rounded_up(upper_bound(evaluators, bidders, statistic)), "bound", 0)
    tables, tail = row
    held = [p for p, critical in tail if statistic >= critical]
    return TailP(min(held, default=Fraction(1)), "table", tables)


def critical_value(evaluators: int, bidders: int, p: Fraction) -> float | None:
    """Return the statistic that a share `p` of fair panels reaches, where the table has that size and that share."""
    row = _quantiles().get((min(evaluators, bidders), max(evaluators, bidders)))
    return dict(row[1]).get(p) if row else None


@cache
def _quantiles() -> dict[tuple[int, int], tuple[int, list[tuple[Fraction, float]]]]:
    head, *lines = _TABLE.read_text(encoding="ascii").splitlines()
    shares = [Fraction(one) for one in head.split(",")[3:]]
    found = {}
    for line in lines:
        first, second, tables, *values = line.split(",")
        found[int(first), int(second)] = int(tables), list(zip(shares, map(float, values), strict=True))
    return found


def upper_bound(evaluators: int, bidders: int, statistic: float) -> float:
    """Return the number of cells times the share of fair panels in which one given cell reaches a statistic.

    The squared residual of a cell over all squared is a share of a beta distribution with 1/2 and (ν - 1)/2, where ν is
    (E - 1)(B - 1); the bound is exact where no two cells can both reach the statistic, and close for small shares.
    """
    cells, freedom = evaluators * bidders, (evaluators - 1) * (bidders - 1)
    share = min(1.0, statistic * statistic * cells / freedom)
    return min(1.0, cells * _beyond(share, freedom - 1))


def _beyond(share: float, freedom: int) -> float:
    """Return P(|t| > t0) with t0² = ν·share/(1 - share), by the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4."""
    if share >= 1.0:
        return 0.0
    sine, squared = sqrt(share), 1.0 - share
    cosine = sqrt(squared)
    if freedom % 2 == 0:
        term = total = 1.0
        for one in range(1, freedom // 2):
            term *= squared * (2 * one - 1) / (2 * one)
            total += term
        return max(0.0, 1.0 - sine * total)
    angle = atan(sine / cosine)
    if freedom == 1:
        return 1.0 - 2.0 * angle / pi
    term = total = cos(angle)
    for one in range(1, (freedom - 1) // 2):
        term *= squared * (2 * one) / (2 * one + 1)
        total += term
    return max(0.0, 1.0 - 2.0 / pi * (angle + sin(angle) * total))


def _rounded_up(share: float) -> Fraction:
    """Return a share with three digits, never less, and never none: the floating error of the series is about 1e-13."""
    exact = Decimal(max(share, 1e-6))
    step = Decimal(1).scaleb(exact.adjusted() - 2)
    return min(Fraction(1), Fraction(-(-exact // step) * step))


class Expected(Frozen):
    """What simulated panels of a size show: how often the test finds a favour, how often a fair winner hangs on one person.

    `evaluators`, `bidders` and `criteria` (of equal weight) are the size that was simulated: the largest there is within the
    one that was asked for.
    """

    found: Fraction
    without_one: Fraction
    panels: int
    evaluators: int
    bidders: int
    criteria: int


def expected(evaluators: int, bidders: int, criteria: int) -> Expected:
    """Return the power at 5 % where one evaluator adds a fifth of the scale to every score of one bid, and the baseline.

    Found is that cell and no other. The baseline is the share of fair panels in which leaving some one evaluator out changes
    who leads. At least three of each and one criterion; simulated by `bench/residuals.py` on the panels of `fairpanels`.
    """
    table = _expected()
    sizes = (sorted(set(each)) for each in zip(*table, strict=True))
    first, second, third = (
        max(one for one in each if one <= asked)
        for each, asked in zip(sizes, (evaluators, bidders, criteria), strict=True)
    )
    found, without_one, panels = table[first, second, third]
    return Expected(found, without_one, panels, first, second, third)


def even_criteria(weights: Sequence[Fraction]) -> int:
    """Return how many criteria of equal weight are worth as much as these: (sum of weights)² over the sum of squares, rounded.

    A mean in which one criterion weighs nearly all is as uncertain as that criterion (Kish 1965, effective sample size).
    """
    whole = sum(weights, Fraction(0))
    return max(1, round(whole * whole / sum([one * one for one in weights]))) if whole else 1


@cache
def _expected() -> dict[tuple[int, int, int], tuple[Fraction, Fraction, int]]:
    _, *lines = _POWER.read_text(encoding="ascii").splitlines()
    rows = [line.split(",") for line in lines]
    return {(int(one[0]), int(one[1]), int(one[2])): (Fraction(one[4]), Fraction(one[5]), int(one[3])) for one in rows}
