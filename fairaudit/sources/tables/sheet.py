"""One sheet of a workbook into rows: values as they are stored, and everything that is not a plain value named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from fairaudit.frozen import Frozen
from fairaudit.sources.limits import MAX_SHEET_CELLS, MAX_TABLE_COLUMNS
from fairaudit.sources.tables.formats import PLAIN, Style, is_struck, number_cell
from fairaudit.sources.tables.grid import Cell, Grid, Odd, Remark, Rounded, Row, Stamp, letters
from fairaudit.sources.tables.package import Element, Package, local

_REF = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_STRUCK = "is struck through{}, so it is not read; write what holds without the line, or leave the cell empty"
_WHITE = (
    "is written in white on a background without a colour, so it is not read; give it another colour, or empty the cell"
)
_MOST_MERGED = 5_000_000
_MOST_KNOWN = 50_000
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class Book(Frozen):
    """What the cells of all sheets lean on."""

    strings: list[str | Odd]
    styles: list[Style]
    epoch_1904: bool


def text_in(holder: Element) -> str:
    """Return the text of a shared or inline string: its runs one after the other, without the signs of how it is spoken."""
    if len(holder) == 1 and local(holder[0].tag) == "t":
        return _unescaped(holder[0].text or "")
    found = []
    for one in holder:
        name = local(one.tag)
        if name == "t":
            found.append(one.text or "")
        elif name == "r":
            found += [part.text or "" for part in one if local(part.tag) == "t"]
    return _unescaped("".join(found))


def written_in(holder: Element) -> str | Odd:
    """Return the text of a shared or inline string; one of which a part is struck through is odd."""
    text = text_in(holder).strip()
    if len(holder) > 1 or (len(holder) == 1 and local(holder[0].tag) == "r"):
        for run in holder:
            if any(local(one.tag) == "rPr" and is_struck(one) for one in run) and text_in(run).strip():
                return Odd(text[:200], _STRUCK.format(" in part"))
    return text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def read_sheet(package: Package, part: str, sheet: str, hidden: bool, book: Book) -> Grid:
    """Return the rows of one sheet; raises `SourceError` where it cannot be read."""
    reader = _Sheet(package, sheet, book)
    for piece in package.slices(part):
        for block in piece:
            name = local(block.tag)
            if name == "conditionalFormatting":
                reader.coloured += block.get("sqref", "").split()
            for one in block if name in ("sheetData", "cols", "mergeCells") else ():
                if name == "sheetData":
                    reader.row(one)
                elif name == "mergeCells":
                    reader.merged.append(one.get("ref", ""))
                elif _is_true(one.get("hidden")) or _is_zero(one.get("width")):
                    first = int(one.get("min", "0"))
                    reader.hidden_columns.update(range(first, min(int(one.get("max", "0")), MAX_TABLE_COLUMNS) + 1))
    reader.leave_out_white(part)
    merged = tuple(reader.unmerge())
    remarks = (*reader.remarks, *reader.leave_out_columns())
    return Grid(sheet, iter(reader.rows), True, hidden, remarks, merged, tuple(sorted(reader.notes(part))))


class _Sheet:
    def __init__(self, package: Package, sheet: str, book: Book) -> None:
        self.package, self.sheet, self.book = package, sheet, book
        self.rows: list[Row] = []
        self.remarks: list[Remark] = []
        self.merged: list[str] = []
        self.hidden_columns: set[int] = set()
        self.number = 0
        self.count = 0
        self.coloured: list[str] = []
        """The cells to which a condition or the style of a table may give a colour."""
        self.white: dict[int, list[int]] = {}
        """The columns of each row that are written in white."""
        self.whitens = any(one.white for one in book.styles)
        self.rounds = False
        """Whether a cell shows another number than it holds."""
        self.known: dict[tuple[str, str | None, str | None], Cell] = {}
        """What was made of the values so far: scores and days stand in a sheet many times."""

    def row(self, row: Element) -> None:
        number = int(row.get("r") or self.number + 1)
        if not self.number < number <= _LAST_ROW:
            raise self.package.refuse(
                f"has its rows out of order in sheet `{self.sheet[:60]}`; save it as `.xlsx` anew"
            )
        self.number = number
        cells: list[Cell] = []
        column = 0
        for cell in row:
            # A cell that does not say where it stands stands beside the one before it.
            ref = cell.get("r")
            column = _column(ref.rstrip("0123456789")) if ref else column + 1
            value = self._cell(cell)
            if value is not None:
                self._put(cells, column, value)
                if self.whitens and self._style(cell.get("s")).white:
                    self.white.setdefault(number, []).append(column)
        while cells and cells[-1] is None:
            cells.pop()
        if not cells:
            return
        if _is_true(row.get("hidden")) or _is_zero(row.get("ht")):
            shown = " | ".join(one.text if isinstance(one, Odd) else one for one in cells if one is not None)
            words = f"row {number} is hidden, so nothing in it is read; show it, or delete it"
            held = tuple((at, one) for at, one in enumerate(cells, 1) if one is not None)
            self.remarks.append(Remark(number, 1, shown[:200], words, held, True))
        else:
            self.rows.append((number, 0, cells))

    def _put(self, cells: list[Cell], column: int, value: Cell) -> None:
        self.count += 1
        if column == len(cells) + 1 <= MAX_TABLE_COLUMNS and self.count <= MAX_SHEET_CELLS:
            cells.append(value)
            return
        if not 0 < column <= MAX_TABLE_COLUMNS or self.count > MAX_SHEET_CELLS:
            raise self.package.refuse(
                f"holds more than {MAX_SHEET_CELLS:,} cells or {MAX_TABLE_COLUMNS:,} columns in sheet `{self.sheet[:60]}`;"
                " split it into several tables"
            )
        while len(cells) < column:
            cells.append(None)
        cells[column - 1] = value

    def _cell(self, cell: Element) -> Cell:
        kind = cell.get("t")
        value: str | None = None
        for part in cell:
            name = local(part.tag)
            if name == "f":
                return self._formula(cell, part.text)
            if name == "v":
                value = part.text
            elif name == "is":
                return self._struck(written_in(part) or None, cell.get("s"))
        if value is None:
            return None
        key = (value, kind, cell.get("s"))
        if key in self.known:
            return self.known[key]
        try:
            made = self._struck(self._value(*key), key[2])
        except (ValueError, IndexError, OverflowError):
            made = Odd(value[:200], "holds a value that cannot be read; write it anew")
        if len(self.known) < _MOST_KNOWN:
            self.known[key] = made
        return made

    def _value(self, value: str, kind: str | None, style: str | None) -> Cell:
        if kind == "s":
            return self.book.strings[int(value)] or None
        if kind in (None, "n"):
            made = number_cell(value, self._style(style), self.book.epoch_1904)
            self.rounds = self.rounds or isinstance(made, Rounded)
            return made
        if kind == "b":
            return Odd("TRUE" if value == "1" else "FALSE", "is true or false, which is no value here")
        if kind == "e":
            return Odd(value[:200], "is an error of the spreadsheet, no value")
        if kind == "d":
            return Stamp(value.removesuffix("T00:00:00"))
        return value.strip() or None

    def _style(self, style: str | None) -> Style:
        at = int(style) if style else 0
        return self.book.styles[at] if at < len(self.book.styles) else PLAIN

    def _struck(self, made: Cell, style: str | None) -> Cell:
        """Return a value; one that is struck through is odd: whether it still holds is not said."""
        if made is None or isinstance(made, Odd) or not self._style(style).struck:
            return made
        return Odd(made[:200], _STRUCK.format(""))

    def _formula(self, cell: Element, formula: str | None) -> Odd:
        saved = next((part.text for part in cell if local(part.tag) == "v"), None)
        words = "no result is saved" if saved is None else f"its saved result is {saved[:40]}"
        return Odd(
            f"={formula or '(as in another cell)'}"[:200],
            f"is a formula ({words}), and what it shows depends on other cells; paste its value in its place",
        )

    def leave_out_white(self, part: str) -> None:
        """Make cells odd that are written in white where nothing gives them another background."""
        if not self.white:
            return
        tables = [name for kind, name in self.package.related(part).values() if kind == "table"]
        spans = [*self.coloured, *(self.package.tree(name).get("ref", "") for name in tables)]
        ranges = [found for one in spans if (found := _range(one)) is not None]
        for number, _, cells in self.rows:
            for column in self.white.get(number, ()):
                held = cells[column - 1] if column <= len(cells) else None
                covered = any(top <= number <= low and left <= column <= right for top, low, left, right in ranges)
                if isinstance(held, str) and not covered:
                    cells[column - 1] = Odd(held[:200], _WHITE)

    def unmerge(self) -> Iterator[Remark]:
        """Make every cell of merged cells odd: which of the rows or columns their one value is for is not said."""
        numbers = [one[0] for one in self.rows]
        budget = _MOST_MERGED
        for ref in self.merged:
            first, _, last = ref.partition(":")
            start, end = _REF.fullmatch(first), _REF.fullmatch(last)
            if start is None or end is None:
                continue
            left, right = _column(start[1]), min(_column(end[1]), MAX_TABLE_COLUMNS)
            low, high = bisect_left(numbers, int(start[2])), bisect_left(numbers, int(end[2]) + 1)
            budget -= max(0, high - low) * max(0, right - left + 1) + 1
            if budget < 0:
                raise self.package.refuse(f"merges too many cells in sheet `{self.sheet[:60]}`; unmerge them")
            odd = self._odd(ref, self.rows[low:high], range(left, right + 1))
            if odd is not None:
                yield Remark(int(start[2]), left, odd.text, odd.reason)

    def _odd(self, ref: str, rows: list[Row], columns: range) -> Odd | None:
        held = [
            one for _, _, cells in rows for at in columns if at <= len(cells) and (one := cells[at - 1]) is not None
        ]
        if not held:
            return None
        shown = held[0].text if isinstance(held[0], Odd) else held[0]
        odd = Odd(shown, f"is one of the merged cells {ref}; unmerge them and write a value into each that has one")
        for _, _, cells in rows:
            cells.extend([None] * (columns[-1] - len(cells)))
            cells[columns[0] - 1 : columns[-1]] = [odd] * len(columns)
        return odd

    def leave_out_columns(self) -> Iterator[Remark]:
        """Take the cells of hidden columns away, and say of each column that held any."""
        for column in sorted(self.hidden_columns):
            held = [(number, cells) for number, _, cells in self.rows if column <= len(cells) and cells[column - 1]]
            kept = tuple((number, cells[column - 1]) for number, cells in held)
            for _, cells in held:
                cells[column - 1] = None
            if held:
                words = f"column {letters(column)} is hidden, so nothing in it is read; show it, or delete it"
                yield Remark(held[0][0], column, f"{len(held)} cells", words, kept)

    def notes(self, part: str) -> Iterator[Remark]:
        """Yield the notes on cells of rows that are read, and the cells that show another number than they hold."""
        for number, _, cells in self.rows if self.rounds else ():
            for column, one in enumerate(cells, 1):
                if isinstance(one, Rounded):
                    words = f"is {one} and its cell shows {one.shown}; {one} is read. Which of the two was given?"
                    yield Remark(number, column, str(one), words, shown=one.shown)
        noted = self._noted(part)
        for number, _, cells in self.rows if noted else ():
            for column, text in sorted(noted.get(number, {}).items()):
                if column not in self.hidden_columns:
                    held = cells[column - 1] if column <= len(cells) else None
                    is_read = (
                        f"{held[:40]} is" if isinstance(held, str) else "its value is not" if held else "nothing is"
                    )
                    words = f"has a note, which is not read; {is_read} read. Does the note change what the cell says?"
                    yield Remark(number, column, text[:200], words)

    def _noted(self, part: str) -> dict[int, dict[int, str]]:
        """Return the notes of a sheet by row and column."""
        found: dict[int, dict[int, str]] = {}
        for kind, name in self.package.related(part).values():
            for element in self.package.ends(name) if kind == "comments" else ():
                at = _REF.fullmatch(element.get("ref", "")) if local(element.tag) == "comment" else None
                if at is not None and (column := _column(at[1])) > 0:
                    text = " ".join(text_in(one) for one in element if local(one.tag) == "text")
                    found.setdefault(int(at[2]), {})[column] = " ".join(text.split())
        return found


def _range(ref: str) -> tuple[int, int, int, int] | None:
    """Return the first and last row, and the first and last column, of a range of cells."""
    first, _, last = ref.partition(":")
    start, end = _REF.fullmatch(first), _REF.fullmatch(last or first)
    return (int(start[2]), int(end[2]), _column(start[1]), _column(end[1])) if start and end else None


@lru_cache(maxsize=2048)
def _column(name: str) -> int:
    """Return the number of a column by its letters, from 1; 0 for what is none."""
    found = 0
    for one in name.replace("$", "")[:4]:
        found = found * 26 + ord(one) - 64 if "A" <= one <= "Z" else -_LAST_COLUMN
    return found


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")


def _is_zero(value: str | None) -> bool:
    return value is not None and not value.strip("0.") and bool(value)
