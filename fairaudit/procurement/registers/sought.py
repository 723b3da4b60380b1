"""Whom a register is searched for: those with a part in this case and nobody else, and its parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from fairaudit.analysis.names.candidates import Sought
from fairaudit.analysis.names.described import Described, birth_parts, identifiers
from fairaudit.analysis.names.likeness import NONE, compared
from fairaudit.analysis.names.mail import domains_written
from fairaudit.analysis.names.numberslips import NumberSlip, number_slips
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Address
from fairaudit.procurement.model.parties import Party, Person
from fairaudit.procurement.persons.identity import known_person, several_parties, spoken, whose
from fairaudit.procurement.persons.influence import officials
from fairaudit.procurement.registers.matches import Known
from fairaudit.procurement.registers.sieve import FirmSieve, PeopleSieve

if TYPE_CHECKING:
    from fairaudit.procurement.registers.screening import FirmScreen, PeopleScreen

Wanted = tuple[str, str, Described]
"""What the case calls somebody, their name, and what is known of them."""
_MOST_KNOWN = 200_000


def people_sought(case: Case) -> tuple[Wanted, ...]:
    """Return everybody who influenced the decision, and the people, owners and contacts of the parties around the bidders."""
    keys = dict.fromkeys((*(one.key for one in officials(case)), *_around_bidders(case)))
    found: dict[str, Wanted] = {}
    for key in keys:
        person = known_person(case, key)
        name = (person.name if person else None) or (key if spoken(key) else None)
        if name is not None or (person is not None and person.identifiers):
            found.setdefault(whose(case, key), (whose(case, key), name or key, _of_person(person, name)))
    return tuple(found.values())


def _around_bidders(case: Case) -> Iterator[str]:
    for key in bidders(case).standings:
        party = case.party(key)
        if party is None:
            continue
        yield from party.people or ()
        yield from (name for one in party.owners or () if (name := one.person or one.name) and not one.party)
        if party.contact_point and party.contact_point.name:
            yield party.contact_point.name


def parties_sought(case: Case) -> tuple[Wanted, ...]:
    """Return every organisation of the case that has a name or a number."""
    several = case.once(several_parties)
    found = [
        (one.id or one.name or "", one.name or one.id or "", _of_party(one))
        for one in case.parties
        if one.id not in several
    ]
    return tuple(one for one in found if one[0] and (one[2].names or one[2].identifiers))


def _of_person(person: Person | None, name: str | None) -> Described:
    names = (name,) if name else ()
    if person is None:
        return Described("person", names)
    return Described(
        "person",
        names,
        _numbers(person),
        person.birth_date,
        _places(person.addresses),
        (person.email,) if person.email else (),
        (),
        (person.telephone,) if person.telephone else (),
    )


def _of_party(party: Party) -> Described:
    contact = party.contact_point
    legal = (one.legal_name for one in party.identifiers or ())
    return Described(
        "organisation",
        tuple(dict.fromkeys(one for one in (party.name, *(party.aliases or ()), *legal) if one)),
        _numbers(party),
        None,
        _places(party.addresses),
        (contact.email,) if contact and contact.email else (),
        tuple(one for said in party.domains or () for one in domains_written(said)),
        (contact.telephone,) if contact and contact.telephone else (),
    )


def _numbers(part: Person | Party) -> tuple[tuple[str, str], ...]:
    return tuple((one.scheme, one.id) for one in part.identifiers or () if one.scheme and one.id)


def _places(addresses: tuple[Address, ...] | None) -> tuple[str, ...]:
    found = (
        ", ".join(part for part in (one.street_address, one.locality, one.postal_code) if part)
        for one in addresses or ()
        if one.street_address or one.postal_code
    )
    return tuple(one for one in found if one)


class Finder(Protocol):
    """Finds whom of those that are asked about a record may be about."""

    def found(self, record: Described) -> tuple[Known, ...]:
        """Return everybody a record may be about."""

    def once(self, record: Described) -> tuple[Known, ...]:
        """Return the same, for records that stand in many rows."""

    def worth_a_look(self, records: Sequence[Described]) -> Iterable[int]:
        """Return the places of those of many records that may be about anybody."""


class Search:
    """Looks among those of one kind for whom a record may be about."""

    def __init__(self, kind: str, wanted: Sequence[Wanted], common: frozenset[str] = NONE) -> None:
        """Begin with those that are sought; what is `common` to many of them says nothing of anybody (`houses`)."""
        self.common = common
        self.party = kind == "party"
        self.wanted = wanted
        described = [one for _, _, one in wanted]
        self.index = Sought(described)
        self._sieve = FirmSieve(described) if self.party else PeopleSieve(described)
        self._known: dict[tuple[object, ...], tuple[Known, ...]] = {}

    def found(self, record: Described) -> tuple[Known, ...]:
        """Return everybody a record may be about, in the order of the case."""
        if isinstance(self._sieve, FirmSieve):
            passes = record.kind != "organisation" or self._sieve.holds(record)
            places: list[int] | None = None if passes else []
        else:
            places = self._sieve.among(record)
        return (
            tuple(self._compared(self.index.among(record) if places is None else places, record))
            if places != []
            else ()
        )

    def once(self, record: Described) -> tuple[Known, ...]:
        """Return the same, worked out once for records that stand in many rows, such as a company of many officers."""
        key = (record.names, record.identifiers, record.addresses, record.emails, record.phones)
        found = self._known.get(key)
        if found is None:
            found = self.found(record)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = found
        return found

    def worth_a_look(self, records: Sequence[Described]) -> Iterable[int]:
        """Return the places of those of many records that may be about somebody; needs DuckDB."""
        return self._screen.among(records)

    @cached_property
    def _screen(self) -> FirmScreen | PeopleScreen:
        from fairaudit.procurement.registers.screening import FirmScreen, PeopleScreen

        return FirmScreen(self._sieve) if isinstance(self._sieve, FirmSieve) else PeopleScreen(self._sieve)

    def _compared(self, places: Iterable[int], record: Described) -> Iterator[Known]:
        for place in places:
            key, name, sought = self.wanted[place]
            like = compared(sought, record, self.common)
            if like is not None:
                yield Known(
                    key,
                    "party" if self.party else "person",
                    name,
                    like.level,
                    like.reasons,
                    _corroborated(sought, record),
                    *(_slip(number_slips(sought, record)) if self.party else ()),
                )


def _slip(slips: tuple[NumberSlip, ...] | None) -> tuple[str, str]:
    """Return how two numbers of organisations differ, in few words, and that of the register; empty where they do not."""
    if not slips:
        return "", ""
    one = slips[0]
    return f"its number is {one.number} in the case, {one.other} in the register: a slip, or two firms", one.other


def _corroborated(one: Described, other: Described) -> bool:
    """Whether a number of a register or a birth date agrees; one that contradicts has ended the match before."""
    born = min(len(birth_parts(one.birth)), len(birth_parts(other.birth)))
    return born > 1 or bool(identifiers(one) & identifiers(other))
