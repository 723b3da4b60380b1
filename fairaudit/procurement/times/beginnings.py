"""From when bidders could read the documents and work on their bids, and when bids were opened; each with its node."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import DocumentVersion
from fairaudit.procurement.received.recipients import among, reaches, told_of
from fairaudit.procurement.times.arrivals import all_came_after, its_came_after
from fairaudit.procurement.times.deadlines import (
    NO_ZONE,
    Limit,
    Unclear,
    deadline_for,
    deadline_of,
    moves_deadline,
    published_deadline,
    spelling,
)
from fairaudit.procurement.times.lot_ends import lots_end_apart
from fairaudit.procurement.times.moretime import extensions

_OF_BIDS = re.compile(r"(?i)\b(?:bids?|tenders?|offers?|proposals?|submissions?|envelopes?)\b")
_OF_SOMETHING_ELSE = re.compile(
    r"(?i)\b(?:(?:pre-?)?(?:selection|qualification)|requests?|short-?list\w*|expressions?|portal|period|enquir\w+|questions?"
    r"|window|data-?room|not|no|to be|will be|planned|test\w*|documents?)\b"
)


def opening_of(case: Case) -> Limit | Unclear:
    """Return when bids were first opened: as the evaluation records it, else the log of events, else as it was announced."""
    submission = case.tender.submission
    if impossible(case):
        return before_any_bid()
    times = _evaluated(case) or [
        Limit(one.date, one.field("date")) for one in openings_logged(case) if one.date and is_plain(case, one)
    ]
    if not times and submission and submission.opening:
        times = [Limit(submission.opening, submission.field("opening"))]
        if case.once(_overtaken):
            reason = "the opening was announced for a moment before the deadline as it was moved"
            return Unclear(reason, ("evaluation.opened",))
    if not times:
        return Unclear("when bids were opened is not given", ("evaluation.opened",))
    return earliest(case.clock, times)


def _evaluated(case: Case) -> list[Limit]:
    """Return when the evaluation says that bids were opened, and their prices."""
    opened = case.evaluation.opened
    return [Limit(at, opened.field(name)) for name in ("quality", "price") if opened and (at := getattr(opened, name))]


def before_any_bid() -> Unclear:
    """Return why an opening that is recorded as one before any bid had come tells nothing."""
    reason = "by the record every bid came after they had been opened, so that one of the dates is wrong"
    return Unclear(reason, ("evaluation.opened (as it took place)",))


def impossible(case: Case, of: str | None = None) -> Limit | None:
    """Return the first opening, or the one `of` quality or price, that the evaluation dates before any bid had come.

    Where bids could come for longer: at an opening when time was up nothing may have been there.
    """
    return next((one for one in all_impossible(case) if of is None or one.at.path[-1] == of), None)


def all_impossible(case: Case) -> tuple[Limit, ...]:
    """Return each opening, of quality or of prices, that the evaluation records as one before any bid had come."""
    return case.once(_impossible)


def _impossible(case: Case) -> tuple[Limit, ...]:
    # Where lots end apart, or bids came in rounds, others may have been opened.
    if case.tender.rounds or any(one.round for one in case.bids) or lots_end_apart(case):
        return ()
    deadline = deadline_for(case)
    found = []
    for one in _evaluated(case):
        # At an opening when time was up nothing may have been there, and what was let in came after it.
        over = isinstance(deadline, Limit) and not case.clock.before(one.when, deadline.when, end_second=True)
        if not over and all_came_after(case, one.when):
            found.append(one)
    return tuple(found)


def recorded(opening: Limit) -> bool:
    """Whether an opening is one that took place, and not only announced."""
    return opening.at.path[0] != "tender"


def openings_logged(case: Case) -> tuple[Event, ...]:
    """Return the events by which something was opened, with a date or without one, in the order of the case."""
    return case.once(_openings_logged)


def _openings_logged(case: Case) -> tuple[Event, ...]:
    return tuple(one for one in case.events if one.kind == "opening")


def is_plain(case: Case, opening: Event) -> bool:
    """Whether an event surely is an opening of bids: not of requests to be invited, nor of one that had not come.

    Where bidders are chosen first, or come back in rounds, only its own words say which of the openings it was.
    """
    said = " ".join(one for one in (opening.topic, opening.text, opening.document) if one)
    if said and (not _OF_BIDS.search(said) or _OF_SOMETHING_ELSE.search(said)):
        return False
    tender = case.tender
    staged = tender.procurement_method in ("selective", "limited") or tender.expression_of_interest_deadline is not None
    if (staged and not said) or tender.rounds or any(one.round for one in case.bids):
        return False
    return not opens_nothing(case, opening)


def opens_nothing(case: Case, opening: Event) -> bool:
    """Whether every bid that an event may be about came after it: what it opened is something else."""
    theirs = [one for one in case.bids if opening.bidder is None or opening.bidder in (one.bidder, one.id)]
    return bool(theirs) and all(its_came_after(case, one.id, opening.date) for one in theirs)


def _overtaken(case: Case) -> bool:
    """Whether the deadline of some bidder was moved beyond the opening that the tender announced."""
    announced = case.tender.submission.opening if case.tender.submission else None
    moved = extensions(case) or any(moves_deadline(one) for one in case.tender.amendments or ())
    if announced is None or not (moved or _bids_end_later(case, announced)):
        return False
    # Each bidder may have been told by a record of its own.
    limits = [deadline_for(case), *(deadline_of(case, one) for one in case.bids if one.round is None)]
    return any(isinstance(one, Limit) and _opens_before(case, announced, one) for one in limits)


def _bids_end_later(case: Case, announced: When) -> bool:
    """Whether bids have deadlines of their own, where the published one came before the opening that was announced."""
    if lots_end_apart(case) or not any(one.deadline and one.round is None for one in case.bids):
        return False
    published = published_deadline(case)
    return isinstance(published, Limit) and _opens_before(case, announced, published) is False


def _opens_before(case: Case, announced: When, limit: Limit) -> bool | None:
    return case.clock.before(announced, limit.when, end_first=True, end_second=True)


def earliest(clock: Clock, limits: Iterable[Limit]) -> Limit | Unclear:
    """Return the first of some beginnings, whatever their order; a bare day begins at 00:00."""
    best: Limit | None = None
    for one in sorted(limits, key=spelling):
        sooner = clock.before(one.when, best.when) if best is not None else True
        if sooner is None:
            return Unclear(NO_ZONE, ("tender.time_zone",))
        best = one if sooner else best
    return best or Unclear("no moment is given", ())


def documents_from(case: Case, bidder: str | None = None, document: str | None = None) -> Limit | Unclear:
    """Return from when a bidder (`None`: everybody) could read the documents, or one of them; worked out once for each."""
    known = case.once(_read_from)
    key = (bidder, document)
    if key not in known:
        known[key] = _documents_from(case, bidder, document)
    return known[key]


def _read_from(_: Case) -> dict[tuple[str | None, str | None], Limit | Unclear]:
    return {}


class _Given(Frozen):
    """The versions of one document that say from when they were there, and the dated events by which it was given."""

    versions: list[DocumentVersion]
    events: list[Event]


def _given(case: Case) -> dict[str | None, _Given]:
    """Return what was given by document; under `None` all of it."""
    found: dict[str | None, _Given] = {None: _Given([], [])}
    for version in case.tender.documents or ():
        for key in {version.id, None} if version.available_at else ():
            found.setdefault(key, _Given([], [])).versions.append(version)
    for event in case.events:
        for key in {event.document, None} if event.date and event.kind in ("access", "document") else ():
            found.setdefault(key, _Given([], [])).events.append(event)
    return found


def _documents_from(case: Case, bidder: str | None, document: str | None) -> Limit | Unclear:
    tender, given = case.tender, case.once(_given).get(document, _Given([], []))
    found = [
        Limit(one.available_at, one.field("available_at"))
        for one in given.versions
        if one.available_at and (one.recipients is None or _listed(case, one.recipients, bidder))
    ]
    found += [Limit(one.date, one.field("date")) for one in given.events if one.date and reaches(case, one, bidder)]
    for name in ("documents_available", "published"):
        if (at := getattr(tender, name)) and not (found and document):
            found.append(Limit(at, tender.field(name)))
            break
    if not found:
        return Unclear("from when the documents could be read is not given", ("tender.documents_available",))
    return earliest(case.clock, found)


def _listed(case: Case, recipients: tuple[str, ...], bidder: str | None) -> bool:
    found = told_of(case, recipients)
    return EVERYBODY in found.keys or bool(bidder and among(case, found, bidder))


def window_start(case: Case) -> Limit | Unclear:
    """Return when the time to bid began to run: published, the documents there, and a stated tender period begun."""
    tender, period = case.tender, case.tender.tender_period
    named = [(name, getattr(tender, name)) for name in ("published", "documents_available")]
    times = [Limit(at, tender.field(name)) for name, at in named if at]
    if period and period.start_date:
        times.append(Limit(period.start_date, period.field("start_date")))
    if not times:
        return Unclear("from when bidders could work on their bids is not given", ("tender.published",))
    return max_start(case.clock, times)


def max_start(clock: Clock, limits: list[Limit]) -> Limit | Unclear:
    """Return the later of some beginnings."""
    best = limits[0]
    for one in limits[1:]:
        later = clock.before(best.when, one.when)
        if later is None:
            return Unclear(NO_ZONE, ("tender.time_zone",))
        best = one if later else best
    return best
