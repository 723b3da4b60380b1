"""Fisher's exact test and Holm's adjustment of several p-values."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb


def fisher_at_least(both: int, first: int, second: int, whole: int) -> Fraction:
    """Return the chance that at least `both` of `whole` are in two groups of `first` and `second` drawn independently.

    One side of Fisher's exact test for the table with `both` in its corner. Raises `ValueError` for impossible counts.
    """
    most = min(first, second)
    if not max(0, first + second - whole) <= both <= most:
        raise ValueError("no table has such counts")
    ways = sum(comb(first, one) * comb(whole - first, second - one) for one in range(both, most + 1))
    return Fraction(ways, comb(whole, second))


def holm(chances: Sequence[Fraction], family: int | None = None) -> list[Fraction]:
    """Return p-values adjusted for all tests of a family (Holm, Scandinavian Journal of Statistics 6 (1979) 65), in order.

    `family`: how many tests there are in all, where the others are known to be no smaller than these; else as many as given.
    """
    number = len(chances) if family is None else family
    found = [Fraction(1)] * len(chances)
    reached = Fraction(0)
    for place, at in enumerate(sorted(range(len(chances)), key=lambda one: (chances[one], one))):
        reached = max(reached, min(Fraction(1), chances[at] * (number - place)))
        found[at] = reached
    return found
