"""What a table is read into, whatever its format: rows of cells. What is no plain value stays itself, with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.frozen import Frozen


class Figure(str):
    """A number that a cell holds as a number, in plain decimals."""

    __slots__ = ()


class Rounded(Figure):
    """A number that its cell shows rounded."""

    __slots__ = ("shown",)

    shown: str


class Stamp(str):
    """A day or a moment that a cell holds as one, in ISO 8601."""

    __slots__ = ()


class Odd(Frozen):
    """A cell that holds no plain value: what it shows, and why that is not taken for its value."""

    text: str
    reason: str


class Torn(Odd):
    """A row of a CSV of which the cells cannot be told apart, in the place of its first."""

    __slots__ = ()


Cell = str | Odd | None
"""A text, a figure, a stamp, or something odd; `None` for an empty cell."""

Row = tuple[int, int, list[Cell]]
"""The line of a row, from 1, the offset of its first character in the text of a CSV, and its cells from the first column."""


class Remark(Frozen):
    """Something of a sheet that was left out: a hidden row or column, or merged cells. Rows and columns count from 1."""

    row: int
    column: int
    text: str
    reason: str
    cells: tuple[tuple[int, Cell], ...] = ()
    """Of a hidden row what it holds, with the columns from 1; of a hidden column with the rows."""
    is_row: bool = False
    shown: str = ""
    """The number that a cell shows, where it holds another."""


class Grid(Frozen):
    """One sheet, or one CSV, which has no name."""

    sheet: str
    rows: Iterator[Row]
    typed: bool
    """Whether cells say of themselves that they are numbers; a text that looks like one is none then."""
    hidden: bool = False
    remarks: tuple[Remark, ...] = ()
    merged: tuple[Remark, ...] = ()
    """Merged cells that hold something, each range once with its first cell; its cells are odd in `rows` besides."""
    notes: tuple[Remark, ...] = ()
    """Cells in sight that say more than their values do: a note stands on them, or they show another number than they hold."""


def letters(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 1: 1 is `A`, 28 is `AB`."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def cell_name(row: int, column: int, sheet: str = "") -> str:
    """Return what a spreadsheet calls a cell: `C14`, or `Scores!C14` of a sheet; names with spaces stand in quotes."""
    name = f"{letters(column)}{row}"
    if not sheet:
        return name
    plain = sheet.replace("_", "").isalnum() and not sheet[:1].isdigit()
    return f"{sheet}!{name}" if plain else "'" + sheet.replace("'", "''") + f"'!{name}"
