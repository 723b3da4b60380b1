"""Quality that was added up from criteria rounded one by one: which rounding gives what is recorded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas.one_by_one import Rounding, one_by_one
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.contest.record import Field
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.fit_words import rounding_called
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.totals.conventions import times
from fairaudit.checks.scoring.totals.points import Points, points_for_quality
from fairaudit.checks.scoring.totals.totals import reading_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

if TYPE_CHECKING:
    from fairaudit.checks.scoring.totals.points import Way
    from fairaudit.procurement.model.evaluation import Total


class RoundedParts(Frozen):
    """How many recorded qualities follow from which roundings, and the bid whose quality is farthest from the exact points."""

    contest: str
    bids: int
    roundings: tuple[str, ...]
    bid: str
    recorded: Decimal
    exact: Decimal


def rounded_parts(case: Case, field: Field) -> Measurement | None:
    """Return by which rounding of single criteria the recorded quality of every bid of a lot comes about, where one tells."""
    sums = _sums(case, field)
    found = one_by_one([(way, said) for _, way, said in sums])
    if not found:
        return None
    total, way, said = max(sums, key=lambda one: abs(sum(one[1], Fraction(0)) - Fraction(one[2])))
    facts = RoundedParts(
        field.called, len(sums), tuple(map(_called, found)), bid_called(case, total.bid), said,
        brief(sum(way, Fraction(0))),
    )  # fmt: skip
    return Measurement("rounded-one-by-one", facts)


def _sums(case: Case, field: Field) -> list[tuple[Total, Way, Decimal]]:
    """Return the recorded qualities of a lot with the points of each criterion; none where some are not known."""
    reading, shares = reading_of(case, field.lot), weights_in_full(case, field.lot)
    scored = [one for one in shares or () if not one[0].is_price]
    if reading is None or len(scored) < 2:
        return []
    convention, found = reading.parts[0], []
    for total in case.evaluation.totals or ():
        if total.quality is None or lot_of(case, total.bid, total.lot) != field.lot:
            continue
        points = points_for_quality(case, total, field.lot, scored)
        if not isinstance(points, Points):
            return []
        found.append((total, times(points.way(convention.way, convention.grain), convention.factor), total.quality))
    return found


def _called(one: Rounding) -> str:
    what = "each criterion" if one.each else "the sum of all criteria"
    return f"{what} {rounding_called(one.places, one.mode)}"
