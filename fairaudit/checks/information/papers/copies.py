"""Who had one document, version by version, and when: looked up by name and time, since a case may hold thousands."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from fairaudit.analysis.names import words
from fairaudit.checks.information.answers.owed import holds_nothing
from fairaudit.checks.information.leaving import Sent
from fairaudit.checks.reasons import ZONE
from fairaudit.checks.timing.in_words import in_days, in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, deadline_for
from fairaudit.procurement.kinds import means_everybody
from fairaudit.procurement.ledger import received_at
from fairaudit.procurement.node import Node
from fairaudit.procurement.published import taken_back_in
from fairaudit.procurement.receipts import Entry, Received, joined, told_by_name
from fairaudit.procurement.recipients import meant
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import lot_of
from fairaudit.procurement.scalars import When
from fairaudit.procurement.spans import days_from
from fairaudit.procurement.tender import DocumentVersion
from fairaudit.sources.document import Path

_DAY = timedelta(days=1)
_SHARE = 12
"""Which part of the time that was left a lag must be to be late near the deadline; a heuristic."""
NEVER = "not at all, as far as is recorded"
"""How much later those had something who had it not."""
OR_NOT = "later or not at all"
"""How much later they had it where that stands in no order."""
ONCE_MORE = "not once more, as far as is recorded"
"""How much later those had a visit who were there as often as others but for one."""


class Copies(Frozen):
    """The entries of one version of a document under one name: who had it when, a recipient's earliest time alone."""

    at: dict[When | None, set[str]]
    """Who had it at each moment that is given."""
    first: dict[str, timedelta] | None
    """When each recipient had it, from `start`; `None` where the moments stand in no order beyond doubt."""
    start: When | None
    earliest: When | None
    """The first moment that is given; of moments that stand in no order beyond doubt, the first as they are written."""

    def in_time(self, case: Case, since: When | None, hours: int) -> set[str] | Unclear:
        """Return who had it no more than some hours after a moment; unclear where that hangs on a time zone."""
        ordered, start = self.first, self.start
        # Bare days are compared with bare days, times with times.
        if (
            ordered is not None
            and since is not None
            and start is not None
            and (since.time is None) == (start.time is None)
        ):
            gap = _gap(case, start, since)
            if gap is not None:
                last = gap + timedelta(hours=hours)
                return {who for who, when in ordered.items() if when <= last} | self._on_joining(case, hours)
        found = self._on_joining(case, hours)
        for when, who in self.at.items():
            later = is_later(case, since, when, hours)
            if isinstance(later, Unclear):
                return later
            found |= set() if later else who
        return found

    def _on_joining(self, case: Case, hours: int) -> set[str]:
        """Return who had it without a date, or no more than some hours after they registered."""
        found, since = set(self.at.get(None, ())), joined(case)
        for when, who in self.at.items() if since else ():
            found |= {one for one in who if one in since and is_later(case, since[one], when, hours) is False}
        return found


_BESIDE = frozenset({"publication", "message", "contact"})
"""Kinds of events that may bring a document or an answer, and of which no rule is told what they brought."""


class Spread(Frozen):
    """A thing that went to bidders, when each had it, and which records of each list are the earliest that tell of it."""

    received: Received
    copies: Copies
    leads: frozenset[Path]
    listed: bool
    """Whether a list of the tender or an enquiry, and not events alone, says whom it was for."""
    silent: bool
    """Whether a record of a list does not say whom the thing was for."""
    unsaid: tuple[Entry, ...]
    """The events that do not say whom the thing went to: they may have told whoever was left out."""


def _in_list(entry: Entry) -> bool:
    return entry.at.path[0] != "events"


def _recipients(entry: Entry) -> object:
    return getattr(entry.at.value, "recipients", None)


def spread_at(case: Case, path: Path) -> Spread | None:
    """Return how the thing that a record is about went to bidders; worked out once for all its records."""
    found, known = received_at(case, path), case.once(_spreads)
    if found is None:
        return None
    item = found.item.entries[0].at.path
    if item not in known:
        known[item] = _spread(case, found)
    return known[item]


def _spreads(_: Case) -> dict[Path, Spread]:
    return {}


def _spread(case: Case, received: Received) -> Spread:
    at: dict[When | None, set[str]] = {}
    leads: dict[Path, Path] = {}
    named = told_by_name(received.item)
    # The earliest leads, in whatever order the records stand: portals list the newest first.
    for one in _in_order(case, received.item.entries):
        if isinstance(one.at.value, Event) and holds_nothing(case, one.at.value):
            continue
        if one.told.keys or _in_list(one):
            # Whom a record leaves out who asked had it when another says so.
            asked = one.by_asking & named if _recipients(one) is not None else frozenset()
            at.setdefault(one.when, set()).update(one.told.keys - asked)
        if getattr(one.at.value, "kind", None) not in _BESIDE:
            leads.setdefault(one.at.path[:-1], one.at.path)
    said = {_recipients(one) is not None for one in received.item.entries if _in_list(one)}
    unsaid = tuple(one for one in received.item.entries if not _in_list(one) and not one.told.keys)
    return Spread(received, _ordered(case, at), frozenset(leads.values()), True in said, False in said, unsaid)


def _in_order(case: Case, entries: list[Entry]) -> list[Entry]:
    """Return entries in the order of time; most things have one."""
    if len(entries) < 2:
        return entries
    return sorted(entries, key=lambda entry: _in_time_and_words(case, entry.when, entry.at.value))


def _in_time_and_words(case: Case, when: When | None, record: object) -> tuple[object, ...]:
    """Return what puts records of a thing in the order of time, those without a date last, and at one moment by their words."""
    said = (record.kind, record.document, record.topic, record.text) if isinstance(record, Event) else ()
    spelled = _spelled(when, when is not None and when.to_the_second)
    return when is None, case.clock.rank(when), spelled, tuple(one or "" for one in said)


def asking_for(thing: Spread) -> frozenset[str]:
    """Return whoever asked and is not named by the record of that."""
    return frozenset(key for one in thing.received.item.entries for key in one.by_asking)


def only_asked(thing: Spread) -> frozenset[str]:
    """Return whoever asked, where no record says that they had the answer."""
    said = frozenset(key for one in thing.received.item.entries for key in one.told.keys - one.by_asking)
    return asking_for(thing) - said


def first_sent(thing: Spread) -> Sent:
    """Return when a thing first went to anybody, by the record that says so, else by its first."""
    entries = thing.received.item.entries
    return next(
        (Sent(one.when, one.at) for one in entries if one.when == thing.copies.earliest), Sent(None, entries[0].at)
    )


def undated_event(thing: Spread) -> Node[object] | None:
    """Return an event without a date by which a thing went, whose other records are dated: it may have come late."""
    if thing.copies.earliest is None:
        return None
    entries = thing.received.item.entries
    return next((one.at for one in entries if one.when is None and not _in_list(one) and one.told.keys), None)


def dated_alone(thing: Spread) -> Copies:
    """Return the entries of a thing without its events that have no date."""
    at: dict[When | None, set[str]] = {when: who for when, who in thing.copies.at.items() if when is not None}
    listed = [one.told.keys for one in thing.received.item.entries if one.when is None and _in_list(one)]
    if listed:
        at[None] = set().union(*listed)
    return Copies(at, thing.copies.first, thing.copies.start, thing.copies.earliest)


def unsaid_in_time(case: Case, thing: Spread, hours: int) -> Node[object] | None:
    """Return a record that does not say whom a thing went to, no more than some hours after the first had it."""
    since = thing.copies.earliest
    found = (one.at for one in thing.unsaid if is_later(case, since, one.when, hours) is not True)
    return next(found, None)


def unsaid_later(case: Case, thing: Spread) -> str | None:
    """Return how much later than the first had it a record came that does not say whom a thing went to; of several the first."""
    dates = sorted((one.when for one in thing.unsaid if one.when), key=case.clock.rank)
    return waited_in_words(case, thing.copies.earliest, dates[0]) if dates else None


def waited_in_words(case: Case, since: When | None, when: When | None) -> str | None:
    """Return how much later one moment is than another, where it is later."""
    span = _gap(case, since, when) if since and when else None
    if span is None or since is None or when is None or span <= timedelta(0):
        return None
    if None in (since.time, when.time):
        days = (when.date - since.date).days
        return in_days(days) if days else None
    return in_hours(span)


class Back(Frozen):
    """A field that says that something published was taken back, and who had the thing without what it takes back."""

    at: Node[object]
    kept: set[str]


def taken_back(case: Case, thing: Spread) -> Back | None:
    """Return the first record of a thing that says that it was taken back, as a log may be that was removed again."""
    entries = thing.received.item.entries
    back = next((one for one in entries if isinstance(one.at.value, Event) and taken_back_in(one.at.value)), None)
    if back is None or not isinstance(back.at.value, Event):
        return None
    kept: set[str] = set()
    for one in entries:
        gone = one is back or (
            isinstance(one.at.value, Event)
            and one.at.value.kind in ("document", "publication", "answer")
            and (back.when is None or one.when is None or case.clock.before(back.when, one.when) is not True)
        )
        kept |= set() if gone else one.told.keys
    return Back(back.at.value.field(taken_back_in(back.at.value) or "text"), kept)


def behind(case: Case, copies: Copies, since: When | None, others: tuple[str, ...]) -> str:
    """Return in words how much later than a moment some bidders had something, if they had it at all.

    Who registered after that moment waited from then on.
    """
    if copies.start is None:
        # Whoever had it without a date counts as having had it.
        return NEVER
    begun = _gap(case, copies.start, since) if since and copies.first is not None else None
    if begun is None or copies.first is None:
        return OR_NOT
    came = [one for one in others if one in joined(case)] if joined(case) else []
    there = {one: from_ for one in came if (from_ := _joined_after(case, copies.start, begun, one)) is not None}
    lags: dict[str, timedelta] = {}
    for text, when in copies.first.items():
        for key in others if means_everybody(text) else (meant(case, text),):
            lag = max(when - there.get(key, begun), timedelta(0))
            lags[key] = min(lag, lags.get(key, lag))
    late = [lags[one] for one in others if one in lags]
    if not late:
        return NEVER
    bare = since is not None and since.time is None
    span = in_days(max(late).days) if bare else in_hours(max(late))
    longest = f"{span} after registering" if len(there) == len(others) else f"{span} later"
    if len(late) < len(others):
        return f"up to {longest} or {NEVER}"
    return longest if len(set(late)) == 1 else f"up to {longest}"


def _joined_after(case: Case, start: When, begun: timedelta, bidder: str) -> timedelta | None:
    """Return how long after the start of some copies a bidder registered, where that was after a later moment."""
    when = joined(case).get(bidder)
    if when is None:
        return None
    span = _gap(case, start, When(when.date) if start.time is None else when)
    return span if span is not None and span > begun else None


def hours_near_the_end(case: Case, copies: Copies, hours: int) -> int:
    """Return how many hours later is late: of what came near the deadline, a twelfth of the time that was left, at least one.

    That makes two hours on the last day and four on the last two days; a heuristic.
    """
    first, deadline = copies.earliest, deadline_for(case)
    if first is None or first.time is None or not isinstance(deadline, Limit) or deadline.when.time is None:
        return hours
    left = case.clock.gap(first, deadline.when)
    return hours if left is None or left <= timedelta(0) else max(1, min(hours, left // timedelta(hours=_SHARE)))


def sent_like(case: Case, event: Event) -> Copies:
    """Return when and to whom the same thing went as by one event: by events of its lot, and among the documents."""
    return case.once(_sendings)[_sending(case, event, lot_of(case, event.lot))]


def sent_first(case: Case, event: Event) -> bool:
    """Whether an event is the earliest of those by which the same thing went."""
    return case.once(_first_sendings)[_sending(case, event, lot_of(case, event.lot))] == event.path


def _first_sendings(case: Case) -> dict[_Sending, Path]:
    ordered = sorted(case.events, key=lambda one: _in_time_and_words(case, one.date, one))
    found: dict[_Sending, Path] = {}
    for one in ordered:
        found.setdefault(_sending(case, one, lot_of(case, one.lot)), one.path)
    return found


_Sending = tuple[str | None, str | None, str | None, str | None]
"""A kind of event, a document, a topic or what is said, and a lot, `None` for all lots."""


def _sending(case: Case, event: Event, lot: str | None) -> _Sending:
    unnamed = event.kind == "answer" and not event.document and not event.topic
    # Answers without a name are one only where they say the same.
    return event.kind, event.document, (" ".join(words(event.text or "")) or None) if unnamed else event.topic, lot


def _sendings(case: Case) -> dict[_Sending, Copies]:
    together: dict[_Sending, dict[When | None, set[str]]] = {}
    lots: dict[_Sending, set[str | None]] = {}
    for one in case.events:
        lots.setdefault(_sending(case, one, None), set()).add(lot_of(case, one.lot))
    for one in case.events:
        who = {name for name in (one.bidder, *(one.recipients or ())) if name}
        own = lot_of(case, one.lot)
        # What is for no lot in particular is for each.
        for lot in {own, None} if own else {*lots[_sending(case, one, None)], None}:
            together.setdefault(_sending(case, one, lot), {}).setdefault(one.date, set()).update(who)
    there: dict[str | None, list[DocumentVersion]] = {}
    for version in case.tender.documents or ():
        there.setdefault(version.id, []).append(version)
    for (_, document, _, _), at in together.items():
        for version in there.get(document, ()) if document is not None else ():
            at.setdefault(version.available_at, set()).update(version.recipients or ())
    return {key: _ordered(case, at) for key, at in together.items()}


def _ordered(case: Case, at: dict[When | None, set[str]]) -> Copies:
    """Return entries with each recipient's earliest moment, where all moments can be counted from the first of them."""
    given = [when for when in at if when is not None]
    given = sorted(given, key=lambda one: _as_written(case, one)) if len(given) > 1 else given
    start = given[0] if given else None
    first: dict[str, timedelta] = {}
    for when, who in at.items():
        if when is None or start is None:
            continue
        gap = _gap(case, start, when) if (when.time is None) == (start.time is None) else None
        if gap is None:
            return Copies(at, None, start, _earliest(case, given))
        for one in who:
            first[one] = min(gap, first.get(one, gap))
    return Copies(at, first, start, _earliest(case, given))


def _earliest(case: Case, given: list[When]) -> When | None:
    """Return the first of some moments that stand as they are written; of those in no order beyond doubt the first of these."""
    first = given[0] if given else None
    for one in given[1:]:
        if first is not None and case.clock.before(one, first):
            first = one
    return first


def _as_written(case: Case, when: When) -> tuple[datetime, str]:
    return case.clock.rank(when), _spelled(when, when.to_the_second)


@lru_cache(maxsize=4096)
def _spelled(when: When | None, _to_the_second: bool) -> str:
    """Return what tells moments apart that are one; seconds that are none are no other moment and another spelling."""
    return str(when)


def _gap(case: Case, first: When, second: When) -> timedelta | None:
    """Return the time between two moments, between bare days in whole days."""
    if first.time is None and second.time is None:
        return (second.date - first.date) // _DAY * _DAY
    return case.clock.gap(first, second)


def is_later(case: Case, first: When | None, second: When | None, hours: int) -> bool | Unclear:
    """Whether one moment is more than some hours later than another; bare days are compared as days."""
    if first is None or second is None:
        return False
    if first.time is None or second.time is None:
        days = days_from(case.clock, first, second)
        return days if isinstance(days, Unclear) else days * 24 > hours
    delay = case.clock.gap(first, second)
    return ZONE if delay is None else delay > timedelta(hours=hours)


def are_apart(case: Case, first: When | None, second: When | None, hours: int) -> bool:
    """Whether two moments surely are more than some hours apart, whichever came first; bare days are compared as days."""
    if first is None or second is None:
        return False
    if first.time is None or second.time is None:
        days = days_from(case.clock, first, second)
        return not isinstance(days, Unclear) and abs(days) * 24 > hours
    delay = case.clock.gap(first, second)
    return delay is not None and abs(delay) > timedelta(hours=hours)
