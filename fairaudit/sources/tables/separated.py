"""CSV into rows: UTF-8, or UTF-16 that says so, one separator out of three. Nothing else is tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from fairaudit.sources.document import Fault, SourceError, Span
from fairaudit.sources.limits import MAX_TABLE_BYTES, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, utf8
from fairaudit.sources.tables.grid import Grid, Row, Torn
from fairaudit.sources.tables.records import records_of

SEPARATORS = (",", ";", "\t")
_NAMES = {",": "a comma", ";": "a semicolon", "\t": "a tab"}


def decode_table(raw: bytes, file: str) -> str:
    """Return the text of a CSV without its byte-order mark; raises `SourceError` for other encodings and line ends."""
    if len(raw) > MAX_TABLE_BYTES:
        raise SourceError(Fault(file, 0, 0, f"is larger than {MAX_TABLE_BYTES:,} bytes; split it into several tables"))
    text = _utf16(raw, file) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else utf8(raw, file)
    if not text.strip():
        raise SourceError(Fault(file, 1, 1, "is empty; its first line should name its columns"))
    if "\x00" in next(line for line in lines_of(text) if line.strip()):
        words = "has zero bytes in its first line, as UTF-16 text without a byte order mark has; save the table as `CSV UTF-8`"
        raise SourceError(Fault(file, 1, 1, words))
    if "\r" in text:
        at = _bare_return(text)
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            column = at - text.rfind("\n", 0, at)
            words = "has a carriage return that ends no line; save the table as `CSV UTF-8` anew"
            raise SourceError(Fault(file, line, column, words))
    return text


def _utf16(raw: bytes, file: str) -> str:
    """Return the text behind a byte order mark, such as the one that spreadsheets put before `Unicode text`."""
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError as error:
        line = raw[: error.start].decode("utf-16", "replace").count("\n") + 1
        raise SourceError(
            Fault(file, line, 1, "is not UTF-16 text from here on; save the table as `CSV UTF-8`")
        ) from None


def _bare_return(text: str) -> int:
    at = text.find("\r")
    while at >= 0 and text[at + 1 : at + 2] == "\n":
        at = text.find("\r", at + 1)
    return at


def separators_in(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """Return what may separate the cells, by the first lines that are not blank; first what the first of them has."""
    top = list(islice((line for line in lines if line.strip()), most))
    used = [sign for line in top for sign in SEPARATORS if sign in line]
    return tuple(dict.fromkeys(used)) or (",",)


def mixed(line: str) -> str | None:
    """Return what is wrong with a line of names of columns that has several signs between them."""
    used = [one for one in SEPARATORS if any(_outside_quotes(line, one))]
    if len(used) < 2:
        return None
    names = " and ".join(_NAMES[one] for one in used)
    return f"has {names} between the names of its columns; use one of them, and put names that hold the other in quotes"


def separator_in(text: str) -> str | None:
    """Return which of the three stands twice or more in a text that is one cell, in words."""
    return next((_NAMES[one] for one in SEPARATORS if text.count(one) > 1), None)


def _outside_quotes(line: str, sign: str) -> Iterator[bool]:
    quoted = False
    for one in line:
        quoted ^= one == '"'
        yield one == sign and not quoted


def read_separated(text: str, file: str, separator: str) -> Grid:
    """Return the rows of a CSV; they are read as they are asked for, and raise `SourceError` where they break."""
    return Grid("", _rows(text, file, separator), typed=False)


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, without a copy of it, which may be a million rows."""
    start, length = 0, len(text)
    while start < length:
        end = text.find("\n", start) + 1 or length
        yield text[start:end]
        start = end


def _rows(text: str, file: str, separator: str) -> Iterator[Row]:
    count = 0
    for line, offset, cells in records_of(lines_of(text), separator):
        if any(cells):
            count += 1
            if count > MAX_TABLE_ROWS or len(cells) > MAX_TABLE_COLUMNS:
                raise _too_large(file, line)
            yield line, offset, [cells] if isinstance(cells, Torn) else [one.strip() or None for one in cells]


def _too_large(file: str, line: int) -> SourceError:
    words = f"holds more than {MAX_TABLE_ROWS:,} rows or {MAX_TABLE_COLUMNS:,} columns; split it into several tables"
    return SourceError(Fault(file, line, 1, words))


def cells_within(text: str, start: int, separator: str) -> list[tuple[int, int]]:
    """Return where the cells of the row that begins somewhere in a text begin and end: what `csv` reads, with its places."""
    found, at = [], start
    while True:
        end = at
        if text[at : at + 1] == '"':
            end = _closing(text, at)
        line = text.find("\n", end)
        last = len(text) if line < 0 else line
        last -= text[last - 1 : last] == "\r"
        stop = text.find(separator, end, last)
        found.append((at, last if stop < 0 else stop))
        if stop < 0:
            return found
        at = stop + 1


def _closing(text: str, at: int) -> int:
    """Return where a quoted cell closes; twice the sign is one that stands in it."""
    end = text.find('"', at + 1)
    while end >= 0 and text[end + 1 : end + 2] == '"':
        end = text.find('"', end + 2)
    return end if end >= 0 else len(text)


def offset_of(text: str, line: int) -> int:
    """Return where a line of a text begins."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at


def span_of(text: str, line: int, offset: int, column: int, separator: str) -> Span:
    """Return the span of a cell of a CSV, of its whole row where it has no such column; columns count from 1."""
    places = cells_within(text, offset, separator)
    start, stop = places[column - 1] if 0 < column <= len(places) else (offset, places[-1][1])
    ends = []
    for at in (start, stop):
        ends += [line + text.count("\n", offset, at), at - max(text.rfind("\n", offset, at) + 1, offset) + 1]
    return ends[0], ends[1], ends[2], ends[3]
