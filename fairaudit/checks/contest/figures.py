"""Numbers as tables and sentences show them: exact ones rounded last, and never to nothing."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

_DIGITS = 6


def cell(value: Fraction) -> Decimal:
    """Return a number with six significant digits, without idle zeros."""
    return _to(value, _DIGITS)


def brief(value: Fraction) -> Decimal:
    """Return a number with two decimals, or as many as its first two digits need."""
    if value == 0 or abs(value) >= Fraction(1, 10):
        with localcontext() as context:
            context.prec = 60
            exact = Decimal(value.numerator) / Decimal(value.denominator)
            return _plain(exact.quantize(Decimal("0.01"), ROUND_HALF_EVEN))
    return _to(value, 2)


def per_cent(share: Fraction) -> Decimal:
    """Return a share in per cent."""
    return brief(share * 100)


def _to(value: Fraction, digits: int) -> Decimal:
    with localcontext() as context:
        context.prec = digits
        return _plain(Decimal(value.numerator) / Decimal(value.denominator))


def _plain(value: Decimal) -> Decimal:
    """Return a number without idle zeros and without an exponent."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") or "0") if "." in text else Decimal(text)
