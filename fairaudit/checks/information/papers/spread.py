"""To whom one document or answer went, record by record, and what of that is not said."""

from __future__ import annotations

from fairaudit.checks.information.answers.owed import holds_nothing, may_hold_nothing
from fairaudit.checks.information.leaving import Sent
from fairaudit.checks.information.papers.copies import Copies, in_time_and_words, is_later, ordered, waited_in_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.ledger import received_at
from fairaudit.procurement.received.published import taken_back_in
from fairaudit.procurement.received.receipts import Entry, Received, told_by_name
from fairaudit.sources.document import Path

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
    telling: Copies | None = None
    """Who had it when without the events that may have told nobody anything; `None` where there are none of these."""


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
    telling: dict[When | None, set[str]] = {}
    doubted = _may_hold_nothing(received.item.entries)
    leads: dict[Path, Path] = {}
    named = told_by_name(received.item)
    # The earliest leads, in whatever order the records stand: portals list the newest first.
    for one in _in_order(case, received.item.entries):
        if isinstance(one.at.value, Event) and holds_nothing(case, one.at.value):
            continue
        if one.told.keys or _in_list(one):
            # Whom a record leaves out who asked had it when another says so.
            asked = one.by_asking & named if _recipients(one) is not None else frozenset()
            for each in (at,) if one.at.path in doubted else (at, telling):
                each.setdefault(one.when, set()).update(one.told.keys - asked)
        if getattr(one.at.value, "kind", None) not in _BESIDE:
            leads.setdefault(one.at.path[:-1], one.at.path)
    said = {_recipients(one) is not None for one in received.item.entries if _in_list(one)}
    unsaid = tuple(one for one in received.item.entries if not _in_list(one) and not one.told.keys)
    sure = ordered(case, telling) if doubted else None
    return Spread(received, ordered(case, at), frozenset(leads.values()), True in said, False in said, unsaid, sure)


def _may_hold_nothing(entries: list[Entry]) -> frozenset[Path]:
    """Return which events may have told nobody anything of what was asked."""
    asked = next((one.at.value.question for one in entries if isinstance(one.at.value, Enquiry)), None) or ""
    return frozenset(
        one.at.path for one in entries if isinstance(one.at.value, Event) and may_hold_nothing(one.at.value, asked)
    )


def _in_order(case: Case, entries: list[Entry]) -> list[Entry]:
    """Return entries in the order of time; most things have one."""
    if len(entries) < 2:
        return entries
    return sorted(entries, key=lambda entry: in_time_and_words(case, entry.when, entry.at.value))


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
