"""The steps that more than one law counts from, and where a case records when each happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from fairaudit.law.moments import ENDED, Happened, Step, add_steps
from fairaudit.law.notices import notices
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, Part, text_of
from fairaudit.procurement.model.records import Award, Exclusion, Representations
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.beginnings import opening_of
from fairaudit.procurement.times.deadlines import Limit, deadline_for


def _of(part: Part | None, *names: str, lots: tuple[str, ...] = ()) -> Iterator[Happened]:
    for name in names:
        when = getattr(part, name, None) if part is not None else None
        if part is not None and isinstance(when, When):
            yield Happened(when, part.field(name), lots)
            return


def _noticed(kind: str) -> Callable[[Case], Iterator[Happened]]:
    def find(case: Case) -> Iterator[Happened]:
        for one in notices(case, kind):
            lots = one.lots or _lots_of_award(case, one.award)
            yield from _of(one, "published", "submitted", lots=lots)

    return find


def _submitted(kind: str) -> Callable[[Case], Iterator[Happened]]:
    """Return how a notice is looked up where the law asks when it was sent; publication is later and only a substitute."""

    def find(case: Case) -> Iterator[Happened]:
        for one in notices(case, kind):
            lots = one.lots or _lots_of_award(case, one.award)
            unsent = text_of((*one.path, "submitted")) if one.submitted is None else ""
            yield from (each._replace(unsent=unsent) for each in _of(one, "submitted", "published", lots=lots))

    return find


def _lots_of_award(case: Case, award: str | None) -> tuple[str, ...]:
    found = next((one for one in case.awards if one.id == award and award is not None), None)
    return (found.lot,) if found and found.lot else ()


def _tender_notice(case: Case) -> Iterator[Happened]:
    told = tuple(_noticed("tender")(case))
    yield from told
    if not told:
        yield from _of(case.tender, "published")


def _tender_notice_sent(case: Case) -> Iterator[Happened]:
    told = tuple(_submitted("tender")(case))
    yield from told or _tender_notice(case)


def _planned(case: Case) -> Iterator[Happened]:
    yield from _noticed("planned-procurement")(case)
    yield from _of(case.tender.planned_notice, "published")


def _invitation(case: Case) -> Iterator[Happened]:
    """Yield when tenders were invited: the notice of an open procedure, else the start of the tender period."""
    tender = case.tender
    if tender.procurement_method == "open":
        yield from _tender_notice(case)
        return
    begun = tuple(_of(tender.tender_period, "start_date"))
    # Where suppliers first ask to take part, the notice invites requests, and tenders are invited later.
    staged = tender.procurement_method == "selective" and tender.expression_of_interest_deadline is not None
    yield from begun or (() if staged else _tender_notice(case))


def _deadline(case: Case) -> Iterator[Happened]:
    limit = deadline_for(case)
    if isinstance(limit, Limit):
        yield Happened(limit.when, limit.at)


def _opening(case: Case) -> Iterator[Happened]:
    limit = opening_of(case)
    if isinstance(limit, Limit):
        yield Happened(limit.when, limit.at)


def _live(case: Case) -> Iterator[Award]:
    yield from (one for one in case.awards if one.status not in ENDED)


def _award_field(name: str) -> Callable[[Case], Iterator[Happened]]:
    def find(case: Case) -> Iterator[Happened]:
        for one in _live(case):
            value = getattr(one, name)
            lots = (one.lot,) if one.lot else ()
            if isinstance(value, When):
                yield Happened(value, one.field(name), lots)
            elif isinstance(value, date):
                yield Happened(When(value), one.field(name), lots)

    return find


def _standstill_end(case: Case) -> Iterator[Happened]:
    for one in _live(case):
        yield from _of(one.standstill, "end", lots=(one.lot,) if one.lot else ())
    yield from _stated_end("contract-award")(case)


def _stated_end(kind: str) -> Callable[[Case], Iterator[Happened]]:
    """Return how the end of a standstill is looked up that a notice states."""

    def find(case: Case) -> Iterator[Happened]:
        for one in notices(case, kind):
            yield from _of(one, "stated_end", lots=one.lots or _lots_of_award(case, one.award))

    return find


def _summaries(case: Case) -> Iterator[Happened]:
    bids = {one.id: one for one in case.bids}
    for one in case.evaluation.summaries or ():
        bid = bids.get(one.bid)
        told = _of(one, "sent", lots=(bid.lot,) if bid is not None and bid.lot else ())
        yield from (when._replace(party=(bid.bidder if bid is not None else None) or "") for when in told)
    for award in _live(case):
        yield from _of(award, "summaries_sent", lots=(award.lot,) if award.lot else ())


def _amendments(case: Case) -> Iterator[Happened]:
    for one in case.tender.amendments or ():
        if one.material is not False:
            yield from _of(one, "date")


def _answers(case: Case) -> Iterator[Happened]:
    for one in case.enquiries:
        if one.material is not False:
            yield from _of(one, "answered", lots=one.lots or ())


def _each(parts: Callable[[Case], Iterable[Part]], *names: str) -> Callable[[Case], Iterator[Happened]]:
    def find(case: Case) -> Iterator[Happened]:
        for one in parts(case):
            yield from _of(one, *names)

    return find


def _of_parties(
    parts: Callable[[Case], Iterable[Exclusion | Representations]], name: str
) -> Callable[[Case], Iterator[Happened]]:
    """Return how a step is looked up that concerns one party each time."""

    def find(case: Case) -> Iterator[Happened]:
        for one in parts(case):
            yield from (when._replace(party=one.party or "") for when in _of(one, name))

    return find


def _one(part: Callable[[Case], Part | None], *names: str) -> Callable[[Case], Iterator[Happened]]:
    return lambda case: _of(part(case), *names)


def _first_notice(case: Case) -> Iterator[Happened]:
    yield from _tender_notice(case)
    yield from _noticed("transparency")(case)


def _final_invitation(case: Case) -> Iterator[Happened]:
    """Yield when the tenders were invited that are assessed in the end: the start of the last round."""
    starts = [one for one in case.tender.rounds or () if one.start_date is not None]
    if starts:
        last = max(starts, key=lambda one: one.start_date.isoformat() if one.start_date else "")
        yield from _of(last, "start_date")
    elif case.tender.rounds is None:
        yield from _of(case.tender.tender_period, "start_date")


def _day(part: Callable[[Case], Part | None], name: str) -> Callable[[Case], Iterator[Happened]]:
    """Return how a step is looked up that is recorded as a bare day."""

    def find(case: Case) -> Iterator[Happened]:
        one = part(case)
        value = getattr(one, name, None) if one is not None else None
        if one is not None and isinstance(value, date):
            yield Happened(When(value), one.field(name))

    return find


def _modified(name: str) -> Callable[[Case], Iterator[Happened]]:
    """Return how something is looked up that is recorded with the changes of a contract."""

    def find(case: Case) -> Iterator[Happened]:
        for award in case.awards:
            for one in award.modifications or ():
                yield from _of(one, name, lots=(award.lot,) if award.lot else ())

    return find


def _revised(case: Case) -> Iterator[Happened]:
    assessment = case.procurement.conflicts_assessment
    for index, when in enumerate((assessment.revised if assessment else None) or ()):
        yield Happened(when, Node((*(assessment.path if assessment else ()), "revised", index), when))


_NOTICES = ("tender.notices",)

add_steps({
    "planned-notice": Step("the planned procurement notice", _planned, ("tender.planned_notice.published",)),
    "engagement": Step(
        "preliminary market engagement", _each(lambda case: case.tender.market_engagement or (), "date"),
        ("tender.market_engagement",),
    ),
    "engagement-notice": Step("the market engagement notice", _noticed("market-engagement"), _NOTICES),
    "tender-notice": Step("the tender notice", _tender_notice, ("tender.published",)),
    "tender-notice-sent": Step("the sending of the tender notice", _tender_notice_sent, ("tender.published",)),
    "transparency-notice": Step("the transparency notice", _noticed("transparency"), _NOTICES),
    "documents": Step(
        "the documents being available", _one(lambda case: case.tender, "documents_available"),
        ("tender.documents_available",),
    ),
    "invitation": Step("the invitation to tender", _invitation, ("tender.tender_period.start_date", "tender.published")),
    "request-deadline": Step(
        "the deadline for requests to participate",
        _one(lambda case: case.tender, "expression_of_interest_deadline"), ("tender.expression_of_interest_deadline",),
    ),
    "enquiry-deadline": Step(
        "the last day for questions", _one(lambda case: case.tender.enquiry_period, "end_date"),
        ("tender.enquiry_period.end_date",),
    ),
    "deadline": Step("the deadline for tenders", _deadline, ("tender.tender_period.end_date",)),
    "opening": Step("the opening of tenders", _opening, ("evaluation.opened",)),
    "material-change": Step("a material change", _amendments, ("tender.amendments",)),
    "answer": Step("an answer", _answers, ("enquiries",)),
    "site-visit": Step(
        "a site visit", _each(lambda case: case.tender.site_visits or (), "date"), ("tender.site_visits",)
    ),
    "method-fixed": Step(
        "the method of evaluation being fixed", _one(lambda case: case.evaluation, "method_fixed_at"),
        ("evaluation.method_fixed_at",),
    ),
    "conflicts-assessment": Step(
        "the conflicts assessment", _one(lambda case: case.procurement.conflicts_assessment, "prepared"),
        ("conflicts_assessment.prepared",),
    ),
    "conflicts-review": Step(
        "the review of the conflicts assessment", _revised, ("conflicts_assessment.revised",)
    ),
    "award-decision": Step("the decision to award", _award_field("date"), ("awards[].date",)),
    "summaries": Step("the assessment summaries", _summaries, ("evaluation.summaries",)),
    "award-notice": Step("the contract award notice", _noticed("contract-award"), _NOTICES),
    "standstill-letter": Step("the notice of the decision", _noticed("standstill-letter"), _NOTICES),
    "standstill-end": Step("the stated end of the standstill", _standstill_end, ("awards[].standstill.end", "tender.notices")),
    "intention-to-award": Step("the notice of the intention to award", _noticed("intention-to-award"), _NOTICES),
    "intention-to-follow": Step(
        "the notice of the intention to follow the process", _noticed("intention-to-follow"), _NOTICES
    ),
    "contract": Step("entry into the contract", _award_field("entered_into"), ("awards[].entered_into",)),
    "details-notice": Step("the contract details notice", _noticed("contract-details"), _NOTICES),
    "urgent-notice": Step("the notice of the urgent award", _noticed("urgent-award"), _NOTICES),
    "termination-notice": Step(
        "the procurement termination notice", _noticed("procurement-termination"), _NOTICES
    ),
    "change-notice": Step("the contract change notice", _noticed("contract-change"), _NOTICES),
    "modification": Step(
        "a modification of the contract",
        lambda case: (
            Happened(When(one.date), one.field("date"), (award.lot,) if award.lot else ())
            for award in case.awards for one in award.modifications or () if one.date is not None
        ),
        ("awards[].modifications",),
    ),
    "representation": Step(
        "a representation", _of_parties(lambda case: case.procurement.representations or (), "received"), ("representations",)
    ),
    "further-decision": Step(
        "the further decision", _of_parties(lambda case: case.procurement.representations or (), "communicated"),
        ("representations[].communicated",),
    ),
    "exclusion": Step(
        "the decision to exclude", _of_parties(lambda case: case.procurement.exclusions or (), "decided"), ("exclusions",)
    ),
    "exclusion-notice": Step(
        "telling of an exclusion", _of_parties(lambda case: case.procurement.exclusions or (), "notified"), ("exclusions",)
    ),
    "award-notice-sent": Step("the award notice", _submitted("contract-award"), _NOTICES),
    "urgent-notice-sent": Step("the notice of the urgent award", _submitted("urgent-award"), _NOTICES),
    "abandonment-notice-sent": Step(
        "the notice of the abandonment", _submitted("procurement-termination"), _NOTICES
    ),
    "intention-to-follow-sent": Step(
        "the notice of the intention to follow the process", _submitted("intention-to-follow"), _NOTICES
    ),
    "providers-identified": Step(
        "the identification of who may be the most suitable provider",
        _one(lambda case: case.tender.most_suitable, "identified"), ("tender.most_suitable.identified",),
    ),
    "abandonment": Step(
        "the decision to abandon the procurement", _one(lambda case: case.tender, "abandoned"), ("tender.abandoned",)
    ),
    "procurement-notice": Step("the tender or transparency notice", _first_notice, ("tender.published", "tender.notices")),
    "change-standstill-end": Step(
        "the end of the standstill stated in the contract change notice", _stated_end("contract-change"), _NOTICES
    ),
    "confirming-notice": Step(
        "the contract details or contract change notice",
        lambda case: (
            one for kind in ("contract-details", "contract-change") for one in _noticed(kind)(case)
        ),
        _NOTICES,
    ),
    "dynamic-market-notice": Step(
        "the notice of the establishment of the dynamic market", _noticed("dynamic-market-establishment"), _NOTICES
    ),
    "contract-end": Step("the end of the contract", _award_field("terminated"), ("awards[].terminated",)),
    "contract-termination-notice": Step(
        "the contract termination notice", _noticed("contract-termination"), _NOTICES
    ),
    "contract-copy": Step(
        "publication of a copy of the contract", _award_field("copy_published"), ("awards[].copy_published",)
    ),
    "modification-copy": Step(
        "publication of the contract as modified", _modified("copy_published"),
        ("awards[].modifications[].copy_published",),
    ),
    "earlier-award": Step(
        "the award of the earlier contract", _day(lambda case: case.tender.direct_award, "earlier_award"),
        ("tender.direct_award.earlier_award",),
    ),
    "earlier-reserved": Step(
        "the earlier comparable contract", _day(lambda case: case.tender.reserved, "earlier_award"),
        ("tender.reserved.earlier_award",),
    ),
    "refinement": Step(
        "the refinement of an award criterion", _each(lambda case: case.tender.refinements or (), "date"),
        ("tender.refinements[].date",),
    ),
    "final-invitation": Step(
        "the invitation to send the tenders that are assessed in the end", _final_invitation,
        ("tender.rounds", "tender.tender_period.start_date"),
    ),
})  # fmt: skip
