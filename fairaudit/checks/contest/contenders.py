"""The bids that a lot's contest is between, as they are recorded."""

from __future__ import annotations

from fairaudit.checks.base import Unassessed
from fairaudit.checks.contest.cells import Cells
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import worth
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called
from fairaudit.procurement.bidders.rivals import contest as contest_of
from fairaudit.procurement.bidders.rivals import lot_of, mixed_round
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.wanted import in_list

_WAITING = frozenset({"invited", "pending"})


def by_price_alone(case: Case, lot: str | None) -> bool:
    """Whether the bids of a lot are compared by their prices alone, so that nobody scores anything."""
    weighed = [one for one in leaves_for(case, lot) if worth(one) != 0]
    return bool(weighed) and all(one.is_price for one in weighed)


def bids_of(case: Case, lot: str | None, cells: Cells) -> dict[str, Bid | None] | Unassessed:
    """Return the bids of a lot by id in the order of the case; where no bids are given, those that were scored."""
    scored = tuple(cells.scored.get(lot, ())) or cells.bids(lot)
    if not case.bids:
        return dict.fromkeys(scored)
    known = {one.id: one for one in case.bids}
    if not scored and by_price_alone(case, lot):
        scored = tuple(one.id for one in case.bids if one.id and lot_of(case, one.lot) in (None, lot))
    rounds = {known[one].round for one in scored if one in known}
    if len(rounds) > 1:
        names = tuple(f"{text_of(known[one].path)}.round" for one in scored if one in known)
        return Unassessed(case.evaluation.node, "the bids that are compared are of several rounds", names)
    strange = next((one for one in scored if one not in known), None)
    if strange is not None:
        lacking = in_list(case, "bids", f"bid {strange}")
        return Unassessed(case.evaluation.node, f"the bid {strange} is not among the bids given", (lacking,))
    here = contest_of(case, lot, next(iter(rounds)))
    mixed = mixed_round(case, here[0]) if here and lot is not None else None
    silent = [one for one in mixed.unplaced if one.status not in OUT | _WAITING] if mixed else []
    if silent:
        names = tuple(f"{text_of(one.path)}.lot" for one in silent)
        reason = f"which lot {bid_called(case, silent[0].id)} is for is not given"
        return Unassessed(case.evaluation.node, reason, names)
    return {one.id: one for one in here if one.id and one.status not in _WAITING}
