"""The scores of a lot as a table of people, bids and criteria: worked out once for all the rules that compare them.

Scores count as a share of the length of their published scale, turned where the lowest is best, so that criteria with
other scales stand beside each other. Individual and moderated scores are kept apart: of both, the individual ones count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.of_lots import leaves_for, tops_for, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, scored_leaves, worth
from fairaudit.checks.scoring.evaluation_records import OUT, bid_with, lot_of
from fairaudit.checks.scoring.sheets.outsiders import without_outsiders
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Scale
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.persons.pseudonyms import number_of
from fairaudit.procurement.wanted import in_list

_FIRST = frozenset({"", "individual", "initial", "first", "own"})


class Sheet(Frozen):
    """The scores of one lot. People, bids and questions stand by their places in the keys.

    `people` holds the key by which a record first calls each; `weights` are shares of 100 of each question in the whole
    lot, price included, or `None` where they are not known. `cells` holds for each bid and question what each person gave,
    `panel` what the panel did, as shares of the scale in units of 1 / `unit`: 0 is the worst, `unit` the best.
    `several` says that the case has other lots, `whole` that no question of quality with a weight lacks individual scores.
    `floors` is what the worst score of each question counts in totals, as a share of full marks: above 0 where scores count as
    shares of their scale's top and it begins above 0; empty where all are 0. No test is of it.
    """

    lot: str | None
    several: bool
    people: tuple[str, ...]
    bids: tuple[str, ...]
    questions: tuple[Question, ...]
    weights: tuple[Fraction, ...] | None
    unit: int
    cells: dict[tuple[int, int], dict[int, int]]
    scores: dict[tuple[int, int, int], Score]
    panel: dict[tuple[int, int], int]
    agreed: dict[tuple[int, int], Score]
    whole: bool
    floors: tuple[Fraction, ...] = ()

    @property
    def called(self) -> str:
        """How a sentence calls it."""
        return f"lot {self.lot}" if self.several and self.lot else "the contract"

    @property
    def table_lot(self) -> str:
        """How its tables call it."""
        return self.lot or "" if self.several else ""


def sheets(case: Case) -> tuple[Sheet, ...]:
    """Return the single scores of every lot that has any, in the order of the record, without looking at what was agreed."""
    return case.once(_single_sheets)


def agreed_sheets(case: Case) -> tuple[Sheet, ...]:
    """Return the same with what the panel gave beside them."""
    return case.once(_agreed_sheets)


def missing(node: Node[Evaluation], case: Case, *, weights: bool = False) -> Iterator[Unassessed]:
    """Say what no table could be made of: no individual scores, a bid without its lot, no scale, or no weights."""
    if node.value.individual is None:
        yield Unassessed(node, "evaluation.individual is not given", ("evaluation.individual",))
        return
    yield from case.once(_unplaced)
    yield from case.once(_single_off_scale)
    if not sheets(case) and not case.once(_unplaced):
        known = {one.criterion.id for one in scored_leaves(case)}
        strange = dict.fromkeys(one.criterion for one in node.value.individual if one.criterion not in known)
        lacking = tuple(in_list(case, "tender.award_criteria", f"criterion {one}") for one in strange if one)
        reason = "no individual score is about a scored question of quality that is published"
        yield Unassessed(node, reason, lacking or ("evaluation.individual",))
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
            if one.criterion.id in criteria and not one.is_price and not is_usable(one.scale):
                name = f"{text_of(one.criterion.path)}.scale"
                found[name] = Unassessed(one.criterion.node, f"{name} is not given", (name,))
    return tuple(found.values())


def agreed_off_scale(case: Case) -> tuple[Unassessed, ...]:
    """Return the agreed scores that nothing can be compared with, since the published scale does not have them."""
    return _off_scale(case, case.evaluation.consensus or ())


def _single_off_scale(case: Case) -> tuple[Unassessed, ...]:
    return _off_scale(case, case.evaluation.individual or ())


def _off_scale(case: Case, scores: tuple[Score, ...]) -> tuple[Unassessed, ...]:
    """Return the scores that no means and no test can use, since the published scale does not have them."""
    ends = _ends(one for one in scored_leaves(case) if not one.is_price and is_usable(one.scale))
    on = {one.path for one in _on_scale(ends, scores)}
    off = [one for one in scores if one.criterion in ends and one.score is not None and one.path not in on]
    return tuple(
        Unassessed(
            one.node,
            f"{text_of(one.path)}.score is off its scale, and left out of every mean and test",
            (f"{text_of(one.path)}.score (on its scale)",),
        )
        for one in off
    )


def _ends(questions: Iterable[Question]) -> dict[str | None, tuple[Decimal, Decimal]]:
    """Return the least and the highest score of the scale of every question that has one, by its id."""
    return {
        one.criterion.id: (one.scale.minimum or Decimal(0), one.scale.maximum)
        for one in questions
        if one.scale is not None and one.scale.maximum is not None
    }


def _on_scale(ends: Mapping[str | None, tuple[Decimal, Decimal]], scores: Iterable[Score]) -> list[Score]:
    """Return the scores for some questions that stand on their scales."""
    found = []
    for one in scores:
        if one.score is not None and one.criterion in ends:
            low, high = ends[one.criterion]
            if low <= one.score <= high:
                found.append(one)
    return found


MORE = ("evaluation.individual (of more evaluators and bids)",)
"""What would let a test be made of a lot that is too small for it."""


def untested(kind: str) -> str:
    """Return why no test was made of a lot."""
    if kind == "too-small":
        return "too small to be tested: the test could find next to nothing"
    if kind == "not-complete":
        return "not tested: no three evaluators scored three bids on the same criteria"
    return "not estimable: the scores leave nothing between which the test could tell"


def is_usable(scale: Scale | None) -> bool:
    """Whether a scale has ends between which a score is a share."""
    return scale is not None and scale.maximum is not None and scale.maximum > (scale.minimum or Decimal(0))


def _agreed_sheets(case: Case) -> tuple[Sheet, ...]:
    panel: dict[str | None, list[Score]] = {}
    for one in case.evaluation.consensus or ():
        panel.setdefault(lot_of(case, one.bid, one.lot), []).append(one)
    return tuple(_with_the_panel(one, panel.get(one.lot, [])) for one in sheets(case))


def _with_the_panel(sheet: Sheet, agreed: list[Score]) -> Sheet:
    """Return a sheet with what the panel gave beside it, all in units that are fine enough for both."""
    bids = {name: at for at, name in enumerate(sheet.bids)}
    places = {one.criterion.id: at for at, one in enumerate(sheet.questions)}
    rows = [
        (bids[one.bid], places[one.criterion], one)
        for one in _on_scale(_ends(sheet.questions), agreed)
        if one.bid in bids
    ]
    shares = _shares(sheet.questions, {(at, one.score) for _, at, one in rows})
    unit = lcm(sheet.unit, *(one.denominator for one in shares.values()))
    panel, scores = _agreed(rows, {value: int(share * unit) for value, share in shares.items()})
    finer = unit // sheet.unit
    cells = sheet.cells
    if finer > 1:
        cells = {cell: {who: number * finer for who, number in given.items()} for cell, given in cells.items()}
    return sheet._replace(unit=unit, cells=cells, panel=panel, agreed=scores)


def _single_sheets(case: Case) -> tuple[Sheet, ...]:
    by_lot: dict[str | None, list[Score]] = {}
    lots: dict[tuple[str | None, str | None], str | None] = {}
    # What somebody gave who is not on the panel says nothing of the panel.
    for one in without_outsiders(case, case.evaluation.individual or ()):
        key = (one.bid, one.lot)
        if key not in lots:
            lots[key] = lot_of(case, *key)
        if one.evaluator and one.bid and one.criterion and one.score is not None:
            by_lot.setdefault(lots[key], []).append(one)
    found = [_sheet(case, lot, scores) for lot, scores in by_lot.items() if lot or len(case.lots) < 2]
    return tuple(one for one in found if one.scores)


def _sheet(case: Case, lot: str | None, scores: list[Score]) -> Sheet:
    scored = {one.criterion for one in scores}
    asked = {
        one.criterion.id: one
        for one in leaves_for(case, lot)
        if one.criterion.id in scored and not one.is_price and is_usable(one.scale)
    }
    questions, weighed = tuple(asked.values()), weights_in_full(case, lot)
    places = {name: at for at, name in enumerate(asked)}
    out = {bid for bid in {one.bid for one in scores} if not _in_the_contest(case, bid)}
    kept = [one for one in _on_scale(_ends(questions), _of_one_stage(scores)) if one.bid not in out]
    keys = {name: whose(case, name) for name in dict.fromkeys(one.evaluator or "" for one in kept)}
    people = _people(case, keys)
    seats = {name: people[key] for name, key in keys.items()}
    names = dict.fromkeys(one.bid for one in kept)
    listed = dict.fromkeys((*(one.id for one in case.bids if one.id in names), *names))
    bids = {name: at for at, name in enumerate(listed)}
    rows = [(seats[one.evaluator or ""], bids[one.bid], places[one.criterion], one) for one in kept]
    shares = _shares(questions, {(at, one.score) for _, _, at, one in rows})
    unit = lcm(*(one.denominator for one in shares.values()))
    return Sheet(
        lot, len(case.lots) > 1, _first_names(case, keys, people), tuple(one or "" for one in bids), questions,
        _weights(weighed, questions), unit, *_individual(rows, {value: int(share * unit) for value, share in shares.items()}),
        {}, {}, all(one.is_price or not weight or one.criterion.id in places for one, weight in weighed or ()),
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


def _people(case: Case, keys: dict[str, str]) -> dict[str, int]:
    """Return the place of everybody who scored, by their one key, in the order of the numbers that they are called by."""
    order = sorted(dict.fromkeys(keys.values()), key=lambda one: number_of(case, one))
    return {key: at for at, key in enumerate(order)}


def _first_names(case: Case, keys: dict[str, str], people: dict[str, int]) -> tuple[str, ...]:
    """Return what the record first calls everybody, in their order."""
    firsts: dict[str, str] = {}
    for name in (*(case.evaluation.panel or ()), *keys):
        firsts.setdefault(whose(case, name), name)
    return tuple(firsts[key] for key in people)


Value = tuple[int, Decimal | None]
"""A question by its place, and a score."""


def _shares(questions: tuple[Question, ...], values: set[Value]) -> dict[Value, Fraction]:
    """Return each score as a share of the length of its scale, from its worst end."""
    return {one: _share(questions[one[0]], one[1] or Decimal(0)) for one in values}


def _share(question: Question, score: Decimal) -> Fraction:
    scale = question.scale
    low, high = (Fraction(scale.minimum or 0), Fraction(scale.maximum or 1)) if scale else (Fraction(0), Fraction(1))
    share = (Fraction(score) - low) / (high - low)
    return 1 - share if better_is_lower(question) else share


def _individual(
    rows: list[tuple[int, int, int, Score]], numbers: dict[Value, int]
) -> tuple[dict[tuple[int, int], dict[int, int]], dict[tuple[int, int, int], Score]]:
    """Return what each person gave; a cell with two scores that differ is left out, since nobody says which counts."""
    cells: dict[tuple[int, int], dict[int, int]] = {}
    scores: dict[tuple[int, int, int], Score] = {}
    unclear: set[tuple[int, int, int]] = set()
    for person, bid, question, score in rows:
        number = numbers[question, score.score]
        cell = cells.setdefault((bid, question), {})
        if cell.setdefault(person, number) != number:
            unclear.add((person, bid, question))
        scores.setdefault((person, bid, question), score)
    for person, bid, question in unclear:
        del cells[bid, question][person], scores[person, bid, question]
    return {key: one for key, one in cells.items() if one}, scores


def _agreed(
    rows: list[tuple[int, int, Score]], numbers: dict[Value, int]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], Score]]:
    """Return what the panel gave, in the order of bids and questions; a cell with two scores that differ is left out."""
    panel: dict[tuple[int, int], int] = {}
    scores: dict[tuple[int, int], Score] = {}
    unclear: set[tuple[int, int]] = set()
    for bid, question, score in sorted(rows, key=lambda one: one[:2]):
        number = numbers[question, score.score]
        if panel.setdefault((bid, question), number) != number:
            unclear.add((bid, question))
        scores.setdefault((bid, question), score)
    for cell in unclear:
        del panel[cell], scores[cell]
    return panel, scores
