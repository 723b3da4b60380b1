"""Numbers as tables and sentences show them: exact ones rounded last, and never to nothing."""

from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

from fairaudit.analysis.rounding import decimal_of

_DIGITS = 6
_MOST = 20
_PLACES = 4
"""A heuristic: a number of so many decimals was recorded, or is exact in few enough digits to be read."""


def cell(value: Fraction) -> Decimal:
    """Return a number as it is where it has few decimals, else with six significant digits and at least two decimals."""
    if (value * 10**_PLACES).denominator == 1:
        return _plain(_exactly(value))
    return brief(value) if abs(value) >= 10**_PLACES else _to(value, _DIGITS)


def cell_apart(value: Fraction, other: Fraction) -> Decimal:
    """Return a number as a cell, with as many more digits as tell it from another that it differs from."""
    found, digits = cell(value), _DIGITS
    while value != other and found == cell(other) and digits < _MOST:
        digits += 2
        found = _to(value, digits)
    return found


def _exactly(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        return decimal_of(value)


def brief(value: Fraction) -> Decimal:
    """Return a number with two decimals, or as many as its first two digits need."""
    if value == 0 or abs(value) >= Fraction(1, 10):
        with localcontext() as context:
            context.prec = 60
            return _plain(_exactly(value).quantize(Decimal("0.01"), ROUND_HALF_EVEN))
    return _to(value, 2)


def per_cent(share: Fraction) -> Decimal:
    """Return a share in per cent."""
    return brief(share * 100)


def _to(value: Fraction, digits: int) -> Decimal:
    with localcontext() as context:
        context.prec = digits
        return _plain(decimal_of(value))


def _plain(value: Decimal) -> Decimal:
    """Return a number without idle zeros and without an exponent."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") or "0") if "." in text else Decimal(text)
