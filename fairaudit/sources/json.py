"""Strict RFC 8259 JSON into values with places.

JSON is not read as YAML: libyaml breaks on the surrogate pairs that `json.dumps` writes by default. Numbers keep their
lexeme, so that a weight of 0.10 is not a float before the model says what a weight is; one with an exponent, as programs write
75.0 as 7.5E1, becomes the plain decimal that it is exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # in the library, not in its stubs

from fairaudit.sources.document import Path, SourceError, Span, Tree, Value
from fairaudit.sources.limits import MAX_DEPTH, MAX_NUMBER, MAX_VALUES, refuse

_SPACE = re.compile(r"[ \t\r\n]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_MARK = re.compile(r"[ \t\r\n]*(?:(,)[ \t\r\n]*|[\]}])")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z0-9_.+-]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_POWER = 4
_ITEM = re.compile(r'"([^"\\\x00-\x1f\ud800-\udfff]*)"[ \t\r\n]*([,\]])[ \t\r\n]*')
"""A string of a list that needs no more than to be cut out, and what follows it."""
_LITERALS: dict[str, str | None] = {"true": "true", "false": "false", "null": None}


def read_json(text: str, file: str) -> Tree:
    """Return the value of a JSON text; raises `SourceError` at the first thing RFC 8259 does not allow."""
    scanner = _Scanner(text, file)
    value, end = scanner.value(scanner.skip(0), ())
    if scanner.skip(end) != len(text):
        raise scanner.fault(scanner.skip(end), "has something after the end of the JSON value; remove it")
    return Tree(value, scanner.spans, scanner.keys)


def _plain(number: str) -> str:
    """Return a number without an exponent; one that would then be too long for any amount as it is written."""
    if not 0 < len(number.lower().partition("e")[2]) <= _LONGEST_POWER:
        return number
    exact = Decimal(number)
    longest = max(exact.adjusted(), 0) - min(int(exact.as_tuple().exponent), 0)
    return format(exact, "f") if longest < MAX_NUMBER else number


class _Scanner:
    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.spans: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}

    def skip(self, at: int) -> int:
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def span(self, start: int, end: int) -> Span:
        """Return where something stands that ends on the line it begins on, as every name and scalar of JSON does."""
        line = bisect_right(self.starts, start)
        before = self.starts[line - 1] - 1
        return line, start - before, line, end - before

    def fault(self, at: int, message: str) -> SourceError:
        return refuse(self.file, self.span(at, at), message)

    def value(self, at: int, path: Path) -> tuple[Value, int]:
        """Return the value that starts at `at`, and where it ends."""
        if len(path) > MAX_DEPTH:
            raise self.fault(at, f"is nested more than {MAX_DEPTH} levels deep")
        if len(self.spans) > MAX_VALUES:
            raise self.fault(at, f"holds more than {MAX_VALUES:,} values; split it into several files")
        head = self.text[at : at + 1]
        if head == '"':
            scalar, end = self._string(at)
            self.spans[path] = self.span(at, end)
            return scalar, end
        if head == "{":
            self.spans[path] = self.span(at, at + 1)
            return self._object(at, path)
        if head == "[":
            self.spans[path] = self.span(at, at + 1)
            return self._array(at, path)
        word, end = self._word(at)
        self.spans[path] = self.span(at, end)
        return word, end

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise self.fault(min(error.pos, len(self.text)), f"is not valid JSON text here: {error.msg}") from None
        if _SURROGATE.search(text):
            raise self.fault(at, "holds half of a surrogate pair (\\ud800 to \\udfff); write the whole character")
        return text, end

    def _word(self, at: int) -> tuple[str | None, int]:
        number = _NUMBER.match(self.text, at)
        word = _WORD.match(self.text, at)
        if number and word and number.end() == word.end():
            if len(number[0]) > MAX_NUMBER:
                raise self.fault(at, f"is a number of {len(number[0])} characters; no amount is that long")
            return _plain(number[0]), number.end()
        if word and word[0] in _LITERALS:
            return _LITERALS[word[0]], word.end()
        raise self.fault(at, f"is not a JSON value: {word[0][:40]!r}" if word else self._stray(at))

    def _stray(self, at: int) -> str:
        if at >= len(self.text):
            return "ends in the middle; is the file cut off?"
        return f"has {self.text[at]!r} where a JSON value should stand"

    def _object(self, at: int, path: Path) -> tuple[Value, int]:
        found: dict[str, Value] = {}
        at = self.skip(at + 1)
        if self.text[at : at + 1] == "}":
            return found, at + 1
        while True:
            if self.text[at : at + 1] != '"':
                raise self.fault(at, f"expects a field name in double quotes: {self._stray(at)}")
            key, end = self._string(at)
            place = (*path, key)
            if key in found:
                raise self.fault(
                    at, f"gives the key {key!r} twice; the first is on line {self.keys[place][0]}: keep one"
                )
            self.keys[place] = self.span(at, end)
            colon = _COLON.match(self.text, end)
            if colon is None:
                raise self.fault(self.skip(end), f"expects `:` after the field name {key[:40]!r}")
            found[key] = None
            found[key], at = self.value(colon.end(), place)
            if not isinstance(found[key], str):
                self.spans[place] = self.keys[place]
            at, done = self._next(at, "}")
            if done:
                return found, at

    def _array(self, at: int, path: Path) -> tuple[Value, int]:
        found: list[Value] = []
        at = self.skip(at + 1)
        if self.text[at : at + 1] == "]":
            return found, at + 1
        while True:
            at, done = self._plain_strings(at, path, found)
            if done:
                return found, at
            item, at = self.value(at, (*path, len(found)))
            found.append(item)
            at, done = self._next(at, "]")
            if done:
                return found, at

    def _plain_strings(self, at: int, path: Path, found: list[Value]) -> tuple[int, bool]:
        """Take the strings without escapes that stand next in a list: most lists hold nothing else, and this is all they need.

        Return where what is left of the list begins, or where it ends, and whether it does.
        """
        while len(path) < MAX_DEPTH and len(self.spans) <= MAX_VALUES and (item := _ITEM.match(self.text, at)):
            self.spans[*path, len(found)] = self.span(at, item.end(1) + 1)
            found.append(item[1])
            at = item.end()
            if item[2] == "]":
                return at, True
        return at, False

    def _next(self, at: int, closer: str) -> tuple[int, bool]:
        """Return where the next value begins, or where the list or object ends, and whether it does."""
        mark = _MARK.match(self.text, at)
        if mark and mark[1]:
            return mark.end(), False
        if mark and mark[0].endswith(closer):
            return mark.end(), True
        at = self.skip(at)
        raise self.fault(at, f"expects `,` or `{closer}`: {self._stray(at)}")
