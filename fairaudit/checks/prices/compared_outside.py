"""Points for price that follow only where a bid that is out of the contest is compared with."""

from __future__ import annotations

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria_of_lots import lot_ids
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of
from fairaudit.checks.scoring.totals import compared_beside, reading_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node


class Outside(Frozen):
    """A bid that is out, what its status is, and the contest whose points for price follow only with its price."""

    bid: str
    status: str
    contest: str


@check
def prices_compared_in_the_contest(node: Node[Evaluation], case: Case) -> Found[Outside]:
    """Flag bids that are out of the contest, where the recorded points for price follow only if theirs are compared with."""
    if node.value.totals is None:
        yield Unassessed(node, "evaluation.totals is not given", ("evaluation.totals",))
        return
    for lot in lot_ids(case):
        for key in _compared(case, lot):
            bid = bid_with(case, key)
            if bid is not None:
                where = f"lot {lot}" if lot and len(case.lots) > 1 else "the contract"
                related = ((bid.field("value"), "its price"),)
                facts = Outside(bid_called(case, key), bid.status or "out", where)
                yield Hit(bid.field("status"), facts, related, "possible", f"{lot or ''}|{key}")


def _compared(case: Case, lot: str | None) -> tuple[str, ...]:
    """Return the bids that are out and are compared with by the convention that gives most of what is recorded."""
    if not any(is_out(case, one.id) for one in case.bids if one.id):
        return ()
    reading = reading_of(case, lot)
    if reading is None or reading.parts[1].way % 2 == 0:
        return ()
    scored = {one.bid for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == lot}
    every = scored | compared_beside(case, lot)
    return tuple(one.id for one in case.bids if one.id in every and one.id and is_out(case, one.id))
