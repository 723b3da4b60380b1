"""A statutory period counted for one case: by the calendar the provision names, and by each reading where it names none."""

from __future__ import annotations

from datetime import date, timedelta

from fairaudit.analysis.calendars import Calendar, Counted, count_back, count_from
from fairaudit.law.buyers import country_of
from fairaudit.law.holidays import calendar_named
from fairaudit.law.tables import StatutoryPeriod, Table
from fairaudit.procurement.case import Case

# From Maundy Thursday or Christmas Eve the next working day is at most this many days away.
_LONGEST_REST = 5


def calendars_of(case: Case, period: StatutoryPeriod) -> tuple[Calendar, ...] | str:
    """Return the calendars of a period's readings, or why one of them is not known."""
    year = case.today.year if case.today else 0
    try:
        return tuple(calendar_named(name, country_of(case), year) for name in period.calendars)
    except LookupError as error:
        return str(error.args[0])


def readings(case: Case, period: StatutoryPeriod, event: date) -> tuple[Counted, ...] | str:
    """Return the period counted from a day by every reading, or why it cannot be counted."""
    calendars = calendars_of(case, period)
    if isinstance(calendars, str):
        return calendars
    return tuple(count_from(event, period.counting, one) for one in calendars)


def readings_back(case: Case, period: StatutoryPeriod, event: date) -> tuple[Counted, ...] | str:
    """Return the period counted back from a day by every reading, or why it cannot be counted."""
    calendars = calendars_of(case, period)
    if isinstance(calendars, str):
        return calendars
    return tuple(count_back(event, period.counting, one) for one in calendars)


def limits(case: Case, table: Table, days: int, event: date) -> tuple[Counted, ...] | str:
    """Return a time limit of a table by every reading, or why it cannot be counted; its `last` is the first day it may end on."""
    if table.counted is None or not days:
        return (Counted(event, event + timedelta(days=days)),)
    return readings(case, table.counted._replace(counting=table.counted.counting._replace(length=days)), event)


def reaches(case: Case, table: Table, least: int, days: tuple[date, date]) -> str:
    """Return whether a time limit from one day to another is as long as a row of a table asks for.

    `yes` and `no` are by every reading of the calendar, `maybe` by some of them, `unclear` where a day off may matter and the
    holidays are not known.
    """
    first, last = days
    if (last - first).days < least:
        return "no"
    ends = limits(case, table, least, first)
    if isinstance(ends, str):
        return "unclear" if (last - first).days - least < _LONGEST_REST else "yes"
    kept = [last >= one.last for one in ends]
    return "yes" if all(kept) else "maybe" if any(kept) else "no"
