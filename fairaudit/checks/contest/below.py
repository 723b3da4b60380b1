"""Bids that a contest puts first although they miss a published minimum score, which the points alone do not show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fairaudit.checks.contest.record import Field
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.scoring.criteria.tree import called
from fairaudit.checks.scoring.minimums.met import minimums_missed
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case


class BelowMinimum(Frozen):
    """Bids of a contest, and the criteria whose published minimum they miss."""

    contest: str
    bids: tuple[str, ...]
    criteria: tuple[str, ...]


def below_minimums(case: Case, field: Field, bids: Sequence[str], call: Callable[[str], str]) -> Measurement | None:
    """Return which of some bids miss a published minimum; `None` where none does."""
    missed = {bid: asked for bid in bids if (asked := minimums_missed(case, bid, field.lot))}
    if not missed:
        return None
    criteria = tuple(dict.fromkeys(called(one.criterion) for asked in missed.values() for one in asked))
    return Measurement("below-minimum", BelowMinimum(field.called, tuple(map(call, missed)), criteria))
