"""What all formulas share: their error, the two most usual price formulas, declared rounding, weighted totals.

Fractions all the way. What is not defined (a price of zero, a scale without a top) is an error with a reason, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from fractions import Fraction

ROUNDINGS = {
    "half-up": ROUND_HALF_UP,
    "half-even": ROUND_HALF_EVEN,
    "half-down": ROUND_HALF_DOWN,
    "up": ROUND_UP,
    "down": ROUND_DOWN,
}
_ALSO = {
    "bankers": "half-even",
    "bankers-rounding": "half-even",
    "banker's-rounding": "half-even",
    "banker's": "half-even",
}
"""Other names of roundings: half to even is the bankers'."""
_PARTS = {"nearest-half": 2, "nearest-quarter": 4}
"""Roundings to parts of the last place, a tie upwards: half points are no whole points, and nor are they points to one place."""
_DIGITS_OF_A_DOUBLE = 12
"""So many significant digits of a figure that a program wrote are surely meant."""
_PLACES_OF_MONEY = 4


class FormulaError(ValueError):
    """A calculation that has no answer; the message says why in plain words.

    `field` is the part of the formula that would have to be written otherwise, `None` where no other word would help.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


def lowest_of(price: Fraction, prices: Sequence[Fraction]) -> Fraction:
    """Return the lowest of some prices, all above zero and the price in question among them; raises `FormulaError`."""
    if price not in prices:
        raise FormulaError("the price is not among those it is compared with")
    lowest = min(prices)
    if lowest <= 0:
        raise FormulaError("the formula has no answer where a price is zero or below")
    return lowest


def lowest_price_ratio(price: Fraction, prices: Sequence[Fraction]) -> Fraction:
    """Return the share of the points by lowest price ÷ price (R1); undefined at zero and below."""
    lowest = lowest_of(price, prices)
    return lowest / price


def linear_from_lowest(price: Fraction, prices: Sequence[Fraction]) -> Fraction:
    """Return the share of the points by 1 − (price − lowest) ÷ lowest, never below zero (R2): none at twice the lowest."""
    lowest = lowest_of(price, prices)
    return max(Fraction(0), 2 - price / lowest)


def rounding_as(mode: str) -> str:
    """Return the name that a rounding has here (`half_even`, `Half even` and `bankers` are one), or what was written, plain."""
    plain = "-".join(mode.lower().replace("’", "'").replace("_", " ").replace("-", " ").split())
    return _ALSO.get(plain, plain)


def parts_of(mode: str) -> int:
    """Return to how many parts of its last place a rounding goes: two for `nearest-half`, one for all that are not to parts."""
    return _PARTS.get(rounding_as(mode), 1)


def rounded(value: Fraction, places: int, mode: str = "half-up") -> Decimal:
    """Return a number rounded as declared; raises `FormulaError` for a mode that is not known."""
    rounding = ROUNDINGS.get(mode) or ROUNDINGS.get(rounding_as(mode))
    if rounding is None and (parts := parts_of(mode)) > 1:
        with localcontext() as context:
            context.prec = 90
            return rounded(value * parts, places) / parts
    if rounding is None:
        raise FormulaError(f"the rounding `{mode}` is not known", "rounding.mode")
    # In whole numbers: a long record is rounded some hundred thousand times while its way of writing is looked for.
    whole, rest = divmod(abs(value.numerator) * 10**places, value.denominator)
    beside = 2 * rest - value.denominator
    if rest and (
        rounding == ROUND_UP or (beside > 0 and rounding != ROUND_DOWN) or (beside == 0 and _ties_up(rounding, whole))
    ):
        whole += 1
    return Decimal(f"{'-' if value < 0 and whole else ''}{whole}E-{places}")


def _ties_up(rounding: str, whole: int) -> bool:
    return rounding == ROUND_HALF_UP or (rounding == ROUND_HALF_EVEN and whole % 2 == 1)


def in_parts(exact: Fraction, places: int, mode: str = "half-up", parts: int = 1) -> Fraction:
    """Return a number rounded to places, or to parts of the last of them; raises `FormulaError`."""
    return Fraction(rounded(exact * parts, places, mode)) / parts


def scaled(score: Decimal, lowest: Decimal, highest: Decimal) -> Fraction:
    """Return a score as a share of its scale; raises `FormulaError` for a scale without length."""
    if highest <= lowest:
        raise FormulaError("the scale's maximum is not above its minimum")
    return (Fraction(score) - Fraction(lowest)) / (Fraction(highest) - Fraction(lowest))


def weighted_total(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the sum of share × weight, exactly."""
    return sum((share * weight for share, weight in parts), Fraction(0))


def as_meant(value: Decimal) -> Decimal:
    """Return a number without the noise of binary floating point: 82.9333333333 for 82.93333333333334, 78.5 for 78.5.

    A double keeps 15 to 17 significant digits (IEEE 754), of which sums spoil the last. So of a number with more than twelve,
    twelve count, and four places of the largest: no amount of money is written finer.
    """
    exponent = value.as_tuple().exponent
    places = max(_PLACES_OF_MONEY, _DIGITS_OF_A_DOUBLE - 1 - value.adjusted())
    return rounded(Fraction(value), places, "half-even") if isinstance(exponent, int) and -exponent > places else value


def half_unit(value: Decimal) -> Fraction:
    """Return half of the last digit a number was written with: 0.05 for 78.5, 0.5 for 78; noise is no digit."""
    exponent = as_meant(value).as_tuple().exponent
    return Fraction(1, 2) / 10**-exponent if isinstance(exponent, int) and exponent < 0 else Fraction(1, 2)
