"""Conditions of the Procurement Act 2023 (`uk-pa2023`): what kind of contract and of buyer, and whether it is covered.

A service code alone never decides: all 67 codes of the Provider Selection Regime are light-touch codes as well, so the
code counts only beside the law a case names and the kind of its buyer.
"""

from __future__ import annotations

from decimal import Decimal

from fairaudit.analysis.calendars import months_after
from fairaudit.law.buyers import CENTRAL, PRIVATE_UTILITY, UTILITY, buyer_class, may_buy_health_services
from fairaudit.law.conditions import Answer, Matched, condition, direct, matching
from fairaudit.law.moments import begun, day_of, happened
from fairaudit.law.services import Service, listed
from fairaudit.law.tables import Code, shipped_tables
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Value

PACK = "uk-pa2023"
# Thresholds include value added tax (Procurement Act 2023 s.123 with Sch 3 para 2); its highest rate in the UK is 20 %.
_VAT = Decimal("1.2")


def _flag(case: Case, name: str, what: str) -> Answer:
    """Return what the buyer states about a special kind of contract; silence means it is none where others are stated."""
    regime = case.tender.regime
    value = getattr(regime, name) if regime else None
    special = (regime.special or "").lower() if regime else ""
    if value is None and what in special.replace("-", " "):
        value = True
    if value is None:
        # A contract is ordinary until its buyer says otherwise: special regimes are chosen, and the notice states them.
        return Answer(False, f"nothing says that it is a {what} contract")
    return Answer(value, f"it is {'' if value else 'not '}a {what} contract, as tender.regime says")


@condition(PACK)
def utilities(case: Case) -> Answer:
    """A utilities contract (s.6)."""
    answer = _flag(case, "utilities", "utilities")
    if not answer.holds and buyer_class(case) in (UTILITY, PRIVATE_UTILITY):
        return Answer(None, "the buyer is a utility, and whether this is a utilities contract is not given",
                      ("tender.regime.utilities",))  # fmt: skip
    return answer


@condition(PACK)
def private_utility(case: Case) -> Answer:
    """The buyer is a private utility (s.2(2)(c))."""
    kind = buyer_class(case)
    return Answer(kind == PRIVATE_UTILITY, f"the buyer is {kind or 'not said to be a private utility'}")


@condition(PACK)
def concession(case: Case) -> Answer:
    """A concession contract (s.8)."""
    return _flag(case, "concession", "concession")


@condition(PACK)
def defence(case: Case) -> Answer:
    """A defence and security contract (s.7)."""
    return _flag(case, "defence", "defence")


@condition(PACK)
def dynamic_market(case: Case) -> Answer:
    """Awarded by reference to membership of a dynamic market."""
    return _flag(case, "dynamic_market", "dynamic market")


@condition(PACK)
def central(case: Case) -> Answer:
    """The buyer is a central government authority (Procurement Regulations 2024 reg 44, Sch 2)."""
    kind = buyer_class(case)
    if kind is None:
        return Answer(None, "whether the buyer is a central government authority is not given", ("tender.buyer.kind",))
    words = "a central government authority"
    return Answer(kind == CENTRAL, f"the buyer is {words}" if kind == CENTRAL else f"the buyer is not {words}")


@condition(PACK)
def light_touch(case: Case) -> Answer:
    """A light touch contract (s.9; Procurement Regulations 2024 Sch 1)."""
    regime = case.tender.regime
    if regime is not None and regime.light_touch is not None:
        return Answer(regime.light_touch, f"tender.regime says it is {'' if regime.light_touch else 'not '}light touch")
    if regime is not None and "light" in (regime.special or "").lower():
        return Answer(True, "tender.regime says it is light touch")
    found = listed(case, PACK, "light-touch-services")
    if not found:
        return Answer(
            None,
            "whether it is a light touch contract is not given",
            ("tender.regime.light_touch", "tender.classification"),
        )
    return _by_codes(case, found)


def _by_codes(case: Case, found: tuple[tuple[Service, Code | None], ...]) -> Answer:
    """Return what service codes say beside the law a case names and the kind of its buyer."""
    defence_contract = case.once(defence).holds is True
    in_list = [code is not None and (code.notes["table"] == "1" or defence_contract) for _, code in found]
    named = ", ".join(one.code for one, _ in found)
    fields = ("tender.regime.light_touch",)
    if not any(in_list):
        return Answer(False, f"CPV {named} is not among the light touch services of SI 2024/692 Sch 1")
    if not all(in_list):
        return Answer(None, f"of CPV {named} only some are light touch services of SI 2024/692 Sch 1", fields)
    if is_health(case) and may_buy_health_services(case) is not False and PACK not in (case.tender.law or ()):
        why = f"CPV {named} stands among the light touch services and among the health services of SI 2023/1348 Sch 1"
        return Answer(None, f"{why}: the code alone does not decide which law applies", ("tender.law", *fields))
    return Answer(True, f"CPV {named} is a light touch service of SI 2024/692 Sch 1")


def is_health(case: Case) -> bool:
    """Whether a code of the case stands among the health services of SI 2023/1348 Sch 1."""
    return any(code is not None for _, code in listed(case, "nhs-psr", "health-services"))


@condition(PACK)
def covered(case: Case) -> Answer:
    """Worth as much as the threshold of its kind, or more (s.3, Sch 1); value added tax counts."""
    regime = case.tender.regime
    if regime is not None and regime.above_threshold is not None:
        over = regime.above_threshold
        return Answer(over, f"tender.regime says it is {'above' if over else 'below'} the threshold")
    value = case.tender.value
    if value is None or value.amount is None:
        fields = ("tender.value", "tender.regime.above_threshold")
        return Answer(None, "whether it is above the threshold is not given", fields)
    if value.currency not in (None, "GBP"):
        return Answer(
            None, f"its value is given in {value.currency}, not in pounds", ("tender.regime.above_threshold",)
        )
    day = begun(case)
    if day is None:
        return Answer(
            None,
            "when the procurement began is not given, and thresholds change every two years",
            ("tender.published",),
        )
    return _against(value, matching(case, shipped_tables(PACK).table("thresholds"), day))


def _against(value: Value, rows: Matched) -> Answer:
    """Return how a value stands to the thresholds that apply or may apply; the first row that certainly holds is the one."""
    candidates = [*rows.possible, *rows.certain[:1]]
    net = (value.vat or "").lower().startswith(("excl", "net", "without", "no"))
    low = value.amount or Decimal(0)
    high = low * _VAT if net else low
    limits = {row.amount or Decimal(0) for row, _ in candidates}
    verdicts = {True if low >= one else False if high < one else None for one in limits}
    row = rows.certain[0][0] if rows.certain else candidates[0][0] if candidates else None
    if row is None or row.amount is None:
        return Answer(
            None, "no threshold is known for the day the procurement began", ("tender.regime.above_threshold",)
        )
    limit = f"{row.words} of £{row.amount:,} ({row.cite})"
    if verdicts == {True}:
        return Answer(True, f"£{low:,} is not below the threshold for {limit}")
    if verdicts == {False}:
        return Answer(False, f"£{low:,} is below the threshold for {limit}")
    if rows.missing:
        return Answer(None, f"which threshold £{low:,} is measured by is not settled", rows.missing)
    return Answer(None, f"£{low:,} without value added tax is near the threshold for {limit}", ("tender.value.vat",))


@condition(PACK)
def direct_award(case: Case) -> Answer:
    """A direct award (ss.41 to 43)."""
    if case.tender.direct_award is not None:
        return Answer(True, "a ground for direct award is recorded")
    return case.once(direct)


@condition(PACK)
def planned(case: Case) -> Answer:
    """A qualifying planned procurement notice was published (s.15(3)): 40 days to 12 months before the tender notice."""
    plans, notice = happened(case, "planned-notice"), happened(case, "tender-notice")
    if not plans:
        return Answer(False, "no planned procurement notice is recorded")
    days = [day_of(case, one.when) for one in (plans[0], *notice[:1])]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return Answer(None, "when the tender notice was published is not given", ("tender.published",))
    gap = (days[1] - days[0]).days
    qualifies = gap >= 40 and days[0] >= months_after(days[1], -12)
    return Answer(qualifies, f"the planned procurement notice came {gap} days before the tender notice")
