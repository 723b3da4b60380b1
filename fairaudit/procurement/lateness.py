"""How late a bid was, by its bidder's own deadline."""

from datetime import time, timedelta

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import NO_ZONE, Limit, Unclear, after, deadline_of, receipt_of
from fairaudit.procurement.node import text_of
from fairaudit.procurement.records import Bid


class Lateness(Frozen):
    """How long after its own deadline a bid came."""

    by: timedelta
    received: Limit
    deadline: Limit


def lateness(case: Case, bid: Bid) -> Lateness | Unclear | None:
    """Return how late a bid was by its bidder's own deadline, or `None` where it was in time."""
    received, deadline = receipt_of(case, bid), deadline_of(case, bid)
    if isinstance(received, Unclear):
        return received
    if isinstance(deadline, Unclear):
        return deadline
    late = after(case.clock, received, deadline, deadline=True)
    if late is False:
        return None
    if isinstance(late, Unclear):
        return late
    by = case.clock.gap(deadline.when, received.when, end_first=True)
    if by is None:
        return Unclear(NO_ZONE, ("tender.time_zone",))
    if timedelta(0) < by < timedelta(minutes=1) and deadline.when.time == time(23, 59):
        # Whoever writes 23:59 mostly means the end of the day.
        name = text_of(deadline.at.path)
        return Unclear(f"whether {name} is the beginning or the end of its last minute is not said", (name,))
    return Lateness(by or timedelta(days=1), received, deadline)
