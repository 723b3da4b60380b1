"""Which law and which kind of contract a release states: only where it does so beyond doubt, else it is listed.

Codes are those of the UK extension as the Find a Tender service writes them, and of the techniques, covered-by and
legal-basis extensions of the standard.
"""

from __future__ import annotations

from fairaudit.sources.lawnames import packs_named
from fairaudit.sources.ocds.common import decimal_of, period
from fairaudit.sources.ocds.parties import buyer_party
from fairaudit.sources.ocds.told import NOTHING, Told, build, constant, first, group, groups, listed, text, texts

UNLIMITED = 1_000_000
_SPECIAL = {
    "lighttouch": "light_touch", "concession": "concession", "utilities": "utilities", "defence": "defence",
}  # fmt: skip
_BUYERS = {
    "publicAuthorityCentralGovernment": "central government",
    "publicAuthoritySubCentralGovernment": "sub-central",
    "publicUndertaking": "public undertaking",
    "privateUtility": "private utility",
}


def kind_of_procurement(release: Told, at: Told, buyer: Told) -> dict[str, Told]:
    """Return the fields of a tender that say which law it is under, and as what kind of procurement."""
    return {
        "law": law(at, buyer.get("country").words),
        "regime": regime(release, at),
        "covered_by": texts(at, "coveredBy"),
        "notices": notices(release, at),
        "framework": framework(at),
        "direct_award": direct_award(at),
        "reserved": reserved(at),
    }


def law(at: Told, country: str) -> Told:
    """Return the pack of the law that a tender's legal basis names, where that is unmistakable.

    Notices of British buyers carried the number of the European directive until the Act came: no law of theirs is that.
    """
    basis = group(at, "legalBasis")
    if not basis or basis.note:
        return basis if basis.note else NOTHING
    told = {name: text(basis, name).words for name in ("scheme", "id", "description", "title", "uri")}
    everything = " ".join(told.values())
    found = packs_named(told["scheme"], told["id"], everything)
    if len(found) == 1 and not (found == {"eu-2014-24"} and country.startswith("GB")):
        where = first(text(basis, "id"), text(basis, "description"), basis)
        return Told([constant(found.pop(), where)], where.path)
    if len(found) == 1:
        return basis.unusable("names a European directive, which is no law of a British buyer; say with --law which is")
    return basis.unusable("names no one law that is known here; say with --law which applies")


def regime(release: Told, at: Told) -> Told:
    """Return what a release states about the kind of contract: special regimes, the threshold, a framework it is under."""
    said = at.get("specialRegime")
    named = texts(at, "specialRegime") if isinstance(said.value, list) else Told([said], said.path)
    flags: dict[str, Told] = {}
    strays: list[Told] = []
    for one in named.all:
        field = _SPECIAL.get(one.words.lower().replace("-", "").replace("_", "")) if one.words else None
        if field:
            flags[field] = constant("true", one)
        elif one.words:
            strays.append(one)
    special = _joined(strays).noted("names no special regime that is known here") if strays else NOTHING
    over = _agreed(
        [text(one, "aboveThreshold") for one in (at, *groups(release, "awards"), *groups(release, "contracts"))]
    )
    devolved = _joined(
        [first(text(one, "description"), text(one, "id")) for one in _classes(release, "UK_CA_DEVOLVED_REGULATIONS")]
    )
    above = _parent_framework(release)
    where = next((one for one in (named, over, devolved, above) if one), at)
    return build(
        Told({}, where.path, named.note),
        **flags,
        special=special,
        above_threshold=over,
        devolved=devolved,
        call_off_of=above,
    )


def _joined(words: list[Told]) -> Told:
    given = [one for one in words if one.words]
    return constant(", ".join(one.words for one in given), given[0]) if given else NOTHING


def _agreed(values: list[Told]) -> Told:
    """Return what all values that are given say; where they differ, nothing but a note."""
    given = [one for one in values if one.words]
    other = next((one for one in given if one.words != given[0].words), None)
    return other.unusable("is said otherwise elsewhere in the release") if other else given[0] if given else NOTHING


def _classes(release: Told, scheme: str) -> list[Told]:
    """Return how the buyer is classified in a scheme."""
    details = group(buyer_party(release), "details")
    return [one for one in groups(details, "classifications") if text(one, "scheme").words == scheme]


def buyer_kind(release: Told) -> Told:
    """Return what kind of body the buyer is, where the UK codelist says so."""
    code = next((text(one, "id") for one in _classes(release, "UK_CA_TYPE")), NOTHING)
    if not code:
        return NOTHING
    kind = _BUYERS.get(code.words)
    return constant(kind, code) if kind else code.unusable("names no kind of buyer that is known here")


def _parent_framework(release: Told) -> Told:
    """Return the framework under which a contract is awarded, by what the release calls it."""
    for holder in (release, *groups(release, "contracts")):
        for one in groups(holder, "relatedProcesses"):
            if "framework" in {word.words for word in texts(one, "relationship").all}:
                return first(text(one, "title"), text(one, "identifier"), text(one, "id"))
    return NOTHING


def framework(at: Told) -> Told:
    """Return the framework agreement that a tender or its lots set up."""
    for holder in (at, *groups(at, "lots")):
        techniques = group(holder, "techniques")
        has = text(techniques, "hasFrameworkAgreement")
        terms = group(techniques, "frameworkAgreement")
        if has.words == "true" or (terms and not has):
            most = text(terms, "maximumParticipants")
            return build(
                terms or techniques,
                set_up=constant("true", has or terms),
                suppliers=NOTHING if (decimal_of(most) or 0) >= UNLIMITED else most,
                period=period(group(terms, "period")),
                reason=text(terms, "periodRationale"),
                open=text(terms, "isOpenFrameworkScheme"),
                mechanism=first(text(terms, "method"), text(terms, "description")),
            )
        if terms.note:
            return terms
    return NOTHING


def direct_award(at: Told) -> Told:
    """Return the ground of an award without competition: only a limited procedure has one."""
    if text(at, "procurementMethod").words not in ("limited", "direct"):
        return NOTHING
    grounds = groups(at, "procurementMethodRationaleClassifications")
    ground = first(text(grounds[0], "description"), text(grounds[0], "id")) if len(grounds) == 1 else NOTHING
    why = text(at, "procurementMethodRationale")
    where = next((one for one in (ground, why) if one), at)
    return build(Told({}, where.path), ground=ground, explanation=why)


def reserved(at: Told) -> Told:
    """Return for whom a competition is kept."""
    said = texts(group(at, "otherRequirements"), "reservedParticipation")
    words = ", ".join(one.words for one in said.all if one.words)
    return build(Told({}, said.path, said.note), organisations=constant(words, said) if words else NOTHING)


def notices(release: Told, at: Told) -> Told:
    """Return the documents of planning, tender, awards and contracts that are notices, each with what it is about."""
    found = []
    holders = [(group(release, "planning"), NOTHING), (at, NOTHING)]
    holders += [(one, text(one, "id")) for one in groups(release, "awards")]
    holders += [(one, text(one, "awardID")) for one in groups(release, "contracts")]
    for holder, award in holders:
        for document in groups(holder, "documents"):
            kind = text(document, "noticeType")
            if kind or text(document, "documentType").words.endswith("Notice"):
                found.append(
                    build(
                        document,
                        id=text(document, "id"),
                        kind=first(kind, text(document, "documentType")),
                        award=award,
                        published=text(document, "datePublished"),
                        url=text(document, "url"),
                    )
                )
    return listed(found)
