"""Who received what, and when: documents, changes, answers, data, visits, talks, extensions, clarifications and cures.

Built from the documents, amendments, disclosures and visits of the tender, its talks with the market, the enquiries and the
events; every entry keeps its place. What no entry says is not known: that a bidder did not have something is only said where
every entry of it names whom it was for, or where `complete` says that these records are all there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.messages.put_off import answers, is_blank
from fairaudit.analysis.messages.unhelpful import tells_nothing
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.carried.perhaps import bounced
from fairaudit.procurement.carried.plainly import answers_carried, answers_held, brings_answers_alone, changes_carried
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.kept_back import kept_back, may_be_left_out, only_says_that_it_was_given, pointed_to
from fairaudit.procurement.received.not_brought import perhaps_not_brought
from fairaudit.procurement.received.published import holds_answers, is_for_all, names_nobody
from fairaudit.procurement.received.receipts import Entry, Item, Received, held
from fairaudit.procurement.received.recipients import told, told_of
from fairaudit.procurement.received.sent_alike import sent_otherwise
from fairaudit.procurement.received.things import (
    Key,
    answers_called,
    documents_called,
    enquiries_named,
    known_called,
    thing_of,
)
from fairaudit.sources.document import Path

DOCUMENTS, CHANGES, ANSWERS, VISITS, TALKS, TIME, MENDING = KINDS = (
    "documents", "changes", "answers", "visits", "talks", "more time", "clarifications",
)  # fmt: skip
"""What can be received, in the order in which it is shown."""
ALIKE = frozenset({DOCUMENTS, CHANGES, ANSWERS, TIME})
"""What everybody is to have at the same time; visits and talks have a day for each, and a clarification is about one bid."""
FOR_ALL = ALIKE | {VISITS}
"""What everybody is to have at all."""
_EVENTS = {
    "document": DOCUMENTS, "access": DOCUMENTS, "answer": ANSWERS, "site-visit": VISITS, "contact": TALKS, "meeting": TALKS,
    "dialogue": TALKS, "negotiation": TALKS, "presentation": TALKS, "extension": TIME, "clarification": MENDING,
    "cure": MENDING,
}  # fmt: skip
_EACH = frozenset({VISITS, TALKS, MENDING})
"""What each has for itself: one without a name is called by what it is, and its place tells it from the others."""


def ledger_of(case: Case) -> tuple[Received, ...]:
    """Return everything that went to bidders, in the order in which it is recorded; worked out once."""
    return tuple(case.once(_ledger).values())


def received_as(case: Case, key: Key) -> Received | None:
    """Return how a thing went to bidders that is known by what its records share."""
    return case.once(_ledger).get(key)


def received_at(case: Case, path: Path) -> Received | None:
    """Return the thing that a record is about, by whatever records it went to bidders."""
    return case.once(_by_place).get(path)


def _by_place(case: Case) -> dict[Path, Received]:
    return {entry.at.path: one for one in ledger_of(case) for entry in one.item.entries}


def _ledger(case: Case) -> dict[Key, Received]:
    together: dict[Key, list[Item]] = {}
    for key, item in (*_of_tender(case), *_of_enquiries(case), *_of_events(case)):
        together.setdefault(key, []).append(item)
    _take_back(case, together)
    return {key: _held(case, items[0] if len(items) == 1 else _as_one(items)) for key, items in together.items()}


def _held(case: Case, item: Item) -> Received:
    return held(case, item, field_of(case, item.lots))


def _take_back(case: Case, together: dict[Key, list[Item]]) -> None:
    """Take from what was sent those of whom an event says that it came back: what went to them later may have reached them."""
    for event in case.events:
        for key in bounced(case, event):
            if items := together.get(key):
                gone = told(case, event).keys
                together[key] = [
                    one._replace(entries=[_less(case, one, entry, gone, event.date) for entry in one.entries])
                    for one in items
                ]


def _less(case: Case, item: Item, entry: Entry, gone: frozenset[str], when: When | None) -> Entry:
    """Return an entry without those whom it did not reach, unless it is later than the message that came back."""
    if when is not None and entry.when is not None and case.clock.before(when, entry.when) is True:
        return entry
    keys = frozenset(_ever_in(case, item.lots)) if EVERYBODY in entry.told.keys else entry.told.keys
    if not keys & gone:
        return entry
    return entry._replace(told=entry.told._replace(keys=keys - gone), by_asking=entry.by_asking - gone)


def _ever_in(case: Case, lots: tuple[str, ...]) -> tuple[str, ...]:
    return field_of(case, lots) + withdrawn_from(case, lots)


def _as_one(items: list[Item]) -> Item:
    """Return what several records say of one thing."""
    first = items[0]
    lots = tuple(dict.fromkeys(lot for one in items for lot in one.lots)) if first.lots else ()
    alike = first.kind != VISITS or all(one.name == first.name for one in items)
    return Item(
        first.kind, first.name if alike else "the site", lots, [entry for one in items for entry in one.entries]
    )


Found = Iterator[tuple[Key, Item]]
"""Things by what makes two records one thing."""


def _of_tender(case: Case) -> Found:
    tender = case.tender
    for version in tender.documents or ():
        name = " ".join(filter(None, (version.title or version.id or text_of(version.path), version.version)))
        entry = _listed(case, version.recipients, version.available_at, version.node)
        yield thing_of(case, version), Item(DOCUMENTS, name, (), [entry])
    for data in tender.disclosures or ():
        if data.published or data.recipients:
            name = data.document or data.kind or text_of(data.path)
            entry = _listed(case, data.recipients, data.published, data.node)
            yield thing_of(case, data), Item(DOCUMENTS, name, (), [entry])
    for change in tender.amendments or ():
        entry = _listed(case, change.recipients, change.date, change.node)
        yield thing_of(case, change), Item(CHANGES, change.id or text_of(change.path), (), [entry])
    for visit in tender.site_visits or ():
        yield (
            (VISITS, "site", None, None),
            Item(VISITS, "the site", (), [_listed(case, visit.bidders, visit.date, visit.node)]),
        )
    for talk in tender.market_engagement or ():
        if talk.participants:
            entry = _listed(case, talk.participants, talk.date, talk.node)
            yield (TALKS, talk.path), Item(TALKS, "talk with the market", (), [entry])


def _of_enquiries(case: Case) -> Found:
    for one in case.enquiries:
        if (
            not _is_answered(case, one)
            or pointed_to(case, one) is not None
            or (not one.material and tells_nothing(one.answer))
        ):
            continue
        name = one.id or text_of(one.path)
        yield thing_of(case, one), Item(ANSWERS, name, one.lots or (), [_answer(case, one)])


def _is_answered(case: Case, one: Enquiry) -> bool:
    """Whether an enquiry has an answer, or a day of one whose text is not given; `To be confirmed.` is none that went out."""
    if is_blank(one.answer):
        return one.answered is not None and may_be_left_out(case, one)
    return answers(one.answer, one.question) is True


def _answer(case: Case, one: Enquiry) -> Entry:
    """Return the entry of an answer; who asked is not held to be without it, nor counted as having had it.

    What was agreed to be confidential is not kept from anybody who should have it.
    """
    asked = (one.asked_by,) if one.asked_by else ()
    kept = bool(one.confidential and one.confidential.agreed)
    entry = _listed(case, (*one.recipients, *asked) if one.recipients is not None else None, one.answered, one.node)
    said = told_of(case, one.recipients or ()).keys
    asking = frozenset() if EVERYBODY in said else told_of(case, asked).keys - said
    if one.recipients is None and asked:
        return Entry(told_of(case, asked), one.answered, None, one.node, whole=False, by_asking=asking)
    return Entry(entry.told, entry.when, None, entry.at, entry.whole and not kept, asking)


def _of_events(case: Case) -> Found:
    for event in case.events:
        kind = _EVENTS.get(event.kind or "")
        lot = lot_of(case, event.lot)
        if names_nobody(event):
            yield from _of_nobody(case, event, lot)
            continue
        entry = _event(case, event)
        if event.kind in ("document", "publication") and holds_answers(event):
            for key in _answers_told(case, event, lot):
                yield key, Item(ANSWERS, _called(event), (lot,) if lot else (), [entry])
        for key, name in sent_otherwise(case, event, lot).items():
            yield key, Item(DOCUMENTS, name, (lot,) if lot else (), [entry])
        if event.kind == "publication":
            for key in known_called(case, event):
                yield key, Item(DOCUMENTS, _called(event), (lot,) if lot else (), [entry])
        if kind != ANSWERS:
            yield from _carried(case, event, entry, lot)
        if kind is None or (brings_answers_alone(case, event) and not known_called(case, event)):
            # What holds answers alone is them, and no document that whoever had them otherwise was left without.
            continue
        # One message may hold many answers, or documents.
        for key in _answers_of(case, event, lot) if kind == ANSWERS else _same_things(case, event, kind, lot):
            yield key, Item(kind, _called(event), (lot,) if lot else (), [entry])


def _answers_of(case: Case, event: Event, lot: str | None) -> tuple[Key, ...]:
    """Return which answers an answer is: those its name calls, or where it has none those its words plainly do."""
    plain = () if event.topic or event.document else answers_carried(case, event)
    return _without_those_kept_back(case, event, plain or answers_called(case, event, lot))


def _without_those_kept_back(case: Case, event: Event, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """Leave out what an event says not to bring, and all where its words say no more than that an answer was given."""
    if not keys or only_says_that_it_was_given(event):
        return ()
    back = kept_back(case, event) | perhaps_not_brought(case, event)
    return tuple(one for one in keys if one not in back)


def _carried(case: Case, event: Event, entry: Entry, lot: str | None) -> Found:
    """Yield what a message of any kind plainly brought: answers and changes."""
    lots = (lot,) if lot else ()
    for key in answers_carried(case, event):
        yield key, Item(ANSWERS, _called(event), lots, [entry])
    for key in changes_carried(case, event):
        yield key, Item(CHANGES, _called(event), lots, [entry])


def _of_nobody(case: Case, event: Event, lot: str | None) -> Found:
    """Yield what an event is about that names nobody: it was for all where it was published, else that is not known."""
    public = is_for_all(case, event)
    entry = Entry(told_of(case, (EVERYBODY,) if public else ()), event.date, event.until, event.node, whole=False)
    lots = (lot,) if lot else ()
    for key, name in sent_otherwise(case, event, lot).items():
        yield key, Item(DOCUMENTS, name, lots, [entry])
    if event.kind == "answer" or (event.kind in ("document", "publication") and holds_answers(event)):
        for key in _answers_told(case, event, lot):
            yield key, Item(ANSWERS, _called(event), lots, [entry])
    if event.kind in ("document", "publication"):
        for key in answers_held(case, event):
            yield key, Item(ANSWERS, _called(event), lots, [entry])
        named = known_called(case, event)
        by_name = event.kind == "document" and (public or holds_answers(event))
        for key in named or (documents_called(case, event, lot) if by_name else ()):
            yield key, Item(DOCUMENTS, _called(event), lots, [entry])


def _answers_told(case: Case, event: Event, lot: str | None) -> tuple[Key, ...]:
    """Return the answers that something published holds; where it names none it may hold any, and a document is in its list."""
    keys = enquiries_named(case, event) or (() if event.kind == "document" else answers_called(case, event, lot))
    return _without_those_kept_back(case, event, keys)


def _same_things(case: Case, event: Event, kind: str, lot: str | None) -> tuple[Key, ...]:
    """Return what makes two events one thing: the documents or topic; a data room needs no name, and a visit is one by any."""
    if kind == DOCUMENTS and (event.document or event.kind != "access"):
        return documents_called(case, event, lot)
    if kind == TIME and event.until:
        return ((kind, case.clock.rank(event.until), lot),)
    if kind == VISITS:
        # Two groups of one day, each under a name of its own, have seen the same site.
        return ((kind, "site", lot, None),)
    if event.kind == "access":
        return ((kind, "data room", lot, event.topic),)
    return ((kind, event.path),)


def _called(event: Event) -> str:
    if event.kind == "access" and not event.document:
        return event.topic or "access to the documents"
    own = (event.kind or "").replace("-", " ") if _EVENTS.get(event.kind or "") in _EACH else ""
    return event.document or event.topic or own or _until(event) or text_of(event.path)


def _until(event: Event) -> str:
    """Return to which day an extension gives more time, or of which day it is."""
    day = (event.until or event.date) if event.kind == "extension" else None
    return f"{'to' if event.until else 'of'} {day_in_words(day.date)}" if day else ""


def _event(case: Case, event: Event) -> Entry:
    # A list of one is a bidder by another spelling: it says nothing of the others.
    whole = len(event.recipients or ()) > 1 or case.holds_all("events")
    return Entry(told(case, event), event.date, event.until, event.node, whole)


def _listed(case: Case, recipients: tuple[str, ...] | None, when: When | None, at: Node[object]) -> Entry:
    """Return an entry of a record with a list; without one nothing is known of anybody."""
    return Entry(told_of(case, recipients or ()), when, None, at, recipients is not None)
