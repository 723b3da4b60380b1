"""Which sheets of a workbook a table means: those it names, else the only one that can be meant."""

from __future__ import annotations

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.tabled.keys import Keys
from fairaudit.procurement.tabled.longform import Header, header_of
from fairaudit.sources.document import Fault, SourceError
from fairaudit.sources.tables.grid import Grid
from fairaudit.sources.tables.workbook import SheetNamed, Workbook


class Chosen(Frozen):
    """A sheet to be read, and whose scores it holds where no column says so."""

    grid: Grid
    evaluator: str | None


class Sheets(Frozen):
    """The sheets of a workbook that are read, and why those cannot be read that are asked for as well."""

    sheets: tuple[Chosen, ...] = ()
    broken: tuple[Fault, ...] = ()


class Meant(Frozen):
    """The sheets that a table means, each with who scored in it where the case says so, and faults of what names them."""

    sheets: tuple[tuple[SheetNamed, str | None], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()


def meant(table: ScoreTable, book: Workbook, keys: Keys, usual: str) -> Meant:
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
            return Meant(faults=(("file", words),))
    elif (only := visible if len(visible) == 1 else _headed(visible, table, book, usual)) and len(only) == 1:
        wanted = {only[0].name: table.evaluator or ""}
    else:
        names = ", ".join(f"`{one.name[:40]}`" for one in visible[:10]) or "none that is visible"
        return Meant(
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


def _named(wanted: dict[str, str], table: ScoreTable, book: Workbook, keys: Keys) -> Meant:
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
    return Meant(faults=tuple(faults)) if faults else Meant(tuple(found))


def chosen(found: Meant, book: Workbook) -> Sheets:
    """Return the sheets that a table means, with their cells."""
    sheets: list[Chosen] = []
    broken: list[Fault] = []
    for one, who in found.sheets:
        try:
            sheets.append(Chosen(book.grid(one), who))
        except SourceError as error:
            broken += [each._replace(message=f"sheet `{one.name[:60]}` {each.message}") for each in error.faults]
    return Sheets(tuple(sheets), tuple(broken))
