"""How like two people of a case are by name and birth, in words; the tables of names are loaded where people are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from fairaudit.analysis.names import same_birth, same_person_name
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Person

if TYPE_CHECKING:
    from fairaudit.analysis.names.candidates import Sought

_MONTH = len("1980-05")
_HOW = re.compile(r"^same name, (?:and )?([^()]*) \((.*)\)$")
_ONE_LETTER = "names differ by one letter"
_CHILD = 14
"""Years below which nobody has a part in a procurement, so that a birth date is wrong; a heuristic."""


def alike(name: str | None, birth: str | None, other: str | None, other_birth: str | None) -> tuple[str, bool]:
    """Return what two people have in common of names and birth (empty: nothing), and whether it is more than a question.

    A name written otherwise, with an initial or with more words counts by itself; what is less like it only where the birth
    month agrees too. A contradicting birth month ends the match.
    """
    born = same_birth(birth, other_birth)
    if not name or not other or born is False:
        return "", False
    exact = same_person_name(name, other)
    if not born:
        return ("the same name" if exact else _by_names_alone(name, other)), False
    said, likely = _compared(name, birth, other, other_birth)
    if not said:
        return ("the same name", False) if exact else ("", False)
    whole = min(len(birth or ""), len(other_birth or "")) > _MONTH
    return f"{'the same name' if exact else said} and birth {'date' if whole else 'month'}", likely


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
    return (_in_words(found.reasons[0]), found.level != "possible") if found else ("", False)


def _by_names_alone(name: str, other: str) -> str:
    """Return in which way two names may be one person's, empty where they are not like enough for that."""
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.people import person_names
    from fairaudit.analysis.names.personlikeness import INITIAL, LIKE, compared_people

    found = compared_people(*(person_names(Described("person", (one,))) for one in (name, other)))
    # A letter that differs makes another surname as often as it is a slip.
    return _in_words(found.reason) if found.grade >= LIKE or found.grade == INITIAL else ""


def is_frequent(name: str | None) -> bool:
    """Whether the surname of somebody is one that very many bear."""
    if not name:
        return False
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.people import person_names
    from fairaudit.analysis.names.titles import FREQUENT

    return any(one.surname and set(one.surname) <= FREQUENT for one in person_names(Described("person", (name,))))


def _in_words(reason: str) -> str:
    """Return why two names are alike so that `as somebody` can follow; how they differ goes in brackets."""
    if reason.startswith(_ONE_LETTER):
        return reason.replace(_ONE_LETTER, "a name that differs by one letter")
    if not reason.startswith("same "):
        return "a name that is like it"
    return "the " + _HOW.sub(r"same name (\1: \2)", reason)


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
