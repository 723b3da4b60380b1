"""What the tables of a case come to: scores of two lists, where each stands, and the cells that were not understood."""

from __future__ import annotations

from collections.abc import Iterable

from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import blank
from fairaudit.procurement.tabled.rows import Rows, Source
from fairaudit.sources.document import Lost, Path, Unreadable
from fairaudit.sources.tables.grid import Remark, cell_name

LISTS = ("individual", "consensus")
MOST_CELLS = 1_000
"""How many cells of one table are listed one by one."""


class Scored:
    """The scores of one list, and where they stand."""

    def __init__(self, name: str, base: int) -> None:
        self.name = name
        self.rows = Rows(base)
        self.scores: list[Score] = []

    def path(self) -> Path:
        """Return where the next score will stand in the model."""
        return ("evaluation", self.name, self.rows.base + len(self.scores))

    def add(self, line: int, offset: int, *values: tuple[str, object]) -> None:
        """Add a score with what is given of it, always in one order, so that all scores share their keys."""
        score, held = blank(Score, self.path())
        for name, value in values:
            if value is not None:
                held[name] = value
        self.scores.append(score)
        self.rows.lines.append(line)
        self.rows.offsets.append(offset)


class Collected:
    """What has been read so far of all tables."""

    def __init__(self, individual: int, consensus: int) -> None:
        self.lists = {"individual": Scored("individual", individual), "consensus": Scored("consensus", consensus)}
        self.unreadable: list[Unreadable] = []
        self.not_read: list[str] = []
        self.touched: set[str] = set()
        """The lists that tables were given for, be they empty."""


class Cells:
    """Lists the cells of one sheet or CSV that were not understood, up to a number one by one."""

    def __init__(self, collected: Collected, source: Source, section: str) -> None:
        self.collected, self.source, self.section = collected, source, section
        self.headings: dict[int, str] = {}
        """What the columns of a CSV are called, from 1: it has no letters for them."""
        self.count = 0
        self.last = 0

    def begin(self) -> None:
        """Let the scores that follow stand in this sheet."""
        for one in self.collected.lists.values():
            one.rows.begin(self.source)

    def strange(
        self, line: int, column: int, text: str, reason: str, path: Path = (), lost: Lost | None = None
    ) -> None:
        """List a cell with what it shows and why it is not understood, and which scores are lost by that."""
        self.count, self.last = self.count + 1, line
        if self.count > MOST_CELLS:
            return
        place = self._place(line, column)
        at = path or ("evaluation", self.section)
        self.collected.unreadable.append(Unreadable(at, text[:200], f"{place}: {reason}", self.source.file, line, lost))

    def seen(self, found: Iterable[Remark], path: Path) -> None:
        """List what cells show beside their values, where the case names the table: nothing is lost with that."""
        for one in found:
            self.strange(*one[:4], path=path)
            if one.shown and self.count <= MOST_CELLS:
                listed = self.collected.unreadable
                listed[-1] = listed[-1]._replace(shown=(self._place(one.row, one.column), one.shown))

    def _place(self, line: int, column: int) -> str:
        """Return what people call a cell: `Scores!C14`, or the column of a CSV, whose line is said anyway."""
        if self.source.sheet:
            return cell_name(line, max(column, 1), self.source.sheet)
        heading = self.headings.get(column)
        return f"column {column} ({heading})" if heading else f"column {column}" if column > 0 else "the row"

    def end(self) -> None:
        """Say how many more cells were not understood."""
        if self.count > MOST_CELLS:
            more = f"{self.count - MOST_CELLS:,} more cells of this table, up to here, were not understood; mend these first"
            path: Path = ("evaluation", self.section)
            self.collected.unreadable.append(Unreadable(path, "", more, self.source.file, self.last, Lost()))

    def lose(self, start: int, lost: Lost, section: str) -> None:
        """Let what was listed from a place on be why some scores are lost."""
        found = self.collected.unreadable
        found[start:] = [
            one._replace(lost=lost, path=("evaluation", section) if len(one.path) < 3 else one.path)
            for one in found[start:]
        ]
