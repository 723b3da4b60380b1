"""Values that know their path: the nodes of a procurement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

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
    _path: Path = PrivateAttr(default=())

    @property
    def path(self) -> Path:
        """The model path where this part stands in its case."""
        return self._path

    @property
    def node(self) -> Node[object]:
        """The part itself, with its path."""
        return Node(self._path, self)

    def field(self, name: str) -> Node[object]:
        """Return one field with its path, whether or not it is given."""
        return Node((*self._path, name), getattr(self, name))


def text_of(path: Path) -> str:
    """Return a path as people write it: `tender.lots[1].value`."""
    parts: list[str] = []
    for step in path:
        name = f"[{step}]" if isinstance(step, int) else step.rstrip("_")
        parts.append(f".{name}" if parts and isinstance(step, str) else name)
    return "".join(parts) or "case"
