"""Checks of the family `bids` about what two rivals have in common: people, owners, addresses."""

from collections.abc import Callable, Iterator
from itertools import chain

from fairaudit.analysis.names.substance import account_of, is_in_a_row, names_nobody
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check, compares_bidders
from fairaudit.checks.bidders.kinship.coholders import how_owned, is_slight, sold, with_shares
from fairaudit.checks.bidders.kinship.contacts import (
    Trait,
    contact_traits,
    in_common,
    of_somebodys_domain,
    without_other_rooms,
)
from fairaudit.checks.bidders.kinship.directors import directors_of
from fairaudit.checks.bidders.kinship.namesakes import (
    born_alike,
    is_name,
    name_traits,
    owns_most_of_both,
    perhaps_one,
    with_shares_by_name,
)
from fairaudit.checks.bidders.kinship.partners import firms_in_common, part_of_each_other, partner_traits
from fairaudit.checks.people.ties.to_bidders import ids_of_two
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, owners_of
from fairaudit.procurement.bidders.rivals import lot_of, lot_unsaid, may_compete, mixed_round, name_of, rivals_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.persons.identity import known_person, several_parties, several_people
from fairaudit.procurement.twice import numbers_in
from fairaudit.procurement.wanted import in_list


class InCommon(Frozen):
    """Two rivals, and what they have in common; `have` leads there, also to the one being an owner of the other."""

    first: str
    second: str
    shared: tuple[str, ...]
    have: Verb = Verb("have in common")


Traits = Callable[[Party, Case], Iterator[Trait]]


@check
@compares_bidders
def rivals_share_people(node: Node[Bid], case: Case) -> Found[InCommon]:
    """Flag rivals with the same director, owner, number in a register or bank account, or people of one name and birth month.

    A share below 5 per cent, or of nothing, is no common owner. A director counts by whoever wrote it down.
    """
    yield from _shared(node, case, ("people", "owners", "identifiers"), close_traits)


@check
@compares_bidders
def rivals_share_names(node: Node[Bid], case: Case) -> Found[InCommon]:
    """Flag rivals that list somebody of the same name under no common id, unless birth dates or numbers differ: a question."""
    yield from _shared(node, case, ("people", "owners"), name_traits)


@check
@compares_bidders
def rivals_share_contacts(node: Node[Bid], case: Case) -> Found[InCommon]:
    """Flag rivals with the same address, telephone number, e-mail address or domain that is not open to anybody."""
    yield from _shared(node, case, ("addresses", "contact_point", "domains"), contact_traits)


@check
@compares_bidders
def rivals_share_partners(node: Node[Bid], case: Case) -> Found[InCommon]:
    """Flag rivals whose bids rest on the same firm: a subcontractor or consortium member of both, or one that bids itself."""
    yield from _shared(node, case, ("subcontractors", "members"), partner_traits)


def _shared(node: Node[Bid], case: Case, fields: tuple[str, ...], traits_of: Traits) -> Found[InCommon]:
    bid = node.value
    if not _has_rivals(case, bid):
        return
    own = case.party(bid.bidder)
    if bid.bidder in case.once(several_parties):
        yield from (one for one in case.once(ids_of_two) if one.at.path[:1] == ("parties",))
        return
    given = own is not None and any(getattr(own, one) is not None for one in fields)
    if not given:
        at: Node[object] = own.field(fields[0]) if own else Node(("parties",), None)
        name = text_of(at.path)
        if own is None:
            name = in_list(case, "parties", bid.bidder) if bid.bidder else text_of((*bid.path, "bidder"))
        yield Unassessed(at, f"{name} is not given", (name,))
    if own is None or (not given and next(traits_of(own, case), None) is None):
        return
    holding = _holding(own, case, traits_of)
    for rival in _later_rivals(case, bid) if len(holding) > 1 else ():
        other = case.party(rival.bidder)
        common = _common(own, other, case, traits_of, other.id in holding) if other else {}
        if other is not None and common:
            first, second = sorted((name_of(case, bid), name_of(case, rival)))
            weak = traits_of is name_traits or lot_unsaid(case, bid, rival) is not None or _withdrawn(bid, rival)
            weak = weak or all(is_doubtful(case, key, own, other) for key in common)
            # A name alone weighs little, but where it is that of a firm with most of both.
            light = traits_of is name_traits and not any(owns_most_of_both(own, other, case, key) for key in common)
            facts = InCommon(first, second, *_told(case, (bid, rival), (own, other), common, traits_of))
            related = (
                (rival.field("bidder"), "the other bidder"),
                (own.node, "its details"),
                (other.node, "its details"),
            )
            key = "|".join(sorted((own.id or "", other.id or "")))
            yield Hit(bid.field("bidder"), facts, related, "possible" if weak else None, key, "low" if light else None)


def _common(own: Party, other: Party, case: Case, traits_of: Traits, like: bool) -> dict[tuple[str, str], str]:
    """Return in words, by kind and value, what two parties have in common; `like` says that some trait agrees."""
    common = in_common(traits_of(own, case), traits_of(other, case)) if like else {}
    if like and traits_of is close_traits:
        common = with_shares(case, common, own, other) | born_alike(own, other, case)
    if traits_of is contact_traits:
        common = of_somebodys_domain(without_other_rooms(common, own, other), own, other)
    if traits_of is partner_traits:
        common = firms_in_common(own, other, case, common)
    if traits_of is name_traits:
        said = {key: perhaps_one(own, other, case, key, words) for key, words in common.items()}
        common = {key: with_shares_by_name(own, other, case, key, words) for key, words in said.items() if words}
    return common


def is_doubtful(case: Case, key: tuple[str, str], own: Party, other: Party) -> bool:
    """Whether what two parties share may be nothing: somebody who left, an owner of little, a word or number typed for none."""
    if key[0] == "person" and case.person(key[1]) is None:
        # Where people are listed an id of none of them may be a word; where none are, `p1` can only be an id.
        return bool(case.people) or not any(one.isdigit() for one in key[1])
    typed = key[0] == "number" and is_in_a_row(key[1].rpartition(" ")[2])
    return typed or _left_one(case, key, own, other) or is_slight(case, key, own, other) or sold(case, key, own, other)


def _left_one(case: Case, key: tuple[str, str], own: Party, other: Party) -> bool:
    """Whether it is a person of both who left one of the two, by every record of their own about it."""
    person = known_person(case, key[1]) if key[0] == "person" else None
    ties = [*(person.employments or ()), *(person.interests or ())] if person else []
    day = case.tender.published.date if case.tender.published else case.today
    for party in (own, other):
        ends = [one.end_date for one in ties if one.party == party.id]
        if ends and day is not None and all(end is not None and end < day for end in ends):
            return True
    return False


def _holding(own: Party, case: Case, traits_of: Traits) -> set[str | None]:
    """Return the parties that share a trait with one, itself included; people of one name may be one by their birth, too."""
    holders = case.once(_HOLDERS[traits_of])
    found = {party for key, _ in traits_of(own, case) for party in holders[key]}
    if traits_of is close_traits:
        named = case.once(_name_holders)
        found |= {party for key, _ in name_traits(own, case) for party in named[key]} | {own.id}
    return found


def _has_rivals(case: Case, bid: Bid) -> bool:
    mixed = mixed_round(case, bid)
    more = () if mixed is None else mixed.unplaced if lot_of(case, bid.lot) else mixed.placed
    return any(one.bidder != bid.bidder for one in chain(rivals_of(case, bid), more))


def _close_holders(case: Case) -> dict[tuple[str, str], set[str | None]]:
    return _holders(case, close_traits)


def _name_holders(case: Case) -> dict[tuple[str, str], set[str | None]]:
    return _holders(case, name_traits)


def _contact_holders(case: Case) -> dict[tuple[str, str], set[str | None]]:
    return _holders(case, contact_traits)


def _partner_holders(case: Case) -> dict[tuple[str, str], set[str | None]]:
    return _holders(case, partner_traits)


def _holders(case: Case, traits_of: Traits) -> dict[tuple[str, str], set[str | None]]:
    """Return which parties have each trait, so that only those that share one are compared."""
    found: dict[tuple[str, str], set[str | None]] = {}
    for party in case.parties:
        for key, _ in traits_of(party, case):
            found.setdefault(key, set()).add(party.id)
    return found


def _later_rivals(case: Case, bid: Bid) -> list[Bid]:
    """Return the first bid of every other bidder, where this is the first of its own and comes before it."""
    firsts: dict[str, Bid] = {}
    for one in may_compete(case, bid):
        if one.bidder and (one.bidder not in firsts or (_withdrawn(firsts[one.bidder]) and not _withdrawn(one))):
            firsts[one.bidder] = one
    ordered = list(firsts.values())
    place = next((place for place, one in enumerate(ordered) if one is bid), None)
    return [] if place is None else ordered[place + 1 :]


def _withdrawn(*bids: Bid) -> bool:
    return any(one.status == "withdrawn" for one in bids)


def _owners_of_each_other(own: Party, other: Party, case: Case, common: dict[tuple[str, str], str]) -> tuple[str, ...]:
    """Take out of what two parties have in common that one is an owner of the other, and return it in words."""
    said: list[str] = []
    for above, below in ((own, other), (other, own)):
        if above.id and common.pop(("owner", above.id), None) is not None:
            part = how_owned(case, above.id, below)
            said.append(f"{case.party_name(above.id)} {part} {case.party_name(below.id or '')}")
    return tuple(said)


def _told(
    case: Case,
    bids: tuple[Bid, Bid],
    parties: tuple[Party, Party],
    common: dict[tuple[str, str], str],
    traits_of: Traits,
) -> tuple[tuple[str, ...], Verb]:
    """Return what two bidders have in common, and whose bid was withdrawn: who is out of the contest bids against nobody."""
    on_firms = traits_of is partner_traits
    each_other = part_of_each_other if on_firms else _owners_of_each_other
    tied, both = each_other(*parties, case, common), "both bids rest on" if on_firms else "have in common"
    shared = list(dict.fromkeys(common.values()))
    if tied and shared:
        shared[0] = f"{'' if on_firms else 'they '}{both} {shared[0]}"
    shared = [*tied, *shared]
    gone = [name_of(case, one) for one in bids if _withdrawn(one)]
    if gone:
        said = f"the bid of {gone[0]} was" if len(gone) == 1 else "both bids were"
        shared[-1] = f"{shared[-1]} ({said} withdrawn)"
    leading = "one is part of the other's bid:" if on_firms else "are tied to each other:"
    return tuple(shared), Verb(leading if tied else both)


def close_traits(party: Party, case: Case) -> Iterator[Trait]:
    """Yield the people, owners, register numbers and bank account of a party, by which it may be tied to another.

    An id that stands for two different people or parties ties nobody to anybody.
    """
    apart = {*case.once(several_people), *case.once(several_parties)}
    for person in party.people or ():
        if not is_name(case, person) and person not in apart and (case.person(person) or not names_nobody(person)):
            yield ("person", person), f"the person {case.person_name(person)}"
    for person in directors_of(party, case):
        if person not in apart:
            yield ("person", person), f"the person {case.person_name(person)}"
    for owner in owners_of(case, party):
        key = owner.person or owner.party
        if key and key not in apart and not (owner.share is not None and owner.share < LEAST_SHARE):
            name = owner.name or (case.person_name(key) if owner.person else case.party_name(key))
            yield ("person" if owner.person else "owner", key), f"the owner {name}"
    if party.id and party.id not in apart:
        yield ("owner", party.id), f"the owner {case.party_name(party.id)}"
    for number in party.identifiers or ():
        for scheme, bare in numbers_in((number,)):
            yield ("number", f"{scheme} {bare}"), f"the number {number.scheme} {number.id}"
    if account := account_of(party.bank_reference):
        yield ("bank", account), "the same bank account"


_HOLDERS: dict[Traits, Callable[[Case], dict[tuple[str, str], set[str | None]]]] = {
    close_traits: _close_holders,
    name_traits: _name_holders,
    contact_traits: _contact_holders,
    partner_traits: _partner_holders,
}
