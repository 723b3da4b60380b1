"""Screens of prices: figures that describe how bids lie to each other. They describe, and prove nothing.

On labelled data of five countries the same screens point one way in one market and the other way in the next, so a figure
means something only beside a set of comparable tenders. Exact fractions, but for roots, which are decimals of fifty digits.
Definitions: Imhof (2019) and García Rodríguez et al. (2022) as the specification of the evaluation audit gives them. What
is not defined is a `ScreenError` with a reason, never 0 or infinity.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil, lcm

from fairaudit.analysis.formulas.decimals import root
from fairaudit.frozen import Frozen


class ScreenError(ValueError):
    """A figure that is not defined for some prices; the message says why in plain words."""


def variation(prices: Sequence[Fraction]) -> Fraction:
    """Return the coefficient of variation, standard deviation (n − 1) ÷ mean (CV): two prices or more."""
    order = _whole(prices, 2)
    return root(_variance(order)) * len(order) / sum(order)


def spread(prices: Sequence[Fraction]) -> Fraction:
    """Return (highest − lowest) ÷ lowest (SPD): two prices or more."""
    order = _whole(prices, 2)
    return Fraction(order[-1] - order[0], order[0])


def lead(prices: Sequence[Fraction]) -> Fraction:
    """Return (second − lowest) ÷ lowest (DIFFP): two prices or more."""
    low, second, *_ = _whole(prices, 2)
    return Fraction(second - low, low)


def relative_distance(prices: Sequence[Fraction]) -> Fraction:
    """Return (second − lowest) ÷ standard deviation of all but the lowest (RD, Imhof): three prices or more."""
    low, *losing = _whole(prices, 3)
    variance = _variance(losing)
    if variance == 0:
        raise ScreenError("all prices but the lowest are equal")
    return (losing[0] - low) / root(variance)


def normalised_distance(prices: Sequence[Fraction]) -> Fraction:
    """Return (second − lowest) ÷ the mean gap between neighbours: two prices or more that are not all equal."""
    order = _unequal(prices, 2)
    return Fraction((order[1] - order[0]) * (len(order) - 1), order[-1] - order[0])


def skew(prices: Sequence[Fraction]) -> Fraction:
    """Return the skew, corrected for bias (G1): three prices or more."""
    order = _unequal(prices, 3)
    n, second = len(order), _moment(order, 2)
    return root(Fraction(n * (n - 1))) / (n - 2) * _moment(order, 3) / (second * root(second))


def kurtosis(prices: Sequence[Fraction]) -> Fraction:
    """Return the excess kurtosis, corrected for bias (G2): four prices or more."""
    order = _unequal(prices, 4)
    n = len(order)
    return Fraction(n - 1, (n - 2) * (n - 3)) * ((n + 1) * _moment(order, 4) / _moment(order, 2) ** 2 - 3 * (n - 1))


def distance_to_uniform(prices: Sequence[Fraction]) -> Fraction:
    """Return the Kolmogorov-Smirnov distance of (b − lowest) ÷ (highest − lowest) to the uniform: two prices or more."""
    order = _unequal(prices, 2)
    low, width, n = order[0], order[-1] - order[0], len(order)
    # Both distances times n times the width are whole numbers.
    gaps = (max(at * width - n * (one - low), n * (one - low) - (at - 1) * width) for at, one in enumerate(order, 1))
    return Fraction(max(gaps), n * width)


def _unequal(prices: Sequence[Fraction], least: int) -> list[int]:
    order = _whole(prices, least)
    if order[0] == order[-1]:
        raise ScreenError("all prices are equal")
    return order


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


class PriceList(Frozen):
    """The prices of a bid item by item, and half of the last digit that each was written with."""

    prices: Mapping[str, Fraction]
    rooms: Mapping[str, Fraction]
    near: Mapping[str, tuple[float, float]]
    finest: Fraction

    @classmethod
    def of(cls, prices: Mapping[str, Fraction], rooms: Mapping[str, Fraction]) -> PriceList:
        """Return a list of the prices above zero, with each as a float for a first look at thousands of pairs."""
        kept = {item: one for item, one in prices.items() if one > 0}
        near = {item: (float(one), float(rooms.get(item, 0))) for item, one in kept.items()}
        # Whoever writes 4.6 beside 7.77 rounds to hundredths: of the list that others are told by, the finest place counts.
        return cls(kept, rooms, near, min((rooms.get(item, Fraction(0)) for item in kept), default=Fraction(0)))

    def between(self, item: str) -> tuple[Fraction, Fraction]:
        """Return between which prices one was rounded; where that is more than a hundredth of it, what is written counts."""
        price = self.prices[item]
        room = self.finest if 100 * self.finest <= price else 0
        return price - room, price + room


def constant_ratio(first: PriceList, second: PriceList, at_least: Fraction) -> Ratio | None:
    """Return the ratio second ÷ first that a share of the items has in common, at least a half, or `None`.

    Prices were rounded, so an item stands for every ratio that the rounding of both lists lets through; of those that all
    these items let through, the exact one or else the plainest is told.
    Raises `ScreenError` where no item has a price above zero in both lists.
    """
    near, other = first.near, second.near
    room = float(first.finest)
    pairs = [(one, room if 100 * room <= one else 0, *other[item]) for item, (one, _) in near.items() if item in other]
    if not pairs:
        raise ScreenError("no item has a price above zero in both lists")
    if not _half_agree(pairs):
        return None
    common = sorted(item for item in near if item in other)
    ends = {
        item: tuple(
            (second.prices[item] + sign * second.rooms.get(item, 0)) / by
            for sign, by in zip((1, -1), first.between(item), strict=True)
        )[::-1]
        for item in common
    }
    # The ratio most intervals hold is the lower end of one of them.
    best: tuple[str, ...] = ()
    ratio = Fraction(0)
    for at in sorted({one[0] for one in ends.values()}):
        held = tuple(one for one in common if ends[one][0] <= at <= ends[one][1])
        if len(held) > len(best):
            best, ratio = held, at
    if len(best) < at_least * len(common):
        return None
    exact = {second.prices[item] / first.prices[item] for item in best}
    told = exact.pop() if len(exact) == 1 else _plainest(ratio, min(ends[item][1] for item in best))
    return Ratio(told, best, len(common))


def _plainest(low: Fraction, high: Fraction) -> Fraction:
    """Return the number with the fewest decimals from one number to another; the first where ten do not tell them apart."""
    for places in range(11):
        found = Fraction(ceil(low * 10**places), 10**places)
        if found <= high:
            return found
    return low


def _half_agree(items: list[tuple[float, float, float, float]]) -> bool:
    """Whether half of the items may share a ratio: at the lower end of one of them, then. Floats, a little widened."""
    lows = sorted((second - room) / (first + own) * (1 - 1e-9) for first, own, second, room in items)
    highs = sorted((second + room) / (first - own) * (1 + 1e-9) for first, own, second, room in items)
    ended = 0
    for begun, low in enumerate(lows, 1):
        while highs[ended] < low:
            ended += 1
        if 2 * (begun - ended) >= len(items):
            return True
    return False


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


def _whole(prices: Sequence[Fraction], least: int) -> list[int]:
    """Return prices as whole numbers in one unit, the lowest first: no screen hangs on the unit."""
    if len(prices) < least:
        raise ScreenError(f"it takes {least} prices or more")
    if min(prices) <= 0:
        raise ScreenError("a price is zero or below")
    unit = lcm(*(one.denominator for one in prices))
    return sorted(one.numerator * (unit // one.denominator) for one in prices)


def _moment(prices: Sequence[int], k: int) -> Fraction:
    """Return the k-th central moment, the mean of the differences to the mean to a power."""
    n, whole = len(prices), sum(prices)
    return Fraction(sum((n * one - whole) ** k for one in prices), n ** (k + 1))


def _variance(prices: Sequence[int]) -> Fraction:
    return _moment(prices, 2) * len(prices) / (len(prices) - 1)
