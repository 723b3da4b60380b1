"""Working days, and how laws count days.

A law says from which day a period is counted, in which days, and what happens where it would end on a day off. That is
data (`Counting`); counting itself is the same for all. Holidays that no government has announced yet are projections, and
whoever counts over one is told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from fairaudit.frozen import Frozen

DAY = timedelta(days=1)
_LONGEST = 400


@dataclass(frozen=True, eq=False, slots=True)
class Calendar:
    """The days off of one or more places, by day with its name; `official_until` is the last year that was announced.

    `of_year` brings the holidays of a year that is asked for; what it says is kept.
    """

    name: str
    of_year: Callable[[int], Mapping[date, str]]
    official_until: int
    weekend: tuple[int, ...] = (5, 6)
    known: dict[int, Mapping[date, str]] = field(default_factory=dict)

    def holiday(self, day: date) -> str | None:
        """Return the name of the holiday on a day, or `None`; a weekend is none."""
        if day.year not in self.known:
            self.known[day.year] = self.of_year(day.year)
        return self.known[day.year].get(day)

    def is_working(self, day: date) -> bool:
        """Whether a day is neither of the weekend nor a holiday."""
        return day.weekday() not in self.weekend and self.holiday(day) is None


class Counting(Frozen):
    """How one provision counts.

    `first` is how many days after the event the first counted day comes: 0 where the day of the event counts, 1 where
    counting begins the day after. `unit` is `days`, `working-days`, `months` or `years`. `roll` moves an end on a day off
    to the next working day. `working_at_least` is how many working days a period must hold (Regulation 1182/71 art 3(5)).
    """

    length: int
    unit: str = "days"
    first: int = 1
    roll: bool = False
    working_at_least: int = 0


class Moved(Frozen):
    """Why a period of calendar days ends later than on its last day `due`: the days off that moved it, each with its name.

    `least` is how many working days the period had to hold where that moved it; a weekend has no name. `what` is what moved:
    the `end` of a period, or the `day` from which one that is counted back leaves enough time.
    """

    due: date
    off: tuple[tuple[date, str], ...]
    least: int = 0
    what: str = "end"


class Counted(Frozen):
    """A period: its first and last counted day, and whether its end leans on holidays that are a projection.

    `skipped` are the holidays that a count of working days passes over. In calendar days every day counts, and a day off
    can only move the end (`moved`). The period ends at midnight at the end of `last`, by the buyer's clock. `by` says whose
    holidays were counted, where there are several readings. `days` are the working days that were counted, one by one.
    """

    first: date
    last: date
    skipped: tuple[tuple[date, str], ...] = ()
    projected: bool = False
    moved: Moved | None = None
    by: str = ""
    days: tuple[date, ...] = ()


MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS_SAID, WEEK_SAID = tuple(map(str.casefold, MONTHS)), tuple(map(str.casefold, WEEK))
"""The same as words of a text, which are compared in small letters."""
MONTHS_SHORT = tuple(one[:3] for one in MONTHS)


def day_in_words(day: date) -> str:
    """Return a day as people write it, whatever the locale: `24 February 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of_week_in_words(day: date) -> str:
    """Return a day as people read it in a diary: `Friday 26 June 2026`."""
    return f"{WEEK[day.weekday()]} {day_in_words(day)}"


def days_in_words(days: Sequence[date]) -> str:
    """Return days one by one, each month and year named once: `Thu 26, Fri 27, Mon 30 November, Tue 1 December 2026`."""
    shown = []
    for number, day in enumerate(days):
        after = days[number + 1] if number + 1 < len(days) else None
        month = "" if after and (after.year, after.month) == (day.year, day.month) else f" {MONTHS[day.month - 1]}"
        year = "" if after and after.year == day.year else f" {day.year}"
        shown.append(f"{WEEK[day.weekday()][:3]} {day.day}{month}{year}")
    return ", ".join(shown)


def moved_in_words(moved: Moved) -> str:
    """Return why the end of a period moved, without a capital and a full stop."""
    days = [f"{day_of_week_in_words(day)}{f' ({name})' if name else ''}" for day, name in moved.off]
    if moved.least:
        none = "are none" if len(days) > 1 else "is not one"
        because = f"the period must hold {moved.least} working days and {_joined(days)} {none}"
        return f"the {moved.what} moved from {day_of_week_in_words(moved.due)}, because {because}"
    if len(days) == 1:
        return f"the {moved.what} moved from {days[0]}, because that is no working day"
    return f"the {moved.what} moved from {days[0]}, because {_joined(['that day', *days[1:]])} are no working days"


def _joined(words: list[str]) -> str:
    return " and ".join(one for one in (", ".join(words[:-1]), words[-1]) if one)


def count_from(event: date, rule: Counting, calendar: Calendar) -> Counted:
    """Return the period that a provision counts from an event; raises `ValueError` where a calendar has no end of days off."""
    first = event + rule.first * DAY
    if rule.unit == "working-days":
        last = nth_working(first, rule.length, calendar)
        off, leans = _holidays(first, last, calendar), last.year > calendar.official_until
        return Counted(first, last, off, leans, days=working_days(first, last, calendar))
    due = _end(event, first, rule)
    last = next_working(due, calendar) if rule.roll else due
    rolled = last
    while rule.working_at_least and len(working_days(first, last, calendar)) < rule.working_at_least:
        last = next_working(last + DAY, calendar)
    leans = rule.roll or rule.working_at_least > 0
    moved = _moved(first, due, rolled, last, rule, calendar)
    return Counted(first, last, (), leans and last.year > calendar.official_until, moved)


def _moved(first: date, due: date, rolled: date, last: date, rule: Counting, calendar: Calendar) -> Moved | None:
    """Return why a period of calendar days ends later than it would; `rolled` is its end before working days are asked for."""
    if last == due:
        return None
    if last > rolled:
        return Moved(due, _days_off(first, last, calendar), rule.working_at_least)
    return Moved(due, _days_off(due, last - DAY, calendar))


def _days_off(first: date, last: date, calendar: Calendar) -> tuple[tuple[date, str], ...]:
    """Return the days off from one day to another with the names of holidays, both included."""
    days = (first + number * DAY for number in range((last - first).days + 1))
    return tuple((day, calendar.holiday(day) or "") for day in days if not calendar.is_working(day))


def _holidays(first: date, last: date, calendar: Calendar) -> tuple[tuple[date, str], ...]:
    """Return the holidays from one day to another that are no weekend, both included."""
    return tuple(one for one in _days_off(first, last, calendar) if one[0].weekday() not in calendar.weekend)


def count_back(event: date, rule: Counting, calendar: Calendar) -> Counted:
    """Return the period before an event; its `first` is the last day on which something can be done, its `last` the event.

    Looking back is never rolled to a later day (Regulation 1182/71 art 3(4), second paragraph), but the days between must
    still hold the working days that the provision asks for.
    """
    if rule.unit == "working-days":
        day, left = event, rule.length
        while left:
            day -= DAY
            left -= calendar.is_working(day)
        off, leans = _holidays(day, event, calendar), event.year > calendar.official_until
        return Counted(day, event, off, leans, days=working_days(day, event - DAY, calendar))
    day = due = event - rule.length * DAY if rule.unit == "days" else months_after(event, -_months(rule))
    while rule.working_at_least and len(working_days(day + DAY, event, calendar)) < rule.working_at_least:
        day -= DAY
    off = _days_off(day + DAY, event, calendar) if day < due else ()
    moved = Moved(due, off, rule.working_at_least, "day") if off else None
    return Counted(day, event, (), rule.working_at_least > 0 and event.year > calendar.official_until, moved)


def _end(event: date, first: date, rule: Counting) -> date:
    if rule.unit == "days":
        return first + (rule.length - 1) * DAY
    # A period of months ends on the day with the number of the event's day; where the event's day counts, the day before.
    return months_after(event, _months(rule)) - (DAY if rule.first == 0 else timedelta(0))


def _months(rule: Counting) -> int:
    return rule.length * (12 if rule.unit == "years" else 1)


def months_after(day: date, months: int) -> date:
    """Return the day with the same number some months later, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - DAY).day


def next_working(day: date, calendar: Calendar) -> date:
    """Return the day itself where it is a working day, else the next one; raises `ValueError` where there is none."""
    return nth_working(day, 1, calendar)


def nth_working(first: date, number: int, calendar: Calendar) -> date:
    """Return the working day with a number, counted from `first` on; raises `ValueError` where days off never end."""
    day, left, off = first, number, 0
    while True:
        if calendar.is_working(day):
            left, off = left - 1, 0
            if left <= 0:
                return day
        elif (off := off + 1) > _LONGEST:
            raise ValueError(f"the calendar {calendar.name} has no working day after {first.isoformat()}")
        day += DAY


def working_days(first: date, last: date, calendar: Calendar) -> tuple[date, ...]:
    """Return the working days from one day to another, both included."""
    weekend, day, found = calendar.weekend, first, list[date]()
    while day <= last:
        if day.weekday() not in weekend and calendar.holiday(day) is None:
            found.append(day)
        day += DAY
    return tuple(found)


def union(name: str, parts: tuple[Calendar, ...]) -> Calendar:
    """Return the calendar of the days off in any of some places."""

    def of_year(year: int) -> Mapping[date, str]:
        found: dict[date, str] = {}
        for part in parts:
            if year not in part.known:
                part.known[year] = part.of_year(year)
            for day, called in part.known[year].items():
                found.setdefault(day, called)
        return found

    return Calendar(name, of_year, min(one.official_until for one in parts), parts[0].weekend)


def common(name: str, parts: tuple[Calendar, ...]) -> Calendar:
    """Return the calendar of the days off that all of some places have."""

    def of_year(year: int) -> Mapping[date, str]:
        rest = [part.of_year(year) for part in parts[1:]]
        return {day: called for day, called in parts[0].of_year(year).items() if all(day in one for one in rest)}

    return Calendar(name, of_year, min(one.official_until for one in parts), parts[0].weekend)


@lru_cache(maxsize=64)
def calendar_of(country: str, subdivision: str | None = None) -> Calendar:
    """Return the public holidays of a country, or of one part of it; raises `LookupError` where they are not known.

    A country whose parts have holidays of their own needs the part: without it days off would be silently missing. What
    the library says of years to come is a projection; nothing here is announced.
    """
    import holidays

    if country not in holidays.list_supported_countries(include_aliases=False):
        raise LookupError(f"no holidays are known for the country {country}")
    parts = holidays.list_supported_countries(include_aliases=False)[country]
    if subdivision is not None and subdivision not in parts:
        raise LookupError(f"{country} has no part {subdivision} with holidays of its own; it has {', '.join(parts)}")
    if subdivision is None and parts and _differ(country, tuple(parts)):
        raise LookupError(f"holidays differ between the parts of {country}; name one of {', '.join(parts)}")
    return _projected(country, subdivision)


@lru_cache(maxsize=512)
def _projected(country: str, subdivision: str | None) -> Calendar:
    """Return what the library says of a country or a part: its weekend too, which is Friday and Saturday in some countries."""
    import holidays

    def of_year(year: int) -> Mapping[date, str]:
        return {
            day: str(name) for day, name in holidays.country_holidays(country, subdiv=subdivision, years=year).items()
        }

    weekend = tuple(sorted(holidays.country_holidays(country, subdiv=subdivision).weekend))
    return Calendar(f"{country}-{subdivision}" if subdivision else country, of_year, 0, weekend)


@lru_cache(maxsize=64)
def national_calendar(country: str) -> Calendar:
    """Return the holidays of a country without those of its parts; raises `LookupError` where they are not known."""
    import holidays

    if country not in holidays.list_supported_countries(include_aliases=False):
        raise LookupError(f"no holidays are known for the country {country}")
    return _projected(country, None)


@lru_cache(maxsize=64)
def anywhere_in(country: str) -> tuple[Calendar, Calendar]:
    """Return the holidays of any part of a country and those of every part; those of a part that is not known lie between.

    Raises `LookupError` where they are not known.
    """
    import holidays

    whole = national_calendar(country)
    names = holidays.list_supported_countries(include_aliases=False)[country]
    parts = (whole, *(_projected(country, one) for one in names))
    return union(f"any part of {country}", parts), common(f"every part of {country}", parts)


@lru_cache(maxsize=64)
def _differ(country: str, parts: tuple[str, ...]) -> bool:
    """Whether a part of a country has a day off that the country as a whole has not."""
    import holidays

    whole = set(holidays.country_holidays(country, years=2026))
    return any(set(holidays.country_holidays(country, subdiv=one, years=2026)) != whole for one in parts)
