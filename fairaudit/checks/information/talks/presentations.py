"""Checks of the family `information` on who could present, and for how long."""

from collections import Counter
from datetime import timedelta

from fairaudit.analysis.calendars import MONTHS_SAID, WEEK_SAID
from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.lengths import at_ends, lengths_of, lots_open
from fairaudit.checks.information.talks.changed_alone import before_award, with_nobody_named
from fairaudit.checks.information.talks.chosen_to_present import chosen_by_rank
from fairaudit.checks.information.talks.in_contest import Words, owed
from fairaudit.checks.information.unequal import UnequalTime
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import admitted, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import maybe, meant, told

Talk = tuple[str | None, frozenset[str]]
"""A lot, and the words of a topic but for the names of who presents and for when."""
_OF_SLOTS = frozenset({"slot", "slots", "morning", "afternoon", "am", "pm", "on", *WEEK_SAID, *MONTHS_SAID})
"""Words of a topic that tell one turn from another: `slot 2`, `on Tuesday 3 November`."""


@check
def presentations_unlike(node: Node[Event], case: Case, *, at_most_minutes: int) -> Found[UnequalTime]:
    """Flag presentations for one lot on one topic of which the longest took `at_most_minutes` more than the shortest.

    Whatever a bidder presented on several days counts together, alone or with others, and what it presented at one time in
    two rooms once; the first record tells of all. Where no record says its lot, who bids for more may have had more.
    """
    event = node.value
    for name in ("date", "until"):
        if getattr(event, name) is None:
            yield lacking(event.field(name))
            return
    same = [one for one in case.once(presentations_by_talk).get(talk_of(case, event), []) if one.date and one.until]
    if not same or same[0] is not event:
        return
    spans = lengths_of(case, same)
    if isinstance(spans, Unassessed):
        yield spans
        return
    if not spans:
        return
    most = timedelta(minutes=at_most_minutes)
    longest, shortest = max(spans.values()), min(spans.values())
    if longest - shortest <= most:
        return
    open_ = lot_of(case, event.lot) is None and lots_open(event, case, spans, lambda high, low: high - low > most)
    if isinstance(open_, Unassessed):
        yield open_
        return
    best, worst = (_names(case, who) for who in at_ends(spans))
    related = tuple((one.node, "a presentation") for one in same[1:])
    facts = UnequalTime(best, longest, worst, shortest, longest - shortest)
    yield Hit(event.node, facts, related, "possible" if open_ else None)


class Absent(Frozen):
    """Who presented, who did not, and how many presentations those who made most have made."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    difference: int


@check
def presentation_for_some(
    node: Node[Event],
    case: Case,
    *,
    of_talks: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
    of_leaving: tuple[str, ...] = (),
) -> Found[Absent]:
    """Flag that bidders whose bids were let in, or not turned away, did not present while others did; told at the first.

    What was presented after the award of the lot compares nobody, nor who had left the contest before, by an exclusion, a
    withdrawal or words `of_leaving`, or wanted to present nothing, by words `of_talks` and `of_declining`. That the best of
    them presented by a rule is not assessed.
    """
    event = node.value
    lot = lot_of(case, event.lot)
    same = case.once(_by_lot).get(lot, [])
    if not same or same[0] is not event:
        yield from with_nobody_named(case, event)
        return
    times = _how_often(case, same)
    # A bid that does not say its lot may be for another.
    field = {
        meant(case, bid.bidder): None
        for bid in case.bids
        if bid.bidder and lot_of(case, bid.lot) == lot and admitted(case, bid) is not False
    }
    absent = [one for one in field if one not in times and not any(maybe(case, told(case, it), one) for it in same)]
    if not absent or EVERYBODY in times or not times.keys() & field.keys():
        return
    if not case.holds_all("events"):
        yield incomplete(event.node, "events")
        return
    found = owed(case, absent, event.lot, same, Words(of_talks, of_declining, of_leaving))
    unclear = chosen_by_rank(event, len(times)) if found.left else found.unclear
    if unclear or not found.left:
        yield from (unclear,) if unclear else ()
        return
    facts = Absent(_names(case, set(times)), _names(case, set(found.left)), max(times.values()))
    yield Hit(event.node, facts, tuple((one.node, "a presentation") for one in same[1:]))


def _how_often(case: Case, same: list[Event]) -> Counter[str]:
    """Count the presentations of each; two records of one bidder that begin at one hour are two people at one of them."""
    begun = ((one.date if one.date and one.date.time else one.path, one) for one in same)
    return Counter(who for who, _ in {(who, start) for start, one in begun for who in told(case, one).keys})


def _names(case: Case, keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(map(case.party_name, keys)))


def talk_of(case: Case, event: Event) -> Talk:
    """Return the lot and the topic of a presentation."""
    own = {word for key in told(case, event).keys for name in (key, case.party_name(key)) for word in words(name)}
    said = frozenset(words(event.topic or ""))
    if said & _OF_SLOTS:
        own |= _OF_SLOTS | {word for word in said if word[0].isdigit()}
    return lot_of(case, event.lot), said - own


def presentations_by_talk(case: Case) -> dict[Talk, list[Event]]:
    """Return the presentations of bidders who are named, by lot and topic."""
    found: dict[Talk, list[Event]] = {}
    for one in case.events:
        if one.kind == "presentation" and told(case, one).keys and EVERYBODY not in told(case, one).keys:
            found.setdefault(talk_of(case, one), []).append(one)
    return found


def _by_lot(case: Case) -> dict[str | None, list[Event]]:
    found: dict[str | None, list[Event]] = {}
    for one in case.events:
        if one.kind == "presentation" and told(case, one).keys and before_award(case, one):
            found.setdefault(lot_of(case, one.lot), []).append(one)
    return found
