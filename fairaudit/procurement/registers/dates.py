"""Days as tables write them: in the order that the table declares, which is never guessed."""

from __future__ import annotations

from calendar import monthrange

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.model.scalars import DAY_IN_FIGURES
from fairaudit.sources.tables.grid import Figure, Odd, Stamp

_BIRTH = late_pattern(r"(?:([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{4}))\Z")


_IN_WORDS = late_pattern(r"(?:([0-9]{1,2})[ .-]+)?([A-Za-z]{3,9})\.?[ ,-]+([0-9]{4})\Z")
_DAY = late_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]+Z?)?\Z")
_PLAIN = late_pattern(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\Z")


def iso_of(text: str, order: str | None) -> str | Odd:
    """Return a day or moment in ISO 8601 where a table writes it in another order; what is none stays as it is."""
    if isinstance(text, Stamp):
        # Programs give a day the format of a moment, at midnight.
        before, _, after = str(text).partition("T00:00")
        return before if after in ("", ":00") else str(text)
    if isinstance(text, Figure):
        return Odd(text, "is a bare number, where a day should stand; give the cells a date format")
    match = DAY_IN_FIGURES.match(text)
    if match is None:
        told = _IN_WORDS.match(text.strip())
        number = _month(told[2]) if told and told[1] else None
        return f"{told[3]}-{number:02}-{int(told[1]):02}" if told and number else str(text)
    if order in (None, "year-month-day"):
        return Odd(text, "writes a day in an order that is not declared; write `dates: day-month-year` beside the file")
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if order == "day-month-year" else (second, first)
    clock = f"T{int(match[5]):02}:{match[6]}" + (f":{match[7]}" if match[7] else "") if match[5] else ""
    return f"{match[4]}-{month:02}-{day:02}{clock}"


def birth_of(text: str, order: str | None) -> str | Odd:
    """Return a birth date as `YYYY-MM-DD`, or `YYYY-MM` where the table holds no more than the month, in figures or words."""
    if (told := _IN_WORDS.match(text.strip())) and (number := _month(told[2])):
        return f"{told[3]}-{number:02}" + (f"-{int(told[1]):02}" if told[1] else "")
    match = _BIRTH.match(text)
    if match is None:
        found = iso_of(text, order)
        if isinstance(found, Odd) or _PLAIN.match(found[:10]):
            return found
        return Odd(text, "is no day, nor a month with its year such as 1985-12 or December 1985; it is left out")
    year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
    return f"{year}-{int(month):02}"


def is_iso_birth(text: str) -> bool:
    """Whether a birth date is written as 1980, 1980-05 or 1980-05-03, with an hour behind it or not, and there is such a day."""
    said = text.strip().partition("T")[0]
    if not _PLAIN.match(said):
        return False
    year, month, day = (int(one) for one in (said + "-01-01")[: len("1980-05-03")].split("-"))
    return year > 0 and 1 <= month <= _LAST and 1 <= day <= monthrange(year, month)[1]


def end_of(text: str, order: str | None) -> str | Odd:
    """Return the day on which something ended; of a month alone its last, before which nobody can say that it was over.

    A year alone is left as it is: which part of it counts may be what matters.
    """
    if isinstance(text, Stamp | Figure):
        return iso_of(text, order)
    told, match = _IN_WORDS.match(text.strip()), _BIRTH.match(text.strip())
    year, month = 0, 0
    if told and not told[1]:
        year, month = int(told[3]), _month(told[2]) or 0
    elif match:
        year, month = int(match[1] or match[4]), int(match[2] or match[3])
    if not (1 <= month <= _LAST and year):
        return iso_of(text, order)
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


_LAST = 12


def _month(word: str) -> int | None:
    """Return the number of a month by its English name or the first letters of it."""
    said = word.casefold()
    found = [
        at for at, whole in enumerate(MONTHS_SAID, 1) if said == whole or said in (whole[:3], "sept" if at == 9 else "")
    ]
    return found[0] if found else None


def is_day(text: str) -> bool:
    """Whether a cell holds a day or moment, in whichever order."""
    if isinstance(text, Stamp):
        return True
    told = _IN_WORDS.match(text.strip())
    return bool(
        DAY_IN_FIGURES.match(text.strip()) or _DAY.match(text.strip()) or (told and told[1] and _month(told[2]))
    )
