"""Scores off their scale, which are slips of somebody's hand: cases in which they stand on it, as they may have been meant.

A test leaves them out; what it finds is a finding only where it finds the same with what the slips could have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from fairaudit.checks.panels.sheets import is_usable
from fairaudit.checks.scoring.criteria.tree import scored_leaves
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import built
from fairaudit.procurement.model.procurement import Procurement

_LISTS = ("individual", "consensus")
_MOST_BIDS = 6


class _Slip(Frozen):
    """A score off its scale: in which list it stands where, and the ends of the scale."""

    name: str
    at: int
    score: Score
    low: Decimal
    high: Decimal


def mended(case: Case) -> tuple[Case, ...]:
    """Return cases in which every score off its scale stands on it, in several ways; none where no score is off."""
    return case.once(_mended)


def _mended(case: Case) -> tuple[Case, ...]:
    slips = list(_slips(case))
    agreed = {(one.bid, one.criterion): one.score for one in case.evaluation.consensus or ()}
    bids = list(dict.fromkeys(one.score.bid for one in slips))[:_MOST_BIDS]
    ways: list[Callable[[_Slip], Decimal]] = [
        lambda one: one.low,
        lambda one: one.high,
        _typed,
        lambda one: _within(one, agreed.get((one.score.bid, one.score.criterion))),
        *(_high_for(bid) for bid in bids if len(bids) > 1),
    ]
    return tuple(_with(case, [(one, way(one)) for one in slips]) for way in ways) if slips else ()


def _slips(case: Case) -> Iterator[_Slip]:
    scales = {one.criterion.id: one.scale for one in scored_leaves(case) if not one.is_price and is_usable(one.scale)}
    for name in _LISTS:
        scores: tuple[Score, ...] = getattr(case.evaluation, name) or ()
        for at, one in enumerate(scores):
            scale = scales.get(one.criterion)
            if scale is None or scale.maximum is None or one.score is None:
                continue
            low = scale.minimum or Decimal(0)
            if not low <= one.score <= scale.maximum:
                yield _Slip(name, at, one, low, scale.maximum)


def _typed(slip: _Slip) -> Decimal:
    """Return the score that was meant where a sign or a digit was typed too much: 4 for 44, 40 and -4."""
    value = abs(slip.score.score or Decimal(0))
    while value > slip.high and value >= 1:
        value = value // 10
    return _within(slip, value)


def _within(slip: _Slip, value: Decimal | None) -> Decimal:
    return value if value is not None and slip.low <= value <= slip.high else (slip.low + slip.high) / 2


def _high_for(bid: str | None) -> Callable[[_Slip], Decimal]:
    return lambda one: one.high if one.score.bid == bid else one.low


def _with(case: Case, values: list[tuple[_Slip, Decimal]]) -> Case:
    """Return a case with other values for some scores."""
    evaluation, root = case.evaluation, case.procurement
    lists = {name: list(getattr(evaluation, name) or ()) for name in _LISTS}
    for slip, value in values:
        lists[slip.name][slip.at] = built(Score, slip.score.path, {**slip.score.__dict__, "score": value})
    given = {name: tuple(scores) for name, scores in lists.items() if scores}
    held = built(Evaluation, evaluation.path, {**evaluation.__dict__, **given})
    return replace(case, procurement=built(Procurement, root.path, {**root.__dict__, "evaluation": held}), made={})
