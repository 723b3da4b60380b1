"""The dates a law sets as a calendar file (RFC 5545), one event a date, each on its whole day."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from fairaudit.engine.contract.laws import LegalDate
from fairaudit.engine.contract.report import CaseReport, Report
from fairaudit.reports.datelist import dates_for, explained

if TYPE_CHECKING:
    from icalendar.cal import Component


def pieces(report: Report) -> Iterator[str]:
    """Yield the calendar; it is small, so in one piece."""
    yield render(report)


def render(report: Report) -> str:
    """Return every date of a report as one calendar, with the line ends the format asks for.

    Events are stamped with the day of the audit, so that the same input gives the same bytes, and keep their identity when
    a day moves, also past another of its kind, so that a calendar that has them already is brought up to date. Of several
    that name neither a lot nor a bidder the order of their days tells which is which.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//fairaudit//{report.fairaudit}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for case in report.cases:
        seen: Counter[tuple[str, ...]] = Counter()
        for one in dates_for(case, report.audience):
            kind = _kind(one)
            calendar.add_component(_event(report, case, one, seen[kind]))
            seen[kind] += 1
    text: str = calendar.to_ical(sorted=False).decode("utf-8")
    return text


def _kind(one: LegalDate) -> tuple[str, ...]:
    """Return what tells a date from others: a contract for each lot, what each bidder was told of its own bid."""
    return (one.pack, one.what, one.who, one.subject or "")


def _event(report: Report, case: CaseReport, one: LegalDate, number: int) -> Component:
    from icalendar import Event

    day = date.fromisoformat(one.day)
    event = Event()
    mark = hashlib.sha256("\x1f".join((case.id, *_kind(one), str(number))).encode()).hexdigest()
    event.add("uid", f"{mark[:24]}@fairaudit.invalid")
    event.add("dtstamp", datetime.combine(date.fromisoformat(report.today), time(0), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"{case.id}: {one.named}")
    event.add("description", explained(one))
    event.add("categories", [one.who])
    return event
