"""What every part of a report is: a frozen dataclass whose methods are written once, not made anew for each class.

A dataclass compiles methods of its own for every class, and two dozen classes would pay a thirtieth of a run for it.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, ClassVar, TypeVar, dataclass_transform

P = TypeVar("P")


class Piece:
    """A part of a report, equal to another of its kind that says the same."""

    __slots__: tuple[str, ...] = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *values: object, **named: object) -> None:
        fields, put = self.__dataclass_fields__, object.__setattr__
        if not named and len(values) == len(fields):
            for name, value in zip(fields, values, strict=True):
                put(self, name, value)
            return
        given = named if not values else dict(zip(fields, values, strict=False)) | named
        if given.keys() != fields.keys() or len(given) != len(values) + len(named):
            if len(given) != len(values) + len(named) or not given.keys() <= fields.keys():
                raise TypeError(f"{type(self).__name__} has the fields {', '.join(fields)}, each to be given once")
            given |= {name: _default(self, one) for name, one in fields.items() if name not in given}
        for name, value in given.items():
            put(self, name, value)

    def __getstate__(self) -> tuple[object, ...]:
        return _values(self)

    def __setstate__(self, values: tuple[object, ...]) -> None:
        for name, value in zip(self.__dataclass_fields__, values, strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__name__}({', '.join(shown)})"


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def piece(cls: type[P]) -> type[P]:
    """Make a class a part of a report: fields with slots, and the methods of `Piece`."""
    return dataclass(init=False, eq=False, repr=False, slots=True)(cls)


def _default(of: Piece, one: Field[Any]) -> object:
    if one.default is not MISSING:
        return one.default
    if one.default_factory is not MISSING:
        return one.default_factory()
    raise TypeError(f"{type(of).__name__} needs the field {one.name}")


def _values(one: Piece) -> tuple[object, ...]:
    return tuple([getattr(one, name) for name in one.__dataclass_fields__])
