"""Conditions and steps of the World Bank's Procurement Regulations for IPF Borrowers (`world-bank`).

A loan agreement makes them binding, wherever the borrower is. What is here was read in a secondary source for the sixth
edition; only where there is no standstill is a condition of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.law.conditions import Answer, condition, urgent
from fairaudit.law.moments import Happened, Step, add_steps, happened
from fairaudit.law.notices import notices
from fairaudit.law.procedures import sole_tenderer
from fairaudit.procurement.case import Case

PACK = "world-bank"
_KIND = "intention-to-award"

# There is no standstill where a single bid came (para 5.80).
condition(PACK)(sole_tenderer)


@condition(PACK)
def direct_selection(case: Case) -> Answer:
    """A firm is chosen without competition."""
    tender = case.tender
    if tender.direct_award is not None or tender.procurement_method in ("limited", "direct"):
        return Answer(True, "it is a direct selection")
    if tender.procurement_method is not None or happened(case, "deadline"):
        return Answer(False, "there is a competition")
    return Answer(None, "the procurement method is not given", ("tender.procurement_method",))


@condition(PACK)
def emergency(case: Case) -> Answer:
    """The Bank recognises an emergency; a buyer's own claim of urgency is none."""
    claim = case.once(urgent)
    if not claim.holds:
        return claim
    known = case.tender.urgency.recognised if case.tender.urgency else None
    if known is None:
        why = "urgency is claimed, and whether the Bank recognises an emergency is not given"
        return Answer(None, why, ("tender.urgency.recognised",))
    return Answer(known, f"the Bank {'recognises' if known else 'does not recognise'} an emergency")


def _lots(case: Case, award: str | None, lots: tuple[str, ...] | None) -> tuple[str, ...]:
    found = next((one for one in case.awards if one.id == award and award is not None), None)
    return lots or ((found.lot,) if found and found.lot else ())


def _intention_sent(case: Case) -> Iterator[Happened]:
    """Yield when each notification went out, by its publication where nothing else is recorded."""
    for one in notices(case, _KIND):
        when = one.submitted or one.published
        if when is not None:
            at = one.field("submitted" if one.submitted else "published")
            yield Happened(when, at, _lots(case, one.award, one.lots))


def _stated_end(case: Case) -> Iterator[Happened]:
    for one in notices(case, _KIND):
        if one.stated_end is not None:
            yield Happened(one.stated_end, one.field("stated_end"), _lots(case, one.award, one.lots))


_NOTICES = ("tender.notices",)

add_steps({
    "intention-sent": Step("the notification of intention to award", _intention_sent, _NOTICES),
    "intention-stated-end": Step("the stated end of the standstill", _stated_end, _NOTICES),
})  # fmt: skip
