"""What a test of a panel could have found, said with every result of it."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.analysis.panels.powers import Sought, power
from fairaudit.checks.panels.tables import decimal_of


def power_told(sought: Sought, people: int, bids: int, criteria: int) -> tuple[Decimal, str]:
    """Return in how many of a hundred simulated panels a test finds what it looks for, and which panels these are."""
    found, panels, *size = power(sought, people, bids, criteria)
    sides = zip(size, ("evaluator", "bid", "criterion"), ("evaluators", "bids", "criteria"), strict=True)
    names = [f"{number} {one if number == 1 else many}" for number, one, many in sides]
    near = "" if size == [people, bids, criteria] else " (the nearest size that was simulated)"
    return decimal_of(found * 100, 0), f"{panels} simulated panels of {', '.join(names[:-1])} and {names[-1]}{near}"
