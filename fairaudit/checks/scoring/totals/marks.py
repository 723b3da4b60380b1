"""Totals that may be weighted marks: where the low end of every scale is the good one, nobody need make points of them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower
from fairaudit.procurement.model.evaluation import Total

Shares = list[tuple[Question, Fraction]]
"""Criteria, each with its weight."""


def read_as_marks(shares: Shares, totals: Iterable[Total]) -> frozenset[int]:
    """Return the criteria, by identity, whose scores are marks if these totals are: means of marks, or their weighted sums.

    None where a criterion has points, or another scale, or where a total is no mark: points out of a hundred seldom are.
    """
    if any(not better_is_lower(one) for one, weight in shares if weight):
        return frozenset()
    return frozenset(id(one.criterion) for one, _ in on_one_scale(shares, totals))


def on_one_scale(shares: Shares, totals: Iterable[Total]) -> Shares:
    """Return the criteria that are weighed, where these totals may be means of their scores, or weighted sums; else none."""
    weighed = [(one, weight) for one, weight in shares if weight]
    ends = {(one.scale.minimum, one.scale.maximum) if one.scale else (None, None) for one, _ in weighed}
    said = [Fraction(one.total) for one in totals if one.total is not None]
    if len(ends) != 1 or not said or any(one.formula for one, _ in weighed):
        return []
    [(low, high)] = ends
    if low is None or high is None:
        return []
    whole = sum((weight for _, weight in weighed), Fraction(0))
    # Sums of marks below 1 might be points out of the whole.
    units = (Fraction(1), whole) if low >= 1 else (Fraction(1),)
    fits = any(all(unit * Fraction(low) <= one <= unit * Fraction(high) for one in said) for unit in units)
    return weighed if fits else []
