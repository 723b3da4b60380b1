"""Facts in words: money, spans of time, lists and groups."""

from __future__ import annotations

import re

from fairaudit.engine.contract.report import Fact
from fairaudit.reports.wording import counted, listed, when

_DECIMAL = re.compile(r"(-?)(\d{1,30})(?:\.(\d{1,30}))?\Z", re.ASCII)
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_SPANS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def fact_in_words(value: Fact) -> str:
    """Return a fact as a person would write it, the same whatever the locale."""
    if value is None:
        return "not given"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return listed([fact_in_words(one) for one in value]) or "none"
    if isinstance(value, dict):
        return _group_in_words(value)
    return when(str(value))


def _group_in_words(value: dict[str, Fact]) -> str:
    if value.keys() == {"amount", "currency"}:
        return _money(value["amount"], value["currency"])
    if value.keys() == {"count", "unit"}:
        return _quantity(value["count"], str(value["unit"]))
    return "; ".join(f"{name}: {fact_in_words(one)}" for name, one in sorted(value.items())) or "none"


def _money(amount: Fact, currency: Fact) -> str:
    match = _DECIMAL.match(str(amount))
    if match is None:
        return "an unknown amount"
    minus, whole, rest = match.groups()
    figure = f"{int(whole):,}" + (f".{rest.ljust(2, '0')}" if rest and rest.strip("0") else "")
    sign = _SIGNS.get(str(currency))
    if sign:
        return f"{minus}{sign}{figure}"
    return f"{currency} {minus}{figure}" if currency else f"{minus}{figure}"


def _quantity(count: Fact, unit: str) -> str:
    """Return a duration in its two largest units, any other quantity as it stands."""
    if unit != "second" or not isinstance(count, int):
        return f"{count} {unit}" if str(count) == "1" or unit.endswith("s") else f"{count} {unit}s"
    words, rest = [], abs(count)
    for size, name in _SPANS:
        number, rest = divmod(rest, size)
        if number:
            words.append(counted(number, name))
    return " ".join(words[:2]) or "0 seconds"
