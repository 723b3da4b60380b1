"""Whether a bid below a minimum stayed in while another was put out for missing the same one, which the documents leave open."""

from __future__ import annotations

from collections.abc import Callable

from fairaudit.checks.scoring.evaluation_records import PUT_OUT, bid_called, lot_of, plain
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score


def put_out_beside(case: Case, lot: str | None, missed: Callable[[str], tuple[Score, ...]]) -> str:
    """Return in words which bid of the lot missed the same minimum and is out; empty where none is.

    `missed` gives the scores by which a bid misses it, none where it does not.
    """
    for bid in case.bids:
        if bid.status not in PUT_OUT or bid.id is None or lot_of(case, bid.id, bid.lot) != lot:
            continue
        if scores := missed(bid.id):
            told = f" with {plain(scores[0].score)}" if len(scores) == 1 and scores[0].score is not None else ""
            return f"; {bid_called(case, bid.id)}, which missed it too{told}, is {bid.status}"
    return ""
