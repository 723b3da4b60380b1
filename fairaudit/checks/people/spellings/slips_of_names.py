"""Names that nobody of the case has and that may be somebody's: with one letter wrong, or written in another way.

`Kate` may be Katherine, and `Benedict James Rookley` Benedict Rookley; a name alone proves neither.
"""

import re
from collections.abc import Container, Iterable

from fairaudit.analysis.names import words
from fairaudit.analysis.slips import Slips
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.conduct.acts import acts_by_person
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import known_person, person_called, spoken, whose

_MOST_UNKNOWN = 200
"""So many names without a person in one record say that its people are not given at all."""

_MOST_INITIALS = 4


def slip_of(case: Case, name: str, seats: Iterable[str]) -> str | None:
    """Return whom of those with a seat a name may mean that nobody of the case has, with a slip or by initials.

    `None` where that is nobody, or several.
    """
    if known_person(case, name) is not None:
        return None
    known, owners, written = Slips(), dict[str, set[str]](), dict[str, str]()
    for seat in seats:
        written.setdefault(whose(case, seat), seat)
        for said in {_letters(seat), _letters(person_called(case, seat))}:
            known.add(said)
            owners.setdefault(said, set()).add(whose(case, seat))
    like = {one for said in known.like(_letters(name)) for one in owners[said]}
    like = like or {key for key, seat in written.items() if _initialled(name, person_called(case, seat))}
    return person_called(case, written[like.pop()]) if len(like) == 1 else None


def _initialled(name: str, known: str) -> bool:
    """Whether one of two names is the other with initials for the first names: `O. Dane` and Osric Dane; `OD` is all initials."""
    if _bare_initials(name, known) or _bare_initials(known, name):
        return True
    some, others = spoken(name), spoken(known)
    if not some or not others or some == others or some[-1] != others[-1]:
        return False
    short = min((some[:-1], others[:-1]), key=lambda one: max(map(len, one)))
    return max(map(len, short)) == 1 and all(
        one.startswith(other) or other.startswith(one) for one, other in zip(some[:-1], others[:-1], strict=False)
    )


def _bare_initials(short: str, name: str) -> bool:
    """Whether only the initials of a name are written, with or without a middle one: `AH`, `A.H.` or `A H` for Ada Holt."""
    letters, whole = _all_initials(short), "".join(one[0] for one in spoken(name))
    if not letters or not whole:
        return False
    less, more = sorted((letters, whole), key=len)
    rest = iter(more)
    return letters[0] == whole[0] and letters[-1] == whole[-1] and all(one in rest for one in less)


def _all_initials(name: str) -> str:
    """Return the letters of what is written as initials alone, in small letters; of a word or an id there are none."""
    parts = words(name)
    letters = "".join(parts)
    alone = name.isupper() or all(len(one) == 1 for one in parts)
    return letters if alone and letters.isalpha() and 2 <= len(letters) <= _MOST_INITIALS else ""


def initials_of_officials(case: Case, name: str, seats: Iterable[str]) -> str | None:
    """Return the first of those with a part in the procurement whose initials a name is that nobody of the case has."""
    if known_person(case, name) is not None:
        return None
    known = (person_called(case, one) for one in seats if known_person(case, one) is not None)
    return next((one for one in known if _bare_initials(name, one)), None)


def may_be(case: Case, name: str, seats: Iterable[str]) -> str | None:
    """Return whom of some people a name may mean that nobody of the case has, with a slip or written in another way."""
    if known_person(case, name) is not None:
        return None
    keys = {whose(case, one): one for one in seats}
    keys.pop(whose(case, name), None)
    if slip := slip_of(case, name, keys.values()):
        return slip
    like = [one for one in keys if _written_otherwise(name, person_called(case, one))]
    return person_called(case, like[0]) if len(like) == 1 else None


def _written_otherwise(name: str, known: str) -> bool:
    """Whether two names may be one: a short form, an initial, a middle name more, or one word that is all there is."""
    # What measures likeness takes long to load, and hardly any record needs it.
    from fairaudit.analysis.names.described import Described
    from fairaudit.analysis.names.people import person_names
    from fairaudit.analysis.names.personlikeness import PART, compared_people

    said = (person_names(Described("person", (re.sub(r"\([^)]*\)", " ", one),))) for one in (name, known))
    return compared_people(*said).grade >= PART


def perhaps_did(case: Case, person: str, bids: Container[str | None]) -> Unassessed | None:
    """Return that something was done to some bids, or a meeting attended, under a name of nobody that may be a person's."""
    for name, places in case.once(_of_nobody).items():
        at = next((at for at, bid in places if bid is None or bid in bids), None)
        if at is not None and (meant := may_be(case, name, [person])):
            return Unassessed(at, *misspelt(name, meant, at))
    return None


def _of_nobody(case: Case) -> dict[str, list[tuple[Node[object], str | None]]]:
    """Return where each name stands that nobody of the case has, with the bid; of very many nobody can be meant by a slip."""
    found: dict[str, list[tuple[Node[object], str | None]]] = {}
    for acts in case.once(acts_by_person).values():
        found.setdefault(acts[0].key, []).extend((one.at, one.bid) for one in acts)
    for meeting in case.evaluation.attendance or ():
        for name in meeting.people or ():
            found.setdefault(name, []).append((meeting.node, None))
    unknown = {name: places for name, places in found.items() if known_person(case, name) is None}
    return unknown if len(unknown) <= _MOST_UNKNOWN else {}


def seat_misspelt(case: Case, name: str, seats: Iterable[str]) -> str | None:
    """Return the seat that nobody of the case is called by and that may be somebody's, written with a slip; `None` for none."""
    meant = {whose(case, name)}
    found = [one for one in dict.fromkeys(seats) if (like := slip_of(case, one, [name])) and whose(case, like) in meant]
    return found[0] if len(found) == 1 else None


def misspelt(name: str, meant: str, at: Node[object]) -> tuple[str, tuple[str, ...]]:
    """Return that a name which nobody has may be another's, and how it is written, with the field in which it stands."""
    known = Slips()
    known.add(_letters(meant))
    how = "with a slip" if known.like(_letters(name)) else "written otherwise"
    return f"nobody is called {name}, which may be {meant} {how}", (f"{text_of(at.path)} (as on the panel)",)


def _letters(name: str) -> str:
    return "".join(words(name))
