"""Picture 6: how ranks change from one scenario to the next, one line for a bidder."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import DASHES, GREY, INK, PALETTE, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import SMALL, few, named
from fairaudit.reports.pictures.scales import apart
from fairaudit.reports.pictures.values import Tables, number, records, told
from fairaudit.reports.wording import counted

_TOP, _GAP, _LABELS, _MOST, _MOST_BIDDERS = 44.0, 22.0, 150.0, 14, 32
_LEVEL, _ABREAST = 11.0, 18.0
"""How far apart marks stand that share a rank, and from the first to the last of them at most."""
Ranks = dict[str, float]


class _Column(Frozen):
    """Scenarios with the same ranks, the first of which gives the name, and how first place changes.

    The mark is `*` where nobody who is first in the record is first, `=` where first place is shared by more or by fewer.
    """

    name: str
    alike: int
    ranks: Ranks
    mark: str

    @property
    def changes(self) -> bool:
        """Whether others are first than in the record."""
        return bool(self.mark)


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the table `ranks-over-scenarios`, or nothing where no rank is a number."""
    scenarios: dict[str, Ranks] = {}
    for scenario, bidder, rank in records(tables.get("ranks-over-scenarios"), "scenario", "bidder", "rank"):
        place = number(rank)
        if place is not None:
            scenarios.setdefault(told(scenario), {})[told(bidder)] = place
    if not scenarios:
        return None
    columns = _columns(scenarios)
    shown = _chosen(columns)
    record = shown[0].ranks
    every = sorted({name: None for one in shown for name in one.ranks}, key=lambda name: record.get(name, 1e9))
    bidders = sorted(every, key=lambda name: min(one.ranks.get(name, 1e9) for one in shown))[:_MOST_BIDDERS]
    ranks = sorted({one.ranks[name] for one in shown for name in bidders if name in one.ranks})
    gap = _GAP if len(bidders) <= 20 else 18.0
    at = {rank: _TOP + place * gap for place, rank in enumerate(ranks)}
    sheet, bottom = Sheet([*bidders, *(one.name for one in shown)]), _TOP + max(len(ranks), len(bidders)) * gap
    _lines(sheet, shown, bidders, at, bottom)
    height = _names_of_columns(sheet, shown, bottom)
    said = (
        f"Each line is a bidder; higher is better. Column 1 is {named(shown[0].name)}, the others are named below.",
        _changes(scenarios),
        *_merged(columns, len(scenarios)),
        *left_out(
            len(columns) - len(shown),
            "scenario",
            "with the same first place" if _all_changes(columns, shown) else "too",
        ),
        *left_out(len(every) - len(bidders), "bidder", "whose best rank is lower"),
    )
    return Drawing("Ranks over the scenarios", said, tuple(sheet.parts), height, ("ranks-over-scenarios",))


def _all_changes(columns: list[_Column], shown: list[_Column]) -> bool:
    return sum(one.changes for one in columns) == sum(one.changes for one in shown)


def _first(ranks: Ranks) -> frozenset[str]:
    best = min(ranks.values())
    return frozenset(name for name, rank in ranks.items() if rank == best)


def _mark(record: frozenset[str], first: frozenset[str]) -> str:
    return "" if first == record else "=" if first & record else "*"


def _columns(scenarios: dict[str, Ranks]) -> list[_Column]:
    """Return the scenarios in order, those with the same ranks as an earlier one put together with it."""
    names: dict[tuple[tuple[str, float], ...], list[str]] = {}
    for name, ranks in scenarios.items():
        names.setdefault(tuple(sorted(ranks.items())), []).append(name)
    record = _first(next(iter(scenarios.values())))
    return [
        _Column(first, len(alike), scenarios[first], _mark(record, _first(scenarios[first])))
        for first, *alike in names.values()
    ]


def _chosen(columns: list[_Column]) -> list[_Column]:
    """Return as many as there is room for: the record, then where first place changes, then what differs most."""
    if len(columns) <= _MOST:
        return columns
    record = columns[0].ranks

    def moved(one: _Column) -> float:
        return sum(abs(rank - record.get(name, rank)) for name, rank in one.ranks.items())

    kept = sorted(range(1, len(columns)), key=lambda one: (not columns[one].changes, -moved(columns[one]), one))
    return [columns[one] for one in sorted([0, *kept[: _MOST - 1]])]


def _changes(scenarios: dict[str, Ranks]) -> str:
    """Say who is first in the record, and in how many scenarios another alone, several others, or more or fewer are."""
    record, *others = map(_first, scenarios.values())
    winners = few(sorted(record))
    if not others:
        return f"First in column 1: {winners}. No other scenario was computed."
    moved = [one for one in others if one != record]
    ways = (
        (sum(len(one) == 1 and not one & record for one in moved), "another alone is first (*)"),
        (sum(len(one) > 1 and not one & record for one in moved), "several others share first place (*)"),
        (sum(one > record for one in moved), "first place is shared with others (=)"),
        (sum(bool(one & record) and not one > record for one in moved), "only some of those are still first (=)"),
    )
    said = [
        f"{'in ' if rank else ''}{count} {what}" for rank, (count, what) in enumerate(one for one in ways if one[0])
    ]
    of = counted(len(others), "other scenario")
    if not said:
        return f"First in column 1: {winners}. So it is in {'the' if len(others) == 1 else 'all'} {of}."
    return f"First in column 1: {winners}. Of {of}, in {', '.join(said)}; these are bold."


def _merged(columns: list[_Column], scenarios: int) -> tuple[str, ...]:
    if scenarios == len(columns):
        return ()
    return (f"Scenarios with the same ranks share a column: {scenarios} scenarios, {counted(len(columns), 'column')}.",)


def _lines(sheet: Sheet, shown: list[_Column], bidders: list[str], at: dict[float, float], bottom: float) -> None:
    left, right = _LABELS + 20, WIDTH - _LABELS - 20
    step = (right - left) / max(len(shown) - 1, 1)
    places = [left + rank * step for rank in range(len(shown))] if len(shown) > 1 else [WIDTH / 2]
    sheet.grid((x, _TOP - 12, x, bottom - 6) for x in places)
    for rank, (x, column) in enumerate(zip(places, shown, strict=True)):
        sheet.words(x, _TOP - 22, f"{rank + 1}{column.mark}", anchor="middle", bold=column.changes)
    leaders = [name for name in bidders if any(name in _first(one.ranks) for one in shown)][: len(PALETTE)]
    for name in [*(one for one in bidders if one not in leaders), *leaders[::-1]]:
        path = [
            (x + _beside(one.ranks, leaders, name), at[one.ranks[name]] if name in one.ranks else None)
            for x, one in zip(places, shown, strict=True)
        ]
        _line(sheet, name, leaders, path)
    for column, x, anchor in ((shown[0], places[0] - 14, "end"), (shown[-1], places[-1] + 14, "start")):
        there = [name for name in bidders if name in column.ranks]
        moved = apart([at[column.ranks[name]] for name in there], 14, _TOP - 6, bottom)
        for name, y in zip(there, moved, strict=True):
            room = _LABELS - 22 if len(shown) > 1 else WIDTH / 2 - 40
            text = f"{column.ranks[name]:g}"
            far = x - 25 if anchor == "end" else x + 25
            sheet.words(x, y + 4, text, anchor=anchor, bold=name in leaders)
            sheet.words(far, y + 4, name, anchor=anchor, room=room, bold=name in leaders)


def _beside(ranks: Ranks, leaders: list[str], name: str) -> float:
    """Return how far the mark of one who leads somewhere stands beside its column, so that those who are level are all seen."""
    level = [one for one in leaders if one in ranks and ranks[one] == ranks.get(name)]
    if name not in level or len(level) == 1:
        return 0.0
    return (level.index(name) - (len(level) - 1) / 2) * min(_LEVEL, _ABREAST / (len(level) - 1))


def _line(sheet: Sheet, name: str, leaders: list[str], path: list[tuple[float, float | None]]) -> None:
    """Draw the line of a bidder, broken where it has no rank."""
    rank = leaders.index(name) if name in leaders else -1
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
        alike = f" (and {one.alike} more alike)" if one.alike else ""
        sheet.words(x + 20, low, f"{rank + 1}{one.mark}", anchor="end", size=SMALL, bold=one.changes)
        sheet.words(x + 26, low, f"{one.name}{alike}", size=SMALL, room=room, colour=INK, bold=one.changes)
    return y + half * 17
