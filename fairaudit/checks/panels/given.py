"""What each evaluator gave, and what the panel did: the scores themselves, before anything is worked out of them."""

from collections.abc import Iterator, Set
from itertools import product
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import Sheet, agreed_off_scale, is_usable, missing, sheets
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, called
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.checks.measurement import Cell, Table

Place = tuple[str, str]
"""The ids of a criterion and a bid."""


class Raw(Frozen):
    """How many scores of how many people, bids and criteria of a lot."""

    lot: str
    scores: int
    people: int
    bids: int
    criteria: int


class Alone(Frozen):
    """How many scores the panel gave in a lot, and beside how many of them stands no individual one."""

    lot: str
    panel: int
    alone: int


@check
def what_each_evaluator_gave(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """List every individual score beside the panel's; finds nothing, since scores that differ are what a panel is for.

    Scores of the panel beside which no individual one stands are listed too: often they are all that is kept.
    """
    from fairaudit.checks.measurement import Measurement

    yield from (*missing(node, case), *agreed_off_scale(case))
    found = {sheet.lot: sheet for sheet in sheets(case)}
    panel = _panel(case)
    for lot in dict.fromkeys((*found, *panel)):
        sheet, theirs = found.get(lot), panel.get(lot, {})
        single = _single(case, sheet) if sheet else {}
        tables = _table(case, lot, single, theirs), _scales(case, lot, single.keys() | theirs.keys())
        if sheet:
            facts = Raw(sheet.called, len(sheet.scores), len(sheet.people), len(sheet.bids), len(sheet.questions))
            yield Tabled(node, Measurement("given", facts, tables))
        alone = len(theirs.keys() - single.keys())
        if alone:
            where = f"lot {lot}" if lot and len(case.lots) > 1 else "the contract"
            said = Measurement("panel-alone", Alone(where, len(theirs), alone), () if sheet else tables)
            yield Tabled(node, said)


def _panel(case: Case) -> dict[str | None, dict[Place, Score]]:
    """Return the panel's scores by lot; a cell with two that differ is left out, and so is what the individual sheets leave out.

    A question without a scale stands here only where no individual score of it had to be left out.
    """
    single = {one.criterion for one in case.evaluation.individual or ()}
    asked: dict[str | None, dict[str, Question]] = {}
    found: dict[str | None, dict[Place, Score]] = {}
    unclear: set[tuple[str | None, Place]] = set()
    for one in case.evaluation.consensus or ():
        lot = lot_of(case, one.bid, one.lot)
        if one.bid is None or one.score is None or is_out(case, one.bid) or (lot is None and len(case.lots) > 1):
            continue
        if lot not in asked:
            asked[lot] = _asked(case, lot)
        question = asked[lot].get(one.criterion or "")
        if question is None or (one.criterion in single and not is_usable(question.scale)):
            continue
        place = (one.criterion or "", one.bid)
        if found.setdefault(lot, {}).setdefault(place, one).score != one.score:
            unclear.add((lot, place))
    for lot, place in unclear:
        del found[lot][place]
    return {lot: scores for lot, scores in found.items() if scores}


def _asked(case: Case, lot: str | None) -> dict[str, Question]:
    """Return the questions of quality of a lot by their ids, in order."""
    return {one.criterion.id: one for one in leaves_for(case, lot) if one.criterion.id and not one.is_price}


def _single(case: Case, sheet: Sheet) -> dict[Place, list[tuple[str, Score]]]:
    """Return the individual scores of a lot, each with what its evaluator is called, in the order of evaluators."""
    people = [evaluator_called(case, one) for one in sheet.people]
    found: dict[Place, list[tuple[str, Score]]] = {}
    asked = [one.criterion.id or "" for one in sheet.questions]
    for key in sorted(sheet.scores):
        person, bid, question = key
        found.setdefault((asked[question], sheet.bids[bid]), []).append((people[person], sheet.scores[key]))
    return found


def _table(
    case: Case, lot: str | None, single: dict[Place, list[tuple[str, Score]]], panel: dict[Place, Score]
) -> "Table":
    from fairaudit.checks.measurement import Table

    questions = {name: called(one.criterion) for name, one in _asked(case, lot).items()}
    names = dict.fromkeys(bid for _, bid in (*single, *panel))
    listed = dict.fromkeys((*(one.id for one in case.bids if one.id in names), *names))
    bids = {bid: bid_called(case, bid) for bid in listed if bid}
    rows: list[tuple[Cell, ...]] = []
    for question, bid in product(questions, bids):
        own = panel.get((question, bid))
        given = [(who, one.score) for who, one in single.get((question, bid), ())]
        nobody = [(None, None)] if own else []
        rows += [(questions[question], bids[bid], *one, own.score if own else None) for one in given or nobody]
    columns = ("criterion", "bidder", "evaluator", "score", "panel_score")
    return Table("raw-scores", columns, tuple(rows), _table_lot(case, lot))


def _scales(case: Case, lot: str | None, places: Set[Place]) -> "Table":
    """Return the published scale of every criterion, by which a picture is drawn."""
    from fairaudit.checks.measurement import Table

    scored, rows = {question for question, _ in places}, []
    for name, question in _asked(case, lot).items():
        scale = question.scale
        if name in scored and scale is not None and scale.minimum is not None and scale.maximum is not None:
            better = "lower" if better_is_lower(question) else "higher"
            rows.append((called(question.criterion), scale.minimum, scale.maximum, better))
    return Table("scales", ("criterion", "minimum", "maximum", "better"), tuple(rows), _table_lot(case, lot))


def _table_lot(case: Case, lot: str | None) -> str:
    return lot or "" if len(case.lots) > 1 else ""
