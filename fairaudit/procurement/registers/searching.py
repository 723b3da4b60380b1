"""Every register that a case names, searched for its people and parties."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.unread import unread_table
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.registerlist import SEARCHED, Register, RegisterEntry
from fairaudit.procurement.places import Beside, Placed
from fairaudit.procurement.registers.circling import keep_circles
from fairaudit.procurement.registers.columns import Columns, columns_of, unknown_fields
from fairaudit.procurement.registers.houses import of_houses
from fairaudit.procurement.registers.keeping import Entry, Kept, between, in_common, matches_of, searched
from fairaudit.procurement.registers.matches import Above, Match, OneAbove, OpenEnd, OwnerCircle, Searched
from fairaudit.procurement.registers.officers import FIELDS, NEEDED, OfficerRows, RowsAbout
from fairaudit.procurement.registers.ownership import search_statements
from fairaudit.procurement.registers.sought import Finder, Search, parties_sought, people_sought
from fairaudit.procurement.registers.spelled_above import one_above, one_by_name
from fairaudit.procurement.registers.upwards import Outside, look_above, on_a_way, outside_id, outside_node
from fairaudit.procurement.tabled.files import WORKBOOKS, beside_case
from fairaudit.procurement.tabled.heading import NoHeading
from fairaudit.procurement.tabled.onesheet import sheet_of
from fairaudit.procurement.tabled.separating import separator_of
from fairaudit.sources.document import Digest, Document, Fault, NotOpenedError, Path, SourceError, Unreadable
from fairaudit.sources.files import bytes_of
from fairaudit.sources.limits import MAX_TABLE_BYTES
from fairaudit.sources.registers.streams import Stream, separated_grid
from fairaudit.sources.tables.grid import Cell, Grid, Row
from fairaudit.sources.tables.workbook import Workbook

Place = Callable[[Path], tuple[str, int, int]]
Sides = tuple[Finder, Finder]
"""What finds people, and what finds organisations."""
_ENDINGS = {
    "bods": ((".json", ".jsonl"), "should be a file of BODS statements that ends in `.json` or `.jsonl`"),
    "officers": ((".csv", ".tsv", ".txt", ".xlsx", ".xlsm"), "should be a table that ends in `.csv` or `.xlsx`"),
}
_ENDINGS["owners"] = _ENDINGS["officers"]


@dataclass
class Result:
    """What the search of all registers comes to."""

    documents: list[Document] = field(default_factory=list)
    places: dict[Path, Placed] = field(default_factory=dict)
    searched: list[Searched] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    above: list[Above] = field(default_factory=list)
    one_above: list[OneAbove] = field(default_factory=list)
    open_ends: list[OpenEnd] = field(default_factory=list)
    circles: list[OwnerCircle] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def digests(self) -> tuple[Digest, ...]:
        """The files that were read to their end."""
        return tuple(Digest(one.file, one.sha256) for one in self.documents)


def search_registers(case: Case, folders: Mapping[str, Beside], place: Place) -> Result:
    """Search every register of a case; what is wrong with how one is named is a fault, and the others are searched all the same.

    A file that cannot be read is no fault of the case: it is named, and whatever needs the register is not assessed.
    """
    result = Result()
    people, parties = people_sought(case), parties_sought(case)
    sides = Search("person", people, of_houses(case, (one for _, _, one in people))), Search("party", parties)
    every: list[Kept] = []
    for index, register in enumerate(case.procurement.registers or ()):
        if register.kind not in SEARCHED or (register.file is None and register.records is None):
            continue
        try:
            every.append(_searched(index, register, folders, place, sides, len(case.documents), result))
        except SourceError as error:
            for one in error.faults:
                if one.file or isinstance(error, NotOpenedError):
                    words = "nothing was searched in this register"
                    result.unreadable.append(unread_table(register.path, register.file or "", one, words))
                else:
                    result.faults.append(_at_header(one, register, place))
    # What leads from one record to another may stand in two registers.
    held, shared = between(every), in_common(every)
    steps = look_above(every, lambda kept, wanted: _again(kept, wanted, folders, place))
    keep_circles(every, steps)
    result.one_above, many = one_above(steps)
    result.one_above += (named := one_by_name(every))
    met = {node for one in result.one_above for node in (one.first, one.other)}
    ways = on_a_way(steps, met | {outside_node(one) for one in between(every, by_name=True)})
    on_way = {one.entry.tie for one in steps if one.above in ways}
    middle = held | {one.holder_id for one in on_way if one.holder_id}
    middle |= {outside_id(node) for one in named for node in (one.first, one.other)}
    for kept, common in zip(every, shared, strict=True):
        kept.holders = kept.holders or (many if kept is every[0] else 0)
        found, left = matches_of(kept, result.places, common, middle, on_way)
        result.searched.append(searched(kept, found, left, (len(people), len(parties))))
        result.matches += found
        _add_above(kept, [one.entry for one in steps if one.register == kept.index and one.above in ways], result)
        _add(kept, result)
    return result


def _again(kept: Kept, wanted: Collection[str], folders: Mapping[str, Beside], place: Place) -> Kept:
    """Return what a register holds of some organisations outside the case: it is read once more."""
    more = Kept(kept.index, kept.register, kept.file, kept.document)
    more.before = kept.numbered
    sides = Outside((), kept.index), Outside(wanted, kept.index, kept.named)
    if kept.register.records is not None:
        return _entries(kept.index, kept.register, kept.file, sides)
    kind = str(kept.register.kind)
    path, shown = beside_case(folders, place(kept.register.path)[0], kept.register.file or "", *_ENDINGS[kind])
    _read(Stream(path, shown), kept.register, sides, more, RowsAbout)
    kept.unreadable += [one for one in more.unreadable if one not in kept.unreadable]
    kept.unnamed += more.unnamed
    for key, entries in more.numbered.items():
        kept.numbered.setdefault(key, []).extend(entries)
    return more


def _add_above(kept: Kept, entries: list[Entry], result: Result) -> None:
    """Add the records of who stands above a party, beyond those about a party itself, which are matches."""
    own = {(one.line, one.tie) for one in kept.entries}
    beyond = dict.fromkeys(one for one in entries if (one.line, one.tie) not in own)
    for number, entry in enumerate(beyond, len(kept.entries)):
        path: Path = ("registers", kept.index, "records", entry.line if kept.document is None else number)
        if kept.document is not None:
            result.places[path] = kept.document, (entry.line, 1, entry.line, 2)
        result.above.append(Above(kept.index, path, entry.tie))
    result.open_ends += kept.open


def _add(kept: Kept, result: Result) -> None:
    """Add what a register holds beside its matches."""
    kept.end()
    result.unreadable += kept.unreadable
    result.not_read += kept.not_read
    result.sheets += kept.sheets
    for number, one in enumerate(kept.circles):
        path: Path = ("registers", kept.index, "circles", number)
        if kept.document is None:
            # Records in the case itself have their own places, by their number.
            path = ("registers", kept.index, "records", one.line)
        else:
            result.places[path] = kept.document, (one.line, 1, one.line, 2)
        result.circles.append(OwnerCircle(path, one.names, one.outside, one.sure, one.slight))


def _at_header(fault: Fault, register: Register, place: Place) -> Fault:
    """Return a fault without a file as one of the header that names the file."""
    path = (*register.path, "file")
    file, line, column = place(path)
    return Fault(file, line, column, f"{text_of(path)}: {fault.message}")


def _searched(
    index: int,
    register: Register,
    folders: Mapping[str, Beside],
    place: Place,
    sides: Sides,
    documents: int,
    result: Result,
) -> Kept:
    kind = str(register.kind)
    if register.records is not None:
        return _entries(index, register, place(register.path)[0], sides)
    wrong = [f"`{name}` {message}" for name, message in unknown_fields(register, FIELDS if kind != "bods" else {})]
    if wrong:
        raise SourceError(*(Fault("", 0, 0, f"has under `columns` a field that {one}") for one in wrong))
    endings, words = _ENDINGS[kind]
    path, shown = beside_case(folders, place(register.path)[0], register.file or "", endings, words)
    stream = Stream(path, shown)
    kept = Kept(index, register, shown, documents + len(result.documents))
    _read(stream, register, sides, kept)
    if not kept.rows or (kind == "bods" and kept.strange_ones >= kept.rows):
        words = (
            "holds no statement of beneficial ownership"
            if kind == "bods"
            else "has no row below the names of its columns"
        )
        raise stream.wrong(1, words)
    result.documents.append(Document(shown, stream.sha256, "", {}, {}, foreign=True))
    return kept


def _entries(index: int, register: Register, file: str, sides: Sides) -> Kept:
    """Search the entries that stand in the case itself; their places are known already."""
    kept = Kept(index, register, file, None)
    fields = [name for name in FIELDS if name in RegisterEntry.__annotations__]
    rows: list[Row] = []
    for number, one in enumerate(register.records or ()):
        cells: list[Cell] = [None if (value := getattr(one, name)) is None else str(value) for name in fields]
        rows.append((number, 0, cells))
    at = {name: place for place, name in enumerate(fields)}
    columns = Columns(0, at, {place + 1: name for name, place in at.items()}, iter(rows))
    OfficerRows(register, columns, *sides, kept).read()
    return kept


def _read(stream: Stream, register: Register, sides: Sides, kept: Kept, rows: type[OfficerRows] = OfficerRows) -> None:
    if register.kind == "bods":
        search_statements(stream, *sides, kept)
    else:
        _officers(stream, register, sides, kept, rows)


def _officers(stream: Stream, register: Register, sides: Sides, kept: Kept, rows: type[OfficerRows]) -> None:
    grid = _grid(stream, register, kept)
    columns = columns_of(grid, register, FIELDS, NEEDED)
    if isinstance(columns, NoHeading):
        where = f"sheet `{grid.sheet[:60]}` " if grid.sheet else ""
        raise SourceError(Fault(stream.shown, columns.line, 1, where + columns.reason))
    kept.not_read += columns.not_read(stream.shown)
    if "company_number" in columns.at and register.scheme is None:
        words = "column company_number: `scheme` does not say which register its numbers are of, such as GB-COH"
        kept.not_read.append(f"{stream.shown}, {words}")
    if column := next((one for one in grid.remarks if not one.is_row), None):
        # It may say who has left a post: whoever is found without it may be accused of what is over.
        raise SourceError(Fault(stream.shown, column.row, 1, column.reason))
    for one in grid.remarks:
        # What a workbook hides may be the record that matters; it is listed once, however often the register is read.
        kept.hide(one.row, one.reason)
    rows(register, columns, *sides, kept).read()


def _grid(stream: Stream, register: Register, kept: Kept) -> Grid:
    def find(grid: Grid) -> Columns | NoHeading:
        return columns_of(grid, register, FIELDS, NEEDED)

    if not stream.shown.lower().endswith(WORKBOOKS):
        sign = separator_of(stream.lines, lambda one: find(separated_grid(stream, one)), stream.shown)
        return separated_grid(stream, sign)
    import hashlib

    raw = bytes_of(stream.path, stream.shown, MAX_TABLE_BYTES)
    stream.sha256 = hashlib.sha256(raw).hexdigest()
    sheet = sheet_of(Workbook(raw, stream.shown), register.sheet, stream.shown, find)
    kept.not_read += [f"{stream.shown}, sheet {one}" for one in sheet.others]
    kept.sheets.append(f"{stream.shown}, sheet {sheet.grid.sheet}")
    for one in sheet.hidden:
        kept.hide(1, f"sheet `{one[:60]}` is hidden, so nothing in it is read; show it, or delete it")
    return sheet.grid
