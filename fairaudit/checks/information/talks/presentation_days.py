"""A check of the family `information` on how far apart the days are on which bidders presented."""

from datetime import date, timedelta
from itertools import pairwise

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.names import organisation_name, words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.declines import alone, did, speaks_of, texts
from fairaudit.checks.information.leaving import events_alone
from fairaudit.checks.information.lengths import lots_bid_for, may_bid_for
from fairaudit.checks.information.talks.changed_alone import before_award
from fairaudit.checks.information.talks.presentations import presentations_by_talk, talk_of
from fairaudit.checks.reasons import lacking
from fairaudit.checks.timing.moves import day_at
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import told

_BACK = 2
"""How many words before a phrase may take it back: `not at its own request`."""
_NOT = frozenset(("not", "never", "no"))


class DaysApart(Frozen):
    """Who presented first and who last, on which days, and how far apart these are."""

    best: tuple[str, ...]
    last: When
    worst: tuple[str, ...]
    first: When
    difference: timedelta


class Turn(Frozen):
    """On which day a bidder presented, and the record of it."""

    day: date
    when: When
    event: Event


@check
def presentations_far_apart(
    node: Node[Event],
    case: Case,
    *,
    at_most_days: int,
    successive_days: int,
    of_talks: tuple[str, ...],
    of_asking: tuple[str, ...],
    at_own_request: tuple[str, ...],
) -> Found[DaysApart]:
    """Ask about presentations for one lot on one topic of which the last was more than `at_most_days` after the first.

    Not where they went on from day to day, none more than `successive_days` after the one before. Nor of a bidder that asked
    for another day itself, by words `of_talks` and `of_asking` of an event about it alone or of the presentation's own
    record, or `at_own_request`. Of bidders with several days the first counts, and where all had as many, each in its turn.
    """
    event = node.value
    if event.date is None:
        yield lacking(event.field("date"))
        return
    same = case.once(presentations_by_talk).get(talk_of(case, event), [])
    dated = [one for one in same if one.date and before_award(case, one)]
    if not dated or dated[0] is not event:
        return
    asked: set[str] = set()
    while True:
        found = _far_apart(case, event, _rounds(case, dated, asked), at_most_days, successive_days)
        if found is None:
            return
        turns, early, late = found
        # Few are first or last: what all others wrote in a long log need not be read.
        own = {
            who for who in early | late or {*turns} if _asked(case, who, dated, (of_talks, of_asking, at_own_request))
        }
        if not own:
            yield _told(case, turns, early, late) if early else lacking(event.field("lot"))
            return
        asked |= own


def _far_apart(
    case: Case, event: Event, rounds: list[dict[str, Turn]], at_most_days: int, successive_days: int
) -> tuple[dict[str, Turn], set[str], set[str]] | None:
    """Return the first round that is too far apart, with who was first and last in it; nobody where the lot is missing."""
    most = timedelta(at_most_days)
    for turns in rounds:
        days = sorted({turn.day for turn in turns.values()})
        if all((after - before).days <= successive_days for before, after in pairwise(days)):
            continue
        early, late = _ends(case, event, turns, most)
        if early or days[-1] - days[0] > most:
            return turns, early, late
    return None


def _told(case: Case, turns: dict[str, Turn], early: set[str], late: set[str]) -> Hit[DaysApart]:
    first, last = (turns[min(who)] for who in (early, late))
    best, worst = (tuple(sorted(map(case.party_name, who))) for who in (late, early))
    facts = DaysApart(best, last.when, worst, first.when, last.day - first.day)
    return Hit(last.event.field("date"), facts, ((first.event.node, "the first presentation"),), "possible")


def _rounds(case: Case, dated: list[Event], asked: set[str]) -> list[dict[str, Turn]]:
    """Return on which day each bidder had its first turn, and where all presented on as many days, each turn."""
    had: dict[str, dict[date, Turn]] = {}
    bid_for = case.once(lots_bid_for)
    for one in dated:
        if one.date:
            turn = Turn(day_at(case, one.date), one.date, one)
            lot = lot_of(case, one.lot)
            for who in (who for who in told(case, one).keys - asked if may_bid_for(bid_for, who, lot)):
                had.setdefault(who, {}).setdefault(turn.day, turn)
    turns = {who: [days[day] for day in sorted(days)] for who, days in had.items()}
    counts = {len(days) for days in turns.values()}
    many = counts.pop() if len(counts) == 1 else min(len(counts), 1)
    return [{who: days[at] for who, days in turns.items()} for at in range(many)]


def _ends(case: Case, event: Event, turns: dict[str, Turn], most: timedelta) -> tuple[set[str], set[str]]:
    """Return who presented first and who last, of those who may bid for one lot, where these are too far apart."""
    bid_for = case.once(lots_bid_for) if lot_of(case, event.lot) is None and len(case.lots) > 1 else {}

    def rivals(one: str, other: str) -> bool:
        own, others = bid_for.get(one), bid_for.get(other)
        return own is None or others is None or bool(own & others)

    spans = {(one, other): turns[other].day - turns[one].day for one in turns for other in turns if rivals(one, other)}
    widest = max(spans.values(), default=timedelta(0))
    if widest <= most:
        return set(), set()
    pairs = [pair for pair, span in spans.items() if span == widest]
    day = min(turns[one].day for one, _ in pairs)
    kept = [pair for pair in pairs if turns[pair[0]].day == day]
    return {one for one, _ in kept}, {other for _, other in kept}


def _asked(case: Case, key: str, dated: list[Event], said: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a record says that a bidder asked for another day than it was given."""
    of_talks, of_asking, at_own_request = said
    presented = [one for one in dated if key in told(case, one).keys]
    paths = {one.path for one in presented}
    for one in (*presented, *(one for one in _of_talks(case, key, of_talks) if one.path not in paths)):
        own, about = one.path in paths, alone(case, one)
        asked = did(case, one, of_asking, key if about == key else None)
        if key in asked.parties or (asked.bare and about == key and not own):
            return True
        if about == key and any(_at_request(case, key, text, at_own_request) for text in texts(one)):
            return True
    return False


def _of_talks(case: Case, key: str, phrases: tuple[str, ...]) -> list[Event]:
    """Return the events about a bidder alone that speak of presentations."""
    known = case.once(_known_of_talks)
    if (key, phrases) not in known:
        known[key, phrases] = [one for one in case.once(events_alone).get(key, ()) if speaks_of(one, phrases)]
    return known[key, phrases]


def _known_of_talks(_: Case) -> dict[tuple[str, tuple[str, ...]], list[Event]]:
    return {}


def _at_request(case: Case, key: str, text: str, phrases: tuple[str, ...]) -> bool:
    """Whether a text says that something was so at a bidder's own request, or at that of a bidder it names."""
    core = organisation_name(case.party_name(key)).core[:1]
    named = {("at", "the", "request", "of", *core), ("at", f"{core[0]}s", "request")} if core else set()
    for said in map(words, clauses(text)):
        for phrase in (*map(words, phrases), *named):
            for at in range(len(said) - len(phrase) + 1):
                if said[at : at + len(phrase)] == phrase and _NOT.isdisjoint(said[max(0, at - _BACK) : at]):
                    return True
    return False
