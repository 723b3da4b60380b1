"""Whether a record of a bid is dated before that bid had come, which cannot be right."""

from fairaudit.procurement.bidders.rivals import in_rounds
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.deadlines import Limit, Unclear, receipt_of
from fairaudit.procurement.times.lot_ends import lots_end_apart


def came_after(case: Case, bid: str | None, when: When | None) -> bool:
    """Whether a bid surely came after a moment; one that is recorded more than once, after it each time.

    A record that names no bid is of one of them, and all must have come later; where bids came in rounds, or lots end apart, it
    may be of one that is not given.
    """
    if when is None:
        return False
    if not bid:
        apart = case.tender.rounds or in_rounds(case) or lots_end_apart(case)
        return not apart and all_came_after(case, when)
    return its_came_after(case, bid, when)


def its_came_after(case: Case, bid: str | None, when: When | None) -> bool:
    """Whether a bid that is named, by its id or by that of a bidder, surely came after a moment."""
    receipts = case.once(_receipts).get(bid, ()) if bid and when is not None else ()
    return bool(receipts) and all(case.clock.reversed(one.when, when) for one in receipts)


def all_came_after(case: Case, when: When | None) -> bool:
    """Whether every bid surely came after a moment, and there are bids; where the time of one is not known, it is not sure."""
    receipts = case.once(_every_receipt)
    return bool(receipts) and all(isinstance(one, Limit) and case.clock.reversed(one.when, when) for one in receipts)


def dated_too_early(at: Node[object], what: str) -> Unclear:
    """Return why what was done to a bid tells nothing where it is dated before that bid had come."""
    reason = f"{what} is dated before the bid had come, so that one of the two dates is wrong"
    return Unclear(reason, (f"{text_of(at.path)} (the right one)",))


def _every_receipt(case: Case) -> tuple[Limit | Unclear, ...]:
    return tuple(receipt_of(case, one) for one in case.bids)


def _receipts(case: Case) -> dict[str | None, tuple[Limit, ...]]:
    """Return when each bid came, each time that it is recorded; a bid of which one time is not known is left out.

    Some records name a bid by its bidder, which means any of the bids it made.
    """
    found: dict[str | None, list[Limit | Unclear]] = {}
    ids = {one.id for one in case.bids}
    for one in case.bids:
        for key in {one.id, None if one.bidder in ids else one.bidder} - {None}:
            found.setdefault(key, []).append(receipt_of(case, one))
    known = {key: tuple(one for one in each if isinstance(one, Limit)) for key, each in found.items()}
    return {key: one for key, one in known.items() if len(one) == len(found[key])}
