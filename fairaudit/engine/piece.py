"""What every part of a report can do: be compared, hashed and shown."""

from __future__ import annotations


class Piece:
    """A part of a report, equal to another of its kind that says the same; its slots are its fields.

    Written once, since a dataclass compiles methods of its own for every class: two dozen classes would pay a thirtieth of a
    run for it.
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({', '.join(shown)})"


def _values(piece: Piece) -> tuple[object, ...]:
    return tuple([getattr(piece, name) for name in piece.__slots__])
