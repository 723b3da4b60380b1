"""Whether the prices of several bids count the same things: only then do they stand beside each other."""

from collections import Counter

from fairaudit.law.tax import tax_said
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Bid

_UNLIKE = (
    ("value.currency", "in"),
    ("value.vat", "with VAT"),
    ("unit", "per"),
    ("value.basis", "for"),
    ("value.includes_options", "with options:"),
)
"""What prices are said in, and the word that goes before it."""
SAYS_NONE = frozenset({"false", "no", "none", "without", "0"})


def unlike_words(bids: list[Bid]) -> str:
    """Return in words that the prices of some bids do not count the same things; empty where they do."""
    if any(_differ(bids, name) for name, _ in _UNLIKE[:3]):
        return "the prices are in different currencies or units, or differ in VAT"
    basis, options = (_differ(bids, name) for name, _ in _UNLIKE[3:])
    told = [
        *(["in the time they are for (`basis`)"] if basis else []),
        *(["in whether they hold options"] if options else []),
    ]
    return f"the prices differ {' and '.join(told)}" if told else ""


def unlike_prices(bids: list[Bid]) -> tuple[str, ...]:
    """Return what some bids do not say of their prices and others do; where all do and differ, those that fewest share."""
    found: list[str] = []
    for name, word in _UNLIKE:
        said = _said_of_prices(bids, name)
        usual = Counter(value for _, value in said if value is not None).most_common(1)
        if usual and _differ(bids, name):
            bare = [f"{text_of(one.path)}.{name}" for one, value in said if value is None]
            odd = [
                f"{text_of(one.path)}.value ({word} {usual[0][0]}, as others)"
                for one, value in said
                if value != usual[0][0]
            ]
            found += bare or odd
    return tuple(found)


def _differ(bids: list[Bid], name: str) -> bool:
    """Whether prices say unlike things in one respect; a price that says nothing of options has none."""
    said = [(one, value) for one, value in _said_of_prices(bids, name) if one.value is not None]
    if name == "value.vat":
        return len({tax_said(one.value) for one in bids if one.value is not None}) > 1
    if name == "value.includes_options":
        told = [str(value).strip().casefold() if value is not None else "no" for _, value in said]
        return len({"no" if one in SAYS_NONE else one for one in told}) > 1
    return len({value for _, value in said}) > 1


def _said_of_prices(bids: list[Bid], name: str) -> list[tuple[Bid, object]]:
    return [(one, getattr(one if name == "unit" else one.value, name.rpartition(".")[2], None)) for one in bids]
