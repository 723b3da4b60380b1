"""The tables that a case names into scores of its evaluation. Wrong tables and cells are listed."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.frozen import Frozen
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.loading.unread import unread_table
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.places import Beside, Placed
from fairaudit.procurement.tabled.collecting import LISTS, Cells, Collected
from fairaudit.procurement.tabled.files import Opened, TableFiles
from fairaudit.procurement.tabled.heading import HIGHEST, NoHeading
from fairaudit.procurement.tabled.keys import Keys, Unmeant
from fairaudit.procurement.tabled.leftover import Asked, LeftOver, left_over
from fairaudit.procurement.tabled.longform import FIELDS, Header, LongForm, field_of, header_of
from fairaudit.procurement.tabled.lotofsheet import with_lot
from fairaudit.procurement.tabled.matrix import Corner, Matrix, corner_of
from fairaudit.procurement.tabled.rows import LatePlaces, LatePointers, Source
from fairaudit.procurement.tabled.sheets import Chosen, Meant, chosen, meant
from fairaudit.procurement.tabled.stages import stage_of, unread_stage
from fairaudit.procurement.tabled.values import Values
from fairaudit.sources.document import Digest, Document, Fault, NotOpenedError, Path, SourceError, Unreadable
from fairaudit.sources.tables.grid import Grid, cell_name

SECTIONS = {"tables": "individual", "individual_tables": "individual", "consensus_tables": "consensus"}
"""The fields of an evaluation that name tables, and the list their rows belong to where no stage says otherwise."""

_MOST_OUT_OF_SIGHT = 10
"""How many hidden or merged cells are named beside a heading that was not found."""

Locate = Callable[[Path], tuple[str, int, int]]
"""Tells the file, line and column where a path stands in the case's own files."""


class Tabled(Frozen):
    """What the tables of a case come to."""

    documents: tuple[Document, ...]
    digests: tuple[Digest, ...]
    places: Mapping[Path, Placed]
    pointers: Mapping[Path, str]
    unreadable: tuple[Unreadable, ...]
    not_read: tuple[str, ...]
    faults: tuple[Fault, ...]
    sheets: tuple[str, ...] = ()
    """The sheets that were read, called as those that were not."""


def tables_of(root: Procurement) -> Iterator[tuple[str, ScoreTable]]:
    """Yield every table that a case names, with the list its rows belong to."""
    for name, usual in SECTIONS.items() if root.evaluation else ():
        for one in getattr(root.evaluation, name) or ():
            yield usual, one


def read_tables(
    root: Procurement,
    folders: Mapping[str, Beside],
    clock: Clock,
    locate: Locate,
    own: tuple[Mapping[Path, Placed], Mapping[Path, str], int],
) -> Tabled:
    """Add the scores of all tables to the evaluation; `own` are the places, pointers and number of the case's own files."""
    evaluation = root.evaluation or Evaluation()
    reader = _Reader(root, TableFiles(folders, own[2]), clock, locate)
    with _without_collecting():
        reader.all(list(tables_of(root)))
    for name in LISTS:
        scored = reader.collected.lists[name]
        if scored.scores or name in reader.collected.touched:
            evaluation.__dict__[name] = (*(getattr(evaluation, name) or ()), *scored.scores)
            scored.scores.clear()
    rows = {name: one.rows for name, one in reader.collected.lists.items()}
    return Tabled(
        tuple(reader.files.documents),
        tuple(reader.files.digests),
        LatePlaces(own[0], rows),
        LatePointers(own[1], rows),
        tuple(reader.collected.unreadable),
        tuple(reader.collected.not_read),
        tuple(reader.faults),
        tuple(reader.sheets),
    )


def _listed(headings: list[str]) -> str:
    more = f" and {len(headings) - 8} more" if len(headings) > 8 else ""
    return f"column{'s' if len(headings) > 1 else ''} {', '.join(headings[:8])}{more}"


def _out_of_sight(file: str, grid: Grid) -> Iterator[Fault]:
    """Name what a heading that was not found may stand in: rows, columns and cells near the top that are hidden or merged."""
    held = [one for one in (*grid.remarks, *grid.merged) if one.row <= HIGHEST]
    for one in sorted(held)[:_MOST_OUT_OF_SIGHT]:
        yield Fault(file, one.row, one.column, f"{cell_name(one.row, one.column, grid.sheet)}: {one.reason}")


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the collector from looking through scores and cells again and again: nothing here leads back to itself."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Reader:
    def __init__(self, root: Procurement, files: TableFiles, clock: Clock, locate: Locate) -> None:
        evaluation = root.evaluation or Evaluation()
        self.collected = Collected(len(evaluation.individual or ()), len(evaluation.consensus or ()))
        self.keys, self.files, self.clock, self.locate = Keys(root), files, clock, locate
        self.faults: list[Fault] = []
        self.unread = 0
        self.meant: dict[Path, Meant] = {}
        """Of each table in a workbook, by its path, the sheets it means."""
        self.sheets: list[str] = []
        self.asked: dict[int, tuple[set[str], list[Asked]]] = {}
        """Of each workbook that is still to be read the sheets that are meant, and the tables that mean them."""

    def all(self, tables: list[tuple[str, ScoreTable]]) -> None:
        """Read all tables; which sheets of a workbook are left is known of all that read it together."""
        sound = [(usual, table) for usual, table in tables if self._makes_sense(table, usual)]
        for usual, table in sound:
            self._ask(table, usual)
        for usual, table in sound:
            self._table(table, usual)
        self.collected.touched |= {usual for usual, _ in tables}

    def _ask(self, table: ScoreTable, usual: str) -> None:
        """Note which sheets of its workbook a table means; a file that cannot be read is named when the table is read."""
        try:
            opened = self.files.open(self.locate(table.path)[0], table.file or "")
            if opened.book is None:
                return
            found = self.meant[table.path] = meant(table, opened.book, self.keys, usual)
        except SourceError:
            return
        if not found.faults:
            read, asked = self.asked.setdefault(opened.document, (set(), []))
            read |= {one.name for one, _ in found.sheets}
            asked.append((table, usual))

    def _table(self, table: ScoreTable, usual: str) -> None:
        """Read one table; what is wrong with how the case names it, or with its file, is named."""
        try:
            opened = self.files.open(self.locate(table.path)[0], table.file or "")
            before = self._so_far()
            if opened.book is None:
                opened = opened.separated(lambda grid: self._headed(grid, table, usual))
            for one in self._sheets(table, opened):
                self._sheet(table, usual, opened, one)
            if self._so_far() == before:
                words = "has no row that can be read as a score; name its columns as the case does, with the scores below them"
                self._unread(table, Fault(opened.file, 1, 1, words))
        except SourceError as error:
            for fault in error.faults:
                if fault.file or isinstance(error, NotOpenedError):
                    self._unread(table, fault)
                else:
                    self._fault((*table.path, "file"), fault.message)

    def _headed(self, grid: Grid, table: ScoreTable, usual: str) -> Header | Corner | NoHeading:
        """Return the row of a CSV that names its columns, or the bidders of a matrix."""
        if table.layout == "matrix":
            return corner_of(grid, self.keys, table)
        return header_of(grid, table, usual == "individual" and table.evaluator is None)

    def _so_far(self) -> tuple[int, int]:
        """Return how many scores were read, and how many faults or tables that cannot be read were found."""
        return sum(len(one.scores) for one in self.collected.lists.values()), len(self.faults) + self.unread

    def _unread(self, table: ScoreTable, fault: Fault) -> None:
        """Name a table that could not be read, or a sheet of one."""
        self.unread += 1
        words = "what it holds is not known, and the rest is audited without it"
        self.collected.unreadable.append(unread_table(table.path, table.file or "", fault, words))

    def _wrong(self, table: ScoreTable, path: Path, message: str) -> None:
        """Name what the case says wrongly of a table, where it says so: the table is not read."""
        file, line, column = self.locate(path)
        self._unread(table, Fault(file, line, column, f"{text_of(path)}: {message}"))

    def _fault(self, path: Path, message: str) -> None:
        file, line, column = self.locate(path)
        self.faults.append(Fault(file, line, column, f"{text_of(path)}: {message}"))

    def _makes_sense(self, table: ScoreTable, usual: str) -> bool:
        """Name what cannot be meant of a table, whatever stands in its file."""
        before = self.unread
        if not table.file:
            self._wrong(
                table, (*table.path, "file"), "is not given; write which file holds the table, such as `scores.csv`"
            )
        for name in table.columns or {}:
            if name != field_of(name) and field_of(name) in (table.columns or {}):
                words = f"is given beside `{field_of(name)}`, which is the same column; keep one"
                self._wrong(table, (*table.path, "columns", name), words)
            elif field_of(name) not in FIELDS:
                hint = did_you_mean(name, dict.fromkeys(FIELDS), "")
                words = f"is no field of a score{hint}; write one of {', '.join(FIELDS)}"
                self._wrong(table, (*table.path, "columns", name), words)
        if table.layout == "matrix" and table.columns:
            self._wrong(
                table,
                (*table.path, "columns"),
                "has no meaning in a matrix, where bidders and criteria head rows and columns",
            )
        if table.evaluators and (table.evaluator or table.sheet):
            words = "says whose scores each sheet holds; leave out `sheet` and `evaluator` beside it"
            self._wrong(table, (*table.path, "evaluators"), words)
        if table.lot is not None and isinstance(meant := self.keys.lot(table.lot), Unmeant):
            self._wrong(table, (*table.path, "lot"), meant.reason)
        if table.stage is not None and (why := unread_stage(table.stage, usual)):
            self._wrong(table, (*table.path, "stage"), why)
        return self.unread == before

    def _sheets(self, table: ScoreTable, opened: Opened) -> list[Chosen]:
        """Return the sheets to read; a CSV is one without a name."""
        if opened.book is None:
            wrong = [name for name in ("sheet", "evaluators") if getattr(table, name)]
            for name in wrong:
                self._wrong(table, (*table.path, name), "has no meaning for a CSV, which has no sheets; leave it out")
            if wrong:
                return []
            who = self.keys.evaluator(table.evaluator) if table.evaluator else None
            return [Chosen(opened.csv(), who)]
        for name, message in self.meant[table.path].faults:
            self._wrong(table, (*table.path, name), message)
        found = chosen(self.meant[table.path], opened.book)
        for fault in found.broken:
            self._unread(table, fault)
        if not self.meant[table.path].faults and (asked := self.asked.pop(opened.document, None)):
            self.sheets += [f"{opened.file}, sheet {one}" for one in sorted(asked[0])]
            self._leave(opened, left_over(opened.book, *asked, self.keys))
        return list(found.sheets)

    def _leave(self, opened: Opened, left: LeftOver) -> None:
        """Name the sheets of a workbook that no table reads, once for all tables that read others of it."""
        self.collected.not_read += [f"{opened.file}, sheet {one}" for one in left.not_read]
        for one in left.unasked:
            cells = Cells(self.collected, Source(opened.document, opened.file, one.sheet), one.section)
            cells.strange(1, 1, one.sheet, one.reason, lost=one.lost)

    def _sheet(self, table: ScoreTable, usual: str, opened: Opened, one: Chosen) -> None:
        grid = one.grid
        source = Source(opened.document, opened.file, grid.sheet, opened.text, opened.separator)
        cells = Cells(self.collected, source, usual)
        values = Values(table, grid.typed, self.clock)
        if table.layout == "matrix":
            wrong = self._matrix(table, usual, grid, source, cells, (values, one.evaluator))
        else:
            wrong = self._long(table, usual, grid, source, cells, (values, one.evaluator))
        if wrong is not None:
            for remark in grid.remarks:
                cells.strange(*remark[:4])
            where = f"sheet `{grid.sheet[:60]}` " if grid.sheet else ""
            self._unread(table, Fault(opened.file, wrong.line, 1, where + wrong.reason))
            for fault in _out_of_sight(opened.file, grid):
                self._unread(table, fault)
        cells.end()

    def _long(
        self, table: ScoreTable, usual: str, grid: Grid, source: Source, cells: Cells, how: tuple[Values, str | None]
    ) -> NoHeading | None:
        header = header_of(grid, table, usual == "individual" and how[1] is None)
        if not isinstance(header, Header):
            return header
        source.columns = {"bid" if name == "bidder" else name: at + 1 for name, at in header.columns.items()}
        if header.above:
            self._not_read_above(source, header.line)
        cells.headings = header.headings
        ignored = [name for at, name in header.headings.items() if at - 1 not in header.columns.values()]
        if ignored:
            sheet = f" of sheet {grid.sheet}" if grid.sheet else ""
            self.collected.not_read.append(f"{source.file}, {_listed(ignored)}{sheet}")
        cells.begin()
        form = LongForm(table, usual, self.keys, self.collected, cells)
        for remark in grid.remarks:
            cells.strange(*remark[:4], lost=form.lost(header, remark, how[1]))
        read = {at + 1 for at in header.columns.values()}
        cells.seen((one for one in grid.notes if one.row > header.line and one.column in read), table.path)
        form.read(header, *how)
        return None

    def _not_read_above(self, source: Source, row: int) -> None:
        sheet = f" of sheet {source.sheet}" if source.sheet else ""
        self.collected.not_read.append(f"{source.file}, what stands above row {row}{sheet}")

    def _matrix(
        self, table: ScoreTable, usual: str, grid: Grid, source: Source, cells: Cells, how: tuple[Values, str | None]
    ) -> NoHeading | None:
        name, stage = stage_of(table.stage) if table.stage else (None, None)
        scored = self.collected.lists[name or usual]
        if scored.name == "individual" and how[1] is None:
            return NoHeading(
                1, "is a matrix that does not say whose scores it holds; write `evaluator:` beside its file"
            )
        corner = corner_of(grid, self.keys, table)
        if not isinstance(corner, Corner):
            return corner
        whole = with_lot(table, grid, corner, self.keys)
        if isinstance(whole, NoHeading):
            return whole
        table = whole
        source.columns, source.header_row = {"criterion": corner.column + 1}, corner.line
        cells.begin()
        if corner.row:
            self._not_read_above(source, source.header_row)
        matrix = Matrix(table, self.keys, scored, cells, stage)
        for remark in grid.remarks:
            cells.strange(*remark[:4], lost=matrix.lost(corner, remark, how[1]))
        cells.seen((one for one in grid.notes if matrix.reads(corner, one.row, one.column)), table.path)
        matrix.read(corner, *how)
        return None
