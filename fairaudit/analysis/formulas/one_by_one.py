"""Whether sums were made of parts that were rounded one by one, and by which rounding."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas.exact import as_meant, half_unit, rounded
from fairaudit.frozen import Frozen

PLACES = (0, 1, 2)
MODES = ("half-up", "half-even", "down")
"""Roundings that are tried, the most usual first."""
_LEAST = 2
"""A single sum comes of some rounding too easily (a heuristic)."""

Sums = Sequence[tuple[Sequence[Fraction], Decimal]]
"""The exact parts of each sum, and the sum as it is recorded."""


class Rounding(Frozen):
    """To how many places, in which mode, and whether each part was rounded or their sum."""

    places: int
    mode: str
    each: bool


def one_by_one(sums: Sums) -> tuple[Rounding, ...]:
    """Return the roundings of each part that give every recorded sum, and beside them those of the whole sum that do as well.

    None where fewer than two sums differ from the exact one by more than half of their last place, or where the exact
    sums rounded to the nearest give them all: then nothing tells of parts.
    """
    off = sum(abs(sum(parts, Fraction(0)) - Fraction(said)) > half_unit(said) for parts, said in sums)
    if off < _LEAST:
        return ()
    sums = [(parts, as_meant(said)) for parts, said in sums]
    parts = _giving(sums, each=True)
    whole = _giving([([sum(own, Fraction(0))], said) for own, said in sums], each=False)
    return () if not parts or any(one.mode != "down" for one in whole) else (*parts, *whole)


def _giving(sums: Sums, *, each: bool) -> list[Rounding]:
    found: list[Rounding] = []
    for places in PLACES:
        for mode in MODES:
            # Halves are rare: to even is named only where away from them does not do.
            known = mode == "half-even" and any(one.places == places for one in found)
            if not known and all(sum(rounded(one, places, mode) for one in parts) == said for parts, said in sums):
                found.append(Rounding(places, mode, each))
    return found
