"""The firms that two bids both rest on: a subcontractor or consortium member of both, or one that bids itself."""

from collections.abc import Iterator

from fairaudit.analysis.names import organisation_name, same_organisation_name
from fairaudit.analysis.names.substance import says_nothing
from fairaudit.checks.bidders.kinship.contacts import Trait
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.persons.identity import several_parties
from fairaudit.procurement.twice import numbers_of, other_number


def partner_traits(party: Party, case: Case) -> Iterator[Trait]:
    """Yield the firms a bid rests on, by id, by their numbers in registers, and by name where no number tells more."""
    yield from _firms((*_others(party), *((party.id,) if party.id else ())), case)


def _others(party: Party) -> tuple[str, ...]:
    return (*(party.subcontractors or ()), *(party.members or ()))


def _firms(keys: tuple[str, ...], case: Case) -> Iterator[Trait]:
    for key in keys:
        if key in case.once(several_parties):
            continue
        known, name = case.party(key), case.party_name(key)
        if says_nothing(name) and not (known and numbers_of(known)):
            continue  # `none`, `as per bid`, `various SMEs`: no firm.
        yield ("firm", key), name
        numbers = sorted(numbers_of(known)) if known else []
        yield from ((("number", " ".join(one)), name) for one in numbers)
        if core := organisation_name(name).core:
            yield ("name", " ".join(core)), f"a firm named {' '.join(name.split())}"


def _partners(party: Party, case: Case, core: str) -> list[tuple[str, Party | None]]:
    """Return the firms with some name that a bid rests on, with what is recorded of each."""
    keys = (*(party.subcontractors or ()), *(party.members or ()), *((party.id,) if party.id else ()))
    called = [(case.party_name(key), case.party(key)) for key in keys]
    return [(name, known) for name, known in called if " ".join(organisation_name(name).core) == core]


def _named_alike(own: Party, other: Party, case: Case, core: str) -> bool:
    """Whether firms of one name may be one: no legal form, and no number in a register, says otherwise."""
    return any(
        same_organisation_name(name, its) and not (known and theirs and other_number(known, theirs))
        for name, known in _partners(own, case, core)
        for its, theirs in _partners(other, case, core)
    )


def firms_in_common(
    own: Party, other: Party, case: Case, common: dict[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    """Return the firms two bids rest on, each once: a name says nothing more where an id or a number does."""
    common = {key: words for key, words in common.items() if not _is_of_themselves(own, other, case, key)}
    sure = {key: words for key, words in common.items() if key[0] != "name"}
    told = {organisation_name(words).core for words in sure.values()}
    named = {
        key: words
        for key, words in common.items()
        if key[0] == "name" and tuple(key[1].split()) not in told and _named_alike(own, other, case, key[1])
    }
    return sure | named


def part_of_each_other(own: Party, other: Party, case: Case, common: dict[tuple[str, str], str]) -> tuple[str, ...]:
    """Take out of what two bids rest on that one bidder is part of the other's bid, and return it in words."""
    said: dict[str, None] = {}
    for whole, part in ((own, other), (other, own)):
        itself = dict(_firms((part.id,) if part.id else (), case))
        for keys, words in (
            (whole.members, "a member of the consortium of"),
            (whole.subcontractors, "a subcontractor of"),
        ):
            its = dict(_firms(keys or (), case))
            for key in [key for key in common if key in itself and key in its]:
                named = common.pop(key)
                said[f"{named} bids itself and is {words} {case.party_name(whole.id or '')}"] = None
    return tuple(said)


def _is_of_themselves(own: Party, other: Party, case: Case, key: tuple[str, str]) -> bool:
    """Whether what agrees is a number or name of the two bidders themselves: no third firm, and another rule's business."""
    return all(key not in dict(_firms(_others(party), case)) for party in (own, other))
