"""Conditions and steps of the revised Agreement on Government Procurement of 2012 (`wto-gpa`).

Each Party's annexes say which bodies, goods and services are covered and from which value, so whether a procurement is
covered is read from what its notice says (article VII:2(l)) and never worked out from a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.calendars import months_after
from fairaudit.analysis.reasons import says_why
from fairaudit.law.buyers import CENTRAL, buyer_class
from fairaudit.law.conditions import Answer, condition, documents_together, stated, unnoticed, urgent
from fairaudit.law.moments import Happened, Step, add_steps, day_of, happened
from fairaudit.law.notices import notices
from fairaudit.law.procedures import candidates_agreed
from fairaudit.law.sendings import ELECTRONIC, means_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.told import tells

PACK = "wto-gpa"
_NAMED = re.compile(r"\bGPA\b|government procurement", re.IGNORECASE)

# The time for tenders may be agreed with the suppliers selected (article XI:8).
condition(PACK)(candidates_agreed)


@condition(PACK)
def covered(case: Case) -> Answer:
    """The procurement is covered, as its notice must say (article VII:2(l))."""
    named = case.tender.covered_by
    if named is None:
        return Answer(None, "whether the notice says that the Agreement covers it is not given", ("tender.covered_by",))
    holds = any(_NAMED.search(one) for one in named)
    return Answer(
        holds, "the notice says that it is covered" if holds else "the notice does not say that it is covered"
    )


@condition(PACK)
def limited(case: Case) -> Answer:
    """Limited tendering, which articles VII to IX, X:7 to 11, XI and XV leave out (article XIII:1)."""
    tender = case.tender
    if tender.direct_award is not None or tender.procurement_method in ("limited", "direct"):
        return Answer(True, "it is limited tendering")
    if tender.procurement_method is not None or happened(case, "deadline"):
        return Answer(False, "there is a competition")
    return Answer(None, "the procurement method is not given", ("tender.procurement_method",))


@condition(PACK)
def electronic_notice(case: Case) -> Answer:
    """The notice of intended procurement was published by electronic means (article XI:5(a))."""
    notice = next(notices(case, "tender"), None)
    if notice is None:
        return Answer(None, "how the notice was published is not given", ("tender.notices",))
    if notice.url or means_of(notice) == ELECTRONIC:
        return Answer(True, "the notice was published electronically")
    if means_of(notice) is not None:
        return Answer(False, "the notice was not published electronically")
    return Answer(None, "how the notice was published is not given", (text_of((*notice.path, "means")),))


@condition(PACK)
def electronic_documents(case: Case) -> Answer:
    """All tender documents could be had by electronic means from the day of the notice (article XI:5(b))."""
    why = case.tender.documents_restricted
    if tells(why):
        return Answer(False, f"some documents cannot be had online: {why}")
    return case.once(documents_together)


@condition(PACK)
def planned(case: Case) -> Answer:
    """A notice of planned procurement was published 40 days to 12 months before the notice (article XI:4(a)).

    Whether it held all that points (i) to (v) ask for is for a person to read; one that holds nothing does not count.
    """
    early, notice = happened(case, "planned-notice"), happened(case, "tender-notice")
    if not early:
        return unnoticed(case, "no notice of planned procurement is recorded")
    days = [day_of(case, one.when) for one in (early[0], *notice[:1])]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return Answer(None, "when the notice of intended procurement was published is not given", ("tender.published",))
    given = [one.contains for one in notices(case, "planned-procurement")]
    given += [case.tender.planned_notice.contains] if case.tender.planned_notice else []
    if given and all(one is not None and not one for one in given):
        return Answer(False, "the notice of planned procurement holds nothing that is asked for")
    gap = (days[1] - days[0]).days
    holds = gap >= 40 and days[0] >= months_after(days[1], -12)
    return Answer(holds, f"the notice of planned procurement came {gap} days before the notice")


@condition(PACK)
def recurring(case: Case) -> Answer:
    """An initial notice said that notices of recurring contracts would give less time (article XI:4(b))."""
    holds = bool(case.tender.recurring_announced)
    return Answer(
        holds, "an initial notice of recurring contracts announced it" if holds else "no initial notice announced it"
    )


@condition(PACK)
def urgency_substantiated(case: Case) -> Answer:
    """Urgency is claimed and substantiated (article XI:2 and 4(c))."""
    claim = case.once(urgent)
    if not claim.holds:
        return claim
    reason = case.tender.urgency.reason if case.tender.urgency else None
    if not says_why(reason):
        return Answer(None, "urgency is claimed, and nothing substantiates it", ("tender.urgency.reason",))
    return Answer(True, f"urgency is claimed: {reason}")


@condition(PACK)
def commercial(case: Case) -> Answer:
    """Commercial goods or services: of a type sold on the market and usually bought by others than governments."""
    regime = case.tender.regime
    return stated(regime.commercial if regime else None, "it buys commercial goods or services",
                  "it does not buy commercial goods or services",
                  "whether commercial goods or services are bought is not given", "tender.regime.commercial")  # fmt: skip


@condition(PACK)
def central(case: Case) -> Answer:
    """The buyer is a central government entity, of annex 1; sub-central ones are of annex 2, all others of annex 3."""
    kind = buyer_class(case)
    if kind is None:
        return Answer(None, "of which annex the buyer is is not given", ("tender.buyer.kind",))
    holds = kind == CENTRAL
    return Answer(holds, f"the buyer is {'' if holds else 'not '}a central government entity")


def _invited(case: Case) -> Iterator[Happened]:
    """Yield when the time for tenders begins: the notice of open tendering, else the invitation (article XI:3)."""
    yield from happened(case, "tender-notice" if case.tender.procurement_method == "open" else "invitation-sent")


add_steps({
    "suppliers-invited": Step(
        "the notice or the invitation to tender", _invited, ("tender.second_stage.invitation_date", "tender.published")
    ),
})  # fmt: skip
