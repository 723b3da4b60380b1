"""Raw values in the model's shape into typed parts. What does not fit is left out and reported with its path."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.node import Part, built
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.scalars import When, read_text
from fairaudit.procurement.model.shape import Shape, fields_of
from fairaudit.sources.document import Path, Value

_LIST = "should be a list: put `- ` before each item, or brackets around it"
_GROUP = "should be a group of fields, one `name: value` a line"

Report = Callable[[Path, Value, str], None]
"""Told of every value that does not fit: where it stands, what it is, and what should stand there."""


class Dated(Frozen):
    """A moment of the case, and the part whose field it is."""

    part: Part
    name: str
    when: When

    @property
    def path(self) -> Path:
        """Where the moment stands."""
        return (*self.part.path, self.name)


def build(raw: dict[str, Value], report: Report) -> tuple[Procurement, tuple[Dated, ...]]:
    """Return the typed model and all its moments; every value that does not fit is reported."""
    builder = _Builder(report)
    root = builder.part(raw, Procurement, ())
    return root if isinstance(root, Procurement) else Procurement(), tuple(builder.moments)


Read = Callable[[object], object]
"""Reads one scalar; raises `ValueError` for what does not fit."""

_READS: dict[type[Part], dict[str, Read]] = {}


def _reads_of(part: type[Part]) -> dict[str, Read]:
    """Return how each scalar field of a class is read, worked out once."""
    known = _READS.get(part)
    if known is None:
        shapes = fields_of(part).items()
        known = _READS[part] = {name: _read_of(shape) for name, shape in shapes if shape.kind == "scalar"}
    return known


def _read_of(shape: Shape) -> Read:
    if shape.values:
        return partial(_read_word, shape.values)
    return shape.mark.read if shape.mark else _as_it_is


def _as_it_is(raw: object) -> object:
    return raw


def _read_word(words: tuple[str, ...], raw: object) -> object:
    """Return one of some words; raises `ValueError` for any other."""
    if raw in words:
        return raw
    # `Pass_fail` and `pass-fail` are one word.
    meant = [one for one in words if isinstance(raw, str) and _letters(one) == _letters(raw)]
    if len(meant) == 1:
        return meant[0]
    raise ValueError("should be one of " + ", ".join(f"`{one}`" for one in words))


class _Builder:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.moments: list[Dated] = []
        self.known: dict[tuple[Read, str], object] = {}
        """What texts were read as; days and numbers stand in a case many times."""

    def part(self, raw: dict[str, Value], part: type[Part], path: Path) -> Part:
        reads, known = _reads_of(part), self.known
        values: dict[str, object] = {}
        dated: list[tuple[str, When]] = []
        for name, value in raw.items():
            read = reads.get(name)
            if value.__class__ is str and read is read_text:
                # Most values are these, and stand as they are.
                values[name] = value
                continue
            if read is None:
                made = self.value(value, fields_of(part)[name], (*path, name))
            elif not isinstance(value, str):
                made = None if value is None else self.scalar(value, read, (*path, name))
            elif (made := known.get((read, value))) is None:
                made = known[(read, value)] = self.scalar(value, read, (*path, name))
            if made is not None:
                values[name] = made
                if isinstance(made, When):
                    dated.append((name, made))
        result = built(part, path, values)
        if part.misfits is not Part.misfits:
            for name, message in result.misfits():
                self.report((*path, name), raw.get(name), message)
                del result.__dict__[name]
        for name, when in dated:
            self.moments.append(Dated(result, name, when))
        return result

    def value(self, raw: Value, shape: Shape, path: Path) -> object | None:
        """Return one typed value, or `None` for what is not given or does not fit."""
        if raw is None:
            return None
        if shape.kind == "part":
            if isinstance(raw, dict):
                return self.part(raw, shape.part_for(raw), path)
            return self.report(path, raw, _GROUP)
        if shape.kind == "list" and shape.of is not None:
            return self.items(raw, shape, shape.of, path)
        if shape.kind == "map" and shape.of is not None:
            if isinstance(raw, dict):
                made = {key: self.value(one, shape.of, (*path, key)) for key, one in raw.items()}
                return {key: one for key, one in made.items() if one is not None}
            return self.report(path, raw, _GROUP)
        return self.scalar(raw, _read_of(shape), path)

    def items(self, raw: Value, shape: Shape, of: Shape, path: Path) -> tuple[object, ...] | None:
        if shape.word is not None and isinstance(raw, str) and means_everybody(raw):
            return (shape.word,)
        if not isinstance(raw, list):
            either = f"should be `{shape.word}` or a list" if shape.word else _LIST
            return self.report(path, raw, either)
        only, texts = of.only_part, of.kind == "scalar" and _read_of(of) is read_text
        made = [
            one
            if texts and one.__class__ is str
            else self.part(one, only, (*path, index))
            if only is not None and isinstance(one, dict)
            else self.value(one, of, (*path, index))
            for index, one in enumerate(raw)
        ]
        if of.kind == "part":
            # A group that could not be read keeps its position, or every path behind it would point one too far.
            return tuple(
                built(of.classes[-1], (*path, index), {}) if one is None else one for index, one in enumerate(made)
            )
        if shape.word is not None:
            everybody = {one for one in set(made) if isinstance(one, str) and means_everybody(one)}
            made = [shape.word if one in everybody else one for one in made] if everybody else made
        return tuple(one for one in made if one is not None)

    def scalar(self, raw: Value, read: Read, path: Path) -> object | None:
        try:
            return read(raw)
        except ValueError as error:
            return self.report(path, raw, str(error))


def _letters(word: str) -> str:
    return "".join(one for one in word.casefold() if one.isalnum())
