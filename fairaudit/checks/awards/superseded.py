"""Whether a bid was followed by a later one of the same bidder, in a later round of the same contest."""

from __future__ import annotations

from fairaudit.checks.scoring.evaluation_records import is_out, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid


def later_bid(case: Case, bid: Bid) -> Bid | None:
    """Return the last bid of a bid's bidder in a later round, for the same lot, that is not out of the contest."""
    if bid.bidder is None or bid.round is None:
        return None
    lot = lot_of(case, bid.id, bid.lot)
    own = (one for one in case.bids if one.bidder == bid.bidder and lot_of(case, one.id, one.lot) == lot)
    later = [one for one in own if _is_later(case, bid, one) and not is_out(case, one.id)]
    return next((one for one in later if not any(_is_later(case, one, other) for other in later)), None)


def _is_later(case: Case, bid: Bid, other: Bid) -> bool:
    """Whether another bid is of a later round: by when both were received, else by the order in which rounds began."""
    if other.round in (None, bid.round):
        return False
    if bid.received is not None and other.received is not None:
        return case.clock.before(bid.received, other.received) is True
    began = {one.id: one.start_date for one in case.tender.rounds or ()}
    first, second = began.get(bid.round), began.get(other.round)
    return first is not None and second is not None and case.clock.before(first, second) is True
