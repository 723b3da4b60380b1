"""An index of the shipped rule files that were read and found right, keyed by the hash of each file.

Reading YAML costs more than auditing a tender, so the shipped rules are read once and kept beside themselves the way
Python keeps its byte code: written to a temporary name, renamed, ignored where it cannot be written. An entry is only used
for a file with the very same bytes, so it can be missing or stale but never wrong. Never made for other folders.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import fairaudit
from fairaudit.sources.document import Span, Tree, Value

Entries = dict[str, dict[str, Value]]
_FOLDER = "__pycache__"


class RuleIndex:
    """What is known of the shipped rule files, by the hash of their bytes."""

    def __init__(self, root: Path) -> None:
        self.file = root / _FOLDER / f"rules-{fairaudit.__version__}.json"
        self.entries = self._read()
        self.used: Entries = {}

    def _read(self) -> Entries:
        try:
            found = json.loads(self.file.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def tree(self, digest: str) -> Tree | None:
        """Return the values of a file by its hash, with the lines of its examples; `None` where it is not known."""
        entry = self.entries.get(digest)
        if entry is None:
            return None
        self.used[digest] = entry
        value = entry["value"]
        return Tree(value, _example_spans(value, entry["lines"]), {})

    def add(self, digest: str, tree: Tree) -> None:
        """Keep a file that was read and found right."""
        if digest in self.used:
            return
        lines: list[Value] = [str(tree.spans[path][0]) for path in _example_paths(tree.value)]
        self.used[digest] = {"value": tree.value, "lines": lines}

    def save(self) -> None:
        """Write the index where it has changed; failing to is no fault, only slower next time."""
        if self.used == self.entries or sys.dont_write_bytecode:
            return
        temporary = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        try:
            self.file.parent.mkdir(exist_ok=True)
            temporary.write_text(json.dumps(self.used, sort_keys=True, ensure_ascii=False), encoding="utf-8")
            os.replace(temporary, self.file)
        except OSError:
            return


def _example_paths(value: Value) -> list[tuple[str | int, ...]]:
    groups = value.get("examples") if isinstance(value, dict) else None
    if not isinstance(groups, dict):
        return []
    return [
        ("examples", outcome, index)
        for outcome, items in groups.items()
        for index in range(len(items) if isinstance(items, list) else 0)
    ]


def _example_spans(value: Value, lines: Value) -> dict[tuple[str | int, ...], Span]:
    spans: dict[tuple[str | int, ...], Span] = {(): (1, 1, 1, 1)}
    for path, line in zip(_example_paths(value), lines if isinstance(lines, list) else [], strict=True):
        spans[path] = (int(str(line)), 1, int(str(line)), 1)
    return spans
