"""Values not understood beside something that was: the beginning or end of a tie, or what else stands in its row of a table."""

from __future__ import annotations

from fairaudit.procurement.case import Case
from fairaudit.sources.document import Path, Unreadable

_TIES = ("interests", "employments", "owners")
"""Lists of ties, whose dates are often known by the year alone."""


def unread_beside(case: Case, path: Path) -> Unreadable | None:
    """Return a value that was not understood and is the beginning or end of what stands at a path, or in its row of a table."""
    if path in (days := case.once(_days)):
        return days[path]
    rows = case.once(_rows)
    placed = case.places.get(path) if rows else None
    if placed is None:
        return None
    document, span = placed
    return rows.get((case.documents[document].file, span[0]))


def is_year_of_a_tie(path: Path, raw: object) -> bool:
    """Whether a value is a year alone where the beginning or end of a tie stands: `start_date: 2014` of a share."""
    dated = path[-1:] in (("start_date",), ("end_date",)) and path[-3:-2] and path[-3] in _TIES
    return bool(dated) and isinstance(raw, str) and len(raw) == 4 and raw.isdigit()


def _rows(case: Case) -> dict[tuple[str, int], Unreadable]:
    # A line of a table is one row; one of a case file may hold the whole case.
    own = {one.file for one in case.documents if not one.foreign}
    told = (one for one in reversed(case.unreadable) if one.file and one.line and one.file not in own)
    return {(one.file, one.line): one for one in told if one.lost is None or one.path[:1] != ("registers",)}


def _days(case: Case) -> dict[Path, Unreadable]:
    days = ("end_date",), ("start_date",)
    return {one.path[:-1]: one for day in reversed(days) for one in reversed(case.unreadable) if one.path[-1:] == day}
