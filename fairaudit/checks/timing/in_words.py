"""How long something was, in the words of the checks about time: by the clock where both ends give the hour, else in days."""

from datetime import timedelta

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.deadlines import Limit
from fairaudit.procurement.times.spans import days_from, elapsed


def in_days(days: int) -> str:
    """Return a number of calendar days in words."""
    return "less than a day" if days == 0 else counted(days, "day")


def time_left(case: Case, first: When, end: Limit, days: int) -> str:
    """Return in words how long it is from a moment to a deadline, which is so many calendar days later."""
    span = elapsed(case, first, end)
    if days < 0 or (span is not None and span <= timedelta(0)):
        return "no time"
    return in_days(days) if span is None else in_hours(span)


def apart(case: Case, first: When, second: Limit) -> str:
    """Return in words how long it is from one moment to a later one: by the clock where both give the hour, else in days."""
    span = elapsed(case, first, second)
    if span is not None:
        return in_hours(span)
    days = days_from(case.clock, first, second.when)
    return in_days(days) if isinstance(days, int) else "some time"


def in_hours(span: timedelta) -> str:
    """Return a span of time in words, as far as it matters: days and hours, or hours and minutes."""
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    days, hours = divmod(hours, 24)
    parts = [(days, "day"), (hours, "hour")] if days else [(hours, "hour"), (minutes, "minute")]
    return " ".join(counted(count, unit) for count, unit in parts if count) or "less than a minute"


def counted(count: int, unit: str, units: str | None = None) -> str:
    """Return a number with what it counts, in the plural unless it is one."""
    return f"{count} {unit if count == 1 else units or f'{unit}s'}"
