"""The scores of a lot as a table of people, bids and criteria: worked out once for all the rules that compare them.

Scores count as a share of the length of their published scale, turned where the lowest is best, so that criteria with
other scales stand beside each other. Individual and moderated scores are kept apart: of both, the individual ones count.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria_of_lots import leaves_for, tops_for, weights_in_full
from fairaudit.checks.scoring.criterion_tree import Question, better_is_lower, worth
from fairaudit.checks.scoring.evaluation_records import OUT, bid_with, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Scale
from fairaudit.procurement.evaluation import Evaluation, Score
from fairaudit.procurement.identity import whose
from fairaudit.procurement.node import Node, text_of

Given = tuple[Score, Fraction]
"""A score of the record, and its share of its scale: 0 is the worst, 1 the best."""
Cell = TypeVar("Cell", tuple[int, int], tuple[int, int, int])
_FIRST = frozenset({"", "individual", "initial", "first", "own"})


class Sheet(Frozen):
    """The scores of one lot. People, bids and questions stand by their places in the keys of `given` and `panel`.

    `people` holds the key by which a record first calls each; `weights` are shares of 100 of each question in the whole
    lot, price included, or `None` where they are not known; `several` says that the case has other lots.
    """

    lot: str | None
    several: bool
    people: tuple[str, ...]
    bids: tuple[str, ...]
    questions: tuple[Question, ...]
    weights: tuple[Fraction, ...] | None
    given: dict[tuple[int, int, int], Given]
    panel: dict[tuple[int, int], Given]

    @property
    def called(self) -> str:
        """How a sentence calls it."""
        return f"lot {self.lot}" if self.several and self.lot else "the contract"

    @property
    def table_lot(self) -> str:
        """How its tables call it."""
        return self.lot or "" if self.several else ""


def sheets(case: Case) -> tuple[Sheet, ...]:
    """Return the scores of every lot that has any, in the order of the record."""
    return case.once(_sheets)


def missing(node: Node[Evaluation], case: Case, *, weights: bool = False) -> Iterator[Unassessed]:
    """Say what no table could be made of: no individual scores, a bid without its lot, no scale, or no weights."""
    if node.value.individual is None:
        yield Unassessed(node, "evaluation.individual is not given", ("evaluation.individual",))
        return
    yield from case.once(_unplaced)
    for sheet in sheets(case) if weights else ():
        if sheet.weights is None:
            reason = f"the weights of the award criteria of {sheet.called} are not known"
            silent = [one for one in tops_for(case, sheet.lot) if worth(one) is None or not one.is_weighed]
            names = tuple(f"{text_of(one.criterion.path)}.weight" for one in silent)
            yield Unassessed(node, reason, names or ("tender.award_criteria",))


def _unplaced(case: Case) -> tuple[Unassessed, ...]:
    """Return bids whose lot is not given beside others that have one, and scored questions without a scale."""
    found: dict[str, Unassessed] = {}
    scored = dict.fromkeys((one.bid, one.lot) for one in case.evaluation.individual or () if one.bid)
    for bid, lot in scored:
        record = bid_with(case, bid)
        if len(case.lots) > 1 and lot_of(case, bid, lot) is None and record is not None:
            name = f"{text_of(record.path)}.lot"
            found[name] = Unassessed(record.node, f"{name} is not given", (name,))
    criteria = {one.criterion for one in case.evaluation.individual or ()}
    for lot in dict.fromkeys(lot_of(case, *one) for one in scored):
        for one in leaves_for(case, lot):
            if one.criterion.id in criteria and not one.is_price and not _usable(one.scale):
                name = f"{text_of(one.criterion.path)}.scale"
                found[name] = Unassessed(one.criterion.node, f"{name} is not given", (name,))
    return tuple(found.values())


def _usable(scale: Scale | None) -> bool:
    return scale is not None and scale.maximum is not None and scale.maximum > (scale.minimum or Decimal(0))


def _sheets(case: Case) -> tuple[Sheet, ...]:
    by_lot: dict[str | None, list[Score]] = {}
    lots: dict[tuple[str | None, str | None], str | None] = {}
    for one in case.evaluation.individual or ():
        key = (one.bid, one.lot)
        if key not in lots:
            lots[key] = lot_of(case, *key)
        if one.evaluator and one.bid and one.criterion and one.score is not None:
            by_lot.setdefault(lots[key], []).append(one)
    panel: dict[str | None, list[Score]] = {}
    for one in case.evaluation.consensus or ():
        panel.setdefault(lot_of(case, one.bid, one.lot), []).append(one)
    found = [
        _sheet(case, lot, scores, panel.get(lot, [])) for lot, scores in by_lot.items() if lot or len(case.lots) < 2
    ]
    return tuple(one for one in found if one.given)


def _sheet(case: Case, lot: str | None, scores: list[Score], panel: list[Score]) -> Sheet:
    weighed = weights_in_full(case, lot)
    scored = {one.criterion for one in scores}
    asked = {
        one.criterion.id: one
        for one in leaves_for(case, lot)
        if one.criterion.id in scored and not one.is_price and _usable(one.scale)
    }
    places = {name: at for at, name in enumerate(asked)}
    firsts: dict[str, str] = {}
    for name in (*(case.evaluation.panel or ()), *(one.evaluator for one in scores if one.evaluator)):
        firsts.setdefault(whose(case, name), name)
    kept = [one for one in _of_one_stage(scores) if one.criterion in places and _in_the_contest(case, one.bid)]
    present = dict.fromkeys(whose(case, one.evaluator or "") for one in kept)
    people = {key: at for at, key in enumerate(one for one in firsts if one in present)}
    listed = [one.id for one in case.bids if one.id]
    names = {one.bid or "" for one in kept}
    order = [one for one in dict.fromkeys((*listed, *(one.bid or "" for one in kept))) if one in names]
    bids = {name: at for at, name in enumerate(order)}
    shares = _Shares(tuple(asked.values()))
    cells: dict[tuple[int, int, int], Given | None] = {}
    for one in kept:
        key = (people[whose(case, one.evaluator or "")], bids[one.bid or ""], places[one.criterion])
        cells[key] = _once(cells, key, one, shares.of(one, key[2]))
    agreed: dict[tuple[int, int], Given | None] = {}
    for one in panel:
        if one.bid in bids and one.criterion in places and one.score is not None:
            cell = (bids[one.bid], places[one.criterion])
            agreed[cell] = _once(agreed, cell, one, shares.of(one, cell[1]))
    return Sheet(
        lot, len(case.lots) > 1, tuple(firsts[one] for one in people), tuple(order), tuple(asked.values()),
        _weights(weighed, tuple(asked.values())),
        {key: one for key, one in cells.items() if one}, {cell: one for cell, one in agreed.items() if one},
    )  # fmt: skip


def _weights(
    weighed: list[tuple[Question, Fraction]] | None, asked: tuple[Question, ...]
) -> tuple[Fraction, ...] | None:
    """Return the share of each question in 100, or `None` where they are not known or none has any."""
    if weighed is None:
        return None
    whole = sum((weight for _, weight in weighed), Fraction(0))
    known = {one.criterion.path: weight for one, weight in weighed}
    found = tuple(known.get(one.criterion.path, Fraction(0)) * 100 / whole for one in asked) if whole > 0 else ()
    return found if any(found) and all(one >= 0 for one in found) else None


def _of_one_stage(scores: list[Score]) -> list[Score]:
    """Return the individual scores; where a record has none but those of one other stage, these."""
    stages = {(one.stage or "").lower() for one in scores}
    if not stages & _FIRST:
        return scores if len(stages) == 1 else []
    return [one for one in scores if (one.stage or "").lower() in _FIRST] if stages - _FIRST else scores


def _in_the_contest(case: Case, bid: str | None) -> bool:
    record = bid_with(case, bid)
    return record is None or record.status not in OUT


def _once(cells: dict[Cell, Given | None], key: Cell, score: Score, share: Fraction) -> Given | None:
    """Return what stands in a cell: nothing once two scores of it differ, since nobody says which counts."""
    if key not in cells:
        return score, share
    before = cells[key]
    return before if before and before[1] == share else None


class _Shares:
    """Scores as shares of their scales, each worked out once."""

    def __init__(self, asked: tuple[Question, ...]) -> None:
        self._scales = [(one.scale, better_is_lower(one)) for one in asked]
        self._known: dict[tuple[int, Decimal], Fraction] = {}

    def of(self, score: Score, place: int) -> Fraction:
        value = score.score or Decimal(0)
        if (place, value) not in self._known:
            scale, turned = self._scales[place]
            low = Fraction(scale.minimum or 0) if scale else Fraction(0)
            high = Fraction(scale.maximum or 1) if scale else Fraction(1)
            share = (Fraction(value) - low) / (high - low)
            self._known[place, value] = 1 - share if turned else share
        return self._known[place, value]
