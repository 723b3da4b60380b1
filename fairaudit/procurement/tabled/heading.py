"""Which row of a table names its columns, below titles and the like: one way for CSV and sheets, scores and people alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, islice

from fairaudit.frozen import Frozen
from fairaudit.sources.tables.grid import Cell, Grid, Odd, Row, Torn
from fairaudit.sources.tables.separated import separator_in

HIGHEST = 30
"""Below how many rows the names of the columns are not looked for any more."""
_FEW = 3
"""How many filled cells a title may have: a place and a day beside its name."""


class Heading(Frozen):
    """The row that names the columns, the column of each field from 0, how many rows hold something above it, all below it."""

    line: int
    at: dict[str, int]
    cells: list[Cell]
    above: int
    rows: Iterator[Row]
    titles: tuple[str, ...] = ()
    """What stands above, a row each."""

    @property
    def names(self) -> dict[int, str]:
        """What the columns are called, from 1."""
        return {at + 1: str(one)[:40] for at, one in enumerate(self.cells) if isinstance(one, str)}


class NoHeading(Frozen):
    """Why no row names the columns that are needed, where one was looked for, and how many names of columns stand there."""

    line: int
    reason: str
    known: int = 0


Named = Callable[[list[Cell]], dict[str, int] | str]
"""Tells the column of each field that a row names; a reason where it names one twice."""
Lacks = Callable[[dict[str, int], list[Cell]], str]
"""Tells what of the columns that are needed a row does not name, nothing where it names all."""


def heading_of(grid: Grid, named: Named, lacks: Lacks) -> Heading | NoHeading:
    """Return the first row that names the columns that are needed; a reason where none does, or two may."""
    rows = iter(grid.rows)
    top = list(islice(rows, HIGHEST + 1))
    nearest: tuple[int, int] = (-1, 0)
    why = NoHeading(1, "is empty; its first row should name its columns")
    for place, (line, _, cells) in enumerate(top):
        found = named(cells)
        reason = found if isinstance(found, str) else lacks(found, cells)
        if not reason and not isinstance(found, str):
            if wrong := _unclear(top, place, found, named):
                return wrong
            above = sum(1 for row in top[:place] if _filled(row[2]))
            titles = tuple(" ".join(one for one in row[2] if isinstance(one, str)) for row in top[:place])
            return Heading(line, found, cells, above, chain(top[place + 1 :], rows), titles)
        # Of rows that name nothing that is known, the first of the widest is most like one that names columns.
        near = HIGHEST if isinstance(found, str) else len(found), _filled(cells)
        if near > nearest:
            nearest, why = near, NoHeading(line, reason, near[0])
    torn = next(((line, cells[0]) for line, _, cells in top if cells and isinstance(cells[0], Torn)), None)
    if torn is not None:
        return NoHeading(torn[0], torn[1].reason, why.known)
    more = f"; the names of columns are looked for in the first {HIGHEST + 1} rows" if len(top) > HIGHEST else ""
    return why._replace(reason=why.reason + more)


def misfit(cells: list[Cell], width: int) -> tuple[int, str, str] | None:
    """Return the column from 1, 0 for the row, the words and the reason of a row of a CSV that does not fit its columns.

    A separator too many moves every cell behind it; in a workbook nothing can.
    """
    first, length = cells[0] if cells else None, len(cells)
    if isinstance(first, Torn):
        return 0, first.text, f"the row {first.reason}; it is left out"
    if length > width and any(one is not None for one in cells[width:]):
        reason = f"the row has {length} cells, and the table names {width} columns; put a cell that holds the separator in quotes"
        return width + 1, shown_in(cells[-1]), reason
    if length == 1 < width and (other := separator_in(shown_in(first))):
        reason = f"has {other} between its cells, and the first line has another sign; use one of them throughout"
        return 0, shown_in(first), f"{reason}; the row is left out"
    return None


def shown_in(cell: Cell) -> str:
    """Return what a cell shows, whether or not it could be read."""
    return cell.text if isinstance(cell, Odd) else cell or ""


def _unclear(top: list[Row], place: int, found: dict[str, int], named: Named) -> NoHeading | None:
    """Return why it cannot be told whether a row names the columns: a later one names more, or one above is no title."""
    line = top[place][0]
    for later, _, cells in top[place + 1 :]:
        other = named(cells)
        if not isinstance(other, str) and len(other) > len(found):
            words = (
                f"and row {later} may name its columns, too; delete what stands above the row that does, or put another"
                " table in a sheet or file of its own"
            )
            return NoHeading(line, words, len(other))
    width = _filled(top[place][2])
    for above, _, cells in top[:place]:
        filled = _filled(cells)
        if filled >= width > 1 or (filled > _FEW and filled * 2 >= width):
            words = (
                f"has as many cells filled as a row of the table, and stands above row {line}, which names the columns; delete"
                " it if it is a title, or move it below that row"
            )
            return NoHeading(above, words, len(found))
    return None


def _filled(cells: list[Cell]) -> int:
    # A title that is merged over all columns is one text.
    odd = {one.text for one in cells if isinstance(one, Odd)}
    return sum(1 for one in cells if isinstance(one, str)) + len(odd)
