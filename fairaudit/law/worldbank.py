"""Conditions and steps of the World Bank's Procurement Regulations for IPF Borrowers (`world-bank`).

A loan agreement makes them binding, wherever the borrower is. What is here was read in a secondary source for the sixth
edition; only where there is no standstill is a condition of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fairaudit.frozen import Frozen
from fairaudit.law.conditions import Answer, condition, urgent
from fairaudit.law.counting import readings
from fairaudit.law.moments import ENDED, Happened, Step, add_steps, day_of, happened
from fairaudit.law.notices import notices
from fairaudit.law.procedures import sole_tenderer
from fairaudit.law.tables import StatutoryPeriod, shipped_tables
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Representations

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
            unsent = text_of((*one.path, "submitted")) if one.submitted is None else ""
            yield Happened(when, at, _lots(case, one.award, one.lots), unsent=unsent)


def _stated_end(case: Case) -> Iterator[Happened]:
    for one in notices(case, _KIND):
        if one.stated_end is not None:
            yield Happened(one.stated_end, one.field("stated_end"), _lots(case, one.award, one.lots))


def _standstill_end(case: Case) -> Iterator[Happened]:
    yield from _stated_end(case)
    for one in case.awards:
        if one.standstill is not None and one.standstill.end is not None and one.status not in ENDED:
            yield Happened(one.standstill.end, one.standstill.field("end"), (one.lot,) if one.lot else ())


class _Asked(Frozen):
    """A debriefing that was asked for in time (para 5.81), and the last day to give it (para 5.82)."""

    of: Representations
    due: date


def _asked_in_time(case: Case) -> Iterator[_Asked]:
    periods = shipped_tables(PACK).periods()
    told = [day for one in happened(case, "intention-sent") if (day := day_of(case, one.when)) is not None]
    last_to_ask = _last(case, periods["debriefing-request"], max(told)) if told else None
    for one in case.procurement.representations or ():
        asked = day_of(case, one.information_requested) if one.information_requested is not None else None
        if asked is None or last_to_ask is None or asked > last_to_ask:
            continue
        due = _last(case, periods["debriefing"], asked)
        if due is not None:
            yield _Asked(one, due)


def _late_debriefing(case: Case) -> Iterator[Happened]:
    """Yield every debriefing that was asked for in time and given later than it was due (paras 5.81 and 5.82)."""
    for one, due in _asked_in_time(case):
        given = day_of(case, one.given) if one.given is not None else None
        if one.given is not None and given is not None and given > due:
            yield Happened(one.given, one.field("given"), party=one.party or "")


def _debriefing_owed(case: Case) -> Iterator[Happened]:
    """Yield every debriefing that was asked for in time and is not recorded as given, by when it was asked for."""
    for one, _ in _asked_in_time(case):
        if one.given is None and one.information_requested is not None:
            yield Happened(one.information_requested, one.field("given"), party=one.party or "")


def _last(case: Case, period: StatutoryPeriod, event: date) -> date | None:
    counted = readings(case, period, event)
    return None if isinstance(counted, str) else max(one.last for one in counted)


_NOTICES = ("tender.notices",)

add_steps({
    "intention-sent": Step("the notification of intention to award", _intention_sent, _NOTICES),
    "intention-standstill-end": Step(
        "the stated end of the standstill", _standstill_end, ("awards[].standstill.end", "tender.notices")
    ),
    "late-debriefing": Step("a debriefing that came late", _late_debriefing, ("representations[].given",)),
    "debriefing-owed": Step(
        "asking for a debriefing that is not given yet", _debriefing_owed, ("representations[].information_requested",)
    ),
    "intention-stated-end": Step("the stated end of the standstill", _stated_end, _NOTICES),
})  # fmt: skip
