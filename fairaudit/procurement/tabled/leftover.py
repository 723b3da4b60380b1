"""Sheets of a workbook that no table of the case reads: which of them hold scores all the same, and whose those may be."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.node import blank
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.tabled.keys import Keys
from fairaudit.procurement.tabled.longform import Header, header_of, scorers
from fairaudit.procurement.tabled.matrix import holds_scores
from fairaudit.procurement.tabled.stacked import heads_worked_out
from fairaudit.procurement.tabled.stages import of_the_panel, stage_of
from fairaudit.sources.document import Lost, SourceError
from fairaudit.sources.tables.workbook import SheetNamed, Workbook

HIDDEN = "this sheet is hidden, so nothing in it is read; show it, or delete it"
_OF_NOBODY = (
    "this sheet holds scores and looks like that of an evaluator who is not in the case, so nothing in it is read; add"
    " them to `evaluation.panel`, or say under `evaluators` whose each sheet is"
)
_OF_NO_TABLE = (
    "this sheet holds scores, and no table of the case reads it, so nothing in it is known; name it as the `sheet` of a table"
    " of its own; one of sums or averages may be called `Totals`"
)

_OF_THE_PANEL = (
    "this sheet holds what the panel agreed, by its name, and no table reads it, so which scores count is not known; name it as"
    " the `sheet` of a table under `consensus_tables`, or delete it"
)

Asked = tuple[ScoreTable, str]
"""A table that reads sheets of a workbook, and the list its rows belong to."""


class Unasked(Frozen):
    """A sheet in which scores may stand that nobody reads: the list they may belong to, why, and which are lost."""

    sheet: str
    section: str
    reason: str
    lost: Lost | None


class LeftOver(Frozen):
    """What no table reads of a workbook: sheets with scores or out of sight, and the names of all others."""

    unasked: tuple[Unasked, ...]
    not_read: tuple[str, ...]


def left_over(book: Workbook, read: set[str], asked: list[Asked], keys: Keys) -> LeftOver:
    """Return what the tables that read sheets of a workbook leave of it, all of them together."""
    unasked: list[Unasked] = []
    not_read: list[str] = []
    for sheet in (one for one in book.sheets if one.name not in read):
        if sheet.hidden:
            unasked.append(_hidden(sheet, book, asked, keys))
        elif found := dict(_scored(sheet, book, asked, keys)):
            unasked += found.values()
        else:
            not_read.append(sheet.name)
    return LeftOver(tuple(unasked), tuple(not_read))


def _hidden(sheet: SheetNamed, book: Workbook, asked: list[Asked], keys: Keys) -> Unasked:
    """Return a hidden sheet with the scores it keeps from being read, if any table of the case could read some there."""
    for table, usual in asked:
        if (lost := _lost(sheet, table, book, keys)) is not None:
            return Unasked(sheet.name, usual, HIDDEN, lost)
    # A table of one layout may stand beside a hidden sheet of the other.
    for _, one in _scored(sheet, book, asked, keys):
        return one._replace(reason=HIDDEN)
    return Unasked(sheet.name, asked[0][1], HIDDEN, None)


def _lost(sheet: SheetNamed, table: ScoreTable, book: Workbook, keys: Keys) -> Lost | None:
    """Return which scores a hidden sheet keeps from being read, `None` where it is no sheet of scores."""
    who = keys.named_after(sheet.name) or ""
    try:
        grid = book.grid(sheet)
        if table.layout == "matrix":
            return Lost(who) if holds_scores(grid, keys, table) else None
        header = header_of(grid, table, individual=False)
        return Lost(who) if isinstance(header, Header) and any(row[2] for row in header.rows) else None
    except SourceError:
        return Lost(who)


def _scored(sheet: SheetNamed, book: Workbook, asked: list[Asked], keys: Keys) -> Iterator[tuple[str, Unasked]]:
    """Yield by its list what a sheet in sight holds of scores, by what any of the tables calls its columns."""
    who = keys.named_after(sheet.name)
    for table, usual in asked:
        section = "individual" if who else stage_of(table.stage or "")[0] or usual
        of_panel = who is None and section == "individual" and of_the_panel(sheet.name)
        # Sums and averages of scores are none.
        aside = who is None and heads_worked_out(sheet.name)
        if of_panel:
            # What the panel agreed is no sheet of a member, and where another table reads that it is known already.
            section, aside = "consensus", aside or any(list_ == "consensus" for _, list_ in asked)
        why = _OF_NO_TABLE if who or table.sheet or table.layout != "matrix" else _OF_NOBODY
        try:
            named = _names(sheet, table, book, keys)
            if named:
                yield "individual", Unasked(sheet.name, "individual", why, Lost())
            elif not aside and (named is not None or holds_scores(book.grid(sheet), keys, table)):
                told = _OF_THE_PANEL if of_panel else why
                yield section, Unasked(sheet.name, section, told, Lost(who or "", "", ""))
        except SourceError:
            # A broken sheet that nobody asks for keeps no case from its audit.
            return


def _names(sheet: SheetNamed, table: ScoreTable, book: Workbook, keys: Keys) -> bool | None:
    """Return whether rows of a sheet in long form name evaluators; `None` where it is no such sheet, or without a score."""
    usual, _ = blank(ScoreTable, table.path)
    found = [scorers(book.grid(sheet), one) for one in (table, usual)]
    if all(one is None for one in found):
        return None
    return any(not of_the_panel(who) or keys.calls_somebody(who) for one in found for who in one or ())
