"""Whether a value holds value added tax, from the words that a case uses for it."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.analysis.names import words
from fairaudit.procurement.model.common import Value

_NET = frozenset(
    {"net", "without", "before", "plus", "ex", "excl", "exvat", "extra", "netto", "exkl", "zzgl", "ht", "hors"}
)
_GROSS = frozenset({"gross", "with", "yes", "inc", "incl", "incvat", "brutto", "inkl", "ttc"})
_NOT = frozenset({"no", "not"})


def holds_tax(value: Value) -> bool | None:
    """Return whether value added tax is in a value, `None` where that is not said: by words such as `excl.`, `VAT included`."""
    said = words((value.vat or "").replace("+", " plus "))
    net = any(one in _NET or one.startswith("exclu") for one in said)
    gross = any(one in _GROSS or one.startswith("inclu") for one in said)
    if not _NOT.isdisjoint(said):
        # `not included`, `no VAT`; a denial of the other kind says too little.
        return None if net else False
    return None if net is gross else gross


def tax_said(value: Value) -> bool | str | None:
    """Return whether tax is in a value, or what is said of it in words that are not understood: what is equal is alike."""
    held = holds_tax(value)
    return value.vat if held is None else held


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
