"""The considerable change threshold, and the limit of changes to a running contract: by how much its lifetime value moves.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), reg 6(10) to (12) and reg 13(2).
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.rounding import apart
from fairaudit.frozen import Frozen
from fairaudit.law.tables import shipped_tables
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money, Value
from fairaudit.procurement.model.procedure import ExistingContract

_OF_ONE_YEAR = re.compile(r"yearly|annual|monthly|\b(?:per|a|each|one)[- ](?:year|annum|month)\b", re.IGNORECASE)
_TENDER, _OLD = "tender.value", "tender.existing_contract.value"


class Rise(Frozen):
    """By how much a lifetime value is higher than another, in money and in per cent of that other."""

    amount: Decimal
    percent: Decimal
    considerable: bool

    @property
    def words(self) -> str:
        """The rise as people write it."""
        return f"£{self.amount:,} ({self.percent} %)"


class Change(Frozen):
    """Whether the threshold is met, in a clause that says why, the provision, and the fields that would settle it."""

    met: bool | None
    because: str
    cite: str
    rise: Rise | None = None
    missing: tuple[str, ...] = ()
    doubtful: bool = False
    """Whether the record is silent on the exception that would lift it."""


class _Limb(Frozen):
    """Whether reg 6(10)(b) holds, or why that is not known."""

    holds: bool | None
    because: str
    rise: Rise | None = None
    missing: tuple[str, ...] = ()


def rise_of(old: Decimal, new: Decimal) -> Rise:
    """Return how far a lifetime value has moved; considerable where both figures of the table are reached."""
    least, share = _figures()
    amount = new - old
    percent = Fraction(amount) * 100 / Fraction(old)
    return Rise(amount, apart(percent, share), amount >= least and percent >= share)


def _figures() -> tuple[Decimal, Decimal]:
    """Return the rise in money and that in per cent which together are considerable."""
    rows = {one.row: one for one in shipped_tables("nhs-psr").table("considerable-change").rows}
    return rows["amount"].amount or Decimal(0), Decimal(rows["percent"].least or 0)


def considerable_change(case: Case) -> Change:
    """Return whether the new arrangements change the existing contract considerably, by all limbs and exceptions."""
    existing = case.tender.existing_contract
    if existing is None:
        return Change(
            None, "nothing is given about the existing contract", "reg 6(10)", None, ("tender.existing_contract",)
        )
    value = _by_value(case, existing)
    if existing.character_changed:
        return _of_character(existing, value)
    return _of_value(existing, value)


def _of_character(existing: ExistingContract, value: _Limb) -> Change:
    """Return what a material difference in character means, and whether it is only that of a successor (reg 6(11))."""
    told = "the new arrangements are materially different in character"
    if not existing.succession or value.holds:
        return Change(True, told, "reg 6(10)(a)", value.rise, (), existing.succession is None)
    if value.holds is None:
        return Change(None, f"whether only the provider's identity changed is open: {value.because}", "reg 6(11)(b)", None,
                      value.missing)  # fmt: skip
    if existing.selection_criteria_met is None:
        field = "tender.existing_contract.selection_criteria_met"
        return Change(None, f"{field} is not given", "reg 6(11)(a)", value.rise, (field,))
    if existing.selection_criteria_met:
        return Change(False, "only the provider's identity changed, by succession", "reg 6(11)", value.rise)
    return Change(
        True, f"{told}, and the successor does not meet the basic selection criteria", "reg 6(11)(a)", value.rise
    )


def _of_value(existing: ExistingContract, value: _Limb) -> Change:
    """Return what a rise in value means where no difference in character is recorded."""
    same = existing.character_changed is False
    field = "tender.existing_contract.character_changed"
    if value.holds is False and same:
        return Change(False, value.because, "reg 6(10)", value.rise)
    if existing.external_factors and same:
        return Change(False, "the change answers external factors beyond the control of both", "reg 6(12)", value.rise)
    if value.holds and not existing.external_factors:
        return Change(True, value.because, "reg 6(10)(b)", value.rise, (), existing.external_factors is None)
    if value.holds is None and not existing.external_factors:
        lacking = value.missing if same else (*value.missing, field)
        return Change(None, value.because, "reg 6(10)(b)", value.rise, lacking)
    return Change(None, f"{field} is not given", "reg 6(10)(a)", value.rise, (field,))


def _by_value(case: Case, existing: ExistingContract) -> _Limb:
    """Return whether the buyer itself decided on changes that raise the lifetime value by both figures (reg 6(10)(b))."""
    if existing.own_decision is False:
        return _Limb(False, "the changes are not attributable to a decision of the buyer")
    values = _compared(case.tender.value, existing.value)
    if isinstance(values, _Limb):
        return values
    rise = rise_of(*values)
    shown = f"the lifetime value rises by {rise.words}"
    if not rise.considerable:
        least, share = _figures()
        return _Limb(False, f"{shown}, which is not both £{least:,} and {share} %", rise)
    if existing.own_decision is None:
        field = "tender.existing_contract.own_decision"
        return _Limb(None, f"{shown}, and whether the buyer itself decided on the changes is not given", rise, (field,))
    return _Limb(True, f"{shown} by the buyer's own decision", rise)


def _compared(new: Value | None, old: Value | None) -> tuple[Decimal, Decimal] | _Limb:
    """Return the old and the new lifetime value, or why they cannot be compared."""
    for field, value in ((_TENDER, new), (_OLD, old)):
        if value is None or value.amount is None:
            return _Limb(None, f"{field} is not given", None, (field,))
        if _OF_ONE_YEAR.search(value.basis or ""):
            return _Limb(None, f"{field} is not that of the whole term", None, (field,))
    if new is None or old is None or new.amount is None or old.amount is None or old.amount <= 0:
        return _Limb(None, f"{_OLD} is not above zero", None, (_OLD,))
    if (new.vat or "") != (old.vat or ""):
        return _Limb(
            None, "one value counts value added tax and the other may not", None, (f"{_TENDER}.vat", f"{_OLD}.vat")
        )
    return _in_pounds(new, old) or (old.amount, new.amount)


def _in_pounds(new: Money, old: Money) -> _Limb | None:
    for field, value in ((_TENDER, new), (_OLD, old)):
        if value.currency != "GBP":
            said = f"in {value.currency}" if value.currency else "in no currency that is given"
            return _Limb(None, f"{field} is {said}, and the threshold is in pounds", None, (f"{field}.currency",))
    return None
