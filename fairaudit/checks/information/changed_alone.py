"""Talks in which some bidders alone could change what they had bid."""

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.contacts import holds
from fairaudit.checks.reasons import incomplete
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import maybe, meant, told_of
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import admitted, lot_of
from fairaudit.procurement.scalars import When

Phrases = tuple[tuple[str, ...], ...]


class Alone(Frozen):
    """Who negotiated or could change a bid, who could not, what it was about, and in how many talks."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    topic: str
    difference: str


@check
def changed_alone(node: Node[Event], case: Case, *, of_changing: tuple[str, ...]) -> Found[Alone]:
    """Ask about talks before the award in which some bidders could change their bids, and others still in the contest not.

    Those are negotiations, and clarifications that are material or whose words are `of_changing`; told at the first of a lot.
    """
    event = node.value
    lot = lot_of(case, event.lot)
    own = _talks_by_lot(case, of_changing).get(lot, [])
    if not own or own[0] is not event:
        return
    # All of them as one list: of many talks each with one bidder, none is held against every bidder.
    whom = told_of(case, tuple(who for one in own for who in (*(one.recipients or ()), one.bidder) if who))
    had = set(whom.keys)
    # A bid that does not say its lot may be for another.
    field = {
        meant(case, bid.bidder): None
        for bid in case.bids
        if bid.bidder and lot_of(case, bid.lot) == lot and admitted(case, bid) is not False
    }
    left = [one for one in field if one not in had and not maybe(case, whom, one)]
    if not left or EVERYBODY in had or not had & field.keys():
        return
    if not case.holds_all("events"):
        yield incomplete(event.node, "events")
        return
    facts = Alone(_names(case, had), _names(case, set(left)), event.topic or str(event.kind), counted(len(own), "talk"))
    yield Hit(event.node, facts, tuple((one.node, "another talk") for one in own[1:]))


Talks = dict[tuple[str, ...], dict[str | None, list[Event]]]
"""By what words tell of a changed bid: the talks for each lot."""


def _talks(_: Case) -> Talks:
    return {}


def _talks_by_lot(case: Case, of_changing: tuple[str, ...]) -> dict[str | None, list[Event]]:
    """Return the talks before the award in which bids could be changed, by lot; worked out once."""
    known = case.once(_talks)
    if of_changing not in known:
        phrases = tuple(words(one) for one in of_changing)
        found: dict[str | None, list[Event]] = {}
        for one in case.events:
            if _may_change(one, phrases) and before_award(case, one):
                found.setdefault(lot_of(case, one.lot), []).append(one)
        known[of_changing] = found
    return known[of_changing]


def _may_change(event: Event, phrases: Phrases) -> bool:
    """Whether a bid could be changed in a talk, by its kind or by what is told of it."""
    if event.kind == "negotiation":
        return True
    if event.kind != "clarification" and event.kind != "cure":
        return False
    said = [words(one or "") for one in (event.topic, event.text, event.reason)]
    return bool(event.material) or any(holds(one, phrase) for one in said for phrase in phrases)


def before_award(case: Case, event: Event) -> bool:
    """Whether a talk was not after the first award of its lot that stands, when what was bid is settled."""
    awards = case.once(_awarded)
    ends = [awards[lot] for lot in {lot_of(case, event.lot), None} if lot in awards]
    return event.date is None or all(case.clock.before(event.date, one) is not False for one in ends)


def _awarded(case: Case) -> dict[str | None, When]:
    """Return when each lot was first awarded by a decision that stands."""
    found: dict[str | None, When] = {}
    for one in case.awards:
        lot = lot_of(case, one.lot)
        if one.date and one.status != "cancelled" and (lot not in found or case.clock.before(one.date, found[lot])):
            found[lot] = one.date
    return found


def _names(case: Case, keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(map(case.party_name, keys)))
