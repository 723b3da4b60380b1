"""Cases in which scores that could not be read are put at something: at their lowest, at their highest, for one bid alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from fairaudit.engine.judge import Judgement, Measured
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.unread import SCORE_LISTS
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import built
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.persons.identity import whose
from fairaudit.sources.document import Lost, Unreadable

_MOST_SCORES = 20_000
"""Above this nothing is tried: rules would read all scores again and again."""
_MOST_BIDS = 6

Value = Callable[[Score, tuple[Decimal, Decimal]], Decimal]


class Supposed(Frozen):
    """A case with scores where none could be read, and what of that which was not read has some."""

    case: Case
    placed: frozenset[Unreadable]


class _Gap(Frozen):
    """A score that was not read, without a value: in which list it belongs where, and the reason that it was not."""

    name: str
    at: int
    score: Score
    why: Unreadable


def supposed(case: Case, lacks: list[Unreadable]) -> Iterator[Supposed]:
    """Yield cases that differ in what stands where nothing was read; none where that would take too long."""
    evaluation = case.evaluation
    if sum(len(getattr(evaluation, name) or ()) for name in SCORE_LISTS) > _MOST_SCORES:
        return
    gaps = [gap for name in SCORE_LISTS for gap in _gaps(case, name, lacks)]
    placed = frozenset(one.why for one in gaps)
    agreed = {(one.bid, one.criterion): one.score for one in evaluation.consensus or () if one.score is not None}
    bids = list(dict.fromkeys(one.score.bid for one in gaps))[:_MOST_BIDS]
    ways: list[Value] = [
        lambda _, ends: ends[0],
        lambda _, ends: ends[1],
        lambda one, ends: agreed.get((one.bid, one.criterion), sum(ends, Decimal(0)) / 2),
        *(_for_one(bid) for bid in bids if len(bids) > 1),
    ]
    scales = {one.id: one for one in _leaves(case.tender.award_criteria or ()) if one.id}
    for way in ways if gaps else ():
        yield Supposed(_filled(case, gaps, _put(case, scales, way)), placed)


class _Said(Frozen):
    """What makes two findings the same."""

    key: str
    path: object
    facts: dict[str, object]


def _said(one: Measured) -> _Said:
    return _Said(one.key, one.hit.at.path, one.facts)


def standing(hits: list[Measured], cases: list[Supposed], judge: Callable[[Case], Judgement]) -> list[Measured]:
    """Return the findings that are the same in every one of some cases."""
    for one in cases if hits else ():
        again = [_said(each) for each in judge(one.case).hits]
        hits = [each for each in hits if _said(each) in again]
    return hits


def _for_one(bid: str | None) -> Value:
    return lambda one, ends: ends[1] if one.bid == bid else ends[0]


def _leaves(criteria: tuple[AwardCriterion, ...]) -> Iterator[AwardCriterion]:
    for one in criteria:
        yield one
        yield from _leaves(one.children or ())


def _put(case: Case, scales: dict[str, AwardCriterion], way: Value) -> Callable[[Score], Decimal]:
    return lambda one: way(one, _ends(case, scales, one))


def _ends(case: Case, scales: dict[str, AwardCriterion], score: Score) -> tuple[Decimal, Decimal]:
    """Return the lowest and highest score that can be given, by the scale, else by what was given."""
    criterion = scales.get(score.criterion or "")
    scale = criterion.scale if criterion else None
    given = [
        one.score
        for name in SCORE_LISTS
        for one in getattr(case.evaluation, name) or ()
        if one.score is not None and one.criterion == score.criterion
    ] or [Decimal(0), Decimal(5)]
    low = scale.minimum if scale and scale.minimum is not None else min(given)
    high = scale.maximum if scale and scale.maximum is not None else max(given)
    return low, high


def _gaps(case: Case, name: str, lacks: list[Unreadable]) -> Iterator[_Gap]:
    """Yield the scores of a list that were not read: records without a value, and whole ones that are asked for."""
    scores: tuple[Score, ...] = getattr(case.evaluation, name) or ()
    mine = [one for one in lacks if one.path[1:2] == (name,)]
    at = len(scores)
    taken = {(_who(case, one), one.bid, one.criterion) for one in scores}
    for one in mine:
        if len(one.path) == 4 and isinstance(index := one.path[2], int) and one.path[3] == "score" and index < at:
            yield _Gap(name, index, scores[index], one)
    for why in (one for one in mine if one.lost is not None and not one.lost.field):
        for who, bid, criterion in _cells(case, name, why.lost or Lost()):
            key = (whose(case, who) if who else None, bid, criterion)
            if key not in taken:
                taken.add(key)
                values: dict[str, object] = {"bid": bid, "criterion": criterion}
                if who:
                    values["evaluator"] = who
                like = next((one for one in scores if one.bid == bid), None)
                values |= {key: value for key in ("lot", "stage") if (value := getattr(like, key, None)) is not None}
                yield _Gap(name, at, built(Score, ("evaluation", name, at), values), why)
                at += 1


def _who(case: Case, score: Score) -> str | None:
    return whose(case, score.evaluator) if score.evaluator else None


def _cells(case: Case, name: str, lost: Lost) -> Iterator[tuple[str | None, str, str]]:
    """Yield whose scores of which bids and criteria may be lost."""
    evaluation = case.evaluation
    every = [one for each in SCORE_LISTS for one in getattr(evaluation, each) or ()]
    pairs = dict.fromkeys((one.bid, one.criterion) for one in every if one.bid and one.criterion)
    if lost.bid and lost.criterion:
        pairs = {(lost.bid, lost.criterion): None}
    seats = [*(evaluation.panel or ()), *(one.evaluator for one in evaluation.allocation or ())]
    seats += [one.evaluator for one in evaluation.individual or ()]
    people: list[str | None] = [*dict.fromkeys(one for one in seats if one)]
    if name == "consensus":
        people = [None]
    elif lost.evaluator:
        people = [lost.evaluator]
    for who in people:
        for bid, criterion in pairs:
            if lost.bid in ("", bid) and lost.criterion in ("", criterion):
                yield who, bid, criterion


def _filled(case: Case, gaps: list[_Gap], value: Callable[[Score], Decimal]) -> Case:
    """Return a case with a value for every score that was not read."""
    evaluation = case.evaluation
    lists = {name: list(getattr(evaluation, name) or ()) for name in SCORE_LISTS}
    for gap in gaps:
        score = built(Score, gap.score.path, {**gap.score.__dict__, "score": value(gap.score)})
        lists[gap.name][gap.at : gap.at + 1] = [score]
    given = {name: tuple(scores) for name, scores in lists.items() if getattr(evaluation, name) is not None or scores}
    root = case.procurement
    held = built(Evaluation, evaluation.path, {**evaluation.__dict__, **given})
    made = built(Procurement, root.path, {**root.__dict__, "evaluation": held})
    plain = {name: getattr(case, name) for name in Case.__dataclass_fields__}
    return replace(Case(**plain), procurement=made, made={})
