"""Whether two answers give other figures of one thing: another quantity, amount, day or hour, however each is written.

`4 May` and `04/05/2026` are one day, `3 pm` and `15:00` one time, `forty two` and `42` one number. The date of a letter, the
number of a page and the like are no figures of what is answered.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS, WEEK
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.references import DATE, MONTH, TIME, places_in, without_places, without_references
from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.analysis.text.gist import gist
from fairaudit.frozen import Frozen

_DATE = late_pattern(DATE)
_TIME = late_pattern(TIME)
_NOON = late_pattern(r"\b(?:(?:12 )?(noon|midday)|(?:12 )?(midnight))\b", re.IGNORECASE)
_PLACED = r"(?:[A-Z][^\W\d_]+,?\s{1,4})?"
_HEADING = late_pattern(
    rf"\A\s*{_PLACED}{DATE}(?:,?\s+(?:at\s+)?{TIME})?\s{{0,4}}[:.\n–—-]|[.\n]\s{{0,4}}{_PLACED}{DATE}\.?\s{{0,4}}\Z"
)
"""A date at the head or the foot of a text: that of the letter, or what is answered."""
_IN_A_MONTH = late_pattern(
    rf"\b(?i:in|by|from|until|till|since|of|before|after|through|to|mid|early|late|during)[\s-]+({MONTH})(?:\s+(?=\d{{4}}\b))?"
)
_WEEKDAY = late_pattern(rf"\b({'|'.join(WEEK)})s?\b", re.IGNORECASE)
_ORDINAL = late_pattern(r"(?<=\d)(?:st|nd|rd|th)\b")
_SPELLED = late_pattern(
    rf"\b(?:{'|'.join((*NUMBERS, 'hundred'))})(?:[\s-]+(?:(?<=hundred[\s-])and\s+)?(?:{'|'.join((*NUMBERS, 'hundred'))}))*\b",
    re.IGNORECASE,
)
_POINTS = late_pattern(
    r"\b(?:this|that|the|each|every|any|which|no|another|other|last|first) one\b|\bone of\b|\bone another\b",
    re.IGNORECASE,
)
"""Where `one` counts nothing."""
_UNITS = frozenset({
    "second", "minute", "min", "hour", "hr", "h", "day", "week", "month", "year", "annum", "quarter", "night", "term", "daily",
    "weekly", "monthly", "yearly", "annually", "mm", "cm", "m", "km", "metre", "meter", "mile", "yd", "foot", "feet", "ft",
    "inch", "ha", "hectare", "acre", "sqm", "g", "kg", "gram", "kilogram", "t", "tonne", "ton", "l", "litre", "liter", "percent",
    "cent",
    "percentage", "share", "half", "dozen", "vat", "net", "gross", "excluding", "including", "plu", "working", "calendar",
    "busines", "business", "pence", "cents",
})  # fmt: skip
"""What a number may be told in: the same under another unit is another number."""


class _Day(Frozen):
    """A day as it is written; of `04/05` also the other way to read it."""

    month: int
    day: int
    year: int | None
    swapped: bool

    def may_be(self, other: _Day) -> bool:
        """Whether two dates may be of one day."""
        if None not in (self.year, other.year) and self.year != other.year:
            return False
        own, its = (self.month, self.day), (other.month, other.day)
        return own == its or (self.swapped != other.swapped and own == its[::-1])


class _Figures(Frozen):
    """The figures of a text, by what they are of."""

    days: tuple[_Day, ...]
    headings: tuple[_Day, ...]
    spoken: frozenset[str]
    """Times, days of the week and months."""
    numbers: tuple[tuple[float, str], ...]
    """Each number, and what it counts."""


@lru_cache(maxsize=4096)
def other_figures(first: str, second: str) -> bool | None:
    """Whether two texts give other figures of one thing; `None` where they may, and may as well say the same.

    Where one only gives more of them than the other they are no others.
    """
    one, two = without_references(first), without_references(second)
    mine, its = _figures(without_places(one)), _figures(without_places(two))
    found = [
        _other_days(mine.days, its.days),
        *(_apart(_of_kind(mine, kind), _of_kind(its, kind)) for kind in ("at", "on", "in")),
        _other_numbers(mine.numbers, its.numbers),
    ]
    if True in found:
        return True
    doubt = None in found or _other_days((*mine.headings, *mine.days), (*its.headings, *its.days))
    return None if doubt or _apart(places_in(one), places_in(two)) else False


def _of_kind(figures: _Figures, kind: str) -> frozenset[str]:
    return frozenset(one for one in figures.spoken if one.startswith(kind))


def _apart(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Whether each has what the other has not."""
    return not (mine <= its or its <= mine)


def _other_days(mine: tuple[_Day, ...], its: tuple[_Day, ...]) -> bool:
    return any(not any(map(one.may_be, its)) for one in mine) and any(not any(map(one.may_be, mine)) for one in its)


def _other_numbers(mine: tuple[tuple[float, str], ...], its: tuple[tuple[float, str], ...]) -> bool | None:
    """Whether numbers differ that count one thing; `None` where they may be one in other units, or parts of one."""
    own, theirs = frozenset(one for one, _ in mine), frozenset(one for one, _ in its)
    more, less = own - theirs, theirs - own
    if not own or not theirs:
        return False
    counted = _counted_apart(mine, its, more, less)
    if not more or not less:
        # `Three vans`, and `Five vans, three of them electric`; with what is counted before it they may say the same.
        return None if counted else False
    parts = _are_parts(mine, less) or _are_parts(its, more)
    units = {noun for number, noun in (*mine, *its) if number in more | less and noun in _UNITS}
    if parts or (not counted and units):
        return None
    return True


def _are_parts(some: tuple[tuple[float, str], ...], others: frozenset[float]) -> bool:
    """Whether several numbers together are one of others: two vans by day and one by night are three."""
    return len(some) > 1 and sum(number for number, _ in some) in others


def _counted_apart(
    mine: tuple[tuple[float, str], ...],
    its: tuple[tuple[float, str], ...],
    more: frozenset[float],
    less: frozenset[float],
) -> bool:
    """Whether one thing is counted by other numbers, of which one at least is not elsewhere in the other text."""
    for noun in {one for _, one in mine} & {one for _, one in its}:
        own, theirs = (frozenset(number for number, one in some if one == noun) for some in (mine, its))
        if noun and own.isdisjoint(theirs) and (own <= more or theirs <= less or not (more or less)):
            return True
    return False


@lru_cache(maxsize=4096)
def _figures(text: str) -> _Figures:
    heading = _HEADING.search(text)
    headings: tuple[_Day, ...] = ()
    if heading and gist(text.replace(heading[0], " ")):
        headings = tuple(map(_day, _DATE.findall(heading[0])))
        text = text.replace(heading[0], " . ")
    days = tuple(map(_day, _DATE.findall(text)))
    text = _DATE.sub(" . ", text)
    spoken = {f"at {_time(one)}" for one in _TIME.findall(text)}
    text = _TIME.sub(" . ", text)
    spoken |= {"at 12:00" if noon else "at 00:00" for noon, _ in _NOON.findall(text)}
    spoken |= {f"on {one.casefold()}" for one in _WEEKDAY.findall(text)}
    spoken |= {f"in {one[:3].casefold()}" for one in _IN_A_MONTH.findall(text)}
    return _Figures(days, headings, frozenset(spoken), tuple(_numbers(text)))


def _day(text: str) -> _Day:
    numbers = [int(one) for one in re.findall(r"\d+", text)]
    name = re.search(r"[^\W\d_]{3,}", re.sub(r"\d(?:st|nd|rd|th)\b|\bof\b", " ", text))
    if name:
        month = next((at for at, one in enumerate(MONTHS, 1) if one[:3].casefold() == name[0][:3].casefold()), 0)
        return _Day(month, numbers[0], numbers[1] if len(numbers) > 1 else None, swapped=False)
    if re.match(r"\d{4}", text):
        return _Day(numbers[1], numbers[2], numbers[0], swapped=False)
    day, month, year = numbers
    day, month = (month, day) if month > len(MONTHS) else (day, month)
    return _Day(month, day, year + 2000 if year < 100 else year, swapped=day <= len(MONTHS))


def _time(text: str) -> str:
    hour, minute, *_ = (*(int(one) for one in re.findall(r"\d+", text)), 0)
    said = re.sub(r"[^ap]", "", text.casefold())[:1]
    hour = hour % 12 + (12 if said == "p" else 0) if said else hour
    return f"{hour:02}:{minute:02}"


def _numbers(text: str) -> list[tuple[float, str]]:
    """Return each number of a text with the telling word after it."""
    said = gist(
        _SPELLED.sub(
            _in_digits,
            _POINTS.sub(" ", _ORDINAL.sub("", text)).replace("%", " percent ").replace("per cent", "percent"),
        )
    )
    return [
        (float(one), said[at + 1] if at + 1 < len(said) and said[at + 1].isalpha() else "")
        for at, one in enumerate(said)
        if one.replace(".", "", 1).isdecimal()
    ]


def _in_digits(match: re.Match[str]) -> str:
    """Return a number in words as digits: `forty two`, `one hundred and five`; where several stand in a row, each."""
    found: list[int] = []
    hundreds = False
    for word in re.split(r"[\s-]+", match[0].casefold()):
        if word == "and":
            continue
        if word == "hundred":
            below = found.pop() if found and found[-1] < 100 else 1
            found.append(below * 100)
            hundreds = True
        elif found and (
            (hundreds and found[-1] % 100 == 0)
            or (found[-1] % 100 >= 20 and found[-1] % 10 == 0 and NUMBERS[word] < 10)
        ):
            found[-1] += NUMBERS[word]
        else:
            found.append(NUMBERS[word])
    return " ".join(map(str, found))
