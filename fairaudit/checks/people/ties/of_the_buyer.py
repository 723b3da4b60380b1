"""What a buyer itself is to those who bid: its owner, its subcontractor, a bidder. That is asked once, of nobody in person."""

from collections.abc import Iterator

from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.people.ties.register_ties import plainly_called, words_of
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of


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
                yield Hit(at, OfTheBuyer(case.party_name(key), Clause(one.words)), key=one.bidder)
            asked.add(one.bidder)
    for hit in _in_registers(case, case.tender.buyer.id, set(field.ids) - asked):
        asked.add(hit.key)
        yield hit
    for bidder in field.ids:
        party = case.party(bidder)
        name = text_of((*party.path, "owners")) if party else "parties"
        if bidder not in asked and (party is None or party.owners is None):
            yield Unassessed(node, f"who owns {case.party_name(bidder)} is not given", (name,))


def _in_registers(case: Case, buyer: str, bidders: set[str]) -> Iterator[Hit[OfTheBuyer]]:
    """Yield each bidder of which a register has the buyer as owner or officer, once."""
    told = set[str]()
    for match in case.matches:
        if not match.holds or match.who.key != buyer or match.tie.end is not None:
            continue
        for other in match.others:
            if other.key in bidders - told:
                told.add(other.key)
                entered = words_of(match.tie, plainly_called(case, match)).removeprefix("is ")
                words = f"{entered} the bidder {case.party_name(other.key)}"
                yield Hit(
                    Node[object](match.path, None), OfTheBuyer(case.party_name(buyer), Clause(words)), key=other.key
                )
