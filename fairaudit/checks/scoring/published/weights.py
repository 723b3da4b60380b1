"""Checks of the family `criteria` on weights: what they add up to, and whether each criterion has one."""

from decimal import Decimal

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.of_lots import Siblings, in_words, sibling_groups
from fairaudit.checks.scoring.criteria.tree import (
    Question,
    called,
    one_criterion_decides,
    question_at,
    shares_of,
    slack,
    unread_weight,
    wholes,
    worth,
)
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender

CRITERIA = "tender.award_criteria"
"""Where criteria are published: what is named where none are given."""
_TEN = Decimal(10)
"""What weights may add up to that are meant as points, which is for a person to say."""
_THOUSAND = Decimal(1000)
"""What weights add up to in schemes of a thousand points, which are usual and need not say so."""


class WeightSum(Frozen):
    """What some weights add up to, whose they are, and what they should add up to."""

    whose: str
    sum: Decimal
    expected: str


@check
def weights_add_up(node: Node[Tender], case: Case, *, within: Decimal = Decimal("0.01")) -> Found[WeightSum]:
    """Flag weights that do not add up, per group of criteria, lot and stage; parts may add up to their group or to 100.

    Beside a criterion whose importance is given in words or by an order a sum says nothing.
    The criteria themselves may add up to a thousand points, where none says that its weight is a share.
    """
    if node.value.award_criteria is None:
        if not one_criterion_decides(node.value):
            yield _no_criteria(node)
        return
    for group in sibling_groups(case):
        if words := in_words(case, group):
            first = words[0].criterion
            given = "" if first.weight is None else " (as a share beside the others)"
            name = f"{text_of(first.path)}.weight{given}"
            yield Unassessed(group.at, f"{called(first)} is weighed in words, not by a number", (name,))
        elif group.parent is None:
            yield from _top_sum(group, within)
        elif group.parent.weight is not None:
            yield from _sum(group, group.items, within)


def _no_criteria(node: Node[Tender]) -> Unassessed:
    return Unassessed(node, f"{CRITERIA} is not given", (CRITERIA,))


def _top_sum(group: Siblings, within: Decimal) -> Found[WeightSum]:
    """Judge the criteria themselves: all together, or each stage for itself where they are in several."""
    stages = {one.criterion.stage for one in group.items}
    if len(group.items) == 1 and group.items[0].criterion.weight is None:
        return  # A single criterion is worth everything.
    if len(stages) == 1 or not any(isinstance(one, Hit) for one in _sum(group, group.items, within)):
        yield from _sum(group, group.items, within)
        return
    for stage in sorted(stages, key=str):
        items = tuple(one for one in group.items if one.criterion.stage == stage)
        yield from _sum(group, items, within, f" at stage {stage}" if stage else " without a stage")


def _sum(group: Siblings, items: tuple[Question, ...], within: Decimal, stage: str = "") -> Found[WeightSum]:
    weights = [worth(one) for one in items]
    known = [one for one in weights if one is not None]
    total, expected, room = sum(known, Decimal(0)), wholes(items, group.parent), slack(items, within)
    lacking = tuple(f"{text_of(one.criterion.path)}.weight" for one in items if worth(one) is None)
    if lacking and (not known or not expected or total <= max(expected) + room):
        yield Unassessed(group.at, f"{lacking[0]} is not given", lacking)
    elif (
        expected
        and not _of_a_thousand(items, total, group.parent)
        and not any(abs(total - one) <= (min(room, Decimal("0.001")) if one == 1 else room) for one in expected)
    ):
        words = " or ".join(format(one, "f") for one in expected if one != 1 or len(expected) == 1 or total < 2)
        facts = WeightSum(group.called + stage, total, words)
        related = tuple((one.criterion.field("weight"), called(one.criterion)) for one in items)
        yield Hit(group.at, facts, related, _sum_confidence(items, total, group.parent), (group.key + stage).strip())


def _sum_confidence(items: tuple[Question, ...], total: Decimal, parent: AwardCriterion | None) -> str | None:
    """Return how sure it is that a sum is wrong: the points of a group may be counted anew, an unsaid kind may be points."""
    types = {one.criterion.weight_type for one in items}
    if shares_of(items) is not None:
        return None
    if types == {"points"}:
        return "possible"
    if types <= {"percentage", "fraction"}:
        return None
    return "possible" if parent is None and total == _TEN else "likely"


def _of_a_thousand(items: tuple[Question, ...], total: Decimal, parent: AwardCriterion | None) -> bool:
    """Whether criteria that do not say that they are shares are a scheme of a thousand points."""
    types = {one.criterion.weight_type for one in items}
    return parent is None and total == _THOUSAND and types <= {None, "points"} and shares_of(items) is None


class Named(Frozen):
    """A criterion by its id and name."""

    criterion: str


def _weight_of(node: Node[AwardCriterion], case: Case) -> Question | Unassessed | None:
    """Return a scored criterion with a weight, `None` where it needs none, or why it cannot be judged."""
    question = question_at(case, node)
    if question is None or not (question.is_scored and question.is_weighed) or worth(question) is not None:
        return question if question and question.is_scored and question.is_weighed else None
    if question.needs_no_weight:
        return None
    alone = not question.above and len(case.tender.award_criteria or ()) == 1
    if alone or one_criterion_decides(case.tender):
        return None
    if question.above and all(worth(Question(one)) is None for one in question.above[-1].children or ()):
        return None  # The group is weighed as a whole.
    name = f"{text_of(node.path)}.weight"
    return Unassessed(node, f"{name} is not given", (name,))


@check
def weight_below_zero(node: Node[AwardCriterion], case: Case) -> Found[Named]:
    """Flag a weight below zero."""
    asked = _weight_of(node, case)
    if isinstance(asked, Unassessed):
        yield asked
    elif asked and node.value.weight is not None and node.value.weight < 0:
        yield Hit(node.value.field("weight"), Named(called(node.value)))


@check
def weight_of_zero(node: Node[AwardCriterion], case: Case) -> Found[Named]:
    """Flag a weight of zero on a scored criterion; where `treatment` does not say scored, it may be information only."""
    asked = _weight_of(node, case)
    if isinstance(asked, Unassessed):
        yield asked
    elif asked and node.value.weight == 0:
        sure = None if node.value.treatment == "scored" else "possible"
        yield Hit(node.value.field("weight"), Named(called(node.value)), confidence=sure)


class Unweighed(Frozen):
    """A criterion without a weight, and those beside it."""

    criterion: str
    whose: str


@check
def weight_beside_weights(node: Node[Tender], case: Case) -> Found[Unweighed]:
    """Flag a scored criterion without a weight beside others that have one; of one that is weighed in words it is asked."""
    if node.value.award_criteria is None:
        if not one_criterion_decides(node.value):
            yield _no_criteria(node)
        return
    for group in sibling_groups(case):
        weights = {one.criterion.path: worth(one) for one in group.items}
        total = sum((one for one in weights.values() if one is not None), Decimal(0))
        bare = [one for one in group.items if weights[one.criterion.path] is None]
        unread = {one.criterion.path: lack for one in bare if (lack := unread_weight(case, one))}
        yield from unread.values()
        if len(bare) == len(group.items):
            continue
        for one in (one for one in bare if one.criterion.path not in unread):
            # Where the others are the whole already, this one may be a pass/fail question that does not say so.
            unsure = total in wholes(group.items, group.parent) and one.criterion.treatment != "scored"
            sure = None if case.holds_all(CRITERIA) and not unsure else "possible"
            facts = Unweighed(called(one.criterion), group.called)
            yield Hit(one.criterion.field("weight"), facts, confidence=sure, key=group.key)
        for one in (one for one in in_words(case, group) if worth(one) is None):
            facts = Unweighed(called(one.criterion), group.called)
            yield Hit(one.criterion.field("weight"), facts, confidence="possible", key=group.key)


class Whose(Frozen):
    """Which criteria are meant, and how many they are."""

    whose: str
    number: int


@check
def no_weights(node: Node[Tender], case: Case) -> Found[Whose]:
    """Flag several scored criteria none of which has a weight, an order of importance or a description of it."""
    if one_criterion_decides(node.value):
        return
    if node.value.award_criteria is None:
        yield _no_criteria(node)
        return
    for group in sibling_groups(case):
        bare = group.parent is None and len(group.items) > 1 and all(worth(one) is None for one in group.items)
        unread = [lack for one in group.items if (lack := unread_weight(case, one))] if bare else []
        if unread:
            yield from unread
        elif bare and case.holds_all(CRITERIA):
            yield Hit(group.at, Whose(group.called, len(group.items)), key=group.key)
        elif bare:
            lacking = tuple(f"{text_of(one.criterion.path)}.weight" for one in group.items)
            yield Unassessed(group.at, f"{lacking[0]} is not given, and `complete` does not name tender", lacking)
