"""What bidders may share of how they are reached: addresses, telephone numbers, e-mail and its domains, in one writing."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.names.mail import domains_above, domains_written, is_passed_on, mailbox, own_domain
from fairaudit.analysis.names.substance import line_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.persons.addresses import houses_of, place_written, rooms_of

Trait = tuple[tuple[str, str], str]
"""What is compared: a kind of thing with a value by which it is the same one, and the words for it."""


def contact_traits(party: Party, case: Case) -> Iterator[Trait]:
    """Yield the addresses, the telephone number and the e-mail address or domain of a party."""
    for address in party.addresses or ():
        if place := place_written(address):
            said = f"{address.street_address}, {address.postal_code or address.locality}"
            yield ("address", place), f"the address {said}"
            yield from ((("house", one), f"the house of the address {said}") for one in houses_of(address))
    for own in (one for said in party.domains or () for one in domains_written(said)):
        yield from ((("domain", one), f"the domain {one}") for one in (own, *domains_above(own)))
    contact = party.contact_point
    if contact is None:
        return
    if line := line_of(contact.telephone):
        yield ("telephone", line), "the same telephone number"
    if own := own_domain(contact.email):
        # The domain above it is another's where somebody has mail there.
        yield from ((("domain", one), f"the domain {one}") for one in (own, *domains_above(own)))
    elif (mail := mailbox(contact.email)) and not is_passed_on(mail):
        yield ("mail", mail), "the same e-mail address"


def without_other_rooms(common: dict[tuple[str, str], str], own: Party, other: Party) -> dict[tuple[str, str], str]:
    """Return what two parties share without houses of which each has rooms of its own, or of which all the address is one."""
    whole = any(kind == "address" for kind, _ in common)
    return {
        key: said
        for key, said in common.items()
        if key[0] != "house" or not (whole or (_rooms_in(own, key[1]) and _rooms_in(other, key[1])))
    }


def in_common(first: Iterator[Trait], second: Iterator[Trait]) -> dict[tuple[str, str], str]:
    """Return the traits two parties share, in a fixed order, with the words of whichever comes first in it."""
    theirs: dict[tuple[str, str], list[str]] = {}
    for key, words in second:
        theirs.setdefault(key, []).append(words)
    found = {key: min([words, *theirs[key]]) for key, words in first if key in theirs}
    return dict(sorted(found.items()))


def of_somebodys_domain(common: dict[tuple[str, str], str], own: Party, other: Party) -> dict[tuple[str, str], str]:
    """Return what two parties share without a domain above those of both that may be a provider's, open to anybody.

    A provider gives each of those it serves a domain by their name (`alder.shared.example`); of one house each has a domain by
    what it does there. Where neither gives a mailbox that somebody reads (`noreply@`), the domain is that of whoever passes
    their mail on.
    """
    mails = [one.contact_point.email if one.contact_point else None for one in (own, other)]
    read = not all(is_passed_on(mailbox(one)) for one in mails)
    whose = {own_domain(one) for one in mails if read}
    whose |= {one for party in (own, other) for said in party.domains or () for one in domains_written(said)}

    def is_somebodys(domain: str) -> bool:
        served = all(_by_name(one, mail, domain) for one, mail in zip((own, other), mails, strict=True))
        return domain in whose or (read and not served and not any(_above(domain, common)))

    return {key: said for key, said in common.items() if key[0] != "domain" or is_somebodys(key[1])}


def _above(domain: str, common: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield the shared domains that lie under a domain, so that it says nothing more."""
    yield from (value for kind, value in common if kind == "domain" and value.endswith(f".{domain}"))


def _by_name(party: Party, mail: str | None, domain: str) -> bool:
    """Whether what stands before a domain in a party's mail is the party's own name, or a part or the beginning of it."""
    name = "".join(organisation_name(party.name or "").core)
    labels = own_domain(mail).removesuffix(f".{domain}").replace("-", "").split(".")
    return any(len(one) >= _TELLING and (one in name or name in one) for one in labels if name)


_TELLING = 3
"""Letters from which what stands before a domain may be a name."""


def _rooms_in(party: Party, house: str) -> bool:
    """Whether every address that a party has in a house names its rooms."""
    return all(rooms_of(one.street_address or "") for one in party.addresses or () if house in houses_of(one))
