"""A statutory period counted for one case: by the calendar the provision names, and by each reading where it names none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from fairaudit.analysis.calendars import Calendar, Counted, Counting, count_back, count_from, day_in_words
from fairaudit.law.buyers import country_of
from fairaudit.law.holidays import readings_of
from fairaudit.law.tables import StatutoryPeriod, Table
from fairaudit.procurement.case import Case

# From Maundy Thursday or Christmas Eve the next working day is at most this many days away.
_LONGEST_REST = 5


def calendars_of(case: Case, period: StatutoryPeriod) -> tuple[Calendar, ...] | str:
    """Return the calendars of a period's readings, or why one of them is not known.

    Where holidays differ between the parts of the buyer's country and its part is not known, these are the days off of any
    part and those of every part.
    """
    year, country = case.today.year if case.today else 0, country_of(case)
    try:
        return tuple(one for name in period.calendars for one in readings_of(name, country, year))
    except LookupError as error:
        return str(error.args[0])


def readings(case: Case, period: StatutoryPeriod, event: date) -> tuple[Counted, ...] | str:
    """Return the period counted from a day by every reading, or why it cannot be counted."""
    return _settled(case, period, all_readings(case, period, event))


def readings_back(case: Case, period: StatutoryPeriod, event: date) -> tuple[Counted, ...] | str:
    """Return the period counted back from a day by every reading, or why it cannot be counted."""
    return _settled(case, period, all_readings(case, period, event, count_back))


def all_readings(
    case: Case, period: StatutoryPeriod, event: date, count: Callable[[date, Counting, Calendar], Counted] = count_from
) -> tuple[Counted, ...] | str:
    """Return what `readings` does, by the days off of any part and of every part too where the buyer's part is not known."""
    calendars = calendars_of(case, period)
    if isinstance(calendars, str):
        return calendars
    if len(calendars) == 1:
        return (count(event, period.counting, calendars[0]),)
    return tuple(count(event, period.counting, one)._replace(by=one.name) for one in calendars)


def _settled(case: Case, period: StatutoryPeriod, counted: tuple[Counted, ...] | str) -> tuple[Counted, ...] | str:
    """Return readings of the law; two that only stand for a part nobody named are one where they agree, else nothing."""
    if isinstance(counted, str) or len(counted) <= len(period.calendars):
        return counted
    ends = sorted({(one.first, one.last) for one in counted})
    if len(ends) == 1:
        return counted[-1:]
    state, _, part = (country_of(case) or "").partition("-")
    told = (
        f"the holidays of {part} in {state} are not known" if part else f"holidays differ between the parts of {state}"
    )
    return f"{told}, and here that matters; write the part of {state} in tender.buyer.country"


def limits(case: Case, table: Table, days: int, event: date) -> tuple[Counted, ...] | str:
    """Return a time limit of a table by every reading, or why it cannot be counted; its `last` is the first day it may end on."""
    return _by_table(table, days, event, lambda period: readings(case, period, event))


def all_limits(case: Case, table: Table, days: int, event: date) -> tuple[Counted, ...] | str:
    """Return what `limits` does, as `all_readings` counts it."""
    return _by_table(table, days, event, lambda period: all_readings(case, period, event))


def _by_table(
    table: Table, days: int, event: date, count: Callable[[StatutoryPeriod], tuple[Counted, ...] | str]
) -> tuple[Counted, ...] | str:
    if table.counted is None or not days:
        return (Counted(event, event + timedelta(days=days)),)
    return count(table.counted._replace(counting=table.counted.counting._replace(length=days)))


def differing(counted: tuple[Counted, ...], day: Callable[[Counted], date]) -> str:
    """Return by whose holidays a day is which, `15 June 2026 by those of England and Wales`; nothing where all agree."""
    days = {one.by: day(one) for one in counted}
    if len(set(days.values())) < 2:
        return ""
    return " and ".join(f"{day_in_words(when)} by those of {by}" for by, when in days.items())


def with_readings(ends: Sequence[tuple[str, date]], careful: Callable[[Sequence[date]], date] = max) -> date | str:
    """Return the careful one of the days by several readings, and beside it any other: the law may mean that one.

    Each day comes with whose holidays it was counted by.
    """
    chosen = careful([day for _, day in ends])
    others = [f"{day_in_words(day)} by the holidays of {by} alone" for by, day in ends if day != chosen]
    return f"{day_in_words(chosen)} (or {' or '.join(others)})" if others else chosen


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
