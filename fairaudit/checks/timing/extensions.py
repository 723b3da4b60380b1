"""Checks of the family `deadlines` on what moves a deadline: for all alike, and before it has passed."""

import re
from collections.abc import Iterator
from datetime import timedelta

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.reasons import incomplete, lacking, reversed_ends, unsure
from fairaudit.checks.timing.gained import gained, moved_by
from fairaudit.checks.timing.made_up_for import made_up_for
from fairaudit.checks.timing.not_told import not_told
from fairaudit.checks.timing.shortened import told_less
from fairaudit.checks.timing.shorter import in_with_less_time
from fairaudit.checks.timing.time_to_ask import longer_to_ask
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import bidders_known, bidders_withdrawn
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.received.misspelt import who_may_be
from fairaudit.procurement.received.recipients import among, maybe, meant, reaches, told
from fairaudit.procurement.times.deadlines import (
    DEADLINE,
    Limit,
    Unclear,
    after,
    deadline_before,
    deadline_for,
    deadline_of,
    gap,
    later,
    latest,
    may_be_one,
    moment_of,
    moves_deadline,
    receipt_of,
)
from fairaudit.procurement.times.moretime import GIVE_NO_TIME_TO_BID, OfWhat, what_is_extended

_GIVES_A_REASON = late_pattern(
    r"\b(?:because|since|due to|owing to|following|in view of|outage|downtime|unavailab\w*|fail(?:ed|ure)\w*|down)\b",
    re.IGNORECASE,
)


class Extended(Frozen):
    """Who was given more time, until when, who was not, and how much more it is than the least of these had."""

    given_to: tuple[str, ...]
    until: When
    left_out: tuple[str, ...]
    difference: timedelta


@check
def extension_for_some(node: Node[Event], case: Case) -> Found[Extended]:
    """Flag an extension of the deadline that some bidders have and others have not, however they were told.

    Less than a minute, where one moment is written to the minute and the other to the second, is a question, and so is time that
    went to those alone whom an outage kept from bidding.
    """
    event = node.value
    everyone = reaches(case, event, None)
    if everyone is None or event.until is None:
        yield lacking(event.field("recipients" if everyone is None else "until"))
        return
    if _leaves_nobody_out(case, event, everyone):
        return
    found, limit = told(case, event), Limit(event.until, event.field("until"))
    left: list[str | None] = []
    ends: list[Limit] = []
    for other, short in _with_less_time(case, event, limit):
        inside = _was_in(case, event, other, limit) if other and not among(case, found, other) else not other
        if inside is False:
            continue
        if isinstance(short, Unclear):
            yield unsure(node, short)
        elif other and maybe(case, found, other):
            yield unsure(node, Unclear(*who_may_be(case, other, found)))
        elif isinstance(inside, Unclear):
            yield unsure(node, inside)
        else:
            left.append(other)
            last = _last_of(case, other, event.lot)
            ends += [last] if isinstance(last, Limit) else []
    if left:
        given_to = tuple(sorted(case.party_name(one) for one in found.keys))
        less = [span for one in ends if isinstance(span := later(case.clock, one, limit), timedelta)]
        names = tuple(sorted(case.party_name(meant(case, one)) if one else "" for one in left))
        facts = Extended(given_to, event.until, names, max(less, default=timedelta(0)))
        doubt = _may_be_none(case, event, limit, ends) or made_up_for(case, found.keys)
        yield from _some_only(event, case, facts, "possible" if doubt else _by_what_was_told(case, left, event.lot))
    else:
        yield from _perhaps_for_some(node, case, limit)


def _leaves_nobody_out(case: Case, event: Event, everyone: bool) -> bool:
    """Whether an extension gave time to bid to everybody, or is of how long bids hold, so that it gave that to nobody."""
    if what_is_extended(case, event) is OfWhat.VALIDITY:
        return True
    return EVERYBODY in told(case, event).keys or (everyone and not bidders_withdrawn(case))


def _perhaps_for_some(node: Node[Event], case: Case, limit: Limit) -> Found[Extended]:
    """Yield why an extension that left nobody with less time, by what is recorded, may have done so all the same."""
    event = node.value
    if case.clock.reversed(event.date, event.until):
        yield unsure(node, reversed_ends(event.field("date"), limit.at))
    elif asking := longer_to_ask(case, event):
        yield asking
    elif untold := not_told(case, event):
        yield unsure(node, Unclear(*untold))


def _may_be_none(case: Case, event: Event, limit: Limit, ends: list[Limit]) -> bool:
    """Whether an extension may have given no more time to bid: by its words, or by no more than seconds.

    Extra seconds may be none, where one of the two moments is written to the minute.
    """
    unsaid = what_is_extended(case, event) is not OfWhat.BIDDING
    return unsaid or all(may_be_one(case.clock, one, limit) for one in ends)


def _with_less_time(case: Case, event: Event, until: Limit) -> list[tuple[str | None, bool | Unclear]]:
    """Return the bidders who had to bid before a moment, or may have had to; `None` for all, where no other is known.

    Most bidders have the same deadline, so deadlines are compared and not bidders: all of a thousand may have extensions.
    """
    field, told_ = case.once(_fields_known), told(case, event)
    if event.lot not in field:
        lots = (event.lot,) if event.lot else ()
        # Who withdrew was in the contest once, and may have been when the others were given more time.
        known = bidders_known(case, lots) + bidders_withdrawn(case, lots)
        field[event.lot] = _by_deadline(case, known, event.lot)
    groups = field[event.lot]
    if all(
        one is None or among(case, told_, one) or _was_in(case, event, one, until) is False
        for group in groups
        for _, one, _ in group
    ):
        groups = [[(0, None, _last_of(case, None, event.lot))]]
    found: list[tuple[int, str | None, bool | Unclear]] = []
    for group in groups:
        if _shorter(case, group[0][2], until) is not False:
            found += [(place, bidder, short) for place, bidder, last in group if (short := _shorter(case, last, until))]
    return [one[1:] for one in sorted(found, key=lambda one: one[0])]


def _was_in(case: Case, event: Event, bidder: str, until: Limit) -> bool | Unclear:
    """Whether a bidder whom an extension did not reach was still in the contest, and so had less time for it."""
    return in_with_less_time(case, bidder, event.lot, _last_of(case, bidder, event.lot), until)


Standing = tuple[int, str | None, Limit | Unclear]
"""The place of a bidder among all, who it is, and until when it can bid."""


def _by_deadline(case: Case, known: tuple[str, ...], lot: str | None) -> list[list[Standing]]:
    """Return bidders in groups with the same deadline for a lot; one whose deadline is unclear is a group of its own."""
    groups: dict[object, list[Standing]] = {}
    for place, bidder in enumerate(known):
        last = _last_of(case, bidder, lot)
        key = (last.when, last.when.to_the_second) if isinstance(last, Limit) else place
        groups.setdefault(key, []).append((place, bidder, last))
    return list(groups.values())


def _fields_known(_: Case) -> dict[str | None, list[list[Standing]]]:
    return {}


def _shorter(case: Case, last: Limit | Unclear, until: Limit) -> bool | Unclear:
    """Whether a deadline is before a moment."""
    ahead = last if isinstance(last, Unclear) else later(case.clock, last, until)
    return ahead if isinstance(ahead, Unclear) else ahead > timedelta(0)


def _last_of(case: Case, bidder: str | None, lot: str | None) -> Limit | Unclear:
    """Return the last deadline of a bidder for a lot, worked out once: every extension is held against every bidder."""
    known = case.once(_last_known)
    key = (bidder, lot)
    if key not in known:
        own = [deadline_of(case, bid) for bid in case.once(_by_bidder).get(bidder, ()) if bid.lot in (lot, None)]
        limits = own or [deadline_for(case, bidder, lot)]
        unclear = next((one for one in limits if isinstance(one, Unclear)), None)
        last = unclear or latest(case.clock, [one for one in limits if isinstance(one, Limit)])
        shown = isinstance(last, Limit) and last.at.path == DEADLINE
        known[key] = less.until if shown and (less := told_less(case, bidder, lot)) else last
    return known[key]


def _last_known(_: Case) -> dict[tuple[str | None, str | None], Limit | Unclear]:
    return {}


def _by_bidder(case: Case) -> dict[str | None, list[Bid]]:
    found: dict[str | None, list[Bid]] = {}
    for bid in case.bids:
        if bid.bidder:
            found.setdefault(bid.bidder, []).append(bid)
    return found


def _by_what_was_told(case: Case, left: list[str | None], lot: str | None) -> str | None:
    """Return how sure less time is where a tender shows the longer, and only what each was told says who had less."""
    told_of_less = [(one, less) for one in left if (less := told_less(case, one, lot))]
    if len(told_of_less) < len(left):
        return None
    bids = case.once(_by_bidder)
    return "likely" if any(less.is_plain(case, *bids.get(one, ())) for one, less in told_of_less) else "possible"


def _some_only(event: Event, case: Case, facts: Extended, doubt: str | None) -> Found[Extended]:
    if facts.left_out != ("",):
        yield Hit(event.field("until"), facts, confidence=doubt)
    elif case.bids and not case.holds_all("bids"):
        yield incomplete(event.node, "bids")
    elif not case.bids:
        # Before the opening nobody knows who bids; where few are invited there may be nobody else.
        few = doubt == "possible" or case.tender.procurement_method in ("direct", "limited")
        yield Hit(event.field("until"), facts._replace(left_out=("others",)), (), "possible" if few else "likely")


class TooLate(Frozen):
    """A deadline that was moved when it had passed, how far, and who had the more time."""

    moved: When
    passed: When
    difference: str
    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    already_in: tuple[str, ...]


@check
def extended_when_passed(node: Node[Event], case: Case) -> Found[TooLate]:
    """Flag an extension given when the deadline it extends had already passed; one of how long bids hold extends none."""
    event = node.value
    extended = what_is_extended(case, event)
    if extended in GIVE_NO_TIME_TO_BID:
        return
    if event.date is None:
        yield lacking(event.field("date"))
        return
    bidder = next(iter(sorted(told(case, event).keys - {EVERYBODY})), None)
    until = Limit(event.until, event.field("until")) if event.until else None
    before = deadline_before(case, event, bidder, event.lot)
    # Which of the two is wrong is not known; by another date it may have been given in time.
    early = case.clock.reversed(event.date, event.until)
    other = extended is not OfWhat.BIDDING
    why = early or other or tells(event.reason) or _GIVES_A_REASON.search(event.text or "")
    late = list(
        _too_late(case, event, before, until, unsure_why=bool(why or made_up_for(case, told(case, event).keys)))
    )
    if until and early and not late:
        yield unsure(node, reversed_ends(event.field("date"), until.at))
    yield from late


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
    unmoved = isinstance(before, Limit) and to is not None and may_be_one(case.clock, before, to)
    unsure_why = unmoved or bool(_GIVES_A_REASON.search(change.text or ""))
    for found in _too_late(case, change, before, to, unsure_why=unsure_why):
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
        whom = gained(case, move, before.when)
        facts = TooLate(
            move.date, before.when, moved_by(case, before, until), whom.given_to, whom.left_out, whom.already_in
        )
        yield Hit(moment.at, facts, related, "possible" if doubt else None)


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
