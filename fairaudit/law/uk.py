"""Conditions of the Procurement Act 2023 (`uk-pa2023`): what kind of contract and of buyer, and whether it is covered.

A service code alone never decides: all 67 codes of the Provider Selection Regime are light-touch codes as well, so the
code counts only beside the law a case names and the kind of its buyer.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from fairaudit.analysis.calendars import day_in_words, months_after
from fairaudit.law.buyers import CENTRAL, PRIVATE_UTILITY, UTILITY, buyer_class, may_buy_health_services
from fairaudit.law.conditions import Answer, Matched, condition, direct, matching, unnoticed
from fairaudit.law.moments import announced, day_of, happened
from fairaudit.law.services import Service, listed
from fairaudit.law.tables import Code, shipped_tables
from fairaudit.law.tax import tax_field, with_tax
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Value

PACK = "uk-pa2023"
# Thresholds include value added tax (Procurement Act 2023 s.123(2) with Sch 3 para 1); its highest rate in the UK is 20 %.
_VAT = Decimal("1.2")
_COMMENCED = date(2025, 2, 24)


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
    holds = buyer_class(case) == PRIVATE_UTILITY
    return Answer(
        holds, "the buyer is a private utility" if holds else "nothing says that the buyer is a private utility"
    )


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
    if is_health(case) and may_buy_health_services(case) is not False and _open_between_laws(case):
        why = f"CPV {named} stands among the light touch services and among the health services of SI 2023/1348 Sch 1"
        return Answer(None, f"{why}: the code alone does not decide which law applies", ("tender.law", *fields))
    return Answer(True, f"CPV {named} is a light touch service of SI 2024/692 Sch 1")


def _open_between_laws(case: Case) -> bool:
    """Whether it is open which law a case is under: none is named, or this one and the Provider Selection Regime."""
    return PACK not in case.laws or "nhs-psr" in case.laws


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
    day = announced(case)
    if day is None:
        return Answer(
            None,
            "when the procurement began is not given, and thresholds change every two years",
            ("tender.published",),
        )
    return _against(value, applying(case, "thresholds", day))


def applying(case: Case, table: str, day: date) -> Matched:
    """Return the row of a table that applies, where the first that holds is the one, and those before it that may hold."""
    read = shipped_tables(PACK).table(table)
    rows = matching(case, read, day)
    first = rows.certain[:1]
    order = [id(one) for one in read.on(day)]
    before = order[: order.index(id(first[0][0]))] if first else order
    return Matched(first, tuple(one for one in rows.possible if id(one[0]) in before))


def bounds(value: Value) -> tuple[Decimal, Decimal]:
    """Return the least and the most that a value can be with value added tax."""
    return with_tax(value, _VAT)


def _against(value: Value, rows: Matched) -> Answer:
    """Return how a value stands to the threshold that applies and those that may apply instead."""
    candidates = [row for row, _ in (*rows.certain, *rows.possible)]
    if not candidates or any(one.amount is None for one in candidates):
        words = f"for {candidates[0].words} " if candidates else ""
        return Answer(
            None,
            f"the threshold {words}on the day the procurement began is not known",
            ("tender.regime.above_threshold",),
        )
    low, high = bounds(value)
    limits = {row.amount for row in candidates if row.amount is not None}
    verdicts = {True if low >= one else False if high < one else None for one in limits}
    limit = f"{candidates[0].words} of £{candidates[0].amount:,} ({candidates[0].cite})"
    if verdicts == {True}:
        return Answer(True, f"£{low:,} is not below the threshold for {limit}")
    if verdicts == {False}:
        return Answer(False, f"£{low:,} is below the threshold for {limit}")
    if rows.missing:
        return Answer(None, f"which threshold £{low:,} is measured by is not settled", rows.missing)
    return Answer(
        None,
        f"whether £{low:,} reaches the threshold for {limit} hangs on value added tax",
        (tax_field(value, "tender.value"),),
    )


@condition(PACK)
def preselected(case: Case) -> Answer:
    """Only pre-selected suppliers may tender (s.54(5)): assessed against the conditions first, or members of a dynamic market."""
    tender = case.tender
    if tender.preselected is not None:
        words = "only pre-selected suppliers" if tender.preselected else "not only pre-selected suppliers"
        return Answer(tender.preselected, f"{words} may tender")
    if tender.procurement_method == "open":
        return Answer(False, "anyone may tender")
    if case.once(dynamic_market).holds:
        return Answer(True, "members of a dynamic market may tender")
    if tender.procurement_method == "selective" and tender.expression_of_interest_deadline is not None:
        return Answer(True, "suppliers are selected from those that asked to take part")
    return Answer(None, "whether only pre-selected suppliers may tender is not given", ("tender.preselected",))


@condition(PACK)
def negotiated_period(case: Case) -> Answer:
    """The time to tender is agreed with the pre-selected suppliers, and only they may tender (s.54(5))."""
    only = case.once(preselected)
    if only.holds is False:
        return only
    agreed = case.tender.agreed_period
    if agreed is None:
        return Answer(None, "whether the time to tender was agreed with them is not given", ("tender.agreed_period",))
    words = f"the time to tender was {'' if agreed else 'not '}agreed with the pre-selected suppliers"
    return Answer(only.holds if agreed else False, words, only.missing)


@condition(PACK)
def begun_under_the_act(case: Case) -> Answer:
    """Not a call-off under a framework begun before the Act, which stays under the law of that framework."""
    regime = case.tender.regime
    day = regime.framework_begun if regime and regime.call_off_of else None
    if day is not None and day < _COMMENCED:
        words = f"it is called off under a framework begun on {day_in_words(day)}, before the Act came into force"
        return Answer(False, words)
    return Answer(True, "")


@condition(PACK)
def direct_award(case: Case) -> Answer:
    """A direct award (ss.41 to 43)."""
    tender = case.tender
    if tender.direct_award is not None:
        return Answer(True, "a ground for direct award is recorded")
    competing = tender.award_criteria or tender.selection_criteria or tender.tender_period
    if tender.procurement_method is None and competing:
        # Without a method, documents that ask for tenders speak for a competition.
        return Answer(False, "the documents ask for tenders")
    return case.once(direct)


@condition(PACK)
def planned(case: Case) -> Answer:
    """A qualifying planned procurement notice was published (s.15(3)): 40 days to 12 months before the tender notice."""
    plans, notice = happened(case, "planned-notice"), happened(case, "tender-notice")
    if not plans:
        return unnoticed(case, "no planned procurement notice is recorded")
    days = [day_of(case, one.when) for one in (plans[0], *notice[:1])]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return Answer(None, "when the tender notice was published is not given", ("tender.published",))
    gap = (days[1] - days[0]).days
    qualifies = gap >= 40 and days[0] >= months_after(days[1], -12)
    return Answer(qualifies, f"the planned procurement notice came {gap} days before the tender notice")


@condition(PACK)
def engaged(case: Case) -> Answer:
    """The market was engaged with before the tender notice (s.16)."""
    talks = case.tender.market_engagement
    if talks is None:
        return Answer(None, "whether the market was engaged with is not given", ("tender.market_engagement",))
    return Answer(bool(talks), "the market was engaged with" if talks else "no market engagement is recorded")


@condition(PACK)
def tender_notice_out(case: Case) -> Answer:
    """A tender notice is recorded (s.21): what was to be done before it is then over."""
    out = bool(happened(case, "tender-notice"))
    return Answer(out, f"{'a' if out else 'no'} tender notice is recorded")
