"""The check of adjustments of prices that are dated after the award was decided."""

from __future__ import annotations

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.sequence import award_dates, untold
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, plain
from fairaudit.checks.scoring.scoring_times import surely_before
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, PriceAdjustment
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.scalars import When


class AdjustedLate(Frozen):
    """Bids whose prices are recorded as adjusted after the award, the first day of that, and when the award was decided."""

    adjusted: tuple[str, ...]
    dated: When
    award_decided: When


@check
def adjustments_precede_award(node: Node[Evaluation], case: Case) -> Found[AdjustedLate]:
    """Flag adjustments of prices that are dated after every award of their lot was decided; an amount of 0 changed nothing."""
    if node.value.price_adjustments is None:
        yield Unassessed(node, "evaluation.price_adjustments is not given", ("evaluation.price_adjustments",))
        return
    late: dict[str | None, list[PriceAdjustment]] = {}
    for one in node.value.price_adjustments:
        if not one.amount:
            continue
        lot = lot_of(case, one.bid, one.lot)
        ends = award_dates(case, lot)
        if one.at is None or not ends:
            name = f"{text_of(one.path)}.at" if one.at is None else "awards[0].date" if case.awards else "awards"
            yield Unassessed(one.node, f"{name} is not given", (name,))
            continue
        orders = [(end, surely_before(case, end[2], one.at)) for end in ends]
        if all(order is True for _, order in orders):
            late.setdefault(lot, []).append(one)
        elif all(order is not False for _, order in orders):
            end, why = next((end, order) for end, order in orders if isinstance(order, str))
            yield untold(why, one.field("at"), end[0])
    for lot, some in late.items():
        yield _hit(case, lot, some)


def _hit(case: Case, lot: str | None, some: list[PriceAdjustment]) -> Hit[AdjustedLate]:
    """Return one finding about all adjustments of a lot that came late."""
    bids = dict.fromkeys(f"{bid_called(case, one.bid)} by {plain(one.amount)}" for one in some if one.amount)
    at, _, decided = award_dates(case, lot)[0]
    dated = next(one.at for one in some if one.at is not None)
    for one in some:
        dated = one.at if one.at is not None and case.clock.before(one.at, dated) else dated
    related = ((at, "when the award was decided"), *((one.node, "a further adjustment") for one in some[1:]))
    return Hit(some[0].field("at"), AdjustedLate(tuple(bids), dated, decided), related, key=lot or "")
