"""The one number that a formula of price and quality together must have had to give some totals: solved from the totals.

Each total allows a range of the number, and all totals together allow the ranges' intersection, of which the roundest is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.analysis.formulas.solving import roundest

_LEAST = 3
"""Of so many unlike offers must the totals allow one number: two agree too easily. Heuristic."""
_FINE = 50
"""How many times as large as the range that a total leaves for it a number must be. Heuristic."""
_MOST_OF_A_PRICE = 1
"""The highest sum of shares that is looked for is a half, over k = 1: by law it is at most 0.3 (recalled). Heuristic."""

_Number = Callable[[Offer, Fraction], Fraction | None]
"""The number by which an offer has a total, `None` where any number gives it or none can."""


def joint_solutions(
    offers: Sequence[Offer], totals: Sequence[Fraction], rooms: Sequence[Fraction]
) -> Iterator[tuple[str, str, Fraction]]:
    """Yield the formulas that may give the totals, each with the name of its number and the number.

    `rooms` say how far a total may be off by its rounding. Whether the formula does give them is for the caller to work out.
    """
    for name, (parameter, number) in _SOLVED.items():
        found = _range(number, offers, totals, rooms)
        if found is not None:
            yield name, parameter, roundest(*found)


def _range(
    number: _Number, offers: Sequence[Offer], totals: Sequence[Fraction], rooms: Sequence[Fraction]
) -> tuple[Fraction, Fraction] | None:
    lows: list[Fraction] = []
    highs: list[Fraction] = []
    unlike: set[Offer] = set()
    for offer, total, room in zip(offers, totals, rooms, strict=True):
        ends = [one for each in (total - room, total + room) if (one := number(offer, each)) is not None]
        if len(ends) == 2:
            lows.append(min(ends))
            highs.append(max(ends))
            unlike.add(offer)
    if len(unlike) < _LEAST or not 0 < max(lows) <= min(highs):
        return None
    wide = max(high - low for low, high in zip(lows, highs, strict=True))
    return (max(lows), min(highs)) if wide * _FINE <= min(highs) else None


def _value(offer: Offer, total: Fraction) -> Fraction | None:
    """A4: V = (P − total) ÷ Q."""
    return (offer.price - total) / offer.quality if offer.quality > 0 else None


def _day_rate(offer: Offer, total: Fraction) -> Fraction | None:
    """A5: r = (total · T − P) ÷ d."""
    days = dict(offer.figures).get("days")
    return (total * offer.quality - offer.price) / days if days and days > 0 and offer.quality > 0 else None


def _highest_share(offer: Offer, total: Fraction) -> Fraction | None:
    """A6: k = (P ÷ total − 1) ÷ Q, and vmax = k ÷ (1 + k)."""
    if total <= 0 or offer.quality <= 0:
        return None
    k = (offer.price / total - 1) / offer.quality
    return k / (1 + k) if 0 < k <= _MOST_OF_A_PRICE else None


def _factor(offer: Offer, total: Fraction) -> Fraction | None:
    """A2: X = total · P ÷ Q."""
    return total * offer.price / offer.quality if offer.quality > 0 else None


_SOLVED: dict[str, tuple[str, _Number]] = {
    "award-on-value": ("value", _value),
    "cost-plus-time-over-technical": ("day_rate", _day_rate),
    "prozorro-coefficient": ("highest_share", _highest_share),
    "value-for-money-index": ("factor", _factor),
}
"""The formulas of one figure with one number, by name: what the number is called, and how a total gives it."""
