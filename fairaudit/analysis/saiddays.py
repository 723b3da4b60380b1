"""Which days a text names: `on 10 and 12 March`, `between 5 and 20 March`, `until 1 April`, `2026-03-10`."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from fairaudit.analysis.calendars import MONTHS
from fairaudit.analysis.latepattern import late_pattern

Span = tuple[date | None, date | None]
"""The first and the last of some days, either of them open."""

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_JOIN = r"\s*(?:,\s*and\b|,|\band\b|&|\bor\b|\bto\b|\buntil\b|\btill\b|\bthrough\b|-|–|/)\s*(?:the\s+)?"
_FOUND = late_pattern(
    rf"\b(?P<iso>\d{{4}}-\d\d-\d\d)\b|\b(?P<dmy>\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})\b"
    rf"|(?<![\d:.])\b(?P<days>{_DAY}(?:{_JOIN}{_DAY})*)\s+(?:of\s+)?{_MONTH.format('month')}(?:,?\s+(?P<year>\d{{4}})\b)?"
    rf"|\b{_MONTH.format('first')}\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<later>\d{{4}})\b)?",
    re.IGNORECASE,
)
_RANGE = late_pattern(r"^\s*(?:to|until|till|through|-|–)\s*(?:the\s+)?$", re.IGNORECASE)
_AND = late_pattern(r"^\s*and\s*(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = late_pattern(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_UP_TO = late_pattern(
    r"\b(?:until|till|by|before|up to|no later than|not later than|at the latest on)\s+(?:the\s+)?$", re.IGNORECASE
)
_FROM = late_pattern(
    r"\b(?:from|after|since|as of|as from|starting|starting on|beginning)\s+(?:the\s+)?$", re.IGNORECASE
)


def days_said(text: str, near: date | None) -> tuple[Span, ...]:
    """Return the days that a text names, in order; a day without its year is the one nearest to a day."""
    found: list[tuple[int, int, list[Span]]] = []
    for one in _FOUND.finditer(text):
        spans = _read(one, near)
        if spans:
            found.append((one.start(), one.end(), spans))
    for before, after in pairwise(list(found)):
        between = text[before[1] : after[0]]
        if _RANGE.match(between) or (_AND.match(between) and _BETWEEN.search(text[: before[0]])):
            spans = [*before[2][:-1], (before[2][-1][0], after[2][0][1]), *after[2][1:]]
            found[found.index(after)] = (before[0], after[1], spans)
            found.remove(before)
    return tuple(span for start, _, spans in found for span in _opened(text[:start], spans))


def _opened(before: str, spans: list[Span]) -> list[Span]:
    if len(spans) == 1 and spans[0][0] == spans[0][1]:
        day = spans[0][0]
        if _UP_TO.search(before):
            return [(None, day)]
        if _FROM.search(before):
            return [(day, None)]
    if _BETWEEN.search(before) and len(spans) > 1:
        return [(spans[0][0], spans[-1][1])]
    return spans


def _read(found: re.Match[str], near: date | None) -> list[Span]:
    if found["iso"] or found["dmy"]:
        parts = found["iso"].split("-") if found["iso"] else re.split(r"[./]", found["dmy"])[::-1]
        day = _date(int(parts[0]), int(parts[1]), int(parts[2]))
        return [(day, day)] if day else []
    month = _month(found["month"] or found["first"])
    year = found["year"] or found["later"]
    numbers = re.findall(r"\d+", found["days"] or found["after"])
    days = [_near(int(one), month, int(year) if year else None, near) for one in numbers]
    joins = re.findall(rf"{_JOIN}(?=\d)", found["days"] or "", re.IGNORECASE)
    spans: list[Span] = []
    for at, day in enumerate(days):
        if day is None:
            continue
        ranged = at and not re.match(r"\s*(?:,|and|&|or|/)", joins[at - 1], re.IGNORECASE)
        if ranged and spans:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans


def _month(text: str) -> int:
    return next(at for at, one in enumerate(MONTHS, start=1) if one[:3].casefold() == text[:3].casefold())


def _near(day: int, month: int, year: int | None, near: date | None) -> date | None:
    if year is not None:
        return _date(year, month, day)
    if near is None:
        return None
    every = [one for offset in (-1, 0, 1) if (one := _date(near.year + offset, month, day))]
    return min(every, key=lambda one: abs(one - near), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
