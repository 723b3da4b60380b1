"""The objects of a JSON array, or of JSON Lines, one by one, each with the line it begins at. Nothing else of them is held."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from fairaudit.sources.limits import MAX_STATEMENT
from fairaudit.sources.registers.streams import Stream

_BETWEEN = re.compile(r"[ \t\r\n]*(,?)[ \t\r\n]*")


class _OddError(ValueError):
    """A number that JSON has no word for."""


def _refused(word: str) -> NoReturn:
    raise _OddError(word)


_DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=_refused)
"""Numbers stay the text that they are written as: a share of 33.30 is no float."""


def items_of(stream: Stream) -> Iterator[tuple[int, object]]:
    """Yield each item of an array, or each value of JSON Lines, with its line; raises `SourceError` where that breaks."""
    yield from _Items(stream).read()


class _Items:
    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.pieces = stream.text()
        self.buffer, self.at, self.line, self.ended = "", 0, 1, False

    def more(self) -> bool:
        """Take in the next piece, and let go of what was read; whether there was one."""
        piece = next(self.pieces, None)
        if piece is None:
            self.ended = True
            return False
        self.buffer, self.at = self.buffer[self.at :] + piece, 0
        return True

    def skip(self) -> bool:
        """Go to the next sign that is no blank; returns whether a comma was passed."""
        comma = False
        while True:
            match = _BETWEEN.match(self.buffer, self.at)
            end = match.end() if match else self.at
            comma = comma or bool(match and match[1])
            self.line += self.buffer.count("\n", self.at, end)
            self.at = end
            if end < len(self.buffer) or not self.more():
                return comma

    def read(self) -> Iterator[tuple[int, object]]:
        self.skip()
        array = self.buffer[self.at : self.at + 1] == "["
        if array:
            self.at += 1
        while True:
            self.skip()
            sign = self.buffer[self.at : self.at + 1]
            if array and sign == "]":
                self.at += 1
                self.skip()
                if self.at < len(self.buffer):
                    raise self.stream.wrong(self.line, "has something after the end of its list; remove it")
                return
            if not sign:
                if array:
                    raise self.stream.wrong(self.line, "ends before its list is closed; it was cut short")
                return
            yield self.line, self.item()

    def item(self) -> object:
        """Return the value that begins here; more is read until it is whole."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self.buffer, self.at)
            except _OddError as error:
                raise self.stream.wrong(self.line, f"holds {error}, which is no value of JSON") from None
            except RecursionError:
                raise self.stream.wrong(self.line, "is nested too deep for a statement") from None
            except json.JSONDecodeError as error:
                size = len(self.buffer) - self.at
                if size > MAX_STATEMENT or not self.more():
                    line = self.line + self.buffer.count("\n", self.at, max(error.pos, self.at))
                    raise self.stream.wrong(line, f"is not valid JSON here: {error.msg}") from None
                continue
            # A number or word at the end of a piece may go on in the next.
            if end == len(self.buffer) and self.more():
                continue
            self.line += self.buffer.count("\n", self.at, end)
            self.at = end
            return value
