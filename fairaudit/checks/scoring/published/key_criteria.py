"""Checks of the key criteria a health procurement must take into account: each considered, each given its importance."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from fairaudit.analysis.denial import DENIED, UNCLEAR, UNSAID
from fairaudit.analysis.recorded import record_says
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.frozen import Frozen
from fairaudit.law.keycriteria import Key, key_criteria, meant_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.procedure import KeyCriterion

_SECTION = "tender.key_criteria"


class Neglected(Frozen):
    """The key criteria of which something is not recorded, and their provision."""

    lacking: str
    provision: str


_CONSIDERED = (
    "considered",
    "considering",
    "taken into account",
    "took into account",
    "taken account",
    "weighed",
    "assessed",
)


@check
def key_criteria_considered(node: Node[object], case: Case) -> Found[Neglected]:
    """Flag key criteria of which it is not recorded how they were taken into account, or recorded that they were not.

    Nothing is missing unless the record is complete; what says that a criterion was not considered needs no more beside it.
    """
    said = {one.path: record_says(one.considered, _CONSIDERED) for one in case.tender.key_criteria or ()}
    denied = [one for one in case.tender.key_criteria or () if said[one.path] == DENIED]
    yield from _neglected(case, lambda one: said[one.path] not in (UNSAID, DENIED), denied)
    for one in case.tender.key_criteria or ():
        if said[one.path] == UNCLEAR:
            name = text_of((*one.path, "considered"))
            yield Unassessed(one.node, f"{name} can be read two ways", (name,))


@check
def key_criteria_weighed(node: Node[object], case: Case) -> Found[Neglected]:
    """Flag key criteria whose relative importance, a weight or a place in an order, is not recorded."""
    yield from _neglected(case, lambda one: one.weight is not None or one.order is not None)


class Doubted(Frozen):
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


def _neglected(
    case: Case, recorded: Callable[[KeyCriterion], bool], denied: Sequence[KeyCriterion] = ()
) -> Found[Neglected]:
    """Yield the key criteria for which nothing is recorded; a name that means none of them may mean a missing one."""
    listed = case.tender.key_criteria or ()
    done = {paragraph for one in listed if recorded(one) for paragraph in meant_by(one.name or "")}
    against = {paragraph: one.considered or "" for one in denied for paragraph in meant_by(one.name or "")}
    strange = [one for one in listed if not meant_by(one.name or "")]
    left = [one for one in key_criteria() if one.paragraph not in done]
    sure = case.holds_all(_SECTION)
    at = Node(("tender", "key_criteria"), case.tender.key_criteria)
    found = [one for one in left if sure or one.paragraph in against]
    open_ = [one for one in found if strange and one.paragraph not in against]
    if certain := [one for one in found if one not in open_]:
        yield Hit(at, _named(certain, against))
    if open_:
        yield Hit(at, _named(open_, {}), (), "possible", key="perhaps")
    if len(found) < len(left):
        lacking = _named([one for one in left if one not in found], {}).lacking
        reason = f"completeness of key criteria: nothing is recorded for {lacking}"
        yield Unassessed(at, reason, (f"completeness of {_SECTION}",))


def _named(found: Sequence[Key], against: Mapping[str, str]) -> Neglected:
    """Return key criteria as facts; those of which a record says that they were not considered with its words."""
    words = (
        f'{one.words} (the record says "{against[one.paragraph]}")' if one.paragraph in against else one.words
        for one in found
    )  # fmt: skip
    return Neglected("; ".join(words), f"reg 5{', '.join(f'({one.paragraph})' for one in found)}")
