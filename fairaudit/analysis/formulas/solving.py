"""The parameters that a formula must have had to give some points: solved from the points, not tried one by one.

Every formula here is straight in one unknown number once points (or their logarithms) are held against the right side of the
price. So each point allows a range of that number, and all points together allow the ranges' intersection. Of the numbers
that it leaves, one that is published or known is taken, else the roundest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas.decimals import exp, ln
from fairaudit.analysis.formulas.exact import half_unit
from fairaudit.frozen import Frozen

_MULTIPLES = tuple(map(Fraction, ("1.25", "1.5", "2", "2.5", "3", "4", "5")))
_FINEST = -9
"""The power of ten beyond which a number is no rounder than any other."""
_WAYS = 40
"""In so many ways, formulas times kinds of rounding, may points be followed by chance. Heuristic."""
_ONE = Fraction(1)

Range = tuple[Fraction, Fraction]


class Window(Frozen):
    """A price, and from what to what share of the full points it may have earned before rounding."""

    price: Fraction
    low: Fraction
    high: Fraction


class Solved(Frozen):
    """A formula with the parameters that points leave for it, and how many of these were free to be chosen by the points."""

    name: str
    parameters: dict[str, Fraction]
    free: int


class _Task(Frozen):
    """What the unknown numbers are to be found for: the windows, the prices compared with, estimates, numbers that are known."""

    windows: tuple[Window, ...]
    prices: tuple[Fraction, ...]
    estimates: tuple[Fraction, ...]
    known: tuple[Fraction, ...]

    def inside(self) -> tuple[Window, ...]:
        """The windows of shares that are neither none nor all, where no formula holds points at an end."""
        return tuple(one for one in self.windows if one.low > 0 and one.high < 1)

    def above_none(self) -> tuple[Window, ...]:
        return tuple(one for one in self.windows if one.low > 0)

    def choose(self, found: Range | None, of: Callable[[Fraction], Fraction]) -> Fraction | None:
        """Return a number for a range of the unknown, by what the parameter is of it; `None` where there is no range."""
        if found is None or found[0] <= 0:
            return None
        ends = sorted(map(of, found))
        return roundest(ends[0], ends[1], self.known)


def windows(recorded: Sequence[tuple[Fraction, Decimal]], weight: Fraction) -> Iterator[tuple[Window, ...]]:
    """Yield what shares the points leave: as they are, rounded to the nearest, cut, and rounded up, as they are written."""
    half = min(half_unit(said) for _, said in recorded)
    for below, above in ((0, 0), (1, 1), (0, 2), (2, 0)):
        yield tuple(
            Window(price, (Fraction(said) - below * half) / weight, (Fraction(said) + above * half) / weight)
            for price, said in recorded
        )


def solutions(
    seen: tuple[Window, ...],
    prices: Sequence[Fraction],
    estimates: Sequence[Fraction] = (),
    known: Sequence[Fraction] = (),
) -> Iterator[Solved]:
    """Yield the formulas of price points with parameters that all windows leave, those with fewest free numbers first."""
    if min((*(one.price for one in seen), *prices)) <= 0:
        return
    task = _Task(seen, tuple(prices), tuple(one for one in dict.fromkeys(estimates) if one > 0), tuple(known))
    for each in (
        _multiple_of_lowest,
        _discount,
        _benchmark,
        _logarithm,
        _by_estimate,
        _half_relative,
        _band,
        _mean_of_reference,
    ):
        yield from each(task)


def chance(recorded: Sequence[tuple[Fraction, Decimal]], weight: Fraction, free: int, unit: Fraction) -> Fraction:
    """Return about how likely points that follow from no formula are to follow from one with so many free numbers.

    `unit` is the last digit they stand for. None and full points tell nothing: a formula gives them to any price at its ends.
    """
    said = {price: Fraction(value) for price, value in recorded}
    spread = max(said.values()) - min(said.values())
    spare = telling(recorded, weight) - free
    if spread <= 0 or spare <= 0:
        return _ONE
    return min(_ONE, _WAYS * min(_ONE, unit / spread) ** spare)


def telling(recorded: Sequence[tuple[Fraction, Decimal]], weight: Fraction) -> int:
    """Return how many prices have points that are neither none nor all of them."""
    return len({price for price, said in recorded if said != 0 and said != weight})


def roundest(low: Fraction, high: Fraction, known: Sequence[Fraction] = ()) -> Fraction:
    """Return the number within a range that is known, else the one of fewest digits nearest to its middle."""
    for one in known:
        if low <= one <= high:
            return one
    if low >= high:
        return low
    power = len(str(int(high)))
    while power >= _FINEST:
        step = Fraction(10) ** power
        first, last = low // step + 1, -(-high // step) - 1
        if first <= last:
            middle = (low + high) / 2 / step
            return step * min(
                range(first, min(last, first + 9) + 1), key=lambda one: (one % 5, one % 2, abs(one - middle))
            )
        power -= 1
    return (low + high) / 2


def digits(value: Fraction) -> int:
    """Return how many digits a number is written with, and twenty for one that no decimal is."""
    for places in range(13):
        whole = value * 10**places
        if whole.denominator == 1:
            return max(1, len(str(abs(whole.numerator)).rstrip("0")))
    return 20


def straight(rows: Iterator[tuple[Fraction, Fraction, Fraction]]) -> Range | None:
    """Return from what to what c may go where low <= c · by <= high for every row of low, high and by; `None` for nowhere."""
    lows: list[Fraction] = []
    highs: list[Fraction] = []
    for low, high, by in rows:
        if by != 0:
            ends = sorted((low / by, high / by))
            lows.append(ends[0])
            highs.append(ends[1])
    return (max(lows), min(highs)) if lows and max(lows) <= min(highs) else None


def _multiple_of_lowest(task: _Task) -> Iterator[Solved]:
    """R3: 1 − share = (P ÷ Pmin − 1) · c, with c = 1 ÷ (n − 1)."""
    lowest = min(task.prices)
    rows = ((1 - one.high, 1 - one.low, one.price / lowest - 1) for one in task.above_none())
    found = task.choose(straight(rows), lambda c: 1 + 1 / c)
    if found is not None:
        yield Solved("zero-at-multiple-of-lowest", {"multiple": found}, 1)


def _discount(task: _Task) -> Iterator[Solved]:
    """R5: 1 − share = (P − Pmin) · c, with c = 1 ÷ (B − Pmin)."""
    lowest = min(task.prices)
    rows = ((1 - one.high, 1 - one.low, one.price - lowest) for one in task.windows)
    found = task.choose(straight(rows), lambda c: lowest + 1 / c)
    if found is not None:
        yield Solved("linear-interpolation", {"estimate": found}, 1)


def _benchmark(task: _Task) -> Iterator[Solved]:
    """A8: share = Pref · (1 ÷ P)."""
    rows = ((one.low, one.high, 1 / one.price) for one in task.windows)
    found = task.choose(straight(rows), lambda c: c)
    if found is not None:
        yield Solved("benchmark-price", {"reference_price": found}, 1)


def _logarithm(task: _Task) -> Iterator[Solved]:
    """R9: 1 − share = ln(P ÷ Pmin) · c, with c = 1 ÷ ln A."""
    lowest = min(task.prices)
    rows = ((1 - one.high, 1 - one.low, ln(one.price / lowest)) for one in task.windows)
    found = straight(rows)
    if found is None or found[0] <= Fraction(1, 10):
        return
    multiple = task.choose(found, lambda c: exp(1 / c))
    if multiple is not None:
        yield Solved("logarithmic", {"multiple": multiple}, 1)


def _by_estimate(task: _Task) -> Iterator[Solved]:
    """R3b, R6 and R7 with an estimate that is known, and the other number free."""
    lowest = min(task.prices)
    for base in task.estimates:
        yield from _multiple_of_mean(task, base, 1)
        if max(task.prices) <= base and lowest < base:
            yield from _by_discount(task, base)


def _multiple_of_mean(task: _Task, base: Fraction, free: int) -> Iterator[Solved]:
    """R3b with an estimate: 1 − share = (P ÷ M − 1) · c, with c = 1 ÷ (n − 1)."""
    mean = (base + min(task.prices)) / 2
    rows = ((1 - one.high, 1 - one.low, one.price / mean - 1) for one in task.above_none())
    multiple = task.choose(straight(rows), lambda c: 1 + 1 / c)
    if multiple is not None:
        yield Solved("zero-at-multiple-of-reference", {"estimate": base, "multiple": multiple}, free)


def _by_discount(task: _Task, base: Fraction) -> Iterator[Solved]:
    """R6: share = X · R ÷ Rmean, or X + (1 − X) · t; R7: ln share = a · ln(R ÷ Rmax)."""
    best = base - min(task.prices)
    mean = sum((base - one for one in task.prices), Fraction(0)) / len(task.prices)
    inside = task.inside()
    share = task.choose(straight(_on_two_lines(one, base - one.price, mean, best) for one in inside), lambda c: c)
    if share is not None and share < 1:
        yield Solved("bilinear", {"estimate": base, "share_at_mean": share}, 1)
    logs = ((ln(one.low), ln(one.high), ln((base - one.price) / best)) for one in inside if one.price < base)
    exponent = task.choose(straight(logs), lambda c: c)
    if exponent is not None and exponent != 1:
        yield Solved("power", {"estimate": base, "exponent": exponent}, 1)


def _on_two_lines(one: Window, own: Fraction, mean: Fraction, best: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    if own <= mean:
        return one.low, one.high, own / mean
    along = (own - mean) / (best - mean)
    return one.low - along, one.high - along, 1 - along


def _estimate_behind(n: Fraction, lowest: Fraction) -> Callable[[Fraction], Fraction]:
    """Return the estimate as a function of c = 1 ÷ (M (n − 1)), where M is the mean of it and the lowest price."""
    return lambda c: 2 / (c * (n - 1)) - lowest


def _half_relative(task: _Task) -> Iterator[Solved]:
    """R3b with a usual multiple, the estimate free: n ÷ (n − 1) − share = P · c, with c = 1 ÷ (M (n − 1))."""
    lowest = min(task.prices)
    for n in _MULTIPLES:
        top = n / (n - 1)
        found = straight((top - one.high, top - one.low, one.price) for one in task.above_none())
        estimate = task.choose(found, _estimate_behind(n, lowest))
        if estimate is not None and estimate > 0:
            yield Solved("zero-at-multiple-of-reference", {"estimate": estimate, "multiple": n}, 2)


def _band(task: _Task) -> Iterator[Solved]:
    """A1: share = (Phigh − P) · c, with c = 1 ÷ (Phigh − Plow): each two windows hold Phigh, and all of them then Plow."""
    inside = task.inside()
    ends = _end([(one.price, one.low, one.high) for one in inside])
    if ends is None or any(one.low > 1 for one in task.windows):
        return
    high = roundest(*ends, task.known)
    found = straight((one.low, one.high, high - one.price) for one in inside)
    low = task.choose(found, lambda c: high - 1 / c)
    if low is not None and 0 <= low < high:
        out = any(not low <= one.price <= high for one in task.windows)
        yield Solved("fixed-band", {"lowest": low, "highest": high} | ({"clipped": _ONE} if out else {}), 2)


def _mean_of_reference(task: _Task) -> Iterator[Solved]:
    """R3b with nothing known, where points are above full ones, which no band gives: 1 − share = (P − M) · c."""
    if not any(one.low > 1 for one in task.windows):
        return
    ends = _end([(-one.price, 1 - one.high, 1 - one.low) for one in task.inside()])
    if ends is not None:
        lowest = min(task.prices)
        estimate = roundest(-2 * ends[1] - lowest, -2 * ends[0] - lowest, task.known)
        yield from _multiple_of_mean(task, estimate, 2) if estimate > 0 else ()


def _end(rows: list[tuple[Fraction, Fraction, Fraction]]) -> Range | None:
    """Return from where to where a falling line may end that lies from low to high, both above zero, at every place.

    With c between low ÷ (H − x) and high ÷ (H − x) for every place x, each two of them give one straight inequality in H.
    """
    if len({at for at, _, _ in rows}) < 2:
        return None
    least, most = max(at for at, _, _ in rows), None
    for at, low, _ in rows:
        for other, _, high in rows:
            # low · (H − other) <= high · (H − at)
            by, no_more = low - high, low * other - high * at
            if by > 0:
                most = no_more / by if most is None else min(most, no_more / by)
            elif by < 0:
                least = max(least, no_more / by)
            elif no_more < 0:
                return None
    return (least, most) if most is not None and least <= most else None
