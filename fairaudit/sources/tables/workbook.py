"""A workbook (`.xlsx`) into its sheets. Read by our own code, within limits, in one pass.

Libraries give either a cell's formula or its saved result, so that each workbook would have to be read twice, and take two to
three times as long for either.
"""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.sources.document import SourceError
from fairaudit.sources.limits import MAX_SHEET_CELLS
from fairaudit.sources.tables.formats import styles_in
from fairaudit.sources.tables.grid import Grid, Odd
from fairaudit.sources.tables.package import Package, local
from fairaudit.sources.tables.sheet import Book, read_sheet, written_in


class SheetNamed(Frozen):
    """A sheet of a workbook: its name, the part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook:
    """The sheets of a workbook; each is read when it is asked for."""

    def __init__(self, raw: bytes, file: str) -> None:
        """Read what the sheets lean on; raises `SourceError` with one clear line."""
        self.package = Package(raw, file)
        try:
            self._head()
        except ValueError:
            raise self._spoilt() from None

    def _spoilt(self) -> SourceError:
        return self.package.refuse("holds numbers of rows, columns or styles that are none; save it as `.xlsx` anew")

    def _head(self) -> None:
        head = next((part for kind, part in self.package.related("").values() if kind == "officeDocument"), "")
        tree, related = self.package.tree(head or "xl/workbook.xml"), self.package.related(head or "xl/workbook.xml")
        self.sheets: list[SheetNamed] = []
        epoch_1904 = False
        for part in tree:
            if local(part.tag) == "workbookPr":
                epoch_1904 = part.get("date1904") in ("1", "true")
            for one in part if local(part.tag) == "sheets" else ():
                key = next((value for name, value in one.items() if local(name) == "id"), "")
                kind, target = related.get(key, ("", ""))
                if kind == "worksheet":
                    hidden = one.get("state", "visible") != "visible"
                    self.sheets.append(SheetNamed(one.get("name", ""), target, hidden))
        parts = dict(related.values())
        styles = styles_in(self.package.tree(parts["styles"])) if "styles" in parts else []
        self.book = Book(self._strings(parts.get("sharedStrings")), styles, epoch_1904)

    def _strings(self, part: str | None) -> list[str | Odd]:
        found: list[str | Odd] = []
        for element in self.package.ends(part) if part else ():
            if local(element.tag) == "si":
                if len(found) >= MAX_SHEET_CELLS:
                    raise self.package.refuse(
                        f"holds more than {MAX_SHEET_CELLS:,} texts; split it into several workbooks"
                    )
                found.append(written_in(element))
                element.clear()
        return found

    def grid(self, sheet: SheetNamed) -> Grid:
        """Return the rows of a sheet; raises `SourceError`."""
        try:
            return read_sheet(self.package, sheet.part, sheet.name, sheet.hidden, self.book)
        except ValueError:
            raise self._spoilt() from None
