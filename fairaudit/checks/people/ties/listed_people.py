"""People whom parties list: their people and their owners, looked up by name."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.names import any_same_organisation, organisation_name
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Owner, Party
from fairaudit.procurement.persons.identity import several_parties, spoken


class Listed(Frozen):
    """A name among the people or owners of a party, of which no record of its own is given."""

    party: Party
    at: Node[object]
    kind: str = "listed"
    said: str = ""
    start: date | None = None
    end: date | None = None
    size: str = ""


def listed_named(case: Case, name: str | None) -> list[Listed]:
    """Return those among the people, owners and contacts of parties who have somebody's name, and no record of their own."""
    return case.once(_listed_by_name).get(spoken(name), []) if spoken(name) else []


def _listed_by_name(case: Case) -> dict[tuple[str, ...], list[Listed]]:
    found: dict[tuple[str, ...], list[Listed]] = {}
    for party in parties(case):
        for index, one in enumerate(party.people or ()):
            if case.person(one) is None and (key := spoken(one)):
                found.setdefault(key, []).append(Listed(party, Node((*party.path, "people", index), one)))
        for owner in party.owners or ():
            if case.person(owner.person) is None and (key := spoken(owner.name)):
                found.setdefault(key, []).extend(_as_owner(party, owner))
        contact = party.contact_point
        if contact and (key := spoken(contact.name)):
            found.setdefault(key, []).append(Listed(party, contact.node, said="is the contact of"))
    return found


def _as_owner(party: Party, owner: Owner) -> list[Listed]:
    size = "" if owner.share is None else f"{owner.share.normalize():f} per cent of the shares"
    listed = Listed(party, owner.node, "ownership", "", owner.start_date, owner.end_date, size)
    return [] if owner.share == 0 else [listed]


def owners_called(case: Case, name: str) -> Iterator[tuple[str, Listed]]:
    """Yield the owners of parties that have the name of a firm, written otherwise, and what they are called."""
    said = organisation_name(name)
    for owner, listed in case.once(_owners_by_core).get(said.core, ()):
        # One word without its form may be a first name or a place.
        telling = len(said.core) > 1 or (said.form and organisation_name(owner).form)
        if telling and spoken(owner) != spoken(name) and any_same_organisation((name,), (owner,)):
            yield owner, listed


def _owners_by_core(case: Case) -> dict[tuple[str, ...], list[tuple[str, Listed]]]:
    found: dict[tuple[str, ...], list[tuple[str, Listed]]] = {}
    for party in parties(case):
        for owner in party.owners or ():
            if owner.name and case.person(owner.person) is None and (core := organisation_name(owner.name).core):
                found.setdefault(core, []).extend((owner.name, one) for one in _as_owner(party, owner))
    return found


def parties(case: Case) -> Iterator[Party]:
    """Yield the parties of which it is known who is meant by their id."""
    several = case.once(several_parties)
    return (one for one in case.parties if one.id not in several)
