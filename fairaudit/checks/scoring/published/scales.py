"""Checks of the family `criteria` on scales: whether there is one, whether it is described, and what a criterion says."""

from decimal import Decimal

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.tree import Question, called, question_at, scored_leaves
from fairaudit.checks.scoring.published.weights import CRITERIA, Named
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node, text_of


def quality_leaf(node: Node[AwardCriterion], case: Case) -> Question | None:
    """Return the question at a node where it is scored by people on a scale."""
    question = question_at(case, node)
    scored = question and question.is_leaf and question.is_scored and not question.is_price
    return question if scored else None


def sure_it_is_absent(case: Case, beside: bool) -> str | None:
    """Return how an absent field is judged: `sure`, `beside` where the criteria next to it give theirs, or not at all."""
    return "sure" if case.holds_all(CRITERIA) else "beside" if beside else None


def _some_state_a_scale(case: Case) -> bool:
    """Whether any question that people score states its highest score."""
    leaves = (one for one in scored_leaves(case) if not one.is_price)
    return any(one.scale is not None and one.scale.maximum is not None for one in leaves)


def some_describe_scores(case: Case) -> bool:
    """Whether any scored question describes what its scores mean."""
    return any(one.scale is not None and one.scale.descriptors for one in scored_leaves(case))


@check
def scale_is_given(node: Node[AwardCriterion], case: Case) -> Found[Named]:
    """Flag a scored question without a highest score, where the criteria are complete or others state theirs.

    A formula that is published for it, such as one of delivery times, takes the place of a scale.
    """
    question = quality_leaf(node, case)
    if question is None or (question.scale and question.scale.maximum is not None) or _by_formula(question):
        return
    sure = sure_it_is_absent(case, case.once(_some_state_a_scale))
    name = f"{text_of(node.path)}.scale"
    if sure is None:
        yield Unassessed(node, f"{name} is not given, and `complete` does not name tender", (name,))
    else:
        yield Hit(node, Named(called(node.value)), confidence=None if sure == "sure" else "likely")


def _by_formula(question: Question) -> bool:
    return question.formula is not None and bool(question.formula.name)


class Undescribed(Frozen):
    """A scale whose scores are not described."""

    criterion: str
    maximum: Decimal
    described: int


@check
def scale_is_described(node: Node[AwardCriterion], case: Case, *, at_least: int = 2) -> Found[Undescribed]:
    """Flag a scale of more than one point with fewer than `at_least` descriptions of what a score means."""
    question = quality_leaf(node, case)
    if question is None or (question.scale is None and _by_formula(question)):
        return
    scale = question.scale
    if scale is None or scale.maximum is None:
        name = f"{text_of(node.path)}.scale"
        yield Unassessed(node, f"{name} is not given", (name,))
    elif scale.maximum > 1 and len(scale.descriptors or {}) < at_least:
        stated = scale.descriptors is not None
        if stated or sure_it_is_absent(case, case.once(some_describe_scores)):
            facts = Undescribed(called(node.value), scale.maximum, len(scale.descriptors or {}))
            sure = None if stated or case.holds_all(CRITERIA) else "likely"
            yield Hit(scale.field("descriptors"), facts, confidence=sure, key=node.value.id or "")
        else:
            name = f"{text_of(scale.path)}.descriptors"
            yield Unassessed(node, f"{name} is not given, and `complete` does not name tender", (name,))


def _says_more_than_its_name(question: Question) -> bool:
    """Whether a question, or a group it stands in, has a text or a scale that says what earns points."""
    asked = (question.criterion, *question.above)
    return any(one.text or (one.scale is not None and one.scale.descriptors) for one in asked)


def _some_say_more(case: Case) -> bool:
    return any(_says_more_than_its_name(one) for one in scored_leaves(case) if not one.is_price)


@check
def says_only_its_name(node: Node[AwardCriterion], case: Case) -> Found[Named]:
    """Flag a scored question without a text or described scores, where the criteria are complete or others have theirs."""
    question = quality_leaf(node, case)
    if question is None or _says_more_than_its_name(question):
        return
    sure = sure_it_is_absent(case, case.once(_some_say_more))
    name = f"{text_of(node.path)}.text"
    if sure is None:
        yield Unassessed(node, f"{name} is not given, and `complete` does not name tender", (name,))
    else:
        yield Hit(node, Named(called(node.value)), confidence=None if sure == "sure" else "likely")
