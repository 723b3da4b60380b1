"""Krippendorff's alpha: how far scores of the same thing agree, beside what scores drawn at random would.

Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Scores may be missing; a unit with fewer than two
takes no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from operator import mul
from typing import Literal

from fairaudit.analysis.agreement.resampling import Interval, interval, packed, resamples_for, room_for, unpacked
from fairaudit.analysis.estimable import NO_VARIATION, NotEstimable
from fairaudit.analysis.seeded import SEED
from fairaudit.frozen import Frozen

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Value = int | Decimal | Fraction
Units = Sequence[Sequence[Value | None]]
"""For each thing that was scored the scores it was given, in any order; `None` is a score that is missing."""


class _Table(Frozen):
    """Values in order; for each unit how many scores it has of each; the pairs of values, by their places."""

    values: tuple[Fraction, ...]
    counts: tuple[tuple[int, ...], ...]
    pairs: tuple[tuple[int, int], ...]
    unit: int


def krippendorff_alpha(units: Units, metric: Metric) -> Fraction:
    """Return alpha, at most 1; 0 is what chance would give, and less is less than that.

    Raises `NotEstimable` where no unit has two scores, all scores are equal, or a ratio of values is not defined.
    """
    table = _tabulated(units)
    return _alpha_of(table, _fields(table), _fixed(table, metric))


def _alpha_of(table: _Table, fields: list[list[int]], fixed: Sequence[int] | None) -> Fraction:
    sums = [sum(one) for one in zip(*map(tuple, fields), strict=True)]
    return Fraction(*_alpha(sums, table, fixed))


def alpha_with_interval(
    units: Units, metric: Metric, resamples: int | None = None, seed: int = SEED, share: int = 1
) -> tuple[Fraction, Interval]:
    """Return alpha and its bootstrap interval over units; raises `NotEstimable` as `krippendorff_alpha` does."""
    table = _tabulated(units)
    fields, fixed = _fields(table), _fixed(table, metric)
    width = len(fields[0])
    bits = room_for(max(map(max, fields)), len(fields))
    made = resamples or resamples_for(len(fields), width, share)

    def figure(whole: int) -> float:
        above, below = _alpha(unpacked(whole, width, bits), table, fixed)
        return above / below

    return _alpha_of(table, fields, fixed), interval([packed(one, bits) for one in fields], figure, made, seed)


def _tabulated(units: Units) -> _Table:
    given = [[one for one in unit if one is not None] for unit in units]
    given = [one for one in given if len(one) > 1]
    if not given:
        raise NotEstimable("not estimable: nothing was scored by two")
    found = sorted({one for unit in given for one in unit})
    if len(found) < 2:
        raise NotEstimable(NO_VARIATION)
    values = tuple(Fraction(one) for one in found)
    counts = tuple(tuple([unit.count(value) for value in found]) for unit in given)
    pairs = tuple((first, second) for second in range(len(values)) for first in range(second))
    return _Table(values, counts, pairs, lcm(*(sum(one) - 1 for one in counts)))


def _fields(table: _Table) -> list[list[int]]:
    """Return for each unit its scores of each value, then its pairs of unlike scores, weighed, in units of `table.unit`."""
    found = []
    for counts in table.counts:
        weight = table.unit // (sum(counts) - 1)
        found.append([*counts, *(counts[first] * counts[second] * weight for first, second in table.pairs)])
    return found


def _alpha(sums: Sequence[int], table: _Table, fixed: Sequence[int] | None) -> tuple[int, int]:
    """Return alpha as one whole number over another; `fixed` holds distances that do not hang on what was drawn."""
    number = len(table.values)
    totals, unlike = sums[:number], sums[number:]
    distances = _ordinal(table, totals) if fixed is None else fixed
    observed = sum(map(mul, unlike, distances))
    expected = sum([totals[one] * totals[two] * far for (one, two), far in zip(table.pairs, distances, strict=True)])
    if expected == 0:
        raise NotEstimable(NO_VARIATION)
    below = table.unit * expected
    return below - (sum(totals) - 1) * observed, below


def _ordinal(table: _Table, totals: Sequence[int]) -> list[int]:
    """Return how far the two values of each pair are apart by how many scores lie between them, squared."""
    below, middles = 0, []
    for one in totals:
        middles.append(2 * below + one)
        below += one
    return [far * far for one, two in table.pairs for far in (middles[two] - middles[one],)]


def _fixed(table: _Table, metric: Metric) -> list[int] | None:
    """Return how far the two values of each pair are apart, squared, in some unit; `None` where that hangs on all scores."""
    if metric == "ordinal":
        return None
    if metric == "nominal":
        return [1] * len(table.pairs)
    values = table.values
    if metric == "ratio" and values[0] < 0:
        raise NotEstimable("not estimable: ratios need values that are not below zero")
    apart = [values[two] - values[one] for one, two in table.pairs]
    if metric == "ratio":
        apart = [far / (values[one] + values[two]) for far, (one, two) in zip(apart, table.pairs, strict=True)]
    scale = lcm(*(one.denominator for one in apart))
    return [int(one * scale) ** 2 for one in apart]


def fleiss_kappa(units: Sequence[Sequence[Hashable]]) -> Fraction:
    """Return the kappa of Fleiss (1971) for things that as many people each put into a category.

    Raises `NotEstimable` where a unit has another number of scores than the first, fewer than two, or all fell into one.
    """
    raters = len(units[0]) if units else 0
    if raters < 2 or any(len(one) != raters for one in units):
        raise NotEstimable("not estimable: every unit needs the same number of scores, and at least two")
    totals: Counter[Hashable] = Counter()
    agreed = 0
    for unit in units:
        counts = Counter(unit)
        totals.update(counts)
        agreed += sum(one * (one - 1) for one in counts.values())
    number = raters * len(units)
    observed = Fraction(agreed, number * (raters - 1))
    expected = Fraction(sum(one * one for one in totals.values()), number * number)
    if expected == 1:
        raise NotEstimable(NO_VARIATION)
    return (observed - expected) / (1 - expected)
