"""The currency and unit in which the prices of bids stand, as an axis or a column of prices says it."""

from __future__ import annotations

from collections.abc import Iterable

from fairaudit.procurement.model.records import Bid


def currency_of(bids: Iterable[Bid | None]) -> str:
    """Return the currency of all these prices, with the unit that they are for; nothing where it is not said or not one."""
    found = {(one.value.currency, one.unit) for one in bids if one is not None and one.value is not None}
    currency, unit = next(iter(found)) if len(found) == 1 else (None, None)
    return "" if not currency else f"{currency} per {unit}" if unit else currency
