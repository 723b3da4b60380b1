"""YAML into values with places, from libyaml's events.

Not through `yaml.load`: it reads `16:00` as 960, `NO` as false and `0123` as 83, keeps the last of two equal keys,
follows aliases without bound and crashes on deep nesting. Here every scalar stays text; only a plain `null`, `~` or nothing
is null.
"""

from __future__ import annotations

import re
from typing import Any

import yaml as pyyaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.sources.document import NOWHERE, Comment, Path, SourceError, Span, Tree, Value
from fairaudit.sources.limits import MAX_DEPTH, MAX_VALUES, refuse

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TAB = "has a tab where only spaces may stand; YAML takes no tabs for indentation: put spaces in its place"
_TOO_DEEP = f"is nested more than {MAX_DEPTH} levels deep"
_HIDDEN_ENDS = late_pattern("[\u0085\u2028\u2029]|\r(?!\n)")
_HIDDEN_NAMES = {
    "\u0085": ("U+0085 (next line)", r"`\N`"),
    "\u2028": ("U+2028 (line separator)", r"`\L`"),
    "\u2029": ("U+2029 (paragraph separator)", r"`\P`"),
    "\r": ("U+000D (a carriage return without a line feed)", r"`\r`"),
}
_LONGEST_NAME = 1024
"""What libyaml takes for a field name without `?`."""
_LONG_NAME = late_pattern(rf"[^\s:,{{}}\[\]]{{{_LONGEST_NAME + 1},}}")
_GROUP_FOR_NAME = "has a group of fields where a field name should stand; write one name"
_PLACEHOLDER = 'this placeholder needs quotes: write "{{ name }}", because YAML takes bare braces for a mapping'


def read_yaml(text: str, file: str) -> Tree:
    """Return the one document of a YAML text; raises `SourceError` at the first thing that is not plain YAML."""
    return _Builder(text, file).tree()


def read_comments(text: str) -> tuple[Comment, ...]:
    """Return every comment of a YAML text that parses: what stands between its tokens, so never part of a value."""
    found: list[Comment] = []
    end, line, counted = 0, 1, 0
    for token in pyyaml.scan(text, Loader=pyyaml.CSafeLoader):
        for match in re.finditer(r"#([^\n]*)", text[end : token.start_mark.index]):
            line += text.count("\n", counted, end + match.start())
            counted = end + match.start()
            found.append(Comment(line, match[1].strip()))
        end = max(end, token.end_mark.index)
    return tuple(found)


class _Builder:
    """Builds one value from the stream of events, recursively but never deeper than `MAX_DEPTH`."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.spans: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.events: Any = None  # the C parser has no types

    def tree(self) -> Tree:
        """Return the one document; libyaml's own faults are put into our words."""
        self._refuse_hidden_ends()
        try:
            self.events = pyyaml.CSafeLoader(self.text)
            return self._document()
        except pyyaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            span = (mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else NOWHERE
            raise refuse(self.file, span, self._explain(str(error.problem), span)) from None
        except pyyaml.reader.ReaderError as error:
            before = self.text[: error.position] if isinstance(error.position, int) else ""
            line = before.count("\n") + 1
            message = "holds a control character that text may not hold; remove it"
            raise refuse(self.file, (line, len(before) - before.rfind("\n"), line, 1), message) from None
        finally:
            if self.events is not None:
                self.events.dispose()

    def _refuse_hidden_ends(self) -> None:
        """Refuse what libyaml takes for the end of a line and no editor does.

        Every later place would be a line too low, so that a waiver would settle another finding; and what follows in a
        comment, which nobody sees as anything else, would be data.
        """
        # Most texts hold none of them, and to look for each by itself is ten times as fast.
        found = _HIDDEN_ENDS.search(self.text) if any(one in self.text for one in _HIDDEN_NAMES) else None
        if found is None:
            return
        name, escape = _HIDDEN_NAMES[found[0]]
        before = self.text[: found.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = (
            f"holds the invisible character {name}, as texts pasted from elsewhere do; YAML ends a line there and an "
            f"editor does not, so all further lines would be counted wrong: delete it and write a space or a new line "
            f"instead (inside double quotes {escape} stands for it)"
        )
        raise refuse(self.file, (line, column, line, column + 1), message)

    def _explain(self, problem: str, span: Span) -> str:
        if problem == "exceeded maximum nesting depth":
            # libyaml reads ahead to see whether a bracket opens a key, and meets its own limit before we meet ours.
            return _TOO_DEEP
        lines = self.text.split("\n")
        for line in lines[max(0, span[0] - 2) : span[0]]:
            if re.search(r"(^|[:\-,\[]\s+)\{\{", line):
                return _PLACEHOLDER
        if span[0] <= len(lines) and _LONG_NAME.search(lines[span[0] - 1][: span[1] + _LONGEST_NAME]):
            return f"has a field name of more than {_LONGEST_NAME:,} characters, which YAML does not read; write a short one"
        # The parser stops at the tab itself; where the text is cut off it stops behind the last line.
        if "".join(lines[span[0] - 1 : span[0]])[: span[1]].strip(" -") == "\t":
            return _TAB
        return f"is not valid YAML here: {problem}"

    def _document(self) -> Tree:
        value: Value = None
        documents = 0
        while (event := self.events.get_event()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = "holds a second document after `---`; put it in a file of its own"
                    raise refuse(self.file, _span(event), message)
                value = self._value(self.events.get_event(), ())
        if not documents:
            raise refuse(self.file, NOWHERE, "is empty; it holds nothing but comments")
        return Tree(value, self.spans, self.keys)

    def _value(self, event: Any, path: Path) -> Value:  # noqa: ANN401  # events of the C parser
        kind = event.__class__
        if kind is AliasEvent or event.anchor or event.tag:
            raise self._refused(event)
        if len(self.spans) > MAX_VALUES:
            raise refuse(self.file, _span(event), f"holds more than {MAX_VALUES:,} values; split it into several files")
        if kind is ScalarEvent:
            start, end = event.start_mark, event.end_mark
            self.spans[path] = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            text: str = event.value
            return None if text in _NULLS and not event.style else text
        if len(path) > MAX_DEPTH:
            raise refuse(self.file, _span(event), _TOO_DEEP)
        return self._mapping(event, path) if kind is MappingStartEvent else self._sequence(event, path)

    def _refused(self, event: Any) -> SourceError:  # noqa: ANN401  # events of the C parser
        """Return the error for an alias, an anchor or a tag: each would make a value that stands in no one place."""
        if event.__class__ is AliasEvent:
            message = f"uses the alias *{event.anchor}; write the value out, so that every finding has one place"
        elif event.anchor:
            message = f"defines the anchor &{event.anchor}; write the value out where it is needed"
        else:
            message = f"uses the tag {event.tag}; remove it: the model knows what each field is"
        return refuse(self.file, _span(event), message)

    def _mapping(self, start: Any, path: Path) -> Value:  # noqa: ANN401  # events of the C parser
        mapping: dict[str, Value] = {}
        spans, keys, get_event = self.spans, self.keys, self.events.get_event
        head = spans[path] = _head(start)
        while (event := get_event()).__class__ is not MappingEndEvent:
            plain = event.__class__ is ScalarEvent and not (event.anchor or event.tag)
            key: str = event.value if plain and event.value != "<<" else self._key(event)
            place = (*path, key)
            if key in mapping:
                message = f"gives the key {key!r} twice; the first is on line {keys[place][0]}: keep one"
                raise refuse(self.file, _span(event), message)
            begin, end = event.start_mark, event.end_mark
            line = begin.line + 1
            span = keys[place] = (line, begin.column + 1, end.line + 1, end.column + 1)
            if not mapping and line == head[0]:
                # A group inside a list is shown from its dash or brace to the end of its first field's name.
                spans[path] = (line, head[1], span[2], span[3])
            event = get_event()
            kind = event.__class__
            if kind is ScalarEvent and not (event.anchor or event.tag) and len(spans) <= MAX_VALUES:
                # Most values are these, so they are read here and not by a call for each.
                mapping[key] = text = None if event.value in _NULLS and not event.style else event.value
                if text is not None:
                    begin, end = event.start_mark, event.end_mark
                    spans[place] = (begin.line + 1, begin.column + 1, end.line + 1, end.column + 1)
                    continue
            else:
                mapping[key] = self._value(event, place)
            # A block collection's own mark lies on its first child, so it is shown at its key; so is nothing.
            spans[place] = span
        return mapping

    def _key(self, event: Any) -> str:  # noqa: ANN401  # events of the C parser
        if event.__class__ is MappingStartEvent:
            # Braces in braces are somebody's placeholder; `? a: b` is a group of fields in the place of a name.
            raise refuse(self.file, _span(event), _PLACEHOLDER if event.flow_style else _GROUP_FOR_NAME)
        if event.__class__ is SequenceStartEvent:
            raise refuse(self.file, _span(event), "has a list where a field name should stand; write one name")
        if event.__class__ is AliasEvent or event.anchor or event.tag:
            raise self._refused(event)
        if event.value == "<<" and not event.style:
            raise refuse(self.file, _span(event), "uses the merge key <<; write the fields out")
        return str(event.value)

    def _sequence(self, start: Any, path: Path) -> Value:  # noqa: ANN401  # events of the C parser
        items: list[Value] = []
        self.spans[path] = _head(start)
        while (event := self.events.get_event()).__class__ is not SequenceEndEvent:
            items.append(self._value(event, (*path, len(items))))
        return items


def _span(event: Any) -> Span:  # noqa: ANN401  # events of the C parser
    start, end = event.start_mark, event.end_mark
    return (start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _head(event: Any) -> Span:  # noqa: ANN401  # events of the C parser
    start = event.start_mark
    return (start.line + 1, start.column + 1, start.line + 1, start.column + 2)
