"""Organisations: the parties of a release, those that other sections merely name, and the buyer."""

from __future__ import annotations

from fairaudit.sources.ocds.common import decimal_of, organisation_key
from fairaudit.sources.ocds.countries import country_code
from fairaudit.sources.ocds.told import NOTHING, Told, build, constant, first, group, groups, listed, text, texts


def parties(release: Told) -> Told:
    """Return all organisations; OCDS 1.0 has no `parties`, there they are where they act."""
    known = {organisation_key(one).words: one for one in groups(release, "parties")}
    acting: dict[str, list[Told]] = {}
    strangers: dict[str, Told] = {}
    for reference, role in _acting(release):
        key = organisation_key(reference)
        if key:
            acting.setdefault(key.words, []).append(constant(role, key))
            if key.words not in known:
                strangers.setdefault(key.words, reference)
    found = [_party(one, acting.get(organisation_key(one).words, [])) for one in groups(release, "parties")]
    found += [_party(one, acting[key]) for key, one in strangers.items()]
    return listed(found, release.get("parties"))


def _buying(release: Told) -> Told:
    at = group(release, "buyer")
    if not organisation_key(at) and not at.misfit:
        at = group(group(release, "tender"), "procuringEntity") or at
    return at


def buyer_party(release: Told) -> Told:
    """Return the buyer as the parties describe it, or else as it is named."""
    at = _buying(release)
    key = organisation_key(at)
    return next((one for one in groups(release, "parties") if key and organisation_key(one).words == key.words), at)


def buyer(release: Told, kind: Told = NOTHING) -> Told:
    """Return the buyer, or else the procuring entity, with what the parties say about it."""
    at = _buying(release)
    party = buyer_party(release)
    address = group(party, "address")
    return build(
        at,
        id=organisation_key(at),
        name=first(text(at, "name"), text(party, "name")),
        kind=kind,
        country=_country(address),
        identifiers=_identifiers(party),
        address=_address(address),
    )


def repeats_suppliers(release: Told) -> bool:
    """Whether the tenderers named, or counted, are no more than the suppliers of the awards.

    Contracts Finder fills both from the award, so neither says who bid.
    """
    suppliers = {
        organisation_key(one).words for award in groups(release, "awards") for one in groups(award, "suppliers")
    }
    tenderers = {organisation_key(one).words for one in groups(group(release, "tender"), "tenderers")}
    if tenderers:
        return tenderers <= suppliers
    return text(group(release, "tender"), "numberOfTenderers").words in ("", "0", str(len(suppliers)))


def _acting(release: Told) -> list[tuple[Told, str]]:
    tender = group(release, "tender")
    found = [(group(release, "buyer"), "buyer"), (group(tender, "procuringEntity"), "procuringEntity")]
    if not repeats_suppliers(release):
        found += [(one, "tenderer") for one in groups(tender, "tenderers")]
    for bid in groups(group(release, "bids"), "details"):
        found += [(one, "tenderer") for one in groups(bid, "tenderers")]
    for award in groups(release, "awards"):
        found += [(one, "supplier") for one in groups(award, "suppliers")]
    for enquiry in groups(tender, "enquiries"):
        found.append((group(enquiry, "author"), "enquirer"))
    return found


def _party(at: Told, acting: list[Told]) -> Told:
    roles = texts(at, "roles")
    stated = {one.words for one in roles.all}
    extra = {one.words: one for one in acting if one.words not in stated}
    owners = [build(one, name=text(one, "name")) for one in groups(at, "beneficialOwners")]
    owners += [_shareholder(one) for one in groups(at, "shareholders")]
    contact = group(at, "contactPoint")
    return build(
        at,
        id=organisation_key(at),
        name=text(at, "name"),
        roles=Told([*roles.all, *extra.values()], roles.path or at.path, roles.note),
        identifiers=_identifiers(at),
        addresses=listed([_address(group(at, "address"))]),
        contact_point=build(
            contact, name=text(contact, "name"), email=text(contact, "email"), telephone=text(contact, "telephone")
        ),
        owners=listed(owners),
    )


def _shareholder(at: Told) -> Told:
    holder, part = group(at, "shareholder"), text(at, "shareholding")
    return build(at, party=organisation_key(holder), name=text(holder, "name"), share=_per_cent(part))


def _per_cent(part: Told) -> Told:
    """Return a share in per cent: the extension writes it as a part of one."""
    share = decimal_of(part)
    if share is None:
        return part
    return constant(f"{share * 100:f}", part) if 0 <= share <= 1 else part.unusable("is no part of one, as shares are")


def _identifiers(at: Told) -> Told:
    found = [group(at, "identifier"), *groups(at, "additionalIdentifiers")]
    return listed(
        build(one, scheme=text(one, "scheme"), id=text(one, "id"), legal_name=text(one, "legalName")) for one in found
    )


def _address(at: Told) -> Told:
    named = first(text(at, "country"), text(at, "countryName"))
    return build(
        at,
        street_address=text(at, "streetAddress"),
        locality=text(at, "locality"),
        region=text(at, "region"),
        postal_code=text(at, "postalCode"),
        country=first(_country(at), named),
    )


def _country(address: Told) -> Told:
    for one in (text(address, "country"), text(address, "countryName")):
        if code := country_code(one.words):
            return constant(code, one)
    return NOTHING
