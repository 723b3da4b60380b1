"""Ties of those who have the name of somebody with influence to firms around no bidder, from which a way may lead to one.

Who has such a name and is tied to a bidder, or to a firm that stands behind one, is asked about by a rule of its own.
"""

from collections.abc import Iterable, Iterator

from fairaudit.analysis.names import person_name, same_birth, same_person_name
from fairaudit.analysis.ties.strength import Strength
from fairaudit.checks.interests.bonds import Bond, person_node
from fairaudit.checks.people.spellings.alike import born, is_frequent
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Person
from fairaudit.procurement.persons.identity import key_of
from fairaudit.procurement.twice import other_number


def bonds_of_namesakes(case: Case, bonds: Iterable[Bond]) -> Iterator[Bond]:
    """Yield the jobs, posts and shares that somebody has now, again from everybody with influence who has the same name.

    Only of whole names that not very many bear, and where no birth date or number says that they are two.
    """
    namesakes = _namesakes(case)
    behind = ground_of(case).bidders.standings
    for bond in bonds if namesakes else ():
        held = bond.end.startswith("o ") and bond.strength is Strength.CURRENT and bond.until is None
        if held and not bond.doubted and bond.end[2:] not in behind:
            for official, name in namesakes.get(bond.start, ()):
                words = f"has the same name as {name}, who {bond.words}"
                yield bond._replace(start=official, words=words, sure=False, controls=False)


def _namesakes(case: Case) -> dict[str, list[tuple[str, str]]]:
    """Return the nodes of those with influence whose name somebody else has, with that name, by the node of the other."""
    officials = [one for one in ground_of(case).officials if one.person and one.sure]
    decide = {one.key for one in officials}
    by_name: dict[tuple[str, ...], list[Person]] = {}
    for person in case.people:
        if person.name and key_of(person) not in decide:
            by_name.setdefault(tuple(sorted(person_name(person.name))), []).append(person)
    found: dict[str, list[tuple[str, str]]] = {}
    for official in officials:
        own = official.person
        name = tuple(sorted(person_name(own.name))) if own and own.name else ()
        for other in by_name.get(name, ()) if len(name) > 1 and own and not is_frequent(own.name) else ():
            if own and _may_be_one(case, own, other):
                told = (person_node(official.key), other.name or "")
                found.setdefault(person_node(key_of(other)), []).append(told)
    return found


def _may_be_one(case: Case, own: Person, other: Person) -> bool:
    """Whether two people have one name and nothing that is recorded says that they are two."""
    apart = same_birth(born(case, own), born(case, other)) is False or other_number(own, other)
    return same_person_name(own.name, other.name) and not apart
