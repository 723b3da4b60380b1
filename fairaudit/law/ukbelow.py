"""Conditions of the Procurement Act 2023 on small and large contracts: below the thresholds (Part 6), above £5 million."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.law.buyers import country_of
from fairaudit.law.conditions import Answer, condition, works
from fairaudit.law.moments import announced
from fairaudit.law.tables import Row
from fairaudit.law.uk import PACK, applying, bounds, concession, covered, utilities
from fairaudit.procurement.case import Case

_SCHOOL = re.compile(r"school|academ|pupil referral|further education|sixth[- ]form|college", re.IGNORECASE)
_FIVE_MILLION = Decimal(5_000_000)


@condition(PACK)
def school(case: Case) -> Answer:
    """The buyer is a school, with academies and further education (s.123(1)); a council that buys for schools is none."""
    kind = case.tender.buyer.kind if case.tender.buyer else None
    if kind is None:
        return Answer(None, "whether the buyer is a school is not given", ("tender.buyer.kind",))
    holds = _SCHOOL.search(kind) is not None
    return Answer(holds, f"the buyer is {'a school' if holds else f'no school but a {kind}'}")


def _devolved_to(case: Case, nation: str, code: str, words: str) -> Answer:
    """Return whether the buyer is an authority of a nation: as it says, else because it is in another part."""
    said = ((case.tender.regime.devolved if case.tender.regime else None) or "").strip().lower()
    if said:
        return Answer(nation in said, f"tender.regime says of devolution: {said}")
    country = country_of(case)
    if country is not None and "-" in country and not country.endswith(code):
        return Answer(False, f"the buyer is in {country}")
    return Answer(None, f"whether the buyer is {words} is not given", ("tender.regime.devolved",))


@condition(PACK)
def devolved_welsh(case: Case) -> Answer:
    """The buyer is a devolved Welsh authority (s.111)."""
    return _devolved_to(case, "wales", "WLS", "a devolved Welsh authority")


@condition(PACK)
def under_welsh_regulations(case: Case) -> Answer:
    """The buyer is under the Procurement (Wales) Regulations 2024 in place of SI 2024/692: a devolved Welsh authority (s.111).

    Where nothing speaks of Wales it is not; a body in Wales may still be one that no regulations of Wales bind.
    """
    answer = case.once(devolved_welsh)
    if answer.holds is None and not (country_of(case) or "").endswith("-WLS"):
        return Answer(False, "nothing says that the buyer is a devolved Welsh authority")
    instead = "devolved Welsh authorities are under the Procurement (Wales) Regulations 2024 here, which are not read"
    return answer if answer.holds is False else answer._replace(because=f"{answer.because}; {instead}")


@condition(PACK)
def transferred_northern_irish(case: Case) -> Answer:
    """The buyer is a transferred Northern Ireland authority (s.112)."""
    return _devolved_to(case, "northern ireland", "NIR", "a transferred Northern Ireland authority")


@condition(PACK)
def regulated_below_threshold(case: Case) -> Answer:
    """Part 6 applies (s.84): below the threshold, no concession or utilities contract, no school, none of Northern Ireland."""
    answers = [
        case.once(covered),
        *(case.once(one) for one in (concession, utilities, school, transferred_northern_irish)),
    ]
    holding = next((one for one in answers if one.holds), None)
    if holding is not None:
        return holding.turned()
    unknown = next((one for one in answers if one.holds is None), None)
    return unknown or Answer(True, answers[0].because)


def _reaches(case: Case, table: str, words: str) -> Answer:
    """Return whether the value of a contract reaches the amount of the row of a table that applies."""
    value, day = case.tender.value, announced(case)
    if value is None or value.amount is None or value.currency not in (None, "GBP") or day is None:
        missing = "tender.published" if day is None else "tender.value"
        return Answer(None, f"whether it is worth {words} is not given", (missing,))
    rows = applying(case, table, day)
    if rows.missing or not rows.certain or rows.certain[0][0].amount is None:
        return Answer(None, f"which amount makes it worth {words} is not settled", rows.missing or ("tender.value",))
    return _compared(case, rows.certain[0][0])


def _compared(case: Case, row: Row) -> Answer:
    low, high = bounds(case.tender.value) if case.tender.value else (Decimal(0), Decimal(0))
    limit = f"£{row.amount:,} ({row.cite})"
    if low >= (row.amount or 0):
        return Answer(True, f"£{low:,} is not less than {limit}")
    if high < (row.amount or 0):
        return Answer(False, f"£{low:,} is less than {limit}")
    return Answer(None, f"whether £{low:,} reaches {limit} hangs on value added tax", ("tender.value.vat",))


@condition(PACK)
def notifiable(case: Case) -> Answer:
    """Worth enough for notices below the threshold (s.87(4))."""
    return _reaches(case, "notifiable", "enough for notices")


@condition(PACK)
def works_with_suitability(case: Case) -> Answer:
    """Works of a value from which suitability may be assessed first although it is below the threshold (s.85(3))."""
    building = case.once(works)
    return building if not building.holds else _reaches(case, "suitability", "a stage of suitability")


@condition(PACK)
def over_five_million(case: Case) -> Answer:
    """Worth more than £5 million (ss.52(1), 53(3), 77(2)); value added tax counts (s.123(2))."""
    value = case.tender.value
    if value is None or value.amount is None or value.currency not in (None, "GBP"):
        return Answer(None, "whether it is worth more than £5 million is not given", ("tender.value",))
    low, high = bounds(value)
    if low > _FIVE_MILLION:
        return Answer(True, f"£{low:,} is more than £5 million")
    if high <= _FIVE_MILLION:
        return Answer(False, f"£{low:,} is not more than £5 million")
    return Answer(None, f"whether £{low:,} is more than £5 million hangs on value added tax", ("tender.value.vat",))
