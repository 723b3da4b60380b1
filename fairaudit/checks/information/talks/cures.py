"""Checks of the family `information` on how long bidders had to answer what they were asked about their bids."""

from datetime import timedelta

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.lengths import at_ends, stretch_of
from fairaudit.checks.information.talks.contacts import Topic, about
from fairaudit.checks.information.talks.other_words import events_like
from fairaudit.checks.timing.working_window import calendar_for
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import told
from fairaudit.procurement.times.deadlines import Unclear

_LONGEST = 400
"""Of how many days those off are counted; nobody has longer to answer."""


class Allowed(Frozen):
    """Who had the longest and who the shortest time to answer about a topic, and how far apart they are."""

    topic: str
    best: tuple[str, ...]
    longest: timedelta
    worst: tuple[str, ...]
    shortest: timedelta
    difference: timedelta


@check
def answering_time_unlike(node: Node[Event], case: Case, *, at_most_hours: int) -> Found[Allowed]:
    """Flag that bidders asked about one topic had times to answer that are more than `at_most_hours` apart; told at the first.

    What one bidder was asked several times counts by the longest time. Where bids say until when a defect may be put right,
    that is compared by another rule. Times that are as long but for days off ask a person to look, and so do those of topics
    that are one only by words that are like each other.
    """
    event, dated = node.value, case.once(_dated_defects)
    asked = case.once(_by_topic).get((lot_of(case, event.lot), about(event.topic)), [])
    if not asked or asked[0] is not event or about(event.topic) in dated:
        return
    found = tuple(_apart(node, case, asked, at_most_hours)) if _compared(asked) else ()
    near = _in_other_words(case, event, asked)
    if not found and near and near[0] is event and not any(about(one.topic) in dated for one in near):
        found = tuple(
            one._replace(confidence="possible") if isinstance(one, Hit) else one
            for one in _apart(node, case, near, at_most_hours)
        )
    yield from found


def _compared(same: list[Event]) -> bool:
    return len(same) > 1 and any(one.until for one in same)


def _in_other_words(case: Case, event: Event, asked: list[Event]) -> list[Event]:
    """Return what was asked about a topic and about topics like it, in one order; none where all say it in the same words."""
    lot, groups = lot_of(case, event.lot), case.once(_by_topic)
    like = events_like(case, event.topic)
    known = {one.path for topic in {about(one.topic) for one in like} for one in groups.get((lot, topic), ())}
    every = [one for one in like if one.path in known]
    return every if len(every) > len(asked) and _compared(every) else []


def _apart(node: Node[Event], case: Case, same: list[Event], at_most_hours: int) -> Found[Allowed]:
    """Compare how long each had to answer what was asked about one topic."""
    times: dict[str, timedelta] = {}
    working: dict[str, timedelta] = {}
    for one in same:
        stretch = stretch_of(case, one, by_days=True)
        if isinstance(stretch, Unassessed):
            yield stretch
            return
        span, net = stretch.span, stretch.span - _off(case, stretch.start, stretch.stop)
        for who in told(case, one).keys:
            times[who] = max(span, times.get(who, span))
            working[who] = max(net, working.get(who, net))
    longest, shortest = max(times.values()), min(times.values())
    if longest - shortest > timedelta(hours=at_most_hours):
        best, worst = (tuple(sorted(map(case.party_name, who))) for who in at_ends(times))
        facts = Allowed(str(node.value.topic), best, longest, worst, shortest, longest - shortest)
        # Two working days are two for each, though a weekend lies in those of one.
        even = max(working.values()) - min(working.values()) <= timedelta(hours=at_most_hours)
        related = tuple((one.node, "asked about the same") for one in same[1:])
        yield Hit(node, facts, related, "possible" if even else None)


def _off(case: Case, first: When, last: When) -> timedelta:
    """Return how much of a time are days off: whole days between, by the buyer's calendar where it is known."""
    calendar = calendar_for(case)
    between = min((last.date - first.date).days - 1, _LONGEST)
    days = (first.date + timedelta(days=one) for one in range(1, between + 1))
    if isinstance(calendar, Unclear):
        return timedelta(days=sum(day.weekday() > 4 for day in days))
    return timedelta(days=sum(not calendar.is_working(day) for day in days))


def _by_topic(case: Case) -> dict[tuple[str | None, Topic], list[Event]]:
    """Return by lot and topic what bidders were asked; what goes to all is alike."""
    found: dict[tuple[str | None, Topic], list[Event]] = {}
    for one in case.events:
        keys = told(case, one).keys
        if one.kind in ("clarification", "cure") and about(one.topic) and keys and EVERYBODY not in keys:
            found.setdefault((lot_of(case, one.lot), about(one.topic)), []).append(one)
    return found


def _dated_defects(case: Case) -> frozenset[Topic]:
    dated = (one for bid in case.bids for one in bid.defects or () if one.cure_until)
    return frozenset(about(text) for one in dated for text in (one.code, one.text))
