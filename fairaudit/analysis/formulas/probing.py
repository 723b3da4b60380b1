"""What breaks a formula that is written out: it is tried at the prices offered, at nothing, at equal and at very high prices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.analysis.formulas.kinds import Values
from fairaudit.analysis.formulas.named import LIMITS, formula_named, values_of
from fairaudit.analysis.formulas.written import unguarded
from fairaudit.frozen import Frozen

_AMONG = (Fraction(1), Fraction(1_000), Fraction(100_000))
"""Prices to try where none were offered, beside those near a parameter."""
_HIGH = tuple(Fraction(10) ** power for power in (1, 2, 3, 6, 9))
"""How many times a price is tried. None of these is far from what a slip of the point makes of one."""
Prices = Sequence[Fraction]


class Probed(Frozen):
    """Which prices break a formula.

    `zero`: there is no answer for one of nothing; `equal`: nor where all are alike; `high`: a very high one earns less than
    nothing. Of those offered, `below` earns less than nothing and `above` more than all points; where `rising`, the dearest
    earns most.
    """

    zero: bool
    equal: bool
    high: bool
    below: Fraction | None
    above: Fraction | None
    rising: bool


def probed(name: str, parameters: Mapping[str, Decimal | Fraction] | None, offered: Sequence[Prices]) -> Probed:
    """Return which prices break a formula that is written out; raises `FormulaError` where nothing can be worked out by it."""
    at = _Tried(name, values_of(formula_named(name), parameters))
    ends = {kind for one, kind in LIMITS.items() if one in (parameters or {})}
    # The ends of those offered: to try each of a thousand would say no more.
    ends_of = (one for some in offered if some for one in (min(some), max(some)) if one > 0)
    near = (*ends_of, *_near(parameters or {}), *_AMONG)
    tried = tuple(dict.fromkeys(near))
    found = [(one, at.offered(one, some)) for some in offered for one in sorted(set(some)) if one > 0]
    high = ((one * more, (one, one * more)) for one in tried for more in _HIGH)
    return Probed(
        zero=at.break_all([(price, (Fraction(0), one)) for price in (Fraction(0), one)] for one in tried),
        equal=at.break_all([(one, (one, one))] for one in tried),
        high="floor" not in ends and any(_is_below(at(*one)) for one in high),
        below=None if "floor" in ends else next((one for one, share in reversed(found) if _is_below(share)), None),
        above=None if "cap" in ends else next((one for one, share in found if share is not None and share > 1), None),
        rising=_rises(at, [some for some in offered if len(set(some)) > 1] or [(one / 2, one) for one in tried]),
    )


class _Tried:
    """A formula at prices that it may have no answer for, or one that is too large to be worked out."""

    def __init__(self, name: str, values: Values) -> None:
        self._guarded, self._share, self._values = formula_named(name).share, unguarded(name), values

    def __call__(self, price: Fraction, prices: Prices) -> Fraction | None:
        """Return what it gives a price, whatever that is; none where it has no answer, or no such as can be worked out."""
        try:
            return self._share(price, prices, self._values)
        except FormulaError:
            return None

    def offered(self, price: Fraction, prices: Prices) -> Fraction | None:
        """Return the share of a price that was offered; raises `FormulaError` where it is no share, or too large."""
        try:
            return self._guarded(price, prices, self._values) if self._guarded else None
        except FormulaError as error:
            if error.field:
                raise
            return None

    def break_all(self, tries: Iterable[Sequence[tuple[Fraction, Prices]]]) -> bool:
        """Whether it has no answer for one price or another of each that can be tried, and some can."""
        told = [found for each in tries if (found := self._break(each)) is not None]
        return bool(told) and all(told)

    def _break(self, each: Sequence[tuple[Fraction, Prices]]) -> bool | None:
        found = False
        for price, prices in each:
            try:
                self._share(price, prices, self._values)
            except FormulaError as error:
                if error.field:
                    return None
                found = True
        return found


def _near(parameters: Mapping[str, Decimal | Fraction]) -> Iterable[Fraction]:
    """Yield prices somewhat below each parameter: it may be a ceiling, above which there is no answer."""
    numbers = (Fraction(one) for name, one in parameters.items() if name not in LIMITS and one > 0)
    yield from (one * part for one in numbers for part in (Fraction(9, 10), Fraction(1, 2)))


def _is_below(share: Fraction | None) -> bool:
    return share is not None and share < 0


def _rises(at: _Tried, sets: Iterable[Prices]) -> bool:
    """Whether the dearest price of each set earns more than any other, wherever all of them have an answer."""
    found = [[at(one, some) for one in sorted(set(some))] for some in sets]
    known = [[one for one in each if one is not None] for each in found if None not in each]
    return bool(known) and all(each[-1] > max(each[:-1]) for each in known)
