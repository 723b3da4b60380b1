"""Chance that is the same on every machine: all that draws lots draws them here, from a seed that reports print.

Only `random()` of the library is used: its sequence for a seed is promised to stay, that of its other methods is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, log, pi, sin, sqrt
from random import Random
from typing import TypeVar

T = TypeVar("T")

SEED = 19720221
"""The seed of every simulation of ours, unless a caller gives another."""


class Chance:
    """A seeded source of numbers, orders and normal deviates."""

    def __init__(self, seed: int = SEED) -> None:
        self.uniform = Random(seed).random
        self._spare: float | None = None

    def below(self, number: int) -> int:
        """Return a whole number from 0 to `number` - 1."""
        return int(self.uniform() * number)

    def picks(self, items: Sequence[T], number: int) -> list[T]:
        """Return `number` items drawn with replacement."""
        uniform, size = self.uniform, len(items)
        return [items[int(uniform() * size)] for _ in range(number)]

    def order(self, number: int) -> list[int]:
        """Return the numbers from 0 to `number` - 1 in an order in which each is as likely as any (Fisher and Yates)."""
        found = list(range(number))
        for last in range(number - 1, 0, -1):
            at = self.below(last + 1)
            found[last], found[at] = found[at], found[last]
        return found

    def normal(self) -> float:
        """Return a standard normal deviate (Box and Muller)."""
        if self._spare is not None:
            spare, self._spare = self._spare, None
            return spare
        length = sqrt(-2.0 * log(1.0 - self.uniform()))
        angle = 2.0 * pi * self.uniform()
        self._spare = length * sin(angle)
        return length * cos(angle)

    def normals(self, number: int) -> list[float]:
        """Return standard normal deviates, an even number of them at least as many as asked for, cut to `number`."""
        uniform = self.uniform
        found: list[float] = []
        for _ in range((number + 1) // 2):
            length = sqrt(-2.0 * log(1.0 - uniform()))
            angle = 2.0 * pi * uniform()
            found.append(length * cos(angle))
            found.append(length * sin(angle))
        return found[:number]
