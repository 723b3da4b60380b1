"""The scalars of the model, read from text by our own rules: never a library's guess.

Numbers are ASCII decimals without underscore, and with an exponent only as programs write what is far below one (`9.3e-05`);
dates and times are ISO 8601; truth is `true` or `false`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from string import ascii_letters, digits
from typing import Annotated

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen

_MOST_PLACES = 12
"""Points are published to four places at most; as many zeros as a slip of the hand gives would be worked out for ever."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2999
DECIMAL = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?\Z")
_SMALL = late_pattern(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?[eE]-0?[0-9]\Z")
_INTEGER = re.compile(r"-?[0-9]{1,18}\Z")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
DAY_IN_FIGURES = late_pattern(
    r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?:[ T,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?\Z"
)
"""A day of a table, in whichever order, and perhaps its hour."""
_MONTH = late_pattern(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
_MOMENT = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]{1,9})?)?"
    r"\s?(?P<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?\Z"
)


_PLACEHOLDER = re.compile(
    r"\s*(?:\{\{[^{}]*\}\}|<[^<>]+>|\[(?:insert|enter|tbc|tbd)[^\[\]]*\]|tbc|tbd|to be confirmed)\s*\Z", re.IGNORECASE
)


BEGINS_NO_PLACEHOLDER = frozenset(set(ascii_letters + digits) - set("tT"))
"""What most texts begin with, and no gap to be filled."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, a local time, or an instant, exactly as far as it was written."""

    date: date
    time: time | None = None
    offset: timedelta | None = None
    to_the_second: bool = field(default=False, compare=False)
    """Whether seconds are written, be they none."""
    instant: datetime | None = field(init=False, compare=False, repr=False)
    """The one instant in UTC that a time with its offset means wherever it is; asked for too often to be worked out each time."""

    def __post_init__(self) -> None:
        found = None
        if self.time is not None and self.offset is not None:
            found = datetime.combine(self.date, self.time, UTC) - self.offset
        object.__setattr__(self, "instant", found)

    def isoformat(self) -> str:
        """Return ISO 8601, with as much as is known."""
        if self.time is None:
            return self.date.isoformat()
        zone = None if self.offset is None else timezone(self.offset)
        spec = "seconds" if self.time.second else "minutes"
        return datetime.combine(self.date, self.time, zone).isoformat(timespec=spec)

    def in_words(self) -> str:
        """Return the moment as people write it, `14 March 2026 12:00`, with as much as is known."""
        if self.time is None:
            return day_in_words(self.date)
        offset = f" ({self.isoformat()[-6:]})" if self.offset is not None else ""
        return f"{day_in_words(self.date)} {self.time:{'%H:%M:%S' if self.time.second else '%H:%M'}}{offset}"


_NOT_KNOWN = frozenset({
    "unknown", "not known", "not recorded", "not given", "not stated", "not available", "n/a", "n.a.", "na", "n/k", "nk", "none",
    "nil", "null", "tbc", "tbd", "unclear", "unsure", "?", "??", "???", "-", "--", "–", "—",
})  # fmt: skip
"""What people write in a field for a day that they do not know."""


def _found(value: object) -> str:
    if isinstance(value, str):
        return f'found "{value[:60]}"' if value else "found nothing between the quotes"
    return "found a list" if isinstance(value, list) else "found a group of fields"


def _found_for_a_day(value: object) -> str:
    """Return what was found in place of a day; where it says that nobody knows it, what to write instead."""
    said = value.strip().casefold() if isinstance(value, str) else ""
    return f"{_found(value)}; leave it out where it is not known" if said in _NOT_KNOWN else _found(value)


def is_placeholder(text: str) -> bool:
    """Whether a text is nothing but a gap to be filled: `{{name}}`, `<name>`, `[insert …]`, `TBC`."""
    if text[:1] in BEGINS_NO_PLACEHOLDER:
        return False
    return _PLACEHOLDER.match(text) is not None


def read_text(value: object) -> str:
    """Return a text; raises `ValueError` for lists and mappings."""
    if not isinstance(value, str):
        raise ValueError(f"should be a text, {_found(value)}")
    return value


def read_lines(value: object) -> str:
    """Return a text, or several as one with semicolons between; raises `ValueError`."""
    return "; ".join(map(read_text, value)) if isinstance(value, list) else read_text(value)


def read_kind(value: object) -> str:
    """Return a kind in one spelling: `Site visit`, `site_visit` and `site-visit` are the same; raises `ValueError`."""
    return "-".join(read_text(value).lower().replace("_", " ").replace("-", " ").split())


def looks_like_a_number(text: str) -> bool:
    """Whether a text is plainly a number."""
    return DECIMAL.match(text) is not None


def read_number(value: object) -> Decimal:
    """Return an exact decimal; raises `ValueError` for anything that is not plainly one."""
    if isinstance(value, str) and DECIMAL.match(value):
        return Decimal(value)
    if isinstance(value, str) and _SMALL.match(value):
        # As programs write a figure far below one. A power above zero, as sheets write it, may have lost digits.
        return Decimal(format(Decimal(value), "f"))
    raise ValueError(f"should be a number such as 2400000 or 12.5, {_found(value)}")


def read_size(value: object) -> Decimal:
    """Return an exact decimal of a thing that cannot be below zero; raises `ValueError`."""
    number = read_number(value)
    if number < 0:
        raise ValueError(f"should be zero or more, {_found(value)}")
    return number


def read_above_zero(value: object) -> Decimal:
    """Return an exact decimal above zero; raises `ValueError`."""
    number = read_number(value)
    if number <= 0:
        raise ValueError(f"should be more than zero, {_found(value)}")
    return number


def read_share(value: object) -> Decimal:
    """Return a share in per cent; raises `ValueError` for what is no part of a hundred."""
    number = read_number(value)
    if not 0 <= number <= 100:
        raise ValueError(f"should be a share in per cent, from 0 to 100, {_found(value)}")
    return number


def read_count(value: object) -> int:
    """Return a whole number of things, which is never below zero; raises `ValueError`."""
    if not isinstance(value, str) or not _INTEGER.match(value):
        raise ValueError(f"should be a whole number, {_found(value)}")
    if int(value) < 0:
        raise ValueError(f"should be zero or more, {_found(value)}")
    return int(value)


def read_places(value: object) -> int:
    """Return a number of decimal places; raises `ValueError` for more than figures of points have, which are rounded to them."""
    places = read_count(value)
    if places > _MOST_PLACES:
        raise ValueError(f"should be a number of decimal places from 0 to {_MOST_PLACES}, {_found(value)}")
    return places


def read_flag(value: object) -> bool:
    """Return true or false; raises `ValueError` for `yes`, `1` and the like."""
    if value in ("true", "false"):
        return value == "true"
    raise ValueError(f"should be true or false, {_found(value)}")


def read_day(value: object) -> date:
    """Return a calendar day; raises `ValueError`, also for days that do not exist."""
    if isinstance(value, str) and DATE.match(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise ValueError(f'names a day that does not exist: "{value}"') from None
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            # Time zones and periods are added to days, and the calendar of computers ends with the year 9999.
            raise ValueError(f'names a year before {_FIRST_YEAR} or after {_LAST_YEAR}: "{value}"')
        return day
    raise ValueError(f"should be a date such as 2026-03-30, {_found_for_a_day(value)}")


def read_month(value: object) -> str:
    """Return a birth date as `YYYY-MM` or `YYYY-MM-DD`; raises `ValueError`."""
    if isinstance(value, str) and _MONTH.match(value):
        return value
    return read_day(value).isoformat()


def read_when(value: object) -> When:
    """Return a day or a time with as much precision as is written; raises `ValueError`."""
    match = _MOMENT.match(value) if isinstance(value, str) else None
    if not match:
        raise ValueError(
            f"should be a date or time such as 2026-03-30 or 2026-03-30T12:00+01:00, {_found_for_a_day(value)}"
        )
    day = read_day(match["date"])
    if match["hour"] is None:
        return When(day)
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if (hour, minute, second) == (24, 0, 0):
        return When(day + timedelta(days=1), time(0), _offset(match["offset"]))
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f'names a time that does not exist: "{match[0]}"')
    return When(day, time(hour, minute, second), _offset(match["offset"]), match["second"] is not None)


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text in "Zz":
        return timedelta(0)
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 14 or minutes > 59:
        raise ValueError(f'has an offset that no place on earth uses: "{text}"')
    return timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1)


class Scalar(Frozen):
    """Marks a field as read by one of the functions above, and says what an editor may accept there."""

    read: Callable[[object], object]
    pattern: str | None = None
    kind: str = "string"
    many: bool = False
    """Whether a list of such values may stand for one."""
    is_title: bool = False
    """Whether the value is what a document is called, and so may name whoever wrote it."""


Text = Annotated[str, Scalar(read_text)]
Title = Annotated[str, Scalar(read_text, is_title=True)]
"""What a document is called."""
Kind = Annotated[str, Scalar(read_kind)]
Lines = Annotated[str, Scalar(read_lines, many=True)]
Number = Annotated[Decimal, Scalar(read_number, r"^-?[0-9]{1,30}(\.[0-9]{1,30})?$", "number")]
Size = Annotated[Decimal, Scalar(read_size, r"^[0-9]{1,30}(\.[0-9]{1,30})?$", "number")]
AboveZero = Annotated[Decimal, Scalar(read_above_zero, r"^[0-9]{1,30}(\.[0-9]{1,30})?$", "number")]
Share = Annotated[Decimal, Scalar(read_share, r"^[0-9]{1,3}(\.[0-9]{1,30})?$", "number")]
Count = Annotated[int, Scalar(read_count, r"^[0-9]{1,18}$", "integer")]
Places = Annotated[int, Scalar(read_places, r"^([0-9]|1[0-2])$", "integer")]
Flag = Annotated[bool, Scalar(read_flag, "^(true|false)$", "boolean")]
Day = Annotated[date, Scalar(read_day)]
BirthDate = Annotated[str, Scalar(read_month)]
Moment = Annotated[When, Scalar(read_when)]
