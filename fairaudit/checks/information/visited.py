"""Checks of the family `information` on who has seen the site, and who has not."""

from collections import Counter

from fairaudit.checks.base import Found, Hit, Many, check
from fairaudit.checks.information.answers import Shared, left_out, sent_to_some, shared
from fairaudit.checks.information.offers import declined_by, offered_to_all
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Unclear
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import told, told_of
from fairaudit.procurement.records import Event
from fairaudit.procurement.tender import SiteVisit


class Visited(Frozen):
    """Who has been on a visit, who has not, and how many visits those who made most have made."""

    given_to: tuple[str, ...] | Many
    left_out: tuple[str, ...] | Many
    difference: int


@check
def visit_for_some(
    node: Node[SiteVisit],
    case: Case,
    *,
    of_a_visit: tuple[str, ...] = (),
    to_all: tuple[str, ...] = (),
    of_offers: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
) -> Found[Visited]:
    """Flag that some bidders known have been on no visit, all dates and events of a visit taken together; told at the first.

    Not where a visit that nobody must make was offered to all: its own words say so (`to_all`), or words `of_a_visit` and
    `of_offers` of an event that went to all. Nor of those who wanted none, by words `of_declining` of an event about them.
    """
    visit = node.value
    if visit.bidders is None:
        yield lacking(visit.field("bidders"))
        return
    visits = case.once(_visits)
    others = left_out(case, set(visits))
    if isinstance(others, Unclear):
        yield unsure(node, others)
        return
    # Whoever may choose may have stayed away; whoever must go and bids without it was treated otherwise.
    must = any(one.mandatory for one in case.tender.site_visits or ())
    if not must and others:
        gone = declined_by(case, of_a_visit, of_declining)
        others = () if offered_to_all(case, of_a_visit, to_all, of_offers) else tuple(set(others) - gone)
    if others and visit is next(one for one in case.tender.site_visits or () if one.bidders is not None):
        who = shared(case, set(visits), others)
        facts = Visited(who.given_to, who.left_out, max(visits.values(), default=0))
        yield Hit(visit.field("bidders"), facts, confidence=None if must else "possible")


@check
def visit_arranged_for_some(
    node: Node[Event],
    case: Case,
    *,
    at_most_hours: int,
    of_a_visit: tuple[str, ...],
    to_all: tuple[str, ...],
    of_offers: tuple[str, ...],
) -> Found[Shared]:
    """Flag a visit, told by events alone, of some bidders and not of others, or more than `at_most_hours` later.

    Not where it was offered to all: its own words say so (`to_all`), or words `of_a_visit` and `of_offers` of an event that
    went to all.
    """
    if not offered_to_all(case, of_a_visit, to_all, of_offers):
        yield from sent_to_some(node, case, at_most_hours=at_most_hours)


def _visits(case: Case) -> Counter[str]:
    """Return how many visits each has been on, by the list of visits and by events."""
    listed = (told_of(case, one.bidders).keys for one in case.tender.site_visits or () if one.bidders)
    events = (told(case, one).keys for one in case.events if one.kind == "site-visit")
    return Counter(who for keys in (*listed, *events) for who in keys)
