"""Whether a record of a bid is dated before that bid had come, which cannot be right."""

from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, receipt_of
from fairaudit.procurement.records import Bid
from fairaudit.procurement.scalars import When


def came_after(case: Case, bid: str | None, when: When | None) -> bool:
    """Whether a bid surely came after a moment; one that is recorded more than once, after it each time."""
    listed = case.once(_by_id).get(bid, ()) if bid else ()
    receipts = [receipt_of(case, one) for one in listed]
    return bool(receipts) and all(isinstance(one, Limit) and case.clock.reversed(one.when, when) for one in receipts)


def _by_id(case: Case) -> dict[str | None, tuple[Bid, ...]]:
    found: dict[str | None, tuple[Bid, ...]] = {}
    for one in case.bids:
        found[one.id] = (*found.get(one.id, ()), one)
    return found
