"""Extensions of the deadline: in which turn each was given, until when, and whom it may have reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import Enum

from fairaudit.analysis.messages.extended_things import extends_asking_alone, extends_something_else, extends_validity
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.of_events import ends_early, once_of_each
from fairaudit.procurement.received.published import names_nobody
from fairaudit.procurement.received.recipients import meant, reaches, told
from fairaudit.sources.document import Path

Turn = tuple[datetime, datetime]
"""When a change of the deadline was made, and until when it goes; smaller is earlier."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class OfWhat(Enum):
    """What an extension is of, by its own words."""

    BIDDING = "the time to bid"
    PERHAPS_BIDDING = "the time for questions or visits, and perhaps the time to bid as well"
    ASKING = "the time for questions or visits, while the deadline for bids is said to stay"
    VALIDITY = "how long bids hold, so that nobody has more time to bid"


GIVE_NO_TIME_TO_BID = frozenset({OfWhat.ASKING, OfWhat.VALIDITY})


class Offer(Frozen):
    """An extension, in which turn it was given, until when, and whether it reached a bidder (`None`: perhaps).

    One that says it is of something else than the time for bids has perhaps given nobody more of that.
    """

    turn: Turn
    event: Event
    until: When
    instant: datetime | None
    """The one instant it goes to, where its moment is one."""
    early: bool
    """Whether it is recorded as ending before it was given."""
    reached: bool | None = True


class _Offers(Frozen):
    """The extensions that say until when: by the one bidder each can have reached, and those that may have reached others."""

    named: dict[str, list[Offer]]
    open: list[Offer]


def turn(clock: Clock, given: When | None, until: When | None) -> Turn:
    """Return the turn of what was given at one moment and goes until another."""
    return (clock.bounds(given)[0] if given else _LONG_AGO, clock.bounds(until, True)[0] if until else _LONG_AGO)


def extensions(case: Case, lot: str | None = None) -> tuple[Event, ...]:
    """Return the extensions of the deadline for a lot that say until when.

    Of how long bids hold nobody has more time to bid, so that an extension of that alone is none of the deadline; nor is one of
    the time for questions that says that the deadline for bids stays.
    """
    wanted = lot_of(case, lot)
    return tuple(one for one in case.once(_of_the_deadline) if one.lot is None or wanted in (None, one.lot))


def _of_the_deadline(case: Case) -> tuple[Event, ...]:
    return tuple(
        one
        for one in case.events
        if one.kind == "extension" and one.until is not None and what_is_extended(case, one) not in GIVE_NO_TIME_TO_BID
    )


@once_of_each
def what_is_extended(_: Case, event: Event) -> OfWhat:
    """Return what an extension is of by its own words: the one place that says so, for every rule that reads extensions."""
    reason = event.reason if isinstance(event.reason, str) else None
    said = " . ".join(one for one in (event.topic, event.text, reason) if one)
    until = event.until.date if event.until else None
    if extends_validity(said, until):
        return OfWhat.VALIDITY
    if extends_asking_alone(said, until):
        return OfWhat.ASKING
    return OfWhat.PERHAPS_BIDDING if extends_something_else(said, until) else OfWhat.BIDDING


def offered_to(case: Case, bidder: str | None, lot: str | None) -> tuple[Offer, ...]:
    """Return the extensions for a lot that may have reached a bidder (`None`: everybody), in the order they were given."""
    known = case.once(_offered)
    if (bidder, lot) not in known:
        known[bidder, lot] = tuple(_reaching(case, bidder, lot))
    return known[bidder, lot]


def furthest(offers: list[Offer]) -> list[Offer]:
    """Return of some extensions those that can be the last, each until another moment; all of them where no order is known.

    Of two until the same moment the one that was given first gave it.
    """
    instants = [one.instant for one in offers if one.instant is not None]
    if instants and len(instants) == len(offers):
        last = max(instants)
        offers = [one for one in offers if one.instant == last]
    return list({one.until: one for one in reversed(offers)}.values())


def _offered(_: Case) -> dict[tuple[str | None, str | None], tuple[Offer, ...]]:
    return {}


def _reaching(case: Case, bidder: str | None, lot: str | None) -> Iterator[Offer]:
    # Most lists of recipients are one of a few.
    known: dict[tuple[int, bool], bool | None] = {}
    for one in _open_to(case, bidder, lot):
        whom = id(told(case, one.event)), names_nobody(one.event)
        if whom not in known:
            known[whom] = reaches(case, one.event, bidder)
        reached = known[whom]
        if reached is not False:
            plain = what_is_extended(case, one.event) is OfWhat.BIDDING
            yield one if reached and plain else one._replace(reached=None)


def _open_to(case: Case, bidder: str | None, lot: str | None) -> tuple[Offer, ...]:
    """Return the extensions for a lot that may have reached a bidder (`None`: everybody), in the order they were given.

    Where each bidder of a thousand has an extension of its own, none is held against the extensions of all others.
    """
    offers = case.once(_offers)
    if not offers.named and not offers.open:
        return ()
    wanted = lot_of(case, lot)
    own = offers.named.get(meant(case, bidder), []) if bidder is not None else []
    found = sorted((*own, *offers.open), key=_in_turn) if own else offers.open
    return tuple(one for one in found if one.event.lot is None or wanted in (None, one.event.lot))


def _offers(case: Case) -> _Offers:
    found = _Offers({}, [])
    for one in sorted((_offer(case, event, event.until) for event in extensions(case) if event.until), key=_in_turn):
        whom = told(case, one.event)
        if reaches(case, one.event, None) is not False or whom.strangers.numbered or whom.strangers.squeezed:
            found.open.append(one)
        else:
            for key in whom.keys:
                found.named.setdefault(key, []).append(one)
    return found


def _offer(case: Case, event: Event, until: When) -> Offer:
    instant = case.clock.exact(until, True)
    return Offer(turn(case.clock, event.date, until), event, until, instant, ends_early(case, event))


def _in_turn(one: Offer) -> tuple[Turn, Path]:
    return one.turn, one.event.path
