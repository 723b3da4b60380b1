"""Days and times of one case on one line: the time zone is the tender's, or its buyer's country's.

A date that begins something is 00:00, a date that ends something is 24:00. Where no zone is known a day is a stretch of
50 hours, and an order is only given when every place on earth agrees on it. A local time that a change of the clocks repeats
or leaves out is either of the two instants that it can mean; two that are written alike are taken as one instant here, not by
what holds a bid against its deadline (`lateness`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.scalars import When

_EARLIEST, _LATEST = timedelta(hours=14), timedelta(hours=-12)

DAY_HANGS_ON_ZONE = "the day depends on a time zone that is not given"
"""Why it is open which day a moment is on."""
# Countries whose whole procurement runs in one zone; the others must say `time_zone`.
ZONES = {
    "GB": "Europe/London", "UK": "Europe/London", "IE": "Europe/Dublin", "FR": "Europe/Paris", "DE": "Europe/Berlin",
    "NL": "Europe/Amsterdam", "BE": "Europe/Brussels", "LU": "Europe/Luxembourg", "AT": "Europe/Vienna",
    "IT": "Europe/Rome", "PL": "Europe/Warsaw", "CZ": "Europe/Prague", "SK": "Europe/Bratislava", "HU": "Europe/Budapest",
    "SI": "Europe/Ljubljana", "HR": "Europe/Zagreb", "RO": "Europe/Bucharest", "BG": "Europe/Sofia", "GR": "Europe/Athens",
    "CY": "Asia/Nicosia", "MT": "Europe/Malta", "SE": "Europe/Stockholm", "FI": "Europe/Helsinki", "DK": "Europe/Copenhagen",
    "NO": "Europe/Oslo", "EE": "Europe/Tallinn", "LV": "Europe/Riga", "LT": "Europe/Vilnius", "CH": "Europe/Zurich",
    "UA": "Europe/Kyiv", "PY": "America/Asuncion", "IN": "Asia/Kolkata", "JP": "Asia/Tokyo", "ZA": "Africa/Johannesburg",
}  # fmt: skip


def zone_named(name: str) -> ZoneInfo | None:
    """Return an IANA time zone, or `None` where there is no such name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of_country(country: str | None) -> ZoneInfo | None:
    """Return the zone of a country code such as `GB` or `GB-ENG`, where the country has one."""
    name = ZONES.get((country or "").upper()[:2])
    return zone_named(name) if name else None


# A tender has few moments, each of which is held against many others.
@lru_cache(maxsize=4096)
def _instants(
    zone: ZoneInfo | None, day: date, hour: time | None, offset: timedelta | None, end: bool
) -> tuple[datetime, datetime]:
    """Return the earliest and latest instant that a day, an hour and an offset can mean."""
    if end and hour is None:
        day += timedelta(days=1)
    if offset is None and zone is not None:
        wall = datetime.combine(day, hour or time(0), zone)
        both = {wall.astimezone(UTC), wall.replace(fold=1 if hour else 0).astimezone(UTC)}
        return min(both), max(both)
    local = datetime.combine(day, hour or time(0))
    if offset is not None:
        instant = (local - offset).replace(tzinfo=UTC)
        return instant, instant
    return (local - _EARLIEST).replace(tzinfo=UTC), (local - _LATEST).replace(tzinfo=UTC)


@lru_cache(maxsize=4096)
def _on_the_wall(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)


class Clock(Frozen):
    """Orders the moments of one case."""

    zone: ZoneInfo | None = None

    def bounds(self, when: When, end: bool = False) -> tuple[datetime, datetime]:
        """Return the earliest and latest instant, in UTC, that a moment can mean; `end` reads a bare date as 24:00."""
        if when.instant is not None:
            return when.instant, when.instant
        return _instants(self.zone, when.date, when.time, when.offset, end)

    def exact(self, when: When, end: bool = False) -> datetime | None:
        """Return the one instant a moment means, or `None` where that hangs on an unknown zone."""
        if when.instant is not None:
            return when.instant
        low, high = self.bounds(when, end)
        return low if low == high else None

    def before(self, first: When, second: When, *, end_first: bool = False, end_second: bool = False) -> bool | None:
        """Whether one moment comes strictly before another; `None` where that hangs on an unknown zone."""
        if first.instant is not None and second.instant is not None:
            return first.instant < second.instant
        if first.offset is None and second.offset is None and self.zone is None:
            # Both are local to the same unknown place, so their clocks can be compared as they stand.
            same = Clock(ZoneInfo("UTC"))
            return same.bounds(first, end_first)[0] < same.bounds(second, end_second)[0]
        low, high = self.bounds(first, end_first)
        other_low, other_high = self.bounds(second, end_second)
        if high < other_low:
            return True
        return False if low >= other_high or (first == second and first.time is not None) else None

    def gap(self, first: When, second: When, *, end_first: bool = False, end_second: bool = False) -> timedelta | None:
        """Return the time from one moment to another, or `None` where that hangs on an unknown zone."""
        if first.instant is not None and second.instant is not None:
            return second.instant - first.instant
        if first.offset is None and second.offset is None and self.zone is None:
            same = Clock(ZoneInfo("UTC"))
            return same.bounds(second, end_second)[0] - same.bounds(first, end_first)[0]
        start, stop = self.exact(first, end_first), self.exact(second, end_second)
        if start and stop:
            return stop - start
        return timedelta(0) if first == second and first.time is not None else None

    def covered(self, stretches: Iterable[tuple[When, When]]) -> timedelta | None:
        """Return the time that stretches cover together, what several of them share once; `None` where no zone tells.

        The last day of a stretch that gives no hour ends at 24:00. An hour that a change of the clocks repeats counts twice.
        """
        known = tuple(stretches)
        bare = self.zone is None and all(when.offset is None for one in known for when in one)
        clock = Clock(ZoneInfo("UTC")) if bare else self
        ends = [(clock.exact(first), clock.exact(last, end=True)) for first, last in known]
        spans = sorted((start, stop) for start, stop in ends if start and stop)
        if len(spans) < len(ends):
            return None
        total, reached = timedelta(0), datetime.min.replace(tzinfo=UTC)
        for start, stop in spans:
            total += max(stop - max(start, reached), timedelta(0))
            reached = max(reached, stop)
        return total

    def reversed(self, start: When | None, end: When | None) -> bool | None:
        """Whether what ends at one moment begins after it; an end without an hour goes to the end of its day."""
        if start is None or end is None:
            return False
        if start.time is None and end.time is None:
            return end.date < start.date
        return self.before(end, start, end_first=True)

    def rank(self, when: When | None) -> datetime:
        """Return what puts moments in the order of time, however they are written; what has no moment comes first."""
        return (when.instant or self.bounds(when)[0]) if when else datetime.min.replace(tzinfo=UTC)

    def local(self, when: When) -> datetime | None:
        """Return a moment on the buyer's wall clock, or `None` where the zone is unknown and the moment is written in UTC.

        Who writes another offset reads it off a wall clock; UTC is also what machines write anywhere.
        """
        if when.offset is None or (self.zone is None and when.offset):
            return datetime.combine(when.date, when.time or time(0))
        instant = self.exact(when)
        return _on_the_wall(instant, self.zone) if instant and self.zone else None

    def trouble(self, when: When) -> str | None:
        """Return what is wrong with a local time that a clock change repeats or leaves out."""
        if self.zone is None or when.time is None or when.offset is not None:
            return None
        local = datetime.combine(when.date, when.time, self.zone)
        if local.utcoffset() == local.replace(fold=1).utcoffset():
            return None
        exists = local.astimezone(UTC).astimezone(self.zone).replace(tzinfo=None) == local.replace(tzinfo=None)
        what = "happens twice" if exists else "does not exist"
        shown = when.isoformat()
        return f"{shown} {what} in {self.zone.key}, where the clocks change; write its offset, such as {shown}{_offset(local)}"


def _offset(local: datetime) -> str:
    """Return the offset of a zone at a local time where clocks change, that of summer, in hours and minutes: `+01:00`."""
    both = [one.utcoffset() or timedelta(0) for one in (local, local.replace(fold=1))]
    minutes = int(max(both) / timedelta(minutes=1))
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
