"""Values worked out from stored ones; each says which stored fields it comes from, so that what is missing has a name."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.common import Money, Period
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.tender import Lot, Tender


class Derived(Frozen):
    """A value that is not stored: how it is worked out, of which type it is, and what it needs."""

    type: type
    compute: Callable[[Part, Tender], object | None]
    stored: tuple[str, ...]


def months_of(period: Period) -> Fraction | None:
    """Return the length of a period in months, both ends included; `None` where it has no length that is known."""
    if period.start_date is not None and period.end_date is not None:
        return months_between(period.start_date.date, period.end_date.date)
    if period.duration_in_days is not None and period.duration_in_days > 0:
        return Fraction(period.duration_in_days * 12, 365)
    return None


def months_between(first: date, last: date) -> Fraction | None:
    """Return the months from one day to another, both included: 1 September to 31 August is 12."""
    if last < first:
        return None
    end = last + timedelta(days=1)
    whole = (end.year - first.year) * 12 + end.month - first.month
    if end.day < first.day:
        whole -= 1
    year, month = divmod(first.month - 1 + whole, 12)
    anchor_year, anchor_month = first.year + year, month + 1
    length = calendar.monthrange(anchor_year, anchor_month)[1]
    anchor = date(anchor_year, anchor_month, min(first.day, length))
    return whole + Fraction((end - anchor).days, length)


def annual_value(part: Part, tender: Tender) -> Money | None:
    """Return the value of a tender or lot for one year: value ÷ months × 12, extensions excluded.

    A lot that gives no period of its own runs as long as the tender says.
    """
    value = getattr(part, "value", None)
    period = getattr(part, "contract_period", None) or tender.contract_period
    months = months_of(period) if isinstance(period, Period) else None
    if not isinstance(value, Money) or value.amount is None or not months:
        return None
    exact = Fraction(value.amount) * 12 / months
    cents = (exact * 100).__round__()
    return Money(amount=Decimal(cents) / 100, currency=value.currency)


_ANNUAL = Derived(Money, annual_value, ("value", "contract_period"))
_BY_CLASS: dict[type[Part], dict[str, Derived]] = {
    Tender: {"annual_value": _ANNUAL},
    Lot: {"annual_value": _ANNUAL},
}


def derived_of(part: type[Part], name: str) -> Derived | None:
    """Return how a class works out a value that it does not store."""
    return _BY_CLASS.get(part, {}).get(name)
