"""Who saw the site much later than others, with little time left to use it."""

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.declines import alone, declined_by, did, speaks_of
from fairaudit.checks.information.visits.offers import Options, offered_in_time
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.checks.timing.in_words import apart, time_left
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import SiteVisit
from fairaudit.procurement.received.receipts import joined
from fairaudit.procurement.received.recipients import told, told_of
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for
from fairaudit.procurement.times.spans import days_from, days_until


class SawLater(Frozen):
    """Who saw the site later than whom, when each, how far apart, and how long was left to bid after the later visit."""

    bidders: tuple[str, ...]
    date: When
    difference: str
    others: tuple[str, ...]
    first: When
    left: str


class _Visit(Frozen):
    """The first visit of a bidder."""

    key: str
    when: When
    record: SiteVisit | Event


@check
def visit_later_for_some(
    node: Node[SiteVisit],
    case: Case,
    *,
    at_least_days: int,
    at_most_days_left: int,
    of_a_visit: tuple[str, ...] = (),
    to_all: tuple[str, ...] = (),
    of_offers: tuple[str, ...] = (),
    of_declining: tuple[str, ...] = (),
    of_asking: tuple[str, ...] = (),
) -> Found[SawLater]:
    """Ask about bidders who first saw the site `at_least_days` after others, with few days left and less than half of theirs.

    Few are `at_most_days_left`. Told once, at the first later visit. Not of those who registered later than that, nor where the
    first visit was offered to all, nor of who declined it (`of_declining`) or asked for a later one (`of_asking`).
    """
    listed = [one for one in case.tender.site_visits or () if one.bidders is not None]
    if node.value.bidders is None or node.value is not listed[0]:
        return
    if bare := next((one for one in listed if one.date is None), None):
        yield lacking(bare.field("date"))
        return
    firsts, deadline = _firsts(case), deadline_for(case)
    if len(firsts) < 2:
        return
    if isinstance(deadline, Unclear):
        yield unsure(node, deadline)
        return
    first = firsts[0]
    gone = declined_by(case, of_a_visit, of_declining) | _asked(case, firsts, of_a_visit, of_asking)
    late = [one for one in firsts if one.key not in gone and _waited(case, first, one, at_least_days)]
    late = [one for one in late if _hurried(case, first, one, deadline, at_most_days_left)]
    if late:
        yield from _told(node, case, firsts, late, deadline, at_least_days * 24, (of_a_visit, to_all, of_offers))


def _told(
    node: Node[SiteVisit],
    case: Case,
    firsts: list[_Visit],
    late: list[_Visit],
    deadline: Limit,
    hours: int,
    options: Options,
) -> Found[SawLater]:
    first, last = firsts[0], late[-1]
    offered = offered_in_time(case, first.when, hours, options)
    days = days_until(case, last.when, deadline)
    if isinstance(offered, Unclear) or isinstance(days, Unclear):
        yield unsure(node, first_unclear(offered, days) or ZONE)
    elif not offered:
        soon = tuple(case.party_name(one.key) for one in firsts if one.when == first.when)
        who, at = tuple(case.party_name(one.key) for one in late), Limit(last.when, last.record.field("date"))
        left = time_left(case, last.when, deadline, days)
        facts = SawLater(who, last.when, apart(case, first.when, at), soon, first.when, left)
        yield Hit(at.at, facts, ((first.record.field("date"), "the first visit"), (deadline.at, "the deadline")))


def _firsts(case: Case) -> list[_Visit]:
    """Return the first visit of every bidder known, the first one first; none where one of them was for all."""
    found: dict[str, _Visit] = {}
    visits: list[tuple[SiteVisit | Event, frozenset[str]]] = [
        (one, frozenset(told_of(case, one.bidders).keys)) for one in case.tender.site_visits or () if one.bidders
    ]
    visits += [(one, frozenset(told(case, one).keys)) for one in case.events if one.kind == "site-visit"]
    if any(EVERYBODY in keys for _, keys in visits):
        return []
    for record, keys in visits:
        for key in keys & {*field_of(case)} if record.date else ():
            if record.date and (key not in found or case.clock.before(record.date, found[key].when)):
                found[key] = _Visit(key, record.date, record)
    return sorted(found.values(), key=lambda one: (case.clock.rank(one.when), case.party_name(one.key)))


def _waited(case: Case, first: _Visit, one: _Visit, days: int) -> bool:
    """Whether somebody was on the site so many days after another, and after they had registered."""
    since = joined(case).get(one.key)
    gaps = [days_from(case.clock, when, one.when) for when in (first.when, since) if when]
    return all(isinstance(gap, int) and gap >= days for gap in gaps)


def _hurried(case: Case, first: _Visit, one: _Visit, deadline: Limit, most: int) -> bool:
    """Whether few days were left after a visit, and less than half of those that were left after the first."""
    left, longer = (days_until(case, each.when, deadline) for each in (one, first))
    return isinstance(left, int) and isinstance(longer, int) and left <= most and left * 2 < longer


def _asked(case: Case, visits: list[_Visit], of_a_visit: tuple[str, ...], of_asking: tuple[str, ...]) -> frozenset[str]:
    """Return who asked for a visit at another time: by its own record, or by an event about them alone."""
    found: set[str] = set()
    for one in visits:
        if speaks_of(one.record, of_asking):
            named = did(case, one.record, of_asking).parties
            found |= {each.key for each in visits if each.record is one.record and (not named or each.key in named)}
    for event in case.events:
        key = alone(case, event)
        if key is not None and speaks_of(event, of_a_visit) and speaks_of(event, of_asking):
            found.add(key)
    return frozenset(found)
