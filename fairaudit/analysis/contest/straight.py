"""Contests by one figure for price and quality as sums of weights times shares, so that their weights can be varied.

With prices held, a figure that rises in a straight line with an offer's own quality is a + b · q. Quality is the sum of
weights times shares, q = Σ w s ÷ Σ w, so the figure is Σ w (a + b s) ÷ Σ w: weights of criteria order offers by the
shares a + b s as they do by s where points are added. Of a quotient with quality below the line, the inverse is that line.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import Literal

from fairaudit.analysis.contest.offers import Contest, Grid, prices

_HALF = Fraction(1, 2)


def straight_grid(contest: Contest, straight: Literal["figure", "inverse"]) -> Grid:
    """Return a contest by one figure in whole numbers, the weights of its criteria out of a hundred.

    Raises `ValueError` where the contest has no such figure, no weight, or the formula no answer.
    """
    weight = sum(contest.weights, Fraction(0))
    if weight <= 0:
        raise ValueError("no criterion of quality has a weight")
    full, half = (_values(contest, quality, straight) for quality in (Fraction(1), _HALF))
    rows: list[list[Fraction]] = []
    for offer, top, middle in zip(contest.offers, full, half, strict=True):
        slope = (top - middle) * 2
        rows.append([top - slope + slope * share for share in offer.shares])
    weights = [one * 100 / weight for one in contest.weights]
    whole = lcm(*{one.denominator for row in rows for one in row})
    unit = lcm(*{one.denominator for one in weights})
    return Grid(
        tuple(one.name for one in contest.offers),
        tuple(tuple(one.numerator * (whole // one.denominator) for one in row) for row in rows),
        tuple(one.numerator * (unit // one.denominator) for one in weights),
        whole,
        unit,
    )


def _values(contest: Contest, quality: Fraction, straight: Literal["figure", "inverse"]) -> Sequence[Fraction]:
    """Return what is straight in quality, were every offer of one quality; more is better."""
    if contest.overall is None:
        raise ValueError("the contest adds points")
    alike = [quality] * len(contest.offers)
    found = contest.overall(prices(contest), alike, [one.figures for one in contest.offers])
    if straight == "figure":
        return found
    if any(one == 0 for one in found):
        raise ValueError("a figure is zero, and has no inverse")
    # The lowest quotient wins, so `overall` is below zero; so is the inverse, and more of it would be worse.
    return [-1 / one for one in found]
