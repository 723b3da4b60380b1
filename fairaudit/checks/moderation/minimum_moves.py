"""Checks of the family `scoring` on minimum scores that moderation reaches or misses, and criteria changed after opening."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import rounded
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.boilerplate import explained
from fairaudit.checks.moderation.cells import agreed_cells
from fairaudit.checks.reasons import unsure
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, called, question_with, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, plain, scores_together
from fairaudit.checks.scoring.minimums.readings import yard_of
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.times.beginnings import opening_of
from fairaudit.procurement.times.deadlines import Unclear


class Crossed(Frozen):
    """A bid that a moved score took over a minimum, or below it, what was given before and after."""

    bid: str
    criterion: str
    minimum: Decimal
    before: str
    after: Decimal


@check
def minimums_are_not_crossed_without_reason(node: Node[Evaluation], case: Case) -> Found[Crossed]:
    """Flag a score that moved across a published minimum without a reason: on which side it ends decides who stays in.

    Looked at are the panel's scores beside the mean of its members', and the recorded changes; where some of the members were
    on that side already it is a question.
    """
    asked = [one for one in questions(case) if _on_scale(one)]
    least = {one.criterion.id: one.criterion.minimum_score or Decimal(0) for one in asked}
    turned = frozenset(one.criterion.id for one in asked if better_is_lower(one))
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    if not least:
        return
    if node.value.changes is None and (node.value.consensus is None or node.value.individual is None):
        together = scores_together(node.value)
        names = (
            ("evaluation.changes",)
            if together
            else ("evaluation.individual", "evaluation.consensus", "evaluation.changes")
        )
        missing = tuple(one for one in names if getattr(node.value, one.rpartition(".")[2]) is None)
        yield Unassessed(node, f"{missing[0]} is not given", missing)
        return
    yield from _by_the_panel(case, least, turned)
    for change in node.value.changes or ():
        minimum = least.get(change.criterion)
        if minimum is None or change.from_ is None or change.to is None or tells(change.reason):
            continue
        low = change.criterion in turned
        if _misses(change.from_, minimum, low) != _misses(change.to, minimum, low):
            yield _crossed(case, change.node, change.bid, change.criterion, (minimum, plain(change.from_), change.to))


def _on_scale(question: Question) -> bool:
    """Whether a criterion has a minimum that stands on its scale; in per cent or points it is the core rule's business."""
    if not question.criterion.minimum_score or not question.criterion.id:
        return False
    yard = yard_of(question)
    return yard is None or yard.holds(question.criterion.minimum_score)


def _misses(score: Decimal | Fraction, minimum: Decimal, low_is_good: bool) -> bool:
    return score > minimum if low_is_good else score < minimum


def _by_the_panel(
    case: Case, least: dict[str | None, Decimal], turned: frozenset[str | None]
) -> Iterator[Hit[Crossed]]:
    for cell in agreed_cells(case):
        score, minimum = cell.score, least.get(cell.score.criterion)
        own = [one.score for one in cell.own if one.score is not None]
        if minimum is None or score.score is None or not own or score.path in explained(case):
            continue
        low = score.criterion in turned
        below = _misses(score.score, minimum, low)
        mean = sum(map(Fraction, own), Fraction(0)) / len(own)
        if _misses(mean, minimum, low) != below:
            told = plain(own[0]) if min(own) == max(own) else f"{plain(min(own))} to {plain(max(own))}"
            # Where some of the members were on that side already, the panel may have agreed with them.
            mixed = any(_misses(one, minimum, low) == below for one in own)
            told = f"{told} (mean {plain(rounded(mean, 2))})" if mixed else told
            confidence = "possible" if mixed else None
            moved = (minimum, told, score.score)
            yield _crossed(case, score.field("score"), score.bid, score.criterion, moved, confidence)


def _crossed(
    case: Case,
    at: Node[object],
    bid: str | None,
    criterion: str | None,
    moved: tuple[Decimal, str, Decimal],
    confidence: str | None = None,
) -> Hit[Crossed]:
    question = question_with(case, criterion)
    what = called(question.criterion) if question else criterion or "a criterion"
    related = ((question.criterion.field("minimum_score"), "the minimum"),) if question else ()
    minimum, before, after = moved
    facts = Crossed(bid_called(case, bid), what, minimum, before, after)
    return Hit(at, facts, related, confidence, "|".join(one for one in (bid, criterion) if one))


class ChangedLate(Frozen):
    """What of the criteria was changed, when, and when bids had been opened."""

    which: tuple[str, ...]
    dated: When
    opened: When


@check
def criteria_stand_at_opening(node: Node[Evaluation], case: Case) -> Found[ChangedLate]:
    """Flag a change of the published award criteria that is dated after the first bid was opened, whichever envelope it was."""
    opening, changes = opening_of(case), case.tender.amendments
    if isinstance(opening, Unclear):
        yield unsure(node, opening)
        return
    if changes is None:
        yield Unassessed(node, "tender.amendments is not given", ("tender.amendments",))
        return
    for one in changes:
        named = tuple(name for name in one.changes or () if _of_criteria(name))
        if not named:
            continue
        late = surely_before(case, opening.when, one.date) if one.date else "no date"
        if late is True and one.date is not None:
            facts = ChangedLate(named, one.date, opening.when)
            yield Hit(one.node, facts, ((opening.at, "the opening"),), key=one.id or "")
        elif late:
            name = f"{text_of(one.path)}.date"
            yield Unassessed(one.node, f"whether {name} lies after the opening is not known", (name,))


def _of_criteria(changed: str) -> bool:
    return changed.removeprefix("tender.").split("[")[0].split(".")[0] in ("award_criteria", "criteria", "award_method")
