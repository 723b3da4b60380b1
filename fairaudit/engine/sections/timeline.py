"""The procurement on one line: what happened to all, and a lane for every bidder: until when it could bid, and its receipt.

A lane shows the deadline that holds for its bidder, moved by every extension and change that reached it, and whatever went to
some bidders only: events, changes, visits, answers, documents, data and talks. What went to all who are known, or names nobody,
stands once, in the lane of the procurement. Moments that are written with different offsets are all given on the buyer's wall
clock, each with its offset.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.messages.standing import is_told, is_withdrawn
from fairaudit.analysis.messages.unhelpful import tells_nothing
from fairaudit.engine.contract.report import Moment
from fairaudit.engine.facts import clean
from fairaudit.engine.oneclock import on_one_clock
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.common import EVERYBODY, Period
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid, Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import Told, is_a_way, reaches, told, told_of
from fairaudit.procurement.times.deadlines import Limit, deadline_of
from fairaudit.sources.document import Path

_Dated = tuple[str, str, str, When, When | None, Path]
"""A moment to be: its lane, label and kind, when it begins and ends, and where it stands."""

_MOST_LANES = 12
"""What went to more bidders than this, though not to all, stands once and says to how many: a lane for each would drown it."""


def timeline_of(case: Case) -> tuple[Moment, ...]:
    """Return the moments of a case in order: the shared lane first, then the bidders' by name."""
    some = (*_events(case), *_visits(case), *_answers(case), *_given_to_some(case))
    found = dict.fromkeys((*_shared(case), *_bids(case), *some))
    dated = tuple(_forwards(case, one) for one in found)
    written = _written(dated, case.clock)
    moments = [
        Moment(lane, label, written[id(start)], written[id(end)] if end else None, kind, text_of(path))
        for lane, label, kind, start, end, path in dated
    ]
    return tuple(sorted(moments, key=lambda one: (one.lane, one.start, one.kind, one.label, one.path)))


def _forwards(case: Case, dated: _Dated) -> _Dated:
    """Return a moment without the end that its record puts before its beginning: what lies between them never was."""
    lane, label, kind, start, end, path = dated
    if end is None or not case.clock.reversed(start, end):
        return dated
    return lane, f"{label} (recorded as ending before it begins)", kind, start, None, path


def _written(dated: tuple[_Dated, ...], clock: Clock) -> dict[int, str]:
    """Return how moments are written on one clock, by the numbers of their values, which stand in many lanes each."""
    hours: dict[int, object] = {id(when): when for one in dated for when in one[3:5] if isinstance(when, When)}
    return {key: one.isoformat() for key, one in on_one_clock(hours, clock).items() if isinstance(one, When)}


def _moment(lane: str, label: str, kind: str, at: Node[object], end: When | None = None) -> Iterator[_Dated]:
    if isinstance(at.value, When):
        yield lane, label, kind, at.value, end, at.path


def _period(label: str, period: Period | None) -> Iterator[_Dated]:
    if period is not None and period.start_date is not None:
        yield from _moment("", label, "period", period.field("start_date"), period.end_date)
    elif period is not None:
        yield from _moment("", f"{label} ends", "deadline", period.field("end_date"))


def _shared(case: Case) -> Iterator[_Dated]:
    tender = case.tender
    yield from _moment("", "Published", "published", tender.field("published"))
    yield from _moment("", "Documents available", "documents", tender.field("documents_available"))
    yield from _period("Enquiries", tender.enquiry_period)
    yield from _period("Tender period", tender.tender_period)
    for amendment in tender.amendments or ():
        for lane, more in _lanes(case, told(case, amendment), whole=reaches(case, amendment, None)):
            yield from _moment(lane, f"Amendment{more}", "amendment", amendment.field("date"))
    for notice in tender.notices or ():
        yield from _moment("", f"Notice: {clean(notice.kind or 'unnamed', 60)}", "notice", notice.field("published"))
    if case.evaluation.opened:
        yield from _moment("", "Quality opened", "opened", case.evaluation.opened.field("quality"))
        yield from _moment("", "Price opened", "opened", case.evaluation.opened.field("price"))
    for award in case.awards:
        yield from _moment("", "Award", "award", award.field("date"))


def _bids(case: Case) -> Iterator[_Dated]:
    for bid in case.bids:
        lane = _lane(case, bid.bidder) if bid.bidder else clean(bid.id or "unnamed bidder")
        yield from _deadline(case, bid, lane)
        yield from _moment(lane, "Received", "received", bid.field("received"))


def _deadline(case: Case, bid: Bid, lane: str) -> Iterator[_Dated]:
    """Yield until when the bidder of a bid could send it; where that is not certain, what is recorded, and that it is not."""
    limit = deadline_of(case, bid)
    if isinstance(limit, Limit):
        yield lane, "Deadline", "deadline", limit.when, None, limit.at.path
        return
    own, period = bid.field("deadline"), case.tender.tender_period
    if own.value is None and period is not None:
        own = period.field("end_date")
    yield from _moment(lane, "Deadline (not certain)", "uncertain", own)


def _events(case: Case) -> Iterator[_Dated]:
    for event in case.events:
        kind = clean(event.kind or "event", 40).capitalize()
        for lane, more in _lanes(case, told(case, event), whole=event.bidder is None and reaches(case, event, None)):
            label = _called(kind, event.document or event.topic) + more
            yield from _moment(lane, label, "event", event.field("date"), event.until)


def _visits(case: Case) -> Iterator[_Dated]:
    for visit in case.tender.site_visits or ():
        for lane, more in _lanes(case, told_of(case, visit.bidders or ())):
            yield from _moment(lane, f"Site visit{more}", "event", visit.field("date"))


def _answers(case: Case) -> Iterator[_Dated]:
    """Yield what answers questions, or stands for that; whoever asked has it, too, where it is recorded to whom it went."""
    for one in case.enquiries:
        name = _called(_kind_of_answer(one), one.id)
        for lane, more in _lanes(case, _answered(case, one)):
            yield from _moment(lane, name + more, "event", one.field("answered"))


def _given_to_some(case: Case) -> Iterator[_Dated]:
    """Yield the documents, data and talks with the market that only some had; those for all would fill the shared lane."""
    tender, known = case.tender, case.once(_bidding)
    found = (
        *(
            (one.recipients, "Document", one.title or one.id, one.field("available_at"))
            for one in tender.documents or ()
        ),
        *(
            (one.recipients, "Data", one.document or one.kind, one.field("published"))
            for one in tender.disclosures or ()
        ),
        *(
            (one.participants, "Talk with the market", None, one.field("date"))
            for one in tender.market_engagement or ()
        ),
    )
    for names, kind, name, at in found:
        whom = told_of(case, names or ())
        # Those who came to a talk and never bid have no lane.
        kept = frozenset(one for one in whom.keys if not known or one in known or one == EVERYBODY)
        for lane, more in _lanes(case, whom._replace(keys=kept)):
            if lane or more:
                yield from _moment(lane, _called(kind, name) + more, "event", at)


def _kind_of_answer(one: Enquiry) -> str:
    """Return what stands for an answer: a text that is not given may have been one, and one that puts off is a reply."""
    if is_withdrawn(one.answer or "", one.question or ""):
        return "Question withdrawn"
    if one.answer is None or is_told(one.answer):
        return "Answer"
    return "Answer" if answers(one.answer, one.question) is True and not tells_nothing(one.answer) else "Reply"


def _answered(case: Case, enquiry: Enquiry) -> Told:
    found = told_of(case, enquiry.recipients or ())
    if enquiry.recipients is None or not enquiry.asked_by:
        return found
    # Most lists are the same few; with whoever asked each would be another one, to be read anew.
    return found._replace(keys=found.keys | told_of(case, (enquiry.asked_by,)).keys)


def _called(kind: str, name: str | None) -> str:
    """Return what a moment is called, by the whole of its name: one that is cut could not be redacted."""
    return f"{kind}: {clean(name, len(name))}" if name and name.strip() else kind


def _lanes(case: Case, whom: Told, *, whole: bool | None = False) -> tuple[tuple[str, str], ...]:
    """Return the lanes of those who were told of something, and what its label adds.

    It is the shared one where all were told, or nobody is named but the way it was told, as a portal.
    """
    known = case.once(_bidding)
    keys = [one for one in whom.keys if one in known or not is_a_way(one)]
    if not keys or whole or EVERYBODY in whom.keys or (len(known) > 1 and known <= whom.keys):
        return (("", ""),)
    if len(keys) > _MOST_LANES:
        return (("", f" (to {len(keys)} bidders)"),)
    return tuple((lane, "") for lane in sorted({_lane(case, one) for one in keys}))


def _lane(case: Case, key: str) -> str:
    """Return the whole name of a party, for a name that is cut may be that of two; with its id where two have one name."""
    known = case.once(_lanes_named)
    if key not in known:
        name = case.party_name(key)
        named = f"{name} ({key})" if name in case.once(_common) else name
        known[key] = clean(named, len(named))
    return known[key]


def _lanes_named(_: Case) -> dict[str, str]:
    """Return where it is kept what lanes are called: a long record asks for the same few thousands of times."""
    return {}


def _common(case: Case) -> frozenset[str]:
    """Return the names that two parties or more have."""
    names = Counter(one.name for one in case.parties if one.name)
    return frozenset(name for name, times in names.items() if times > 1)


def _bidding(case: Case) -> frozenset[str]:
    """Return all bidders known; one alone is not all."""
    return frozenset(field_of(case))
