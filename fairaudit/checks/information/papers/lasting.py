"""How long each bidder had what has an end: a talk, a visit, access to documents, a time to answer about its bid."""

from __future__ import annotations

from datetime import timedelta

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.ledger import DOCUMENTS, MENDING, TALKS, VISITS
from fairaudit.procurement.received.receipts import Entry, Received

_BY_DAYS = frozenset({DOCUMENTS, MENDING})
"""What may begin and end on days without an hour; the last of them counts."""
_LASTING = _BY_DAYS | {TALKS, VISITS}


def lasted(case: Case, thing: Received) -> dict[str, timedelta]:
    """Return how long those had a thing who had it for a time, all their records together; what two share counts once.

    Who has a record without an end had it for longer than anybody can tell.
    """
    kind = thing.item.kind
    if kind not in _LASTING or all(one.until is None for one in thing.item.entries):
        return {}
    had: dict[str, list[tuple[When, When] | None]] = {}
    for entry in thing.item.entries:
        if kind in _BY_DAYS or isinstance(entry.at.value, Event):
            stretch = _stretch(entry, by_days=kind in _BY_DAYS)
            for who in thing.had if EVERYBODY in entry.told.keys else entry.told.keys & thing.had.keys():
                # Of visits those on another day are a thing of their own.
                if kind != VISITS or _on_one_day(entry, thing.had[who].entry):
                    had.setdefault(who, []).append(stretch)
    spans: dict[tuple[int, ...], timedelta | None] = {}
    for own in had.values():
        # Those who were at the same have the same stretches.
        if (key := tuple(map(id, own))) not in spans:
            spans[key] = _together(case, own)
    return {who: span for who, own in had.items() if (span := spans[tuple(map(id, own))]) is not None}


def _stretch(entry: Entry, *, by_days: bool) -> tuple[When, When] | None:
    """Return from when until when something was."""
    if not entry.when or not entry.until or not (by_days or (entry.when.time and entry.until.time)):
        return None
    return entry.when, entry.until


def _on_one_day(first: Entry, second: Entry) -> bool:
    return first is second or bool(first.when and second.when and first.when.date == second.when.date)


def _together(case: Case, own: list[tuple[When, When] | None]) -> timedelta | None:
    """Return how long stretches are together, where each has a length that can be told."""
    known = [one for one in own if one is not None]
    spans = [case.clock.gap(*one, end_second=True) for one in known]
    if len(known) < len(own) or any(one is None or one <= timedelta(0) for one in spans):
        return None
    return case.clock.covered(known)
