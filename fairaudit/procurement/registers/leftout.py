"""Rows of a table of the case's own that are left out, since what they say cannot be told, and why."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.text.scores.sum_labels import heads_a_total
from fairaudit.procurement.registers.columns import Columns, spelled
from fairaudit.procurement.tabled.heading import misfit
from fairaudit.sources.document import Fault
from fairaudit.sources.tables.grid import Grid, Odd, Row

YES_NO = {"yes": "true", "y": "true", "no": "false", "n": "false"}
_PLAIN = frozenset({*YES_NO, "true", "false"})
_KEPT_BACK = ("confiden", "sensitive", "private", "secret")
"""What heads a column that may say which answers were agreed to be for one bidder alone."""


def no_item(filled: dict[str, str]) -> str | None:
    """Return why a row is a note or a total and no item of its own, by what stands where its id would."""
    key = filled.get("id", "")
    if key and heads_a_total(key):
        return "heads a row of sums; the row is left out"
    if filled.keys() == {"id"} and (" " in key or not any(one.isdigit() for one in key)):
        return (
            "stands alone in its row, as a note does; the row is left out. Read whether it changes what the table says"
        )
    return None


def torn_by(grid: Grid, columns: Columns, row: Row, file: str) -> Fault | None:
    """Return why a row is left out: its cells cannot be told apart, or it may be about an answer agreed to be for one alone.

    Without its agreement such an answer would look as if it had been kept from the others.
    """
    line, _, cells = row
    if not grid.typed and (wrong := misfit(cells, max(columns.headings))) is not None:
        return Fault(file, line, max(wrong[0], 1), wrong[2])
    at = columns.at.get("confidential", len(cells))
    cell = cells[at] if at < len(cells) else None
    if cell is None or (not isinstance(cell, Odd) and cell.casefold() in _PLAIN):
        return None
    words = f"the row says under `{columns.headings[at + 1]}` neither yes nor no, so that it is left out"
    return Fault(file, line, at + 1, words)


def kept_back_unread(columns: Columns, kind: str, file: str) -> Iterator[Fault]:
    """Yield columns of a log of questions that are not read and may say which answers were agreed to be for one alone."""
    for name in columns.ignored if kind == "enquiries" else ():
        if any(one in spelled(name) for one in _KEPT_BACK):
            words = f"the column `{name}` may say which answers were agreed to be for one bidder, and is not read"
            yield Fault(
                file, columns.line, 1, f"{words}; say under `columns` that it is `confidential`, or leave it out"
            )
