"""Values that know their path: the nodes of a procurement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from fairaudit.sources.document import Path

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Node(Generic[T_co]):
    """A value of the case and the model path where it stands; the value is `None` where nothing is given."""

    path: Path
    value: T_co


class Part(BaseModel):
    """A structured node: frozen, strict about its fields, and aware of its path once the case is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    # A plain slot: pydantic's own private attributes are looked up through `__getattr__`, which checks would pay for.
    __slots__ = ("path",)
    path: ClassVar[Path]

    @property
    def node(self) -> Node[object]:
        """The part itself, with its path."""
        return Node(self.path, self)

    def field(self, name: str) -> Node[object]:
        """Return one field with its path, whether or not it is given."""
        return Node((*self.path, name), getattr(self, name))


P = TypeVar("P", bound=Part)


def placed(part: P, path: Path) -> P:
    """Return a part that knows where it stands."""
    object.__setattr__(part, "path", path)
    return part


def text_of(path: Path) -> str:
    """Return a path as people write it: `tender.lots[1].value`."""
    parts: list[str] = []
    for step in path:
        name = f"[{step}]" if isinstance(step, int) else step.rstrip("_")
        parts.append(f".{name}" if parts and isinstance(step, str) else name)
    return "".join(parts) or "case"
