"""Tables of the case's own people, parties, declarations and enquiries into documents like its other files, joined by id.

What a cell says goes through the same reading as if it stood in the case; each value keeps its cell. What is no plain value is
listed and absent, as in tables of scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.names.several import names_several
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.registerlist import Register
from fairaudit.procurement.registers.columns import Columns, columns_of, unknown_fields
from fairaudit.procurement.registers.dates import birth_of, end_of, iso_of
from fairaudit.procurement.registers.endings import END_FIELDS, OWNER_END
from fairaudit.procurement.registers.leftout import YES_NO, kept_back_unread, no_item, torn_by
from fairaudit.procurement.registers.sections import DAYS, FLAGS, LISTS, OF_ONE, OF_TIES, SECTIONS, Group, Section
from fairaudit.procurement.tabled.files import Opened, TableFiles
from fairaudit.procurement.tabled.heading import NoHeading
from fairaudit.procurement.tabled.onesheet import OneSheet, sheet_of
from fairaudit.procurement.twice import one_firms_name, one_persons_name
from fairaudit.sources.document import Document, Fault, Lost, NotOpenedError, Path, SourceError, Span, Unreadable, Value
from fairaudit.sources.limits import MAX_VALUES
from fairaudit.sources.tables.grid import Cell, Grid, Odd, Row, cell_name
from fairaudit.sources.tables.separated import span_of

_SIGNS = {"£": "GBP", "€": "EUR"}
_MONEY = re.compile(
    r"(?:(?P<before>£|€|[A-Z]{3}) ?)?(?P<amount>(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?)(?(before)| ?(?P<after>£|€|[A-Z]{3}))"
)
"""An amount with its currency."""
_WITH_A_POINT = frozenset({"GBP", "USD", "AUD", "CAD", "NZD"})
"""Currencies of countries that write a point before pence: elsewhere `1,200` may be one and a fifth."""


class Wrong(Frozen):
    """What is wrong with a field of the header that names a table."""

    field: str
    message: str


class OwnTable(Frozen):
    """What one table comes to: the document of its items, what was not read of it or cannot be, faults of its header."""

    document: Document | None
    not_read: tuple[str, ...] = ()
    read: str = ""
    """The sheet of a workbook that was read, as it would be named where it was not."""
    unread: tuple[Fault, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    hidden: tuple[Fault, ...] = ()
    """Rows and columns that a workbook hides: what stands there may be what matters."""
    torn: tuple[Fault, ...] = ()
    """Rows of a CSV that were left out, since their cells cannot be told apart or are more than its columns."""


def read_own(register: Register, files: TableFiles, named_in: str) -> OwnTable:
    """Return the items of a table of the case's own people, parties, declarations or enquiries."""
    section = SECTIONS[register.kind or "people"]
    wrong = tuple(Wrong(f"columns.{name}", message) for name, message in unknown_fields(register, section.fields))
    if wrong:
        return OwnTable(None, wrong=wrong)
    try:
        opened = files.open(named_in, register.file or "")

        def find(grid: Grid) -> Columns | NoHeading:
            return columns_of(grid, register, section.fields, section.needed)

        if opened.book is not None:
            return _read(register, section, opened, sheet_of(opened.book, register.sheet, opened.file, find), files)
        opened = opened.separated(find)
        return _read(register, section, opened, OneSheet(opened.csv(), (), ()), files)
    except SourceError as error:
        named = isinstance(error, NotOpenedError)
        wrong = tuple(Wrong("file", one.message) for one in error.faults if not one.file and not named)
        return OwnTable(None, unread=tuple(one for one in error.faults if one.file or named), wrong=wrong)


def _read(register: Register, section: Section, opened: Opened, sheet: OneSheet, files: TableFiles) -> OwnTable:
    grid = sheet.grid
    columns = columns_of(grid, register, section.fields, section.needed)
    if isinstance(columns, NoHeading):
        where = f"sheet `{grid.sheet[:60]}` " if grid.sheet else ""
        return OwnTable(None, unread=(Fault(opened.file, columns.line, 1, where + columns.reason),))
    items = _Items(register, section, opened, grid, columns)
    torn = list(kept_back_unread(columns, str(register.kind), opened.file))
    for row in columns.rows:
        if (wrong := torn_by(grid, columns, row, opened.file)) is not None:
            torn.append(wrong)
        else:
            items.row(row)
    if not items.items:
        words = "names its columns, and no row that can be read stands below them"
        return OwnTable(None, unread=(Fault(opened.file, columns.line, 1, words), *torn))
    document = items.document(files.documents[opened.document - files.first])
    left_out = [f"{opened.file}, sheet {one}" for one in sheet.others]
    left_out += columns.not_read(opened.file)
    hidden = [one for one in grid.remarks if not one.is_row or one.row > columns.line]
    said = ((one.row, one.reason.partition(",")[0]) for one in hidden)
    faults = [Fault(opened.file, 1, 1, f"sheet `{one[:60]}` is hidden") for one in sheet.hidden]
    faults += [Fault(opened.file, row, 1, words) for row, words in said]
    return OwnTable(
        document, tuple(left_out), hidden=tuple(faults), torn=tuple(torn), read=f"{opened.file}, sheet {grid.sheet}"
    )


_A_MONTH = len("1979-03")
_MOST = 12
"""How many items of one id a name in another writing is compared with: a hostile list of one id costs no more."""
_SEVERAL = "may name several people, who are not read apart; give each a row of their own"


_NOBODYS = "is empty, and so is the name, so that nobody knows whose row this is; write the id of whoever is meant"


class _Items:
    """The items of one table as they grow, row by row, with the cell of every value."""

    def __init__(self, register: Register, section: Section, opened: Opened, grid: Grid, columns: Columns) -> None:
        self.kind, self.order = str(register.kind), register.dates
        self.of_one = OF_ONE.get(self.kind, frozenset())
        self.section, self.opened, self.grid, self.columns = section, opened, grid, columns
        self.items: list[dict[str, Value]] = []
        self.known: dict[str, list[int]] = {}
        self.spans: dict[Path, Span] = {}
        self.pointers: dict[Path, str] = {}
        self.unreadable: list[Unreadable] = []
        self.at: tuple[int, int] = (0, 0)

    def document(self, read: Document) -> Document:
        """Return the document of the table; every path of it leads to a cell."""
        value: dict[str, Value] = {self.kind: list(self.items)}
        self.spans.setdefault((self.kind,), (self.columns.line, 1, self.columns.line, 2))
        return read._replace(
            value=value, spans=self.spans, pointers=self.pointers, unreadable=tuple(self.unreadable), foreign=True
        )

    def row(self, row: Row) -> None:
        """Take in one row."""
        line, offset, cells = row
        self.at = line, offset
        filled = dict(self._texts(cells))
        if "name" in self.of_one and names_several(filled.get("name", "")):
            # Whose a birth date is that stands beside several names, nobody can say.
            filled.pop("birth_date", None)
        if not filled:
            return
        if wrong := no_item(filled):
            self._strange("id", filled["id"], wrong)
            return
        if len(self.spans) > MAX_VALUES:
            words = f"holds more than {MAX_VALUES:,} values; split it into several tables"
            raise SourceError(Fault(self.opened.file, line, 1, words))
        if self.kind in ("people", "parties") and not filled.keys() & {"id", "name"}:
            told = " ".join(filled.values())
            self._strange("id" if "id" in self.columns.at else "name", told, _NOBODYS)
        index = self._item(filled)
        item, path = self.items[index], (self.kind, index)
        for column, field in self.section.plain.items():
            if column in filled:
                self._plain(item, path, column, field, filled[column])
        for column, field in self.section.lists.items():
            if column in filled:
                self._add(item, path, column, field, filled[column])
        for group in self._groups(filled):
            self._group(item, path, group, filled)
            if group.columns.keys() & {"end_date", "owner_end"}:
                found = self.columns.doubts_beside(cells)
                self.unreadable += [Unreadable((self.kind,), *one, self.opened.file, line) for one in found]
        if filled.get("nothing_to_declare") == "true":
            item.setdefault("interests", [])
            self._place((*path, "interests"), "nothing_to_declare")

    def _texts(self, cells: list[Cell]) -> Iterator[tuple[str, str]]:
        """Yield the plain texts of a row by column; what is odd is listed."""
        for name, at in self.columns.at.items():
            cell = cells[at] if at < len(cells) else None
            if cell is None:
                continue
            if not isinstance(cell, Odd) and (name in DAYS or name == "birth_date"):
                read = birth_of if name == "birth_date" else end_of if name in (*END_FIELDS, OWNER_END) else iso_of
                cell = read(cell, self.order)
            if isinstance(cell, Odd):
                self._strange(name, cell.text, cell.reason)
                continue
            text = str(cell)
            if name in self.of_one and names_several(text):
                self._strange(name, text, _SEVERAL)
            yield name, YES_NO.get(text.casefold(), text.casefold()) if name in FLAGS else text

    def _item(self, filled: dict[str, str]) -> int:
        """Return the item a row belongs to: that of its id, unless it says something else of who or what that is."""
        key = filled.get("id")
        if key is None and self.section.denies:
            key = "\x1f".join(("declared", filled.get("person", ""), filled.get("date", "")))
        there, apart = self.known.get(key, []) if key is not None else [], self._apart(filled)
        for index in there:
            if all(self.items[index].get(field) in (None, filled[column]) for column, field in apart):
                return index
        for index in there[:_MOST]:
            item = self.items[index]
            alike = all(self._agree(column, item.get(field), filled[column]) for column, field in apart)
            if alike and not _another_number(item, filled):
                return index
        self.items.append({})
        index = len(self.items) - 1
        if key is not None:
            self.known.setdefault(key, []).append(index)
        self._place((self.kind, index))
        if "id" in filled:
            self._plain(self.items[index], (self.kind, index), "id", "id", filled["id"])
        return index

    def _agree(self, column: str, before: Value, text: str) -> bool:
        """Whether a row may be about the item of its id: by one name however it is written, and by births that agree."""
        if before is None or before == text:
            return True
        if not isinstance(before, str):
            return False
        if column == "birth_date":
            # A year alone is no birth date, and is told as that.
            return min(len(before), len(text)) >= _A_MONTH and (before.startswith(text) or text.startswith(before))
        if column != "name":
            return False
        if self.kind != "people":
            return one_firms_name((before,), (text,))
        return not names_several(before) and not names_several(text) and one_persons_name(before, text)

    def _apart(self, filled: dict[str, str]) -> list[tuple[str, str]]:
        return [(one, self.section.plain[one]) for one in self.section.apart if one in filled]

    def _groups(self, filled: dict[str, str]) -> Iterator[Group]:
        ties = self.section.ties
        tied = ties(frozenset(filled), filled.get("tie", "")) if ties else None
        for one in self.section.groups:
            if one.field in ("employments", "interests", "relatives"):
                if one.field == tied:
                    yield one
            elif filled.keys() & set(one.needs):
                yield one

    def _plain(self, item: dict[str, Value], path: Path, column: str, field: str, text: str) -> None:
        before = item.get(field)
        if column in self.section.apart and isinstance(before, str):
            # That they are one was said when the item was found; of two births the fuller one tells more.
            if field != "birth_date" or len(text) <= len(before):
                return
            del item[field]
        if field in item and item[field] != text:
            self._strange(column, text, f"is another value than the row before gives of {field}; the first is kept")
        elif field not in item:
            item[field] = text
            self._place((*path, field), column)

    def _add(self, item: dict[str, Value], path: Path, column: str, field: str, text: str) -> None:
        all_of_them = text.casefold().strip() in ("all", "all lots")
        if field == "lots" and all_of_them:
            return
        if field in ("covers", "recused_from", "recipients") and (all_of_them or means_everybody(text.strip())):
            item[field] = "all"
            self._place((*path, field), column)
            return
        there = item.setdefault(field, [])
        for one in _several(text) if isinstance(there, list) else ():
            if isinstance(there, list) and one not in there:
                there.append(one)
                self._place((*path, field, len(there) - 1), column)

    def _group(self, item: dict[str, Value], path: Path, group: Group, filled: dict[str, str]) -> None:
        made: dict[str, Value] = {
            field: list(_several(filled[column])) if column in LISTS else _sum(column, filled[column])
            for column, field in group.columns.items()
            if column in filled
        }
        if group.single:
            if group.field in item:
                return
            item[group.field], here = made, (*path, group.field)
        else:
            there = item.setdefault(group.field, [])
            if not isinstance(there, list) or made in there:
                return
            there.append(made)
            here = (*path, group.field, len(there) - 1)
        self._place(here)
        for column, field in group.columns.items():
            if column in filled:
                self._place((*here, field), column)

    def _place(self, path: Path, column: str | None = None) -> None:
        """Keep where a value stands: its cell, or its row."""
        line, offset = self.at
        at = self.columns.at[column] + 1 if column else 0
        if self.grid.sheet:
            self.spans[path] = (line, max(at, 1), line, max(at, 1) + 1)
            self.pointers[path] = cell_name(line, max(at, 1), self.grid.sheet)
        else:
            self.spans[path] = span_of(self.opened.text, line, offset, at, self.opened.separator)

    def _strange(self, name: str, text: str, reason: str) -> None:
        line, at = self.at[0], self.columns.at[name] + 1
        where = (
            cell_name(line, at, self.grid.sheet) if self.grid.sheet else f"column {at} ({self.columns.headings[at]})"
        )
        lost = Lost(field=name) if name in OF_TIES or reason == _SEVERAL else None
        self.unreadable.append(Unreadable((self.kind,), text[:200], f"{where}: {reason}", self.opened.file, line, lost))


def _sum(column: str, text: str) -> Value:
    """Return a cell with its amount and currency apart where it is a value with both; any other cell as it is."""
    found = _MONEY.fullmatch(text.strip()) if column == "value" else None
    if found is None:
        return text
    currency, amount = found["before"] or found["after"], found["amount"]
    currency = _SIGNS.get(currency, currency)
    if amount.count(",") == 1 and "." not in amount and currency not in _WITH_A_POINT:
        return text
    return {"amount": amount.replace(",", ""), "currency": currency}


def _several(text: str) -> Iterator[str]:
    """Yield the things of a cell, between semicolons or lines."""
    yield from (one.strip() for part in text.split("\n") for one in part.split(";") if one.strip())


def _another_number(item: dict[str, Value], filled: dict[str, str]) -> bool:
    """Whether a row gives a number of a register of which the item has only others, so that a name written otherwise is none."""
    given = item.get("identifiers")
    before = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    numbers = {one.get("id") for one in before if one.get("scheme") == filled.get("scheme")}
    return "identifier" in filled and bool(numbers) and filled["identifier"] not in numbers
