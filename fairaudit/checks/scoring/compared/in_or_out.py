"""Bids of which it may be open whether they are in the contest, as sets that may count the other way than their status says."""

from collections.abc import Collection, Iterator

from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere
from fairaudit.checks.scoring.compared.prices import NOT_IN, Beside
from fairaudit.checks.scoring.evaluation_records import OUT, bid_with
from fairaudit.procurement.bidders.rivals import contest
from fairaudit.procurement.case import Case


def left_out(case: Case, lot: str | None, first: str | None, known: Collection[str | None]) -> Iterator[Beside]:
    """Yield bids that are out of a bid's contest and have a price but no points, one by one and then all together."""
    own = bid_with(case, first)
    here = contest(case, lot, own.round) if own else ()
    out = [one.id for one in here if one.status in OUT and one.id and one.id not in known and one.value]
    yield from (frozenset({one}) for one in out)
    if len(out) > 1:
        yield frozenset(out)


def maybe_out(case: Case, lot: str | None, first: str | None) -> Iterator[Beside]:
    """Yield bids in a bid's contest that records beside their status may put out, all together and then one by one."""
    own = bid_with(case, first)
    here = contest(case, lot, own.round) if own else ()
    doubtful = [one.id for one in here if one.status not in NOT_IN and one.id and out_elsewhere(case, one.id, lot)]
    if len(doubtful) > 1:
        yield frozenset(doubtful)
    yield from (frozenset({one}) for one in doubtful)
