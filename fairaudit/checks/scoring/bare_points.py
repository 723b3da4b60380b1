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
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.evaluation import Score, Total
from fairaudit.sources.document import Path

_NO_END = Decimal(10**9)
_FACTOR = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*[*×·](?!\*)|(?<!\*)[*×·]\s*(\d+(?:\.\d+)?)(?![\w.])", re.ASCII)
"""A number that something is multiplied by."""


def bare_points(
    case: Case, lot: str | None, formula: Formula, weight: Fraction, criterion: str | None
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
    if case.once(_Bare(lot, formula.path, weight, criterion, formula)):
        said = f"the points recorded are what the formula gives as it stands, which is no share: {words}"
        return FormulaError(said, "name")
    return None


@dataclass(frozen=True)
class _Bare:
    lot: str | None
    at: Path
    weight: Fraction
    criterion: str | None
    formula: Formula = field(compare=False)

    def __call__(self, case: Case) -> bool:
        bare = held = 0
        for record, said in self._recorded(case):
            prices = prices_of(case, record, self.lot)
            if isinstance(prices, Unassessed):
                return False
            try:
                given = [self._given(*one) for one in prices.compared]
            except FormulaError:
                return False
            bare += any(self._is(own, said) for own, _ in given)
            held += any(self._is(full, said) for _, full in given)
        return bare > held

    def _given(self, price: Fraction, others: list[Fraction]) -> tuple[Fraction, Fraction]:
        """Return the points of a price where the formula gives points, and where it gives their share."""
        limits = {name: Fraction(one) for name, one in (self.formula.parameters or {}).items() if name in LIMITS}
        own = {name: one for name, one in (self.formula.parameters or {}).items() if name not in limits}
        # With an end that nothing reaches, so that a little more than 1 is worked out too.
        share = price_points(self.formula.name or "", price, others, Fraction(1), {**own, "cap": _NO_END})
        lowest = limits.get("floor", limits.get("minimum", share))
        highest = limits.get("cap", limits.get("maximum"))
        bare, full = max(share, lowest), max(share * self.weight, lowest)
        return (bare, full) if highest is None else (min(bare, highest), min(full, highest))

    def _is(self, exact: Fraction, said: Decimal) -> bool:
        rounding = self.formula.rounding
        if rounding is not None and rounding.to_places is not None:
            try:
                return rounded(exact, rounding.to_places, rounding.mode or "half-up") == said
            except FormulaError:
                return False
        return abs(exact - Fraction(said)) <= half_unit(said)

    def _recorded(self, case: Case) -> Iterator[tuple[Total | Score, Decimal]]:
        """Yield the points above zero that are recorded for the price, in totals or as scores of its criterion."""
        for total in case.evaluation.totals or ():
            if lot_of(case, total.bid, total.lot) != self.lot:
                continue
            left = None if total.total is None or total.quality is None else total.total - total.quality
            if said := left if total.price is None else total.price:
                yield total, said
        for score in case.evaluation.consensus or ():
            named = self.criterion is not None and score.criterion == self.criterion
            if score.score and named and lot_of(case, score.bid, score.lot) == self.lot:
                yield score, score.score
