"""How long it is from one moment to a deadline: in calendar days, and by the clock where both give the hour."""

from __future__ import annotations

from datetime import time, timedelta

from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.deadlines import Limit, Unclear


def days_from(clock: Clock, first: When, second: When) -> int | Unclear:
    """Return the calendar days from one moment to another on the buyer's clock; the first day is not counted."""
    start, stop = clock.local(first), clock.local(second)
    if start is None or stop is None:
        begins, ends = clock.exact(first), clock.exact(second)
        if begins and ends and not (ends - begins) % timedelta(days=1):
            # The same hour on another day is as many days away in every zone.
            return (ends - begins).days
        return Unclear("the days depend on a time zone that is not given", ("tender.time_zone",))
    return (stop.date() - start.date()).days


def days_until(case: Case, first: When, end: Limit) -> int | Unclear:
    """Return the calendar days from a moment to a deadline; the first day is not counted, nor one that has not begun.

    17 March 00:00 is the end of 16 March, unless midnight stands for a day without an hour.
    """
    days = days_from(case.clock, first, end.when)
    if isinstance(days, Unclear) or end.when.time is None or is_day(case, end):
        return days
    local, began = case.clock.local(end.when), case.clock.local(first)
    ends_a_day = local is not None and local.time() == time(0)
    # Where both are midnight, days were written as moments.
    begins_a_day = first.time is not None and began is not None and began.time() == time(0)
    return days - 1 if ends_a_day and not begins_a_day else days


def is_day(case: Case, limit: Limit) -> bool:
    """Whether a moment is a day without an hour; registers that publish days alone write them as midnight."""
    if limit.when.time is None:
        return True
    local = case.clock.local(limit.when)
    return time(0) in (limit.when.time, local and local.time()) and case.foreign(limit.at.path)


def elapsed(case: Case, first: When, end: Limit) -> timedelta | None:
    """Return the time that passes from a moment to a deadline, `None` where one of them gives no hour.

    From noon to noon across a change of the clocks are 23 or 25 hours; midnight at both ends is how days are written as
    moments. Where no zone is known and one hour has an offset and the other none, both are taken to be read off one wall.
    """
    start, stop = case.clock.local(first), case.clock.local(end.when)
    if first.time is None or is_day(case, end) or start is None or stop is None:
        return None
    days = start.time() == stop.time() == time(0)
    passed = None if days else case.clock.gap(first, end.when)
    return stop - start if passed is None else passed
