"""Who had one document, version by version, and when; who had it later than others, and by how much."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache

from fairaudit.checks.reasons import ZONE
from fairaudit.checks.timing.in_words import in_days, in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.receipts import joined
from fairaudit.procurement.received.recipients import meant
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for
from fairaudit.procurement.times.spans import days_from

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


def in_time_and_words(case: Case, when: When | None, record: object) -> tuple[object, ...]:
    """Return what puts records of a thing in the order of time, those without a date last, and at one moment by their words."""
    said = (record.kind, record.document, record.topic, record.text) if isinstance(record, Event) else ()
    spelled = _spelled(when, when is not None and when.to_the_second)
    return when is None, case.clock.rank(when), spelled, tuple(one or "" for one in said)


def waited_in_words(case: Case, since: When | None, when: When | None) -> str | None:
    """Return how much later one moment is than another, where it is later."""
    span = _gap(case, since, when) if since and when else None
    if span is None or since is None or when is None or span <= timedelta(0):
        return None
    if None in (since.time, when.time):
        days = (when.date - since.date).days
        return in_days(days) if days else None
    return in_hours(span)


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


def ordered(case: Case, at: dict[When | None, set[str]]) -> Copies:
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
