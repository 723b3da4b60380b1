"""Whether a bid below a minimum stayed in while another was put out for missing the same one, which the documents leave open."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.checks.scoring.criterion_tree import Question
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, plain
from fairaudit.procurement.case import Case

_PUT_OUT = frozenset({"rejected", "disqualified", "excluded"})


def put_out_beside(case: Case, question: Question, lot: str | None) -> str:
    """Return in words which bid of the lot missed the same minimum and is out, with what score; empty where none is."""
    from fairaudit.checks.scoring.minimum_scores import reached_by, readings_of, yard_of

    minimum = question.criterion.minimum_score or Decimal(0)
    for bid in case.bids:
        if bid.status not in _PUT_OUT or bid.id is None or lot_of(case, bid.id, bid.lot) != lot:
            continue
        own = reached_by(case, question, bid.id, lot)
        readings = readings_of(question, minimum, yard_of(question))
        if own is not None and readings and all(one.missed(own.high) for one in readings):
            score = own.scores[0].score
            beside = f" with {plain(score)}" if score is not None and own.agreed and len(own.scores) == 1 else ""
            return f"; {bid_called(case, bid.id)}, which missed it too{beside}, is {bid.status}"
    return ""
