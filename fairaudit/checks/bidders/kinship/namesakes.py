"""Names that two bidders both list among their people, owners and contacts, and whether one person may stand behind both."""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.names import organisation_name, person_name, same_birth
from fairaudit.analysis.names.substance import names_nobody
from fairaudit.checks.bidders.kinship.coholders import CONTROL, in_per_cent, is_of_many
from fairaudit.checks.bidders.kinship.contacts import Trait, in_common
from fairaudit.checks.people.spellings.alike import alike, born
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, Lasts, lasts, owners_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Owner, Party, Person
from fairaudit.procurement.persons.identity import several_people
from fairaudit.procurement.twice import other_number


def name_traits(party: Party, case: Case) -> Iterator[Trait]:
    """Yield the names among the people, owners and contacts of a party, however they are written; a role is no name."""
    for person in _people_of(party, case):
        known = case.person(person)
        name = known.name if known and known.name else person
        named = is_name(case, person) or (known and known.name and person not in case.once(several_people))
        if named and not names_nobody(name):
            yield ("name", name_key(name)), f"somebody named {' '.join(name.split())}"
    if (contact := _contact(party)) and not any(one[1] == name_key(contact) for one in _listed(party, case)):
        yield ("name", name_key(contact)), f"somebody named {' '.join(contact.split())}"
    for _, name in _named_owners(party, case):
        yield ("name", name_key(name)), f"an owner named {' '.join(name.split())}"


def _named_owners(party: Party, case: Case) -> Iterator[tuple[Owner, str]]:
    """Yield the owners of a party of whom only a name is given, with it."""
    for owner in owners_of(case, party):
        small = owner.share is not None and owner.share < LEAST_SHARE
        if owner.name and not (owner.person or owner.party or small or names_nobody(owner.name)):
            yield owner, owner.name


def with_shares_by_name(own: Party, other: Party, case: Case, key: tuple[str, str], said: str) -> str:
    """Return the words for a name at two parties, with how much owners of that name hold of each, where recorded."""
    held = [(party.name or party.id or "", _share(party, case, key)) for party in (own, other)]
    part = in_per_cent(sorted((name, share) for name, share in held if share is not None))
    return f"{said} ({part})" if said and part else said


def owns_most_of_both(own: Party, other: Party, case: Case, key: tuple[str, str]) -> bool:
    """Whether firms of one full name, legal form and all, hold more than half of each of two parties, and hold it still.

    Two people of one name are more common, and the state and funds own many firms that compete.
    """
    for party in (own, other):
        found = [one for one in _named_owners(party, case) if name_key(one[1]) == key[1]]
        share = _share(party, case, key)
        firms = all(organisation_name(name).form and not is_of_many(name) for _, name in found)
        if share is None or share <= CONTROL or not firms:
            return False
        if any(lasts(case, owner) is not Lasts.HOLDS for owner, _ in found):
            return False
    return True


def _share(party: Party, case: Case, key: tuple[str, str]) -> Decimal | None:
    """Return how much owners of a name hold of a party; `None` where there are none, or that is not said."""
    shares = [owner.share for owner, name in _named_owners(party, case) if name_key(name) == key[1]]
    known = [one for one in shares if one is not None]
    return max(known) if known and len(known) == len(shares) else None


def _people_of(party: Party, case: Case) -> tuple[str, ...]:
    return (*(party.people or ()), *(one.person for one in owners_of(case, party) if one.person))


def born_alike(own: Party, other: Party, case: Case) -> dict[tuple[str, str], str]:
    """Return those of two parties whom records of their own show to have one name and one birth month, under two ids.

    It is the evidence that identifies an official with a person of a bidder, and weighs as much here.
    """
    named = in_common(name_traits(own, case), name_traits(other, case))
    said = {key: _birth_in_common(own, other, case, key) for key in named}
    return {("born", key[1]): f"{named[key]} with the same {birth}" for key, birth in said.items() if birth}


def _birth_in_common(own: Party, other: Party, case: Case, key: tuple[str, str]) -> str:
    """Return which birth, of month or date, two records of one name share at two parties; empty for one record, or none."""
    pairs = [(one, two) for one in _bearers(own, case, key) for two in _bearers(other, case, key) if one and two]
    if any(one is two for one, two in pairs):
        return ""
    for one, two in pairs:
        said, likely = alike(one.name, born(case, one), two.name, born(case, two))
        if likely and not other_number(one, two):
            return said.rsplit(" and ", 1)[-1]
    return ""


def perhaps_one(own: Party, other: Party, case: Case, key: tuple[str, str], words: str) -> str:
    """Return the words for one name at two parties; empty where records under it are one id, or say that they are two people.

    Where a birth month agrees too it is more than a name, and `born_alike` tells it.
    """
    if _birth_in_common(own, other, case, key):
        return ""
    here, there = _bearers(own, case, key), _bearers(other, case, key)
    if not here or not there:
        return words
    pairs = [(one, two) for one in here for two in there]
    if any(one is not None and one is two for one, two in pairs):
        return ""
    open_ = [(one, two) for one, two in pairs if not (one and two and other_number(one, two))]
    births = {same_birth(born(case, one), born(case, two)) if one and two else None for one, two in open_}
    if True in births:
        return f"{words} with the same birth date"
    return words if None in births else ""


def _bearers(party: Party, case: Case, key: tuple[str, str]) -> list[Person | None]:
    """Return the records of those at a party who have a name; nothing for each of whom only the name is given."""
    found = [known for known, name in _listed(party, case) if name == key[1]]
    contact = None if found else _contact(party)
    return [case.person(contact)] if contact and name_key(contact) == key[1] else found


def _listed(party: Party, case: Case) -> list[tuple[Person | None, str]]:
    people = [(case.person(one), one) for one in _people_of(party, case)]
    return [(known, name_key((known.name if known else None) or text)) for known, text in people]


def _contact(party: Party) -> str | None:
    """Return the name of the person by whom a party is reached; a role, a single word or the party itself is none."""
    name = _without_role(party.contact_point.name) if party.contact_point else None
    if not name or len(person_name(name)) < _WORDS_OF_A_NAME or names_nobody(name):
        return None
    firm = organisation_name(name)
    return None if firm.form or (party.name and firm.core == organisation_name(party.name).core) else name


def _without_role(name: str | None) -> str | None:
    """Return a name without what somebody does that stands behind it: `Una Gray, Bid Manager`."""
    first, comma, rest = (name or "").partition(",")
    return first if comma and len(rest.split()) > 1 and names_nobody(rest) else name


_WORDS_OF_A_NAME = 2


def name_key(name: str) -> str:
    """Return a name in one writing: of an organisation with its legal form, of a person without titles."""
    firm = organisation_name(name)
    return f"{' '.join(firm.core)} {firm.form}" if firm.form else " ".join(person_name(name))


def is_name(case: Case, key: str) -> bool:
    """Whether what stands among the people of a party is a name, and nobody's id."""
    # Words with a space between: `p-1` and `anna-lee` are ids as well as `p1` is.
    return case.person(key) is None and len(key.split()) > 1
