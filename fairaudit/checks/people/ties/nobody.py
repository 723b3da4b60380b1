"""Records of ties that lead to nobody: an id that no person and no party of the case has, and no name beside it."""

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, Part, text_of
from fairaudit.procurement.model.parties import Declaration, Party, Person, Tie
from fairaudit.procurement.persons.identity import known_person, several_parties, several_people


class Pointing(Frozen):
    """What a record says by an id, what that should be the id of, and how people call the record."""

    id: str
    of: str


@check
def ties_name_somebody(node: Node[object], case: Case) -> Found[Pointing]:
    """Flag ties, relatives, owners and declarations that name by an id a person or party whom the case does not hold.

    A key of two words or more may be a name, and is one that nobody else has; that is no fault.
    """
    for own in case.people:
        yield from (to_nobody(one, own.name or own.id or "somebody") for one in ties_to_nobody(own))
    for part, field, key in (*_of_people(case.people), *_of_parties(case.parties), *_of_declarations(case)):
        if key is None or len(key.split()) > 1:
            continue
        person = field == "person"
        held = known_person(case, key) or case.person(key) if person else case.party(key)
        # Where nobody is listed at all, what names somebody is no id.
        several = key in (case.once(several_people) if person else case.once(several_parties))
        if not held and not several and (case.people if person else case.parties):
            yield Hit(part.field(field), Pointing(key, "person" if person else "party"), key=key)


def ties_to_nobody(person: Person) -> Iterator[Tie]:
    """Yield the ties recorded of somebody that name neither a party nor anybody else, nor say anything in words."""
    for tie in (*(person.employments or ()), *(person.interests or ())):
        if not (tie.party or tie.name or tie.person or tie.text) and read_tie(tie.kind).kind is not None:
            yield tie


def to_nobody(tie: Tie, who: str) -> Unassessed:
    """Return that to whom a tie leads is not given: it may be a bidder."""
    what = f" ({tie.kind.replace('-', ' ')})" if tie.kind else ""
    return Unassessed(tie.node, f"to whom a tie of {who}{what} leads is not given", (text_of((*tie.path, "party")),))


def _of_people(people: tuple[Person, ...]) -> Iterator[tuple[Part, str, str | None]]:
    for person in people:
        for tie in (*(person.employments or ()), *(person.interests or ())):
            yield from ((tie, "party", None if tie.name else tie.party), (tie, "person", tie.person))
        for one in person.relatives or ():
            yield one, "person", None if one.name else one.person


def _of_parties(parties: tuple[Party, ...]) -> Iterator[tuple[Part, str, str | None]]:
    for party in parties:
        for owner in party.owners or ():
            if not owner.name:
                yield from ((owner, "party", owner.party), (owner, "person", owner.person))


def _of_declarations(case: Case) -> Iterator[tuple[Part, str, str | None]]:
    declarations: tuple[Declaration, ...] = case.declarations
    for one in declarations:
        yield one, "person", one.person
        for tie in one.interests or ():
            yield tie, "party", None if tie.name else tie.party
