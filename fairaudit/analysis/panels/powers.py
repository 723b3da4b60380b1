"""How often three tests of a panel find what they look for, in simulated panels of about its size."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Literal

from fairaudit.frozen import Frozen

Sought = Literal["moved", "ends", "alike"]
"""One bid that moderation gives a step more on half of its criteria; the best score on every criterion for one bid by one
evaluator; one evaluator's sheet that is a copy of another's."""
_TABLE = Path(__file__).with_name("patterns.csv")


class Power(Frozen):
    """In what share of how many simulated panels it is found, and their size: the largest there is within the one asked for."""

    found: Fraction
    panels: int
    evaluators: int
    bidders: int
    criteria: int


def power(sought: Sought, evaluators: int, bidders: int, criteria: int) -> Power:
    """Return how often a test finds what it looks for at 5 %, in the nearest size that was simulated by `bench/patterns.py`.

    On every side that is the largest at most as large as asked for, else the smallest there is.
    """
    rows = _powers()
    sizes = (sorted(set(each)) for each in zip(*rows, strict=True))
    near = tuple(
        max((one for one in each if one <= asked), default=each[0])
        for each, asked in zip(sizes, (evaluators, bidders, criteria), strict=True)
    )
    panels, found = rows[near[0], near[1], near[2]]
    return Power(found[sought], panels, *near)


@cache
def _powers() -> dict[tuple[int, int, int], tuple[int, dict[str, Fraction]]]:
    head, *lines = _TABLE.read_text(encoding="ascii").splitlines()
    names = head.split(",")[4:]
    found = {}
    for line in lines:
        first, second, third, panels, *shares = line.split(",")
        known = dict(zip(names, map(Fraction, shares), strict=True))
        found[int(first), int(second), int(third)] = int(panels), known
    return found
