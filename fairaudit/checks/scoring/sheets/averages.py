"""How one score is made of several: the mean, as is usual, or something else that a record was worked out by."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from math import floor
from statistics import median

from fairaudit.analysis.formulas import rounded
from fairaudit.analysis.text.scores.averaged import MeanRounding
from fairaudit.frozen import Frozen

_TRIMMABLE = 3
"""Of fewer scores nothing is left without the highest and the lowest."""


class Average(Frozen):
    """A way to make one score of several, and how people call it; `of` takes the scores and the step of their scale."""

    called: str
    of: Callable[[list[Fraction], Fraction], Fraction]


def _mean(scores: list[Fraction], _step: Fraction) -> Fraction:
    return sum(scores, Fraction(0)) / len(scores)


def _median(scores: list[Fraction], _step: Fraction) -> Fraction:
    return Fraction(median(scores))


def _mean_on_the_scale(scores: list[Fraction], step: Fraction) -> Fraction:
    return floor(_mean(scores, step) / step + Fraction(1, 2)) * step


def _to_two_decimals(scores: list[Fraction], step: Fraction) -> Fraction:
    return Fraction(rounded(_mean(scores, step), 2))


def _to_one_decimal(scores: list[Fraction], step: Fraction) -> Fraction:
    return Fraction(rounded(_mean(scores, step), 1))


def _trimmed(scores: list[Fraction], step: Fraction) -> Fraction:
    return _mean(sorted(scores)[1:-1] if len(scores) >= _TRIMMABLE else scores, step)


def _midpoint(scores: list[Fraction], _step: Fraction) -> Fraction:
    return (min(scores) + max(scores)) / 2


MEAN = Average("the mean of the individual scores", _mean)
TRIMMED = Average("the mean of the individual scores without the highest and the lowest of each", _trimmed)
MEDIAN = Average("the median of the individual scores", _median)
MIDPOINT = Average("the midpoint of the highest and the lowest individual score", _midpoint)
ROUNDED = {
    2: Average("the mean of the individual scores rounded to two decimals", _to_two_decimals),
    1: Average("the mean of the individual scores rounded to one decimal", _to_one_decimal),
}
"""The mean as it is usually rounded, by the number of decimals."""
ON_THE_SCALE = Average("the mean of the individual scores rounded to the steps of the scale", _mean_on_the_scale)
OTHERS = (MEDIAN, MEAN, TRIMMED, *ROUNDED.values(), ON_THE_SCALE)
_UNITS = {Fraction(1): "whole numbers", Fraction(1, 10): "one decimal", Fraction(1, 100): "two decimals"}
_WAYS = {"half-up": "", "half-even": ", halves to the even one", "up": ", always up", "down": ", always down"}


def rounded_means(rounding: MeanRounding) -> tuple[Average, ...]:
    """Return the mean rounded as documents say it, once for each way that they leave open."""
    unit = _UNITS.get(rounding.unit) or f"the nearest {float(rounding.unit):g}"
    called = f"{MEAN.called} rounded to {unit}"
    return tuple(
        Average(f"{called}{_WAYS[one.modes[0]]}", partial(_mean_rounded, one))
        for one in (rounding._replace(modes=(mode,)) for mode in rounding.modes)
    )


def _mean_rounded(rounding: MeanRounding, scores: list[Fraction], step: Fraction) -> Fraction:
    return rounding.of(_mean(scores, step))[0]
