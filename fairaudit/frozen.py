"""The frozen values that pass between the rooms: named tuples whose classes cost little to make.

A run makes some three hundred of their classes, fills half, and most of these with a handful of values. `typing.NamedTuple`
compiles a constructor for each, which took a tenth of every start; here the library writes the methods of a class when they
are needed: for more than a few values, or for another value of some. Plug-ins need not know: whatever is a named tuple will
do for facts.
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
    _METHODS = ("__new__", "__repr__", "__getnewargs__", "_replace")
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
            """Make a value: the first few of a class as they are given, the others by the library's own constructor."""
            made = _MADE[cls]
            if made < _FEW:
                _MADE[cls] = made + 1
                if not named and len(given) == len(cls._fields):
                    return tuple.__new__(cls, given)
                rest = cls._fields[len(given) :]
                whole = cls._field_defaults | named
                if rest and named.keys() <= set(rest) and whole.keys() >= set(rest):
                    return tuple.__new__(cls, (*given, *[whole[one] for one in rest]))
            return _complete(cls).__new__(cls, *given, **named)

        @classmethod
        def _make(cls, given: Iterable[object]) -> Frozen:
            return cls.__new__(cls, *given)

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

    def _complete(cls: type) -> type:
        """Give a class the methods that the library writes for it."""
        # Held by a name: what only its dictionary holds may be emptied by the collector halfway through.
        made = namedtuple(cls.__name__, cls._fields, defaults=cls._field_defaults.values())
        for one in _METHODS:
            if one not in vars(cls):
                setattr(cls, one, vars(made)[one])
        return cls

    def _until_written(name: str) -> Callable[..., object]:
        def method(self: object, *given: object, **named: object) -> object:
            return getattr(_complete(type(self)), name)(self, *given, **named)

        return method

    for _one in ("__repr__", "__getnewargs__", "_replace"):
        setattr(Frozen, _one, _until_written(_one))
