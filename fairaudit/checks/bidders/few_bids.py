"""Contests in which one bid is left, or one was made."""

from fairaudit.checks.base import Found, Hit, Verb, check, compares_bidders
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import admitted, leads, lot_of, mixed_round, name_of, refused, rivals_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Award, Bid


class Field(Frozen):
    """Who is left in a lot, and who was turned away."""

    left: str
    refused: tuple[str, ...]


@check
@compares_bidders
def only_one_left(node: Node[Bid], case: Case, *, at_least: int) -> Found[Field]:
    """Flag a lot in which every bidder but one was turned away, `at_least` of them."""
    if not leads(case, node.value):
        return
    bids = [one for one in rivals_of(case, node.value) if _made(one)]
    if undecided := [one for one in bids if admitted(case, one) is None or one.status == "pending"]:
        yield lacking(undecided[0].field("status"))
        return
    left = {one.bidder: one for one in bids if admitted(case, one)}
    gone = {one.bidder: one for one in bids if refused(case, one) and one.bidder not in left}
    if len(left) != 1 or len(gone) < at_least:
        return
    if not case.holds_all("bids"):
        yield incomplete(node, "bids")
        return
    if unplaced := _unplaced(case, node.value):
        yield lacking(unplaced.field("lot"))
        return
    last = next(iter(left.values()))
    facts = Field(name_of(case, last), tuple(sorted(name_of(case, one) for one in gone.values())))
    related = tuple((one.field("status"), "turned away") for one in gone.values())
    yield Hit(last.node, facts, related, key=lot_of(case, last.lot) or "")


class Alone(Frozen):
    """The one bidder, of which lot where there are several; `is_alone` says so in the sentence."""

    bidder: str
    method: str
    lot: str | None
    is_alone: Verb


@check
def single_bid(node: Node[object], case: Case, *, methods: tuple[str, ...]) -> Found[Alone]:
    """Flag a lot with one bidder, or an award that counts one bid, although the method, one of `methods`, let others bid."""
    counted = [one for one in case.awards if one.number_of_bids is not None and one.status not in _VOID]
    alone = [one for one in case.bids if _is_alone(case, one)]
    if not case.gives("bids") and not counted:
        yield lacking(Node(("bids",), None))
        return
    method, one_bid = case.tender.procurement_method, [one for one in counted if one.number_of_bids == 1]
    if method is None and (alone or one_bid):
        yield lacking(Node(("tender", "procurement_method"), None))
    elif method in methods:
        for award in one_bid if not case.bids else ():
            named = ", ".join(case.party_name(key) for key in award.suppliers or ()) or "The winner"
            key = lot_of(case, award.lot) or ""
            facts = _alone(case, named, method, award.lot)
            yield Hit(award.field("number_of_bids"), facts, ((award.node, "the award"),), key=key)
        for bid in alone:
            if unplaced := _unplaced(case, bid):
                yield lacking(unplaced.field("lot"))
            elif case.holds_all("bids") or _counted_once(case, bid, one_bid):
                facts = _alone(case, name_of(case, bid), method, bid.lot)
                yield Hit(bid.node, facts, key=lot_of(case, bid.lot) or "")
            else:
                yield incomplete(bid.node, "bids")


def _alone(case: Case, bidder: str, method: str, lot: str | None) -> Alone:
    named = lot if len(case.lots) != 1 else None
    return Alone(bidder, method, named, Verb("is the only bidder" + (f" for lot {named}" if named else "")))


_VOID = ("cancelled", "unsuccessful")


def _is_alone(case: Case, bid: Bid) -> bool:
    """Whether a bid is the first of its lot and round, and all others there are of the same bidder."""
    bids = (one for one in rivals_of(case, bid) if _made(one))
    if next(bids, None) is not bid or any((one.bidder or one.path) != (bid.bidder or bid.path) for one in bids):
        return False
    return not _met_in_every_lot(case, bid)


def _met_in_every_lot(case: Case, bid: Bid) -> bool:
    """Whether a bid that does not say its lot has a rival whichever it is for."""
    mixed = mixed_round(case, bid) if lot_of(case, bid.lot) is None else None
    taken = {one.lot for one in mixed.placed if one.bidder != bid.bidder and _made(one)} if mixed else set()
    return bool(case.lots) and {one.id for one in case.lots} <= taken


def _unplaced(case: Case, bid: Bid) -> Bid | None:
    """Return a bid that does not say its lot, of which it is not known whether it competes for the lot of this one."""
    mixed = mixed_round(case, bid)
    if mixed is None:
        return None
    own = lot_of(case, bid.lot) is not None
    others = (one for one in (mixed.unplaced if own else mixed.placed) if one.bidder != bid.bidder and _made(one))
    other = next(others, None)
    return other if own or other is None else bid


def _made(bid: Bid) -> bool:
    return bid.status not in ("withdrawn", "invited")


def _counted_once(case: Case, bid: Bid, one_bid: list[Award]) -> bool:
    """Whether an award counts one bid for the lot of this one."""
    return any(lot_of(case, one.lot) in (lot_of(case, bid.lot), None) for one in one_bid)
