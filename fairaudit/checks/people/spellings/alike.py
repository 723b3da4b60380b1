"""How like two people of a case are by name and birth, in words; the tables of names are loaded where people are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fairaudit.analysis.names import same_birth, same_person_name
from fairaudit.procurement.case import Case
from fairaudit.procurement.parties import Person

if TYPE_CHECKING:
    from fairaudit.analysis.names.candidates import Sought

_MONTH = len("1980-05")
_CHILD = 14
"""Years below which nobody has a part in a procurement, so that a birth date is wrong; a heuristic."""


def alike(name: str | None, birth: str | None, other: str | None, other_birth: str | None) -> tuple[str, bool]:
    """Return what two people have in common of names and birth (empty: nothing), and whether it is more than a question.

    Names that are only like each other count where the birth month agrees too; one name in two alphabets counts by itself.
    A contradicting birth month ends the match.
    """
    born = same_birth(birth, other_birth)
    if not name or not other or born is False:
        return "", False
    exact = same_person_name(name, other)
    if exact and not born:
        return "the same name", False
    if not born and name.isascii() and other.isascii():
        return "", False
    said, likely = _compared(name, birth if born else None, other, other_birth if born else None)
    if not said:
        return ("the same name", False) if exact else ("", False)
    if not born:
        return (said, False) if said == "the same name" else ("", False)
    whole = min(len(birth or ""), len(other_birth or "")) > _MONTH
    same, _, but = ("the same name" if exact else said).partition(", ")
    apart = f" ({but.removeprefix('and ').replace(' (', ': ').rstrip(')')})" if but else ""
    return f"{same} and birth {'date' if whole else 'month'}{apart}", likely


def born(case: Case, person: Person) -> str | None:
    """Return when somebody was born; `None` where that is not given, or would make a child of them in this procurement."""
    published = case.tender.published
    day = published.date if published else case.today
    birth = person.birth_date
    return None if birth and day and int(birth[:4]) > day.year - _CHILD else birth


def _compared(name: str, birth: str | None, other: str, other_birth: str | None) -> tuple[str, bool]:
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.likeness import compared

    found = compared(Described("person", (name,), birth=birth), Described("person", (other,), birth=other_birth))
    if found is None:
        return "", False
    reason = found.reasons[0]
    said = f"the {reason}" if reason.startswith("same ") else "a name that is like it"
    return said, found.level != "possible"


def _index(names: list[str]) -> Sought:
    from fairaudit.analysis.names.candidates import Sought
    from fairaudit.analysis.names.described import Described

    return Sought([Described("person", (one,)) for one in names])


class Alike:
    """The places of names that may be the same as another, in whatever letters, initials or order they are written."""

    def __init__(self, names: Iterable[str | None]) -> None:
        """Index some names by their places."""
        given = [(place, one) for place, one in enumerate(names) if one]
        self._places = [place for place, _ in given]
        self._index = _index([one for _, one in given]) if given else None

    def of(self, name: str | None) -> Iterator[int]:
        """Yield the places of the names that a name may be."""
        from fairaudit.analysis.names.described import Described

        if name and self._index is not None:
            yield from (self._places[at] for at in self._index.among(Described("person", (name,))))
