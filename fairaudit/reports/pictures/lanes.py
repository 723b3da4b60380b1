"""Picture of what each bidder received and when: a lane for each, a row for each kind of thing, and gaps crossed out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from fairaudit.analysis.calendars import MONTHS_SHORT
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, GREY, INK, ORANGE, TALLEST, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import BOLDER, SMALL, few, width_of
from fairaudit.reports.pictures.values import Tables, number, records, told
from fairaudit.reports.wording import counted

_NAME, _LEFT, _RIGHT, _TOP, _FOOT = 0.0, 236.0, WIDTH - 84.0, 66.0, 8.0
_ROW, _BETWEEN = 12.0, 6.0
_STEPS, _MOST_MARKS = (12.0, 18.0, 24.0, 36.0, 48.0), 1200
"""How far apart marks stand at least, the first at which there are not too many of them and none runs into the next."""
_SIGN = 10.0
"""How wide a mark is, or the line under it."""
_COUNTS = (60.0, 28.0, 0.0)
"""How far from the right the counts of a lane end: had, later, not."""
_DAY = 86_400.0
_ALL, _STAYED, _HAD, _LATER, _WITHOUT = (
    "all bidders",
    "all who stayed",
    "had it",
    "had it later",
    "not among those who had it",
)
_GONE = " (left)"
_UNITS = late_pattern(r"(h|min|d)(?:ours?|utes?|ays?)\b")
"""Hours, minutes and days, and what is left of them beside a mark."""
_TICKS, _APART = 6, 8.0
"""How many days the axis names at most, and how far apart their words stand at least."""


_Firsts = dict[tuple[str, str], float]
"""When the first bidder had each thing, by its kind and what it is called."""


class _Row(Frozen):
    """One thing that one bidder, or all of them, had or had not."""

    bidder: str
    kind: str
    item: str
    at: float | None
    state: str
    lasted: str


class _Lane(Frozen):
    """What stands beside a bidder's lane: how many things it lacks, had later, and had for all."""

    name: str
    without: int
    late: int
    had: int
    left: bool

    @property
    def rows(self) -> tuple[str, ...]:
        """Under which names its rows stand."""
        return (self.name, _ALL) if self.left else (self.name, _ALL, _STAYED)


class _Frame(Frozen):
    """Where moments stand, from first to last, and which kinds have a row."""

    first: float
    last: float
    kinds: tuple[str, ...]
    step: float

    def at(self, moment: float) -> float:
        """Return the place of a moment, at the middle of a step, so that what falls together is counted."""
        steps = int((_RIGHT - _LEFT) // self.step) - 1
        share = (moment - self.first) / (self.last - self.first or 1.0)
        return _LEFT + (round(share * steps) + 0.5) * self.step


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the tables `received` and `received-by-bidder`, or nothing where no moment can be read."""
    read = [*records(tables.get("received"), "bidder", "kind", "item", "when", "state", "lasted")]
    offset = _offset_of(read)
    rows = [_row(one, offset) for one in read]
    lanes = [_lane(tables, one) for one in records(tables.get("received-by-bidder"), "bidder", "without", "late")]
    moments = [one.at for one in rows if one.at is not None]
    if not moments or not lanes:
        return None
    kinds = tuple(dict.fromkeys(one.kind for one in sorted(rows, key=lambda one: _place(tables, one.kind))))
    owned = {lane.name: [one for one in rows if one.bidder in lane.rows] for lane in lanes}
    shown = _most_apart(lanes, _room(lanes, owned))
    firsts = _firsts(rows)
    frame = _frame((min(moments), max(moments)), kinds, [owned[one.name] for one in shown], firsts)
    sheet, tops = Sheet(one.name for one in shown), [_TOP]
    for lane in shown:
        tops.append(tops[-1] + _height(owned[lane.name]))
    _axis(sheet, frame, tops[-1])
    _legend(sheet)
    for lane, top in zip(shown, tops, strict=False):
        _draw(sheet, lane, owned[lane.name], firsts, frame, top)
    undated = sum(one.at is None and one.state in (_HAD, _LATER) for one in rows)
    said = (
        "A lane for each bidder, a row for each kind of thing, from left to right in time.",
        "A figure stands for as many things, + for more than nine; where several fall together the worst shows, and a line under "
        "it where the bidder had something else then that went better. Beside a talk, a visit, access for a time or a time to "
        "answer stands how long it lasted, where there is room.",
        "The figures at the right count what is for all: no talks and no clarifications.",
        *_told(lanes),
        *(
            ("Who left the contest, or was not invited, has a lane of what went out while it was in.",)
            if any(one.left for one in lanes)
            else ()
        ),
        *left_out(undated, "record", "without a time that can be read"),
        *left_out(len(lanes) - len(shown), "bidder", "neither best nor worst off"),
    )
    title = "What each bidder received, and when"
    return Drawing(title, said, tuple(sheet.parts), tops[-1] + _FOOT, ("received-by-bidder", "received"))


def _frame(ends: tuple[float, float], kinds: tuple[str, ...], drawn: list[list[_Row]], firsts: _Firsts) -> _Frame:
    """Return the frame with the narrowest steps at which a page can bear all marks and each is read alone."""
    for step in _STEPS:
        frame = _Frame(*ends, kinds, step)
        cells = [found for own in drawn for found in _cells(own, firsts, frame).values()]
        if sum(map(len, cells)) <= _MOST_MARKS and not any(map(_run_together, cells)):
            break
    return frame


def _cells(own: list[_Row], firsts: _Firsts, frame: _Frame) -> dict[str, dict[float, dict[str, list[str]]]]:
    """Return by kind and place what falls together there, by what became of it; a gap stands where the first bidder had it."""
    found: dict[str, dict[float, dict[str, list[str]]]] = {}
    for one in own:
        at = firsts.get((one.kind, one.item)) if one.state == _WITHOUT else one.at
        if at is not None:
            places = found.setdefault(one.kind, {})
            places.setdefault(frame.at(at), {}).setdefault(one.state, []).append(one.item)
    return found


def _run_together(cells: dict[float, dict[str, list[str]]]) -> bool:
    """Whether the figure of one cell reaches into the next: `×2` beside `2` would be read as `×22`."""
    places = sorted(cells)
    wide = [_width(cells[x]) for x in places]
    return any(
        right - left < (first + second) / 2 + 1
        for left, right, first, second in zip(places, places[1:], wide, wide[1:], strict=False)
    )


def _width(states: dict[str, list[str]]) -> float:
    worst = _worst(states)[0]
    text = _figure(worst, len(states[worst]))
    return max(width_of(text, SMALL) * BOLDER, _SIGN if len(states) > 1 or not text else 0.0)


def _worst(states: dict[str, list[str]]) -> list[str]:
    """Return what became of the things of a cell, the worst first."""
    return [one for one in (_WITHOUT, _LATER, _HAD) if one in states]


def _offset_of(rows: Sequence[tuple[object, ...]]) -> timedelta:
    """Return how far the clock of the first moment with an offset is from UTC."""
    for when in [told(one) for row in rows for one in row[3:4] if isinstance(one, str)]:
        try:
            offset = datetime.fromisoformat(when).utcoffset()
        except ValueError:
            continue
        if offset is not None:
            return offset
    return timedelta(0)


def _row(row: tuple[object, ...], offset: timedelta) -> _Row:
    bidder, kind, item, when, state, lasted = (told(one) if isinstance(one, str | int) else "" for one in row)
    return _Row(bidder, kind, item, _seconds(when, offset), state, lasted)


def _lane(tables: Tables, row: tuple[str | int | None, ...]) -> _Lane:
    name, without, late = told(row[0]), number(row[1]), number(row[2])
    table = tables["received-by-bidder"]
    counts = [index for index, one in enumerate(table.columns) if one not in _NO_COUNT]
    own = next(one for one in table.rows if told(one[table.columns.index("bidder")]) == name)
    gone = bool(told(own[table.columns.index("left")]))
    return _Lane(name, int(without or 0), int(late or 0), sum(int(number(own[one]) or 0) for one in counts), gone)


_NO_COUNT = frozenset({"bidder", "talks", "clarifications", "without", "late", "longest_wait", "unrecorded", "left"})
"""Columns that say nothing of what is for all: the sentence above the picture counts that alone."""


def _place(tables: Tables, kind: str) -> int:
    """Return where a kind stands among the columns, which are in the order in which kinds are shown."""
    columns = tables["received-by-bidder"].columns
    name = kind.replace(" ", "_")
    return columns.index(name) if name in columns else len(columns)


def _seconds(text: str, offset: timedelta) -> float | None:
    """Return a moment as seconds since year 1 by a clock that does not change, for some hours come twice; or nothing.

    `offset` is how far that clock is from UTC. What has no offset of its own stands as it is written.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    own = moment.utcoffset()
    moment = moment.replace(tzinfo=None) + (offset - own if own is not None else timedelta(0))
    return moment.toordinal() * _DAY + moment.hour * 3600 + moment.minute * 60 + moment.second


def _most_apart(lanes: list[_Lane], most: int) -> list[_Lane]:
    """Return the lanes that are drawn: where there are too many the worst and the best off, in the order of the table."""
    if len(lanes) <= most:
        return lanes
    order = sorted(range(len(lanes)), key=lambda one: (-lanes[one].without, -lanes[one].late, lanes[one].had, one))
    worst = most - most // 4
    kept = {*order[:worst], *order[len(order) - (most - worst) :]}
    return [one for place, one in enumerate(lanes) if place in kept]


def _height(own: list[_Row]) -> float:
    """Return how high a lane is: a row for each kind of thing that the bidder had or lacked."""
    return max(len({one.kind for one in own}), 1) * _ROW + _BETWEEN


def _room(lanes: list[_Lane], owned: dict[str, list[_Row]]) -> int:
    """Return how many lanes surely fit on a page."""
    highest = sorted((_height(owned[one.name]) for one in lanes), reverse=True)
    left, most = TALLEST - _TOP - _FOOT, 0
    for height in highest:
        left -= height
        most += left >= 0
    return max(most, 1)


def _firsts(rows: list[_Row]) -> _Firsts:
    """Return when the first bidder had each thing."""
    found: _Firsts = {}
    for one in rows:
        if one.at is not None:
            found[one.kind, one.item] = min(one.at, found.get((one.kind, one.item), one.at))
    return found


def _axis(sheet: Sheet, frame: _Frame, bottom: float) -> None:
    first, last = int(frame.first // _DAY), int(frame.last // _DAY)
    step = next(one for one in (1, 2, 7, 14, 28, 56, 91, 182, 365, 10**6) if (last - first) // one < _TICKS)
    free = 0.0
    for day in range(first, last + 1, step):
        x = frame.at(max(day * _DAY, frame.first))
        date = datetime.fromordinal(day)
        sheet.grid([(x, _TOP - 10, x, bottom)])
        text = f"{date.day} {MONTHS_SHORT[date.month - 1]} {date.year}"
        half = width_of(text, SMALL) / 2
        middle = min(x, _RIGHT - half)
        # The first day begins where the first moment is, which may be close to the second.
        if middle - half >= free:
            sheet.words(middle, _TOP - 15, text, size=SMALL, anchor="middle")
            free = middle + half + _APART
    for place, text in zip(_COUNTS, ("had", "later", "not"), strict=True):
        sheet.words(WIDTH - place, _TOP - 15, text, size=SMALL, anchor="end")


def _legend(sheet: Sheet) -> None:
    x, y = _NAME, 16.0
    for state, text in (
        (_HAD, "had it"),
        (_LATER, "had it later than others, dashed from when the first had it"),
        (_WITHOUT, "is not among those who had it"),
    ):
        _mark(sheet, x + 5, y, state, 1, "")
        sheet.words(x + 14, y + 4, text, size=SMALL)
        x += 14 + width_of(text, SMALL) + 22


def _draw(sheet: Sheet, lane: _Lane, own: list[_Row], firsts: _Firsts, frame: _Frame, top: float) -> None:
    """Draw the lane of one bidder: its rows, what it had, and what others had and it had not."""
    sheet.grid([(0, top, WIDTH, top)], 0.45)
    cells = _cells(own, firsts, frame)
    rows = [(kind, mine) for kind in frame.kinds if (mine := [one for one in own if one.kind == kind])]
    # Only the first row has the name beside what it is called itself.
    taken = width_of(rows[0][0], SMALL) + _APART if rows else _APART
    _name(sheet, lane, top + _ROW, _LEFT - 8 - taken)
    for place, text in zip(_COUNTS, (lane.had, lane.late, lane.without), strict=True):
        sheet.words(WIDTH - place, top + _ROW, str(text), anchor="end", bold=bool(text) and place != _COUNTS[0])
    for row, (kind, mine) in enumerate(rows):
        y = top + row * _ROW + _ROW / 2 + 2
        sheet.words(_LEFT - 8, y + 4, kind, size=SMALL, anchor="end")
        sheet.grid([(_LEFT, y, _RIGHT, y)])
        _lengths(sheet, frame, mine, y)
        for one in mine:
            first = firsts.get((kind, one.item))
            if one.state == _LATER and one.at is not None and first is not None and frame.at(first) < frame.at(one.at):
                sheet.line((frame.at(first), y), (frame.at(one.at), y), ORANGE, width=1.5, dash="3 2")
        for x, states in sorted(cells.get(kind, {}).items()):
            _cell(sheet, x, y, states, f"{lane.name}, {kind}")


def _name(sheet: Sheet, lane: _Lane, y: float, room: float) -> None:
    """Write whose lane it is; that a bidder left stays, however much of its name is cut."""
    if not lane.left:
        sheet.words(_NAME, y, lane.name, bold=True, room=room)
        return
    name = sheet.fitting(lane.name, room - width_of(_GONE) * BOLDER, bold=True)
    sheet.words(_NAME, y, name + _GONE, bold=True, name=lane.name)


def _cell(sheet: Sheet, x: float, y: float, states: dict[str, list[str]], name: str) -> None:
    """Draw what falls together: the worst of it, since nothing that went well may hide a gap, and that it is not all."""
    found = _worst(states)
    said = "; ".join(f"{few(states[one])}, {one}" for one in found)
    if len(found) > 1:
        sheet.line((x - 5, y + 5.5), (x + 5, y + 5.5))
    _mark(sheet, x, y, found[0], len(states[found[0]]), f"{name}: {said}")


def _lengths(sheet: Sheet, frame: _Frame, mine: list[_Row], y: float) -> None:
    """Write beside what has an end how long it lasted, where it stands alone and there is room."""
    places: dict[float, list[_Row]] = {}
    for one in mine:
        if one.at is not None:
            places.setdefault(frame.at(one.at), []).append(one)
    taken, free = sorted(places), _LEFT
    for x, end in zip(taken, (*taken[1:], _RIGHT + 5), strict=False):
        text = _UNITS.sub(lambda unit: unit[1], places[x][0].lasted) if len(places[x]) == 1 else ""
        wide = 7 + width_of(text, SMALL)
        if text and x + wide < end - 5:
            sheet.words(x + 7, y + 4, text, size=SMALL, halo=True)
            free = x + wide + 5
        else:
            if text and x - wide > free:
                sheet.words(x - 7, y + 4, text, size=SMALL, anchor="end", halo=True)
            free = x + 5


def _mark(sheet: Sheet, x: float, y: float, state: str, count: int, name: str) -> None:
    """Draw one cell: a dot, a diamond for late, a cross for a gap; several at once as a figure with the same signs."""
    if text := _figure(state, count):
        colour = INK if state == _HAD else ORANGE
        sheet.words(
            x, y + 4, text, size=SMALL, anchor="middle", bold=state != _HAD, colour=colour, halo=True, name=name
        )
    elif state == _WITHOUT:
        sheet.cross(x, y, 3.5, ORANGE, name)
    elif state == _LATER:
        sheet.mark(x, y, 3, ORANGE, 5, name=name)
    else:
        sheet.mark(x, y, 0, BLUE if state == _HAD else GREY, 3.5, name=name)


def _figure(state: str, count: int) -> str:
    """Return the figure that stands for several things of a cell, crossed for a gap; nothing for one, which has a sign."""
    text = "" if count < 2 else str(count) if count < 10 else "+"
    return f"×{text}" if text and state == _WITHOUT else text


def _told(lanes: list[_Lane]) -> tuple[str, ...]:
    """Return in words who lacks most, so that nobody needs to see the picture for it."""
    lacking = Counter({one.name: one.without for one in lanes})
    most = max(lacking.values())
    late = max(one.late for one in lanes)
    said = []
    if most:
        names = [one.name for one in lanes if one.without == most]
        said.append(f"Most often not among those who had something: {few(names)} ({counted(most, 'thing')}).")
    if late:
        names = [one.name for one in lanes if one.late == late]
        said.append(f"Most often later than others: {few(names)} ({counted(late, 'thing')}).")
    return tuple(said) or ("No bidder is recorded as having had something later than others or not at all.",)
