"""How long each bidder had something in all: what several records say of one bidder at one time counts once."""

from collections.abc import Callable
from datetime import timedelta

from fairaudit.checks.base import Unassessed
from fairaudit.checks.reasons import ZONE, lacking, no_length, reversed_ends, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import meant, told
from fairaudit.procurement.times.deadlines import Limit, untimed


class Stretch(Frozen):
    """From when until when something was, and how long that is."""

    start: When
    stop: When
    span: timedelta


def stretch_of(case: Case, event: Event, *, by_days: bool = False) -> Stretch | Unassessed:
    """Return from when until when something was, or why that tells no length; only `by_days` may its ends be days."""
    if event.date is None or event.until is None:
        return lacking(event.field("date" if event.date is None else "until"))
    start, stop = Limit(event.date, event.field("date")), Limit(event.until, event.field("until"))
    bare = next((one for one in (start, stop) if one.when.time is None), None)
    if bare and not by_days:
        return unsure(event.node, untimed(bare))
    span = case.clock.gap(start.when, stop.when, end_second=True)
    if span is None:
        return unsure(event.node, ZONE)
    if span <= timedelta(0):
        return unsure(event.node, (reversed_ends if span else no_length)(start.at, stop.at))
    return Stretch(start.when, stop.when, span)


def lengths_of(case: Case, same: list[Event], *, by_days: bool = False) -> dict[str, timedelta] | Unassessed:
    """Return how long each bidder had something by some records, or why one of them does not tell.

    Two people or two accounts of one bidder at one time had that time once; what it had at other times counts together. Who
    bids for other lots alone is left out: what it had of this one puts nobody behind.
    """
    lot, bid_for = lot_of(case, same[0].lot), case.once(lots_bid_for)
    had: dict[str, list[tuple[When, When]]] = {}
    for one in same:
        stretch = stretch_of(case, one, by_days=by_days)
        if isinstance(stretch, Unassessed):
            return stretch
        for who in told(case, one).keys:
            if not may_bid_for(bid_for, who, lot):
                continue
            had.setdefault(who, []).append((stretch.start, stretch.stop))
    found: dict[str, timedelta] = {}
    for who, stretches in had.items():
        span = case.clock.covered(stretches)
        if span is None:
            return unsure(same[0].node, ZONE)
        found[who] = span
    return found


def may_bid_for(bid_for: dict[str, frozenset[str]], who: str, lot: str | None) -> bool:
    """Whether a bidder bids for a lot, as far as its bids say their lots."""
    return lot is None or who not in bid_for or lot in bid_for[who]


def at_ends(times: dict[str, timedelta]) -> tuple[set[str], set[str]]:
    """Return who had the longest and who the shortest time."""
    ends = max(times.values()), min(times.values())
    best, worst = ({who for who, span in times.items() if span == end} for end in ends)
    return best, worst


def lots_open(
    event: Event, case: Case, times: dict[str, timedelta], unlike: Callable[[timedelta, timedelta], bool]
) -> Unassessed | bool:
    """Whether times are unlike only perhaps, since no record says of which lot it is and not all bid for the same lots.

    Who bids for two lots may have had an hour for each. Where nobody is worse off by the time for each lot than somebody
    who bids for one of the same, the lot is what is missing.
    """
    lots = {who: case.once(lots_bid_for).get(who) for who in times}
    if len(case.lots) < 2 or (None not in lots.values() and len(set(lots.values())) == 1):
        return False
    best, worst = at_ends(times)
    for high in best:
        for low in worst:
            own, others = lots[high], lots[low]
            if own is None or others is None:
                return True
            if own & others and unlike(times[high] / len(own), times[low] / len(others)):
                return True
    return lacking(event.field("lot"))


def lots_bid_for(case: Case) -> dict[str, frozenset[str]]:
    """Return for which lots each bids all of whose bids say it."""
    found: dict[str, set[str | None]] = {}
    for bid in case.bids:
        if bid.bidder:
            found.setdefault(meant(case, bid.bidder), set()).add(bid.lot)
    return {who: frozenset(one for one in lots if one is not None) for who, lots in found.items() if None not in lots}
