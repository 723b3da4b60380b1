"""A large file piece by piece: its lines or its characters, within limits, and its hash once it was read to the end."""

from __future__ import annotations

import codecs
import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path as FilePath

from fairaudit.sources.document import Fault, NotOpenedError, SourceError
from fairaudit.sources.limits import MAX_LINE, MAX_REGISTER_BYTES, MAX_REGISTER_ROWS, MAX_TABLE_COLUMNS
from fairaudit.sources.tables.grid import Grid, Row, Torn
from fairaudit.sources.tables.records import records_of

_PIECE = 1 << 18


class Stream:
    """A file that is read as often as it is asked for; `sha256` is known once it was read to the end."""

    def __init__(self, path: FilePath, shown: str) -> None:
        """Look at the file; raises `SourceError` where it is none that can be read, or too large."""
        self.path, self.shown, self.sha256 = path, shown, ""
        try:
            about = path.stat()
        except OSError as error:
            raise self.unopened(0, f"cannot be read: {error.strerror or error}") from None
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device may never end, so it is not even opened.
            raise self.wrong(0, "cannot be read: it is a folder, a device or a pipe, not a file")
        self.most = about.st_size
        if self.most > MAX_REGISTER_BYTES:
            raise self.wrong(0, f"is larger than {MAX_REGISTER_BYTES:,} bytes; split it into several files")

    def wrong(self, line: int, message: str) -> SourceError:
        """Return the error for one line of the file."""
        return SourceError(Fault(self.shown, line, 1 if line else 0, message))

    def unopened(self, line: int, message: str) -> NotOpenedError:
        """Return the error of a file that nobody can read as text."""
        return NotOpenedError(Fault(self.shown, line, 1 if line else 0, message))

    def _pieces(self) -> Iterator[bytes]:
        digest, left = hashlib.sha256(), self.most
        try:
            with self.path.open("rb") as file:
                # What is written behind its end while it is read does not belong to it.
                while left > 0 and (piece := file.read(min(_PIECE, left))):
                    digest.update(piece)
                    left -= len(piece)
                    yield piece
        except OSError as error:
            raise self.unopened(0, f"cannot be read: {error.strerror or error}") from None
        self.sha256 = digest.hexdigest()

    def text(self) -> Iterator[str]:
        """Yield the characters piece by piece; raises `SourceError` at the line of the first that are no UTF-8."""
        decoder, line = codecs.getincrementaldecoder("utf-8-sig")(), 1
        for piece in self._pieces():
            try:
                text = decoder.decode(piece)
            except UnicodeDecodeError as error:
                raise self.unopened(line + piece.count(b"\n", 0, error.start), _NOT_UTF8) from None
            line += text.count("\n")
            yield text
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise self.unopened(line, _NOT_UTF8) from None

    def lines(self) -> Iterator[str]:
        """Yield the lines with their ends; raises `SourceError` for one that is longer than any row."""
        rest, line = "", 1
        for piece in self.text():
            *whole, rest = (rest + piece).split("\n")
            for one in whole:
                line += 1
                yield one + "\n"
            if len(rest) > MAX_LINE:
                raise self.wrong(line, f"has more than {MAX_LINE:,} characters; it is no row of a register")
        if rest:
            yield rest


_NOT_UTF8 = "is not UTF-8 text from here on; save the file as UTF-8"


def separated_grid(stream: Stream, separator: str) -> Grid:
    """Return the rows of a register that is a CSV; they are read as they are asked for, and nothing of them is held."""
    return Grid("", _rows(stream, separator), typed=False)


def _rows(stream: Stream, separator: str) -> Iterator[Row]:
    count = 0
    for line, _, cells in records_of(stream.lines(), separator):
        if any(cells):
            count += 1
            if count > MAX_REGISTER_ROWS or len(cells) > MAX_TABLE_COLUMNS:
                words = f"holds more than {MAX_REGISTER_ROWS:,} rows or {MAX_TABLE_COLUMNS:,} columns"
                raise stream.wrong(line, f"{words}; split it into several files")
            yield line, 0, [cells] if isinstance(cells, Torn) else [one.strip() or None for one in cells]
