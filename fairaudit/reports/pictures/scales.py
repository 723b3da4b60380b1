"""From values to places: a scale, its round ticks, and labels kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor, log10

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import INK, Sheet
from fairaudit.reports.pictures.letters import SMALL, width_of
from fairaudit.reports.pictures.values import Tabular, records, told

_APART = 12.0
"""How far apart the words at the ticks of an axis stand at least."""
_DIGITS, _TINY = 4, 1e-6
"""How many digits of a small number say something, and below what it is written with a power of ten."""


class Scale(Frozen):
    """Values from `low` to `high` at the places from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def scale(values: Sequence[float], start: float, end: float, *, room: float = 0.0, floor: float | None = None) -> Scale:
    """Return the scale on which all values stand, with a part of its length left free at either end.

    `floor` is a value that the scale reaches at least, such as 0. Values that are all equal stand in the middle.
    """
    low, high = min(values), max(values)
    if floor is not None:
        low, high = min(low, floor), max(high, floor)
    if low == high:
        by = abs(low) / 10 or 1.0
        return Scale(low - by, high + by, start, end)
    by = (high - low) * room
    return Scale(low if floor is not None and low == floor else low - by, high + by, start, end)


def ticks(on: Scale, most: int) -> list[Fraction]:
    """Return round values on a scale, at most so many: multiples of 1, 2 or 5 times a power of ten."""
    low, high = Fraction(on.low), Fraction(on.high)
    ten = Fraction(1)
    while ten * most < high - low:
        ten *= 10
    while ten * most >= (high - low) * 10:
        ten /= 10
    for step in (ten / 10, ten / 5, ten / 2, ten, ten * 2, ten * 5, ten * 10):
        first, last = -(-low // step), high // step
        if last - first + 1 <= most:
            return [step * count for count in range(int(first), int(last) + 1)]
    return []


def amount(value: Fraction | float, places: int = 2) -> str:
    """Return a number for a tick or a label: thousands set apart, a true minus, no zeros that say nothing.

    One too small for so many decimals has four digits that say something, and is never shown as nothing.
    """
    size = abs(float(value))
    if 0 < size < 10 ** (1 - places):
        places = max(places, _DIGITS - 1 - floor(log10(size)))
    if size and size < _TINY:
        return _power_of_ten(float(value))
    text = f"{float(value):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", "−")


def _power_of_ten(value: float) -> str:
    """Return a number too small to be counted in zeros."""
    digits, power = f"{value:.{_DIGITS - 1}e}".split("e")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"{digits} × 10^{int(power)}".replace("-", "−")


def money(value: float) -> str:
    """Return a price: whole, or with two decimals."""
    return amount(value, 2) if value == int(value) else f"{value:,.2f}".replace("-", "−")


def price_in(table: Tabular | None) -> str:
    """Return the name of an axis of prices, with the currency where the table says one."""
    currency = next((told(one) for (one,) in records(table, "currency") if one), "")
    return f"price ({currency})" if currency else "price (currency not recorded)"


def across(sheet: Sheet, on: Scale, top: float, bottom: float, *, label: str) -> None:
    """Draw a scale from left to right below what it measures, with thin lines up."""
    for most in (9, 7, 6, 5, 4, 3, 2):
        found = ticks(on, most)
        said = [amount(one, 6) for one in found]
        halves = [width_of(text, SMALL) / 2 for text in said]
        placed = [
            max(min(on.at(float(one)), on.end + 24 - half), half) for one, half in zip(found, halves, strict=True)
        ]
        ends = zip(pairwise(placed), pairwise(halves), strict=True)
        if all(far - near >= half + other + _APART for (near, far), (half, other) in ends):
            break
    sheet.grid((on.at(float(one)), top, on.at(float(one)), bottom) for one in found)
    sheet.grid([(on.start, bottom, on.end, bottom)], 0.45)
    for x, text in zip(placed, said, strict=True):
        sheet.words(x, bottom + 15, text, size=SMALL, anchor="middle")
    sheet.words((on.start + on.end) / 2, bottom + 32, label, anchor="middle")


def upright(sheet: Sheet, on: Scale, left: float, right: float, *, label: str) -> None:
    """Draw a scale from bottom to top at the left of what it measures, with thin lines across; its name stands above."""
    found = ticks(on, 7)
    sheet.grid((left, on.at(float(one)), right, on.at(float(one))) for one in found)
    for one in found:
        sheet.words(left - 6, on.at(float(one)) + 4, amount(one, 6), size=SMALL, anchor="end")
    sheet.words(left, min(on.start, on.end) - 8, label, colour=INK)


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return places near the given ones that are a gap apart and between low and high, moved as little as can be.

    Isotonic regression by pooling adjacent violators on the places less the gaps before them. Where there is no room for
    all, the gap shrinks.
    """
    if not places:
        return []
    gap = min(gap, (high - low) / max(len(places) - 1, 1))
    order = sorted(range(len(places)), key=lambda one: (places[one], one))
    pools: list[tuple[float, int]] = []
    for rank, one in enumerate(order):
        pools.append((places[one] - rank * gap, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (last, many), (before, few) = pools.pop(), pools.pop()
            pools.append(((last * many + before * few) / (many + few), many + few))
    highest = high - (len(places) - 1) * gap
    level = [min(max(value, low), highest) for value, many in pools for _ in range(many)]
    moved = [0.0] * len(places)
    for rank, one in enumerate(order):
        moved[one] = level[rank] + rank * gap
    return moved
