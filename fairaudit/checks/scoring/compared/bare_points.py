"""Whether a formula that is written out gives points where it should give a share of them: the record may show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import (
    LIMITS,
    FormulaError,
    half_unit,
    is_written,
    may_be_points,
    outer_factors,
    price_points,
    rounded,
)
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.prices import prices_of
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Formula
from fairaudit.procurement.model.evaluation import Score, Total
from fairaudit.sources.document import Path

_FLOORS = frozenset({"floor", "minimum"})
_NO_END = Decimal(10**9)
_HUNDRED = Fraction(100)


def bare_points(
    case: Case, lot: str | None, formula: Formula, weight: Fraction, criterion: AwardCriterion
) -> FormulaError | None:
    """Return that a formula which is written out gives points and no share; `None` where nothing shows it.

    Where no price earns a whole point what it gives does not: `30 * (BA - P) / BA` at small discounts. Then the weight before it
    does, or that more of the recorded points are what it gives as it stands than are its share of the weight. A weight of 40
    may stand in it as 0.4 too: what it gives is then a part of all points, and the record alone can tell.
    """
    if formula.name is None or not is_written(formula.name):
        return None
    bare = may_be_points(formula.name)
    words = "write `PEmax *` before it and let it give the share, from 0 to 1"
    if weight != 1 and {weight, weight * 100 if weight < 1 else weight} & {*outer_factors(formula.name)}:
        does = "and so gives points and no share" if bare else "beside `PEmax`, which is the same"
        advice = words if bare else "leave one of the two out"
        return FormulaError(f"the formula is multiplied by the weight of the price, {does}: {advice}", "name")
    units = _units(formula, weight) if bare else ()
    if not units:
        return None
    of_one = criterion.scale is not None and criterion.scale.maximum == 1
    if case.once(_Bare(lot, formula.path, weight, criterion.id, of_one, units, formula)):
        said = "the points recorded are what the formula gives as it stands, and no share of the weight"
        if units == (Fraction(1),):
            return FormulaError(f"{said}; if it gives points, {words}", "name")
        words = "leave it out and write `PEmax *` before the rest"
        return FormulaError(f"{said}; if the weight stands in it already, {words}", "name")
    return None


def _units(formula: Formula, weight: Fraction) -> tuple[Fraction, ...]:
    """Return by what a formula may have to be multiplied to be the points that are recorded, the weight left out."""
    factors = {*outer_factors(formula.name or "", formula.parameters)}
    if weight > 1:
        return (Fraction(1), *([_HUNDRED] if weight / _HUNDRED in factors else []))
    return (Fraction(1), _HUNDRED) if weight < 1 and weight in factors else ()


@dataclass(frozen=True)
class _Bare:
    lot: str | None
    at: Path
    weight: Fraction
    criterion: str | None
    of_one: bool
    units: tuple[Fraction, ...]
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
            bare += added and any(self._is(own, said) for some, _ in given for own in some)
            held += any(self._is(full, said) for _, some in given for full in some)
        return bare > held

    def _given(self, price: Fraction, others: list[Fraction]) -> tuple[list[Fraction], list[Fraction]]:
        """Return the points of a price where the formula gives points, and where it gives their share, unit by unit."""
        limits = {name: Fraction(one) for name, one in (self.formula.parameters or {}).items() if name in LIMITS}
        own = {name: one for name, one in (self.formula.parameters or {}).items() if name not in limits}
        # With an end that nothing reaches, so that a little more than 1 is worked out too.
        share = price_points(self.formula.name or "", price, others, Fraction(1), {**own, "cap": _NO_END})
        bare, full = [], []
        for unit in self.units:
            # Points of a weight of 0.4 are written out of one or of a hundred, those of a weight of 40 as they are.
            scale = unit if self.weight < 1 else Fraction(1)
            ends = {name: end * scale / (_HUNDRED if end > self.weight else 1) for name, end in limits.items()}
            ends = ends if self.weight < 1 else limits
            full.append(_within(share * self.weight * scale, ends))
            if unit == scale == 1 < self.weight or share * unit <= self.weight * scale:
                bare.append(_within(share * unit, ends))
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


def _within(points: Fraction, ends: Mapping[str, Fraction]) -> Fraction:
    """Return points no lower than a floor and no higher than a cap."""
    for name, end in ends.items():
        points = max(points, end) if name in _FLOORS else min(points, end)
    return points
