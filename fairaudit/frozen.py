"""The frozen values that pass between the rooms: named tuples whose classes cost little to make.

A run makes some two hundred and sixty of their classes and fills less than half. `typing.NamedTuple` compiles a
constructor for each, which took a tenth of every start; here the library writes the methods of a class when its first
value is made. Plug-ins need not know: whatever is a named tuple will do for facts.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

__all__ = ["Frozen"]

if TYPE_CHECKING or sys.version_info >= (3, 14):  # there a class does not hold its annotations, but how to get them
    from typing import NamedTuple as Frozen
else:
    from collections import namedtuple

    _WIDEST = namedtuple("_WIDEST", [f"at_{one}" for one in range(64)])
    _GETTERS = [vars(_WIDEST)[one] for one in _WIDEST._fields]
    _METHODS = ("__new__", "__repr__", "__getnewargs__", "_make", "_replace", "_asdict")

    class _Making(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if bases[0] is not tuple and not hasattr(bases[0], "_fields"):
                fields = tuple(body.get("__annotations__", ()))
                body["_field_defaults"] = {one: body[one] for one in fields if one in body}
                body["_fields"] = body["__match_args__"] = fields
                body.update(zip(fields, _GETTERS, strict=False))
            body["__slots__"] = ()
            return super().__new__(cls, name, bases, body)

    class Frozen(tuple, metaclass=_Making):
        """A frozen value with named fields, made and typed as `typing.NamedTuple` is."""

        def __new__(cls, *given: object, **named: object) -> Frozen:
            """Make the first value of a class, and from then on by the library's own constructor."""
            # Held by a name: what only its dictionary holds may be emptied by the collector halfway through.
            made = namedtuple(cls.__name__, cls._fields, defaults=cls._field_defaults.values())
            for one in _METHODS:
                if one not in vars(cls):
                    setattr(cls, one, vars(made)[one])
            return cls.__new__(cls, *given, **named)
