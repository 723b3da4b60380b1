"""What the record dates before it can have been: a score of a bid, or a look at it, before that bid had come."""

from collections.abc import Iterator

from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.checks.timing.first_looks import scores_of_bids
from fairaudit.frozen import Frozen
from fairaudit.procurement.arrivals import came_after
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, receipt_of
from fairaudit.procurement.evaluation import Access, Change, Score
from fairaudit.procurement.node import Node
from fairaudit.procurement.rivals import in_rounds


class TooEarly(Frozen):
    """What must come first, and what is dated before it."""

    first: str
    start: Node[object]
    second: str
    end: Node[object]


def too_early(case: Case) -> Iterator[TooEarly]:
    """Yield the earliest score and the earliest look at each bid that are dated before that bid had come."""
    if not in_rounds(case) and not case.tender.rounds:
        # What came in a later round under the same id is not what was scored before.
        yield from _before_it_came(case)


def _before_it_came(case: Case) -> Iterator[TooEarly]:
    first: dict[tuple[str, bool], Score | Change | Access] = {}
    scores = [one for one, sure in scores_of_bids(case) if sure]
    for one in (*scores, *(case.evaluation.access_log or ())):
        key = (one.bid or "", isinstance(one, Access))
        if one.at and came_after(case, one.bid, one.at):
            best = first.get(key)
            if best is None or best.at is None or case.clock.rank(one.at) < case.clock.rank(best.at):
                first[key] = one
    bids = {one.id: one for one in reversed(case.bids)}
    for (bid, _), one in first.items():
        came = receipt_of(case, bids[bid])
        if isinstance(came, Limit):
            yield TooEarly(f"receipt of bid {bid_called(case, bid)}", came.at, _called(case, one), one.field("at"))


def _called(case: Case, one: Score | Change | Access) -> str:
    """Return how a record of a bid is called: what was done, by whom, for what."""
    who = one.person if isinstance(one, Access) else one.evaluator
    by = f" by {case.person_name(who)}" if who else ""
    if isinstance(one, Access):
        return f"look at bid {one.bid}{by}"
    what = f"{'score' if isinstance(one, Score) else 'changed score'} of bid {one.bid}"
    return f"{what}{f' for {one.criterion}' if one.criterion else ''}{by}"
