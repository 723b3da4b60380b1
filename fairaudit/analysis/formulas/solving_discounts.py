"""R6 and R7 where nobody gives the estimate that discounts are taken from: it and the other number solved from the points.

What the mean price earns in two lines that meet there shows below the mean, where the estimate does not count. An exponent is
searched: by the right one every price leaves the same estimate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import exp, log

from fairaudit.analysis.formulas.decimals import power
from fairaudit.analysis.formulas.solving import Range, Solved, Window, roundest, straight

_SHARES = tuple(map(Fraction, ("0.8", "0.85", "0.9")))
"""What the mean earns by Consip's own tenders."""
_EXPONENTS = (0.05, 10.0)
"""From where to where an exponent is searched: the formula takes none above 10."""
_STEPS, _HALVINGS = 60, 40
_LEAST = 3
"""Of so many prices must an exponent be told: two leave one to any. Heuristic."""


def discount_solutions(
    seen: Sequence[Window], prices: Sequence[Fraction], known: Sequence[Fraction] = ()
) -> Iterator[Solved]:
    """Yield the formulas by discounts with an estimate that all windows leave, and the other number that they leave with it."""
    if len(set(prices)) < _LEAST or min(prices) <= 0:
        return
    yield from _bilinear(seen, prices, known)
    yield from _power(seen, prices, known)


def _bilinear(seen: Sequence[Window], prices: Sequence[Fraction], known: Sequence[Fraction]) -> Iterator[Solved]:
    """R6: X + (1 − X) · t below the mean, and above it X − share = X · (P − Pmean) · c with c = 1 ÷ (B − Pmean)."""
    lowest, mean = min(prices), sum(prices, Fraction(0)) / len(prices)
    along = [(one, (mean - one.price) / (mean - lowest)) for one in seen if lowest < one.price < mean]
    found = straight((one.low - t, one.high - t, 1 - t) for one, t in along)
    if along and found is None:
        return
    shares = [one for one in _SHARES if found is None or found[0] <= one <= found[1]]
    if found is not None:
        shares.append(roundest(*found))
    for share in dict.fromkeys(one for one in shares if 0 < one < 1):
        above = ((share - one.high, share - one.low, share * (one.price - mean)) for one in seen if one.price > mean)
        if estimate := _estimate(straight(above), mean, known):
            yield Solved("bilinear", {"estimate": estimate, "share_at_mean": share}, 2)
            return


def _power(seen: Sequence[Window], prices: Sequence[Fraction], known: Sequence[Fraction]) -> Iterator[Solved]:
    """R7: 1 − share^(1 ÷ a) = (P − Pmin) · c, with c = 1 ÷ (B − Pmin)."""
    lowest = min(prices)
    inside = [one for one in seen if one.low > 0 and one.high < 1 and one.price > lowest]
    if len({one.price for one in inside}) < _LEAST or (ends := _exponents(inside, lowest)) is None:
        return
    if ends[0] <= 1 <= ends[1]:
        # To the power of one it is R5, which has one number fewer.
        return
    exponent = roundest(Fraction(ends[0]), Fraction(ends[1]))
    back = 1 / exponent
    rows = ((1 - power(one.high, back), 1 - power(one.low, back), one.price - lowest) for one in inside)
    if estimate := _estimate(straight(rows), lowest, known):
        yield Solved("power", {"estimate": estimate, "exponent": exponent}, 2)


def _estimate(found: Range | None, base: Fraction, known: Sequence[Fraction]) -> Fraction | None:
    """Return the estimate whose way from a price is 1 ÷ c; `None` where there is no c."""
    return roundest(base + 1 / found[1], base + 1 / found[0], known) if found and found[0] > 0 else None


def _exponents(inside: Sequence[Window], lowest: Fraction) -> tuple[float, float] | None:
    """Return from what to what an exponent may go so that one estimate is left by every price."""
    rows = [(log(one.low), log(one.high), float(one.price - lowest)) for one in inside]

    def room(at: float) -> float:
        """Return by how much more than nothing the estimates of all prices have in common, for the logarithm of an exponent."""
        back = exp(-at)
        least = max((1 - exp(high * back)) / by for _, high, by in rows)
        most = min((1 - exp(low * back)) / by for low, _, by in rows)
        return most / least - 1

    low, high = map(log, _EXPONENTS)
    step = (high - low) / _STEPS
    best = max((low + step * at for at in range(_STEPS + 1)), key=room)
    left, right = best - step, best + step
    for _ in range(2 * _HALVINGS):
        third = (right - left) / 3
        left, right = (left + third, right) if room(left + third) < room(right - third) else (left, right - third)
    middle = (left + right) / 2
    if room(middle) < 0:
        return None
    found = []
    for out in (middle - step, middle + step):
        near, far = middle, out
        for _ in range(_HALVINGS):
            between = (near + far) / 2
            near, far = (between, far) if room(between) >= 0 else (near, between)
        found.append(exp(near))
    return found[0], found[1]
