"""Until when each bidder could bid; each moment with the node it comes from.

A bidder's own deadline is the one its bid records, else the end of its round, else the published one as amended for
this bidder; an extension that reached the bidder moves it further. Instants are compared, never their spelling.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import time, timedelta

from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import in_rounds
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.model.scalars import When, read_when
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.received.recipients import reaches
from fairaudit.procurement.times.moretime import Offer, OfWhat, Turn, furthest, offered_to, turn, what_is_extended
from fairaudit.procurement.wanted import in_list
from fairaudit.sources.document import Path

NO_ZONE = "the order of two moments depends on a time zone that is not given"
DEADLINE = ("tender", "tender_period", "end_date")


class Limit(Frozen):
    """A moment that holds for a bidder, and where it stands."""

    when: When
    at: Node[object]


class Unclear(Frozen):
    """Why something cannot be said, and the stored fields that would settle it."""

    reason: str
    missing: tuple[str, ...]


def gap(clock: Clock, first: Limit, second: Limit) -> timedelta | None:
    """Return the time from one deadline to another; a bare day ends at 24:00."""
    return clock.gap(first.when, second.when, end_first=True, end_second=True)


def later(clock: Clock, first: Limit, second: Limit) -> timedelta | Unclear:
    """Return how much later a second deadline is than a first, zero where they are one but for how they are written.

    A bare day and an hour of that day may be one deadline, or not. As for a late bid, 12:00 is 12:00:00; and 23:59 is the end
    of its day.
    """
    ahead = clock.gap(_closing(clock, first.when), _closing(clock, second.when))
    if ahead is None:
        return Unclear(NO_ZONE, ("tender.time_zone",))
    if not ahead:
        return ahead
    day, hour = (first, second) if first.when.time is None else (second, first)
    if day.when.time is None and hour.when.time is not None:
        local = clock.local(hour.when)
        if local is None or local.date() == day.when.date:
            return untimed(day)
    return ahead


def may_be_one(clock: Clock, first: Limit, second: Limit) -> bool:
    """Whether two deadlines are less than a minute apart, and who wrote one of them to the minute may have meant the other."""
    ahead = clock.gap(_closing(clock, first.when), _closing(clock, second.when))
    exact = all(_to_the_second(one.when) for one in (first, second))
    return ahead is not None and not exact and abs(ahead) < timedelta(minutes=1)


def _to_the_second(when: When) -> bool:
    return when.time is not None and (when.to_the_second or when.time.second > 0)


def _closing(clock: Clock, when: When) -> When:
    """Return a deadline as an instant: a bare day, and the last minute of a day, is 24:00."""
    local = clock.local(when)
    if when.time is None:
        return When(when.date + timedelta(days=1), time(0))
    if local is not None and (local.hour, local.minute) == (23, 59):
        return When(local.date() + timedelta(days=1), time(0))
    return when


def untimed(limit: Limit) -> Unclear:
    """Return that a moment is given as a day alone, so that an hour of that day may be before or after it."""
    return Unclear(f"{text_of(limit.at.path)} gives no time of day", (text_of(limit.at.path),))


def spelling(limit: Limit) -> tuple[str, str]:
    """Return what puts moments in an order that is the same whatever the order of the records."""
    return limit.when.isoformat(), text_of(limit.at.path)


def latest(clock: Clock, limits: Iterable[Limit]) -> Limit | Unclear:
    """Return the last of some deadlines, whatever their order; of equal ones, always the same spelling."""
    best: Limit | None = None
    # Most bidders have one deadline, the published one.
    apart = {id(one): one for one in limits}.values()
    if (last := _last_instant(clock, apart)) is not None:
        return last
    for one in sorted(apart, key=spelling) if len(apart) > 1 else apart:
        ahead = gap(clock, best, one) if best is not None else timedelta(1)
        if ahead is None:
            return Unclear(NO_ZONE, ("tender.time_zone",))
        best = one if ahead > timedelta(0) else best
    return best or Unclear("no deadline is given", (text_of(DEADLINE),))


def _last_instant(clock: Clock, limits: Iterable[Limit]) -> Limit | None:
    """Return the last of some deadlines that are all one instant each, or `None`: most are, and need not be spelt."""
    pairs = [(clock.exact(one.when, True), one) for one in limits]
    last = max((instant for instant, _ in pairs if instant), default=None)
    if last is None or any(instant is None for instant, _ in pairs):
        return None
    return min((one for instant, one in pairs if instant == last), key=spelling)


def moves_deadline(amendment: Amendment) -> bool:
    """Whether an amendment changes the end of the tender period."""
    names = {one.removeprefix("tender.") for one in amendment.changes or ()}
    return bool(names & {"tender_period", "tender_period.end_date"})


def published_deadline(case: Case, bidder: str | None = None, before: Turn | None = None) -> Limit | Unclear:
    """Return the published end of the tender period as a bidder (`None`: everybody) was told of it, before some turn."""
    stored = case.once(_stored)
    moves = sorted((one for one in case.tender.amendments or () if moves_deadline(one)), key=lambda a: turn_of(case, a))
    if not moves:
        return stored or Unclear("the end of the tender period is not given", (text_of(DEADLINE),))
    if stored and not _consistent(case.clock, stored, moves):
        reason = "the end of the tender period is neither before nor after what the amendments record"
        return Unclear(reason, ("tender.amendments (the change to the deadline that counts)",))
    made = [one for one in moves if before is None or turn_of(case, one) < before]
    heard = [one for one in made if reaches(case, one, bidder) is not False]
    if heard and heard[-1].recipients is not None and reaches(case, heard[-1], bidder) is None:
        return Unclear(
            "a change of the deadline does not say for certain whom it was for",
            (f"{text_of(heard[-1].path)}.recipients",),
        )
    to = moment_of(heard[-1], "to") if heard else None
    if to is not None:
        return to
    if not heard and (first := moment_of(moves[0], "from_")):
        return first
    if not heard and stored and any(_same(case.clock, stored, moment_of(one, "to")) for one in moves):
        return Unclear(
            "what the deadline was for those who were not told of its change is not given",
            (f"{text_of(moves[0].path)}.from",),
        )
    return stored or Unclear("the end of the tender period is not given", (text_of(DEADLINE),))


def _stored(case: Case) -> Limit | None:
    """Return the end of the tender period as the tender shows it; one value for all, so that equal deadlines are seen to be."""
    period = case.tender.tender_period
    return Limit(period.end_date, period.field("end_date")) if period and period.end_date else None


def turn_of(case: Case, move: Event | Amendment) -> Turn:
    """Return what puts the changes of a deadline in the order they were made; those of one moment by how far they go."""
    known = case.once(_turns)
    if move.path not in known:
        known[move.path] = _turn_of(case, move)
    return known[move.path]


def _turns(_: Case) -> dict[Path, Turn]:
    return {}


def _turn_of(case: Case, move: Event | Amendment) -> Turn:
    if isinstance(move, Event):
        return turn(case.clock, move.date, move.until)
    to = moment_of(move, "to")
    return turn(case.clock, move.date, to.when if to else None)


def moment_of(amendment: Amendment, field: str) -> Limit | None:
    """Return the old (`from_`) or new (`to`) deadline an amendment states, where it can be read."""
    text = getattr(amendment, field)
    try:
        return Limit(read_when(text), amendment.field(field)) if text else None
    except ValueError:
        return None


def _consistent(clock: Clock, stored: Limit, moves: list[Amendment]) -> bool:
    """Whether the deadline a tender shows is one that its changes record, or what it was before the first of them."""
    stated = [one for move in moves for name in ("from_", "to") if (one := moment_of(move, name))]
    if not any(one.at.path[-1] == "to" for one in stated) or any(_same(clock, stored, one) for one in stated):
        return True
    first = moment_of(moves[0], "to")
    ahead = gap(clock, stored, first) if first and moves[0].from_ is None else None
    return ahead is not None and ahead > timedelta(0)


def _same(clock: Clock, first: Limit, second: Limit | None) -> bool:
    """Whether two deadlines are one; where that hangs on an unknown zone they are taken to be."""
    return second is not None and gap(clock, first, second) in (None, timedelta(0))


def deadline_of(case: Case, bid: Bid) -> Limit | Unclear:
    """Return until when the bidder of a bid could send it; worked out once, since every bid is held against all others."""
    known = case.once(_by_bid)
    if bid.path not in known:
        known[bid.path] = _deadline_of(case, bid)
    return known[bid.path]


def _by_bid(_: Case) -> dict[Path, Limit | Unclear]:
    return {}


def _deadline_of(case: Case, bid: Bid) -> Limit | Unclear:
    own = Limit(bid.deadline, bid.field("deadline")) if bid.deadline else None
    return _extended(case, own or _round_end(case, bid), offered_to(case, bid.bidder, bid.lot))


def deadline_for(case: Case, bidder: str | None = None, lot: str | None = None) -> Limit | Unclear:
    """Return until when a bidder (`None`: everybody) can bid, whether or not it has; worked out once for each."""
    known = case.once(_by_bidder_and_lot)
    key = (bidder, lot)
    if key not in known:
        known[key] = _extended(case, published_deadline(case, bidder), offered_to(case, bidder, lot))
    return known[key]


def _by_bidder_and_lot(_: Case) -> dict[tuple[str | None, str | None], Limit | Unclear]:
    return {}


def deadline_before(
    case: Case, move: Event | Amendment, bidder: str | None = None, lot: str | None = None
) -> Limit | Unclear:
    """Return until when a bidder (`None`: everybody) could bid as it stood when something moved the deadline."""
    then = turn_of(case, move)
    stated = moment_of(move, "from_") if isinstance(move, Amendment) and moves_deadline(move) else None
    base = stated or published_deadline(case, bidder, then)
    offered = offered_to(case, bidder, lot)
    return _extended(case, base, offered[: bisect_left(offered, then, key=lambda one: one.turn)])


def _extended(case: Case, base: Limit | Unclear, offered: tuple[Offer, ...]) -> Limit | Unclear:
    """Return a deadline moved by every extension that reached a bidder; unsure where one may have."""
    if not offered:
        return base
    if isinstance(base, Limit) and case.tender.rounds:
        offered = tuple(one for one in offered if not _for_a_later_round(case, base, one.until))
    limits = [Limit(one.until, one.event.field("until")) for one in furthest([one for one in offered if one.reached])]
    known = latest(case.clock, [*limits, base]) if isinstance(base, Limit) else latest(case.clock, limits)
    if isinstance(known, Unclear):
        return base if isinstance(base, Unclear) else known
    for one in sorted((one for one in offered if one.reached is None), key=lambda one: one.event.path):
        further = _from(case, known, one)
        if further is None or further > timedelta(0):
            return _open(case, one.event)
    wrong = next((one for one in offered if one.early and _from(case, known, one) != timedelta(0)), None)
    return _contradiction(wrong.event) if wrong else known


def _open(case: Case, one: Event) -> Unclear:
    """Return that an extension may have moved the deadline, or not: for whom it was, or of what it was, is not plain."""
    if what_is_extended(case, one) is not OfWhat.BIDDING:
        reason = "an extension is by its words of something other than the deadline for bids; whether it moved that"
        said = "text" if one.text else "topic" if one.topic else "reason"
        return Unclear(f"{reason} as well is not known", (text_of(one.field(said).path),))
    path = f"{text_of(one.path)}.recipients"
    return Unclear("an extension does not say for certain whom it was for", (path,))


def _from(case: Case, known: Limit, one: Offer) -> timedelta | None:
    """Return how much later than a deadline an extension ends."""
    return case.clock.gap(known.when, one.until, end_first=True, end_second=True)


def _contradiction(one: Event) -> Unclear:
    """Return that an extension moved nothing only since its deadline lies before the day it was given: one of them is wrong."""
    until, date = (text_of(one.field(name).path) for name in ("until", "date"))
    return Unclear(f"{until} lies before {date}", (until,))


def _for_a_later_round(case: Case, base: Limit, until: When) -> bool:
    """Whether an extension moves the end of a round after a deadline, since it goes as far as that round or beyond."""
    ends = [Limit(one.end_date, one.field("end_date")) for one in case.tender.rounds or () if one.end_date]
    between = [(gap(case.clock, base, end), gap(case.clock, end, Limit(until, end.at))) for end in ends]
    nothing = timedelta(0)
    return any(
        since is not None and since > nothing and left is not None and left >= nothing for since, left in between
    )


def _round_end(case: Case, bid: Bid) -> Limit | Unclear:
    """Return the end of a bid's round; the tender period is the deadline of the only one."""
    rounds = case.tender.rounds or ()
    found = next((one for one in rounds if bid.round is not None and one.id == bid.round), None)
    if found is not None and found.end_date is not None:
        return Limit(found.end_date, found.field("end_date"))
    if found is not None:
        name = f"{text_of(found.path)}.end_date"
        return Unclear(f"{name} is not given", (name,))
    if in_rounds(case):
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
    return untimed(first if first.when.time is None else second)


def after_the_deadline(case: Case, when: When | None, at: Node[object]) -> bool:
    """Whether something of a day, which stands at a node, surely was when bids were due; `False` where that is open."""
    deadline = deadline_for(case)
    if when is None or not isinstance(deadline, Limit):
        return False
    return after(case.clock, Limit(when, at), deadline) is True


def receipt_of(case: Case, bid: Bid) -> Limit | Unclear:
    """Return when a bid came in: the earlier of what was recorded by hand and by the portal."""
    times = [Limit(at, bid.field(name)) for name in ("received", "portal_receipt") if (at := getattr(bid, name))]
    if not times:
        name = f"{text_of(bid.path)}.received"
        return Unclear(f"{name} is not given", (name,))
    if len(times) == 2 and case.clock.before(times[1].when, times[0].when) is not False:
        return times[1]
    return times[0]
