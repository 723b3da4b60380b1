"""Entries of one person that name several, as `Ana Pohl and Ben Kraus` does: whose they are, and who else is meant, is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fairaudit.analysis.names.several import names_several
from fairaudit.analysis.names.substance import names_nobody
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.sources.document import Lost, Path, Unreadable

_SEVERAL = "may name several people, who are not read apart; give each an entry of their own"


def joint_names(
    root: Procurement, place: Callable[[Path], tuple[str, int, int]], foreign: Callable[[Path], bool]
) -> Iterator[Unreadable]:
    """Yield every such entry; tables of people and declarations tell their own, by the cell."""
    for path, text in _named(root):
        if names_several(text) and not names_nobody(text) and (path[0] == "parties" or not foreign(path)):
            file, line, _ = place(path)
            yield Unreadable(path[:1], text[:200], f"{text_of(path)}: {_SEVERAL}", file, line, Lost(field="name"))
    for person in root.people or ():
        if person.birth_date and person.name and names_several(person.name):
            # Whose a birth date is that stands beside several names, nobody can say.
            del person.__dict__["birth_date"]


def _named(root: Procurement) -> Iterator[tuple[Path, str]]:
    """Yield what names one person each, with its path."""
    for person in root.people or ():
        yield from [((*person.path, "name"), person.name)] if person.name else []
        yield from [((*one.path, "name"), one.name) for one in person.relatives or () if one.name]
    for declaration in root.declarations or ():
        yield from [((*declaration.path, "person"), declaration.person)] if declaration.person else []
    for party in root.parties or ():
        yield from [((*party.path, "people", place), one) for place, one in enumerate(party.people or ())]
        yield from [((*one.path, "name"), one.name) for one in party.owners or () if one.name and not one.party]
