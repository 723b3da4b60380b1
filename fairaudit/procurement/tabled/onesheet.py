"""Which sheet of a workbook holds a table: the one that is named, else the only one in sight that names its columns."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.procurement.tabled.heading import NoHeading
from fairaudit.procurement.tabled.separating import Find
from fairaudit.sources.document import Fault, SourceError
from fairaudit.sources.tables.grid import Grid
from fairaudit.sources.tables.workbook import SheetNamed, Workbook


class OneSheet(Frozen):
    """The sheet that is read, the names of those that are not, and which of them are hidden and name the columns, too."""

    grid: Grid
    others: tuple[str, ...]
    hidden: tuple[str, ...]


def sheet_of(book: Workbook, name: str | None, file: str, find: Find) -> OneSheet:
    """Return the sheet that is meant; raises `SourceError` where none is, or several may be."""
    meant = _named(book, name, file) if name else _headed(book, file, find)
    others = [one for one in book.sheets if one is not meant]
    hidden = tuple(one.name for one in others if one.hidden and not isinstance(_looked_in(book, one, find), NoHeading))
    return OneSheet(book.grid(meant), tuple(one.name for one in others), hidden)


def _named(book: Workbook, name: str, file: str) -> SheetNamed:
    meant = next((one for one in book.sheets if one.name == name), None)
    if meant is None:
        raise SourceError(Fault(file, 1, 1, f"has no sheet `{name[:40]}` but {_names(book)}; name one as `sheet`"))
    if meant.hidden:
        words = f"has its sheet `{name[:40]}` hidden; show it, so that all see what is audited"
        raise SourceError(Fault(file, 1, 1, words))
    return meant


def _headed(book: Workbook, file: str, find: Find) -> SheetNamed:
    """Return the only sheet in sight, else the only one that names its columns, such as beside a sheet of notes."""
    visible = [one for one in book.sheets if not one.hidden]
    if len(visible) == 1:
        return visible[0]
    found = {one: _looked_in(book, one, find) for one in visible}
    headed = [one for one in visible if not isinstance(found[one], NoHeading)]
    if len(headed) == 1:
        return headed[0]
    if headed:
        names = ", ".join(f"`{one.name[:40]}`" for one in headed[:10])
        raise SourceError(Fault(file, 1, 1, f"names its columns in several sheets ({names}); name one as `sheet`"))
    nearest = max(
        (one for one in found.values() if isinstance(one, NoHeading)), key=lambda one: one.known, default=None
    )
    if nearest is None:
        raise SourceError(Fault(file, 1, 1, "has no sheet in sight; show the one that holds the table"))
    words = f"has several sheets ({_names(book)}), and none names the columns that are needed"
    raise SourceError(Fault(file, 1, 1, f"{words}: one {nearest.reason}, or name the sheet as `sheet`"))


def _names(book: Workbook) -> str:
    return ", ".join(f"`{one.name[:40]}`" for one in book.sheets if not one.hidden) or "none in sight"


def _looked_in(book: Workbook, sheet: SheetNamed, find: Find) -> object:
    """Return what is found in a sheet; one that cannot be read may name the columns, so that it is nothing to pass over."""
    try:
        return find(book.grid(sheet))
    except SourceError as error:
        return error
