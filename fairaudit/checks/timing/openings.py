"""Checks of the family `deadlines` on the opening: after the last deadline, and not long after."""

from collections.abc import Iterator
from datetime import timedelta

from fairaudit.checks.base import Found, Hit, Verb, check
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.checks.scoring.evaluation_records import recorded_scores
from fairaudit.checks.timing.in_words import in_days, in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, name_of, rivals_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Access, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.times.arrivals import came_after, dated_too_early
from fairaudit.procurement.times.beginnings import (
    earliest,
    impossible,
    is_plain,
    opening_of,
    openings_logged,
    opens_nothing,
    recorded,
)
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for, deadline_of, latest, untimed
from fairaudit.procurement.times.lot_ends import lots_end_apart
from fairaudit.procurement.times.spans import days_from, elapsed


class OpenedAt(Frozen):
    """When bids were opened, or are to be, and the last moment at which one could be sent."""

    were: Verb
    opened: When
    deadline: When
    by: timedelta


_BEFORE_ANY = Verb("are recorded, before any of them had come, as")


@check
def opened_before_deadline(node: Node[Tender], case: Case) -> Found[OpenedAt]:
    """Flag bids opened before the last of the bidders' own deadlines, by the evaluation or by an event of the log.

    A bid looked at or scored before that deadline is a question, whatever opening was announced or is recorded as later, and so
    is an opening that is dated before any bid had come.
    """
    if wrong := impossible(case):
        told = _early(case, wrong, _last_of_all(case), "possible", _BEFORE_ANY)
        yield told if isinstance(told, Hit) else unsure(node, told or ZONE)
        return
    opened = opening_of(case)
    of_log = isinstance(opened, Limit) and opened.at.path[0] == "events"
    doubt = "possible" if lots_end_apart(case) else None
    told = None if of_log else _early(case, opened, _last_of_all(case), doubt)
    if isinstance(told, Hit):
        yield told
        return
    seen = [*_logged_early(case, of_log)] or [*_seen_before(case)]
    yield from (unsure(node, one) for one in (told, *seen) if isinstance(one, Unclear))
    yield from (one for one in seen if isinstance(one, Hit))


def _last_of_all(case: Case) -> Limit | Unclear:
    limits = [deadline_for(case), *(deadline_of(case, one) for one in case.bids if one.round is None)]
    return first_unclear(*limits) or latest(case.clock, [one for one in limits if isinstance(one, Limit)])


def _early(
    case: Case, opened: Limit | Unclear, last: Limit | Unclear, confidence: str | None, were: Verb | None = None
) -> Hit[OpenedAt] | Unclear | None:
    """Return that an opening came before a deadline, why that cannot be told, or nothing where it came after it."""
    if isinstance(last, Unclear) or isinstance(opened, Unclear):
        return first_unclear(opened, last)
    local = case.clock.local(opened.when)
    if last.when.time is None and opened.when.time is not None and local and local.date() == last.when.date:
        return untimed(last)
    early = case.clock.before(opened.when, last.when, end_first=True, end_second=True)
    by = case.clock.gap(opened.when, last.when, end_first=True, end_second=True)
    if early is None or (early and by is None):
        return ZONE
    if by is None or not early:
        return None
    facts = OpenedAt(were or _were(opened), opened.when, last.when, by)
    return Hit(opened.at, facts, ((last.at, "the last deadline"),), confidence)


def _logged_early(case: Case, alone: bool) -> Iterator[Hit[OpenedAt] | Unclear]:
    """Yield the first opening of the log that came before its deadline; `alone`: nothing else records when bids were opened.

    Where the evaluation records a later opening, one of the two is wrong.
    """
    first = sorted(openings_logged(case), key=lambda one: (case.clock.rank(one.date), one.path))
    found: list[Hit[OpenedAt] | Unclear | None] = []
    for one in first:
        # Where it names whose bid was opened, one of the two dates is wrong.
        if one.date and (one.bidder or not opens_nothing(case, one)):
            last, confidence = _deadline_of_opening(case, one, alone)
            were = Verb("may have been") if confidence else None
            found.append(_early(case, Limit(one.date, one.field("date")), last, confidence, were))
    hits = [one for one in found if isinstance(one, Hit)]
    yield from sorted(hits, key=lambda one: one.confidence is not None)[:1]
    if alone and not hits:
        yield from [one for one in found if isinstance(one, Unclear)][:1]


def _deadline_of_opening(case: Case, event: Event, alone: bool) -> tuple[Limit | Unclear, str | None]:
    """Return the last deadline for what an event of the log says was opened, and the confidence that it was early."""
    lots = {lot_of(case, one.lot) for one in case.bids if event.bidder and event.bidder in (one.bidder, one.id)}
    lots = {event.lot} if event.lot else lots
    sure = alone and is_plain(case, event)
    if not lots or None in lots:
        return _last_of_all(case), None if sure and not lots_end_apart(case) else "possible"
    limits = [deadline_for(case, lot=one) for one in sorted(filter(None, lots))]
    limits += [deadline_of(case, one) for one in case.bids if one.round is None and lot_of(case, one.lot) in lots]
    last = first_unclear(*limits) or latest(case.clock, [one for one in limits if isinstance(one, Limit)])
    return last, None if sure else "possible"


def _seen_before(case: Case) -> Iterator[Hit[OpenedAt]]:
    """Ask about the first look at a bid, or score of one, that is dated before the deadline: somebody had opened it.

    One dated before that bid had come has a wrong date, which is told as a contradiction: nothing was opened then.
    """
    last = _last_of_all(case)
    if not isinstance(last, Limit) or lots_end_apart(case) or any(one.round for one in case.bids):
        return
    seen_at: tuple[Access | Score, ...] = (
        *(case.evaluation.access_log or ()),
        *(one for _, one in recorded_scores(case.evaluation)),
    )
    dated = [Limit(one.at, one.field("at")) for one in seen_at if one.at and not came_after(case, one.bid, one.at)]
    early = [one for one in dated if case.clock.before(one.when, last.when, end_first=True, end_second=True)]
    seen = earliest(case.clock, early) if early else None
    told = _early(case, seen, last, "possible", Verb("may have been")) if seen else None
    if isinstance(told, Hit):
        yield told


def _were(opened: Limit) -> Verb:
    return Verb("were" if recorded(opened) else "are to be")


class SeenAt(Frozen):
    """Who looked at whose bid, when, and until when its rivals could send or change theirs."""

    person: str
    bidder: str
    at: When
    by: timedelta
    deadline: When


@check
def seen_before_deadline(node: Node[Access], case: Case) -> Found[SeenAt]:
    """Flag a look at a bid, by the log of accesses, before the last deadline of the bids for the same lot and round."""
    access = node.value
    if access.at is None:
        yield lacking(access.field("at"))
        return
    bid = case.once(_bids_by_id).get(access.bid or "")
    last = _last_limit(case, bid)
    seen = Limit(access.at, access.field("at"))
    unclear = last if isinstance(last, Unclear) else _same_day(case, seen, last)
    if isinstance(last, Unclear) or unclear:
        yield unsure(node, unclear or ZONE)
        return
    early = case.clock.before(seen.when, last.when, end_second=True)
    by = case.clock.gap(seen.when, last.when, end_second=True)
    if early is None or by is None:
        yield unsure(node, ZONE)
    elif early and came_after(case, access.bid, access.at):
        yield unsure(node, dated_too_early(seen.at, "the look"))
    elif early:
        who = case.person_name(access.person) if access.person else "Somebody"
        whose = name_of(case, bid) if bid else access.bid or "a bidder"
        yield Hit(seen.at, SeenAt(who, whose, seen.when, by, last.when), ((last.at, "the last deadline"),))


def _same_day(case: Case, seen: Limit, last: Limit) -> Unclear | None:
    """Return that a day without an hour leaves open whether a look at a bid came before a deadline of the same day."""
    days = [case.clock.local(one.when) for one in (seen, last)]
    if days[0] and days[1] and days[0].date() != days[1].date():
        return None
    # Where both are bare days, a look on the last day was before its end, or not.
    return next((untimed(one) for one in (seen, last) if one.when.time is None), None)


def _bids_by_id(case: Case) -> dict[str, Bid]:
    return {one.id: one for one in case.bids if one.id}


def _last_limit(case: Case, bid: Bid | None) -> Limit | Unclear:
    """Return the last deadline of the bids for the lot and round of one, of all without it; worked out once for each."""
    known = case.once(_last_by_place)
    key = (lot_of(case, bid.lot), bid.round) if bid else ("", "")
    if key not in known:
        rivals = rivals_of(case, bid) if bid else case.bids
        limits = [deadline_of(case, one) for one in rivals]
        if bid is None or bid.round is None:
            limits.append(deadline_for(case))
        known[key] = first_unclear(*limits) or latest(case.clock, [one for one in limits if isinstance(one, Limit)])
    return known[key]


def _last_by_place(_: Case) -> dict[tuple[str | None, str | None], Limit | Unclear]:
    return {}


class OpenedLate(Frozen):
    """When bids were opened, or are to be, and how long after the deadline."""

    were: Verb
    date: When
    left: str
    deadline: When


@check
def opened_long_after_deadline(node: Node[Tender], case: Case, *, at_most: int) -> Found[OpenedLate]:
    """Flag bids first opened more than `at_most` calendar days after the deadline for all."""
    opened, deadline = opening_of(case), deadline_for(case)
    if isinstance(opened, Unclear) or isinstance(deadline, Unclear):
        yield unsure(node, first_unclear(opened, deadline) or ZONE)
        return
    days = days_from(case.clock, deadline.when, opened.when)
    if isinstance(days, Unclear):
        yield unsure(node, days)
    elif days > at_most:
        span = elapsed(case, deadline.when, opened)
        after_it = in_days(days) if span is None else in_hours(span)
        facts = OpenedLate(_were(opened), opened.when, after_it, deadline.when)
        yield Hit(opened.at, facts, ((deadline.at, "the deadline"),))
