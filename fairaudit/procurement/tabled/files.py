"""The files of tables: only such as stand in the case's own folder or below, each read once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path as FilePath

from fairaudit.frozen import Frozen
from fairaudit.procurement.places import Beside
from fairaudit.procurement.tabled.separating import Find, separator_of
from fairaudit.sources.document import Digest, Document, FairauditError, Fault, NotOpenedError, SourceError
from fairaudit.sources.files import bytes_of
from fairaudit.sources.limits import MAX_TABLE_BYTES
from fairaudit.sources.tables.grid import Grid
from fairaudit.sources.tables.separated import decode_table, lines_of, read_separated
from fairaudit.sources.tables.workbook import Workbook

SEPARATED = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm")
_OUTSIDE = re.compile(r"^[/\\~]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


class Opened(Frozen):
    """A table's file: the document it becomes, and its sheets."""

    document: int
    file: str
    text: str = ""
    separator: str = ""
    book: Workbook | None = None

    def csv(self) -> Grid:
        """Return the rows of a CSV, from the first."""
        return read_separated(self.text, self.file, self.separator)

    def separated(self, find: Find) -> Opened:
        """Return a CSV with the sign between its cells known: that with which a row is found that names its columns."""
        text, file = self.text, self.file
        sign = separator_of(lambda: lines_of(text), lambda one: find(read_separated(text, file, one)), file)
        return self._replace(separator=sign)


class TableFiles:
    """Opens the tables that the files of a case name."""

    def __init__(self, folders: Mapping[str, Beside], first: int) -> None:
        self.folders = folders
        self.first = first
        """How many documents the case has before those of its tables."""
        self.documents: list[Document] = []
        self.digests: list[Digest] = []
        self._known: dict[FilePath, Opened | SourceError] = {}

    def open(self, named_in: str, name: str) -> Opened:
        """Return a table; raises `SourceError`, in whose faults an empty file stands for where the table is named."""
        path, shown = self._path(named_in, name)
        if path not in self._known:
            try:
                self._known[path] = self._read(path, shown)
            except SourceError as error:
                self._known[path] = error
        found = self._known[path]
        if isinstance(found, FairauditError):
            raise found
        return found

    def _path(self, named_in: str, name: str) -> tuple[FilePath, str]:
        words = "should be a table that ends in `.csv` or `.xlsx`; save other spreadsheets as one of them"
        return beside_case(self.folders, named_in, name, (*SEPARATED, *WORKBOOKS), words)

    def _read(self, path: FilePath, shown: str) -> Opened:
        raw = bytes_of(path, shown, MAX_TABLE_BYTES)
        digest = hashlib.sha256(raw).hexdigest()
        self.digests.append(Digest(shown, digest))
        place = self.first + len(self.documents)
        if shown.lower().endswith(WORKBOOKS):
            opened = Opened(place, shown, book=Workbook(raw, shown))
        else:
            text = decode_table(raw, shown)
            opened = Opened(place, shown, text)
        self.documents.append(Document(shown, digest, opened.text, {}, {}, foreign=True))
        return opened


def beside_case(
    folders: Mapping[str, Beside], named_in: str, name: str, endings: tuple[str, ...], otherwise: str
) -> tuple[FilePath, str]:
    """Return a file that a case names, and what reports call it: only such as stand in the case's folder or below."""
    beside = folders.get(named_in)
    if beside is None:
        raise _wrong("names a table, which can only be read beside a case that is a file; give the case as a file")
    if _OUTSIDE.search(name) or "\\" in name or "\x00" in name:
        raise _wrong("should be a file in the case's folder or below, such as `scores.csv` or `scores/anna.xlsx`")
    if not name.lower().endswith(endings):
        raise _wrong(otherwise)
    path = beside.folder / name
    try:
        real = path.resolve(strict=True)
        inside = real.is_relative_to(beside.folder.resolve(strict=True))
    except (OSError, RuntimeError, ValueError):
        message = f"names a file that is not there: `{name[:120]}`; it is looked for beside the case"
        raise NotOpenedError(Fault("", 0, 0, message)) from None
    if not inside:
        raise _wrong("leads by a link to a file outside the case's folder; copy the table into it")
    return real, f"{beside.shown}/{name}" if beside.shown not in ("", ".") else name


def _wrong(message: str) -> SourceError:
    return SourceError(Fault("", 0, 0, message))
