"""The procurement on one line: what happened to all, and a lane for every bidder's own deadline and receipt."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.engine.facts import clean
from fairaudit.engine.report import Moment
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Period
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.scalars import When


def timeline_of(case: Case) -> tuple[Moment, ...]:
    """Return the moments of a case in order: the shared lane first, then the bidders' by name."""
    moments = [*_shared(case), *_bids(case), *_events(case)]
    return tuple(sorted(moments, key=lambda one: (one.lane, one.start, one.kind, one.label, one.path)))


def _moment(lane: str, label: str, kind: str, at: Node[object], end: When | None = None) -> Iterator[Moment]:
    if isinstance(at.value, When):
        yield Moment(lane, label, at.value.isoformat(), end.isoformat() if end else None, kind, text_of(at.path))


def _period(label: str, period: Period | None) -> Iterator[Moment]:
    if period is not None and period.start_date is not None:
        yield from _moment("", label, "period", period.field("start_date"), period.end_date)
    elif period is not None:
        yield from _moment("", f"{label} ends", "deadline", period.field("end_date"))


def _shared(case: Case) -> Iterator[Moment]:
    tender = case.tender
    yield from _moment("", "Published", "published", tender.field("published"))
    yield from _moment("", "Documents available", "documents", tender.field("documents_available"))
    yield from _period("Enquiries", tender.enquiry_period)
    yield from _period("Tender period", tender.tender_period)
    for amendment in tender.amendments or ():
        yield from _moment("", "Amendment", "amendment", amendment.field("date"))
    for notice in tender.notices or ():
        yield from _moment("", f"Notice: {clean(notice.kind or 'unnamed', 60)}", "notice", notice.field("published"))
    if case.evaluation.opened:
        yield from _moment("", "Quality opened", "opened", case.evaluation.opened.field("quality"))
        yield from _moment("", "Price opened", "opened", case.evaluation.opened.field("price"))
    for award in case.awards:
        yield from _moment("", "Award", "award", award.field("date"))


def _bids(case: Case) -> Iterator[Moment]:
    for bid in case.bids:
        lane = clean(case.party_name(bid.bidder) if bid.bidder else bid.id or "unnamed bidder", 60)
        own = bid.field("deadline")
        period = case.tender.tender_period
        if own.value is None and period is not None:
            own = period.field("end_date")
        yield from _moment(lane, "Deadline", "deadline", own)
        yield from _moment(lane, "Received", "received", bid.field("received"))


def _events(case: Case) -> Iterator[Moment]:
    for event in case.events:
        lane = clean(case.party_name(event.bidder), 60) if event.bidder else ""
        kind = clean(event.kind or "event", 40)
        yield from _moment(lane, kind.capitalize(), "event", event.field("date"), event.until)
