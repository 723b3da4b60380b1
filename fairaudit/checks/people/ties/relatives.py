"""Who is recorded as a relative of somebody, by either of the two."""

from collections.abc import Iterator

from fairaudit.checks.people.ties.tie_kinds import kind_of_tie
from fairaudit.checks.people.ties.tie_texts import no_kin
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Person, Relative
from fairaudit.procurement.persons.identity import key_of
from fairaudit.procurement.persons.influence import Official


def relatives_of(case: Case, official: Official) -> Iterator[tuple[str | None, str | None, str, Node[object]]]:
    """Yield id, name, relation and place of everybody recorded as a relative, on either side.

    A relation that is plainly denied is none. What others record is the official's relation to them, and told as that.
    """
    person = official.person
    for one in (person.relatives if person else None) or ():
        if not no_kin(one.relation):
            yield one.person, one.name, one.relation or "family", one.node
    for tie in (person.interests if person else None) or ():
        if kind_of_tie(tie.kind) == "family" and (tie.person or tie.name) and not tie.party:
            yield tie.person, tie.name, tie.role or "family", tie.node
    for other, one in case.once(_claimed).get(official.key, ()):
        yield key_of(other), other.name, f"as {one.relation}" if one.relation else "family", one.node


def _claimed(case: Case) -> dict[str, list[tuple[Person, Relative]]]:
    """Return whom other people record as their relative, by what they call them."""
    found: dict[str, list[tuple[Person, Relative]]] = {}
    for other in case.people:
        for one in other.relatives or ():
            if one.person and not no_kin(one.relation):
                found.setdefault(one.person, []).append((other, one))
    return found
