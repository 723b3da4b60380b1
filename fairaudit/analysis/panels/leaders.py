"""Who leads by some totals, and the rank of each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def leaders(totals: Sequence[Fraction]) -> tuple[int, ...]:
    """Return the places of the highest total; several where they are equal."""
    best = max(totals, default=Fraction(0))
    return tuple(at for at, one in enumerate(totals) if one == best)


def ranks(totals: Sequence[Fraction]) -> list[int]:
    """Return the rank of each total, the highest first; equal totals share the better rank."""
    return [1 + sum(other > one for other in totals) for one in totals]
