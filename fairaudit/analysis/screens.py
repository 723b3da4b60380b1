"""Screens of prices: figures that describe how bids lie to each other. They describe, and prove nothing.

On labelled data of five countries the same screens point one way in one market and the other way in the next, so a figure
means something only beside a set of comparable tenders. Exact fractions, but for roots, which are decimals of fifty digits.
Definitions: Imhof (2019) and García Rodríguez et al. (2022) as the specification of the evaluation audit gives them. What
is not defined is a `ScreenError` with a reason, never 0 or infinity.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from fairaudit.analysis.formulas.decimals import root
from fairaudit.frozen import Frozen


class ScreenError(ValueError):
    """A figure that is not defined for some prices; the message says why in plain words."""


def variation(prices: Sequence[Fraction]) -> Fraction:
    """Return the coefficient of variation, standard deviation (n − 1) ÷ mean (CV): two prices or more."""
    return root(_variance(prices)) / _mean(prices)


def spread(prices: Sequence[Fraction]) -> Fraction:
    """Return (highest − lowest) ÷ lowest (SPD): two prices or more."""
    low, *_, high = _sorted(prices, 2)
    return (high - low) / low


def lead(prices: Sequence[Fraction]) -> Fraction:
    """Return (second − lowest) ÷ lowest (DIFFP): two prices or more."""
    low, second, *_ = _sorted(prices, 2)
    return (second - low) / low


def relative_distance(prices: Sequence[Fraction]) -> Fraction:
    """Return (second − lowest) ÷ standard deviation of all but the lowest (RD, Imhof): three prices or more."""
    low, second, *others = _sorted(prices, 3)
    losing = _variance([second, *others])
    if losing == 0:
        raise ScreenError("all prices but the lowest are equal")
    return (second - low) / root(losing)


def normalised_distance(prices: Sequence[Fraction]) -> Fraction:
    """Return (second − lowest) ÷ the mean gap between neighbours: two prices or more that are not all equal."""
    low, second, *others = _sorted(prices, 2)
    high = others[-1] if others else second
    if high == low:
        raise ScreenError("all prices are equal")
    return (second - low) * (len(prices) - 1) / (high - low)


def skew(prices: Sequence[Fraction]) -> Fraction:
    """Return the skew, corrected for bias (G1): three prices or more."""
    n, moments = len(_sorted(prices, 3)), _moments(prices)
    return root(Fraction(n * (n - 1))) / (n - 2) * moments[3] / (moments[2] * root(moments[2]))


def kurtosis(prices: Sequence[Fraction]) -> Fraction:
    """Return the excess kurtosis, corrected for bias (G2): four prices or more."""
    n, moments = len(_sorted(prices, 4)), _moments(prices)
    return Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * moments[4] / moments[2] ** 2 - 3 * (n - 1))


def distance_to_uniform(prices: Sequence[Fraction]) -> Fraction:
    """Return the Kolmogorov-Smirnov distance of (b − lowest) ÷ (highest − lowest) to the uniform: two prices or more."""
    order = _sorted(prices, 2)
    low, high, n = order[0], order[-1], len(order)
    if low == high:
        raise ScreenError("all prices are equal")
    shares = [(one - low) / (high - low) for one in order]
    return max(max(Fraction(at, n) - one, one - Fraction(at - 1, n)) for at, one in enumerate(shares, 1))


class Screen(Frozen):
    """A screen by name, in words, and how it is worked out."""

    name: str
    words: str
    of: Callable[[Sequence[Fraction]], Fraction]


SCREENS: tuple[Screen, ...] = (
    Screen("CV", "coefficient of variation", variation),
    Screen("SPD", "spread over the lowest price", spread),
    Screen("DIFFP", "lead of the lowest price", lead),
    Screen("RD", "lead over the spread of the others", relative_distance),
    Screen("RDNOR", "lead over the mean gap", normalised_distance),
    Screen("SKEW", "skew", skew),
    Screen("KURT", "excess kurtosis", kurtosis),
    Screen("KS", "distance to even spacing", distance_to_uniform),
)
"""Every screen of one contest's prices."""


def nearly_identical(prices: Sequence[Fraction], within: Fraction) -> tuple[tuple[int, int], ...]:
    """Return the pairs of prices, by position, that differ by at most a share of the lower one and are not equal."""
    order = sorted(range(len(prices)), key=lambda one: (prices[one], one))
    found = []
    for at, first in enumerate(order):
        for second in order[at + 1 :]:
            gap = prices[second] - prices[first]
            if gap > within * prices[first]:
                break
            if gap > 0:
                found.append((min(first, second), max(first, second)))
    return tuple(sorted(found))


class Ratio(Frozen):
    """A ratio that items share between two price lists, which items, and among how many."""

    ratio: Fraction
    items: tuple[str, ...]
    of: int


def constant_ratio(
    first: Mapping[str, Fraction], second: Mapping[str, Fraction], rooms: Mapping[str, Fraction], at_least: Fraction
) -> Ratio | None:
    """Return the ratio second ÷ first that a share of the items has in common, at least a half, or `None`.

    `rooms`: half of the last digit that the second's price of an item was written with, since a price that was worked out
    by a ratio was rounded. Raises `ScreenError` where no item has a price above zero in both lists.
    """
    common = sorted(one for one in first.keys() & second.keys() if first[one] > 0 and second[one] > 0)
    if not common:
        raise ScreenError("no item has a price above zero in both lists")
    if not _half_agree([(float(first[one]), float(second[one]), float(rooms.get(one, 0))) for one in common]):
        return None
    ends = {
        one: ((second[one] - rooms.get(one, 0)) / first[one], (second[one] + rooms.get(one, 0)) / first[one])
        for one in common
    }
    # The ratio most intervals hold is the lower end of one of them.
    best: tuple[str, ...] = ()
    ratio = Fraction(0)
    for at in sorted({low for low, _ in ends.values()}):
        held = tuple(one for one in common if ends[one][0] <= at <= ends[one][1])
        if len(held) > len(best):
            best, ratio = held, at
    return Ratio(ratio, best, len(common)) if len(best) >= at_least * len(common) else None


def _half_agree(items: list[tuple[float, float, float]]) -> bool:
    """Whether half of the items may share a ratio: then the one in the middle does. Floats, a little widened."""
    wide = sorted(
        ((second - room) / first * (1 - 1e-9), (second + room) / first * (1 + 1e-9)) for first, second, room in items
    )
    low, high = wide[len(wide) // 2]
    return 2 * sum(one <= high and other >= low for one, other in wide) >= len(wide)


def round_share(prices: Sequence[Fraction], unit: Fraction) -> Fraction:
    """Return the share of prices that are whole multiples of a unit: one price or more."""
    if not prices or unit <= 0:
        raise ScreenError("there are no prices, or no unit above zero")
    return Fraction(sum((one / unit).denominator == 1 for one in prices), len(prices))


def rank_share(value: Fraction, others: Sequence[Fraction]) -> Fraction:
    """Return the share of comparable values that are at most this one: the place of a figure within a set, from 0 to 1."""
    if not others:
        raise ScreenError("there is nothing to compare with")
    return Fraction(sum(one <= value for one in others), len(others))


def _sorted(prices: Sequence[Fraction], least: int) -> list[Fraction]:
    if len(prices) < least:
        raise ScreenError(f"it takes {least} prices or more")
    if min(prices) <= 0:
        raise ScreenError("a price is zero or below")
    return sorted(prices)


def _mean(prices: Sequence[Fraction]) -> Fraction:
    return sum(_sorted(prices, 2), Fraction(0)) / len(prices)


def _variance(prices: Sequence[Fraction]) -> Fraction:
    mean = _mean(prices)
    return sum(((one - mean) ** 2 for one in prices), Fraction(0)) / (len(prices) - 1)


def _moments(prices: Sequence[Fraction]) -> dict[int, Fraction]:
    mean, n = _mean(prices), len(prices)
    found = {k: sum(((one - mean) ** k for one in prices), Fraction(0)) / n for k in (2, 3, 4)}
    if found[2] == 0:
        raise ScreenError("all prices are equal")
    return found
