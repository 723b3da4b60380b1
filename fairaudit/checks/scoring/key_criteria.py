"""Checks of the key criteria a health procurement must take into account: each considered, each given its importance."""

from collections.abc import Callable
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
