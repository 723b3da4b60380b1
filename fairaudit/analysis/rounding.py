"""Rounding for people that never hides on which side of a threshold a number lies, and steps that numbers lie on."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction to as many digits as the decimals of this run have, 28 unless somebody set another number."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def apart(value: Fraction | Decimal, threshold: Decimal, most: int = 12) -> Decimal:
    """Return a number with at least one decimal, and as many more as keep it apart from a threshold it differs from."""
    exact = Fraction(value)
    with localcontext() as context:
        context.prec = 60
        precise = decimal_of(exact)
        for places in range(1, most + 1):
            rounded = precise.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
            if rounded != threshold or exact == Fraction(threshold):
                return rounded
        return precise


@lru_cache(maxsize=10_000)
def on_step(value: Decimal, lowest: Decimal, step: Decimal) -> bool:
    """Whether a figure stands on a step from the lowest one; in fractions, since decimals have no rest of very fine steps."""
    return (Fraction(value) - Fraction(lowest)) % Fraction(step) == 0
