"""Checks of who wins: neither somebody that is shut out nor somebody that does not meet what is asked."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award, Bid, Exclusion
from fairaudit.procurement.model.told import tells


class Excluded(Frozen):
    """A provider that was found to be excluded and wins all the same, and the ground that is recorded."""

    party: str
    ground: str


@check
def excluded_wins(node: Node[Award], case: Case) -> Found[Excluded]:
    """Flag an award to a provider that is recorded as excluded, unless a public interest that overrides it is recorded."""
    award = node.value
    if award.status in ("cancelled", "unsuccessful"):
        return
    winners = award.suppliers or tuple(one for one in (case.once(_bidder_of).get(award.bid or ""),) if one)
    if not winners:
        yield Unassessed(node, "who wins is not given", (text_of((*node.path, "suppliers")),))
    for party in dict.fromkeys(winners):
        for one in case.once(_excluded).get(party, ()):
            facts = Excluded(case.party_name(party), one.ground or "no ground is recorded")
            yield Hit(node, facts, ((one.node, "where the exclusion is recorded"),), key=party)
    if case.procurement.exclusions is None:
        yield Unassessed(node, "whether providers were excluded is not given", ("exclusions",))


class Unmet(Frozen):
    """A winner that is recorded as not meeting something, and what."""

    party: str
    criteria: tuple[str, ...]


@check
def unmet_wins(node: Node[Award], case: Case) -> Found[Unmet]:
    """Flag an award to a bidder whose record says that it does not meet a condition of taking part, of a wish apart."""
    award = node.value
    if award.status in ("cancelled", "unsuccessful"):
        return
    asked = case.tender.selection_criteria
    wishes = {one.id for one in asked or () if one.mandatory is False and not one.disqualifies}
    bid = _winning(case, award)
    if bid is None or bid.conditions is None:
        if asked != ():
            yield lacking(award.field("bid") if bid is None else bid.field("conditions"))
        return
    judged = [one for one in bid.conditions if one.criterion is None or one.criterion not in wishes]
    unmet = [one for one in judged if one.met is False]
    if unmet:
        names = tuple(one.criterion or "a criterion that is not named" for one in unmet)
        facts = Unmet(case.party_name(bid.bidder) if bid.bidder else bid.id or "the winner", names)
        yield Hit(node, facts, tuple((one.field("met"), "recorded here") for one in unmet), key=bid.id or "")
    else:
        yield from (lacking(one.field("met")) for one in judged if one.met is None)


def _winning(case: Case, award: Award) -> Bid | None:
    """Return the bid that an award names, or the only one of its only supplier for its lot."""
    if award.bid is not None:
        return case.once(_bids_by_id).get(award.bid)
    if len(award.suppliers or ()) != 1:
        return None
    own = case.once(_bids_by_bidder).get((award.suppliers or ("",))[0], [])
    found = [one for one in own if award.lot is None or one.lot in (None, award.lot)]
    return found[0] if len(found) == 1 else None


def _bids_by_id(case: Case) -> dict[str, Bid]:
    return {one.id: one for one in case.bids if one.id}


def _bids_by_bidder(case: Case) -> dict[str, list[Bid]]:
    found: dict[str, list[Bid]] = {}
    for one in case.bids:
        if one.bidder:
            found.setdefault(one.bidder, []).append(one)
    return found


def _bidder_of(case: Case) -> dict[str, str | None]:
    return {one.id: one.bidder for one in case.bids if one.id}


def _excluded(case: Case) -> dict[str, list[Exclusion]]:
    """Return the exclusions that no public interest overrides, by the party that is shut out."""
    found: dict[str, list[Exclusion]] = {}
    for one in case.procurement.exclusions or ():
        if one.party and not tells(one.overriding):
            found.setdefault(one.party, []).append(one)
    return found
