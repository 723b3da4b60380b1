"""Access to what no record names: a data room that the buyer opened is more than a look at the documents that all may read."""

from fairaudit.analysis.names import words
from fairaudit.checks.information.contacts import holds
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.published import is_published
from fairaudit.procurement.recipients import reaches, told, told_of
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import lot_of


def says(event: Event, phrases: tuple[str, ...]) -> bool:
    """Whether what is told of an event holds one of some phrases."""
    said = [words(one or "") for one in (event.topic, event.text, event.reason)]
    return any(holds(one, words(phrase)) for one in said for phrase in phrases)


def opened_to_some(
    event: Event, of_a_room: tuple[str, ...], alone: tuple[str, ...], of_lateness: tuple[str, ...]
) -> bool:
    """Whether an event is of a room that was opened, or of access for some alone, and of no access that came late."""
    return (says(event, of_a_room) or says(event, alone)) and not says(event, of_lateness)


def others_looked(case: Case, event: Event) -> frozenset[str]:
    """Return who had access to what no record names, for the lot of an event, under whatever topic; `all` for all."""
    return case.once(_unnamed).get(lot_of(case, event.lot), frozenset())


def _unnamed(case: Case) -> dict[str | None, frozenset[str]]:
    found: dict[str | None, set[str]] = {}
    for one in case.events:
        if one.kind == "access" and one.document is None:
            keys = {EVERYBODY} if is_published(one) else told(case, one).keys
            found.setdefault(lot_of(case, one.lot), set()).update(keys)
    return {lot: frozenset(keys) for lot, keys in found.items()}


def room_for_all(case: Case, of_a_room: tuple[str, ...]) -> bool:
    """Whether a room is recorded as there for all, by an event or among the documents; worked out once."""
    known = case.once(_known)
    if of_a_room not in known:
        titles = [
            one.title or one.id or ""
            for one in case.tender.documents or ()
            if one.recipients is None or EVERYBODY in told_of(case, one.recipients).keys
        ]
        known[of_a_room] = any(holds(words(one), words(room)) for one in titles for room in of_a_room) or any(
            says(one, of_a_room) and bool(reaches(case, one, None) or is_published(one)) for one in case.events
        )
    return known[of_a_room]


def _known(_: Case) -> dict[tuple[str, ...], bool]:
    return {}
