"""Whether two values mean the same, however they are written: 0.3 and 0.30, or noon in Paris and 11:00 in London."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.shape import fields_of


def meaning(value: object, clock: Clock) -> Hashable:
    """Return what is equal for two values only where they surely mean the same; numbers by value, moments by instant."""
    if isinstance(value, When):
        return value if value.time is None else clock.exact(value) or value
    if isinstance(value, tuple):
        return tuple(meaning(one, clock) for one in value)
    if isinstance(value, Part):
        return tuple((name, meaning(getattr(value, name), clock)) for name in fields_of(type(value)))
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    return None if value is None else str(value)


def differ(first: object, second: object, clock: Clock) -> bool | None:
    """Whether two values mean different things; `None` where that hangs on what is not given: a zone, a currency."""
    if isinstance(first, When) and isinstance(second, When):
        return _moments_differ(first, second, clock)
    if meaning(first, clock) == meaning(second, clock):
        return False
    if first is None or second is None:
        return None
    if isinstance(first, Money) and isinstance(second, Money):
        return _amounts_differ(first, second)
    if isinstance(first, Part) and type(first) is type(second):
        names = fields_of(type(first))
        return _any_differs([(getattr(first, name), getattr(second, name)) for name in names], clock)
    if isinstance(first, tuple) and isinstance(second, tuple) and len(first) == len(second):
        return _any_differs(list(zip(first, second, strict=True)), clock)
    return True


def spelled(value: object) -> str:
    """Return a value as a text: moments as ISO 8601, amounts with their currency."""
    if isinstance(value, When):
        return value.isoformat()
    return value.in_words() if isinstance(value, Money) else str(value)


def _any_differs(pairs: list[tuple[object, object]], clock: Clock) -> bool | None:
    answers = [differ(first, second, clock) for first, second in pairs]
    return True if True in answers else None if None in answers else False


def _amounts_differ(first: Money, second: Money) -> bool | None:
    """Amounts of one currency differ; so does one amount in two currencies, while 100 and 117 in two may be the same."""
    rest = [name for name in fields_of(type(first)) if name not in ("amount", "currency")]
    if any(getattr(first, name, None) != getattr(second, name, None) for name in rest):
        return None  # one with the tax and one without it are not the same thing twice
    if None in (first.amount, second.amount, first.currency, second.currency):
        return None
    if first.currency == second.currency:
        return True
    return True if first.amount == second.amount else None


def _moments_differ(first: When, second: When, clock: Clock) -> bool | None:
    if first == second:
        return False
    if first.time is None and second.time is None:
        return True
    if clock.zone is None and first.offset is None and second.offset is None:
        clock = Clock(ZoneInfo("UTC"))  # both are local to the same unknown place
    (low, high), (other_low, other_high) = (_stretch(one, clock) for one in (first, second))
    if low == high == other_low == other_high:
        return False
    return True if high < other_low or other_high < low or (low == high and other_low == other_high) else None


def _stretch(when: When, clock: Clock) -> tuple[datetime, datetime]:
    """Return the earliest and the latest instant of a moment; a bare day is all of that day."""
    return clock.bounds(when)[0], clock.bounds(when, end=True)[1]
