"""Agreed scores that are, nearly all of them, the exact means of single scores between whose steps they fall."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import lcm

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.evaluation import Score
from fairaudit.sources.document import Path

Beside = tuple[Score, tuple[Decimal, ...]]
"""A score of the panel, and those its members gave by themselves."""
_AT_LEAST = 6
"""From how many on. Heuristic: splitting every difference honestly half of the time comes to so many in one record of sixty."""
_NEARLY_ALL = Fraction(9, 10)


class Between(Frozen):
    """The agreed scores that are means no member could give by the steps of the others, and how many could have been."""

    paths: frozenset[Path] = frozenset()
    number: int = 0

    @property
    def in_words(self) -> str:
        """How many there are of how many, within a sentence."""
        of = f"all {self.number}" if len(self.paths) == self.number else f"{len(self.paths)} of {self.number}"
        return f"though a reason stands beside each, as are {of} agreed scores whose average no member gave"


def means_between(beside: Iterable[Beside]) -> Between:
    """Return the scores that are means between the steps of all single ones, where nearly all that can be are; else none.

    A mean that a member might have given proves nothing: a panel that talks often ends there. One that falls between what
    members give is chosen by a panel now and then, and hardly every time.
    """
    several = list(beside)
    steps: dict[str | None, int] = {}
    for one, single in several:
        steps[one.criterion] = lcm(steps.get(one.criterion, 1), *[each.as_integer_ratio()[1] for each in single])
    asked = [(one, single) for one, single in several if (_mean(single) * steps[one.criterion]).denominator != 1]
    found = frozenset(one.path for one, single in asked if is_exact_mean(one, single))
    if len(found) < _AT_LEAST or len(found) < _NEARLY_ALL * len(asked):
        return Between()
    return Between(found, len(asked))


def is_exact_mean(agreed: Score, single: tuple[Decimal, ...]) -> bool:
    """Whether a score is the mean of others to its own decimals, of which it has one at least."""
    score = agreed.score or Decimal(0)
    digits = -int(score.normalize().as_tuple().exponent)
    return digits > 0 and abs(_mean(single) - Fraction(score)) <= Fraction(1, 2 * 10**digits)


def _mean(single: tuple[Decimal, ...]) -> Fraction:
    return Fraction(sum(single, Decimal(0))) / len(single)
