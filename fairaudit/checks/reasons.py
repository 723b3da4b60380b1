"""Reasons for not assessing a place, in the words of the checks about time, information and bids."""

from collections.abc import Iterable

from fairaudit.checks.base import Unassessed
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.told import not_understood, tells
from fairaudit.procurement.times.deadlines import NO_ZONE, Unclear
from fairaudit.procurement.wanted import COMPLETENESS, in_list

ZONE = Unclear(NO_ZONE, ("tender.time_zone",))


def unsure(at: Node[object], unclear: Unclear) -> Unassessed:
    """Return a place as not assessed, for the reason something could not be worked out."""
    return Unassessed(at, unclear.reason, unclear.missing)


def reversed_ends(start: Node[object], end: Node[object]) -> Unclear:
    """Return that a time ends before it begins: one of the two dates is wrong, and nothing can be counted from them."""
    return Unclear(f"{text_of(end.path)} lies before {text_of(start.path)}", ())


def no_length(start: Node[object], end: Node[object]) -> Unclear:
    """Return that a time ends the moment it begins: whatever took place took longer, so one of the two is not its end."""
    return Unclear(f"{text_of(end.path)} is the same moment as {text_of(start.path)}", ())


def lacking(at: Node[object]) -> Unassessed:
    """Return a field as not assessed because it is not given; of an event without its date reports say that it was seen."""
    name = text_of(at.path)
    undated = at.path[:1] == ("events",) and at.path[-1] == "date"
    return Unassessed(at, f"{name} is not given", (name,), undated)


def incomplete(at: Node[object], section: str) -> Unassessed:
    """Return a place as not assessed because a section may not hold everything."""
    return Unassessed(at, f"{COMPLETENESS}{section}", (f"{COMPLETENESS}{section}",))


def which_of(name: str, at: Node[object]) -> tuple[str, tuple[str, ...]]:
    """Return that a name which several people have leaves open who is meant, with the field in which it stands."""
    return f"more than one person is called {name}, and which of them is meant is not given", (text_of(at.path),)


def unplaced(case: Case, key: str) -> tuple[str, tuple[str, ...]]:
    """Return that somebody may be who another record calls otherwise, with the entry that would say so."""
    reason = "people are called by an id in one place and by a name in another, and no record says who is who"
    return reason, (in_list(case, "people", key),)


def first_unclear(*found: object) -> Unclear | None:
    """Return the first of some answers that is none."""
    return next((one for one in found if isinstance(one, Unclear)), None)


def unread_words(texts: Iterable[Node[object]]) -> tuple[tuple[Node[object], str], ...]:
    """Return the texts of which it is not plain what they tell, quoted: whoever is asked should see on what it hangs."""
    return tuple((one, not_understood(str(one.value))) for one in texts if one.value and tells(one.value) is None)
