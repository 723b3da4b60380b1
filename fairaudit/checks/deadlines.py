"""Checks of the family `deadlines`: the same time for everyone."""

from datetime import timedelta
from typing import NamedTuple

from fairaudit.checks import windows
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import ZONE, incomplete, lacking, unsure
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import (
    Limit,
    Unclear,
    after,
    deadline_for,
    deadline_of,
    gap,
    latest,
    reaches,
    spelling,
)
from fairaudit.procurement.node import Node
from fairaudit.procurement.records import Bid, Event
from fairaudit.procurement.rivals import bidders_known, leads, lot_of, name_of, rivals_of
from fairaudit.procurement.scalars import When

WINDOWS = windows
"""The checks of the same family about enough time; importing them registers them."""


class UnequalDeadlines(NamedTuple):
    """Who had the longest and who the shortest time to bid."""

    best: tuple[str, ...]
    best_deadline: When
    worst: tuple[str, ...]
    worst_deadline: When
    difference: timedelta


@check
def deadlines_differ(node: Node[Bid], case: Case) -> Found[UnequalDeadlines]:
    """Flag bids for the same lot and round whose bidders did not all have until the same instant."""
    if not leads(case, node.value):
        return
    known: list[tuple[Bid, Limit, timedelta]] = []
    for bid in rivals_of(case, node.value):
        limit = deadline_of(case, bid)
        ahead = gap(case.clock, known[0][1], limit) if known and isinstance(limit, Limit) else timedelta(0)
        if isinstance(limit, Unclear) or ahead is None:
            yield unsure(bid.node, limit if isinstance(limit, Unclear) else ZONE)
        else:
            known.append((bid, limit, ahead))
    longest: dict[object, tuple[Bid, Limit, timedelta]] = {}
    for one in known:
        own = longest.setdefault(one[0].bidder or one[0].path, one)
        longest[one[0].bidder or one[0].path] = max(own, one, key=lambda entry: entry[2])
    if longest:
        yield from _compared(node, case, list(longest.values()))


def _compared(node: Node[Bid], case: Case, known: list[tuple[Bid, Limit, timedelta]]) -> Found[UnequalDeadlines]:
    most, least = (pick(ahead for _, _, ahead in known) for pick in (max, min))
    best, worst = (
        sorted(((bid, limit) for bid, limit, ahead in known if ahead == end), key=lambda pair: spelling(pair[1]))
        for end in (most, least)
    )
    if most > least:
        facts = UnequalDeadlines(
            _names(case, best), best[0][1].when, _names(case, worst), worst[0][1].when, most - least
        )
        related = tuple((bid.node, f"had until {limit.when.isoformat()}") for bid, limit in worst)
        confidence = "possible" if all(bid.outage for bid, _ in best) else None
        yield Hit(best[0][1].at, facts, related, confidence, key=lot_of(case, node.value.lot) or "")
    elif len(known) > 1 and not case.gives("events") and not all(b.deadline for b, _, _ in known):
        yield Unassessed(node, "whether a bidder was given an extension is not known: events is not given", ("events",))


def _names(case: Case, bids: list[tuple[Bid, Limit]]) -> tuple[str, ...]:
    return tuple(sorted({name_of(case, bid) for bid, _ in bids}))


class Extended(NamedTuple):
    """Who was given more time, until when, and who was not."""

    given_to: tuple[str, ...]
    until: When
    left_out: tuple[str, ...]


@check
def extension_for_some(node: Node[Event], case: Case) -> Found[Extended]:
    """Flag an extension of the deadline that some bidders have and others have not, however they were told."""
    event = node.value
    everyone = reaches(event, None)
    if everyone is None or event.until is None:
        yield lacking(event.field("recipients" if everyone is None else "until"))
        return
    if everyone:
        return
    reached = {one for one in (event.bidder, *(event.recipients or ())) if one}
    others = [one for one in bidders_known(case, (event.lot,) if event.lot else ()) if one not in reached]
    limit = Limit(event.until, event.field("until"))
    left: list[str] = []
    for other in others or (None,):
        short = _shorter(case, other, event, limit)
        if isinstance(short, Unclear):
            yield unsure(node, short)
        elif short:
            left.append(case.party_name(other) if other else "")
    if left:
        yield from _some_only(event, event.until, case, reached, left)


def _shorter(case: Case, bidder: str | None, event: Event, until: Limit) -> bool | Unclear:
    """Whether a bidder (`None`: everybody) had to bid before a moment."""
    own = [
        deadline_of(case, bid) for bid in case.bids if bidder and bid.bidder == bidder and bid.lot in (event.lot, None)
    ]
    limits = own or [deadline_for(case, bidder, event.lot)]
    unclear = next((one for one in limits if isinstance(one, Unclear)), None)
    last = unclear or latest(case.clock, [one for one in limits if isinstance(one, Limit)])
    if isinstance(last, Unclear):
        return last
    ahead = gap(case.clock, last, until)
    return ahead > timedelta(0) if ahead is not None else ZONE


def _some_only(event: Event, until: When, case: Case, reached: set[str], left: list[str]) -> Found[Extended]:
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
    bidder = event.bidder or next((one for one in event.recipients or () if one != "all"), None)
    before = deadline_for(case, bidder, event.lot, without=event)
    late = (
        before
        if isinstance(before, Unclear)
        else after(case.clock, Limit(event.date, event.field("date")), before, deadline=True)
    )
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late and isinstance(before, Limit):
        related = ((before.at, "the deadline that had passed"),)
        yield Hit(event.field("date"), TooLate(event.date, before.when), related, "possible" if event.reason else None)
