"""What the model's classes look like: which fields a part has, and what stands in each."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from fairaudit.procurement.common import Money
from fairaudit.procurement.criteria import kind_of
from fairaudit.procurement.node import Part


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of value: a scalar, a part (of one class or of several), a list, or a map with free keys."""

    kind: str
    classes: tuple[type[Part], ...] = ()
    of: Shape | None = None
    scalar: type = str
    values: tuple[str, ...] = ()

    def part_for(self, value: object) -> type[Part]:
        """Return the class that a raw mapping belongs to."""
        if len(self.classes) == 1:
            return self.classes[0]
        kind = kind_of(value)
        return next((one for one in self.classes if _tag(one) == kind), self.classes[-1])

    @property
    def is_money(self) -> bool:
        """Whether a bare number may stand for this part."""
        return len(self.classes) == 1 and issubclass(self.classes[0], Money)


@cache
def fields_of(part: type[Part]) -> dict[str, Shape]:
    """Return the shape of every field of a class."""
    return {name: shape_of(_full_annotation(info)) for name, info in part.model_fields.items()}


def field_of(shape: Shape, name: str) -> Shape | None:
    """Return the shape of a field of any of the classes, or `None` where none has it."""
    found = [fields_of(one)[name] for one in shape.classes if name in fields_of(one)]
    special = [one for one in found if one.kind != "scalar" or one.scalar is not str]
    return special[0] if special else found[0] if found else None


def shape_of(annotation: Any) -> Shape:  # noqa: ANN401  # annotations have no common type
    """Return the shape an annotation of the model describes."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return shape_of(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        members = [shape_of(one) for one in get_args(annotation) if one is not type(None)]
        parts = tuple(one for member in members for one in member.classes)
        return Shape("part", parts) if parts else members[0]
    if origin is tuple:
        return Shape("list", of=shape_of(get_args(annotation)[0]))
    if origin is dict:
        return Shape("map", of=shape_of(get_args(annotation)[1]))
    if origin is Literal:
        return Shape("scalar", values=get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Shape("part", (annotation,))
    return Shape("scalar", scalar=annotation)


def _full_annotation(info: Any) -> Any:  # noqa: ANN401  # pydantic's FieldInfo.annotation
    return info.annotation


@cache
def _tag(part: type[Part]) -> str:
    info = part.model_fields.get("kind")
    values = get_args(info.annotation) if info else ()
    return str(values[0]) if values and isinstance(values[0], str) else "other"
