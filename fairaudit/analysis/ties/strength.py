"""How strong a tie is, from what it is and from its dates.

A pension from a former employer was too remote to be a conflict in Siemens Mobility v HS2 [2023] EWHC 2768 (TCC). The order of
the others, and that what ended 24 months before counts as lately, as in the rules about ties, are heuristics.
"""

from datetime import date
from enum import IntEnum


class Strength(IntEnum):
    """How strong a tie is, the weakest first; `REMOTE` is shown and accuses nobody."""

    REMOTE = 1
    FAMILY = 2
    RECENT = 3
    CURRENT = 4


WORDS = {
    Strength.CURRENT: "current",
    Strength.RECENT: "recent",
    Strength.FAMILY: "family or personal",
    Strength.REMOTE: "remote",
}
"""What each strength is called."""


def strength_on(day: date | None, end: date | None, months: int, while_it_lasts: Strength) -> Strength:
    """Return the strength of a tie counted back from a day; one that ended on an unknown day before it may be recent."""
    if end is None or (day is not None and end >= day):
        return while_it_lasts
    if day is not None and end < months_before(day, months):
        return Strength.REMOTE
    return min(Strength.RECENT, while_it_lasts)


def months_before(day: date, months: int) -> date:
    """Return the day some months earlier, the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    return day
