"""Whether a formula that is written out gives points where it should give a share of them: the record may show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import LIMITS, FormulaError, half_unit, may_be_points, price_points, rounded
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.prices import prices_of
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import AwardCriterion, Formula
from fairaudit.procurement.evaluation import Score, Total
from fairaudit.sources.document import Path

_FLOORS = frozenset({"floor", "minimum"})
_NO_END = Decimal(10**9)
_FACTOR = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*[*×·](?!\*)|(?<!\*)[*×·]\s*(\d+(?:\.\d+)?)(?![\w.])", re.ASCII)
"""A number that something is multiplied by."""


def bare_points(
    case: Case, lot: str | None, formula: Formula, weight: Fraction, criterion: AwardCriterion
) -> FormulaError | None:
    """Return that a formula without `PEmax *` gives points and no share; `None` where nothing shows it.

    Where no price earns a whole point what it gives does not: `30 * (BA - P) / BA` at small discounts. Then the weight in it
    does, or that more of the recorded points are what it gives as it stands than are its share of the weight.
    """
    if weight <= 1 or formula.name is None or not may_be_points(formula.name):
        return None
    words = "write `PEmax *` before it and let it give the share, from 0 to 1"
    if any(Fraction(one[1] or one[2]) == weight for one in _FACTOR.finditer(formula.name.partition("=")[2])):
        said = (
            f"the formula holds the weight of the price, {float(weight):g}, and so gives points and no share: {words}"
        )
        return FormulaError(said, "name")
    of_one = criterion.scale is not None and criterion.scale.maximum == 1
    if case.once(_Bare(lot, formula.path, weight, criterion.id, of_one, formula)):
        said = "the points recorded are what the formula gives as it stands, and no share of the weight"
        return FormulaError(f"{said}; if it gives points, {words}", "name")
    return None


@dataclass(frozen=True)
class _Bare:
    lot: str | None
    at: Path
    weight: Fraction
    criterion: str | None
    of_one: bool
    formula: Formula = field(compare=False)

    def __call__(self, case: Case) -> bool:
        bare = held = 0
        for record, said, added in self._recorded(case):
            prices = prices_of(case, record, self.lot)
            if isinstance(prices, Unassessed):
                return False
            try:
                given = [self._given(*one) for one in prices.compared]
            except FormulaError:
                return False
            bare += added and any(self._is(own, said) for own, _ in given)
            held += any(self._is(full, said) for _, full in given)
        return bare > held

    def _given(self, price: Fraction, others: list[Fraction]) -> tuple[Fraction, Fraction]:
        """Return the points of a price where the formula gives points, and where it gives their share."""
        limits = {name: Fraction(one) for name, one in (self.formula.parameters or {}).items() if name in LIMITS}
        own = {name: one for name, one in (self.formula.parameters or {}).items() if name not in limits}
        # With an end that nothing reaches, so that a little more than 1 is worked out too.
        share = price_points(self.formula.name or "", price, others, Fraction(1), {**own, "cap": _NO_END})
        bare, full = share, share * self.weight
        for name, end in limits.items():
            bare, full = (max(bare, end), max(full, end)) if name in _FLOORS else (min(bare, end), min(full, end))
        return bare, full

    def _is(self, exact: Fraction, said: Decimal) -> bool:
        rounding = self.formula.rounding
        if rounding is not None and rounding.to_places is not None:
            try:
                return rounded(exact, rounding.to_places, rounding.mode or "half-up") == said
            except FormulaError:
                return False
        return abs(exact - Fraction(said)) <= half_unit(said)

    def _recorded(self, case: Case) -> Iterator[tuple[Total | Score, Decimal, bool]]:
        """Yield the figures recorded for the price, in totals or as scores, but none of zero, and whether they surely are points.

        A share of one may be recorded as well, and is multiplied by the weight in the total.
        """
        for total in case.evaluation.totals or ():
            if lot_of(case, total.bid, total.lot) == self.lot:
                left = None if total.total is None or total.quality is None else total.total - total.quality
                if said := left if total.price is None else total.price:
                    yield total, said, left is not None and abs(Fraction(left - said)) <= half_unit(said)
        for score in case.evaluation.consensus or ():
            named = self.criterion is not None and score.criterion == self.criterion
            if score.score and named and lot_of(case, score.bid, score.lot) == self.lot:
                yield score, score.score, not self.of_one
