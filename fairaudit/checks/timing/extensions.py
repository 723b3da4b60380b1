"""Checks of the family `deadlines` on what moves a deadline: for all alike, and before it has passed."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.reasons import incomplete, lacking, unsure
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.deadlines import (
    Limit,
    Unclear,
    after,
    deadline_before,
    deadline_for,
    deadline_of,
    gap,
    later,
    latest,
    moment_of,
    moves_deadline,
    receipt_of,
)
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import among, maybe, meant, reaches, told, who_may_be
from fairaudit.procurement.records import Bid, Event
from fairaudit.procurement.rivals import bidders_known
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import Amendment

_GIVES_A_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|following|in view of|outage|downtime|unavailab\w*|fail(?:ed|ure)\w*|down)\b",
    re.IGNORECASE,
)


class Extended(NamedTuple):
    """Who was given more time, until when, and who was not."""

    given_to: tuple[str, ...]
    until: When
    left_out: tuple[str, ...]


@check
def extension_for_some(node: Node[Event], case: Case) -> Found[Extended]:
    """Flag an extension of the deadline that some bidders have and others have not, however they were told."""
    event = node.value
    everyone = reaches(case, event, None)
    if everyone is None or event.until is None:
        yield lacking(event.field("recipients" if everyone is None else "until"))
        return
    if everyone:
        return
    found = told(case, event)
    known = bidders_known(case, (event.lot,) if event.lot else ())
    others = [one for one in known if among(case, found, one) is not True]
    limit = Limit(event.until, event.field("until"))
    left: list[str] = []
    for other in others or (None,):
        short = _shorter(case, other, event, limit)
        if isinstance(short, Unclear):
            yield unsure(node, short)
        elif short and other and maybe(case, found, other):
            yield unsure(node, Unclear(*who_may_be(case, other)))
        elif short:
            left.append(case.party_name(meant(case, other)) if other else "")
    if left:
        yield from _some_only(event, event.until, case, found.keys, left)


def _shorter(case: Case, bidder: str | None, event: Event, until: Limit) -> bool | Unclear:
    """Whether a bidder (`None`: everybody) had to bid before a moment."""
    own = [deadline_of(case, bid) for bid in case.once(_by_bidder).get(bidder, ()) if bid.lot in (event.lot, None)]
    limits = own or [deadline_for(case, bidder, event.lot)]
    unclear = next((one for one in limits if isinstance(one, Unclear)), None)
    last = unclear or latest(case.clock, [one for one in limits if isinstance(one, Limit)])
    if isinstance(last, Unclear):
        return last
    ahead = later(case.clock, last, until)
    return ahead if isinstance(ahead, Unclear) else ahead > timedelta(0)


def _by_bidder(case: Case) -> dict[str | None, list[Bid]]:
    found: dict[str | None, list[Bid]] = {}
    for bid in case.bids:
        if bid.bidder:
            found.setdefault(bid.bidder, []).append(bid)
    return found


def _some_only(event: Event, until: When, case: Case, reached: frozenset[str], left: list[str]) -> Found[Extended]:
    given_to = tuple(sorted(case.party_name(one) for one in reached))
    if left != [""]:
        yield Hit(event.field("until"), Extended(given_to, until, tuple(sorted(left))))
    elif case.bids and not case.holds_all("bids"):
        yield incomplete(event.node, "bids")
    elif not case.bids:
        # Before the opening nobody knows who bids; where few are invited there may be nobody else.
        few = case.tender.procurement_method in ("direct", "limited")
        yield Hit(event.field("until"), Extended(given_to, until, ("others",)), (), "possible" if few else "likely")


class TooLate(NamedTuple):
    """A deadline that was moved when it had passed."""

    moved: When
    passed: When


@check
def extended_when_passed(node: Node[Event], case: Case) -> Found[TooLate]:
    """Flag an extension given when the deadline it extends had already passed."""
    event = node.value
    if event.date is None:
        yield lacking(event.field("date"))
        return
    bidder = next(iter(sorted(told(case, event).keys - {EVERYBODY})), None)
    until = Limit(event.until, event.field("until")) if event.until else None
    before = deadline_before(case, event, bidder, event.lot)
    yield from _too_late(case, event, before, until, unsure_why=bool(event.reason))


@check
def moved_when_passed(node: Node[Amendment], case: Case) -> Found[TooLate]:
    """Flag a change of the documents that moves the deadline, forwards or backwards, when it had already passed."""
    change = node.value
    if not moves_deadline(change):
        return
    if change.date is None:
        yield lacking(change.field("date"))
        return
    bidder = next(iter(sorted(told(case, change).keys - {EVERYBODY})), None)
    before, to = deadline_before(case, change, bidder), moment_of(change, "to")
    further = later(case.clock, before, to) if isinstance(before, Limit) and to else None
    if further == timedelta(0):
        return
    for found in _too_late(case, change, before, to, unsure_why=bool(_GIVES_A_REASON.search(change.text or ""))):
        yield lacking(change.field("to")) if isinstance(found, Hit) and to is None else found


def _too_late(
    case: Case, move: Event | Amendment, before: Limit | Unclear, until: Limit | None, *, unsure_why: bool
) -> Found[TooLate]:
    """Judge one extension by the deadline as it was; a reason, or an outage of the portal, makes it a question."""
    if move.date is None:
        return
    moment = Limit(move.date, move.field("date"))
    late = before if isinstance(before, Unclear) else after(case.clock, moment, before, deadline=True)
    if late is not False and until is not None and _in_a_round(case, moment, until):
        return
    if isinstance(late, Unclear):
        yield unsure(move.node, late)
    elif late and isinstance(before, Limit):
        doubt = unsure_why or any(one.kind == "outage" for one in case.events)
        related = ((before.at, "the deadline that had passed"), *_came_between(case, before, until))
        yield Hit(moment.at, TooLate(move.date, before.when), related, "possible" if doubt else None)


def _in_a_round(case: Case, moment: Limit, until: Limit) -> bool:
    """Whether a round that an extension goes beyond was still open at a moment."""
    ends = [Limit(one.end_date, one.field("end_date")) for one in case.tender.rounds or () if one.end_date]
    moved = [end for end in ends if (beyond := gap(case.clock, end, until)) is not None and beyond >= timedelta(0)]
    return any(after(case.clock, moment, end, deadline=True) is False for end in moved)


def _came_between(case: Case, before: Limit, until: Limit | None) -> Iterator[tuple[Node[object], str]]:
    """Return the bids that came when the deadline had passed, and are in time by the new one."""
    for received in [receipt_of(case, bid) for bid in case.bids] if until else ():
        if isinstance(received, Limit) and until and _between(case, received, before, until):
            yield received.at, "came when the deadline had passed"


def _between(case: Case, received: Limit, before: Limit, until: Limit) -> bool:
    late, in_time = (after(case.clock, received, one, deadline=True) for one in (before, until))
    return late is True and in_time is False
