"""How late a bid was, by its bidder's own deadline."""

from datetime import time, timedelta

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.times.deadlines import NO_ZONE, Limit, Unclear, after, deadline_of, receipt_of

_OF_A_ZONE = (NO_ZONE, ("tender.time_zone",))


class Lateness(Frozen):
    """How long after its own deadline a bid came."""

    by: timedelta
    received: Limit
    deadline: Limit
    at_least: bool = False
    """Whether it may have been later still: which instant a local time means, or in which zone it was, is not told."""


def lateness(case: Case, bid: Bid) -> Lateness | Unclear | None:
    """Return how late a bid was by its bidder's own deadline, or `None` where it was in time."""
    received, deadline = receipt_of(case, bid), deadline_of(case, bid)
    if isinstance(received, Unclear):
        return received
    if isinstance(deadline, Unclear):
        return deadline
    twice = _written_twice(case, received, deadline)
    if twice and received.when == deadline.when:
        # Written alike, the two may still be an hour apart.
        return twice
    late = after(case.clock, received, deadline, deadline=True)
    if late is False:
        return None
    if isinstance(late, Unclear):
        return twice or late
    by = case.clock.gap(deadline.when, received.when, end_first=True)
    if by is None:
        least = case.clock.bounds(received.when)[0] - case.clock.bounds(deadline.when, True)[1]
        # Late by every reading: how much is told by that which is kindest to the bidder.
        return Lateness(least, received, deadline, True) if least > timedelta(0) else twice or Unclear(*_OF_A_ZONE)
    if timedelta(0) < by < timedelta(minutes=1) and deadline.when.time == time(23, 59):
        # Whoever writes 23:59 mostly means the end of the day.
        name = text_of(deadline.at.path)
        return Unclear(f"whether {name} is the beginning or the end of its last minute is not said", (name,))
    return Lateness(by or timedelta(days=1), received, deadline)


def _written_twice(case: Case, *limits: Limit) -> Unclear | None:
    """Return which of some local times a change of the clocks repeats or leaves out, so that it may be either of two."""
    for one in limits:
        if trouble := case.clock.trouble(one.when):
            return Unclear(trouble, (f"{text_of(one.at.path)} (with its offset)",))
    return None
