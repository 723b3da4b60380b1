"""Talks in which some bidders alone could change what they had bid."""

from collections import Counter
from collections.abc import Iterable, Iterator

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.messages.changed import tells_of_a_change
from fairaudit.analysis.names import words
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.talks.in_contest import Words, owed
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import admitted, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import maybe, meant, reaches, told, told_of

NO_TOPIC = "no topic is recorded"


class Alone(Frozen):
    """Who negotiated or could change a bid, who could not, what it was about, and in how many talks."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    topic: str
    difference: str


@check
def changed_alone(
    node: Node[Event],
    case: Case,
    *,
    of_changing: tuple[str, ...],
    of_talks: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
    of_leaving: tuple[str, ...] = (),
) -> Found[Alone]:
    """Ask about talks before the award in which some bidders could change their bids, and others still in the contest not.

    Those are negotiations, and clarifications that are material or whose words are `of_changing`; told at the first of a lot.
    Who had left the contest, by an exclusion, a withdrawal or words `of_leaving`, or wanted no talk, by words `of_talks` and
    `of_declining`, is owed none.
    """
    event = node.value
    lot = lot_of(case, event.lot)
    own = _talks_by_lot(case, of_changing).get(lot, [])
    if not own or own[0] is not event:
        yield from with_nobody_named(case, event) if _may_change(event, of_changing) else ()
        return
    # All of them as one list: of many talks each with one bidder, none is held against every bidder.
    whom = told_of(case, tuple(who for one in own for who in (*(one.recipients or ()), one.bidder) if who))
    had = set(whom.keys)
    field = _field(case, lot)
    left = [one for one in field if one not in had and not maybe(case, whom, one)]
    if not left or EVERYBODY in had or had.isdisjoint(field):
        return
    if not case.holds_all("events"):
        yield incomplete(event.node, "events")
        return
    found = owed(case, left, event.lot, own, Words(of_talks, of_declining, of_leaving))
    if not found.left:
        if found.unclear:
            yield found.unclear
        return
    most = counted(most_talks(case, own, had), "talk")
    facts = Alone(_names(case, had), _names(case, set(found.left)), event.topic or NO_TOPIC, most)
    yield Hit(event.node, facts, tuple((one.node, "another talk") for one in own[1:]))


def _field(case: Case, lot: str | None) -> tuple[str, ...]:
    """Return those whose bids for a lot were not turned away; a bid that does not say its lot may be for another."""
    bids = (bid for bid in case.bids if lot_of(case, bid.lot) == lot and admitted(case, bid) is not False)
    return tuple(dict.fromkeys(meant(case, bid.bidder) for bid in bids if bid.bidder))


def most_talks(case: Case, talks: Iterable[Event], had: Iterable[str]) -> int:
    """Return how many of some talks the one bidder had that had most."""
    times = Counter(who for one in talks for who in told(case, one).keys)
    return max(times[who] for who in had)


Talks = dict[tuple[str, ...], dict[str | None, list[Event]]]
"""By what words tell of a changed bid: the talks for each lot."""


def _talks(_: Case) -> Talks:
    return {}


def _talks_by_lot(case: Case, of_changing: tuple[str, ...]) -> dict[str | None, list[Event]]:
    """Return the talks before the award in which bids could be changed, by lot; worked out once."""
    known = case.once(_talks)
    if of_changing not in known:
        found: dict[str | None, list[Event]] = {}
        for one in case.events:
            if _may_change(one, of_changing) and before_award(case, one) and reaches(case, one, None) is not None:
                found.setdefault(lot_of(case, one.lot), []).append(one)
        known[of_changing] = found
    return known[of_changing]


def _may_change(event: Event, of_changing: tuple[str, ...]) -> bool:
    """Whether a bid could be changed in a talk, by its kind or by what is told of it."""
    if event.kind == "negotiation":
        return True
    if event.kind != "clarification" and event.kind != "cure":
        return False
    told_of_it = [one for one in (event.topic, event.text, event.reason) if one]
    if event.material or any(says_any(words(one), of_changing) for one in told_of_it):
        return True
    return any(tells_of_a_change(one) for text in told_of_it for one in clauses(text))


def with_nobody_named(case: Case, event: Event) -> Iterator[Unassessed]:
    """Say that a talk before the award does not say with whom it was, unless one bidder alone is there."""
    alone = len(case.bids) == 1 and case.holds_all("bids")
    if not alone and reaches(case, event, None) is None and before_award(case, event):
        yield lacking(event.field("bidder"))


def before_award(case: Case, event: Event) -> bool:
    """Whether a talk was not after the first award of its lot that stands, when what was bid is settled."""
    return event.date is None or not is_awarded(case, event.date, event.lot)


def is_awarded(case: Case, when: When, lot: str | None) -> bool:
    """Whether a moment is after the first award of a lot that stands."""
    awards = case.once(_awarded)
    ends = [awards[one] for one in {lot_of(case, lot), None} if one in awards]
    return any(case.clock.before(when, one) is False for one in ends)


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
