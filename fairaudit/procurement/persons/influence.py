"""Who had influence on a procurement, by what is recorded."""

from collections.abc import Iterator

from fairaudit.analysis.names import organisation_name, same_organisation_name
from fairaudit.analysis.names.legalforms import FIRMS_ALONE
from fairaudit.analysis.names.substance import says_nothing
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Party, Person
from fairaudit.procurement.persons.identity import key_of, known_person, whose
from fairaudit.procurement.persons.roles import role_named, roles_named

_ORDER = ("drafter", "adviser", "evaluator", "chair", "approver")


class Seat(Frozen):
    """One record that gives somebody influence; `stated` where it is their own, which alone may narrow it to lots."""

    key: str
    role: str
    at: Node[object]
    lots: tuple[str, ...] = ()
    stated: bool = True


class Official(Frozen):
    """Somebody with influence: what they do, where that is recorded, and for which lots (`None`: for all).

    `by_name` holds the roles that only a name ties to the person whose record is given.
    """

    key: str
    roles: tuple[str, ...]
    at: Node[object]
    person: Person | None = None
    lots: frozenset[str] | None = None
    by_name: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name, or the id where no name is given."""
        return (self.person.name if self.person else None) or self.key

    @property
    def sure(self) -> bool:
        """Whether any record ties the person to the procurement by more than their name."""
        return not self.roles or bool(set(self.roles) - self.by_name)


def officials(case: Case) -> tuple[Official, ...]:
    """Return everybody with influence, in the order in which they are first recorded."""
    return case.once(_officials)


def _officials(case: Case) -> tuple[Official, ...]:
    seats: dict[str, list[Seat]] = {}
    for one in (*_by_role(case), *_by_panel(case), *_by_drafting(case)):
        seats.setdefault(whose(case, one.key), []).append(one)
    return tuple(_official(known_person(case, key), ones) for key, ones in seats.items())


def _by_role(case: Case) -> Iterator[Seat]:
    for person in case.people:
        for role in person.roles or ():
            for name in roles_named(role.role or ""):
                yield Seat(key_of(person), name, role.node, role.lots or ())


def _by_panel(case: Case) -> Iterator[Seat]:
    evaluation = case.evaluation
    for index, member in enumerate(evaluation.panel or ()):
        # A seat that nobody holds owes nothing.
        if says_nothing(member) and case.person(member) is None:
            continue
        yield Seat(member, "evaluator", Node(("evaluation", "panel", index), member), stated=False)
    for one in evaluation.allocation or ():
        if one.evaluator:
            yield Seat(one.evaluator, "evaluator", one.field("evaluator"), one.lots or (), stated=bool(one.lots))
    # Of a member's hundred scores the first says that they score; the others say nothing new.
    scoring: set[str] = set()
    for score in evaluation.individual or ():
        if score.evaluator and score.evaluator not in scoring:
            scoring.add(score.evaluator)
            yield Seat(score.evaluator, "evaluator", score.field("evaluator"), stated=False)


def _by_drafting(case: Case) -> Iterator[Seat]:
    for index, drafter in enumerate(case.tender.drafters or ()):
        if not _is_firm(case, drafter):
            yield Seat(drafter, "drafter", Node(("tender", "drafters", index), drafter))


def _is_firm(case: Case, drafter: str) -> bool:
    """Whether whoever wrote part of the tender is an organisation: a party or bidder by id or name, or so by its legal form."""
    ids, names = case.once(_firms)
    if drafter in ids:
        return True
    name = organisation_name(drafter)
    firm = name.form in FIRMS_ALONE or any(same_organisation_name(drafter, one) for one in names.get(name.core, ()))
    return firm and known_person(case, drafter) is None


def _firms(case: Case) -> tuple[frozenset[str | None], dict[tuple[str, ...], list[str]]]:
    """Return the ids of all parties and bidders, and their names by the words of the name without its legal form."""
    ids = frozenset((*(one.bidder for one in case.bids), *(one.id for one in case.parties)))
    named = [one for party in case.parties for one in (party.name, *(party.aliases or ())) if one]
    names: dict[tuple[str, ...], list[str]] = {}
    for one in (*named, *(one.bidder for one in case.bids if one.bidder)):
        names.setdefault(organisation_name(one).core, []).append(one)
    return ids, names


def _official(person: Person | None, seats: list[Seat]) -> Official:
    key = key_of(person) if person else seats[0].key
    roles = {one.role for one in seats}
    by_name = roles - {one.role for one in seats if one.key == key}
    deciding = [one for one in seats if one.stated] or seats
    everywhere = any(not one.lots for one in deciding)
    lots = None if everywhere else frozenset(lot for one in deciding for lot in one.lots)
    ordered = tuple(one for one in _ORDER if one in roles)
    return Official(key, ordered, seats[0].at, person, lots, frozenset(by_name) if person else frozenset())


def of_unknown_influence(case: Case) -> tuple[Person, ...]:
    """Return the people whose part is not said, or said in a word that is not known; those of a party have none."""
    return case.once(_of_unknown_influence)


def _of_unknown_influence(case: Case) -> tuple[Person, ...]:
    explained: set[str | None] = {one.key for one in officials(case)}
    explained |= {one.person for person in case.people for one in person.relatives or ()}
    explained |= {name for party in case.parties for name in (*(party.people or ()), *_owning_people(party))}
    return tuple(
        one
        for one in case.people
        if key_of(one) not in explained
        and (one.roles is None or any(role_named(role.role or "") is None for role in one.roles))
    )


def _owning_people(party: Party) -> tuple[str, ...]:
    return tuple(one.person for one in party.owners or () if one.person)


def lots_of_bidder(case: Case, bidder: str) -> frozenset[str] | None:
    """Return the lots a bidder bids for, `None` for all or where a bid does not say."""
    lots = case.once(_lots_by_bidder).get(bidder, [])
    return frozenset(one for one in lots if one) if lots and all(lots) else None


def _lots_by_bidder(case: Case) -> dict[str | None, list[str | None]]:
    found: dict[str | None, list[str | None]] = {}
    for one in case.bids:
        found.setdefault(one.bidder, []).append(one.lot)
    return found


def meets(case: Case, official: Official, bidder: str) -> bool:
    """Whether somebody has influence on a lot that a bidder bids for."""
    lots = lots_of_bidder(case, bidder)
    return official.lots is None or lots is None or bool(official.lots & lots)
