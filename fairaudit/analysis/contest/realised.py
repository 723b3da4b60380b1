"""What weights are worth in the event: a criterion on which all bids score alike decides nothing, whatever its weight."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.analysis.contest.offers import Grid
from fairaudit.frozen import Frozen


class Realised(Frozen):
    """A criterion's weight, the range of the points given for it, that range as a share of the weight, and two shares.

    `of_ranges` is its range among all ranges; `of_variance` its covariance with the total among the total's variance
    (which is below zero where a criterion works against the others), `None` where all totals are equal.
    `ratio` is `of_ranges` by the weight's own share of all weights, `None` where the weight is zero or nothing varies.
    """

    weight: Fraction
    spread: Fraction
    used: Fraction | None
    of_ranges: Fraction | None
    of_variance: Fraction | None
    ratio: Fraction | None


def realised_weights(grid: Grid) -> list[Realised]:
    """Return what each weight was worth among the bids there were, the price last."""
    points = grid.points()
    scale = grid.whole * grid.unit
    columns = list(zip(*points, strict=True))
    ranges = [max(one) - min(one) for one in columns]
    totals = [sum(one) for one in points]
    number, everything, whole = len(totals), sum(ranges), sum(grid.weights)
    variance = number * sum(one * one for one in totals) - sum(totals) ** 2
    found = []
    for column, spread, weight in zip(columns, ranges, grid.weights, strict=True):
        with_total = number * sum(a * b for a, b in zip(column, totals, strict=True)) - sum(column) * sum(totals)
        share = Fraction(spread, everything) if everything else None
        found.append(
            Realised(
                Fraction(weight, grid.unit),
                Fraction(spread, scale),
                Fraction(spread, weight * grid.whole) if weight else None,
                share,
                Fraction(with_total, variance) if variance else None,
                share * whole / weight if share is not None and weight else None,
            )
        )
    return found
