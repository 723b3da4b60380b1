"""Checks of changes to a running contract for health services: whether they may be made without a new process, and told."""

import re
from datetime import date
from decimal import Decimal

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.denial import TIED, UNCLEAR, how_said
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.law import routes
from fairaudit.law.considerable import Rise, rise_of
from fairaudit.law.counting import readings
from fairaudit.law.health import COMMENCED
from fairaudit.law.moments import day_of, recorded_beginning
from fairaudit.law.notices import notices
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award, Modification

_URGENT = tuple(tuple(one.split()) for one in (
    "urgent", "urgently", "urgency", "reg 14", "reg14", "regulation 14", "regulation14",
))  # fmt: skip
_DECIDED, _ANSWERED = "the buyer decided on it", "it answers external factors as well"
_NON = re.compile(r"\bnon[- ]*(?=urgen)", re.IGNORECASE)
_BRIDGES = re.compile(r"\b14 ?\(3\)|\bstandstill\b", re.IGNORECASE)


class NewProcess(Frozen):
    """Why a modification needs a new process, and by which provision."""

    because: str
    provision: str


@check
def modification_needs_a_process(node: Node[Modification], case: Case) -> Found[NewProcess]:
    """Flag a modification that none of the grounds of regulation 13 covers; an urgent one follows regulation 14."""
    change = node.value
    urgent = _urgent(change)
    if urgent == TIED or change.provided_for or _older(change):
        return
    if (undated := _undated(node, case)) is not None:
        yield undated
    elif urgent == UNCLEAR:
        yield Unassessed(node, "whether it was made urgently can be read two ways", (text_of((*node.path, "ground")),))
    elif change.succession and not _besides(node, case):
        yield from _by_succession(node, case)
    else:
        yield from _by_other_grounds(node, case)


def _urgent(change: Modification) -> str:
    """Return what the ground of a modification says of urgency: tied, denied, unclear, or nothing."""
    return how_said(_NON.sub("not ", change.ground or ""), _URGENT)


def _besides(node: Node[Modification], case: Case) -> str:
    """Return what is recorded as changed besides the provider's identity, as the rest of a sentence; empty for nothing."""
    change, rise = node.value, _rise(node, case)
    prolonged = change.end_before is not None and change.end_after not in (None, change.end_before)
    found = (
        (isinstance(rise, Rise) and rise.amount != 0, "the value changes with the provider"),
        (prolonged, "the term changes with the provider"),
        (change.new_kind, "something of a new kind comes with the provider"),
        (change.own_decision, _DECIDED),
        (change.external_factors, _ANSWERED),
    )
    return next((words for holds, words in found if holds), "")


def _by_succession(node: Node[Modification], case: Case) -> Found[NewProcess]:
    """Yield whether a successor meets the basic selection criteria; after Process A or B the character alone counts."""
    change = node.value
    if change.selection_criteria_met or (_by_a_or_b(case) and change.character_changed is False):
        return
    if change.selection_criteria_met is None:
        name = text_of((*node.path, "selection_criteria_met"))
        yield Unassessed(node, f"{name} is not given", (name,))
    else:
        yield Hit(node, NewProcess("the successor does not meet the basic selection criteria", "reg 13(1)(b)"))


def _by_other_grounds(node: Node[Modification], case: Case) -> Found[NewProcess]:
    """Yield whether a modification that is no mere succession leaves the character, and the value, as it may."""
    change = node.value
    if change.character_changed is None:
        name = text_of((*node.path, "character_changed"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif change.character_changed:
        told, besides = "it makes the contract materially different in character", _besides(node, case)
        if not change.succession:
            yield Hit(node, NewProcess(told, "reg 13(1)(c) and (d), (2)(a) and (3)"))
        else:
            # Whoever only agreed to a successor may call that a decision of its own.
            sure = "likely" if besides in (_DECIDED, _ANSWERED) else None
            yield Hit(node, NewProcess(f"{told}, and {besides}", "reg 13(1)(b) to (d), (2)(a) and (3)"), (), sure)
    elif not _by_a_or_b(case) and not change.external_factors:
        yield from _by_decision(node, case, change)


def _older(change: Modification) -> bool:
    """Whether a modification is older than the Regulations, which then say nothing of it (reg 29(2))."""
    return change.date is not None and change.date < COMMENCED


def _undated(node: Node[Modification], case: Case) -> Unassessed | None:
    """Return that a modification of a contract older than the Regulations may be older too."""
    begun = recorded_beginning(case)
    if node.value.date is not None or begun is None or begun >= COMMENCED:
        return None
    name = text_of((*node.path, "date"))
    return Unassessed(node, f"{name} is not given, and the Regulations govern modifications from 2024 on", (name,))


def _by_decision(node: Node[Modification], case: Case, change: Modification) -> Found[NewProcess]:
    """Yield whether a modification the buyer decided on stays below one of the two figures."""
    if change.own_decision is None:
        names = tuple(text_of((*node.path, one)) for one in ("own_decision", "external_factors"))
        yield Unassessed(node, f"{names[0]} is not given", names)
        return
    rise = _rise(node, case)
    if isinstance(rise, Unassessed):
        yield rise
    elif rise.considerable:
        because = f"since it was entered into the lifetime value has risen by {rise.words}"
        yield Hit(node, NewProcess(because, "reg 13(1)(d) and (2)(b)"))


class Untold(Frozen):
    """A modification of which no notice was sent in time: when it was made, the last day, and when the notice came."""

    day: date
    last: date
    came: str
    amount: Money


@check
def modification_not_announced(
    node: Node[Modification], case: Case, *, period: StatutoryPeriod, amount: Decimal
) -> Found[Untold]:
    """Flag a modification the buyer decided on, after which the value has risen by `amount` or more, without a timely notice."""
    change = node.value
    if change.own_decision is False or _urgent(change) == TIED or _older(change):
        return
    rise = _rise(node, case)
    if isinstance(rise, Unassessed):
        yield rise
        return
    if rise.amount < amount:
        return
    unsaid = next((one for one in ("own_decision", "date") if getattr(change, one) is None), None)
    if unsaid is not None:
        yield lacking(change.field(unsaid))
    elif change.date is not None and (late := _late(node, case, period, change.date)):
        facts = Untold(change.date, late.last, late.came, Money(amount=rise.amount, currency="GBP"))
        yield late.unsure or Hit(node, facts, (), late.confidence)


class UntoldUrgent(Frozen):
    """An urgent modification of which no notice was sent in time: when it was made, the last day, and when the notice came."""

    day: date
    last: date
    came: str


@check
def urgent_modification_not_announced(
    node: Node[Modification], case: Case, *, period: StatutoryPeriod
) -> Found[UntoldUrgent]:
    """Flag a modification made urgently of which no notice was submitted in time; one that bridges a standstill needs none."""
    change = node.value
    unsaid = next((one for one in ("ground", "date") if getattr(change, one) is None), None)
    urgent = change.ground is None or _urgent(change) in (TIED, UNCLEAR)
    if not urgent or _BRIDGES.search(change.ground or ""):
        return
    if unsaid is not None:
        yield lacking(change.field(unsaid))
    elif change.notice_submitted is None and any(notices(case, "urgent-modification")):
        # Several changes may be urgent, and nothing says which of them a notice is about.
        yield lacking(change.field("notice_submitted"))
    elif change.date is not None and (late := _late(node, case, period, change.date)):
        yield late.unsure or Hit(node, UntoldUrgent(change.date, late.last, late.came), (), late.confidence)


class _Late(Frozen):
    """The last day for a notice, when it came, how sure that is, or why nothing can be said of it."""

    last: date
    came: str
    confidence: str | None = None
    unsure: Unassessed | None = None


def _late(node: Node[Modification], case: Case, period: StatutoryPeriod, day: date) -> _Late | None:
    """Return how the notice of a modification is late, `None` where it is not, or may still come in time."""
    counted = readings(case, period, day)
    if isinstance(counted, str):
        return None
    change, last = node.value, counted[0].last
    sent = change.notice_submitted or change.notice_published
    came = day_of(case, sent) if sent else None
    if sent is not None and came is None:
        return _Late(last, "", unsure=unsure(node, ZONE))
    if came is not None:
        sure = None if change.notice_submitted else "possible"
        return _Late(last, f"on {day_in_words(came)}", sure) if came > last else None
    if case.today is None or case.today <= last:
        return None
    name = text_of((*node.path, "notice_submitted"))
    gap = Unassessed(node, f"{name} is not given, and `complete` does not name awards", (name,))
    return _Late(last, "not at all", unsure=None if case.holds_all("awards") else gap)


def _rise(node: Node[Modification], case: Case) -> Rise | Unassessed:
    """Return how far the lifetime value has moved from that of the contract as it was entered into."""
    award = _award_of(node, case)
    first = award.modifications[0].value_before if award.modifications else None
    before = award.value if award.value is not None and award.value.amount is not None else first
    after = node.value.value_after
    for name, money in (("value_after", after), ("value_before", before)):
        if money is None or money.amount is None:
            field = text_of((*node.path, name))
            return Unassessed(node, f"{field} is not given", (field,))
    if before is None or after is None or before.amount is None or after.amount is None or before.amount <= 0:
        return Unassessed(node, "the value of the contract is not above zero", (text_of((*award.path, "value")),))
    if before.currency != "GBP" or after.currency != "GBP":
        return Unassessed(node, "the values are not both given in pounds", (text_of((*node.path, "value_after")),))
    return rise_of(before.amount, after.amount)


def _award_of(node: Node[Modification], case: Case) -> Award:
    return case.awards[int(node.path[1])]


def _by_a_or_b(case: Case) -> bool:
    """Whether the contract was awarded by Process A or B, where only a change of character needs a new process (reg 13(3))."""
    declared = routes.declared_route(case)
    return declared is not None and declared.route in (routes.PROCESS_A, routes.PROCESS_B)
