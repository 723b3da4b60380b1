"""Checks of the family `information` on who has seen the site, and who has not."""

from collections import Counter

from fairaudit.checks.base import Found, Hit, Many, Unassessed, check
from fairaudit.checks.information.answers.left_out import Shared, left_out, shared
from fairaudit.checks.information.declines import declined_by, not_yet_there
from fairaudit.checks.information.leaving import Sent
from fairaudit.checks.information.papers.copies import ONCE_MORE, behind
from fairaudit.checks.information.papers.spread import Spread, first_sent, spread_at
from fairaudit.checks.information.talks.further import further_visits
from fairaudit.checks.information.visits.offers import Options, first_chance, offered_in_time, visit_days
from fairaudit.checks.information.visits.sites import Sites, two_sites
from fairaudit.checks.reasons import ZONE, first_unclear, incomplete, lacking, unsure
from fairaudit.checks.timing.in_words import in_days
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import SiteVisit
from fairaudit.procurement.received.recipients import reaches, told, told_of
from fairaudit.procurement.times.deadlines import Unclear


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
    at_most_hours: int = 168,
    of_a_visit: tuple[str, ...] = (),
    to_all: tuple[str, ...] = (),
    of_offers: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
) -> Found[Visited]:
    """Flag that some bidders known have been on no visit, all dates and events of a visit taken together; told at the first.

    Not where a visit that nobody must make was offered to all, no more than `at_most_hours` after the first of them: its own
    words say so (`to_all`), or words `of_a_visit` and `of_offers` of an event that went to all. Nor of those who wanted none,
    by words `of_declining` of an event about them or of the visit's own record, nor of those who registered after it.
    """
    visit = node.value
    if visit.bidders is None:
        yield lacking(visit.field("bidders"))
        return
    visits = case.once(_visits)
    others = left_out(case, set(visits), (), Sent(_first(case), visit.node))
    if isinstance(others, Unclear):
        yield unsure(node, others)
        return
    if visit is not next(one for one in case.tender.site_visits or () if one.bidders is not None):
        return
    # Whoever may choose may have stayed away; whoever must go and bids without it was treated otherwise.
    must = any(one.mandatory for one in case.tender.site_visits or ())
    if not must and others:
        offered = offered_in_time(case, _first(case), at_most_hours, (of_a_visit, to_all, of_offers))
        others = () if offered is True else _willing(case, others, of_a_visit, of_declining)
        if others and isinstance(offered, Unclear):
            yield unsure(node, offered)
            return
    if others:
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
    of_declining: tuple[str, ...] = (),
) -> Found[Shared]:
    """Flag a visit, told by events alone, of some bidders and not of others, or more than `at_most_hours` later.

    Not where it was offered to all no later: its own words say so (`to_all`), or words `of_a_visit` and `of_offers` of an event
    that went to all; nor of those who declined (`of_declining`) or registered after it. A visit of some once more, that was not
    offered to all, is flagged too.
    """
    event, thing, options = node.value, spread_at(case, node.value.path), (of_a_visit, to_all, of_offers)
    if reaches(case, event, None) is None:
        yield lacking(event.field("recipients"))
        return
    listed = any(one.bidders is not None for one in case.tender.site_visits or ())
    if thing is None or thing.listed or listed or event.path not in thing.leads:
        return
    since = thing.copies.earliest
    reached = thing.copies.in_time(case, since, at_most_hours)
    lots, sent = thing.received.item.lots, first_sent(thing)
    others = reached if isinstance(reached, Unclear) else left_out(case, reached, lots, sent)
    if isinstance(reached, Unclear) or isinstance(others, Unclear):
        yield unsure(node, first_unclear(reached, others) or ZONE)
        return
    if not others and (sites := two_sites(case, lot_of(case, event.lot))):
        yield _maybe_elsewhere(sites)
        return
    others = _willing(case, others, of_a_visit, of_declining)
    offered = offered_in_time(case, since, at_most_hours, options) if others else True
    if isinstance(offered, Unclear):
        yield unsure(node, offered)
    elif not offered:
        yield Hit(node, shared(case, reached, others, _behind(case, thing, others, options), "visit"))
    yield from _once_more(case, event, options, of_declining, () if offered else others)


def _maybe_elsewhere(sites: Sites) -> Unassessed:
    """Say that two visits may have been of two sites, each of which others have not seen."""
    first, second = (text_of(one.path) for one in sites)
    reason = f"{second} is called otherwise than {first}, and whether both were of one site is not given"
    return Unassessed(sites.second.field("topic"), reason, (f"{second}.topic (in other words)",))


def _once_more(
    case: Case, event: Event, options: Options, of_declining: tuple[str, ...], told_of_before: tuple[str, ...]
) -> Found[Shared]:
    """Tell of visits by those who had been there, of which nothing is said yet."""
    for extra in further_visits(case, lot_of(case, event.lot), options, of_declining):
        if isinstance(extra, Unassessed):
            yield extra
            continue
        if set(extra.left) <= set(told_of_before):
            continue
        if not case.holds_all("events"):
            yield incomplete(extra.sitting.at, "events")
            return
        yield Hit(extra.sitting.at, shared(case, set(extra.had), tuple(extra.left), ONCE_MORE, "visit"))


def _behind(case: Case, thing: Spread, others: tuple[str, ...], options: Options) -> str:
    """Return how much later others were there; where they never were and could have been later, how much later that was."""
    since, chance = thing.copies.earliest, first_chance(case, options)
    if chance is not None and since is not None and not set(others) & set(thing.received.had):
        return f"{in_days((chance - since.date).days)} later, when all could come"
    return behind(case, thing.copies, since, others)


def _willing(
    case: Case, others: tuple[str, ...], of_a_visit: tuple[str, ...], of_declining: tuple[str, ...]
) -> tuple[str, ...]:
    """Return those who did not decline, and were there to be asked when the last visit was."""
    days = sorted(visit_days(case), key=case.clock.rank)
    gone = declined_by(case, of_a_visit, of_declining) | not_yet_there(case, others, days[-1] if days else None)
    return tuple(one for one in others if one not in gone)


def _first(case: Case) -> When | None:
    return min(visit_days(case), key=case.clock.rank, default=None)


def _visits(case: Case) -> Counter[str]:
    """Return how many visits each has been on, by the list of visits and by events."""
    listed = (told_of(case, one.bidders).keys for one in case.tender.site_visits or () if one.bidders)
    events = (told(case, one).keys for one in case.events if one.kind == "site-visit")
    return Counter(who for keys in (*listed, *events) for who in keys)
