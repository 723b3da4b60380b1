"""Who is first where adjustments of prices are recorded and the points for price were worked out without them."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.contest.offers import Standing, standing
from fairaudit.analysis.formulas import FormulaError
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.prices import adjusted
from fairaudit.checks.scoring.compared.tax_basis import as_compared
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with
from fairaudit.procurement.model.node import text_of

if TYPE_CHECKING:
    from fairaudit.checks.contest.record import Field
    from fairaudit.procurement.case import Case


def adjustments_tell(case: Case, field: Field, stands: Standing) -> Unassessed | None:
    """Return that who is first hangs on whether recorded adjustments count, where by the adjusted prices it is another bid."""
    other = _by_adjusted(case, field)
    if other is None or set(other.first) == set(stands.first):
        return None
    made = [one for one in case.evaluation.price_adjustments or () if one.bid in stands.names and one.amount]
    first = " and ".join(bid_called(case, one) for one in other.first)
    reason = (
        f"who is first for {field.called} hangs on whether the recorded price adjustments count: most points follow from the "
        f"prices as they were bid, and by the adjusted prices {first} comes first"
    )
    return Unassessed(case.evaluation.node, reason, tuple(f"{text_of(one.path)}.reason" for one in made[:1]), seen=True)


def awards_by_adjusted(case: Case, lot: str | None, bids: Collection[str]) -> Unassessed | None:
    """Return that it hangs on recorded adjustments whether bids that won a lot are first, where by adjusted prices none is."""
    for field in _fields_of(case, lot):
        other = _by_adjusted(case, field)
        if other is not None and not set(other.first) & set(bids):
            return adjustments_tell(case, field, standing(field.contest))
    return None


def is_first_by_adjusted(case: Case, lot: str | None, bid: str) -> bool:
    """Whether a bid is first for a lot by the adjusted prices, where the points follow from the prices as they were bid."""
    found = (_by_adjusted(case, field) for field in _fields_of(case, lot))
    return any(one is not None and bid in one.first for one in found)


def _fields_of(case: Case, lot: str | None) -> list[Field]:
    if not case.once(adjusted):
        return []
    from fairaudit.checks.contest.record import fields

    return [one for one in fields(case) if not isinstance(one, Unassessed) and one.lot == lot]


def _by_adjusted(case: Case, field: Field) -> Standing | None:
    """Return the standing by the adjusted prices; `None` where they are those that the contest is worked out with."""
    shifts = case.once(adjusted)
    offers = []
    for one in field.contest.offers:
        given = bid_with(case, one.name)
        bid = as_compared(case, given) if given else None
        known = bid is not None and bid.value is not None and bid.value.amount is not None and one.price is not None
        before = Fraction(bid.value.amount) if known and bid and bid.value and bid.value.amount is not None else None
        counts = before is not None and one.price == before and one.name in shifts
        offers.append(one._replace(price=(before or 0) + shifts[one.name]) if counts else one)
    if tuple(offers) == field.contest.offers:
        return None
    try:
        return standing(field.contest._replace(offers=tuple(offers)))
    except (FormulaError, ValueError):
        return None
