"""Who received what, and when: documents, changes, answers, data, visits, talks, extensions, clarifications and cures.

Built from the documents, amendments, disclosures and visits of the tender, its talks with the market, the enquiries and the
events; every entry keeps its place. What no entry says is not known: that a bidder did not have something is only said where
every entry of it names whom it was for, or where `complete` says that these records are all there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from fairaudit.analysis.unhelpful import tells_nothing
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.recipients import Told, maybe, meant, told, told_of
from fairaudit.procurement.records import Enquiry, Event
from fairaudit.procurement.rivals import bidders_known, lot_of
from fairaudit.procurement.scalars import When

DOCUMENTS, CHANGES, ANSWERS, VISITS, TALKS, TIME, MENDING = KINDS = (
    "documents", "changes", "answers", "visits", "talks", "more time", "clarifications",
)  # fmt: skip
"""What can be received, in the order in which it is shown."""
ALIKE = frozenset({DOCUMENTS, CHANGES, ANSWERS})
"""What everybody is to have at the same time; visits and talks have a day for each, and a clarification is about one bid."""
FOR_ALL = ALIKE | {VISITS, TIME}
"""What everybody is to have at all."""
_EVENTS = {
    "document": DOCUMENTS, "access": DOCUMENTS, "answer": ANSWERS, "site-visit": VISITS, "contact": TALKS, "meeting": TALKS,
    "dialogue": TALKS, "negotiation": TALKS, "presentation": TALKS, "extension": TIME, "clarification": MENDING,
    "cure": MENDING,
}  # fmt: skip


class Entry(Frozen):
    """One record of something that went to bidders: whom it was for, from when until when, whether it names everybody."""

    told: Told
    when: When | None
    until: When | None
    at: Node[object]
    whole: bool
    """Whether whoever it does not name did not have it by this record."""


class Item(Frozen):
    """One thing that went to bidders, by whatever records: its kind, what it is called, and for which lots."""

    kind: str
    name: str
    lots: tuple[str, ...]
    entries: list[Entry]


class Receipt(Frozen):
    """When a bidder first had a thing, and by which entry; `moment` is `None` where no time is given, or no zone.

    `moment` is on the buyer's wall clock, `instant` on one that never changes.
    """

    entry: Entry
    moment: datetime | None
    instant: datetime | None


class Received(Frozen):
    """A thing and its bidders: who had it when, who had it not by what is recorded, and of whom that is not known.

    `behind` is how long after the first those had it who had it later; of days without an hour only whole days count, since
    what was sent on one day may have gone out by one message.
    """

    item: Item
    had: dict[str, Receipt]
    behind: dict[str, timedelta]
    without: tuple[str, ...]
    unknown: tuple[str, ...]


def ledger_of(case: Case) -> tuple[Received, ...]:
    """Return everything that went to bidders, in the order in which it is recorded; worked out once."""
    return case.once(_ledger)


def field_of(case: Case, lots: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of the bidders known for some lots (none: for any)."""
    known = case.once(_fields)
    if lots not in known:
        known[lots] = tuple(dict.fromkeys(meant(case, one) for one in bidders_known(case, lots)))
    return known[lots]


def _fields(_: Case) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {}


def _ledger(case: Case) -> tuple[Received, ...]:
    together: dict[tuple[object, ...], Item] = {}
    for key, item in (*_of_tender(case), *_of_enquiries(case), *_of_events(case)):
        kept = together.setdefault(key, item)
        if kept is not item:
            kept.entries.extend(item.entries)
    return tuple(_received(case, one) for one in together.values())


def _received(case: Case, item: Item) -> Received:
    """Hold one thing against the bidders for its lots."""
    field = field_of(case, item.lots)
    had: dict[str, Receipt] = {}
    doubtful: set[str] = set()
    for entry in item.entries:
        receipt = Receipt(entry, *_moments(case, entry.when))
        keys, strange = entry.told.keys, entry.told.strangers.numbered or entry.told.strangers.squeezed
        for one in field if EVERYBODY in keys else [one for one in field if one in keys]:
            if one not in had or _sooner(receipt, had[one]):
                had[one] = receipt
        doubtful |= {one for one in field if one not in had and maybe(case, entry.told, one)} if strange else set()
    others = [one for one in field if one not in had]
    sure = all(one.whole for one in item.entries)
    without = tuple(one for one in others if sure and one not in doubtful)
    return Received(item, had, _behind(had), without, tuple(one for one in others if one not in without))


def _sooner(receipt: Receipt, known: Receipt) -> bool:
    return receipt.instant is not None and (known.instant is None or receipt.instant < known.instant)


def _behind(had: dict[str, Receipt]) -> dict[str, timedelta]:
    """Return how long after the first those had a thing who had it later."""
    receipts = {id(one): one for one in had.values()}.values()
    if len(receipts) < 2:
        return {}
    bare = any(one.entry.when and one.entry.when.time is None for one in receipts)
    first = min((at for one in receipts if (at := one.moment if bare else one.instant)), default=None)
    found: dict[str, timedelta] = {}
    for bidder, one in had.items():
        at = one.moment if bare else one.instant
        late = at - first if at and first else timedelta(0)
        if late := timedelta(days=late.days) if bare else late:
            found[bidder] = late
    return found


def _moments(case: Case, when: When | None) -> tuple[datetime | None, datetime | None]:
    """Return a moment on the buyer's wall clock, and as time passes: across a change of the clocks a day has 23 hours or 25."""
    local = case.clock.local(when) if when else None
    instant = case.clock.exact(when) if when and local and case.clock.zone else None
    return local, instant.replace(tzinfo=None) if instant else local


Found = Iterator[tuple[tuple[object, ...], Item]]
"""Things by what makes two records one thing."""


def _of_tender(case: Case) -> Found:
    tender = case.tender
    for version in tender.documents or ():
        key = (DOCUMENTS, version.id or version.title or version.path, version.version)
        name = " ".join(filter(None, (version.title or version.id or text_of(version.path), version.version)))
        yield key, Item(DOCUMENTS, name, (), [_listed(case, version.recipients, version.available_at, version.node)])
    for data in tender.disclosures or ():
        if data.published or data.recipients:
            name = data.document or data.kind or text_of(data.path)
            entry = _listed(case, data.recipients, data.published, data.node)
            yield (DOCUMENTS, "data", data.path), Item(DOCUMENTS, name, (), [entry])
    for change in tender.amendments or ():
        entry = _listed(case, change.recipients, change.date, change.node)
        yield (CHANGES, change.path), Item(CHANGES, change.id or text_of(change.path), (), [entry])
    for visit in tender.site_visits or ():
        yield (VISITS, "site"), Item(VISITS, "the site", (), [_listed(case, visit.bidders, visit.date, visit.node)])
    for talk in tender.market_engagement or ():
        if talk.participants:
            entry = _listed(case, talk.participants, talk.date, talk.node)
            yield (TALKS, talk.path), Item(TALKS, text_of(talk.path), (), [entry])


def _of_enquiries(case: Case) -> Found:
    for one in case.enquiries:
        if (one.answer is None and one.answered is None) or (not one.material and tells_nothing(one.answer)):
            continue
        name = one.id or text_of(one.path)
        yield (ANSWERS, name, None), Item(ANSWERS, name, one.lots or (), [_answer(case, one)])


def _answer(case: Case, one: Enquiry) -> Entry:
    """Return the entry of an answer; what was agreed to be confidential is not kept from anybody who should have it."""
    asked = (one.asked_by,) if one.asked_by else ()
    kept = bool(one.confidential and one.confidential.agreed)
    entry = _listed(case, (*one.recipients, *asked) if one.recipients is not None else None, one.answered, one.node)
    if one.recipients is None and asked:
        return Entry(told_of(case, asked), one.answered, None, one.node, whole=False)
    return Entry(entry.told, entry.when, None, entry.at, entry.whole and not kept)


def _of_events(case: Case) -> Found:
    for event in case.events:
        kind = _EVENTS.get(event.kind or "")
        if kind is None or (event.recipients is None and event.bidder is None):
            continue
        lot = lot_of(case, event.lot)
        yield _same_thing(event, kind, lot), Item(kind, _called(event), (lot,) if lot else (), [_event(case, event)])


def _same_thing(event: Event, kind: str, lot: str | None) -> tuple[object, ...]:
    """Return what makes two events one thing: the document or topic; a visit and the data room need no name."""
    if kind == DOCUMENTS and event.document:
        return (DOCUMENTS, event.document, None)
    if kind == ANSWERS and event.topic:
        return (ANSWERS, event.topic, None)
    if event.kind in ("access", "site-visit"):
        return (kind, "site" if kind == VISITS else "data room", lot, event.topic)
    return (kind, event.path)


def _called(event: Event) -> str:
    if event.kind == "access" and not event.document:
        return event.topic or "access to the documents"
    return event.document or event.topic or text_of(event.path)


def _event(case: Case, event: Event) -> Entry:
    # A list of one is a bidder by another spelling: it says nothing of the others.
    whole = len(event.recipients or ()) > 1 or case.holds_all("events")
    return Entry(told(case, event), event.date, event.until, event.node, whole)


def _listed(case: Case, recipients: tuple[str, ...] | None, when: When | None, at: Node[object]) -> Entry:
    """Return an entry of a record with a list; without one nothing is known of anybody."""
    return Entry(told_of(case, recipients or ()), when, None, at, recipients is not None)
