"""Whether what is told of an outage is bounded, by a time, a place or to whom it happened, and which hours it gives."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.saiddays import days_said

_HOUR = late_pattern(
    r"(?<![\d:./])(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?::[0-5]\d)?)?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
    r"(?![:./h]?\d)",
    re.IGNORECASE,
)
_NOON = late_pattern(r"\b(?:noon|midday|midnight)\b", re.IGNORECASE)
_AGAIN = (
    r"(?:was |and )?(?:restored|resolved|fixed|repaired|recovered|back(?: up| on ?line)?|(?:up|working|available) again)"
    r"(?: at| by)?"
)
_UNTIL = late_pattern(rf"\s*(?:[-\u2013\u2014]|[;,.]?\s*(?:to|until|till|through|{_AGAIN}))\s*", re.IGNORECASE)
_AND = late_pattern(r"\s+and\s+", re.IGNORECASE)
_BETWEEN = late_pattern(r"\bbetween\s*$", re.IGNORECASE)
_BOUND = late_pattern(
    r"\b(?:only|solely|alone|just|test\w*|staging|training|sandbox|demo\w*|trial|resolved|solved|fixed|repaired|cleared|restored"
    r"|recovered|again|back|ended|last\w*|previous\w*|earlier|recent\w*|yesterday|today|tomorrow|weeks?|months?|years?|days?"
    r"|hours?|hourly|minutes?|mins?|seconds?|secs?|brief\w*|short\w*|moment\w*|intermittent\w*|partial\w*|partly|some|sometimes"
    r"|once|but|however|although|though|whereas|except|apart|before|after|since|prior|early|late|later|morning|afternoon"
    r"|evening|night|overnight|weekend|planned|scheduled|did not try|not tried|never tried|was over|utc|gmt|bst|ce?st|cet"
    r"|for (?!all\b|every|any\b|both|users|(?:the )?(?:bidders|suppliers|tenderers)\b)\w+"
    r"|(?:in|at|near) (?!(?:the )?(?:deadline|clos\w+|time of (?:the )?(?:deadline|clos\w+|submission)|portal\w*|provider\w*"
    r"|councils?|authority\w*|buyers?|host\w*|log|incident|ticket|platform)\b|line\b)[a-z]\w*)\b",
    re.IGNORECASE,
)
_DAY = late_pattern(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|\b(?:january|february|april|june|july|august|september|october|november|december)\b|\bin (?:march|may)\b"
    r"|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b",
    re.IGNORECASE,
)
_ANY_DAY = date(2000, 1, 1)
"""Which year a day is read in matters nothing to whether one is named."""


def is_bounded(text: str) -> bool:
    """Whether a text names a time, a day, a place or some of those it happened to, so that it may not be of the deadline."""
    timed = any(one["minute"] or one["half"] for one in _HOUR.finditer(text)) or _NOON.search(text)
    dated = _DAY.search(text) or days_said(text, _ANY_DAY)
    return bool(timed or dated or _BOUND.search(_plain(text)))


def hours_said(text: str) -> tuple[time, time] | None:
    """Return from when until when something lasted by a text, where nothing else but a day bounds it."""
    hours = [one for one in _HOUR.finditer(text) if one["minute"] or one["half"]]
    if len(hours) != 2 or _NOON.search(text):
        return None
    first, second = hours
    before, between, rest = text[: first.start()], text[first.end() : second.start()], text[second.end() :]
    if not (_UNTIL.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(before))):
        return None
    told = f"{before} {rest}"
    undated = _DAY.search(told) and not days_said(text, _ANY_DAY)
    return None if undated or _BOUND.search(_plain(told)) else (_read(first), _read(second))


def spans(text: str, moment: datetime) -> bool:
    """Whether a moment lies between the hours that a text gives, on the day that it names, if any."""
    hours, days = hours_said(text), days_said(text, moment.date())
    same_day = all(day == (moment.date(), moment.date()) for day in days)
    return hours is not None and same_day and hours[0] <= moment.time() <= hours[1]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.replace("'", "").replace("\u2019", "")).split())


def _read(hour: re.Match[str]) -> time:
    number, half = int(hour["hour"]), (hour["half"] or "").lower()
    if half and number <= 12:
        number = number % 12 + (12 if half == "p" else 0)
    return time(number, int(hour["minute"] or 0))
