"""Which sign stands between the cells of a CSV: that with which a row is found that names its columns, below titles and the like.

A title may hold a comma where the table has semicolons, so that the first line alone does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Protocol

from fairaudit.procurement.tabled.heading import HIGHEST, NoHeading
from fairaudit.sources.document import Fault, SourceError
from fairaudit.sources.tables.grid import Grid
from fairaudit.sources.tables.separated import mixed, separators_in


class Headed(Protocol):
    """Where a row stands that names the columns."""

    @property
    def line(self) -> int:
        """The line of the row."""


Find = Callable[[Grid], Headed | NoHeading]
"""Looks in rows for the one that names the columns."""


def separator_of(lines: Callable[[], Iterator[str]], find: Callable[[str], Headed | NoHeading], file: str) -> str:
    """Return the sign that separates the cells; `find` looks for the names of the columns with one of the three.

    Raises `SourceError` where the row that names the columns has two of them, or two rows may name columns, each with its own.
    """
    signs = separators_in(lines(), HIGHEST + 1)
    if len(signs) == 1:
        return signs[0]
    tried = {sign: _tried(sign, find) for sign in signs}
    found = {sign: one for sign, one in tried.items() if not isinstance(one, (NoHeading, SourceError))}
    places = sorted(one.line for one in found.values())
    if len(places) > 1:
        words = f"and row {places[1]} may name its columns, with another sign between them"
        raise SourceError(Fault(file, places[0], 1, f"{words}; delete what stands above the row that does"))
    if places:
        _refuse_mixed(lines(), places[0], file)
        return next(iter(found))
    best = max(signs, key=lambda sign: _known(tried[sign]))
    if not _known(tried[best]):
        first = next((at for at, line in enumerate(lines(), 1) if line.strip()), 1)
        _refuse_mixed(lines(), first, file)
    return best


def _tried(sign: str, find: Callable[[str], Headed | NoHeading]) -> Headed | NoHeading | SourceError:
    try:
        return find(sign)
    except SourceError as error:
        return error


def _known(one: object) -> int:
    return one.known if isinstance(one, NoHeading) else 0


def _refuse_mixed(lines: Iterator[str], at: int, file: str) -> None:
    if words := mixed(next(islice(lines, at - 1, None), "")):
        raise SourceError(Fault(file, at, 1, words))
