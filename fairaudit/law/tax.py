"""Whether a value holds value added tax, from the words that a case uses for it."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.procurement.common import Value

_NET = ("excl", "net", "without", "no", "plus", "ex ")
_GROSS = ("incl", "gross", "with", "yes")


def holds_tax(value: Value) -> bool | None:
    """Return whether value added tax is in a value, `None` where that is not said."""
    said = (value.vat or "").strip().lower()
    if said.startswith(_NET):
        return False
    return True if said.startswith(_GROSS) else None


def tax_field(value: Value, at: str) -> str:
    """Return the field of a value that would settle what it is worth with value added tax."""
    return f"{at}.amount_gross" if holds_tax(value) is False else f"{at}.vat"


def with_tax(value: Value, highest: Decimal) -> tuple[Decimal, Decimal]:
    """Return the least and the most that a value can be with value added tax, of which `highest` is one and the highest rate.

    What is not said to hold tax may not hold it, and what does not may bear none.
    """
    amount = value.amount or Decimal(0)
    if value.amount_gross is not None and value.amount_gross >= amount:
        return value.amount_gross, value.amount_gross
    return amount, amount if holds_tax(value) else amount * highest
