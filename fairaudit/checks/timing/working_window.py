"""Checks of the time to bid in working days of the buyer's calendar, and of holidays that stand in it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.calendars import Calendar
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.reasons import ZONE, first_unclear, reversed_ends, unsure
from fairaudit.checks.timing.windows import without_least_time
from fairaudit.frozen import Frozen
from fairaudit.law.buyers import country_of
from fairaudit.law.holidays import calendar_named
from fairaudit.law.moments import day_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.times.beginnings import window_start
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for

_LONGEST = timedelta(days=1500)


class WorkingWindow(Frozen):
    """The working days after the first day up to the deadline's, and the holidays between them."""

    start: date
    deadline: date
    working_days: int
    holidays: tuple[str, ...]


class Eaten(Frozen):
    """The share of the week days of a window that are holidays, in per cent, and which they are."""

    start: date
    deadline: date
    share: Decimal
    holidays: tuple[str, ...]


class DayOff(Frozen):
    """A deadline on a public holiday."""

    deadline: date
    holiday: str


class _Days(Frozen):
    """The first and last day of a window, and of the days after the first how many are working days, and the holidays.

    The holidays are those that are no days of a weekend, by name.
    """

    first: date
    last: date
    at: Limit
    working: int
    holidays: tuple[str, ...]


def calendar_for(case: Case) -> Calendar | Unclear:
    """Return the calendar of the buyer's country, or why it is not known."""
    try:
        return calendar_named("buyer", country_of(case), case.today.year if case.today else 0)
    except LookupError as error:
        return Unclear(str(error.args[0]), ("tender.buyer.country",))


def _days(case: Case) -> _Days | Unclear | None:
    """Return the days of the window; `None` where they are more than anybody counts one by one."""
    start, deadline = window_start(case), deadline_for(case)
    if isinstance(start, Unclear) or isinstance(deadline, Unclear):
        return first_unclear(start, deadline)
    first, last = day_of(case, start.when), day_of(case, deadline.when)
    if first is None or last is None:
        return ZONE
    calendar = calendar_for(case)
    if last < first:
        return reversed_ends(start.at, deadline.at)
    if isinstance(calendar, Unclear) or last - first > _LONGEST:
        return calendar if isinstance(calendar, Unclear) else None
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    of_the_week = [day for day in days if day.weekday() not in calendar.weekend]
    off = tuple(name for day in of_the_week if (name := calendar.holiday(day)))
    return _Days(first, last, deadline, len(of_the_week) - len(off), off)


@check
def few_working_days(node: Node[Tender], case: Case, *, at_least: int) -> Found[WorkingWindow]:
    """Flag fewer than `at_least` working days after the day on which the time to bid began, the deadline's included."""
    days = case.once(_days)
    if isinstance(days, Unclear):
        yield unsure(node, days)
    elif days and node.value.procurement_method != "direct" and days.working < at_least:
        doubt = "possible" if without_least_time(case) else None
        facts = WorkingWindow(days.first, days.last, days.working, days.holidays or ("no holiday",))
        yield Hit(days.at.at, facts, confidence=doubt)


@check
def window_over_holidays(node: Node[Tender], case: Case, *, at_most: Decimal) -> Found[Eaten]:
    """Flag a time to bid in which more than `at_most` per cent of the week days are public holidays."""
    days = case.once(_days)
    if isinstance(days, Unclear):
        yield unsure(node, days)
    elif days:
        whole = days.working + len(days.holidays)
        if whole and (share := Fraction(len(days.holidays) * 100, whole)) > at_most:
            yield Hit(days.at.at, Eaten(days.first, days.last, apart(share, at_most), days.holidays))


@check
def deadline_on_holiday(node: Node[Tender], case: Case) -> Found[DayOff]:
    """Flag a deadline on a public holiday of the buyer's country that is no day of a weekend."""
    deadline = deadline_for(case)
    day = None if isinstance(deadline, Unclear) else day_of(case, deadline.when)
    calendar = calendar_for(case)
    if isinstance(deadline, Unclear) or day is None:
        yield unsure(node, deadline if isinstance(deadline, Unclear) else ZONE)
    elif isinstance(calendar, Unclear):
        yield unsure(node, calendar)
    elif day.weekday() not in calendar.weekend and (name := calendar.holiday(day)):
        yield Hit(deadline.at, DayOff(day, name))
