"""What a published minimum score can mean: a score on the criterion's scale, or a share of what can be had.

A minimum stands on the criterion's scale; one that is higher than the scale is in per cent, or in points of the weight. On a
scale whose low end is the good one, a minimum is the highest score that is enough.
"""

from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, parts_of, worth
from fairaudit.frozen import Frozen

Share = tuple[Fraction, Fraction]
"""What a score is of its scale's top, and of its length."""


class Yard(Frozen):
    """Where scores begin and end, and whether the low end is the good one."""

    lowest: Fraction
    top: Fraction
    low_is_good: bool = False

    def merit(self, score: Fraction) -> Fraction:
        """Return a score as it would stand with the high end as the good one; the same again brings it back."""
        return self.lowest + self.top - score if self.low_is_good else score

    def holds(self, minimum: Fraction | Decimal) -> bool:
        """Whether a minimum can stand on the scale itself."""
        return minimum <= self.top and not (self.low_is_good and minimum < self.lowest)


class Reading(Frozen):
    """A minimum as a share of what can be had; on the scale itself, or in per cent or points."""

    share: Fraction
    on_scale: bool

    def missed(self, by: Share) -> bool:
        """Whether a share is below it, by each way to count one."""
        return by[0] < self.share and (self.on_scale or by[1] < self.share)

    def met(self, by: Share) -> bool:
        """Whether a share is not below it, by each way to count one."""
        return by[0] >= self.share and (self.on_scale or by[1] >= self.share)


def readings_of(question: Question, minimum: Decimal, yard: Yard | None) -> list[Reading]:
    """Return what a minimum can mean: on the scale; a fraction of it; where it is higher, per cent or points."""
    exact = Fraction(minimum)
    if yard is not None and yard.holds(exact):
        return [Reading(yard.merit(exact) / yard.top, True)] + (
            [Reading(exact, False)] if 0 < exact < 1 < yard.top else []
        )
    weight = Fraction(worth(question) or 0)
    return [Reading(exact / whole, False) for whole in dict.fromkeys((Fraction(100), weight)) if exact <= whole]


def yard_of(question: Question) -> Yard | None:
    """Return the scale of a criterion, or the one that all its parts share; `None` where that is not given or is none."""
    scale = question.scale
    if scale is None or scale.maximum is None:
        shared = {yard_of(one) for one in parts_of(question) if one.is_scored}
        return next(iter(shared)) if len(shared) == 1 else None
    lowest, top = scale.minimum or Decimal(0), scale.maximum
    return Yard(Fraction(lowest), Fraction(top), better_is_lower(question)) if top > max(lowest, Decimal(0)) else None
