"""Confidence intervals by drawing units again with replacement (the percentile bootstrap of Efron)."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from struct import pack, unpack

from fairaudit.analysis.estimable import NO_VARIATION, NotEstimable
from fairaudit.analysis.seeded import SEED, Chance
from fairaudit.frozen import Frozen

RESAMPLES = 500
"""The ends of a range of 95 % are then the thirteenth figure from either side, and shown with two decimals."""
_WORD = 64
_FEWEST = 120
_WORK = 300_000
"""The work of all resamples, where drawing one unit is 1: a limit of ours that keeps a run short."""


class Interval(Frozen):
    """A range for a figure at a level, from how many resamples, how many of which gave no figure, and the seed.

    Each end is one whole number divided by another, rounded correctly, so that it is the same on every machine.
    """

    low: float
    high: float
    level: Fraction
    resamples: int
    undefined: int
    seed: int


def resamples_for(units: int, fields: int, share: int = 1) -> int:
    """Return how many resamples are made of so many units that take so many numbers each; `share` of them share the work."""
    each = units * (1 + fields // 40) + 60 + 6 * fields
    return max(_FEWEST // (1 + share // 50), min(RESAMPLES, _WORK // (each * max(share, 1))))


def interval(
    packed: Sequence[int], figure: Callable[[int], float], resamples: int, seed: int = SEED,
    level: Fraction = Fraction(95, 100),
) -> Interval:  # fmt: skip
    """Return the percentile interval of a figure worked out of the sum of what each unit adds.

    `packed`: one whole number for each unit, the sum of which `figure` reads. Resamples of which `figure` raises
    `NotEstimable` are counted and left out; where all are, that is raised.
    """
    found: list[float] = []
    for places in _drawn(len(packed), resamples, seed):
        try:
            found.append(figure(sum(map(packed.__getitem__, places))))
        except NotEstimable:
            continue
    if not found:
        raise NotEstimable(NO_VARIATION)
    found.sort()
    tail = (1 - level) / 2
    return Interval(_at(found, tail), _at(found, 1 - tail), level, resamples, resamples - len(found), seed)


@lru_cache(maxsize=1)
def _drawn(units: int, resamples: int, seed: int) -> tuple[array[int], ...]:
    """Return which units each resample draws; two figures of one panel follow each other, and ask for the same."""
    chance, places = Chance(seed), range(units)
    return tuple([array("I", chance.picks(places, units)) for _ in range(resamples)])


def _at(ordered: list[float], share: Fraction) -> float:
    """Return the smallest value that at least a share of all values do not exceed."""
    return ordered[max(0, -(-share.numerator * len(ordered) // share.denominator) - 1)]


def packed(numbers: Sequence[int], bits: int) -> int:
    """Return numbers that are not below zero as one number, each in a field of so many bits."""
    if bits == _WORD:
        return int.from_bytes(pack(f"<{len(numbers)}Q", *numbers), "little")
    return sum(one << (bits * place) for place, one in enumerate(numbers))


def unpacked(number: int, count: int, bits: int) -> Sequence[int]:
    """Return the numbers of `packed`, or of a sum of such."""
    step, whole = bits // 8, number.to_bytes(count * bits // 8, "little")
    if bits == _WORD:
        return unpack(f"<{count}Q", whole)
    return [int.from_bytes(whole[at : at + step], "little") for at in range(0, count * step, step)]


def room_for(largest: int, units: int) -> int:
    """Return the bits of a field that holds the sum of so many numbers up to the largest: a machine's word, or whole bytes."""
    bits = (max(largest, 1) * max(units, 1)).bit_length()
    return max(_WORD, -(-bits // 8) * 8)
