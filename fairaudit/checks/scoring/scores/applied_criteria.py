"""Checks of the family `scoring` on what bids were scored by: the criteria that records say were applied."""

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.earlier_stages import (
    is_of_an_unrecorded_stage,
    is_published_for_selection,
    is_scored_apart,
    unrecorded_stages,
)
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.tree import Question, called, questions, scored_leaves
from fairaudit.checks.scoring.evaluation_records import OUT, maybe
from fairaudit.checks.scoring.sheets.doubted_labels import doubt_of
from fairaudit.checks.scoring.sheets.labels_in_place import stands_for
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list


class AppliedCriterion(Frozen):
    """A criterion by which bids were scored, or not."""

    criterion: str


class ScoredCriterion(Frozen):
    """A criterion by which bids were scored, and the published one that may be meant."""

    criterion: str
    perhaps: Verb


@check
def criteria_applied_are_published(node: Node[Evaluation], case: Case) -> Found[ScoredCriterion]:
    """Flag criteria and parts of criteria that bids were scored on, and that the documents do not name."""
    lists = [node.value.criteria_applied, node.value.weights_applied, node.value.consensus, node.value.individual]
    if all(one is None for one in lists):
        names = tuple(f"evaluation.{one}" for one in ("criteria_applied", "weights_applied", "consensus", "individual"))
        yield Unassessed(node, "no record says which criteria were applied", names)
        return
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    unnamed = next((text_of(one.criterion.path) for one in questions(case) if one.criterion.id is None), None)
    if unnamed is not None:
        yield Unassessed(node, f"{unnamed}.id is not given", (f"{unnamed}.id",))
        return
    for at, name in _applied(node):
        meant, selection = meant_by(case, name), is_published_for_selection(case, name)
        if (not meant.questions or not meant.sure) and not (selection and is_scored_apart(case, name)):
            yield _undisclosed(case, at, name, bool(meant.questions), selection)


def _undisclosed(case: Case, at: Node[object], name: str, meant: bool, selection: bool) -> Hit[ScoredCriterion]:
    """Tell of a criterion that is not published as one of the award; what else it may be makes it a question."""
    place = None if selection else stands_for(case, name)
    doubt = doubt_of(case, name) if not selection and at.path[-1:] == ("criterion",) else None
    perhaps = Verb(
        "; it is published as one of selection, and these scores may be of that"
        if selection
        else f"; {called(place.criterion)} has no score where this has, and may be meant"
        if place
        else f"; {doubt.value}"
        if doubt
        else ""
    )
    unsure = maybe(meant or selection or bool(place or doubt))
    severity = "medium" if place or doubt else None
    return Hit(at, ScoredCriterion(name, perhaps), confidence=unsure, key=name, severity=severity)


def _applied(node: Node[Evaluation]) -> Iterator[tuple[Node[object], str]]:
    """Return every criterion that the records name, once, where it is named first."""
    evaluation = node.value
    seen: dict[str, Node[object]] = {}
    for index, name in enumerate(evaluation.criteria_applied or ()):
        seen.setdefault(name, Node((*node.path, "criteria_applied", index), name))
    for key, weight in (evaluation.weights_applied or {}).items():
        seen.setdefault(key, Node((*node.path, "weights_applied", key), weight))
    for score in (*(evaluation.consensus or ()), *(evaluation.individual or ())):
        if score.criterion and score.criterion not in seen:
            seen[score.criterion] = score.field("criterion")
    for name, at in seen.items():
        yield at, name


def _not_applied(case: Case, question: Question) -> Found[AppliedCriterion]:
    """Tell of a criterion that no record says was applied; nothing is scored by one of lots that nobody bid for."""
    at, name = question.criterion.node, called(question.criterion)
    bid_for = {lot_of(case, one.lot) for one in case.bids if one.status not in OUT}
    if question.lots and case.bids and bid_for.isdisjoint({None, *question.lots}):
        if not case.holds_all("bids") and not any(one.lot in question.lots for one in case.bids):
            reason = f"no bid is recorded for the lots of {name}, and `complete` does not say that all bids are"
            yield Unassessed(at, reason, ("bids",))
        return
    sure = None if case.holds_all("evaluation.criteria_applied") else "possible"
    yield Hit(at, AppliedCriterion(name), confidence=sure, key=question.criterion.id or "")


@check
def published_criteria_are_applied(node: Node[Evaluation], case: Case) -> Found[AppliedCriterion]:
    """Flag a published, scored criterion that is not among those applied, nor are its group or its parts."""
    named = node.value.criteria_applied
    if named is None and node.value.weights_applied is None:
        lacking = ("evaluation.criteria_applied", "evaluation.weights_applied")
        yield Unassessed(node, f"{lacking[0]} is not given", lacking)
        return
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    listed = {one.criterion.path for label in named or () for one in meant_by(case, label).questions}
    weighed = {one.criterion.path for key in node.value.weights_applied or {} for one in meant_by(case, key).questions}
    applied = listed | weighed
    for question in questions(case):
        if not (question.is_leaf and question.is_scored) or is_of_an_unrecorded_stage(case, question):
            continue
        if not any(one.path in applied for one in question.lineage):
            yield from _not_applied(case, question)
        elif listed and not question.is_price and not any(one.path in listed for one in question.lineage):
            # Two records of what was applied that do not agree: neither shows that it was.
            reason = f"{called(question.criterion)} is among the weights that were applied and not among the criteria"
            named_too = in_list(case, "evaluation.criteria_applied", f"whether {called(question.criterion)} was")
            yield Unassessed(question.criterion.node, reason, (named_too,), seen=True)
    yield from unrecorded_stages(case, scored_leaves(case))
