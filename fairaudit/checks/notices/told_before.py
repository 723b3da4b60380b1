"""The check of letters that tell bidders the outcome and are dated before the award was decided."""

from __future__ import annotations

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.beside_awards import before_awards
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When


class ToldBefore(Frozen):
    """The bids whose letters tell a total or a place, the first day of these, and when the award was decided."""

    told_bids: tuple[str, ...]
    dated: When
    award_decided: When


@check
def outcome_told_after_award(node: Node[Evaluation], case: Case) -> Found[ToldBefore]:
    """Ask about letters with a total or a place that are dated before every award of their lot."""
    telling = [one for one in node.value.summaries or () if one.total is not None or one.rank is not None]
    for early in before_awards(case, telling, "sent", lambda one: one.sent):
        if isinstance(early, Unassessed):
            yield early
            continue
        bids = tuple(dict.fromkeys(bid_called(case, one.bid) for one in early.records))
        facts = ToldBefore(bids, early.dated, early.decided)
        yield Hit(early.records[0].field("sent"), facts, early.related("a further letter"), "possible", early.lot)
