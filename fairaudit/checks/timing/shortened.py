"""Extensions that take time away: they end before the deadline that was in force when they were sent."""

from __future__ import annotations

from datetime import timedelta

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.received.recipients import reaches, told
from fairaudit.procurement.times.deadlines import (
    DEADLINE,
    Limit,
    Unclear,
    after,
    deadline_before,
    deadline_for,
    later,
    latest,
    may_be_one,
    receipt_of,
    turn_of,
)
from fairaudit.procurement.times.moretime import Offer, OfWhat, extensions, offered_to, what_is_extended

_MOST_NAMES = 20
"""Of how many bidders whom one extension names it is asked; the deadlines of bids are compared for all."""


class Cut(Frozen):
    """An extension that takes time away, until when it goes, and the deadline that was in force when it was sent."""

    event: Event
    until: Limit
    before: Limit
    of_others: bool = False
    """Whether it is others whom extensions gave the deadline, which nobody says was in force before."""

    def is_plain(self, case: Case, *bids: Bid) -> bool:
        """Whether hardly anything but the shorter time explains it: no slip in a later extension, no bid taken after it.

        Where all were given the shorter time, what a tender shows may have been given to all in the same way.
        """
        came = [receipt_of(case, bid) for bid in bids]
        in_time = all(
            isinstance(one, Unclear) or after(case.clock, one, self.until, deadline=True) is False for one in came
        )
        history = self.event.date is not None and self.before.at.path[0] == "tender" and case.holds_all("events")
        return history and in_time and not (self.of_others and reaches(case, self.event, None) is not False)


def cut_of(case: Case, bid: Bid) -> Cut | None:
    """Return the extension that shortened the time of a bidder, where none came after it and the bid states no deadline."""
    offers = _told_to(case, bid.bidder, bid.lot) if bid.deadline is None else []
    return (_cut(case, offers, bid.bidder, bid.lot) or told_less(case, bid.bidder, bid.lot)) if offers else None


def told_less(case: Case, bidder: str | None, lot: str | None) -> Cut | None:
    """Return the extension that told a bidder of less time than a tender shows, where others alone were told of that.

    The deadline that a tender shows is then what the others were given, and not what this bidder had before.
    """
    offers = _told_to(case, bidder, lot) if bidder is not None else []
    if not offers or offers[-1].early or case.tender.rounds:
        return None
    until = Limit(offers[-1].until, offers[-1].event.field("until"))
    shown = deadline_for(case, bidder, lot)
    if not isinstance(shown, Limit) or shown.at.path != DEADLINE:
        return None
    ahead = later(case.clock, until, shown)
    if isinstance(ahead, Unclear) or ahead <= timedelta(0) or may_be_one(case.clock, until, shown):
        return None
    moved = [one for one in extensions(case, lot) if _goes_to(case, one, shown)]
    if not moved or any(reaches(case, one, bidder) is not False for one in moved):
        return None
    return Cut(offers[-1].event, until, shown, of_others=True)


def _told_to(case: Case, bidder: str | None, lot: str | None) -> list[Offer]:
    """Return the extensions that reached a bidder, each moment once: told again, it is what it was when it was told first."""
    found: dict[object, Offer] = {}
    for one in offered_to(case, bidder, lot):
        if one.reached:
            found.setdefault(one.instant or one.until, one)
    return list(found.values())


def cut_by(case: Case, event: Event) -> Cut | None:
    """Return how an extension shortened the time of those whom it reached, by the first of them whose time was longer."""
    if what_is_extended(case, event) is not OfWhat.BIDDING:
        return None
    whom: list[str | None] = list(sorted(told(case, event).keys - {EVERYBODY})[:_MOST_NAMES])
    for one in [None] if reaches(case, event, None) else whom:
        offers = [offer for offer in offered_to(case, one, event.lot) if offer.reached]
        here = next((at for at, offer in enumerate(offers, 1) if offer.event.path == event.path), 0)
        if here and (found := _cut(case, offers[:here], one, event.lot)):
            return found
    return None


def _cut(case: Case, offers: list[Offer], bidder: str | None, lot: str | None) -> Cut | None:
    """Return what the last of some extensions that reached a bidder took away; one told again takes nothing."""
    last, earlier = offers[-1], offers[:-1]
    if last.early or case.tender.rounds or any(one.until == last.until for one in earlier):
        return None
    until = Limit(last.until, last.event.field("until"))
    before = deadline_before(case, last.event, bidder, lot)
    if isinstance(before, Limit) and before.at.path == DEADLINE and _moved_there_later(case, last.event, before):
        # A portal shows the deadline as it came to be in the end: what it was then only the extensions before tell.
        before = latest(case.clock, [Limit(one.until, one.event.field("until")) for one in earlier])
    ahead = later(case.clock, until, before) if isinstance(before, Limit) else before
    if isinstance(before, Limit) and any(
        one.event.path == before.at.path[:-1] for one in earlier if not one.event.date
    ):
        # Nobody knows which of the two was sent first.
        return None
    if isinstance(before, Unclear) or isinstance(ahead, Unclear) or ahead <= timedelta(0):
        return None
    return None if may_be_one(case.clock, until, before) else Cut(last.event, until, before)


def _moved_there_later(case: Case, event: Event, stored: Limit) -> bool:
    """Whether the deadline that a tender shows is what another extension, not given before this one, moved it to."""
    own = turn_of(case, event)
    return any(
        one.path != event.path and (one.date is None or turn_of(case, one) >= own) and _goes_to(case, one, stored)
        for one in extensions(case)
    )


def _goes_to(case: Case, event: Event, stored: Limit) -> bool:
    """Whether an extension goes to the deadline that a tender shows."""
    until = Limit(event.until, event.field("until")) if event.until is not None else None
    return until is not None and later(case.clock, until, stored) == timedelta(0)
