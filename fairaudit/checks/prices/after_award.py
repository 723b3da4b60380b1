"""The check of adjustments of prices that are dated after the award was decided."""

from __future__ import annotations

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.beside_awards import after_awards
from fairaudit.checks.scoring.evaluation_records import bid_called, plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When


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
    amounts = [one for one in node.value.price_adjustments if one.amount]
    for late in after_awards(case, amounts, "at", lambda one: one.at):
        if isinstance(late, Unassessed):
            yield late
            continue
        bids = dict.fromkeys(
            f"{bid_called(case, one.bid)} by {plain(one.amount)}" for one in late.records if one.amount
        )
        facts = AdjustedLate(tuple(bids), late.dated, late.decided)
        yield Hit(late.records[0].field("at"), facts, late.related("a further adjustment"), key=late.lot)
