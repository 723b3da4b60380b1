"""The labels of what was found in real texts, and what they add up to."""

import csv
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
Z = 1.96
"""For an interval that holds 95 times in 100."""


class Label(NamedTuple):
    """One place that a finding objects to, and whether a reader agrees."""

    file: str
    line: int
    rule: str
    outcome: str
    words: str
    verdict: str
    reason: str

    @property
    def place(self) -> tuple[str, int, str, str, str]:
        """What the audit says of it."""
        return self[:5]

    @property
    def right(self) -> bool:
        """Whether a reader agrees."""
        return self.verdict == "right"


class Miss(NamedTuple):
    """A problem of a kind the rules are about that was not found, and in how many places it stands."""

    file: str
    line: int
    places: int
    rule: str
    what: str
    why: str


def labels(name: str) -> list[Label]:
    """Return the labels of a table."""
    return [Label(row[0], int(row[1]), *row[2:]) for row in _rows(name, len(Label._fields))]


def misses() -> list[Miss]:
    """Return what was not found."""
    return [Miss(row[0], int(row[1]), int(row[2]), *row[3:]) for row in _rows("misses.tsv", len(Miss._fields))]


def _rows(name: str, width: int) -> list[list[str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    assert {len(row) for row in rows} == {width}
    return rows


def wilson(right: int, number: int) -> tuple[float, float]:
    """Return the score interval of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209-212)."""
    share, square = right / number, Z * Z
    middle = share + square / (2 * number)
    half = Z * sqrt(share * (1 - share) / number + square / (4 * number * number))
    return (middle - half) / (1 + square / number), (middle + half) / (1 + square / number)


def shown(share: float) -> str:
    """Return a share with two decimals, halves up."""
    return str(Decimal(repr(round(share, 9))).quantize(Decimal("0.01"), ROUND_HALF_UP))


def row(name: str, some: list[Label]) -> str:
    """Return one line of a table: findings, right, wrong, precision and its interval."""
    right = sum(one.right for one in some)
    low, high = wilson(right, len(some))
    share = shown(right / len(some))
    return f"| {name} | {len(some)} | {right} | {len(some) - right} | {share} | {shown(low)} to {shown(high)} |"
