"""The timeline as an inline picture: a lane for the procurement, and one for what concerns each bidder alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from fairaudit.analysis.calendars import MONTHS_SHORT
from fairaudit.analysis.unseen import visible
from fairaudit.engine.contract.report import Moment
from fairaudit.reports.characters import columns
from fairaudit.reports.wording import counted, when

PROCUREMENT = "The procurement"
MOST = 300
"""More moments than this make no picture that anyone can read; the table beside it has them all."""

_HOUR = len("2026-10-25T01")
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:\d\d)$", re.ASCII)
_WIDTH, _EDGE, _ROW, _HEAD, _AXIS, _FOOT = 760, 12, 24, 26, 24, 18
_LETTER, _BOLD_LETTER, _GAP, _LONGEST, _LONGEST_BESIDE = 6.9, 7.7, 9.0, 40, 28
"""Of words too long for either side of a point no more are shown than fit on one; those of a period stand above its bar."""
_DAY = 1440
_LAST = date.max.toordinal()
_TICKS = 7
_UNLIKE = ' fill="#c2570c" font-weight="bold"'
"""Dark enough on white and light enough on black; the weight says the same without colour."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment where it stands in the picture: from `x` to `end`, its words at `words` on one row of its lane."""

    moment: Moment
    x: float
    end: float | None
    row: int
    text: str
    words: float
    before: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """What concerns one bidder, or all."""

    name: str
    marks: tuple[Mark, ...]

    @property
    def rows(self) -> int:
        """How many rows keep the words apart."""
        return 1 + max(mark.row for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Scale:
    """Minutes, counted from the first day of the calendar, to columns of the picture."""

    first: int
    last: int

    def at(self, minute: int) -> float:
        """Return the column of a minute."""
        share = (minute - self.first) / (self.last - self.first)
        return round(_EDGE + share * (_WIDTH - 2 * _EDGE), 1)


def svg(moments: Sequence[Moment], today: str = "", name: str = "timeline") -> str:
    """Return the picture as SVG that needs no style sheet, or nothing where no moment has a readable date."""
    drawn = _drawn(moments)
    if not drawn:
        return ""
    scale = _scale(drawn)
    unlike = unlike_deadlines(moments)
    placed = _lanes(drawn, scale, unlike)
    height = _AXIS + sum(_HEAD + lane.rows * _ROW for lane in placed) + _FOOT
    parts = [*_opening(drawn, moments, name, height), *_axis(scale, height), *_today(scale, today, height)]
    top = _AXIS
    for lane in placed:
        parts += _lane(lane, top, unlike)
        top += _HEAD + lane.rows * _ROW
    return "\n".join([*parts, "</svg>"]) + "\n"


def _drawn(moments: Sequence[Moment]) -> list[Moment]:
    """Return what is drawn, in its order: where there is too much, what went to bidders gives way to deadlines and receipts."""
    found = [one for one in moments if _span(one)]
    if len(found) <= MOST:
        return found
    kept = sorted(range(len(found)), key=lambda at: found[at].kind == "event")[:MOST]
    return [found[at] for at in sorted(kept)]


def undrawn(moments: Sequence[Moment]) -> int:
    """Return how many moments stand in the table alone."""
    return len(moments) - min(sum(_span(one) is not None for one in moments), MOST)


def unlike_deadlines(moments: Sequence[Moment]) -> frozenset[Moment]:
    """Return the deadlines of single bidders that are not what most of them have; of two, all but the earliest."""
    own = [one for one in moments if one.lane and one.kind == "deadline"]
    ends = [((end[0], _second(one.start)), one) for one in own if (end := _span(one))]
    counts = Counter(end for end, _ in ends)
    usual = min(counts, key=lambda end: (-counts[end], end), default=None)
    return frozenset(one for end, one in ends if end != usual)


def _second(text: str) -> int:
    """Return the second within the minute of a moment that can be read."""
    return datetime.fromisoformat(text).second


def _minute(text: str, late: bool) -> int | None:
    """Return the minute of an ISO date or time in UTC; a date alone begins at 00:00, or ends at 24:00."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    offset = moment.utcoffset()
    minutes = moment.toordinal() * _DAY + moment.hour * 60 + moment.minute
    minutes -= int(offset.total_seconds()) // 60 if offset else 0
    return minutes + _DAY if late and _DATE.match(text) else minutes


def _span(moment: Moment) -> tuple[int, int | None] | None:
    start = _minute(moment.start, late=moment.kind == "deadline")
    end = _minute(moment.end, late=True) if moment.end else None
    if start is None:
        return None
    return (start, end) if end is None or end >= start else (end, start)


def _scale(drawn: Sequence[Moment]) -> Scale:
    minutes = [minute for one in drawn for minute in _span(one) or () if minute is not None]
    first, last = min(minutes), max(minutes)
    room = max((last - first) // 40, _DAY // 2)
    return Scale(first - room, last + room)


def _lanes(drawn: Sequence[Moment], scale: Scale, bold: frozenset[Moment]) -> tuple[Lane, ...]:
    """Return the procurement's lane, then the bidders' in the order in which the report names them."""
    names = sorted(dict.fromkeys(one.lane for one in drawn), key=lambda name: name != "")
    twice = _hours_had_twice(drawn)
    return tuple(Lane(name, _placed([one for one in drawn if one.lane == name], scale, twice, bold)) for name in names)


def _hours_had_twice(drawn: Sequence[Moment]) -> frozenset[str]:
    """Return the hours that stand with two offsets, as the one that a change of the clocks repeats: each has to be told apart."""
    found: dict[str, set[str]] = {}
    for text in [text for one in drawn for text in (one.start, one.end) if text and not _DATE.match(text)]:
        found.setdefault(text[:_HOUR], set()).add(_offset(text))
    return frozenset(hour for hour, offsets in found.items() if len(offsets) > 1)


def _placed(
    moments: Sequence[Moment], scale: Scale, twice: frozenset[str], bold: frozenset[Moment]
) -> tuple[Mark, ...]:
    """Put each moment on the first row where neither its mark nor its words touch another's."""
    taken: list[list[tuple[float, float]]] = []
    marks = []
    for start, end, moment in _in_order(moments):
        x, far = scale.at(start), None if end is None else scale.at(end)
        letter = _BOLD_LETTER if moment in bold else _LETTER
        text = _words(moment, twice) if far is not None else _words_beside(x, moment, twice, letter)
        length = columns(text) * letter
        place, before, box = _beside(x, length) if far is None else _above(x, far, length)
        row = next((n for n, row in enumerate(taken) if all(_apart(box, one) for one in row)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(box)
        marks.append(Mark(moment, x, far, row, text, round(place, 1), before))
    return tuple(marks)


def _in_order(moments: Sequence[Moment]) -> list[tuple[int, int | None, Moment]]:
    spans = [(*span, one) for one in moments if (span := _span(one))]
    return sorted(spans, key=lambda one: (one[0], one[1] or 0, one[2].label, one[2].path))


def _beside(x: float, length: float) -> tuple[float, bool, tuple[float, float]]:
    """Return where the words of a point begin or end, whether they stand before it, and the room both take."""
    if x + _GAP + length <= _WIDTH or x - _GAP - length < 0:
        place = min(x + _GAP, max(_WIDTH - length, 0))
        return place, False, (min(place, x - _GAP), place + length + _GAP)
    return x - _GAP, True, (x - _GAP - length, x + _GAP)


def _above(x: float, far: float, length: float) -> tuple[float, bool, tuple[float, float]]:
    """Return the same for a period, whose words stand above its bar, so that no bar is too long for them."""
    place = min(x, max(_WIDTH - length, 0))
    return place, False, (place - _GAP / 2, max(far, place + length) + _GAP)


def _apart(box: tuple[float, float], other: tuple[float, float]) -> bool:
    return box[1] <= other[0] or other[1] <= box[0]


def _words_beside(x: float, moment: Moment, twice: frozenset[str], letter: float) -> str:
    """Return the words of a point, cut where they would fit on neither side of it and lie on the point itself."""
    text = _words(moment, twice)
    room = max(x, _WIDTH - x) - _GAP
    return text if columns(text) * letter <= room else _words(moment, twice, _LONGEST_BESIDE)


def _words(moment: Moment, twice: frozenset[str], longest: int = _LONGEST) -> str:
    label = visible(moment.label).strip() or "(no name)"
    shown = label if len(label) <= longest else label[: longest - 1].rstrip() + "…"
    ends = [
        _short(one) + (f" ({_offset(one)})" if one[:_HOUR] in twice else "")
        for one in (moment.start, moment.end)
        if one
    ]
    return f"{shown}, {' to '.join(ends)}"


def _offset(text: str) -> str:
    """Return how far a moment's clock is from UTC, as it is written."""
    offset = _OFFSET.search(text)
    return "+00:00" if offset is None or offset[0] == "Z" else offset[0]


def _short(text: str) -> str:
    """Return a date with its time as local people read it; the offset stands in the table and the tooltip."""
    if _minute(text, late=False) is None:
        return "?"
    moment = datetime.fromisoformat(text)
    words = f"{moment.day} {MONTHS_SHORT[moment.month - 1]} {moment.year}"
    return words if _DATE.match(text) else f"{words} {moment:{'%H:%M:%S' if moment.second else '%H:%M'}}"


def _opening(drawn: Sequence[Moment], moments: Sequence[Moment], name: str, height: int) -> list[str]:
    lanes = counted(len({one.lane for one in drawn if one.lane}), "bidder")
    first = when(_in_order(drawn)[0][2].start)
    absent = undrawn(moments)
    more = f" {counted(absent, 'more moment')} not drawn." if absent else ""
    text = f"{counted(len(drawn), 'moment')} from {first} on, of the procurement and of {lanes}.{more}"
    return [
        f'<svg role="img" aria-labelledby="{_safe(name)}-title {_safe(name)}-desc" '
        f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" font-size="12" fill="currentColor">',
        f'<title id="{_safe(name)}-title">Timeline of the procurement</title>',
        f'<desc id="{_safe(name)}-desc">{_safe(text)} The table has the same moments in words.</desc>',
    ]


def _axis(scale: Scale, height: int) -> list[str]:
    parts = [f'<line x1="0" y1="{_AXIS}" x2="{_WIDTH}" y2="{_AXIS}" stroke="currentColor" stroke-opacity="0.4"/>']
    ticks = _ticks(scale)
    for day in ticks:
        x = scale.at(day * _DAY)
        when_drawn = date.fromordinal(day)
        words = f"{when_drawn.day} {MONTHS_SHORT[when_drawn.month - 1]} {when_drawn.year}"
        half = len(words) * _LETTER / 2
        place = round(min(max(x, half), _WIDTH - half), 1)
        parts.append(
            f'<line x1="{x}" y1="{_AXIS}" x2="{x}" y2="{height - _FOOT}" stroke="currentColor" stroke-opacity="0.14"/>'
        )
        parts.append(f'<text x="{place}" y="16" text-anchor="middle" font-size="11">{words}</text>')
    return parts


def _ticks(scale: Scale) -> list[int]:
    """Return the days on which a line is drawn, at the finest step that keeps their dates apart."""
    first, last = max(scale.first // _DAY + 1, 1), min(scale.last // _DAY, _LAST)
    for step in (1, 2, 7, 14):
        if (days := list(range(first, last + 1, step))) and len(days) <= _TICKS:
            return days
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000):
        if (days := _months(first, last, months)) and len(days) <= _TICKS:
            return days
    return []


def _months(first: int, last: int, step: int) -> list[int]:
    start, end = date.fromordinal(first), date.fromordinal(last)
    counts = range(-(-(start.year * 12 + start.month - 1) // step) * step, end.year * 12 + end.month, step)
    days = [date(count // 12, count % 12 + 1, 1).toordinal() for count in counts if count >= 12]
    return [day for day in days if first <= day <= last]


def _today(scale: Scale, today: str, height: int) -> list[str]:
    minute = _minute(today, late=False)
    if minute is None or not scale.first <= minute <= scale.last:
        return []
    x, words = scale.at(minute), f"this audit, {_short(today)}"
    half = len(words) * _LETTER / 2
    place = round(min(max(x, half), _WIDTH - half), 1)
    return [
        f'<line x1="{x}" y1="{_AXIS}" x2="{x}" y2="{height - _FOOT}" '
        'stroke="currentColor" stroke-dasharray="3 4" stroke-opacity="0.7"/>',
        f'<text x="{place}" y="{height - 4}" text-anchor="middle" font-size="11">{words}</text>',
    ]


def _lane(lane: Lane, top: int, unlike: frozenset[Moment]) -> list[str]:
    name = visible(lane.name).strip() or PROCUREMENT
    shown = name if len(name) <= 2 * _LONGEST else name[: 2 * _LONGEST - 1] + "…"
    parts = [
        "<g>",
        f'<line x1="0" y1="{top}" x2="{_WIDTH}" y2="{top}" stroke="currentColor" stroke-opacity="0.25"/>',
        f'<text x="0" y="{top + 17}" font-weight="bold">{_safe(shown)}</text>',
    ]
    for mark in lane.marks:
        parts += _mark(mark, top + _HEAD + mark.row * _ROW + _ROW // 2 - 2, mark.moment in unlike)
    return [*parts, "</g>"]


def _mark(mark: Mark, y: int, unlike: bool) -> list[str]:
    moment = mark.moment
    span = when(moment.start) + (f" to {when(moment.end)}" if moment.end else "")
    anchor = ' text-anchor="end"' if mark.before else ""
    return [
        f"<g{_UNLIKE if unlike else ''}><title>{_safe(moment.label)}: {_safe(span)}</title>",
        _shape(mark, y),
        f'<text x="{mark.words}" y="{y + (4 if mark.end is None else 1)}"{anchor}>{_safe(mark.text)}</text></g>',
    ]


def _shape(mark: Mark, y: int) -> str:
    """Return a bar for a period, a diamond for a deadline, a ring for what was received, a dot for all else."""
    x = mark.x
    if mark.end is not None:
        width = round(max(mark.end - x, 2.0), 1)
        return f'<rect x="{x}" y="{y + 6}" width="{width}" height="4"/>'
    if mark.moment.kind == "deadline":
        return f'<path d="M{x} {y - 6}l6 6l-6 6l-6 -6z"/>'
    if mark.moment.kind == "received":
        return f'<circle cx="{x}" cy="{y}" r="4.5" fill="none" stroke="currentColor" stroke-width="2"/>'
    return f'<circle cx="{x}" cy="{y}" r="4.5"/>'


def _safe(text: str) -> str:
    return escape(visible(text), quote=True)
