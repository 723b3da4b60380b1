"""How long bidders were on the site."""

from datetime import timedelta

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.information.lengths import at_ends, lengths_of
from fairaudit.checks.information.unequal import UnequalTime
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import told
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import lot_of


@check
def visit_length_unlike(node: Node[Event], case: Case, *, at_least_minutes: int) -> Found[UnequalTime]:
    """Ask about visits for one lot of which the longest took twice the shortest and `at_least_minutes` more; told at the first.

    All visits of one bidder count together, alone or with others, and what two of its people saw at one time once. Compared
    only where all say from when until when.
    """
    event = node.value
    same = case.once(_visits).get(lot_of(case, event.lot), [])
    if not same or same[0] is not event:
        return
    spans = lengths_of(case, same)
    if isinstance(spans, Unassessed):
        yield spans
        return
    longest, shortest = max(spans.values()), min(spans.values())
    if longest - shortest >= max(timedelta(minutes=at_least_minutes), shortest):
        best, worst = (tuple(sorted(map(case.party_name, who))) for who in at_ends(spans))
        related = tuple((one.node, "a visit") for one in same[1:])
        yield Hit(event.node, UnequalTime(best, longest, worst, shortest, longest - shortest), related)


def _visits(case: Case) -> dict[str | None, list[Event]]:
    """Return the visits of bidders who are named, by lot, where all of a lot say from when until when."""
    found: dict[str | None, list[Event]] = {}
    for one in case.events:
        keys = told(case, one).keys
        if one.kind == "site-visit" and keys and EVERYBODY not in keys:
            found.setdefault(lot_of(case, one.lot), []).append(one)
    return {lot: same for lot, same in found.items() if all(one.date and one.until for one in same)}
