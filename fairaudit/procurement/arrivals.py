"""Whether a record of a bid is dated before that bid had come, which cannot be right."""

from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, receipt_of
from fairaudit.procurement.scalars import When


def came_after(case: Case, bid: str | None, when: When | None) -> bool:
    """Whether a bid surely came after a moment; one that is recorded more than once, after it each time."""
    receipts = case.once(_receipts).get(bid, ()) if bid and when is not None else ()
    return bool(receipts) and all(case.clock.reversed(one.when, when) for one in receipts)


def all_came_after(case: Case, when: When | None) -> bool:
    """Whether every bid surely came after a moment, and there are bids; where the time of one is not known, it is not sure."""
    receipts = [receipt_of(case, one) for one in case.bids]
    return bool(receipts) and all(isinstance(one, Limit) and case.clock.reversed(one.when, when) for one in receipts)


def _receipts(case: Case) -> dict[str | None, tuple[Limit, ...]]:
    """Return when each bid came, each time that it is recorded; a bid of which one time is not known is left out."""
    found: dict[str | None, list[object]] = {}
    for one in case.bids:
        found.setdefault(one.id, []).append(receipt_of(case, one))
    known = {key: tuple(one for one in each if isinstance(one, Limit)) for key, each in found.items()}
    return {key: one for key, one in known.items() if len(one) == len(found[key])}
