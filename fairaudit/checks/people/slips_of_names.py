"""Evaluators whose name is written with a slip: one letter wrong, missing, too much or in another's place."""

from collections.abc import Iterable

from fairaudit.analysis.names import words
from fairaudit.analysis.slips import Slips
from fairaudit.procurement.case import Case
from fairaudit.procurement.identity import known_person, person_called, whose
from fairaudit.procurement.node import Node, text_of


def slip_of(case: Case, name: str, seats: Iterable[str]) -> str | None:
    """Return whom of those with a seat a name may mean that nobody of the case has; `None` where that is nobody, or several."""
    if known_person(case, name) is not None:
        return None
    known, owners = Slips(), dict[str, set[str]]()
    for seat in seats:
        for said in {_letters(seat), _letters(person_called(case, seat))}:
            known.add(said)
            owners.setdefault(said, set()).add(whose(case, seat))
    like = {one for said in known.like(_letters(name)) for one in owners[said]}
    return person_called(case, like.pop()) if len(like) == 1 else None


def seat_misspelt(case: Case, name: str, seats: Iterable[str]) -> str | None:
    """Return the seat that nobody of the case is called by and that may be somebody's, written with a slip; `None` for none."""
    meant = {whose(case, name)}
    found = [one for one in dict.fromkeys(seats) if (like := slip_of(case, one, [name])) and whose(case, like) in meant]
    return found[0] if len(found) == 1 else None


def misspelt(name: str, meant: str, at: Node[object]) -> tuple[str, tuple[str, ...]]:
    """Return that a name which nobody has may be another's, written with a slip, with the field in which it stands."""
    return f"nobody is called {name}, which may be {meant} with a slip", (f"{text_of(at.path)} (as on the panel)",)


def _letters(name: str) -> str:
    return "".join(words(name))
