"""The check of awards of a lot to a bid that is for another lot."""

from __future__ import annotations

from fairaudit.checks.awards.lot_limits import NO_AWARD
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Award


class Crossed(Frozen):
    """A lot that is awarded, the bid that the award names, and the lot that this bid is for."""

    lot: str
    bid: str
    bid_lot: str


@check
def awards_name_bids_of_their_lot(node: Node[Award], case: Case) -> Found[Crossed]:
    """Flag an award of one lot to a bid that is for another; where a lot is not among those given, it is a question."""
    award = node.value
    if award.lot is None or award.bid is None or award.status in NO_AWARD:
        return
    bids = [one for one in case.bids if one.id == award.bid]
    if not bids or any(one.lot in (None, award.lot) for one in bids):
        return
    first = bids[0]
    known = {one.id for one in case.lots}
    facts = Crossed(award.lot, bid_called(case, award.bid), first.lot or "")
    related = ((first.field("lot"), "the lot of the bid"),)
    yield Hit(award.field("bid"), facts, related, maybe(not {award.lot, first.lot} <= known), award.id or award.lot)
