"""The figures of one bid's total: what is recorded of it and its parts, beside the points worked out again."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.scoring.totals.points import Points
from fairaudit.frozen import Frozen


class Part(Frozen):
    """One part of a bid's total: what is recorded, the points worked out again where they are known, and the weight."""

    recorded: Decimal | None
    points: Points | None
    weight: Fraction


class Row(Frozen):
    """The total of one bid and its two parts, quality and price."""

    total: Decimal | None
    parts: tuple[Part, Part]

    @property
    def weight(self) -> Fraction:
        """The points that full marks for everything give."""
        return self.parts[0].weight + self.parts[1].weight
