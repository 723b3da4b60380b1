"""Which column of a table holds what: by the names of our fields, by usual spellings of them, or as the case says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.registerlist import Register
from fairaudit.procurement.registers.births import birth_column
from fairaudit.procurement.registers.endings import END_FIELDS, OWNER_END, doubts_beside, end_column
from fairaudit.procurement.tabled.heading import NoHeading, heading_of
from fairaudit.sources.tables.grid import Cell, Grid, Row

_SIGNS = re.compile(r"[\W_]+")

Fields = Mapping[str, tuple[str, ...]]
"""The fields of a table, each with usual spellings of the head of its column beside its own name."""


class Columns(Frozen):
    """The row that names the columns: the column of each field from 0, the names from 1, and the rows that follow."""

    line: int
    at: dict[str, int]
    headings: dict[int, str]
    rows: Iterator[Row]
    above: int = 0
    """How many rows stand above."""

    @property
    def ignored(self) -> list[str]:
        """What the columns are called that hold no field."""
        used = set(self.at.values())
        return [name for place, name in self.headings.items() if place - 1 not in used]

    def not_read(self, file: str) -> Iterator[str]:
        """Yield what of a file is not read: what stands above the names of the columns, and columns that hold no field."""
        if self.above:
            yield f"{file}, what stands above row {self.line}"
        if named := self.ignored:
            yield f"{file}, column{'s' if len(named) > 1 else ''} {', '.join(named[:8])}"

    def doubts_beside(self, cells: list[Cell]) -> Iterator[tuple[str, str]]:
        """Yield what in columns that are not read puts a row in doubt, and why; none where its end is read."""
        ends = [self.at[one] for one in (*END_FIELDS, OWNER_END) if one in self.at]
        if any(at < len(cells) and cells[at] is not None for at in ends):
            return
        field = (
            "resigned_on"
            if self.at.keys() & {"resigned_on", "appointed_on", "company_number", "company_name"}
            else OWNER_END
            if self.at.keys() & {"owner_party", "owner_person", "owner_name"}
            else "end_date"
        )
        yield from doubts_beside(self.headings, frozenset(self.at.values()), cells, field)


def spelled(text: str) -> str:
    """Return the head of a column for comparing: small letters, a blank for every run of signs."""
    return _SIGNS.sub(" ", text.casefold()).strip()


def unknown_fields(register: Register, fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield every name under `columns` that is no field of such a table, with what may be meant."""
    for name in register.columns or {}:
        if name not in fields:
            words = f"; write one of {', '.join(fields)}"
            yield name, f"is no field of a table of {register.kind}{did_you_mean(name, dict.fromkeys(fields), words)}"


def columns_of(
    grid: Grid, register: Register, fields: Fields, needed: tuple[tuple[str, ...], ...]
) -> Columns | NoHeading:
    """Return the row that names the columns; of each group of `needed` at least one must be there."""
    own = register.columns or {}
    wanted = {spelled(name): field for field, name in own.items()}
    for field, spellings in fields.items():
        for name in (field, *spellings) if field not in own else ():
            wanted.setdefault(spelled(name), field)

    def named(cells: list[Cell]) -> dict[str, int] | str:
        found = _found(cells, wanted)
        if isinstance(found, str):
            return found
        heads = {at: spelled(one) for at, one in enumerate(cells) if isinstance(one, str)}
        found |= end_column(heads, found, fields)
        return found | birth_column(heads, found, fields)

    def lacks(found: dict[str, int], cells: list[Cell]) -> str:
        lacking = [group for group in (*needed, *((one,) for one in own)) if not found.keys() & set(group)]
        return _lacks(lacking[0], own, cells) if lacking else ""

    heading = heading_of(grid, named, lacks)
    if isinstance(heading, NoHeading):
        return heading
    # Some programs write the names of the columns once a page.
    rows = (row for row in heading.rows if row[2] != heading.cells)
    return Columns(heading.line, heading.at, heading.names, rows, heading.above)


def _found(cells: list[Cell], wanted: Mapping[str, str]) -> dict[str, int] | str:
    found: dict[str, int] = {}
    for at, one in enumerate(cells):
        field = wanted.get(spelled(one)) if isinstance(one, str) else None
        if field is not None:
            if field in found:
                return f"names the column `{str(one)[:40]}` twice, or its field `{field}` by two names; keep one"
            found[field] = at
    return found


def _lacks(group: tuple[str, ...], own: Mapping[str, str], cells: list[Cell]) -> str:
    names = " or ".join(f"`{own.get(one, one)}`" for one in group)
    there = [one for one in cells if isinstance(one, str)]
    hint = did_you_mean(own.get(group[0], group[0]), dict.fromkeys(there), "")
    return f"has no column headed {names}{hint}; say under `columns` what the table calls it, such as `{group[0]}: …`"
