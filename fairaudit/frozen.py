"""The frozen values that pass between the rooms: named tuples whose classes cost little to make.

A run makes five to seven hundred of their classes, fills half, and most of these with a handful of values. `typing.NamedTuple`
compiles a constructor for each, which took a tenth of every start; here a class gets its own when more than a few of its
values are made, and shares all other methods. Plug-ins need not know: whatever is a named tuple will do for facts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

__all__ = ["Frozen"]

if TYPE_CHECKING or sys.version_info >= (3, 14):  # there a class does not hold its annotations, but how to get them
    from typing import NamedTuple as Frozen
else:
    from collections import defaultdict, namedtuple

    _WIDEST = namedtuple("_WIDEST", [f"at_{one}" for one in range(64)])
    _GETTERS = [vars(_WIDEST)[one] for one in _WIDEST._fields]
    _FEW = 16
    _MADE: defaultdict[type, int] = defaultdict(int)

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
            """Make a value: the first few of a class as they are given, the others by a constructor of its own."""
            made = _MADE[cls]
            if made < _FEW:
                _MADE[cls] = made + 1
                if not named and len(given) == len(cls._fields):
                    return tuple.__new__(cls, given)
                rest = cls._fields[len(given) :]
                whole = cls._field_defaults | named
                if rest and named.keys() <= set(rest) and whole.keys() >= set(rest):
                    return tuple.__new__(cls, (*given, *[whole[one] for one in rest]))
            if "__new__" not in vars(cls):
                cls.__new__ = staticmethod(_constructor(cls))
            return cls.__new__(cls, *given, **named)

        @classmethod
        def _make(cls, given: Iterable[object]) -> Frozen:
            return cls.__new__(cls, *given)

        def _replace(self, **named: object) -> Frozen:
            made = tuple.__new__(type(self), map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={one!r}' for name, one in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    def _constructor(cls: type) -> Callable[..., object]:
        """Return the constructor of a class, written as the library writes it for a named tuple."""
        fields = "".join(f"{one}, " for one in cls._fields)
        made = eval(f"lambda _cls, {fields}: _new(_cls, ({fields}))", {"_new": tuple.__new__})
        made.__defaults__ = tuple(cls._field_defaults.values())
        made.__name__, made.__qualname__ = "__new__", f"{cls.__name__}.__new__"
        return made
