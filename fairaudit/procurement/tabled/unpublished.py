"""Rows of a matrix that name no published criterion: scored on one all the same, or sums, weights and remarks beside it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern

_WORD = late_pattern(r"[^\W\d_]+")
_BESIDE = late_pattern(
    r"(?:averages?|comments?|difference|max|maximum|mean|median|min|minimum|notes?|percent|percentage|place|position|possible"
    r"|rank|ranking|remarks?|results?|scale|subtotals?|sum|threshold|totals?|weight|weighted|weightings?|weights)\Z"
)
_SUMMED = late_pattern(r"(?:averages?|mean|median|subtotals?|sum|totals?)\Z")
_FILLING = late_pattern(
    r"(?:an?|achieved|all|and|available|by|criteria|criterion|final|for|grand|in|marks?|of|out|overall|per|points?|price|quality"
    r"|questions?|score[ds]?|sub|technical|the|this)\Z"
)
_MOST = Decimal(100)
"""Heuristic: a number above this and above every published scale is a price or a quantity, not a score."""


class Rows:
    """Tells rows that are scored from rows of sums and remarks, by what heads them and by the scores above them."""

    def __init__(self, highest: Decimal | None) -> None:
        self.most = max(_MOST, highest or _MOST)
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
        return not heads_a_sum(label) and not self._adds_up(numbers)

    def _adds_up(self, numbers: Mapping[int, Decimal]) -> bool:
        """Whether every number is the sum of two scores or more above it, which says it in every language."""
        summed = [self.above.get(column, []) for column in numbers]
        if any(len(one) < 2 for one in summed):
            return False
        return all(sum(some) == own for some, own in zip(summed, numbers.values(), strict=True))


def heads_a_sum(label: str) -> bool:
    """Whether what heads a row says no more than that it is a sum, a weight or a remark: `Total score (out of 100)`."""
    others = [one for one in _WORD.findall(label.casefold()) if not _FILLING.match(one)]
    return bool(others) and all(_BESIDE.match(one) for one in others)


_OTHER_SUMS = late_pattern(
    r"(?:totaal|gesamt|summe|suma|somme|totale|g[ée]n[ée]ral|moderated|agreed|ergebnis|résultat)\Z"
)


def may_head_a_sum(label: str) -> bool:
    """Whether a label says nothing that could be a criterion: `Final score`, `Points available`, `Moderated total`, `Summe`."""
    said = _WORD.findall(label.casefold())
    return bool(said) and all(_BESIDE.match(one) or _FILLING.match(one) or _OTHER_SUMS.match(one) for one in said)


def heads_a_total(label: str) -> bool:
    """Whether a cell of a row says no more than that the row is a sum or an average: `Grand total`, and not `Max` or `Weight`."""
    return heads_a_sum(label) and any(_SUMMED.match(one) for one in _WORD.findall(label.casefold()))
