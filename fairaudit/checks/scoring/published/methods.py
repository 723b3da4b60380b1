"""The check of whether the way in which tenders are assessed is described: a scale, and what its scores mean."""

from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.tree import called
from fairaudit.checks.scoring.published.scales import quality_leaf, scale_is_described
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node, text_of


class Unmethodical(Frozen):
    """A criterion, on which scale it is scored as part of a sentence, and how many scores are described."""

    criterion: str
    scale: Verb
    described: int


@check
def method_is_described(node: Node[AwardCriterion], case: Case, *, at_least: int = 2) -> Found[Unmethodical]:
    """Flag a scored question whose scores are not described, and one that has no scale where the criteria are complete.

    A text with a figure in it may say how points are earned, so a question without a scale that has one is only asked about.
    """
    question = quality_leaf(node, case)
    if question is None:
        return
    scale = question.scale
    if scale is not None and scale.maximum is not None:
        for one in scale_is_described(node, case, at_least=at_least):
            if isinstance(one, Unassessed):
                yield one
            else:
                facts = Unmethodical(one.facts.criterion, Verb(f"up to {one.facts.maximum}"), one.facts.described)
                yield Hit(one.at, facts, one.related, one.confidence, one.key)
        return
    name = f"{text_of(node.path)}.scale"
    if scale is None and case.holds_all("tender.award_criteria"):
        figures = any(letter.isdigit() for one in question.lineage for letter in one.text or "")
        yield Hit(
            node,
            Unmethodical(called(node.value), Verb("on no scale that is given"), 0),
            confidence="possible" if figures else None,
        )
    elif not (scale and len(scale.descriptors or {}) >= at_least):
        yield Unassessed(node, f"{name} is not given", (name,))
