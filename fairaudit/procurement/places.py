"""Where the values of a case stand, and which of them are still to be filled in."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.sources.document import Path, Span

Placed = tuple[int, Span]
"""Which of the case's documents, and where in it."""


class Placeholder(Frozen):
    """A value still to be filled in; absent for every rule."""

    path: Path
    text: str
