"""What the pictures are drawn from, and what is handed to a page or a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Protocol

from fairaudit.frozen import Frozen

Cell = str | int | None
"""What a table holds; numbers with decimals are texts, so that no digit is lost."""


class Tabular(Protocol):
    """A table that a check measured: its name says which picture draws it."""

    @property
    def name(self) -> str:
        """Return the name, such as `raw-scores`."""

    @property
    def lot(self) -> str:
        """Return the lot that it is about, or nothing."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""

    @property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows, each as long as there are columns."""


class Measured(Protocol):
    """What a rule measured: whatever has tables."""

    @property
    def tables(self) -> Sequence[Tabular]:
        """Return its tables."""


Tables = Mapping[str, Tabular]
"""The tables of one lot by their names."""


class PictureTable(Frozen):
    """The numbers of a picture in words for people; `numeric` says which columns hold numbers.

    Of very many rows it has the first, as many as a page shows; `number_of` is how many there are.
    """

    name: str
    caption: str
    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    number_of: int


BELOW = "The table has the same numbers."
"""What a picture says of its table on a page, where that stands below it."""
ELSEWHERE = "The table with its numbers stands below this picture in the HTML report, and whole in the JSON report."
"""What it says in a file of its own."""


class Picture(Frozen):
    """A picture: what it is called in a file name, what it shows in words, the SVG, its numbers, and its lot, if any."""

    key: str
    title: str
    description: str
    svg: str
    tables: tuple[PictureTable, ...]
    lot: str = ""


def number(cell: Cell) -> float | None:
    """Return a cell as a number to be drawn; a text that is none, or one too large to draw, is nothing."""
    if cell is None:
        return None
    try:
        value = float(cell)
    except (ValueError, OverflowError):
        return None
    return value if -1e15 < value < 1e15 else None


def records(table: Tabular | None, *columns: str) -> list[tuple[Cell, ...]]:
    """Return the rows with these columns in this order; none where there is no table, or a column is missing."""
    if table is None or not set(columns) <= set(table.columns):
        return []
    rows, places = table.rows, [table.columns.index(one) for one in columns]
    wide = len(table.columns)
    if len(places) == 1:
        return [(row[places[0]],) for row in rows if len(row) == wide]
    take = itemgetter(*places)
    return [take(row) for row in rows if len(row) == wide]


def told(cell: Cell) -> str:
    """Return what a cell names, such as a bidder."""
    return "" if cell is None else str(cell)
