"""Until when each bidder could bid, and from when it could read the documents; each moment with the node it comes from.

A bidder's own deadline is the one its bid records, else the end of its round, else the published one as amended for
this bidder; an extension that reached the bidder moves it further. Instants are compared, never their spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.records import Bid, Event
from fairaudit.procurement.rivals import lot_of
from fairaudit.procurement.scalars import When, read_when
from fairaudit.procurement.tender import Amendment
from fairaudit.procurement.wanted import in_list

NO_ZONE = "the order of two moments depends on a time zone that is not given"
DEADLINE = ("tender", "tender_period", "end_date")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Limit(NamedTuple):
    """A moment that holds for a bidder, and where it stands."""

    when: When
    at: Node[object]


class Unclear(NamedTuple):
    """Why something cannot be said, and the stored fields that would settle it."""

    reason: str
    missing: tuple[str, ...]


class Lateness(NamedTuple):
    """How long after its own deadline a bid came."""

    by: timedelta
    received: Limit
    deadline: Limit


def reaches(event: Event | Amendment, bidder: str | None) -> bool | None:
    """Whether something was meant for a bidder (`None`: for all of them); unanswered where it names nobody."""
    named = getattr(event, "bidder", None)
    if event.recipients is None and named is None:
        return None
    recipients = event.recipients or ()
    return "all" in recipients or (bidder is not None and bidder in (named, *recipients))


def gap(clock: Clock, first: Limit, second: Limit) -> timedelta | None:
    """Return the time from one deadline to another; a bare day ends at 24:00."""
    return clock.gap(first.when, second.when, end_first=True, end_second=True)


def spelling(limit: Limit) -> tuple[str, str]:
    """Return what puts moments in an order that is the same whatever the order of the records."""
    return limit.when.isoformat(), text_of(limit.at.path)


def latest(clock: Clock, limits: Iterable[Limit]) -> Limit | Unclear:
    """Return the last of some deadlines, whatever their order; of equal ones, always the same spelling."""
    best: Limit | None = None
    for one in sorted(limits, key=spelling):
        ahead = gap(clock, best, one) if best is not None else timedelta(1)
        if ahead is None:
            return Unclear(NO_ZONE, ("tender.time_zone",))
        best = one if ahead > timedelta(0) else best
    return best or Unclear("no deadline is given", (text_of(DEADLINE),))


def moves_deadline(amendment: Amendment) -> bool:
    """Whether an amendment changes the end of the tender period."""
    names = {one.removeprefix("tender.") for one in amendment.changes or ()}
    return bool(names & {"tender_period", "tender_period.end_date"})


def extensions(case: Case, lot: str | None = None) -> tuple[Event, ...]:
    """Return the extensions of the deadline for a lot that say until when."""
    wanted = lot_of(case, lot)
    return tuple(
        one
        for one in case.events
        if one.kind == "extension" and one.until is not None and (one.lot is None or wanted in (None, one.lot))
    )


def published_deadline(case: Case, bidder: str | None = None) -> Limit | Unclear:
    """Return the published end of the tender period as a bidder (`None`: everybody) was told of it."""
    period = case.tender.tender_period
    stored = Limit(period.end_date, period.field("end_date")) if period and period.end_date else None
    moves = sorted((one for one in case.tender.amendments or () if moves_deadline(one)), key=lambda a: _order(case, a))
    if stored and moves and not _consistent(case.clock, stored, moves):
        reason = "the end of the tender period is neither before nor after what the amendments record"
        return Unclear(reason, ("tender.amendments (the change to the deadline that counts)",))
    told = [one for one in moves if reaches(one, bidder) is not False]
    to = _moment(told[-1], "to") if told else None
    if to is not None:
        return to
    if not told and moves and (before := _moment(moves[0], "from_")):
        return before
    if not told and moves and stored and _same(case.clock, stored, _moment(moves[0], "to")):
        return Unclear(
            "what the deadline was for those who were not told of its change is not given",
            (f"{text_of(moves[0].path)}.from",),
        )
    return stored or Unclear("the end of the tender period is not given", (text_of(DEADLINE),))


def _order(case: Case, amendment: Amendment) -> tuple[datetime, datetime]:
    to = _moment(amendment, "to")
    return (
        case.clock.bounds(amendment.date)[0] if amendment.date else _LONG_AGO,
        case.clock.bounds(to.when, True)[0] if to else _LONG_AGO,
    )


def _moment(amendment: Amendment, field: str) -> Limit | None:
    """Return the old or new deadline an amendment states, where it can be read."""
    text = getattr(amendment, field)
    try:
        return Limit(read_when(text), amendment.field(field)) if text else None
    except ValueError:
        return None


def _consistent(clock: Clock, stored: Limit, moves: list[Amendment]) -> bool:
    stated = [one for move in moves for name in ("from_", "to") if (one := _moment(move, name))]
    return not any(one.at.path[-1] == "to" for one in stated) or any(_same(clock, stored, one) for one in stated)


def _same(clock: Clock, first: Limit, second: Limit | None) -> bool:
    """Whether two deadlines are one; where that hangs on an unknown zone they are taken to be."""
    return second is not None and gap(clock, first, second) in (None, timedelta(0))


def deadline_of(case: Case, bid: Bid, without: Event | None = None) -> Limit | Unclear:
    """Return until when the bidder of a bid could send it."""
    own = Limit(bid.deadline, bid.field("deadline")) if bid.deadline else None
    return _extended(case, own or _round_end(case, bid), bid.bidder, bid.lot, without)


def deadline_for(
    case: Case, bidder: str | None = None, lot: str | None = None, without: Event | None = None
) -> Limit | Unclear:
    """Return until when a bidder (`None`: everybody) can bid, whether or not it has; `without` leaves out one event."""
    return _extended(case, published_deadline(case, bidder), bidder, lot, without)


def _extended(
    case: Case, base: Limit | Unclear, bidder: str | None, lot: str | None, without: Event | None
) -> Limit | Unclear:
    """Return a deadline moved by every extension that reached a bidder; unsure where one names nobody."""
    offered = [one for one in extensions(case, lot) if one is not without]
    limits = [Limit(one.until, one.field("until")) for one in offered if one.until and reaches(one, bidder)]
    known = latest(case.clock, [*limits, base]) if isinstance(base, Limit) else latest(case.clock, limits)
    if isinstance(known, Unclear):
        return base if isinstance(base, Unclear) else known
    for one in offered:
        if reaches(one, bidder) is None and one.until:
            further = gap(case.clock, known, Limit(one.until, one.node))
            if further is None or further > timedelta(0):
                path = f"{text_of(one.path)}.recipients"
                return Unclear("an extension does not say whom it was for", (path,))
    return known


def _round_end(case: Case, bid: Bid) -> Limit | Unclear:
    """Return the end of a bid's round; the tender period is the deadline of the only one."""
    rounds = case.tender.rounds or ()
    found = next((one for one in rounds if bid.round is not None and one.id == bid.round), None)
    if found is not None and found.end_date is not None:
        return Limit(found.end_date, found.field("end_date"))
    if found is not None:
        name = f"{text_of(found.path)}.end_date"
        return Unclear(f"{name} is not given", (name,))
    if len({one.round for one in case.bids}) > 1:
        unsaid = f"{text_of(bid.path)}.round"
        lacking = in_list(case, "tender.rounds", f"round {bid.round}") if bid.round else unsaid
        return Unclear("the bids came in several rounds, whose deadlines are not given", (lacking,))
    return published_deadline(case, bid.bidder)


def after(clock: Clock, first: Limit, second: Limit, *, deadline: bool = False) -> bool | Unclear:
    """Whether one moment is later than another; a bare day is any time of it, but as a deadline its end."""
    if first.when.time is None or (second.when.time is None and not deadline):
        # What happened on a day happened before its 24:00, so the next day is later.
        sooner = clock.before(first.when, second.when, end_second=True)
        surely = None if sooner is None else not sooner
    else:
        surely = clock.before(second.when, first.when, end_first=True)
    possibly = clock.before(second.when, first.when, end_first=deadline, end_second=True)
    if surely is None or possibly is None:
        return Unclear(NO_ZONE, ("tender.time_zone",))
    if surely == possibly:
        return surely
    vague = first if first.when.time is None else second
    return Unclear(f"{text_of(vague.at.path)} gives no time of day", (text_of(vague.at.path),))


def receipt_of(case: Case, bid: Bid) -> Limit | Unclear:
    """Return when a bid came in: the earlier of what was recorded by hand and by the portal."""
    times = [Limit(at, bid.field(name)) for name in ("received", "portal_receipt") if (at := getattr(bid, name))]
    if not times:
        name = f"{text_of(bid.path)}.received"
        return Unclear(f"{name} is not given", (name,))
    if len(times) == 2 and case.clock.before(times[1].when, times[0].when) is not False:
        return times[1]
    return times[0]


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
    return Lateness(by or timedelta(days=1), received, deadline)


def opening_of(case: Case) -> Limit | Unclear:
    """Return when bids were first opened: as the evaluation records it, else as the tender announced it."""
    opened, submission = case.evaluation.opened, case.tender.submission
    times = [Limit(at, opened.field(name)) for name in ("quality", "price") if opened and (at := getattr(opened, name))]
    if not times and submission and submission.opening:
        times = [Limit(submission.opening, submission.field("opening"))]
    if not times:
        return Unclear("when bids were opened is not given", ("evaluation.opened",))
    return earliest(case.clock, times)


def earliest(clock: Clock, limits: Iterable[Limit]) -> Limit | Unclear:
    """Return the first of some beginnings, whatever their order; a bare day begins at 00:00."""
    best: Limit | None = None
    for one in sorted(limits, key=spelling):
        sooner = clock.before(one.when, best.when) if best is not None else True
        if sooner is None:
            return Unclear(NO_ZONE, ("tender.time_zone",))
        best = one if sooner else best
    return best or Unclear("no moment is given", ())


def documents_from(case: Case, bidder: str | None = None, document: str | None = None) -> Limit | Unclear:
    """Return from when a bidder (`None`: everybody) could read the documents, or one of them."""
    tender = case.tender
    found = [
        Limit(one.available_at, one.field("available_at"))
        for one in tender.documents or ()
        if one.available_at
        and document in (None, one.id)
        and (one.recipients is None or {"all", bidder} & set(one.recipients))
    ]
    found += [
        Limit(one.date, one.field("date"))
        for one in case.events
        if one.kind in ("access", "document") and one.date and reaches(one, bidder) and document in (None, one.document)
    ]
    for name in ("documents_available", "published"):
        if (at := getattr(tender, name)) and not (found and document):
            found.append(Limit(at, tender.field(name)))
            break
    if not found:
        return Unclear("from when the documents could be read is not given", ("tender.documents_available",))
    return earliest(case.clock, found)


def window_start(case: Case) -> Limit | Unclear:
    """Return when the time to bid began to run: published, the documents there, and a stated tender period begun."""
    tender, period = case.tender, case.tender.tender_period
    named = [(name, getattr(tender, name)) for name in ("published", "documents_available")]
    times = [Limit(at, tender.field(name)) for name, at in named if at]
    if period and period.start_date:
        times.append(Limit(period.start_date, period.field("start_date")))
    if not times:
        return Unclear("from when bidders could work on their bids is not given", ("tender.published",))
    return max_start(case.clock, times)


def max_start(clock: Clock, limits: list[Limit]) -> Limit | Unclear:
    """Return the later of some beginnings."""
    best = limits[0]
    for one in limits[1:]:
        later = clock.before(best.when, one.when)
        if later is None:
            return Unclear(NO_ZONE, ("tender.time_zone",))
        best = one if later else best
    return best


def days_from(clock: Clock, first: When, second: When) -> int | Unclear:
    """Return the calendar days from one moment to another on the buyer's clock; the first day is not counted."""
    start, stop = clock.local(first), clock.local(second)
    if start is None or stop is None:
        return Unclear("the days depend on a time zone that is not given", ("tender.time_zone",))
    return (stop.date() - start.date()).days
