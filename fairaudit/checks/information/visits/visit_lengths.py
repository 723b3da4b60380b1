"""How long bidders were on the site."""

from datetime import timedelta

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.lengths import at_ends, lengths_of, lots_open
from fairaudit.checks.information.unequal import UnequalTime
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import told
from fairaudit.sources.document import Path


class Visits(Frozen):
    """The visits for one lot, or for any."""

    lot: str | None
    same: list[Event]


@check
def visit_length_unlike(node: Node[Event], case: Case, *, at_least_minutes: int) -> Found[UnequalTime]:
    """Ask about visits for one lot of which the longest took twice the shortest and `at_least_minutes` more; told at the first.

    All visits of one bidder count together, alone or with others, and what two of its people saw at one time once. Compared
    only where all say from when until when. Where no record says its lot, who bids for more may have been there for more.
    """
    event = node.value
    visits = case.once(_visits).get(event.path)
    if visits is None:
        return
    spans = lengths_of(case, visits.same)
    if isinstance(spans, Unassessed):
        yield spans
        return
    if not spans:
        return
    least = timedelta(minutes=at_least_minutes)
    longest, shortest = max(spans.values()), min(spans.values())
    if longest - shortest < max(least, shortest):
        return
    open_ = visits.lot is None and lots_open(event, case, spans, lambda high, low: high - low >= max(least, low))
    if isinstance(open_, Unassessed):
        yield open_
        return
    best, worst = (tuple(sorted(map(case.party_name, who))) for who in at_ends(spans))
    related = tuple((one.node, "a visit") for one in visits.same[1:])
    facts = UnequalTime(best, longest, worst, shortest, longest - shortest)
    yield Hit(event.node, facts, related, "possible" if open_ else None)


def _visits(case: Case) -> dict[Path, Visits]:
    """Return the visits of bidders who are named, by lot, each by its first, where all of a lot say from when until when."""
    visits = [one for one in case.events if one.kind == "site-visit" and told(case, one).keys]
    visits = [one for one in visits if EVERYBODY not in told(case, one).keys]
    lots = {one.path: lot_of(case, one.lot) for one in visits}
    named = {one.path: _lot_named(case, one) for one in visits if lots[one.path] is None}
    if None not in named.values():
        # A visit that is called by no lot may be of any, and is held against all of those that say no other.
        lots |= named
    found: dict[str | None, list[Event]] = {}
    for one in visits:
        found.setdefault(lots[one.path], []).append(one)
    full = ((lot, same) for lot, same in found.items() if all(one.date and one.until for one in same))
    return {same[0].path: Visits(lot, same) for lot, same in full}


def _lot_named(case: Case, event: Event) -> str | None:
    """Return the one lot whose title, or whose number as `lot 2`, a visit is called by."""
    topic = frozenset(words(event.topic or ""))
    called = [(one.id, frozenset(words(name))) for one in case.lots for name in (one.title, f"lot {one.id}") if name]
    exact = {lot for lot, name in called if topic and name == topic}
    within = exact or {lot for lot, name in called if name and name <= topic}
    return next(iter(within)) if len(within) == 1 else None
