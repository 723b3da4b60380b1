"""Which sheets of a workbook a table means: those it names, else the only one that can be meant."""

from __future__ import annotations

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.frozen import Frozen
from fairaudit.procurement.scoretables import ScoreTable
from fairaudit.procurement.tabled.keys import PANEL, Keys, said
from fairaudit.procurement.tabled.longform import Header, header_of
from fairaudit.procurement.tabled.matrix import holds_scores
from fairaudit.sources.document import Fault, Lost, SourceError
from fairaudit.sources.tables.grid import Grid
from fairaudit.sources.tables.workbook import SheetNamed, Workbook


class Chosen(Frozen):
    """A sheet to be read, and whose scores it holds where no column says so."""

    grid: Grid
    evaluator: str | None


class Sheets(Frozen):
    """The sheets of a workbook that are read, those that are not and why, and faults of what names them."""

    sheets: tuple[Chosen, ...] = ()
    not_read: tuple[str, ...] = ()
    hidden: tuple[tuple[str, Lost | None], ...] = ()
    """Sheets that are hidden, and which scores are lost with each."""
    unnamed: tuple[str, ...] = ()
    """Sheets that hold scores and are named after nobody in the case, where sheets are chosen by their names."""
    faults: tuple[tuple[str, str], ...] = ()
    broken: tuple[Fault, ...] = ()
    """Why sheets cannot be read that are asked for."""


def chosen(table: ScoreTable, book: Workbook, keys: Keys, usual: str) -> Sheets:
    """Return the sheets a table means: by `evaluators`, by `sheet`, in a matrix by the names of evaluators, else the only one."""
    visible = [one for one in book.sheets if not one.hidden]
    if table.evaluators:
        wanted = dict(table.evaluators)
    elif table.sheet:
        wanted = {table.sheet: table.evaluator or ""}
    elif table.layout == "matrix" and usual == "individual" and not table.evaluator:
        wanted = {one.name: who for one in visible if (who := keys.named_after(one.name)) is not None}
        if not wanted:
            words = "holds no sheet named after an evaluator; say under `evaluators` whose scores each sheet holds"
            return Sheets(faults=(("file", words),))
    elif (only := visible if len(visible) == 1 else _headed(visible, table, book, usual)) and len(only) == 1:
        wanted = {only[0].name: table.evaluator or ""}
    else:
        names = ", ".join(f"`{one.name[:40]}`" for one in visible[:10]) or "none that is visible"
        return Sheets(
            faults=(("file", f"holds several sheets ({names}); name one as `sheet`, or all under `evaluators`"),)
        )
    return _named(wanted, table, book, keys)


def _headed(visible: list[SheetNamed], table: ScoreTable, book: Workbook, usual: str) -> list[SheetNamed]:
    """Return the sheets that name the columns of a table in long form, and those that cannot be read and may do so."""
    individual = usual == "individual" and not table.evaluator
    return [one for one in visible if table.layout != "matrix" and _names_columns(book, one, table, individual)]


def _names_columns(book: Workbook, sheet: SheetNamed, table: ScoreTable, individual: bool) -> bool:
    try:
        return isinstance(header_of(book.grid(sheet), table, individual), Header)
    except SourceError:
        return True


def _named(wanted: dict[str, str], table: ScoreTable, book: Workbook, keys: Keys) -> Sheets:
    known = {one.name: one for one in book.sheets}
    name = "evaluators" if table.evaluators else "sheet"
    faults: list[tuple[str, str]] = []
    found: list[tuple[SheetNamed, str | None]] = []
    for sheet, evaluator in wanted.items():
        if sheet not in known:
            faults.append((name, f'names no sheet of the workbook: "{sheet[:60]}"{did_you_mean(sheet, known, "")}'))
        elif known[sheet].hidden:
            faults.append(
                (name, f'names a sheet that is hidden: "{sheet[:60]}"; show it, so that all see what is audited')
            )
        else:
            found.append((known[sheet], keys.evaluator(evaluator) if evaluator else None))
    if faults:
        return Sheets(faults=tuple(faults))
    others = [one for one in book.sheets if one.name not in wanted]
    seen = [one for one in others if not one.hidden]
    # Somebody whose sheet a map forgets may not be told to have given no scores.
    by_name = not table.sheet
    unnamed = [one.name for one in seen if by_name and said(one.name) not in PANEL and _scored(one, table, book, keys)]
    sheets: list[Chosen] = []
    broken: list[Fault] = []
    for one, who in found:
        try:
            sheets.append(Chosen(book.grid(one), who))
        except SourceError as error:
            broken += [each._replace(message=f"sheet `{one.name[:60]}` {each.message}") for each in error.faults]
    return Sheets(
        tuple(sheets),
        tuple(one.name for one in seen if one.name not in unnamed),
        tuple((one.name, _lost(one, table, book, keys)) for one in others if one.hidden),
        tuple(unnamed),
        broken=tuple(broken),
    )


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


def _scored(sheet: SheetNamed, table: ScoreTable, book: Workbook, keys: Keys) -> bool:
    """Whether a sheet that nobody asked for is a matrix with scores; one that cannot be read keeps no case from its audit."""
    try:
        return table.layout == "matrix" and holds_scores(book.grid(sheet), keys, table)
    except SourceError:
        return False
