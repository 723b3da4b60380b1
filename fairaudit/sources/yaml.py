"""YAML into values with places, from libyaml's events.

Not through `yaml.load`: it reads `16:00` as 960, `NO` as false and `0123` as 83, keeps the last of two equal keys,
follows aliases without bound and crashes on deep nesting. Here every scalar stays text; only a plain `null`, `~` or nothing
is null.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml as pyyaml

from fairaudit.sources.document import Comment, Path, SourceError, Span, Tree, Value
from fairaudit.sources.limits import MAX_DEPTH, MAX_VALUES, refuse

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLACEHOLDER = 'this placeholder needs quotes: write "{{ name }}", because YAML takes bare braces for a mapping'


def read_yaml(text: str, file: str) -> Tree:
    """Return the one document of a YAML text; raises `SourceError` at the first thing that is not plain YAML."""
    return _Builder(text, file).tree()


def read_comments(text: str) -> tuple[Comment, ...]:
    """Return every comment of a YAML text that parses: what stands between its tokens, so never part of a value."""
    found: list[Comment] = []
    end = 0
    for token in pyyaml.scan(text, Loader=pyyaml.CSafeLoader):
        for match in re.finditer(r"#([^\n]*)", text[end : token.start_mark.index]):
            found.append(Comment(text.count("\n", 0, end + match.start()) + 1, match[1].strip()))
        end = max(end, token.end_mark.index)
    return tuple(found)


class _Builder:
    """Builds one value from the stream of events, recursively but never deeper than `MAX_DEPTH`."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.spans: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.events = self._events()

    def _events(self) -> Iterator[pyyaml.Event]:
        try:
            yield from pyyaml.parse(self.text, Loader=pyyaml.CSafeLoader)
        except pyyaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            span = (mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else (1, 1, 1, 1)
            raise refuse(self.file, span, self._explain(str(error.problem), span)) from None
        except pyyaml.reader.ReaderError as error:
            before = self.text[: error.position] if isinstance(error.position, int) else ""
            line = before.count("\n") + 1
            message = "holds a control character that text may not hold; remove it"
            raise refuse(self.file, (line, len(before) - before.rfind("\n"), line, 1), message) from None

    def _explain(self, problem: str, span: Span) -> str:
        lines = self.text.split("\n")
        for line in lines[max(0, span[0] - 2) : span[0]]:
            if re.search(r"(^|[:\-,\[]\s+)\{\{", line):
                return _PLACEHOLDER
        return f"is not valid YAML here: {problem}"

    def tree(self) -> Tree:
        value: Value = None
        documents = 0
        for event in self.events:
            if isinstance(event, pyyaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise refuse(
                        self.file, _span(event), "holds a second document after `---`; put it in a file of its own"
                    )
                value = self._value(next(self.events), ())
        if not documents:
            raise refuse(self.file, (1, 1, 1, 1), "is empty; it holds nothing but comments")
        return Tree(value, self.spans, self.keys)

    def _value(self, event: pyyaml.Event, path: Path) -> Value:
        self._guard(event, path)
        if isinstance(event, pyyaml.ScalarEvent):
            self.spans[path] = _span(event)
            if not event.style and event.value in _NULLS:
                return None
            return str(event.value)
        if isinstance(event, pyyaml.MappingStartEvent):
            return self._mapping(event, path)
        return self._sequence(event, path)

    def _guard(self, event: pyyaml.Event, path: Path) -> None:
        span = _span(event)
        if isinstance(event, pyyaml.AliasEvent):
            raise refuse(
                self.file,
                span,
                f"uses the alias *{event.anchor}; write the value out, so that every finding has one place",
            )
        if anchor := getattr(event, "anchor", None):
            raise refuse(self.file, span, f"defines the anchor &{anchor}; write the value out where it is needed")
        if tag := getattr(event, "tag", None):
            raise refuse(self.file, span, f"uses the tag {tag}; remove it: the model knows what each field is")
        if len(path) > MAX_DEPTH:
            raise refuse(self.file, span, f"is nested more than {MAX_DEPTH} levels deep")
        if len(self.spans) > MAX_VALUES:
            raise refuse(self.file, span, f"holds more than {MAX_VALUES:,} values; split it into several files")

    def _mapping(self, start: pyyaml.Event, path: Path) -> Value:
        mapping: dict[str, Value] = {}
        self.spans[path] = _head(start)
        while not isinstance(event := next(self.events), pyyaml.MappingEndEvent):
            key = self._key(event)
            place = (*path, key)
            if key in mapping:
                first = self.keys[place]
                raise refuse(
                    self.file, _span(event), f"gives the key {key!r} twice; the first is on line {first[0]}: keep one"
                )
            self.keys[place] = _span(event)
            mapping[key] = None
            mapping[key] = self._value(next(self.events), place)
            if not isinstance(mapping[key], str):
                # A block collection's own mark lies on its first child, so it is shown at its key.
                self.spans[place] = self.keys[place]
        if mapping and self.spans[path] == _head(start):
            first_key = self.keys[(*path, next(iter(mapping)))]
            head = self.spans[path]
            if first_key[0] == head[0]:
                self.spans[path] = (head[0], head[1], first_key[2], first_key[3])
        return mapping

    def _key(self, event: pyyaml.Event) -> str:
        if isinstance(event, pyyaml.MappingStartEvent):
            raise refuse(self.file, _span(event), _PLACEHOLDER)
        if not isinstance(event, pyyaml.ScalarEvent):
            raise refuse(self.file, _span(event), "has a list where a field name should stand; write one name")
        self._guard(event, ())
        if event.value == "<<" and not event.style:
            raise refuse(self.file, _span(event), "uses the merge key <<; write the fields out")
        return str(event.value)

    def _sequence(self, start: pyyaml.Event, path: Path) -> Value:
        items: list[Value] = []
        self.spans[path] = _head(start)
        while not isinstance(event := next(self.events), pyyaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items


def _span(event: pyyaml.Event) -> Span:
    start, end = _marks(event)
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _head(event: pyyaml.Event) -> Span:
    start, _ = _marks(event)
    return (start.line + 1, start.column + 1, start.line + 1, start.column + 2)


def _marks(event: pyyaml.Event) -> tuple[Any, Any]:  # libyaml's marks have a class of their own
    return event.start_mark, event.end_mark


__all__ = ["SourceError", "read_comments", "read_yaml"]
