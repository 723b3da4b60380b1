"""Which contracts the Directive 2014/24/EU (`eu-2014-24`) and the Public Contracts Regulations 2015 (`uk-pcr2015`) govern.

Both have the same thresholds by kind of contract and buyer, in other amounts, and the same list of social and other
specific services, under which their ordinary rules on procedure do not apply.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from fairaudit.frozen import Frozen
from fairaudit.law.buyers import CENTRAL, PRIVATE_UTILITY, UTILITY, buyer_class
from fairaudit.law.conditions import Answer, Condition, Matched, condition, matching
from fairaudit.law.moments import begun
from fairaudit.law.procedures import PACKS
from fairaudit.law.services import services_of
from fairaudit.law.tables import codes, shipped_tables
from fairaudit.law.tax import holds_tax, with_tax
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Value

PCR, EU = PACKS
_SERVICES = "social-services"
_ABOVE = ("tender.regime.above_threshold",)
# NHS foundation trusts count among central government authorities from August 2021.
_FOUNDATION_TRUSTS = date(2021, 8, 1)


class _Law(Frozen):
    """How a law values a contract: in which currency, with which highest rate of value added tax, and from when that counts."""

    currency: str
    sign: str
    vat: Decimal
    gross_from: date | None


_LAWS = {
    # From 2022 the thresholds include value added tax (SI 2021/1221).
    PCR: _Law("GBP", "£", Decimal("1.2"), date(2022, 1, 1)),
    # Article 5(1): net of value added tax. The highest rate in the Union is Hungary's 27 %.
    EU: _Law("EUR", "€", Decimal("1.27"), None),
}


def _special(case: Case, name: str, what: str) -> Answer:
    """Return whether a buyer says that a contract is of a kind that another law governs; silence means that it is not."""
    regime = case.tender.regime
    value = getattr(regime, name) if regime else None
    if value is None and regime and what in (regime.special or "").lower():
        value = True
    return Answer(bool(value), f"it is a {what} contract" if value else f"nothing says that it is a {what} contract")


@condition(*PACKS)
def utilities(case: Case) -> Answer:
    """A contract for water, energy, transport or post, which other rules govern (PCR 7; Directive 7)."""
    answer = _special(case, "utilities", "utilities")
    stated = case.tender.regime.utilities if case.tender.regime else None
    if stated is None and not answer.holds and buyer_class(case) in (UTILITY, PRIVATE_UTILITY):
        why = "the buyer is a utility, and whether this is a utilities contract is not given"
        return Answer(None, why, ("tender.regime.utilities",))
    return answer


@condition(*PACKS)
def concession(case: Case) -> Answer:
    """A concession, which other rules govern (PCR 2(1); Directive 2014/23/EU)."""
    return _special(case, "concession", "concession")


@condition(*PACKS)
def defence(case: Case) -> Answer:
    """A defence or security contract, which other rules govern (PCR 15; Directive 15)."""
    return _special(case, "defence", "defence")


@condition(*PACKS)
def central(case: Case) -> Answer:
    """The buyer is a central government authority (PCR Sch 1; Directive Annex I)."""
    kind = buyer_class(case)
    words = (case.tender.buyer.kind or "").lower() if case.tender.buyer else ""
    day = begun(case)
    if kind is None:
        return Answer(None, "whether the buyer is a central government authority is not given", ("tender.buyer.kind",))
    if "foundation" in words and day is not None and day < _FOUNDATION_TRUSTS:
        return Answer(False, "NHS foundation trusts were no central government authorities before August 2021")
    holds = kind == CENTRAL
    return Answer(holds, f"the buyer is {'' if holds else 'not '}a central government authority")


@condition(*PACKS)
def light_touch(case: Case) -> Answer:
    """Social and other specific services (PCR 74, Sch 3; Directive 74, Annex XIV)."""
    regime = case.tender.regime
    if regime is not None and regime.light_touch is not None:
        return Answer(regime.light_touch, f"tender.regime says it is {'' if regime.light_touch else 'not '}light touch")
    category = (case.tender.main_procurement_category or "").lower()
    if category in ("works", "goods"):
        return Answer(False, f"the contract is for {category}")
    found = services_of(case)
    if not found:
        why = "whether it is one of the social and other specific services is not given"
        return Answer(None, why, ("tender.regime.light_touch", "tender.classification"))
    inside = [_is_social(one.code) for one in found]
    named = ", ".join(dict.fromkeys(one.code for one in found))
    if all(inside) or not any(inside):
        return Answer(
            inside[0], f"CPV {named} is {'' if inside[0] else 'not '}among the social and other specific services"
        )
    return Answer(
        None, f"of CPV {named} only some are social and other specific services", ("tender.regime.light_touch",)
    )


def _is_social(code: str) -> bool:
    """Whether a code of eight digits stands in the list, by itself or within one of its ranges."""
    listed = codes(EU, _SERVICES)
    return code in listed or any(one.code <= code <= one.notes["to"] for one in listed.values() if one.notes["to"])


def covered_under(pack: str) -> Condition:
    """Return the condition that a contract is worth as much as the threshold of its kind under a law, or more."""

    def covered(case: Case) -> Answer:
        regime = case.tender.regime
        if regime is not None and regime.above_threshold is not None:
            over = regime.above_threshold
            return Answer(over, f"tender.regime says it is {'above' if over else 'below'} the threshold")
        value = case.once(_worth)
        law, day = _LAWS[pack], begun(case)
        if value is None or value.amount is None:
            return Answer(None, "whether it is above the threshold is not given", ("tender.value", *_ABOVE))
        if value.currency not in (None, law.currency):
            return Answer(None, f"its value is given in {value.currency}, not in {law.currency}", _ABOVE)
        if day is None:
            why = "when the procurement began is not given, and thresholds change every two years"
            return Answer(None, why, ("tender.published",))
        gross = law.gross_from is not None and day >= law.gross_from
        return _against(_bounds(value, law, gross), law, matching(case, shipped_tables(pack).table("thresholds"), day))

    return covered


condition(PCR)(covered_under(PCR))
condition(EU)(covered_under(EU))


def _worth(case: Case) -> Value | None:
    """Return the value of a tender, or of all its lots together (PCR 6(11)-(13); Directive 5(8)-(10))."""
    given = case.tender.value
    if given is not None and given.amount is not None:
        return given
    values = [one.value for one in case.lots if one.value is not None and one.value.amount is not None]
    if not values or len(values) < len(case.lots) or len({one.currency for one in values}) > 1:
        return None
    total = sum((one.amount or Decimal(0) for one in values), Decimal(0))
    return Value(amount=total, currency=values[0].currency, vat=values[0].vat)


class _Bounds(Frozen):
    """The least and the most that a contract may be worth in the way a threshold counts, and the amount that is given."""

    least: Decimal
    most: Decimal
    given: Decimal


def _bounds(value: Value, law: _Law, gross: bool) -> _Bounds:
    amount = value.amount or Decimal(0)
    if gross:
        least, most = with_tax(value, law.vat)
        return _Bounds(least, most, amount if least == amount else least)
    return _Bounds(amount if holds_tax(value) is False else amount / law.vat, amount, amount)


def _against(worth: _Bounds, law: _Law, rows: Matched) -> Answer:
    """Return how a value stands to the thresholds that apply or may apply."""
    candidates = [*rows.certain[:1], *rows.possible]
    limits = {row.amount for row, _ in candidates if row.amount is not None}
    if not limits:
        return Answer(None, "no threshold is known for the day the procurement began", _ABOVE)
    verdicts = {True if worth.least >= one else False if worth.most < one else None for one in limits}
    row = candidates[0][0]
    shown = f"{law.sign}{worth.given:,}"
    limit = f"the threshold for {row.words} of {law.sign}{row.amount:,} ({row.cite})"
    if verdicts == {True}:
        return Answer(True, f"{shown} is not below {limit}")
    if verdicts == {False}:
        return Answer(False, f"{shown} is below {limit}")
    if rows.missing:
        return Answer(None, f"which threshold {shown} is measured by is not settled", rows.missing)
    return Answer(None, f"whether {shown} reaches {limit} hangs on value added tax", ("tender.value.vat",))
