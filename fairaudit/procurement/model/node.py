"""Values that know their path: the nodes of a procurement."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar, dataclass_transform

from fairaudit.frozen import Frozen
from fairaudit.sources.document import Path

T_co = TypeVar("T_co", covariant=True)


class Node(Frozen, Generic[T_co]):
    """A value of the case and the model path where it stands; the value is `None` where nothing is given."""

    path: Path
    value: T_co


Misfit = tuple[str, str]
"""A field that cannot be meant as it stands, and what should stand there."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Part:
    """A structured node: frozen, aware of its path once the case is read, and `None` for every field that is not given.

    The fields are the annotations of a class, read by `building`. Not a library's model class: nothing here is coerced,
    every fault needs its place in a file, and making the classes of a validation library costs more than an audit does.
    """

    if TYPE_CHECKING:
        # The model path where the part stands in its case: no field, and plain, since it is asked for without end.
        path: Path = ()

    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)
        self.__dict__.setdefault("path", ())

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen; {name} cannot be set")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), self.path))

    def __repr__(self) -> str:
        """Return what the part says, the same whatever order its fields were written in."""
        held = self.__dict__
        given = [f"{name}={held[name]!r}" for name in sorted(held) if name != "path"]
        return f"{type(self).__name__}({', '.join(given)})"

    @property
    def told(self) -> bool | None:
        """Whether the part tells of what it stands for; `None` where that can be read two ways."""
        return True

    def misfits(self) -> Iterator[Misfit]:
        """Say which fields, fine by themselves, can never be meant beside the others."""
        return iter(())

    @property
    def node(self) -> Node[object]:
        """The part itself, with its path."""
        return Node(self.path, self)

    def field(self, name: str) -> Node[object]:
        """Return one field with its path, whether or not it is given."""
        return Node((*self.__dict__["path"], name), getattr(self, name))


P = TypeVar("P", bound=Part)


def built(part: type[P], path: Path, values: dict[str, object]) -> P:
    """Return a part that stands at a path, with the fields that are given; it takes the mapping for its own."""
    made = part.__new__(part)
    values["path"] = path
    object.__setattr__(made, "__dict__", values)
    return made


def blank(part: type[P], path: Path) -> tuple[P, dict[str, object]]:
    """Return a part that stands at a path, and the mapping to put its fields into, always in one order.

    For parts of which there may be a million: filled like this they share their keys, which saves a third of their memory.
    """
    made = part.__new__(part)
    held = made.__dict__
    held["path"] = path
    return made, held


@lru_cache(maxsize=20_000)
def text_of(path: Path) -> str:
    """Return a path as people write it: `tender.lots[1].value`."""
    parts: list[str] = []
    for step in path:
        name = f"[{step}]" if isinstance(step, int) else step.rstrip("_")
        parts.append(f".{name}" if parts and isinstance(step, str) else name)
    return "".join(parts) or "case"
