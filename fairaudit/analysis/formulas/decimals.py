"""Logarithms, powers and roots, which no fraction holds: decimals of fifty digits, the same on every machine.

The result is given back as the fraction that the fifty digits are. Where the answer is a fraction it is exact.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from fairaudit.analysis.formulas.exact import FormulaError

DIGITS = 50
_CONTEXT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)


def decimal_of(value: Fraction) -> Decimal:
    """Return a fraction as a decimal of fifty digits."""
    return _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))


def ln(value: Fraction) -> Fraction:
    """Return the natural logarithm; raises `FormulaError` at zero and below."""
    if value <= 0:
        raise FormulaError("there is no logarithm of zero or of a number below it")
    return Fraction(_CONTEXT.ln(decimal_of(value)))


def exp(value: Fraction) -> Fraction:
    """Return e to a power, to fifty digits."""
    return Fraction(_CONTEXT.exp(decimal_of(value)))


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Return a number of zero or more to a power: exactly for whole powers, else to fifty digits; raises `FormulaError`."""
    if base < 0 or (base == 0 and exponent <= 0):
        raise FormulaError("there is no such power of zero or of a number below it")
    if exponent.denominator == 1:
        return Fraction(base) ** exponent.numerator
    if base in (0, 1):
        return base
    return Fraction(_CONTEXT.exp(_CONTEXT.multiply(decimal_of(exponent), _CONTEXT.ln(decimal_of(base)))))


def root(value: Fraction) -> Fraction:
    """Return the square root of zero or more, to fifty digits."""
    if value < 0:
        raise FormulaError("there is no square root of a number below zero")
    return Fraction(_CONTEXT.sqrt(decimal_of(value)))
