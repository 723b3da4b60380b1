"""What the model's classes look like: which fields a part has, and what stands in each."""

from __future__ import annotations

import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.common import Money, OneOrMore
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Scalar


class Shape(Frozen):
    """One kind of value: a scalar, a part (of one class or of several), a list, or a map with free keys."""

    kind: str
    classes: tuple[type[Part], ...] = ()
    of: Shape | None = None
    scalar: type = str
    mark: Scalar | None = None
    values: tuple[str, ...] = ()
    word: str | None = None
    """A word that may stand for a whole list: `all`."""
    single: bool = False
    """Whether the only item of a list may stand by itself."""

    @property
    def only_part(self) -> type[Part] | None:
        """The class of every group that may stand here, where there is but one."""
        return self.classes[0] if self.kind == "part" and len(self.classes) == 1 else None

    def part_for(self, value: object) -> type[Part]:
        """Return the class that a raw mapping belongs to: the one that names its kind, else the last."""
        if len(self.classes) == 1:
            return self.classes[0]
        kind = value.get("kind") if isinstance(value, dict) else None
        return next((one for one in self.classes if kind is not None and kind == tag_of(one)), self.classes[-1])

    is_money: bool = False
    """Whether a bare number may stand for this part."""


_FIELDS: dict[type[Part], dict[str, Shape]] = {}
_AMOUNTS: dict[type[Part], tuple[str, ...]] = {}
_TITLES: dict[type[Part], tuple[str, ...]] = {}


def fields_of(part: type[Part]) -> dict[str, Shape]:
    """Return the shape of every field of a class, worked out once."""
    known = _FIELDS.get(part)
    if known is None:
        known = _FIELDS[part] = {
            name: shape_of(hint)
            for one in reversed(part.__mro__)
            if issubclass(one, Part) and one is not Part
            for name, hint in one.__annotations__.items()
        }
    return known


def amounts_of(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a class that are amounts of money, worked out once."""
    known = _AMOUNTS.get(part)
    if known is None:
        known = _AMOUNTS[part] = tuple(name for name, shape in fields_of(part).items() if shape.is_money)
    return known


def titles_in(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a class that say what documents are called, worked out once."""
    known = _TITLES.get(part)
    if known is None:
        marks = ((name, (shape.of or shape).mark) for name, shape in fields_of(part).items())
        known = _TITLES[part] = tuple(name for name, mark in marks if mark and mark.is_title)
    return known


def field_of(shape: Shape, name: str) -> Shape | None:
    """Return the shape of a field of any of the classes, or `None` where none has it."""
    found = [fields_of(one)[name] for one in shape.classes if name in fields_of(one)]
    special = [one for one in found if one.kind != "scalar" or one.scalar is not str]
    return special[0] if special else found[0] if found else None


def shape_of(hint: Any) -> Shape:  # noqa: ANN401  # annotations have no common type
    """Return the shape an annotation of the model describes."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _annotated(*get_args(hint))
    if origin in (Union, types.UnionType):
        members = [shape_of(one) for one in get_args(hint) if one is not type(None)]
        parts = tuple(one for member in members for one in member.classes)
        return _part_shape(parts) if parts else members[0]
    if origin is tuple:
        return Shape("list", of=shape_of(get_args(hint)[0]))
    if origin is dict:
        return Shape("map", of=shape_of(get_args(hint)[1]))
    if origin is Literal:
        return Shape("scalar", values=get_args(hint))
    if isinstance(hint, str):
        # The one class that holds itself names itself in quotes.
        return Shape("part", (AwardCriterion,))
    if isinstance(hint, type) and issubclass(hint, Part):
        return _part_shape((hint,))
    return Shape("scalar", scalar=hint)


def _part_shape(classes: tuple[type[Part], ...]) -> Shape:
    return Shape("part", classes, is_money=len(classes) == 1 and issubclass(classes[0], Money))


def _annotated(hint: Any, mark: Any) -> Shape:  # noqa: ANN401  # annotations have no common type
    if isinstance(mark, Scalar):
        return Shape("scalar", scalar=hint, mark=mark)
    of = shape_of(get_args(hint)[0])
    return Shape("list", of=of, single=True) if isinstance(mark, OneOrMore) else Shape("list", of=of, word=str(mark))


def tag_of(part: type[Part]) -> str | None:
    """Return the kind that a class of a union stands for."""
    kind = fields_of(part).get("kind")
    return kind.values[0] if kind and kind.values else None
