"""Extensions that take time away: they end before the deadline that was in force when they were sent."""

from __future__ import annotations

from datetime import timedelta

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.deadlines import (
    DEADLINE,
    Limit,
    Unclear,
    after,
    deadline_before,
    later,
    latest,
    may_be_one,
    receipt_of,
    turn_of,
)
from fairaudit.procurement.moretime import Offer, extensions, offered_to
from fairaudit.procurement.recipients import reaches, told
from fairaudit.procurement.records import Bid, Event

_MOST_NAMES = 20
"""Of how many bidders whom one extension names it is asked; the deadlines of bids are compared for all."""


class Cut(Frozen):
    """An extension that takes time away, until when it goes, and the deadline that was in force when it was sent."""

    event: Event
    until: Limit
    before: Limit

    def is_plain(self, case: Case, bid: Bid) -> bool:
        """Whether hardly anything but the shorter time explains it: no slip in a later extension, no bid taken after it."""
        came = receipt_of(case, bid)
        in_time = isinstance(came, Unclear) or after(case.clock, came, self.until, deadline=True) is False
        history = self.event.date is not None and self.before.at.path[0] == "tender" and case.holds_all("events")
        return history and in_time


def cut_of(case: Case, bid: Bid) -> Cut | None:
    """Return the extension that shortened the time of a bidder, where none came after it and the bid states no deadline."""
    offers = [one for one in offered_to(case, bid.bidder, bid.lot) if one.reached] if bid.deadline is None else []
    return _cut(case, offers, bid.bidder, bid.lot) if offers else None


def cut_by(case: Case, event: Event) -> Cut | None:
    """Return how an extension shortened the time of those whom it reached, by the first of them whose time was longer."""
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
        one.path != event.path
        and (one.date is None or turn_of(case, one) >= own)
        and later(case.clock, Limit(one.until, one.field("until")), stored) == timedelta(0)
        for one in extensions(case)
        if one.until is not None
    )
