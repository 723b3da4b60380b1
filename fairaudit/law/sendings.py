"""When notices, invitations and letters were sent, and how: laws that follow Directive 2014/24/EU count from sending.

A case often records only when a notice was published. A notice is published at the latest five days after it was sent
(Directive 2014/24/EU art 51(2)), so the day of publication stands in for it with that lag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from fairaudit.frozen import Frozen
from fairaudit.law.moments import ENDED, Happened, Step, add_steps, day_of, happened
from fairaudit.law.notices import notices
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Notice

PUBLISHED_WITHIN = 5
ELECTRONIC = "electronic"
OTHER = "other"
_ELECTRONIC = re.compile(r"electronic|e-?mail|portal|fax|facsimile|platform|online|internet", re.IGNORECASE)
_OTHER = re.compile(r"post|mail|letter|courier|hand|paper", re.IGNORECASE)


def means_of(notice: Notice) -> str | None:
    """Return whether a letter was sent by electronic means or fax, or in another way; `None` where that is not said."""
    if not notice.means:
        return None
    if _ELECTRONIC.search(notice.means):
        return ELECTRONIC
    return OTHER if _OTHER.search(notice.means) else None


def _sent(case: Case, kind: str) -> Iterator[Happened]:
    """Yield when the notices of a kind were sent, by their publication where nothing else is recorded."""
    for one in notices(case, kind):
        lots = one.lots or _lots_of(case, one)
        if one.submitted is not None:
            yield Happened(one.submitted, one.field("submitted"), lots)
        elif one.published is not None:
            yield Happened(one.published, one.field("published"), lots, PUBLISHED_WITHIN)


def _lots_of(case: Case, notice: Notice) -> tuple[str, ...]:
    found = next((one for one in case.awards if one.id == notice.award and notice.award is not None), None)
    return (found.lot,) if found and found.lot else ()


def _notice_sent(case: Case) -> Iterator[Happened]:
    told = tuple(_sent(case, "tender"))
    yield from told
    published = case.tender.published
    if not told and published is not None:
        yield Happened(published, case.tender.field("published"), (), PUBLISHED_WITHIN)


def _award_notice_sent(case: Case) -> Iterator[Happened]:
    yield from _sent(case, "contract-award")


def _prior_information_sent(case: Case) -> Iterator[Happened]:
    told = tuple(_sent(case, "planned-procurement"))
    yield from told
    planned = case.tender.planned_notice
    if not told and planned is not None and planned.published is not None:
        yield Happened(planned.published, planned.field("published"), (), PUBLISHED_WITHIN)


def _invitation_sent(case: Case) -> Iterator[Happened]:
    """Yield when tenders were invited: by the notice in an open procedure, else by the last invitation that is recorded.

    A tender period that begins with the notice of a procedure in stages is that of the requests, not of the tenders.
    """
    if case.tender.procurement_method == "open":
        yield from _notice_sent(case)
        return
    stage, period = case.tender.second_stage, case.tender.tender_period
    invited = [Happened(one.date, one.field("date")) for one in case.events if one.kind == "invitation" and one.date]
    if stage is not None and stage.invitation_date is not None:
        yield Happened(stage.invitation_date, stage.field("invitation_date"))
    elif invited:
        yield max(invited, key=lambda one: one.when.isoformat())
    elif period is not None and period.start_date is not None and _after_the_notice(case, period.start_date):
        yield Happened(period.start_date, period.field("start_date"))


def _after_the_notice(case: Case, when: When) -> bool:
    day = day_of(case, when)
    before = [day_of(case, one.when) for one in happened(case, "notice-sent")]
    return day is not None and bool(before) and all(one is not None and one < day for one in before)


class Letter(Frozen):
    """A letter that told tenderers of the decision: when it went and how, when the last of them had it, and to whom it went.

    `how` is the field that says or should say how it went; it is the bid's own where the letter is a summary of that.
    """

    sent: Happened
    means: str | None
    received: When | None
    recipients: tuple[str, ...] | None
    how: str


def letters(case: Case) -> tuple[Letter, ...]:
    """Return the letters that told tenderers of the decision: the notices of it, else what each bidder was told of its bid."""
    return case.once(_letters)


def _letters(case: Case) -> tuple[Letter, ...]:
    told = []
    for one in notices(case, "standstill-letter"):
        when = one.submitted or one.published
        if when is not None:
            at = one.field("submitted" if one.submitted else "published")
            sent = Happened(when, at, one.lots or _lots_of(case, one))
            told.append(Letter(sent, means_of(one), one.received, one.recipients, text_of((*one.path, "means"))))
    return tuple(told) or tuple(_summaries(case))


def _summaries(case: Case) -> Iterator[Letter]:
    bids = {one.id: one for one in case.bids}
    for one in case.evaluation.summaries or ():
        bid = bids.get(one.bid)
        if one.sent is not None:
            lots = (bid.lot,) if bid is not None and bid.lot else ()
            to = (bid.bidder,) if bid is not None and bid.bidder else None
            sent = Happened(one.sent, one.field("sent"), lots, party=to[0] if to else "")
            yield Letter(sent, None, None, to, "tender.notices")


def _standstill_end(case: Case) -> Iterator[Happened]:
    """Yield the ends of the standstill that letters about the decision state, and those recorded with an award."""
    for one in notices(case, "standstill-letter"):
        if one.stated_end is not None:
            yield Happened(one.stated_end, one.field("stated_end"), one.lots or _lots_of(case, one))
    for award in case.awards:
        if award.standstill is not None and award.standstill.end is not None and award.status not in ENDED:
            lots = (award.lot,) if award.lot else ()
            yield Happened(award.standstill.end, award.standstill.field("end"), lots)


def _letters_by(means: str, words: str) -> Callable[[Case], Iterator[Happened]]:
    """Return how letters are looked up that went by some means; one that does not say how may have, and says so."""

    def find(case: Case) -> Iterator[Happened]:
        for one in letters(case):
            if one.means == means:
                yield one.sent
            elif one.means is None:
                yield one.sent._replace(only_if=words, how=one.how)

    return find


def _of_requests(name: str) -> Callable[[Case], Iterator[Happened]]:
    def find(case: Case) -> Iterator[Happened]:
        for one in case.procurement.representations or ():
            when = getattr(one, name)
            if isinstance(when, When):
                yield Happened(when, one.field(name), party=one.party or "")

    return find


def _report(case: Case) -> Iterator[Happened]:
    report = case.procurement.report
    if report is not None and report.drawn_up is not None:
        yield Happened(report.drawn_up, report.field("drawn_up"))


_NOTICES = ("tender.notices",)

add_steps({
    "notice-sent": Step("the sending of the contract notice", _notice_sent, ("tender.published",)),
    "prior-information-sent": Step(
        "the sending of the prior information notice", _prior_information_sent, ("tender.planned_notice.published",)
    ),
    "invitation-sent": Step(
        "the invitation to tender", _invitation_sent, ("tender.second_stage.invitation_date",)
    ),
    "decision-sent": Step("the notice of the decision", lambda case: (one.sent for one in letters(case)), _NOTICES),
    "decision-sent-electronically": Step(
        "the notice of the decision", _letters_by(ELECTRONIC, "sent by electronic means"), _NOTICES
    ),
    "decision-sent-by-other-means": Step(
        "the notice of the decision, sent by other means than electronic ones",
        _letters_by(OTHER, "sent by other means than electronic ones"), _NOTICES,
    ),
    "decision-standstill-end": Step(
        "the stated end of the standstill", _standstill_end, ("awards[].standstill.end", "tender.notices")
    ),
    "award-notice-dispatched": Step("the sending of the contract award notice", _award_notice_sent, _NOTICES),
    "information-requested": Step(
        "the request for reasons", _of_requests("information_requested"), ("representations",)
    ),
    "information-given": Step("the giving of reasons", _of_requests("given"), ("representations",)),
    "report-drawn-up": Step("the report on the award", _report, ("report",)),
})  # fmt: skip
