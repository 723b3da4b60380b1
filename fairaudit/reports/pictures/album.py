"""All the pictures that can be drawn from what rules measured, in the order in which they are best read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fairaudit.reports import measurewords
from fairaudit.reports.pictures import dots, lanes, prices, ranks, residuals, slopes, strip, ties, weights
from fairaudit.reports.pictures.canvas import whole
from fairaudit.reports.pictures.drawing import Drawing
from fairaudit.reports.pictures.letters import plain
from fairaudit.reports.pictures.values import BELOW, Measured, Picture, PictureTable, Tables, Tabular

PICTURES: tuple[tuple[str, Callable[[Tables], Drawing | None]], ...] = (
    ("evaluation-1-scores", dots.drawing),
    ("evaluation-2-residuals", residuals.drawing),
    ("evaluation-3-slopes", slopes.drawing),
    ("evaluation-4-prices", prices.drawing),
    ("evaluation-5-weights", weights.drawing),
    ("evaluation-6-ranks", ranks.drawing),
    ("evaluation-7-bids", strip.drawing),
    ("people-8-ties", ties.drawing),
    ("bidders-1-received", lanes.drawing),
)
"""The seven pictures of the evaluation, that of ties and that of the bidders: how the key of each begins, and what draws it."""
_NO_KEY = re.compile(r"[^a-z0-9]+")


def drawn(measures: Iterable[Measured], page: str = "") -> tuple[Picture, ...]:
    """Return the pictures that the tables allow: the first kind of every lot, then the second, and so on.

    A table without the columns or without a number draws nothing, and no table raises an error. Where a table is measured
    twice for a lot in different ways, each makes a picture. `page` begins the ids within the SVG, for pages that show
    several cases.
    """
    sets = _by_lot(measures)
    found: list[Picture] = []
    taken: set[str] = set()
    for key, draw in PICTURES:
        shown: set[tuple[str, ...]] = set()
        for lot, tables in sets:
            drawing = draw(tables)
            if drawing is None or (lot, *drawing.parts) in shown:
                continue
            shown.add((lot, *drawing.parts))
            name = _free(f"{key}-lot-{_slug(lot)}" if lot else key, taken)
            found.append(_picture(drawing, (name, lot, page), tables))
    return tuple(found)


def _by_lot(measures: Iterable[Measured]) -> list[tuple[str, Tables]]:
    """Return the tables by name for every lot; what a lot has twice stands in a further set of its own."""
    by_name: dict[tuple[str, str], list[Tabular]] = {}
    for measure in measures:
        for table in measure.tables:
            kept = by_name.setdefault((table.lot, table.name), [])
            if not any(one.columns == table.columns and one.rows == table.rows for one in kept):
                kept.append(table)
    lots = dict.fromkeys(lot for lot, _ in by_name)
    sets: list[tuple[str, Tables]] = []
    for lot in lots:
        of = {name: tables for (where, name), tables in by_name.items() if where == lot}
        for turn in range(max(map(len, of.values()))):
            sets.append((lot, {name: tables[turn] for name, tables in of.items() if turn < len(tables)}))
    return sets


def _slug(text: str) -> str:
    return _NO_KEY.sub("-", text.lower()).strip("-")[:40] or "x"


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no picture has yet."""
    key, count = name, 1
    while key in taken:
        count += 1
        key = f"{name}-{count}"
    taken.add(key)
    return key


def _picture(drawing: Drawing, called: tuple[str, str, str], tables: Tables) -> Picture:
    key, lot, page = called
    title = f"{drawing.title}: lot {plain(lot)}" if lot else drawing.title
    said = " ".join(drawing.said)
    svg = whole(page + key, title, f"{said} {BELOW}", drawing.parts, drawing.height)
    return Picture(key, title, said, svg, tuple(_table(tables[name]) for name in drawing.drew), lot)


def _table(table: Tabular) -> PictureTable:
    columns = table.columns
    rows = tuple(tuple(map(measurewords.cell, columns, row)) for row in table.rows[: measurewords.MOST_ROWS])
    return PictureTable(
        table.name,
        measurewords.caption(table.name),
        tuple(map(measurewords.label, columns)),
        tuple(measurewords.is_number(one) for one in columns),
        rows,
        len(table.rows),
    )
