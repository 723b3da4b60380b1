"""Evaluators whom the rows of a table name and the case does not: kept as they are written, and listed with their cells."""

from __future__ import annotations

from collections.abc import Iterable

from fairaudit.analysis.names import person_name
from fairaudit.analysis.nearest import nearest
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.tabled.collecting import Cells
from fairaudit.sources.document import Path

_MOST_ROWS = 20
"""How many further rows that name somebody unknown are told one by one."""
_LEAST_LETTERS = 3
"""How many letters a part of a name has that hints at whose it is."""


class Known:
    """Whom a case names that may score: by id, and by name in whatever order and with whatever titles."""

    def __init__(self, root: Procurement, seats: Iterable[str]) -> None:
        people = {one.id: one.name for one in root.people or () if one.id and one.name}
        self.seats = {seat: people.get(seat, seat) for seat in seats}
        """What those with a seat are called, by their seat."""
        named = [name for one in root.people or () for name in (one.id, one.name) if name]
        self.said = {_said(one) for one in (*named, *self.seats)}
        spoken = [person_name(one) for one in (*named, *self.seats)]
        self.spoken = {one for one in spoken if len(one) > 1}
        self.initials = {(one[0][0], one[-1]) for one in self.spoken}

    def stranger(self, text: str) -> str | None:
        """Return why a text names nobody of the case, and whom it may mean; `None` where it names somebody, or nobody can be."""
        words = person_name(text)
        if not self.seats or _said(text) in self.said or (len(words) > 1 and words in self.spoken):
            return None
        if len(words) == 2 and len(words[0]) == 1 and words in self.initials:
            return None
        meant = self._meant(text)
        hint = f"; did you mean `{meant[:40]}`?" if meant else ""
        return f"names nobody of this case{hint}"

    def _meant(self, text: str) -> str | None:
        parts = {one for one in person_name(text) if len(one) >= _LEAST_LETTERS}
        alike = [name for name in self.seats.values() if parts & set(person_name(name))]
        return alike[0] if len(alike) == 1 else nearest(text, self.seats.values())


class Strangers:
    """The strangers of one table, each listed once: at the first row that names them, with the others that do."""

    def __init__(self, known: Known, cells: Cells, path: Path) -> None:
        self.known, self.cells, self.path = known, cells, path
        self.why: dict[str, str | None] = {}
        self.rows: dict[str, tuple[int, list[int]]] = {}
        """The column of each, and the lines that name them."""

    def add(self, line: int, column: int, text: str) -> None:
        """Note a row, which counts where it names nobody of the case."""
        if text not in self.why:
            self.why[text] = self.known.stranger(text)
        if self.why[text] is not None:
            self.rows.setdefault(text, (column, []))[1].append(line)

    def end(self) -> None:
        """List every stranger."""
        for text, (column, (line, *further)) in self.rows.items():
            more = _as_others_do(further)
            why, hint, meant = (self.why[text] or "").partition("; ")
            words = "write the id or name as the case does; the scores are kept"
            self.cells.strange(line, column, text, f"{why}{more}{hint}{meant}; {words}", path=self.path)


def _as_others_do(lines: list[int]) -> str:
    """Return in words which further rows name the same."""
    told = [str(one) for one in lines[:_MOST_ROWS]]
    if left := len(lines) - len(told):
        told.append(f"{left} more")
    if len(told) < 2:
        return f", as row {told[0]} does" if told else ""
    return f", as rows {', '.join(told[:-1])} and {told[-1]} do"


def _said(text: str) -> str:
    return " ".join(text.casefold().split())
