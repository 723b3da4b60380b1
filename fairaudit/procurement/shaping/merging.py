"""Several documents of one case into one: sections meet, lists with ids join by id, a value given twice must agree."""

from __future__ import annotations

from dataclasses import dataclass, field

from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.places import Placed, Placeholder
from fairaudit.procurement.shaping.reading import Shaped
from fairaudit.sources.document import NOWHERE, Fault, Path, Value


@dataclass
class Merged:
    """The raw values of a case, where each stands, and what did not fit together."""

    value: dict[str, Value] = field(default_factory=dict)
    places: dict[Path, Placed] = field(default_factory=dict)
    pointers: dict[Path, str] = field(default_factory=dict)
    placeholders: list[Placeholder] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    foreign_files: set[int] = field(default_factory=set)

    def foreign(self, path: Path) -> bool:
        """Whether the value at a path comes from a format its reader cannot correct."""
        for length in range(len(path), -1, -1):
            if found := self.places.get(path[:length]):
                return found[0] in self.foreign_files
        return bool(self.foreign_files)


def merge(shaped: list[Shaped]) -> Merged:
    """Return the one value that some documents make; conflicts are faults that name both places."""
    merged = Merged(files=[one.document.file for one in shaped])
    for index, one in enumerate(shaped):
        if one.document.foreign:
            merged.foreign_files.add(index)
        merged.faults += one.faults
        if index == 0:
            merged.value = one.value
            merged.places = one.places
            merged.pointers = dict(one.document.pointers)
            merged.placeholders = list(one.placeholders)
        else:
            _Join(merged, one).mapping(merged.value, one.value, (), ())
    return merged


def join(merged: Merged, shaped: Shaped) -> None:
    """Join one more document to what is merged already; its index must be its place among the files."""
    merged.faults += shaped.faults
    _Join(merged, shaped).mapping(merged.value, shaped.value, (), ())


class _Join:
    """Joins one more document to what is there; `path` is the merged path, `native` the document's own."""

    def __init__(self, merged: Merged, shaped: Shaped) -> None:
        self.merged = merged
        self.shaped = shaped

    def mapping(self, there: dict[str, Value], more: dict[str, Value], path: Path, native: Path) -> None:
        for key, value in more.items():
            place, source = (*path, key), (*native, key)
            if key not in there:
                there[key] = value
                self.bring(value, place, source)
                continue
            old = there[key]
            if isinstance(old, dict) and isinstance(value, dict):
                self.mapping(old, value, place, source)
            elif isinstance(old, list) and isinstance(value, list):
                self.sequence(old, value, place, source)
            elif old != value:
                self._conflict(place, source)
        for gap in self.shaped.placeholders:
            if gap.path[:-1] == native:
                self.merged.placeholders.append(Placeholder((*path, gap.path[-1]), gap.text))

    def sequence(self, there: list[Value], more: list[Value], path: Path, native: Path) -> None:
        known = {_id(one): index for index, one in enumerate(there) if _id(one) is not None}
        for index, value in enumerate(more):
            source = (*native, index)
            position = known.get(_id(value))
            if position is not None and isinstance(value, dict) and isinstance(old := there[position], dict):
                self.mapping(old, value, (*path, position), source)
            elif value not in there:
                there.append(value)
                self.bring(value, (*path, len(there) - 1), source)

    def bring(self, value: Value, path: Path, native: Path) -> None:
        """Carry the places of a value that is taken over whole."""
        if place := self.shaped.places.get(native):
            self.merged.places[path] = place
        if pointer := self.shaped.document.pointers.get(native):
            self.merged.pointers[path] = pointer
        self.merged.placeholders += [
            Placeholder((*path, gap.path[-1]), gap.text) for gap in self.shaped.placeholders if gap.path[:-1] == native
        ]
        children: list[tuple[str | int, Value]] = []
        if isinstance(value, dict):
            children = list(value.items())
        elif isinstance(value, list):
            children = list(enumerate(value))
        for step, one in children:
            self.bring(one, (*path, step), (*native, step))

    def _conflict(self, path: Path, native: Path) -> None:
        index, span = self.merged.places.get(path, (0, NOWHERE))
        _, here = self.shaped.places.get(native, (0, NOWHERE))
        first = f"{self.merged.files[index]}:{span[0]}:{span[1]}"
        message = f"{text_of(path)}: is given differently in {first}; keep the right one and delete the other"
        self.merged.faults.append(Fault(self.shaped.document.file, here[0], here[1], message))


def _id(value: Value) -> str | None:
    key = value.get("id") if isinstance(value, dict) else None
    return key if isinstance(key, str) else None
