"""The contract that a new one replaces: whether it is due to expire, is satisfied, and whose the new one is.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), regs 2, 6(5) and 9.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.denial import DENIED, TIED
from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.recorded import record_says
from fairaudit.frozen import Frozen
from fairaudit.law.considerable import considerable_change
from fairaudit.law.moments import ENDED, day_of, happened
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Award
from fairaudit.procurement.received.recipients import meant

_YEAR = 365
"""From how many days on beside each other, or apart, one contract hardly replaces the other at its end (a heuristic)."""
_SATISFIED = (
    "satisfied",
    "satisfying",
    "satisfies",
    "satisfy",
    "satisfaction",
    "satisfactory",
    "satisfactorily",
    "content",
)
_DISSATISFIED = ("unsatisfactory", "unsatisfied", "dissatisfied", "dissatisfaction")
_LONGEST = 60


class Limb(Frozen):
    """One condition of a process: whether it holds, in words, its provision, the fields that would settle it, how sure it is."""

    holds: bool | None
    words: str
    cite: str
    missing: tuple[str, ...] = ()
    confidence: str | None = None


def existing_provider(case: Case, cite: str) -> Limb:
    """Return whether anybody provides the services today."""
    existing = case.tender.existing_contract
    if (existing and existing.provider) or case.tender.incumbents:
        return Limb(True, "there is an existing provider", cite)
    if case.tender.incumbents == ():
        return Limb(False, "there is no existing provider of these services", cite)
    return Limb(None, "who provides the services today is not given", cite, ("tender.existing_contract.provider",))


def replaced(case: Case) -> tuple[Limb, ...]:
    """Return the conditions of reg 6(5)(b) to (d): a satisfied contract gives way, at its end, to one that changes little."""
    change = case.once(considerable_change)
    return (
        existing_provider(case, "reg 6(5)(b)"),
        case.once(_due_to_expire),
        Limb(None if change.met is None else not change.met, f"the change is considerable, as {change.because}" if change.met
             else change.because, "reg 6(5)(c)", change.missing, "likely" if change.doubtful else None),
        _is_satisfied(case),
    )  # fmt: skip


def satisfaction(case: Case) -> str:
    """Return what the record says of the existing provider satisfying the contract: tied, denied, unclear, or nothing."""
    existing = case.tender.existing_contract
    return record_says(existing.satisfied_record if existing else None, _SATISFIED, _DISSATISFIED)


def _is_satisfied(case: Case) -> Limb:
    cite, field, said = "reg 6(5)(d)", "tender.existing_contract.satisfied_record", satisfaction(case)
    if said == TIED:
        return Limb(True, "the existing provider is found to satisfy the contract", cite)
    if said == DENIED:
        return Limb(
            False, f"the existing provider is not found to satisfy the contract: the record says {told(case)}", cite
        )
    open_ = "can be read two ways" if said else "is not recorded"
    return Limb(None, f"that the existing provider satisfies the contract {open_}", cite, (field,))


def told(case: Case) -> str:
    """Return the words of the record on whether the contract is satisfied, in quotation marks and no longer than a line."""
    existing = case.tender.existing_contract
    text = " ".join(((existing.satisfied_record if existing else None) or "").split())
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST].rstrip()} …"'


def _due_to_expire(case: Case) -> Limb:
    """Return whether the existing contract is due to expire, and the new one replaces it at the end of its term.

    A provider whose contract has expired is no existing provider (reg 2).
    """
    cite, existing = "reg 6(5)(b)", case.tender.existing_contract
    ends = existing.expires if existing else None
    if ends is None:
        return Limb(
            None, "when the existing contract expires is not given", cite, ("tender.existing_contract.expires",)
        )
    late = next(((day, step, sure) for day, step, sure in _steps(case) if day is not None and ends < day), None)
    if late is not None:
        day, step, sure = late
        return Limb(False, f"the existing contract expired on {day_in_words(ends)}, before {step} on {day_in_words(day)}",
                    "regs 2 and 6(5)(b)", (), sure)  # fmt: skip
    period = case.tender.contract_period
    starts = day_of(case, period.start_date) if period and period.start_date else None
    beside = (ends - starts).days if starts is not None else 0
    if starts is not None and (beside > 0 or beside < -_YEAR):
        how = "runs until" if beside > 0 else "expired on"
        words = f"the existing contract {how} {day_in_words(ends)}, and the new one begins on {day_in_words(starts)}"
        return Limb(False, words, cite, (), "likely" if beside >= _YEAR else "possible")
    return Limb(True, "the existing contract is due to expire", cite)


def _steps(case: Case) -> Iterator[tuple[date | None, str, str | None]]:
    """Yield the days by which there must be an existing contract, what happened on them, and how sure that settles it."""
    first = {name: min((day for one in happened(case, name) if (day := day_of(case, one.when))), default=None)
             for name in ("tender-notice", "intention-to-award", "award-decision")}  # fmt: skip
    begun = min((day for name in ("tender-notice", "intention-to-award") if (day := first[name])), default=None)
    yield begun, "this procurement began", None
    # The decision may be some days older than the notice that tells of it.
    yield first["intention-to-award"], "the notice of the intention to award", "likely"
    if begun is None:
        yield first["award-decision"], "the award", "likely"


def goes_to_the_existing_provider(case: Case, cite: str) -> Limb:
    """Return whether every award is to an existing provider; a successor counts as one (reg 2), and so do several together."""
    existing = case.tender.existing_contract
    names = [existing.provider] if existing and existing.provider else []
    known = {meant(case, one) for one in (*names, *(one.party for one in case.tender.incumbents or () if one.party))}
    holds = Limb(True, "the award is to the existing provider", cite)
    if not known or (existing and existing.succession):
        return holds
    cores = {_core(case, one) for one in known}
    for award in case.awards:
        keys = {meant(case, one) for one in _winners(case, award)} if award.status not in ENDED else set()
        if keys and not keys & known and not {_core(case, one) for one in keys} & cores:
            sure = all(case.party(one) is not None for one in keys | known)
            whom = " and ".join(sorted(case.party_name(one) for one in keys))
            mine = " or ".join(sorted(case.party_name(one) for one in known))
            words = f"the award is to {whom}, and the existing provider is {mine}"
            return Limb(False, words, cite, (), None if sure else "possible")
    return holds


def _winners(case: Case, award: Award) -> tuple[str, ...]:
    if award.suppliers or award.bid is None:
        return award.suppliers or ()
    bidder = case.once(_bidders).get(award.bid)
    return (bidder,) if bidder else ()


def _bidders(case: Case) -> dict[str, str]:
    return {one.id: one.bidder for one in case.bids if one.id and one.bidder}


def _core(case: Case, key: str) -> tuple[str, ...]:
    return organisation_name(case.party_name(key)).core
