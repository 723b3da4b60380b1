"""What a file may cost us. Tenders come from strangers; each limit answers a measured attack (docs/design.md)."""

from __future__ import annotations

from fairaudit.sources.document import Fault, SourceError, Span

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 64
MAX_VALUES = 300_000
MAX_NUMBER = 60
MAX_TABLE_BYTES = 128 * 1024 * 1024
MAX_TABLE_ROWS = 2_000_000
MAX_TABLE_COLUMNS = 1_000
MAX_REGISTER_BYTES = 4 * 1024 * 1024 * 1024
MAX_REGISTER_ROWS = 20_000_000
MAX_LINE = 1024 * 1024
MAX_STATEMENT = 4 * 1024 * 1024
"""Registers are read as they stream by, so these bound time; a line and a statement bound memory."""
MAX_SHEET_CELLS = 2_000_000
MAX_UNPACKED = 256 * 1024 * 1024
"""What all the parts of a workbook that are read may come to, unpacked: a zip may claim to hold anything."""


def refuse(file: str, span: Span, message: str) -> SourceError:
    """Return the error for one place of a file."""
    return SourceError(Fault(file, span[0], span[1], message))


def decode(raw: bytes, file: str) -> str:
    """Return the text of a UTF-8 file, without a byte-order mark; raises `SourceError`."""
    if len(raw) > MAX_BYTES:
        raise SourceError(
            Fault(file, 1, 1, f"is {len(raw):,} bytes, more than {MAX_BYTES:,}; split it into several files")
        )
    text = utf8(raw, file)
    if not text.strip():
        raise SourceError(Fault(file, 1, 1, "is empty; `fairaudit schema case` says what a tender file can hold"))
    return text


def utf8(raw: bytes, file: str) -> str:
    """Return the text of UTF-8 bytes, without a byte-order mark; raises `SourceError` at the first that are none."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        raise SourceError(Fault(file, line, column, "is not UTF-8 text from here on; save the file as UTF-8")) from None
