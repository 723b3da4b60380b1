"""Access to what no record names: a data room that the buyer opened is more than a look at the documents that all may read."""

from fairaudit.analysis.clauses import clauses, says_not
from fairaudit.analysis.names import words
from fairaudit.analysis.saiddays import days_said
from fairaudit.checks.information.talks.contacts import holds
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.published import is_published, names_nobody
from fairaudit.procurement.received.recipients import reaches, told, told_of


class ForAll(Frozen):
    """A record of a room that is there for all: from when, where that is said, and for which lot."""

    when: When | None
    at: Node[object]
    lot: str | None


def says(event: Event, phrases: tuple[str, ...]) -> bool:
    """Whether what is told of an event holds one of some phrases."""
    said = [words(one or "") for one in (event.topic, event.text, event.reason)]
    return any(holds(one, words(phrase)) for one in said for phrase in phrases)


def room_named(event: Event, of_a_room: tuple[str, ...]) -> str | None:
    """Return the words of a room that what is told of an event holds; the first of them in their order."""
    return next((one for one in of_a_room if says(event, (one,))), None)


def opened_to_some(
    event: Event, of_a_room: tuple[str, ...], alone: tuple[str, ...], of_lateness: tuple[str, ...]
) -> bool:
    """Whether an event is of a room that was opened, or of access for some alone, and of no access that came late."""
    return (says(event, of_a_room) or says(event, alone)) and not says(event, of_lateness)


def others_looked(case: Case, event: Event) -> frozenset[str]:
    """Return who had access to what no record names, for the lot of an event, under whatever topic; `all` for all."""
    return case.once(_unnamed).get(lot_of(case, event.lot), frozenset())


def opened_to_nobody_named(case: Case, event: Event) -> Event | None:
    """Return a record of access, for the lot of an event, to what no record names, which does not plainly say who had it."""
    return case.once(_unsaid).get(lot_of(case, event.lot))


def _unsaid(case: Case) -> dict[str | None, Event]:
    found: dict[str | None, Event] = {}
    for one in case.events:
        if one.kind == "access" and one.document is None and names_nobody(one) and not is_published(one):
            found.setdefault(lot_of(case, one.lot), one)
    return found


def _unnamed(case: Case) -> dict[str | None, frozenset[str]]:
    found: dict[str | None, set[str]] = {}
    for one in case.events:
        if one.kind == "access" and one.document is None:
            keys = {EVERYBODY} if is_published(one) else told(case, one).keys
            found.setdefault(lot_of(case, one.lot), set()).update(keys)
    return {lot: frozenset(keys) for lot, keys in found.items()}


def rooms_for_all(case: Case, of_a_room: tuple[str, ...]) -> tuple[ForAll, ...]:
    """Return the records of a room that is there for all, among the documents and the events; worked out once.

    That there is none, that it is closed, or was to be opened, is no record of one; one that names a day is there from then.
    """
    known = case.once(_known)
    if of_a_room not in known:
        found = [
            ForAll(one.available_at, one.node, None)
            for one in case.tender.documents or ()
            if (one.recipients is None or EVERYBODY in told_of(case, one.recipients).keys)
            and _holds_any(one.title or one.id or "", of_a_room)
        ]
        for event in case.events:
            if (reaches(case, event, None) or is_published(event)) and _is_there(event, of_a_room):
                found.append(ForAll(_from(event), event.node, lot_of(case, event.lot)))
        known[of_a_room] = tuple(found)
    return known[of_a_room]


def room_for_all(case: Case, of_a_room: tuple[str, ...]) -> bool:
    """Whether a room is recorded as there for all, from whatever day."""
    return bool(rooms_for_all(case, of_a_room))


def _known(_: Case) -> dict[tuple[str, ...], tuple[ForAll, ...]]:
    return {}


def _holds_any(text: str, phrases: tuple[str, ...]) -> bool:
    said = words(text)
    return any(holds(said, words(one)) for one in phrases)


def _is_there(event: Event, of_a_room: tuple[str, ...]) -> bool:
    """Whether a clause speaks of a room and takes nothing back; a topic alone is taken back by the text below it."""
    parts = [one for text in (event.text, event.reason) for one in clauses(text or "")]
    if any(_holds_any(one, of_a_room) and not says_not(one) for one in parts):
        return True
    named = any(_holds_any(one or "", of_a_room) and not says_not(one or "") for one in (event.topic, event.document))
    return named and not any(map(says_not, parts))


def _from(event: Event) -> When | None:
    """Return from when a room is there by an event: a later day that its words begin with, else when it was told."""
    if event.date is None:
        return None
    spans = days_said(f"{event.topic or ''}; {event.text or ''}", event.date.date)
    first = min((one for one, _ in spans if one), default=None)
    openly = any(one is None or one <= event.date.date for one, _ in spans)
    return event.date if first is None or openly or first <= event.date.date else When(first)
