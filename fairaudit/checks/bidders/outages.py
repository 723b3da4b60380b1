"""Outages of the portal at the deadline: which bids met one, by their own record or by an event, and which were refused."""

from datetime import timedelta

from fairaudit.analysis.outagehours import hours_said, spans
from fairaudit.checks.base import Found, Hit, check
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, name_of, refused_as_late
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.received.recipients import reaches
from fairaudit.procurement.times.deadlines import Limit, deadline_of, receipt_of

_SOON = timedelta(days=1)
"""How long after the end of an outage a bid may be late because of it; a heuristic."""


class Outage(Frozen):
    """Whose bid was refused as late, and what is recorded about the portal."""

    bidder: str
    outage: str


@check
def refused_despite_outage(node: Node[Bid], case: Case) -> Found[Outage]:
    """Flag a bid refused as late although an outage of the portal is recorded for it, or by an event that covers its deadline."""
    bid = node.value
    if not refused_as_late(case, bid):
        return
    if bid.outage and tells(bid.outage) is not False:
        yield Hit(bid.field("status"), Outage(name_of(case, bid), bid.outage), ((bid.field("outage"), "the outage"),))
    elif met := outages_met(case, bid):
        related = tuple((one.event.node, "the outage") for one in met)
        yield Hit(bid.field("status"), Outage(name_of(case, bid), _as_told(met[0])), related)


class Down(Frozen):
    """An outage that is recorded by an event; without an end it lasts to the end of its day."""

    event: Event
    since: When
    until: When


def may_have_met(case: Case, bid: Bid) -> bool:
    """Whether a bid may have come late because of an outage, also by what can be read two ways."""
    return tells(bid.outage) is not False or bool(outages_met(case, bid))


def told_of(case: Case, bid: Bid) -> bool | None:
    """Whether the record of a bid says that the portal failed; `None` also where its hours do not hold the bid's deadline."""
    return None if at_other_hours(case, bid) else tells(bid.outage)


def at_other_hours(case: Case, bid: Bid) -> bool:
    """Whether the record of a bid gives hours of an outage of the portal between which the bid's deadline does not lie."""
    if not bid.outage or not tells(bid.outage) or hours_said(bid.outage) is None:
        return False
    deadline = deadline_of(case, bid)
    timed = isinstance(deadline, Limit) and deadline.when.time is not None
    local = case.clock.local(deadline.when) if isinstance(deadline, Limit) and timed else None
    return local is None or not spans(bid.outage, local)


def came_during(case: Case, bid: Bid) -> bool:
    """Whether a bid records an outage of its own, or came in during one that covers its deadline."""
    if told_of(case, bid):
        return True
    received = receipt_of(case, bid)
    return isinstance(received, Limit) and any(
        case.clock.before(one.until, received.when, end_first=True, end_second=True) is not True
        for one in outages_met(case, bid)
    )


def outages_met(case: Case, bid: Bid) -> tuple[Down, ...]:
    """Return the outages that cover the deadline of a bid, where the bid did not come long after they were over."""
    downs, deadline = case.once(_downs), deadline_of(case, bid)
    if not downs or not isinstance(deadline, Limit):
        return ()
    return tuple(one for one in downs if _covers(case, one, deadline) and _meets(case, one, bid))


def _downs(case: Case) -> tuple[Down, ...]:
    found = ((one, one.date) for one in case.events if one.kind == "outage")
    return tuple(Down(one, since, _end(case, one, since)) for one, since in found if since)


def _end(case: Case, event: Event, since: When) -> When:
    """Return when an outage was over, with its day where that is not told; an end before the beginning tells nothing."""
    return event.until if event.until and not case.clock.reversed(since, event.until) else When(since.date)


def _covers(case: Case, down: Down, deadline: Limit) -> bool:
    """Whether an outage had begun by a deadline and was not over."""
    begun = case.clock.before(deadline.when, down.since, end_first=True) is False
    return begun and case.clock.before(down.until, deadline.when, end_first=True, end_second=True) is False


def _meets(case: Case, down: Down, bid: Bid) -> bool:
    """Whether an outage may be a bidder's, for the lot of its bid, and the bid came soon enough after it."""
    event = down.event
    if bid.bidder and reaches(case, event, bid.bidder) is False:
        return False
    if event.lot is not None and lot_of(case, bid.lot) not in (event.lot, None):
        return False
    received = receipt_of(case, bid)
    since = case.clock.gap(down.until, received.when, end_first=True) if isinstance(received, Limit) else None
    return since is None or since <= _SOON


def _as_told(down: Down) -> str:
    """Return what is told of an outage, with its times."""
    event = down.event
    told = event.text or event.topic or event.reason
    times = " to ".join(one.in_words() for one in (event.date, event.until) if one)
    return f"{told} ({times})" if told else times
