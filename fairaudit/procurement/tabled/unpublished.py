"""Rows of a matrix that name no published criterion: scored on one all the same, or sums, weights and remarks beside it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from fairaudit.analysis.text.scores.sum_labels import heads_a_sum, heads_points

_MOST = Decimal(100)
"""Heuristic: a number above this and above every published scale is a price or a quantity, not a score."""


def most_of(highest: Decimal | None) -> Decimal:
    """Return the most that a score can be where this is the top of the highest published scale."""
    return max(_MOST, highest or _MOST)


class Rows:
    """Tells rows that are scored from rows of sums and remarks, by what heads them and by the scores above them."""

    def __init__(self, highest: Decimal | None) -> None:
        self.most = most_of(highest)
        self.highest = highest
        self.above: dict[int, list[Decimal]] = {}
        """The scores so far, by their column."""

    def add(self, scores: Mapping[int, Decimal]) -> None:
        """Note the scores of a row that names a published criterion."""
        for column, score in scores.items():
            self.above.setdefault(column, []).append(score)

    def is_scored(self, label: str, numbers: Mapping[int, Decimal]) -> bool:
        """Whether a row that names no published criterion is scored: numbers that may be scores, and are no sums."""
        if not numbers or any(one > self.most for one in numbers.values()):
            return False
        return not (heads_a_sum(label) or self._is_a_subtotal(label, numbers) or self._adds_up(numbers))

    def _is_a_subtotal(self, label: str, numbers: Mapping[int, Decimal]) -> bool:
        """Whether a row of points has more of them in every column than any question has: `Quality (60)`."""
        beyond = self.highest is not None and all(one > self.highest for one in numbers.values())
        return beyond and heads_points(label)

    def _adds_up(self, numbers: Mapping[int, Decimal]) -> bool:
        """Whether every number is the sum of two scores or more above it, which says it in every language."""
        summed = [self.above.get(column, []) for column in numbers]
        if any(len(one) < 2 for one in summed):
            return False
        return all(sum(some) == own for some, own in zip(summed, numbers.values(), strict=True))
