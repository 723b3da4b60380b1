"""Where the values of a case stand, and which of them are still to be filled in."""

from __future__ import annotations

from pathlib import Path as FilePath

from fairaudit.frozen import Frozen
from fairaudit.sources.document import Path, Span

Placed = tuple[int, Span]
"""Which of the case's documents, and where in it."""


class Placeholder(Frozen):
    """A value still to be filled in; absent for every rule."""

    path: Path
    text: str


class Beside(Frozen):
    """The folder of a file of the case, and what reports call it; the tables that the file names are looked for there."""

    folder: FilePath
    shown: str
