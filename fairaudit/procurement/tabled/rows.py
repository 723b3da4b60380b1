"""Where the scores of tables stand: there may be a million, so a row keeps two numbers, and its cells are found when asked."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fairaudit.procurement.places import Placed
from fairaudit.sources.document import Path
from fairaudit.sources.tables.grid import cell_name
from fairaudit.sources.tables.separated import offset_of, span_of


@dataclass
class Source:
    """One sheet or CSV: which of the case's documents it is, and the columns of the fields of a score, from 1."""

    document: int
    file: str
    sheet: str = ""
    text: str = ""
    separator: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    header_row: int = 0
    """The row of the bidders of a matrix, where `columns` has the column of the criteria; 0 for a table in long form."""

    def cell(self, line: int, column: int, name: str) -> tuple[int, int]:
        """Return row and column of a field of a score that stands in a row, of a matrix also in a column."""
        if not self.header_row:
            return line, self.columns.get(name, 0)
        if name == "bid":
            return self.header_row, column
        if name == "criterion":
            return line, self.columns["criterion"]
        return line, column + 1 if name == "comment" else column


class Rows:
    """The places of the scores of one list of the evaluation, in their order."""

    def __init__(self, base: int) -> None:
        self.base = base
        """How many scores of the list stand in the case's own files, before those of tables."""
        self.starts: list[int] = []
        self.sources: list[Source] = []
        self.lines = array("I")
        self.offsets = array("Q")
        """In a CSV the offset of the row, in a workbook the column of a matrix."""

    def begin(self, source: Source) -> None:
        """Let the scores that follow stand in a sheet or CSV."""
        self.starts.append(len(self.lines))
        self.sources.append(source)

    def found(self, index: int) -> tuple[Source, int, int] | None:
        """Return the source of a score, its line, and its offset or column."""
        at = index - self.base
        if not 0 <= at < len(self.lines):
            return None
        place = next(number for number in range(len(self.starts) - 1, -1, -1) if self.starts[number] <= at)
        return self.sources[place], self.lines[at], self.offsets[at]


class _Late:
    """What is worked out of the place of a score, by the list it stands in."""

    def __init__(self, rows: dict[str, Rows]) -> None:
        self.rows = rows

    def row(self, path: Path) -> tuple[Source, int, int] | None:
        """Return where the score stands that a path leads to or into."""
        if not 3 <= len(path) <= 4 or path[0] != "evaluation":
            return None
        rows, index = self.rows.get(str(path[1])), path[2]
        return rows.found(index) if rows is not None and isinstance(index, int) else None


class LatePlaces(Mapping[Path, Placed]):
    """The places of a case with tables: those of its own files as they are, those of cells when they are asked for."""

    def __init__(self, own: Mapping[Path, Placed], rows: dict[str, Rows]) -> None:
        self.own = own
        self.late = _Late(rows)

    def __getitem__(self, path: Path) -> Placed:
        found = self._found(path)
        if found is None:
            raise KeyError(path)
        return found

    def __contains__(self, path: object) -> bool:
        return path in self.own or (isinstance(path, tuple) and self._found(path) is not None)

    def _found(self, path: Path) -> Placed | None:
        found = self.own.get(path)
        if found is None and (row := self.late.row(path)) is not None:
            found = self._placed(path, *row)
        return found

    def _placed(self, path: Path, source: Source, line: int, offset: int) -> Placed | None:
        name = str(path[3]) if len(path) > 3 else ""
        if source.text and not source.header_row:
            column = source.columns.get(name, 0)
            if name and not column:
                return None
            return source.document, span_of(source.text, line, offset, column, source.separator)
        row, column = source.cell(line, offset, name or "score")
        if not column:
            return None
        if source.text:
            return source.document, span_of(source.text, row, offset_of(source.text, row), column, source.separator)
        return source.document, (row, column, row, column + 1)

    def __iter__(self) -> Iterator[Path]:
        return iter(self.own)

    def __len__(self) -> int:
        return len(self.own)


class LatePointers(Mapping[Path, str]):
    """The pointers of a case with workbooks: the sheet and cell of a score, when they are asked for."""

    def __init__(self, own: Mapping[Path, str], rows: dict[str, Rows]) -> None:
        self.own = own
        self.late = _Late(rows)

    def __getitem__(self, path: Path) -> str:
        found, row = self.own.get(path), self.late.row(path)
        if found is None and row is not None and row[0].sheet:
            at, column = row[0].cell(row[1], row[2], str(path[3]) if len(path) > 3 else "score")
            found = cell_name(at, column, row[0].sheet) if column else None
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[Path]:
        return iter(self.own)

    def __len__(self) -> int:
        return len(self.own)
