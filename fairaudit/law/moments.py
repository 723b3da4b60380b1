"""The steps of a procurement that laws count from and to, by name, and where a case records when each happened.

A step may have happened several times (one award for each lot); every time is returned with the node it stands at and the
lots it is about. Where nothing is recorded, the fields that would say so are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fairaudit.law.notices import notices
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, deadline_for, opening_of
from fairaudit.procurement.node import Node, Part
from fairaudit.procurement.records import Award
from fairaudit.procurement.scalars import When
from fairaudit.procurement.wanted import in_list


class Happened(NamedTuple):
    """One time a step happened, and the lots it is about; without lots it is about all."""

    when: When
    at: Node[object]
    lots: tuple[str, ...] = ()


class Step(NamedTuple):
    """A step of a procurement: what it is in words, how it is looked up, which fields record it, its name in rules."""

    words: str
    find: Callable[[Case], Iterator[Happened]]
    fields: tuple[str, ...]
    name: str = ""


def happened(case: Case, name: str) -> tuple[Happened, ...]:
    """Return every time a step is recorded; raises `KeyError` for a name that is none."""
    key = ("happened", name)
    found = case.made.get(key)
    if not isinstance(found, tuple):
        found = case.made[key] = tuple(STEPS[name].find(case))
    return found


def day_of(case: Case, when: When) -> date | None:
    """Return the calendar day of a moment on the buyer's clock, `None` where that hangs on an unknown zone."""
    local = case.clock.local(when)
    return local.date() if local is not None else None


def same_lots(first: Happened, second: Happened) -> bool:
    """Whether two steps are about the same lots; one that names none is about all."""
    return not first.lots or not second.lots or bool(set(first.lots) & set(second.lots))


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


def _lots_of_award(case: Case, award: str | None) -> tuple[str, ...]:
    found = next((one for one in case.awards if one.id == award and award is not None), None)
    return (found.lot,) if found and found.lot else ()


def _tender_notice(case: Case) -> Iterator[Happened]:
    told = tuple(_noticed("tender")(case))
    yield from told
    if not told:
        yield from _of(case.tender, "published")


def _planned(case: Case) -> Iterator[Happened]:
    yield from _noticed("planned-procurement")(case)
    yield from _of(case.tender.planned_notice, "published")


def _invitation(case: Case) -> Iterator[Happened]:
    """Yield when tenders were invited: the notice of an open procedure, else the start of the tender period."""
    if case.tender.procurement_method == "open":
        yield from _tender_notice(case)
        return
    begun = tuple(_of(case.tender.tender_period, "start_date"))
    yield from begun or _tender_notice(case)


def _deadline(case: Case) -> Iterator[Happened]:
    limit = deadline_for(case)
    if isinstance(limit, Limit):
        yield Happened(limit.when, limit.at)


def _opening(case: Case) -> Iterator[Happened]:
    limit = opening_of(case)
    if isinstance(limit, Limit):
        yield Happened(limit.when, limit.at)


def _live(case: Case) -> Iterator[Award]:
    yield from (one for one in case.awards if one.status not in ("cancelled", "unsuccessful"))


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


def _summaries(case: Case) -> Iterator[Happened]:
    bids = {one.id: one for one in case.bids}
    for one in case.evaluation.summaries or ():
        bid = bids.get(one.bid)
        yield from _of(one, "sent", lots=(bid.lot,) if bid is not None and bid.lot else ())
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


def _one(part: Callable[[Case], Part | None], *names: str) -> Callable[[Case], Iterator[Happened]]:
    return lambda case: _of(part(case), *names)


def _revised(case: Case) -> Iterator[Happened]:
    assessment = case.procurement.conflicts_assessment
    for index, when in enumerate((assessment.revised if assessment else None) or ()):
        yield Happened(when, Node((*(assessment.path if assessment else ()), "revised", index), when))


_NOTICES = ("tender.notices",)

_STEPS: dict[str, Step] = {
    "planned-notice": Step("the planned procurement notice", _planned, ("tender.planned_notice.published",)),
    "engagement": Step(
        "preliminary market engagement", _each(lambda case: case.tender.market_engagement or (), "date"),
        ("tender.market_engagement",),
    ),
    "engagement-notice": Step("the market engagement notice", _noticed("market-engagement"), _NOTICES),
    "tender-notice": Step("the tender notice", _tender_notice, ("tender.published",)),
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
    "award-decision": Step("the decision to award", _award_field("date"), ("awards",)),
    "summaries": Step("the assessment summaries", _summaries, ("evaluation.summaries",)),
    "award-notice": Step("the contract award notice", _noticed("contract-award"), _NOTICES),
    "standstill-letter": Step("the notice of the decision", _noticed("standstill-letter"), _NOTICES),
    "standstill-end": Step("the stated end of the standstill", _standstill_end, ("awards[].standstill.end",)),
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
            Happened(When(one.date), one.field("date")) for award in case.awards for one in award.modifications or ()
            if one.date is not None
        ),
        ("awards[].modifications",),
    ),
    "representation": Step(
        "a representation", _each(lambda case: case.procurement.representations or (), "received"), ("representations",)
    ),
    "further-decision": Step(
        "the further decision", _each(lambda case: case.procurement.representations or (), "communicated"),
        ("representations[].communicated",),
    ),
    "exclusion": Step(
        "the decision to exclude", _each(lambda case: case.procurement.exclusions or (), "decided"), ("exclusions",)
    ),
    "exclusion-notice": Step(
        "telling of an exclusion", _each(lambda case: case.procurement.exclusions or (), "notified"), ("exclusions",)
    ),
}  # fmt: skip


STEPS: dict[str, Step] = {name: step._replace(name=name) for name, step in _STEPS.items()}
"""Every step that rules and tables may name."""


def begun(case: Case) -> date | None:
    """Return the day on which a procurement began: its first notice, else the day of the audit for what is unpublished.

    Laws apply to procurements by that day, and so do thresholds that change.
    """
    first = [
        one for name in ("tender-notice", "transparency-notice", "intention-to-follow") for one in happened(case, name)
    ]
    days = [day for one in first if (day := day_of(case, one.when)) is not None]
    if days:
        return min(days)
    awards = [day for one in happened(case, "award-decision") if (day := day_of(case, one.when)) is not None]
    return min(awards) if awards else case.today


def unrecorded(name: str, case: Case | None = None) -> Unclear:
    """Return that a step is not recorded, with the fields that would record it.

    With a case, lists that it gives are named with what they lack; without one, `complete` might settle it as well.
    """
    step = STEPS[name]
    fields = tuple(in_list(case, one, step.words) for one in step.fields) if case else step.fields
    return Unclear(f"when {step.words} was is not given", fields)
