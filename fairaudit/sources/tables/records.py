"""The rows of a CSV as `csv` reads them, and on behind one that it cannot take apart: that row alone is torn.

What follows a torn row may still belong to its cell. So no line is taken for a row there that does not look like one: no fewer
cells than the last row that was read, and no quotation mark that stands alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from fairaudit.sources.tables.grid import Torn

_SIGNS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}

Record = tuple[int, int, list[str] | Torn]
"""The line of a row, from 1, the offset of its first character, and its cells, or why they cannot be told apart."""


class _Feed:
    """Lines one by one, those of the row that is being read once more where it turns out to be torn."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.held: list[str] = []
        self.again: list[str] = []
        self.line, self.offset = 1, 0
        """Where the row begins that is being read."""

    def __iter__(self) -> Iterator[str]:
        while (one := self.again.pop() if self.again else next(self.lines, None)) is not None:
            self.held.append(one)
            yield one

    def taken(self) -> None:
        """Go on behind the row that was read."""
        self.line += len(self.held)
        self.offset += sum(map(len, self.held))
        self.held.clear()

    def torn(self) -> None:
        """Go on behind the first line of the row that was read: the others may be rows of their own."""
        self.again += self.held[:0:-1]
        del self.held[1:]
        self.taken()


def records_of(lines: Iterable[str], separator: str) -> Iterator[Record]:
    """Yield every row with what it holds, blank ones without cells."""
    feed, width, error = _Feed(lines), 0, ""
    while True:
        try:
            for cells in csv.reader(feed, delimiter=separator, strict=True):
                width = len(cells) if any(cells) else width
                yield feed.line, feed.offset, cells
                feed.taken()
            return
        except csv.Error as caught:
            error = str(caught)
        first, behind = feed.line, feed.line + len(feed.held)
        yield first, feed.offset, Torn("".join(feed.held)[:200].strip(), why_torn(error, separator))
        feed.torn()
        yield from _doubtful(feed, width, separator, (first, behind))


def _doubtful(feed: _Feed, width: int, separator: str, torn: tuple[int, int]) -> Iterator[Record]:
    """Yield the lines behind a torn row one by one, up to the first behind it that is a row beyond doubt."""
    words = f"may belong to a cell of line {torn[0]}, which cannot be told apart; mend that line"
    for line in iter(feed):
        at, offset, cells = feed.line, feed.offset, _alone(line, separator)
        feed.taken()
        if cells is None or (any(cells) and len(cells) < width):
            yield at, offset, Torn(line[:200].strip(), words)
            continue
        yield at, offset, cells
        if any(cells) and at >= torn[1]:
            return


def _alone(line: str, separator: str) -> list[str] | None:
    """Return the cells of a line that is a row by itself."""
    if line.count('"') % 2:
        return None
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def why_torn(error: str, separator: str) -> str:
    """Return in our words why `csv` cannot take a row apart."""
    if "field larger" in error:
        return 'has a cell of more than 131,072 characters, or opens one with " that is not closed'
    if "unexpected end" in error:
        return 'opens a cell with " that is not closed; write " twice where it stands inside a cell'
    if "expected after" in error:
        between = f'between the closing " of a cell and {_SIGNS[separator]}'
        return f'has something {between}; write " twice where it stands inside a cell'
    return "cannot be read as a row of a CSV"
