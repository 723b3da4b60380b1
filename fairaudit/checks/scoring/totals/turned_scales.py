"""The check of the family `scoring` on scores read the wrong way round: the low end as the good one, or the high end."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.checks.base import Clause, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.open_directions import is_open, open_directions, told_open
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, called
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.checks.scoring.totals.causes import Accounted, accounted
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.recorded import Recomputed
from fairaudit.checks.scoring.totals.totals import judged_totals, wrong_by, wrong_figures
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node

_MOST_CRITERIA = 40
"""Of more criteria each would be tried, every time with all bids: only all together are."""
_SEVERAL = 2
_ROOM = Decimal("0.5")
"""How near two figures must be to be one that was rounded: heuristic."""


class Turned(Frozen):
    """The criteria whose scores were read the wrong way round, how, and how many figures of the lot that accounts for."""

    criteria: tuple[str, ...]
    contest: str
    good_end: str
    read_end: str
    number: int
    furthest: Clause
    unread_words: Verb = Verb("")


@check
def scales_read_as_published(node: Node[Evaluation], case: Case) -> Found[Turned]:
    """Flag criteria of which every recorded figure of a lot follows once their scales count the other way round.

    Tried are each criterion alone, those whose low end is good or may be together, and all of them; only one answer is taken.
    At least two figures must be wrong as published. Where less is better by the words of all of them, and no scale says which of
    its ends is the good one, the figures may be those of the published method, and nobody can tell.
    """
    if node.value.totals is None:
        yield Unassessed(node, "evaluation.totals is not given", ("evaluation.totals",))
    elif case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
    else:
        for lot in judged_totals(case):
            criteria, wrong = case.once(_kept).get(lot, ()), turning_accounted(case, lot)
            if found := turned_by_words(case, lot):
                yield found
            elif criteria and wrong.figures:
                yield with_published_words(case, _hit(lot, criteria, wrong), lot, price=False)
            elif (open_ := open_directions(case, lot)) and any(_differ(case, one) for one in open_):
                yield told_open(case, open_)


def turned_by_words(case: Case, lot: str | None) -> Unassessed | None:
    """Return that recorded figures follow with the lowest as the best where it may be by the words; `None` where they do not."""
    criteria = case.once(_kept).get(lot, ())
    if not criteria or not all(is_open(one) for one in criteria) or not turning_accounted(case, lot).figures:
        return None
    return told_open(case, criteria)


def direction_unknown(case: Case, lot: str | None) -> Unassessed | None:
    """Return that who is first hangs on which end of a scale is the good one, which only words bear on; `None` where not.

    Where totals are recorded they tell, unless they follow with the other end.
    """
    open_ = tuple(one for one in open_directions(case, lot) if _differ(case, one))
    recorded = any(lot_of(case, one.bid, one.lot) == lot for one in case.evaluation.totals or ())
    return turned_by_words(case, lot) if recorded or not open_ else told_open(case, open_)


def _hit(lot: str | None, criteria: tuple[Question, ...], wrong: Accounted) -> Hit[Turned]:
    ends = ("lowest", "highest") if better_is_lower(criteria[0]) else ("highest", "lowest")
    names = tuple(called(one.criterion) for one in criteria)
    facts = Turned(names, f"lot {lot}" if lot else "the contract", *ends, len(wrong.figures), wrong.furthest)
    scales = tuple((one.scale.node, "the scale") for one in criteria if one.scale)
    others = tuple((one.at, "follows from it") for one in wrong.figures[1:])[:20]
    return Hit(wrong.figures[0].at, facts, (*scales, *others), _confidence(criteria, wrong), lot or "")


def _confidence(criteria: tuple[Question, ...], wrong: Accounted) -> str | None:
    """Return `possible` where a scale does not say which of its ends is the good one."""
    silent = any(one.scale is None or one.scale.better is None for one in criteria)
    return "possible" if silent else wrong.confidence


def turning_asked(case: Case, lot: str | None) -> bool:
    """Whether it is a question which end of a scale is the good one, and the wrong figures of a lot hang on it."""
    criteria, wrong = case.once(_kept).get(lot, ()), turning_accounted(case, lot)
    return bool(criteria and wrong.figures) and _confidence(criteria, wrong) == "possible"


def turning_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the wrong figures of a lot that scales read the wrong way round account for."""
    if not case.once(_kept).get(lot):
        return Accounted(())
    return accounted(case, lot, [one.key for one in wrong_figures(case, lot)])


def _kept(case: Case) -> dict[str | None, tuple[Question, ...]]:
    found = {lot: _turned(case, lot) for lot in judged_totals(case)}
    return {lot: criteria for lot, criteria in found.items() if criteria}


def _turned(case: Case, lot: str | None) -> tuple[Question, ...]:
    """Return the only criteria that, turned round, leave no figure of a lot wrong."""
    wrong = wrong_figures(case, lot)
    if len(wrong) < _SEVERAL or _exchanged(wrong):
        return ()
    own = [one for one, weight in weights_in_full(case, lot) or () if not one.is_price and one.scale and weight]
    tried = [(one,) for one in own] if len(own) <= _MOST_CRITERIA else []
    tried = [some for some in tried if _differ(case, some[0])]
    low = tuple(one for one in own if better_is_lower(one))
    words = tuple(one for one in own if is_open(one))
    groups = [one for one in dict.fromkeys((low, words, tuple(own))) if len(one) > 1 and _alike(one)]
    found = [one for one in (*tried, *groups) if wrong_by(case, lot, {id(each.criterion) for each in one}) == 0]
    return found[0] if len(found) == 1 else ()


def _differ(case: Case, question: Question) -> bool:
    """Whether bids have unlike scores: of equal ones nobody can tell a scale turned round from a criterion left out."""
    records = (*(case.evaluation.consensus or ()), *(case.evaluation.individual or ()))
    return len({one.score for one in records if one.criterion == question.criterion.id}) > 1


def _exchanged(figures: tuple[Hit[Recomputed], ...]) -> bool:
    """Whether two figures are each the other bid's, which is another slip."""
    if len(figures) != _SEVERAL:
        return False
    one, other = (each.facts for each in figures)
    gaps = (one.recorded - other.recomputed, other.recorded - one.recomputed)
    return one.part == other.part and all(abs(gap) <= _ROOM for gap in gaps)


def _alike(criteria: tuple[Question, ...]) -> bool:
    return len({better_is_lower(one) for one in criteria}) == 1
