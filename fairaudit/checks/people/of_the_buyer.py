"""What a buyer itself is to those who bid: its owner, its subcontractor, a bidder. That is asked once, of nobody in person."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.ties import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node, text_of


class OfTheBuyer(Frozen):
    """Which buyer stands close to a bidder, and how."""

    buyer: str
    tie: str


@check
def buyer_behind_a_bidder(node: Node[object], case: Case) -> Found[OfTheBuyer]:
    """Flag a buyer that owns a bidder or part of it, works for it, or bids itself: a question about the case as a whole."""
    field = ground_of(case).bidders
    if case.tender.buyer is None or case.tender.buyer.id is None:
        yield Unassessed(node, "which party is the buyer is not given", ("tender.buyer.id",))
        return
    if field.missing:
        yield Unassessed(node, "who bids is not known", field.missing)
    asked = set()
    for key, standings in field.of_buyer.items():
        for one in standings:
            party = case.party(one.bidder)
            at = party.node if party else case.tender.buyer.node
            if one.bidder not in asked:
                yield Hit(at, OfTheBuyer(case.party_name(key), one.words), key=one.bidder)
            asked.add(one.bidder)
    for bidder in field.ids:
        party = case.party(bidder)
        name = text_of((*party.path, "owners")) if party else "parties"
        if bidder not in asked and (party is None or party.owners is None):
            yield Unassessed(node, f"who owns {case.party_name(bidder)} is not given", (name,))
