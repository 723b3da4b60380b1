"""Checks of how long something lasts, or how soon it follows, against a period that a law sets."""

from datetime import date, timedelta

from fairaudit.analysis.calendars import count_from, day_in_words
from fairaudit.checks.base import Found, Hit, Ref, Slot, Unassessed, check
from fairaudit.checks.generic import unless_complete
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings, with_readings
from fairaudit.law.holidays import calendar_named
from fairaudit.law.moments import begun, day_of
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.common import Period
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When


class Lasting(Frozen):
    """From when to when something runs, and the last day that the law allows."""

    start: date
    end: date
    last: date
    period: str


@check
def outlasts_the_period(
    node: Node[object], case: Case, *, of: tuple[Slot[Period], ...], period: StatutoryPeriod
) -> Found[Lasting]:
    """Flag the first of some periods that is given where it, extended as far as it may be, runs longer than a law allows."""
    given = next((one for one in of if one.value is not None), None)
    if given is None or given.value is None:
        names = tuple(text_of(one.path) for one in of)
        yield Unassessed(node, f"{names[0]} is not given", names)
        return
    first = given.value.start_date
    ends = [one for one in (given.value.end_date, given.value.max_extent_date) if one is not None]
    length = given.value.duration_in_days
    if first is None or not (ends or length):
        lacking = f"{text_of(given.path)}.{'start_date' if first is None else 'end_date'}"
        yield Unassessed(given, f"{lacking} is not given", (lacking,))
        return
    start = day_of(case, first)
    days = [day_of(case, one) for one in ends]
    if start is None or any(one is None for one in days):
        yield Unassessed(given, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        return
    known = [one for one in days if one is not None]
    end = max(known) if known else start + timedelta(days=(length or 1) - 1)
    last = count_from(start, period.counting._replace(first=0), calendar_named("none")).last
    if end > last:
        yield Hit(given, Lasting(start, end, last, period.words))


class Overdue(Frozen):
    """What was due by when, counted from which day, and when it came."""

    event: date
    last: date | str
    came: str
    period: str


@check
def past_the_period(
    node: Node[object], case: Case, *, start: Ref[When], end: Slot[When], period: StatutoryPeriod
) -> Found[Overdue]:
    """Flag a moment after the last day of a period counted from another, or one that had not come by the day of the audit."""
    event = day_of(case, start.value)
    counted = readings(case, period, event) if event is not None else DAY_HANGS_ON_ZONE
    if event is None or isinstance(counted, str):
        yield Unassessed(start, str(counted), ("tender.time_zone" if event is None else "tender.buyer.country",))
        return
    last, first = max(one.last for one in counted), min(one.last for one in counted)
    if end.value is not None:
        came = day_of(case, end.value)
        if came is None:
            yield Unassessed(end, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        elif came > first:
            shown = with_readings([(one.by, one.last) for one in counted])
            facts = Overdue(event, shown, f"on {day_in_words(came)}", period.words)
            yield Hit(end, facts, ((start, "counted from here"),), None if came > last else "possible")
    elif case.today is not None and case.today > last:
        yield unless_complete(case, end) or Hit(start, Overdue(event, last, "not at all", period.words))


class Again(Frozen):
    """When something happened before, and until when it bars what is done now."""

    before: date
    until: date
    day: date
    period: str


@check
def too_soon_after(node: Node[object], case: Case, *, of: Ref[date], period: StatutoryPeriod) -> Found[Again]:
    """Flag a procurement that began within a period after an earlier day."""
    day = begun(case)
    if day is None:
        yield Unassessed(of, "when the procurement began is not given", ("tender.published",))
        return
    until = count_from(of.value, period.counting, calendar_named("none")).last
    if of.value <= day <= until:
        yield Hit(of, Again(of.value, until, day, period.words))
