"""The check of letters that tell bidders the outcome and are dated before the award was decided."""

from __future__ import annotations

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.sequence import award_dates, untold
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Summary
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.scalars import When


class ToldBefore(Frozen):
    """The bids whose letters tell a total or a place, the first day of these, and when the award was decided."""

    told_bids: tuple[str, ...]
    dated: When
    award_decided: When


@check
def outcome_told_after_award(node: Node[Evaluation], case: Case) -> Found[ToldBefore]:
    """Ask about letters with a total or a place that are dated before every award of their lot."""
    early: dict[str | None, list[Summary]] = {}
    for one in node.value.summaries or ():
        if one.total is None and one.rank is None:
            continue
        lot = lot_of(case, one.bid, one.lot)
        ends = award_dates(case, lot)
        if one.sent is None or not ends:
            name = f"{text_of(one.path)}.sent" if one.sent is None else "awards[0].date" if case.awards else "awards"
            yield Unassessed(one.node, f"{name} is not given", (name,))
            continue
        orders = [(end, surely_before(case, one.sent, end[2])) for end in ends]
        if all(order is True for _, order in orders):
            early.setdefault(lot, []).append(one)
        elif all(order is not False for _, order in orders):
            end, why = next((end, order) for end, order in orders if isinstance(order, str))
            yield untold(why, one.field("sent"), end[0])
    for lot, some in early.items():
        yield _hit(case, lot, some)


def _hit(case: Case, lot: str | None, some: list[Summary]) -> Hit[ToldBefore]:
    """Return one question about all letters of a lot that came early."""
    at, _, decided = award_dates(case, lot)[0]
    dated = next(one.sent for one in some if one.sent is not None)
    for one in some:
        dated = one.sent if one.sent is not None and case.clock.before(one.sent, dated) else dated
    bids = tuple(dict.fromkeys(bid_called(case, one.bid) for one in some))
    related = ((at, "when the award was decided"), *((one.node, "a further letter") for one in some[1:]))
    return Hit(some[0].field("sent"), ToldBefore(bids, dated, decided), related, "possible", lot or "")
