"""Picture 6: how ranks change from one scenario to the next, one line for a bidder."""

from __future__ import annotations

from collections import Counter

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import DASHES, GREY, INK, PALETTE, TALLEST, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.leaders import looks_of
from fairaudit.reports.pictures.letters import BOLDER, SMALL, few, named, width_of
from fairaudit.reports.pictures.values import Tables, number, records, told
from fairaudit.reports.wording import counted

_TOP, _GAP, _LABELS, _MOST, _MOST_BIDDERS = 44.0, 22.0, 150.0, 14, 32
_BELOW = 200.0
"""How much of the page the heads and the names of columns take at most."""
_LEVEL, _ABREAST = 11.0, 18.0
"""How far apart marks stand that share a rank, and from the first to the last of them at most."""
_NUMBER, _KEY = 20.0, 10.0
"""How far beside the first and last column the ranks stand, and how wide the mark of a leader is beside its name."""
Ranks = dict[str, float]


class _Rows(Frozen):
    """Where ranks stand, how far apart the names of those who share one are, and where the rows end."""

    at: dict[float, float]
    gap: float
    bottom: float


class _Scenario(Frozen):
    """Everybody's ranks, and the name of the scenario that they are compared with; nothing for what others are compared with."""

    ranks: Ranks
    base: str


class _Column(Frozen):
    """Scenarios with the same ranks, the first of which gives the name, and how first place changes.

    The mark is `*` where nobody who is first in what it is compared with is first, `=` where it is shared by more or by fewer.
    """

    name: str
    alike: tuple[str, ...]
    ranks: Ranks
    mark: str

    @property
    def changes(self) -> bool:
        """Whether others are first than in what it is compared with."""
        return bool(self.mark)


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the table `ranks-over-scenarios`, or nothing where no rank is a number."""
    scenarios = _scenarios(tables)
    if not scenarios:
        return None
    columns = _columns(scenarios)
    shown = _chosen(columns, _bases(scenarios))
    record = shown[0].ranks
    every = sorted({name: None for one in shown for name in one.ranks}, key=lambda name: record.get(name, 1e9))
    bidders = sorted(every, key=lambda name: min(one.ranks.get(name, 1e9) for one in shown))[:_MOST_BIDDERS]
    rows = _rows(shown, bidders)
    sheet = Sheet([*bidders, *(one.name for one in shown)])
    _lines(sheet, (tables, shown), bidders, rows)
    height = _names_of_columns(sheet, shown, rows.bottom)
    said = (
        f"Each line is a bidder; higher is better. Column 1 is {named(shown[0].name)}, the others are named below.",
        *_compared(scenarios, shown),
        _changes(scenarios),
        *_merged(columns, shown, len(scenarios)),
        *left_out(
            len(columns) - len(shown),
            "column",
            "with the same first place" if _all_changes(columns, shown) else "too",
        ),
        *left_out(len(every) - len(bidders), "bidder", "whose best rank is lower"),
    )
    return Drawing("Ranks over the scenarios", said, tuple(sheet.parts), height, ("ranks-over-scenarios",))


def _scenarios(tables: Tables) -> dict[str, _Scenario]:
    """Return the scenarios by name, the record first; without a word on it each is compared with the record."""
    table = tables.get("ranks-over-scenarios")
    named_bases = [told(one) for (one,) in records(table, "compared_with")]
    scenarios: dict[str, _Scenario] = {}
    for at, (scenario, bidder, rank) in enumerate(records(table, "scenario", "bidder", "rank")):
        place = number(rank)
        if place is not None:
            first = next(iter(scenarios), "")
            base = named_bases[at] if named_bases else first
            scenarios.setdefault(told(scenario), _Scenario({}, base)).ranks[told(bidder)] = place
    return scenarios


def _bases(scenarios: dict[str, _Scenario]) -> list[str]:
    """Return the names of what is compared with: the record, and what else the scenarios name."""
    found = dict.fromkeys([next(iter(scenarios)), *(one.base for one in scenarios.values())])
    return [one for one in found if one in scenarios]


def _base_of(scenarios: dict[str, _Scenario], one: _Scenario) -> frozenset[str]:
    """Return who is first in what a scenario is compared with."""
    return _first(scenarios.get(one.base, next(iter(scenarios.values()))).ranks)


def _rows(shown: list[_Column], bidders: list[str]) -> _Rows:
    """Return where ranks stand, with room below each for the names of all who share it."""
    gap = _GAP if len(bidders) <= 20 else 18.0
    level: dict[float, int] = {}
    for column in shown:
        for rank, many in Counter(column.ranks[name] for name in bidders if name in column.ranks).items():
            level[rank] = max(level.get(rank, 0), many if column in (shown[0], shown[-1]) else 1)
    # A name below the first of its rank must not stand beside the dots of the next one.
    gap = min(gap, (TALLEST - _BELOW) / sum(level.values()))
    at, y = dict[float, float](), _TOP
    for rank in sorted(level):
        at[rank] = y
        y += gap * level[rank]
    return _Rows(at, gap, y)


def _all_changes(columns: list[_Column], shown: list[_Column]) -> bool:
    return sum(one.changes for one in columns) == sum(one.changes for one in shown)


def _first(ranks: Ranks) -> frozenset[str]:
    best = min(ranks.values())
    return frozenset(name for name, rank in ranks.items() if rank == best)


def _mark(record: frozenset[str], first: frozenset[str]) -> str:
    return "" if first == record else "=" if first & record else "*"


def _columns(scenarios: dict[str, _Scenario]) -> list[_Column]:
    """Return the scenarios in order, those with the same ranks and mark as an earlier one put together with it."""
    names: dict[tuple[object, ...], list[str]] = {}
    bases = _bases(scenarios)
    marks = {
        name: "" if name in bases else _mark(_base_of(scenarios, one), _first(one.ranks))
        for name, one in scenarios.items()
    }
    for name, one in scenarios.items():
        names.setdefault((marks[name], *sorted(one.ranks.items())), []).append(name)
    return [_Column(first, tuple(alike), scenarios[first].ranks, marks[first]) for first, *alike in names.values()]


def _chosen(columns: list[_Column], bases: list[str]) -> list[_Column]:
    """Return as many as there is room for: what is compared with, then where first place changes, then what differs most."""
    if len(columns) <= _MOST:
        return columns
    record = columns[0].ranks

    def moved(one: _Column) -> float:
        return sum(abs(rank - record.get(name, rank)) for name, rank in one.ranks.items())

    kept = sorted(
        range(1, len(columns)),
        key=lambda one: (
            columns[one].name not in bases, not columns[one].changes, -moved(columns[one]), one,
        ),
    )  # fmt: skip
    return [columns[one] for one in sorted([0, *kept[: _MOST - 1]])]


def _compared(scenarios: dict[str, _Scenario], shown: list[_Column]) -> tuple[str, ...]:
    """Say which scenarios are compared with something else than the record, and who is first there."""
    others = _bases(scenarios)[1:]
    said = []
    for name in others:
        own = scenarios[name]
        many = sum(one.base == name for one in scenarios.values())
        at = next((rank for rank, one in enumerate(shown, 1) if one.ranks == own.ranks and not one.mark), 0)
        where = f" (column {at})" if at else ""
        first = few(sorted(_first(own.ranks)))
        said.append(
            f"{counted(many, 'scenario')} {'is' if many == 1 else 'are'} compared with {named(name)}{where}, first in "
            f"which: {first}; the others with column 1."
        )
    return tuple(said)


def _changes(scenarios: dict[str, _Scenario]) -> str:
    """Say who is first in the record, and in how many scenarios another is: alone, with others, or level with who was."""
    bases = _bases(scenarios)
    winners = few(sorted(_first(scenarios[bases[0]].ranks)))
    pairs = [(_base_of(scenarios, one), _first(one.ranks)) for name, one in scenarios.items() if name not in bases]
    if not pairs:
        return f"First in column 1: {winners}. No other scenario was computed."
    new = [(base, first) for base, first in pairs if first - base]
    ways = (
        (sum(len(first) == 1 for _, first in new), "alone in {} (*)"),
        (sum(len(first) > 1 and not first & base for base, first in new), "with others in {} (*)"),
        (sum(bool(first & base) for base, first in new), "level with who was first in {} (=)"),
    )
    fewer = sum(first < base for base, first in pairs)
    less = f"in {fewer} only some of those who share first place are still first (=)"
    of = counted(len(pairs), "other scenario")
    if not new and not fewer:
        return f"First in column 1: {winners}. {_holds(len(bases), len(pairs))} {of}."
    said = (
        ""
        if not new
        else f"another bidder comes first in {len(new)}: "
        + ", ".join(way.format(count) for count, way in ways if count)
    )
    return f"First in column 1: {winners}. Of {of}, {said}{'; ' if new and fewer else ''}{less if fewer else ''}; these are bold."


def _holds(bases: int, scenarios: int) -> str:
    every = "the" if scenarios == 1 else "all"
    return f"So it is in {every}" if bases == 1 else f"First place is as in what they are compared with in {every}"


def _merged(columns: list[_Column], shown: list[_Column], scenarios: int) -> tuple[str, ...]:
    """Say that scenarios share columns, and which ones the names below leave out."""
    if scenarios == len(columns):
        return ()
    also = "; ".join(
        f"in column {at}: {', '.join(map(named, one.alike))}" for at, one in enumerate(shown, 1) if one.alike
    )
    return (
        f"Scenarios with the same ranks share a column: {scenarios} scenarios, {counted(len(columns), 'column')}.",
        *((f"Also {also}.",) if also else ()),
    )


def _lines(sheet: Sheet, what: tuple[Tables, list[_Column]], bidders: list[str], rows: _Rows) -> None:
    tables, shown = what
    left, right = _LABELS + 20, WIDTH - _LABELS - 20
    step = (right - left) / max(len(shown) - 1, 1)
    places = [left + rank * step for rank in range(len(shown))] if len(shown) > 1 else [WIDTH / 2]
    sheet.grid((x, _TOP - 12, x, rows.bottom - 6) for x in places)
    for rank, (x, column) in enumerate(zip(places, shown, strict=True)):
        sheet.words(x, _TOP - 22, f"{rank + 1}{column.mark}", anchor="middle", bold=column.changes)
    leaders = looks_of(tables, [name for name in bidders if any(name in _first(one.ranks) for one in shown)])
    for name in [*(one for one in bidders if one not in leaders), *reversed(leaders)]:
        path = [
            (x + _beside(one.ranks, leaders, name), rows.at[one.ranks[name]] if name in one.ranks else None)
            for x, one in zip(places, shown, strict=True)
        ]
        _line(sheet, name, leaders, path)
    _ends(sheet, (shown[0], places[0], -1), bidders, leaders, rows, len(shown) > 1)
    _ends(sheet, (shown[-1], places[-1], 1), bidders, leaders, rows, len(shown) > 1)


def _ends(
    sheet: Sheet, end: tuple[_Column, float, int], bidders: list[str], leaders: dict[str, int], rows: _Rows, both: bool,
) -> None:  # fmt: skip
    """Write the ranks and names beside the first or the last column; those who share a rank one below the other."""
    column, x, side = end
    anchor, gap = "end" if side < 0 else "start", rows.gap
    there = [name for name in bidders if name in column.ranks]
    far = _NUMBER + max((width_of(f"{column.ranks[name]:g}") for name in there), default=0.0) + 7 + _KEY
    room = (_LABELS + 18 if both else WIDTH / 2) - far
    for rank in {column.ranks[name] for name in there}:
        level = sorted((name for name in there if column.ranks[name] == rank), key=lambda name: _place(leaders, name))
        if len(level) > 1:
            bar, y = x + side * (_NUMBER - 3), rows.at[rank]
            sheet.grid([(bar, y - 5, bar, y + gap * (len(level) - 1) + 5)], 0.6)
        for below, name in enumerate(level):
            y, leads = rows.at[rank] + gap * below, name in leaders
            sheet.words(x + side * _NUMBER, y + 4, f"{rank:g}", anchor=anchor, bold=leads)
            if leads:
                sheet.mark(x + side * (far - _KEY / 2 - 2), y, leaders[name], PALETTE[leaders[name]], 4)
            sheet.words(x + side * (far + 2), y + 4, name, anchor=anchor, room=room, bold=leads)


def _place(leaders: dict[str, int], name: str) -> int:
    return leaders.get(name, len(PALETTE))


def _beside(ranks: Ranks, leaders: dict[str, int], name: str) -> float:
    """Return how far the mark of one who leads somewhere stands beside its column, so that those who are level are all seen."""
    level = [one for one in leaders if one in ranks and ranks[one] == ranks.get(name)]
    if name not in level or len(level) == 1:
        return 0.0
    return (level.index(name) - (len(level) - 1) / 2) * min(_LEVEL, _ABREAST / (len(level) - 1))


def _line(sheet: Sheet, name: str, leaders: dict[str, int], path: list[tuple[float, float | None]]) -> None:
    """Draw the line of a bidder, broken where it has no rank."""
    rank = leaders.get(name, -1)
    colour, dash, kind = (PALETTE[rank], DASHES[rank], rank) if rank >= 0 else (GREY, "", 0)
    run: list[tuple[float, float]] = []
    for x, y in [*path, (0.0, None)]:
        if y is not None:
            run.append((x, y))
        elif run:
            if len(run) > 1:
                sheet.curve(run, colour, width=2.6 if rank >= 0 else 1.2, dash=dash, name=name)
            run = []
    for x, y in path:
        if y is not None:
            sheet.mark(x, y, kind, colour, 5 if rank >= 0 else 3)


def _names_of_columns(sheet: Sheet, shown: list[_Column], bottom: float) -> float:
    """Write below what the columns are, in two rows of words, and return where the picture ends."""
    y = bottom + 22
    half = -(-len(shown) // 2) if len(shown) > 3 else len(shown)
    for rank, one in enumerate(shown):
        x = WIDTH / 2 + 6 if rank >= half else 0.0
        room = WIDTH / 2 - 34 if half < len(shown) else WIDTH - 30
        low = y + rank % half * 17
        alike = f" (and {len(one.alike)} more alike)" if one.alike else ""
        sheet.words(x + 20, low, f"{rank + 1}{one.mark}", anchor="end", size=SMALL, bold=one.changes)
        # The name is cut alone, so that what tells it from others that begin alike stays.
        name = sheet.fitting(one.name, room - width_of(alike, SMALL) * BOLDER, size=SMALL, bold=one.changes)
        sheet.words(x + 26, low, name + alike, size=SMALL, colour=INK, bold=one.changes, name=one.name)
    return y + half * 17
