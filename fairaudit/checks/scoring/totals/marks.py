"""Totals that may be weighted marks: where the low end of every scale is the good one, nobody need make points of them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

from fairaudit.checks.base import Hit, Verb
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower
from fairaudit.checks.scoring.totals.award_words import with_unread
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total

FactsT = TypeVar("FactsT", bound=Frozen)
Shares = list[tuple[Question, Fraction]]


def read_as_marks(shares: list[tuple[Question, Fraction]], totals: Iterable[Total]) -> frozenset[int]:
    """Return the criteria, by identity, whose scores are marks if these totals are: means of marks, or their weighted sums.

    None where a criterion has points, or another scale, or where a total is no mark: points out of a hundred seldom are.
    """
    if any(not better_is_lower(one) for one, weight in shares if weight):
        return frozenset()
    return frozenset(id(one.criterion) for one, _ in _on_one_scale(shares, totals))


def with_open_end(case: Case, hit: Hit[FactsT], lot: str | None, totals: Iterable[Total]) -> Hit[FactsT]:
    """Return a finding that a higher total is the better one; a question where they may be marks of which the lowest is the best.

    So it is where no words say how the award goes, and nothing which end of the one scale of all criteria is the good one.
    """
    shares = _on_one_scale(weights_in_full(case, lot) or [], totals)
    scales = [one.scale for one, _ in shares]
    said = any(one and (one.better is not None or one.descriptors) for one in scales)
    if not scales or said or case.tender.award_method or hit.confidence == "possible":
        return hit
    own = next(one for one in scales if one)
    if own.minimum is None or own.minimum < 1:
        return hit
    ends = f"the scale from {own.minimum} to {own.maximum}"
    return with_unread(
        hit, Verb(f"; which end of {ends} is the best is not given, and where the lowest mark is, it may be right")
    )


def _on_one_scale(shares: Shares, totals: Iterable[Total]) -> Shares:
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
