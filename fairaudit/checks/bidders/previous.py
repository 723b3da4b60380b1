"""Checks of a tender against the one before it for the same work: more that is mandatory, and limits drawn tighter."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.bidders.conditions import condition_called, shuts_out
from fairaudit.checks.reasons import lacking
from fairaudit.checks.texts.corpus import is_background
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.criteria import Requirement
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Clause, PreviousTender, Tender

_SECTIONS = ("selection_criteria", "specification")
_UP = {
    "turnover": {"minimum": "the least yearly turnover", "years": "the years of turnover"},
    "insurance": {"minimum": "the least cover"},
    "capital": {"minimum": "the least capital"},
    "references": {"minimum": "the number of references", "minimum_value": "the least value of a reference"},
    "experience": {"minimum": "the years of experience", "years": "the years of experience"},
    "staff": {"minimum": "the least number of staff"},
    "accounts": {"years": "the years of accounts"},
}
"""Fields in which more is tighter, by kind of condition."""
_DOWN = {
    "references": {"years": "the years from which references may stem"},
    "location": {"distance_km": "the distance in km"},
}
"""Fields in which less is tighter."""


class More(Frozen):
    """How many things were mandatory, and how many are."""

    before: int
    now: int


class Counted(Frozen):
    """How many things are mandatory, and the clauses of which it is not said."""

    sure: int
    unsaid: tuple[Clause, ...]


class Tighter(Frozen):
    """A limit as it was and as it is, and whose it is."""

    condition: str
    what: str
    before: object
    now: object


@check
def more_mandatory_than_before(node: Node[Tender], case: Case, *, percent: Decimal, at_least: int = 2) -> Found[More]:
    """Flag a tender with more than `percent` per cent more mandatory requirements than the one before, and `at_least` more.

    Counted are conditions that shut a bidder out and clauses that say they are mandatory, in the sections that both give.
    """
    previous = node.value.previous
    if previous is None:
        yield lacking(node.value.field("previous"))
        return
    total = previous.mandatory_requirements
    sections = [one for one in _SECTIONS if total is not None or getattr(previous, one) is not None]
    absent = [node.value.field(one) for one in sections if getattr(node.value, one) is None]
    if absent or not sections:
        yield lacking(absent[0] if absent else previous.field("mandatory_requirements"))
        return
    now = _counted(node.value, sections)
    before = Counted(total, ()) if total is not None else _counted(previous, sections)
    most = before.sure + len(before.unsaid)
    if _is_more(now.sure, most, percent, at_least):
        at = node.value.field(max(sections, key=lambda name: len(getattr(node.value, name))))
        yield Hit(at, More(most, now.sure), ((previous.node, "the tender before"),))
    elif _is_more(now.sure + len(now.unsaid), before.sure, percent, at_least):
        names = tuple(text_of((*one.path, "mandatory")) for one in (*now.unsaid, *before.unsaid))
        yield Unassessed(node.value.field("specification"), f"{names[0]} is not given, nor are others", names)


def _is_more(now: int, before: int, percent: Decimal, at_least: int) -> bool:
    return now - before >= at_least and (now - before) * 100 > percent * before


def _counted(tender: Tender | PreviousTender, sections: list[str]) -> Counted:
    """Count what is mandatory in some sections of a tender."""
    conditions = tender.selection_criteria if "selection_criteria" in sections else None
    clauses = [
        one
        for one in (tender.specification if "specification" in sections else None) or ()
        if one.part in (None, "specification") and not is_background(one)
    ]
    sure = sum(shuts_out(one) for one in conditions or ()) + sum(one.mandatory is True for one in clauses)
    return Counted(sure, tuple(one for one in clauses if one.mandatory is None and not one.scored))


@check
def limits_tighter_than_before(node: Node[Requirement], case: Case) -> Found[Tighter]:
    """Flag a number in a condition of taking part that is tighter than in the tender before.

    An amount that grew no faster than the value of the contract is in step with it; where the values are not both given,
    a person must look.
    """
    one, previous = node.value, case.tender.previous
    if not shuts_out(one):
        return
    if previous is None or previous.selection_criteria is None:
        at = case.tender.field("previous") if previous is None else previous.field("selection_criteria")
        yield lacking(at)
        return
    other = _counterpart(case, one, previous)
    if isinstance(other, Unassessed):
        yield other
    elif other is not None:
        for name, what, upwards in _limits(one):
            yield from _compared(case, one, other, (name, what), upwards)


def _limits(one: Requirement) -> Iterator[tuple[str, str, bool]]:
    """Yield the fields of a condition that are limits, in words, and whether more is tighter."""
    for table, upwards in ((_UP, True), (_DOWN, False)):
        for name, what in table.get(one.kind or "", {}).items():
            yield name, what, upwards


def _counterpart(case: Case, one: Requirement, previous: PreviousTender) -> Requirement | Unassessed | None:
    """Return the same condition of the tender before: by kind and id, else the only one of its kind; `None` where it is new."""
    then = [old for old in previous.selection_criteria or () if old.kind == one.kind and shuts_out(old)]
    named = [old for old in then if one.id and old.id == one.id]
    now = [new for new in case.tender.selection_criteria or () if new.kind == one.kind and shuts_out(new)]
    if len(named) == 1 or (len(then) == 1 and len(now) == 1):
        return named[0] if named else then[0]
    if not then or not any(True for _ in _limits(one)):
        return None
    if one.id and all(old.id for old in then) and not named:
        return None  # The others have ids of their own, so this one is new.
    lacking_id = one if not one.id else next((old for old in then if not old.id), one)
    name = text_of((*lacking_id.path, "id"))
    return Unassessed(one.node, "which condition of the tender before it stands for is not given", (name,))


def _compared(
    case: Case, one: Requirement, other: Requirement, field: tuple[str, str], upwards: bool
) -> Found[Tighter]:
    """Compare one limit of two conditions; one that was not there before is no tighter one but a new one."""
    name, what = field
    now, then = getattr(one, name), getattr(other, name)
    if now is None or then is None:
        return
    doubt: str | None = None
    if isinstance(now, Money) and isinstance(then, Money):
        if now.amount is None or then.amount is None or now.currency != then.currency:
            yield from _uncompared(one, other, name, now, then)
            return
        tighter, growth = now.amount > then.amount, _growth(case)
        if tighter and growth is not None:
            tighter = Fraction(now.amount) > Fraction(then.amount) * growth
        doubt = "possible" if growth is None else None
    else:
        tighter = now > then if upwards else now < then
    if tighter:
        related = ((other.field(name), "before"),)
        yield Hit(one.field(name), Tighter(condition_called(one), what, then, now), related, doubt, one.id or "")


def _uncompared(one: Requirement, other: Requirement, name: str, now: Money, then: Money) -> Found[Tighter]:
    """Return that two amounts cannot be compared, with what is missing of them."""
    ends = ((one, now), (other, then))
    names = (
        text_of((*part.path, name, unit))
        for part, money in ends
        for unit in ("amount", "currency")
        if getattr(money, unit) is None
    )
    yield Unassessed(one.field(name), "amounts without a common currency cannot be compared", tuple(names))


def _growth(case: Case) -> Fraction | None:
    """Return how many times the value of the contract is what it was, or `None` where that cannot be said."""
    now, then = case.tender.value, case.tender.previous.value if case.tender.previous else None
    if now is None or then is None or now.currency != then.currency or not now.amount or not then.amount:
        return None
    return Fraction(now.amount) / Fraction(then.amount)
