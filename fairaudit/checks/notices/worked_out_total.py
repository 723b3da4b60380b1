"""A total that a letter tells beside the one that scores, price and published formula give, where no total is recorded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import standing
from fairaudit.analysis.formulas import half_unit, rounded
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.contest.standings import shown_totals
from fairaudit.checks.scoring.totals.award_words import unread_award_words
from fairaudit.procurement.case import Case

_SPARE = Fraction(1, 100)
"""By how much each part of a total may be rounded without anybody having said so. Heuristic."""
_SCALES = (Fraction(1, 100), Fraction(1, 10), Fraction(1), Fraction(10), Fraction(100))


def worked_out_instead(case: Case, lot: str | None, bid: str | None, told: Decimal) -> Decimal | None:
    """Return the total that the record gives where a letter tells another; `None` where it is that, or the record is in doubt.

    In doubt it is where members' scores stand for the panel's, two shares of a scale are possible, a bid is out, a price was
    adjusted, or the words of the method of award let one thing alone decide or are not understood. A total on another scale is
    no other.
    """
    field = next((one for one in fields(case) if isinstance(one, Field) and one.lot == lot), None)
    if field is None or not _is_plain(case, field):
        return None
    stands = standing(field.contest)
    totals = dict(zip(stands.names, shown_totals(field, stands), strict=True))
    if bid is None or bid not in totals:
        return None
    total, unit = totals[bid], sum(field.contest.weights, Fraction(0))
    spare = 2 * half_unit(told) + _SPARE * (len(field.criteria) + 1)
    scales = {*_SCALES, *((100 / unit, 1 / unit) if unit else ())}
    if any(abs(Fraction(told) - total * scale) <= spare * max(scale, Fraction(1, 100)) for scale in scales):
        return None
    return rounded(total, 2)


def _is_plain(case: Case, field: Field) -> bool:
    """Whether a total is a sum of points for quality and price, of which nothing is open."""
    summed = field.contest.overall is None and field.other is None and not field.two_shares and not field.banded
    summed = summed and not unread_award_words(case)
    return (
        summed and field.by_panel and bool(field.criteria) and not field.out and not case.evaluation.price_adjustments
    )
