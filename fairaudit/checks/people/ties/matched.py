"""Who around a bidder may be the same as somebody with influence: one number, mailbox, line, name, birth or address for both."""

from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import (
    organisation_name,
    person_name,
    same_birth,
    same_mailbox,
    same_person_name,
)
from fairaudit.analysis.names.substance import line_of
from fairaudit.analysis.ties.strength import Strength
from fairaudit.checks.people.spellings.alike import Alike, alike, born, is_frequent
from fairaudit.checks.people.ties.to_bidders import OF_RELATIVES, Ground, Link, ground_of, in_time, links_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import Standing
from fairaudit.procurement.bidders.holdings import Lasts, lasts, owners_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Address
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Party, Person
from fairaudit.procurement.persons.addresses import place_written
from fairaudit.procurement.persons.identity import key_of
from fairaudit.procurement.persons.influence import Official, meets
from fairaudit.procurement.twice import numbers_of, other_number

_ADDRESS = "the same address as"
_LINE = "the same telephone number as"
_DOMAIN = "an e-mail address of the same domain"


class Counterpart(Frozen):
    """Somebody, or an office, of a party around a bidder; `by_name`: only a name says that the party is meant."""

    party: Party
    standing: Standing
    at: Node[object]
    part: str
    name: str | None = None
    email: str | None = None
    telephone: str | None = None
    person: Person | None = None
    addresses: tuple[Address, ...] = ()
    strength: Strength = Strength.CURRENT
    by_name: bool = False


class Match(Frozen):
    """What somebody with influence has in common with somebody of a bidder, as a tie that is theirs if both are one person.

    `name` is what the other is called, empty for an office; `strength` is that of the other's own tie, and of a shared address.
    `by_name`: only a name says, too, that the other's own tie is one to that party.
    """

    link: Link
    name: str
    strength: Strength
    by_name: bool = False


class Others(Frozen):
    """Everybody around the bidders, and whom each number, mailbox, name and address belongs to."""

    all: list[Counterpart]
    by_trait: dict[object, list[int]]
    by_name: Alike

    def like(self, person: Person) -> Iterator[Counterpart]:
        """Yield those with whom somebody has anything in common, in their order."""
        found = {place for trait in _traits_of_person(person) for place in self.by_trait.get(trait, ())}
        found.update(self.by_name.of(person.name))
        return (self.all[place] for place in sorted(found))


def others_around(case: Case) -> Others:
    """Return everybody around the bidders, with whom those with influence are compared."""
    every = list(_counterparts(ground_of(case)))
    others = Others(every, {}, Alike(one.name for one in every))
    for place, one in enumerate(others.all):
        traits = _traits(one.person, one.name, one.email, one.telephone, one.addresses)
        for trait in traits:
            others.by_trait.setdefault(trait, []).append(place)
    return others


def _traits_of_person(person: Person) -> Iterator[object]:
    return _traits(person, person.name, person.email, person.telephone, person.addresses)


def _traits(
    person: Person | None,
    name: str | None,
    email: str | None,
    telephone: str | None,
    addresses: tuple[Address, ...] | None,
) -> Iterator[object]:
    """Yield what two people must have one of in common before they are compared."""
    yield from (("number", *one) for one in (numbers_of(person) if person else ()))
    if email:
        from fairaudit.analysis.names.mail import domains_above, mailbox, own_domain

        yield from (("mail", one) for one in (mailbox(email),) if one)
        if own := own_domain(email):
            yield from (("domain", one) for one in (own, *domains_above(own)))
    if line := line_of(telephone):
        yield "line", line
    if name:
        yield "name", person_name(name)
    yield from {("place", one) for one in _places(addresses)}


def matches_of(ground: Ground, official: Official, by: str) -> Iterator[Match]:
    """Yield one match for each party around a bidder; where a record agrees, the name says nothing more."""
    # By party as well, so that no order of parties chooses which of several matches is told.
    strong: dict[tuple[str, str], Match] = {}
    weak: dict[tuple[str, str], Match] = {}
    houses: dict[tuple[str, str], Match] = {}
    person = official.person
    for other in ground.case.once(others_around).like(person) if person else ():
        same, sure = _in_common(ground.case, person, other) if person else ("", False)
        if other.by_name and not (sure or _may_be_one(person, other)):
            continue
        if same and meets(ground.case, official, other.standing.bidder):
            link = Link(
                official, other.standing.bidder, other.party.id or "", other.party.name or other.party.id or "",
                other.standing.words, "other", other.at, sure and not other.by_name, f"has {same} {other.part}",
                placed=other.standing.sure,
            )  # fmt: skip
            # Who lives where somebody works need not be anybody of that house.
            strength = Strength.FAMILY if same.startswith((_ADDRESS, _LINE, _DOMAIN)) else other.strength
            found = strong if link.by_record else houses if same.startswith(_DOMAIN) else weak
            found.setdefault((link.bidder, link.party), Match(link, other.name or "", strength, other.by_name))
    if by == "record":
        yield from strong.values()
    else:
        known = {bidder for bidder, _ in strong}
        told = {key: one for key, one in houses.items() if not _works_there(ground, official, key[0])} | weak
        yield from (one for (bidder, _), one in told.items() if bidder not in known)


def _may_be_one(person: Person | None, other: Counterpart) -> bool:
    """Whether two people have one name in full, and not one that very many bear."""
    return (
        bool(person) and same_person_name(person.name if person else None, other.name) and not is_frequent(other.name)
    )


def _works_there(ground: Ground, official: Official, bidder: str) -> bool:
    """Whether what is recorded of somebody says that they belong to a bidder, so that its mailbox says nothing more."""
    return any(one.bidder == bidder and one.kind in OF_RELATIVES for one in links_of(ground, official))


def _in_common(case: Case, person: Person, other: Counterpart) -> tuple[str, bool]:
    """Return what two records have in common, in words (empty: nothing), and whether it is more than a name or address."""
    theirs, whose = other.person, f" {other.name}," if other.name else ""
    if theirs is not None:
        if numbers_of(person) & numbers_of(theirs):
            return f"the same register number as{whose}", True
        if other_number(person, theirs):
            return "", False
    if same_mailbox(person.email, other.email):
        return f"the same e-mail address as{whose}", True
    place = bool(_places(person.addresses) & _places(other.addresses) - _of_the_buyer(case))
    own, birth = born(case, person), born(case, theirs) if theirs else None
    if same_person_name(person.name, other.name) and same_birth(own, birth) is False:
        return "", False
    said, likely = alike(person.name, own, other.name, birth)
    if said and place:
        return f"{said} and address as {other.name},", likely or same_person_name(person.name, other.name)
    if said:
        return f"{said} as {other.name},", likely
    if place:
        return f"{_ADDRESS}{whose}", False
    if _line_in_common(case, person, other):
        return f"{_LINE}{whose}", False
    house = _mail_house(case, person.email, other.email)
    return (f"{_DOMAIN} ({house}) as{whose}", False) if house else ("", False)


def _line_in_common(case: Case, person: Person, other: Counterpart) -> bool:
    """Whether two records have one telephone number that is not the buyer's own: of a desk, a switchboard or a household."""
    own = line_of(person.telephone)
    return bool(own) and own == line_of(other.telephone) and own not in case.once(_lines_of_the_buyer)


def _lines_of_the_buyer(case: Case) -> frozenset[str]:
    """Return the telephone numbers of the buyer: the one it is reached by, and one that most of several with influence have."""
    buyer = case.party(case.tender.buyer.id) if case.tender.buyer else None
    contact = buyer.contact_point if buyer else None
    lines = [line for one in ground_of(case).officials if one.person and (line := line_of(one.person.telephone))]
    return frozenset((line_of(contact.telephone) if contact else "", *_of_most(lines)))


def _of_most(values: list[str]) -> set[str]:
    return {value for value, count in Counter(values).items() if count > 1 and 2 * count > len(values)}


def _mail_house(case: Case, own: str | None, other: str | None) -> str:
    """Return the domain of two mailboxes where it is one house's that is not the buyer's own, nor open to everybody."""
    if not own or not other:
        return ""
    from fairaudit.analysis.names.mail import domains_above, own_domain

    # A domain may lie under that of its own house: `sales.alder.co.uk` under `alder.co.uk`.
    house, inner = sorted((own_domain(own), own_domain(other)), key=len)
    if not house or not (inner == house or house in domains_above(inner)):
        return ""
    buyers = case.once(_domains_of_the_buyer)
    return "" if {house, inner} & buyers else house


def _domains_of_the_buyer(case: Case) -> frozenset[str]:
    """Return the domains of mail of the buyer: those it is reached by, and one that most of several with influence have."""
    from fairaudit.analysis.names.mail import own_domain

    buyer = case.party(case.tender.buyer.id) if case.tender.buyer else None
    contact = buyer.contact_point if buyer else None
    mails = [one.person.email for one in ground_of(case).officials if one.person and one.person.email]
    return frozenset((own_domain(contact.email) if contact else "", *_of_most(list(map(own_domain, mails)))))


def _places(addresses: tuple[Address, ...] | None) -> frozenset[str]:
    return frozenset(one for one in map(place_written, addresses or ()) if one)


def _of_the_buyer(case: Case) -> frozenset[str]:
    address = case.tender.buyer.address if case.tender.buyer else None
    return _places((address,) if address else None)


def _counterparts(ground: Ground) -> Iterator[Counterpart]:
    case, seen = ground.case, {one.key for one in ground.officials}
    for person in case.people:
        if key_of(person) not in seen:
            yield from _tied(ground, person)
    for key, standings in ground.bidders.standings.items():
        if party := case.party(key):
            for standing in standings:
                yield from _named_by(case, party, standing, seen)


def _tied(ground: Ground, person: Person) -> Iterator[Counterpart]:
    for link in links_of(ground, Official(key_of(person), (), person.node, person)):
        party = ground.case.party(link.party)
        # Of what is over and may be of another firm nobody is asked.
        counted = 24 if link.sure else 0
        own = link.sure or not link.relative
        if party and own and link.kind in OF_RELATIVES and in_time(ground, link, counted) is True:
            standing = Standing(link.bidder, link.standing, link.placed)
            over = link.ended or (link.end is not None and in_time(ground, link, 0) is not True)
            yield Counterpart(
                party, standing, link.at, f"who {link.words}", person.name, person.email, person.telephone, person,
                person.addresses or (), Strength.RECENT if over else Strength.CURRENT, by_name=not link.sure,
            )  # fmt: skip


def _named_by(case: Case, party: Party, standing: Standing, seen: set[str]) -> Iterator[Counterpart]:
    for index, one in enumerate(party.people or ()):
        if case.person(one) is None and one not in seen:
            yield Counterpart(party, standing, Node((*party.path, "people", index), one), "of the people of", one)
    for owner in owners_of(case, party):
        if owner.name and case.person(owner.person) is None:
            lately = lasts(case, owner) is Lasts.LATELY
            said = f"until {day_in_words(owner.end_date)} an owner of" if lately and owner.end_date else "an owner of"
            strength = Strength.RECENT if lately else Strength.CURRENT
            yield Counterpart(party, standing, owner.node, said, owner.name, strength=strength)
    contact = party.contact_point
    if contact:
        yield Counterpart(
            party, standing, contact.node, "the contact of", contact.name, contact.email, contact.telephone
        )
    if party.name and (party.sole_trader or not organisation_name(party.name).form):
        said = "who trades as" if party.sole_trader else "which is the name of"
        yield Counterpart(party, standing, party.field("name"), said, party.name)
    if party.addresses:
        at = party.field("addresses")
        yield Counterpart(party, standing, at, "the office of", addresses=party.addresses)
