"""Findings that a higher total is the better one, where nothing says which end of a scale of marks is the best."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from fairaudit.checks.base import Hit, Verb
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.totals.award_words import with_unread
from fairaudit.checks.scoring.totals.marks import on_one_scale
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total

FactsT = TypeVar("FactsT", bound=Frozen)


def with_open_end(case: Case, hit: Hit[FactsT], lot: str | None, totals: Iterable[Total]) -> Hit[FactsT]:
    """Return a finding that a higher total is the better one; a question where they may be marks of which the lowest is the best.

    So it is where no words say how the award goes, and nothing which end of the one scale of all criteria is the good one.
    """
    shares = on_one_scale(weights_in_full(case, lot) or [], totals)
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
