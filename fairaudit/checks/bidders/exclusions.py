"""Checks of exclusions: whoever is shut out does not win."""

from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.records import Award, Exclusion


class Excluded(NamedTuple):
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


def _bidder_of(case: Case) -> dict[str, str | None]:
    return {one.id: one.bidder for one in case.bids if one.id}


def _excluded(case: Case) -> dict[str, list[Exclusion]]:
    """Return the exclusions that no public interest overrides, by the party that is shut out."""
    found: dict[str, list[Exclusion]] = {}
    for one in case.procurement.exclusions or ():
        if one.party and not (one.overriding or "").strip():
            found.setdefault(one.party, []).append(one)
    return found
