"""Documents that were opened to one bidder later than to the others."""

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.copies import is_later
from fairaudit.checks.information.rooms import opened_to_some
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import apart
from fairaudit.frozen import Frozen
from fairaudit.procurement.beginnings import documents_from, earliest
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.deadlines import Limit, Unclear
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import reaches, told, told_of
from fairaudit.procurement.records import Event
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import DocumentVersion
from fairaudit.procurement.things import versions_called
from fairaudit.sources.document import Path

Thing = tuple[str | None, str | None]
"""A document, `None` for all of them, and a lot."""


class OpenedLater(Frozen):
    """To whom documents were opened later, when at last, since when others had them, and how much later it was for each."""

    bidders: tuple[str, ...]
    date: When
    first: When
    difference: str


class _Opened(Frozen):
    """The first record of access to a thing for each party, and the record of it at which all is told."""

    firsts: dict[str, Event]
    told_at: Path


@check
def access_after_others(
    node: Node[Event],
    case: Case,
    *,
    at_most_hours: int,
    opened_by_the_buyer: tuple[str, ...],
    of_a_room: tuple[str, ...] = (),
    alone: tuple[str, ...] = (),
    of_lateness: tuple[str, ...] = (),
) -> Found[OpenedLater]:
    """Flag that the first access of some bidders to a document is more than `at_most_hours` later than that of others.

    What is there for all may be read whenever somebody likes: then only events count whose words say that the buyer opened it
    (`opened_by_the_buyer`). A room (`of_a_room`), or what was opened to some `alone`, is more than what all may read: those who
    had it were favoured, unless words `of_lateness` say otherwise. Told once for each document. What is recorded may be when
    somebody looked, or from when they could.
    """
    event = node.value
    everyone = reaches(case, event, None)
    if everyone is None or event.date is None:
        yield lacking(event.field("recipients" if everyone is None else "date"))
        return
    opened = case.once(_openings).get((event.document, event.lot))
    if everyone or opened is None or opened.told_at != event.path:
        return
    first = _first(case, event, opened)
    if isinstance(first, Unclear):
        yield unsure(node, first)
        return
    firsts, later = opened.firsts, dict[str, Event]()
    if _is_public(case, event.document):
        firsts = _behind(opened, _favoured(opened, of_a_room, alone, of_lateness), opened_by_the_buyer)
    for key, one in firsts.items():
        late = is_later(case, first.when, one.date, at_most_hours)
        if isinstance(late, Unclear):
            yield unsure(node, late)
        elif late:
            later[key] = one
    if later:
        yield from _told_once(case, event, first, later)


def _behind(opened: _Opened, favoured: frozenset[str], phrases: tuple[str, ...]) -> dict[str, Event]:
    """Return the first access of those, not favoured, to whom the buyer opened what all may read, by the words of it."""
    return {
        key: one
        for key, one in opened.firsts.items()
        if key not in favoured and not {*words(one.text or ""), *words(one.reason or "")}.isdisjoint(phrases)
    }


def _favoured(
    opened: _Opened, of_a_room: tuple[str, ...], alone: tuple[str, ...], of_lateness: tuple[str, ...]
) -> frozenset[str]:
    """Return who had a room of no name before anybody else: what all may read is something else."""
    first = next(iter(opened.firsts.values()))
    return frozenset(
        key
        for key, one in opened.firsts.items()
        if one.document is None
        and (one is first or one.date == first.date)
        and opened_to_some(one, of_a_room, alone, of_lateness)
    )


def _told_once(case: Case, event: Event, first: Limit, later: dict[str, Event]) -> Found[OpenedLater]:
    """Tell of all who had access later at the record of the last of them."""
    last = later[next(reversed(later))]
    if last.date is None:
        return
    names = tuple(sorted(case.party_name(one) for one in later))
    related = ((first.at, "when others had them"), *((one.node, "later") for one in later.values() if one is not last))
    waits = [apart(case, first.when, Limit(one.date, one.field("date"))) for one in later.values() if one.date]
    # Each had it on a day of their own: what is said of the last is not true of the others.
    difference = waits[-1] if waits[0] == waits[-1] else f"{waits[0]} to {waits[-1]}"
    yield Hit(last.node, OpenedLater(names, last.date, first.when, difference), related, key=event.document or "")


def _is_public(case: Case, document: str | None) -> bool:
    """Whether a document, or where none is named the documents, are recorded as there for all."""
    if document is None:
        return bool(case.tender.documents_available or case.tender.published)
    return bool(_public_versions(case, document))


def _public_versions(case: Case, document: str) -> list[DocumentVersion]:
    """Return the versions of a document, by its id or its title, that are recorded as there for all."""
    versions = versions_called(case, document)
    return [one for one in versions if one.recipients is None or EVERYBODY in told_of(case, one.recipients).keys]


def _first(case: Case, event: Event, opened: _Opened) -> Limit | Unclear:
    """Return when anybody could first read what an event is about; a notice opens no data room."""
    found = [Limit(one.date, one.field("date")) for one in opened.firsts.values() if one.date]
    if not _is_public(case, event.document):
        return earliest(case.clock, found)
    versions = _public_versions(case, event.document) if event.document else []
    found += [Limit(one.available_at, one.field("available_at")) for one in versions if one.available_at]
    public = documents_from(case, None, event.document)
    return earliest(case.clock, found if isinstance(public, Unclear) or versions else [*found, public])


def _openings(case: Case) -> dict[Thing, _Opened]:
    found: dict[Thing, dict[str, Event]] = {}
    for event in case.events:
        if event.kind in ("access", "document") and event.date:
            keys = told(case, event).keys
            for key in keys if EVERYBODY not in keys else ():
                firsts = found.setdefault((event.document, event.lot), {})
                known = firsts.get(key, event)
                firsts[key] = event if case.clock.rank(event.date) < case.clock.rank(known.date) else known
    ordered = {
        thing: dict(sorted(firsts.items(), key=lambda one: case.clock.rank(one[1].date)))
        for thing, firsts in found.items()
    }
    accesses = {(one.document, one.lot): one.path for one in reversed(case.events) if one.kind == "access" and one.date}
    return {thing: _Opened(firsts, accesses[thing]) for thing, firsts in ordered.items() if thing in accesses}
