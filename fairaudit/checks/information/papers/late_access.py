"""Documents that were opened to one bidder later than to the others."""

from datetime import datetime

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.papers.copies import is_later
from fairaudit.checks.information.papers.forall import published_by
from fairaudit.checks.information.papers.rooms import opened_to_some, room_named, rooms_for_all
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import apart
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import DocumentVersion
from fairaudit.procurement.received.receipts import joined
from fairaudit.procurement.received.recipients import reaches, told, told_of
from fairaudit.procurement.received.things import versions_called
from fairaudit.procurement.times.beginnings import documents_from, earliest
from fairaudit.procurement.times.deadlines import Limit, Unclear
from fairaudit.sources.document import Path

Thing = tuple[str | None, str | None]
"""A document, `None` for all of them, and a lot."""


class OpenedLater(Frozen):
    """To whom documents were opened later, when at last, since when others had them, and how much later it was for each."""

    bidders: tuple[str, ...]
    date: When
    first: When
    difference: str


class _Opening(Frozen):
    """When something was opened to somebody, by which record, and the event that says so."""

    when: When
    at: Node[object]
    event: Event | None


class _Opened(Frozen):
    """The first record of access to a thing for each party, and the record of it at which all is told."""

    firsts: dict[str, _Opening]
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
    slots_within_hours: int = 168,
) -> Found[OpenedLater]:
    """Flag that the first access of some bidders to a document is more than `at_most_hours` later than that of others.

    What is there for all may be read whenever somebody likes: then only events count whose words say that the buyer opened it
    (`opened_by_the_buyer`). A room (`of_a_room`) is a thing of its own, by whatever name it has: a notice opens none, whoever
    it is opened to with all has it from then, and times of it that end, `slots_within_hours`, may be one after another. What
    was opened to some `alone` is more than what all may read: those who had it were favoured, unless words `of_lateness` say
    otherwise. Told once for each document. What is recorded may be when somebody looked, or from when they could.
    """
    event = node.value
    everyone = reaches(case, event, None)
    if everyone is None or event.date is None:
        yield lacking(event.field("recipients" if everyone is None else "date"))
        return
    openings = _openings(case, of_a_room)
    if room := openings.rooms.get((_room(event, of_a_room), event.lot)):
        if room.told_at == event.path:
            yield from _after_the_first(case, event, room, at_most_hours, slots_within_hours, opened_by_the_buyer)
        return
    opened = openings.documents.get((event.document, event.lot))
    if everyone or opened is None or opened.told_at != event.path:
        return
    first = _first(case, event, opened)
    if isinstance(first, Unclear):
        yield unsure(node, first)
        return
    firsts = opened.firsts
    if _is_public(case, event.document) or published_by(case, event.document, first.when):
        firsts = _behind(opened, _favoured(opened, of_a_room, alone, of_lateness), opened_by_the_buyer)
    yield from _later(case, event, first, firsts, at_most_hours)


def _after_the_first(
    case: Case, event: Event, room: _Opened, hours: int, slots: int, opened_by_the_buyer: tuple[str, ...]
) -> Found[OpenedLater]:
    """Hold all access to a room against the first of it; to one that was there for all in time, only what the buyer held up."""
    first = earliest(case.clock, [Limit(one.when, one.at) for one in room.firsts.values()])
    if isinstance(first, Unclear):
        yield unsure(event.node, first)
        return
    in_turn = all(one.event is not None and one.event.until for one in room.firsts.values())
    most = max(hours, slots) if in_turn else hours
    firsts = room.firsts
    if EVERYBODY in firsts:
        open_ = is_later(case, first.when, firsts[EVERYBODY].when, hours) is False
        firsts = _behind(room, frozenset(), opened_by_the_buyer) if open_ else _with_all(case, event, firsts)
    yield from _later(case, event, first, firsts, most)


def _with_all(case: Case, event: Event, firsts: dict[str, _Opening]) -> dict[str, _Opening]:
    """Return the first access of every bidder known, where what all had counts for those who had none before."""
    for_all, since = firsts[EVERYBODY], joined(case)
    found: dict[str, _Opening] = {}
    for key in field_of(case, (event.lot,) if event.lot else ()):
        own = firsts.get(key, for_all)
        if key not in since or case.clock.before(since[key], own.when):
            found[key] = for_all if case.clock.before(for_all.when, own.when) else own
    return dict(sorted(found.items(), key=lambda one: case.clock.rank(one[1].when)))


def _later(case: Case, event: Event, first: Limit, firsts: dict[str, _Opening], hours: int) -> Found[OpenedLater]:
    later, since = dict[str, _Opening](), joined(case)
    for key, one in firsts.items():
        late = is_later(case, first.when, one.when, hours) if key != EVERYBODY else False
        if late is True and key in since and is_later(case, since[key], one.when, hours) is False:
            # Whoever registered later had it when they could.
            continue
        if isinstance(late, Unclear):
            yield unsure(event.node, late)
        elif late:
            later[key] = one
    if later:
        yield from _told_once(case, event, first, later)


def _behind(opened: _Opened, favoured: frozenset[str], phrases: tuple[str, ...]) -> dict[str, _Opening]:
    """Return the first access of those, not favoured, to whom the buyer opened what all may read, by the words of it."""
    return {
        key: one
        for key, one in opened.firsts.items()
        if key not in favoured
        and one.event is not None
        and not {*words(one.event.text or ""), *words(one.event.reason or "")}.isdisjoint(phrases)
    }


def _favoured(
    opened: _Opened, of_a_room: tuple[str, ...], alone: tuple[str, ...], of_lateness: tuple[str, ...]
) -> frozenset[str]:
    """Return who had a room of no name before anybody else: what all may read is something else."""
    first = next(iter(opened.firsts.values()))
    return frozenset(
        key
        for key, one in opened.firsts.items()
        if one.event is not None
        and one.event.document is None
        and one.when == first.when
        and opened_to_some(one.event, of_a_room, alone, of_lateness)
    )


def _told_once(case: Case, event: Event, first: Limit, later: dict[str, _Opening]) -> Found[OpenedLater]:
    """Tell of all who had access later at the record of the last of them."""
    last = later[next(reversed(later))]
    names = tuple(sorted(case.party_name(one) for one in later))
    places = {(it := one.event.node if one.event else one.at).path: it for one in later.values() if one is not last}
    related = ((first.at, "when others had them"), *((one, "later") for one in places.values()))
    waits = [apart(case, first.when, Limit(one.when, one.at)) for one in later.values()]
    # Each had it on a day of their own: what is said of the last is not true of the others.
    difference = waits[-1] if waits[0] == waits[-1] else f"{waits[0]} to {waits[-1]}"
    yield Hit(
        last.event.node if last.event else last.at,
        OpenedLater(names, last.when, first.when, difference),
        related,
        key=event.document or "",
    )


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
    found = [Limit(one.when, one.at) for one in opened.firsts.values()]
    if not _is_public(case, event.document):
        return earliest(case.clock, found)
    versions = _public_versions(case, event.document) if event.document else []
    found += [Limit(one.available_at, one.field("available_at")) for one in versions if one.available_at]
    public = documents_from(case, None, event.document)
    return earliest(case.clock, found if isinstance(public, Unclear) or versions else [*found, public])


class _Openings(Frozen):
    """What was opened to bidders: rooms that several had, by their words, and documents, `None` for all of them."""

    rooms: dict[Thing, _Opened]
    documents: dict[Thing, _Opened]


def _openings(case: Case, of_a_room: tuple[str, ...]) -> _Openings:
    """Return what was opened; worked out once. A room that nobody else had is no thing to be behind with."""
    known = case.once(_known)
    if of_a_room not in known:
        rooms = _rooms(case, of_a_room)
        named = {one.path: _room(one, of_a_room) for one in case.events}
        others = [one for one in case.events if (named[one.path], one.lot) not in rooms]
        things = {one.path: (one.document, one.lot) for one in others}
        known[of_a_room] = _Openings(rooms, _opened(case, others, things))
    return known[of_a_room]


def _known(_: Case) -> dict[tuple[str, ...], _Openings]:
    return {}


def _room(event: Event, of_a_room: tuple[str, ...]) -> str | None:
    return room_named(event, of_a_room) if event.kind == "access" and event.document is None else None


def _rooms(case: Case, of_a_room: tuple[str, ...]) -> dict[Thing, _Opened]:
    """Return the rooms that more than one had, or one and all: who had them first, and from when all could."""
    events = [one for one in case.events if _room(one, of_a_room)]
    found = _opened(case, events, {one.path: (_room(one, of_a_room), one.lot) for one in events})
    for (_, lot), room in found.items():
        for one in rooms_for_all(case, of_a_room):
            if one.lot in (None, lot_of(case, lot)):
                # What does not say from when it was there for all may have been there before anybody looked.
                when = one.when or next(iter(room.firsts.values())).when
                _sooner(case, room.firsts, EVERYBODY, _Opening(when, one.at, None))
    return {
        thing: _Opened(_ordered(case, one.firsts), one.told_at) for thing, one in found.items() if len(one.firsts) > 1
    }


def _opened(case: Case, events: list[Event], things: dict[Path, Thing]) -> dict[Thing, _Opened]:
    """Return the first access of each party to each thing, where a record that says when and to whom tells of access."""
    found: dict[Thing, dict[str, _Opening]] = {}
    places: dict[Thing, Path] = {}
    ranks: dict[tuple[Thing, str], datetime] = {}
    for event in events:
        thing, keys = things[event.path], told(case, event).keys
        if event.date is None or event.kind not in ("access", "document"):
            continue
        if event.kind == "access":
            places.setdefault(thing, event.path)
        if not keys or EVERYBODY in keys:
            continue
        rank, firsts = case.clock.rank(event.date), found.setdefault(thing, {})
        opening = _Opening(event.date, event.field("date"), event)
        for key in keys:
            if key not in firsts or rank < ranks[thing, key]:
                firsts[key], ranks[thing, key] = opening, rank
    return {thing: _Opened(_ordered(case, firsts), places[thing]) for thing, firsts in found.items() if thing in places}


def _sooner(case: Case, firsts: dict[str, _Opening], key: str, one: _Opening) -> None:
    if key not in firsts or case.clock.rank(one.when) < case.clock.rank(firsts[key].when):
        firsts[key] = one


def _ordered(case: Case, firsts: dict[str, _Opening]) -> dict[str, _Opening]:
    return dict(sorted(firsts.items(), key=lambda one: case.clock.rank(one[1].when)))
