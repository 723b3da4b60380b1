"""Points for price that follow only where a bid that is out of the contest is compared with."""

from __future__ import annotations

from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.scoring.compared.out_elsewhere import Place, out_elsewhere, put_out
from fairaudit.checks.scoring.criteria.of_lots import lot_ids
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, is_out, lot_of
from fairaudit.checks.scoring.totals.totals import compared_beside, counted_though_out, reading_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid


class Outside(Frozen):
    """A bid that is out or may be, the contest whose points for price follow only if it counts or does not, and why it is out.

    `is_compared` is `is` or `is not`; `because` is what the record says of the bid.
    """

    bid: str
    is_compared: str
    because: Clause
    contest: str


@check
def prices_compared_in_the_contest(node: Node[Evaluation], case: Case) -> Found[Outside]:
    """Flag bids that are out of the contest, where the recorded points for price follow only if theirs are compared with.

    Out is also what a record beside its status puts out. A bid that no record puts out, that stands in no list of the lot, and
    with whose price nothing that is recorded follows, is flagged as well.
    """
    if node.value.totals is None:
        yield Unassessed(node, "evaluation.totals is not given", ("evaluation.totals",))
        return
    for lot in lot_ids(case):
        where = f"lot {lot}" if lot and len(case.lots) > 1 else "the contract"
        for key in _compared(case, lot):
            if (bid := bid_with(case, key)) is not None:
                because = Clause(f"which is recorded as {bid.status or 'out'}")
                yield _hit(case, bid, lot, Outside(bid_called(case, key), "is", because, where))
        for key in counted_though_out(case, lot):
            if (bid := bid_with(case, key)) is not None:
                yield _hit(case, bid, lot, Outside(bid_called(case, key), "is", _told(put_out(case, key, lot)), where))
        for key in sorted(compared_beside(case, lot)):
            bid = bid_with(case, key)
            if bid is not None and not is_out(case, key) and not put_out(case, key, lot):
                places = out_elsewhere(case, key, lot)
                yield _hit(case, bid, lot, Outside(bid_called(case, key), "is not", _told(places), where))


def _told(places: tuple[Place, ...]) -> Clause:
    """Say what may put a bid out of the contest."""
    return Clause("which may be out: there is " + " and ".join(f"{words} ({text_of(at.path)})" for at, words in places))


def _hit(case: Case, bid: Bid, lot: str | None, facts: Outside) -> Hit[Outside]:
    at = bid.field("status") if is_out(case, bid.id) else bid.node
    places = () if is_out(case, bid.id) else out_elsewhere(case, bid.id, lot)
    related = ((bid.field("value"), "its price"), *places)
    return Hit(at, facts, related, "possible", f"{lot or ''}|{bid.id}")


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
