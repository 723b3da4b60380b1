"""Who had one document, version by version, and when: looked up by name and time, since a case may hold thousands."""

from __future__ import annotations

from datetime import timedelta

from fairaudit.checks.reasons import ZONE
from fairaudit.checks.timing.in_words import in_days, in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Unclear
from fairaudit.procurement.kinds import means_everybody
from fairaudit.procurement.recipients import meant
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import lot_of
from fairaudit.procurement.scalars import When
from fairaudit.procurement.spans import days_from
from fairaudit.procurement.tender import DocumentVersion

_DAY = timedelta(days=1)
NEVER = "not at all, as far as is recorded"
"""How much later those had something who had it not."""


class Copies(Frozen):
    """The entries of one version of a document under one name: who had it when, a recipient's earliest time alone."""

    at: dict[When | None, set[str]]
    """Who had it at each moment that is given."""
    first: dict[str, timedelta] | None
    """When each recipient had it, from `start`; `None` where the moments stand in no order beyond doubt."""
    start: When | None

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
                return {who for who, when in ordered.items() if when <= last} | self.at.get(None, set())
        found: set[str] = set()
        for when, who in self.at.items():
            later = is_later(case, since, when, hours)
            if isinstance(later, Unclear):
                return later
            found |= set() if later else who
        return found


def versions_like(case: Case, own: DocumentVersion) -> list[Copies]:
    """Return the entries that are the same version of the same document as one of them, by its id and by its title."""
    known = case.once(_copies)
    return [known[key] for key in _keys(own)]


def _keys(one: DocumentVersion) -> list[tuple[str | None, str, str]]:
    named = (("id", one.id), ("title", one.title))
    return [(one.version, kind, name) for kind, name in named if name is not None]


def _copies(case: Case) -> dict[tuple[str | None, str, str], Copies]:
    together: dict[tuple[str | None, str, str], dict[When | None, set[str]]] = {}
    for one in case.tender.documents or ():
        for key in _keys(one):
            together.setdefault(key, {}).setdefault(one.available_at, set()).update(one.recipients or ())
    return {key: _ordered(case, at) for key, at in together.items()}


def behind(case: Case, copies: list[Copies], since: When | None, others: tuple[str, ...]) -> str:
    """Return in words how much later than a moment some bidders had something, if they had it at all."""
    lags: dict[str, timedelta] = {}
    for one in copies:
        if one.start is None:
            # Whoever had it without a date counts as having had it.
            continue
        begun = _gap(case, one.start, since) if since and one.first is not None else None
        if begun is None or one.first is None:
            return "later or not at all"
        for text, when in one.first.items():
            for key in others if means_everybody(text) else (meant(case, text),):
                lags[key] = min(when - begun, lags.get(key, when - begun))
    late = [lags[one] for one in others if one in lags]
    if not late:
        return NEVER
    bare = since is not None and since.time is None
    longest = in_days(max(late).days) if bare else in_hours(max(late))
    same = len(set(late)) == 1
    return (
        f"{longest} later"
        if same and len(late) == len(others)
        else (f"up to {longest} later" if len(late) == len(others) else f"up to {longest} later or {NEVER}")
    )


def sent_like(case: Case, event: Event) -> Copies:
    """Return when and to whom the same thing went as by one event: by events of its lot, and among the documents."""
    return case.once(_sendings)[_sending(case, event, lot_of(case, event.lot))]


_Sending = tuple[str | None, str | None, str | None, str | None]
"""A kind of event, a document, a topic and a lot, `None` for all lots."""


def _sending(case: Case, event: Event, lot: str | None) -> _Sending:
    return event.kind, event.document, event.topic, lot


def _sendings(case: Case) -> dict[_Sending, Copies]:
    together: dict[_Sending, dict[When | None, set[str]]] = {}
    for one in case.events:
        who = {name for name in (one.bidder, *(one.recipients or ())) if name}
        for lot in {lot_of(case, one.lot), None}:
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
    start = next((when for when in at if when is not None), None)
    first: dict[str, timedelta] = {}
    for when, who in at.items():
        if when is None or start is None:
            continue
        gap = _gap(case, start, when) if (when.time is None) == (start.time is None) else None
        if gap is None:
            return Copies(at, None, start)
        for one in who:
            first[one] = min(gap, first.get(one, gap))
    return Copies(at, first, start)


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
