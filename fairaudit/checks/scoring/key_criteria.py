"""Checks of the key criteria a health procurement must take into account: each considered, each given its importance."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.law.keycriteria import key_criteria, meant_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node
from fairaudit.procurement.procedure import KeyCriterion

_SECTION = "tender.key_criteria"


class Neglected(NamedTuple):
    """The key criteria of which something is not recorded, and their provision."""

    lacking: str
    provision: str


@check
def key_criteria_considered(node: Node[object], case: Case) -> Found[Neglected]:
    """Flag key criteria of which it is not recorded how they were taken into account; only where the record is complete."""
    yield from _neglected(node, case, lambda one: bool((one.considered or "").strip()))


@check
def key_criteria_weighed(node: Node[object], case: Case) -> Found[Neglected]:
    """Flag key criteria whose relative importance, a weight or a place in an order, is not recorded."""
    yield from _neglected(node, case, lambda one: one.weight is not None or one.order is not None)


class Doubted(NamedTuple):
    """Which weights of key criteria cannot well be meant, and why."""

    item: str
    fault: str


_WHOLES = (Decimal(1), Decimal(10), Decimal(100), Decimal(1000))


@check
def key_criteria_weights_doubted(node: Node[object], case: Case) -> Found[Doubted]:
    """Flag weights of key criteria below zero; weights of zero, or that make no whole, only ask a person to look.

    A whole is 1, 10, 100 or 1,000 (a heuristic), and only asked of weights where every key criterion has one.
    """
    if case.tender.key_criteria is None:
        yield Unassessed(node, f"{_SECTION} is not given", (_SECTION,))
    told = [(one, one.weight) for one in case.tender.key_criteria or () if one.weight is not None]
    for one, weight in told:
        if weight < 0:
            yield Hit(one.field("weight"), Doubted(f"The weight of {one.name}", f"is {weight}"))
        elif weight == 0:
            trouble = "is 0, though each of the five must be taken into account"
            yield Hit(one.field("weight"), Doubted(f"The weight of {one.name}", trouble), confidence="possible")
    total = sum((weight for _, weight in told), Decimal(0))
    weighed = {paragraph for one, _ in told for paragraph in meant_by(one.name or "")}
    if len(weighed) == len(key_criteria()) and total not in _WHOLES:
        facts = Doubted("The weights of the key criteria", f"add up to {total.normalize():f}")
        yield Hit(Node(("tender", "key_criteria"), case.tender.key_criteria), facts, confidence="possible", key="sum")


def _neglected(node: Node[object], case: Case, recorded: Callable[[KeyCriterion], bool]) -> Found[Neglected]:
    """Yield the key criteria for which nothing is recorded; a name that means none of them may mean a missing one."""
    told = case.tender.key_criteria or ()
    done = {paragraph for one in told if recorded(one) for paragraph in meant_by(one.name or "")}
    strange = [one for one in told if not meant_by(one.name or "")]
    left = [one for one in key_criteria() if one.paragraph not in done]
    if not left:
        return
    letters = ", ".join(f"({one.paragraph})" for one in left)
    facts = Neglected("; ".join(one.words for one in left), f"reg 5{letters}")
    at = Node(("tender", "key_criteria"), case.tender.key_criteria)
    if case.holds_all(_SECTION):
        yield Hit(at, facts, (), "possible" if strange else None)
    else:
        reason = f"completeness of key criteria: nothing is recorded for {facts.lacking}"
        yield Unassessed(at, reason, (f"completeness of {_SECTION}",))
