"""Points for price that the published formula gives once all are rounded in one way, where no rounding is published."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from fairaudit.analysis.formulas import FormulaError, formula_named, half_unit, price_points, rounded
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.evaluation import Total

_UNSAID = tuple((places, mode) for places in (2, 1, 0) for mode in ("half-up", "half-even"))
"""The roundings that people make without saying so."""


class Record(Protocol):
    """What is asked of the points for price that are recorded for a lot."""

    @property
    def pairs(self) -> tuple[tuple[Total, Fraction, Decimal], ...]:
        """Each total with its price and its recorded points for price."""

    @property
    def qualities(self) -> tuple[Fraction | None, ...]:
        """The points for quality beside them, where they are known."""

    @property
    def sets(self) -> tuple[tuple[Fraction, ...], ...]:
        """The prices that may be compared with each other: with and without bids that are out."""

    @property
    def weight(self) -> Fraction:
        """The most points that a price can have."""

    @property
    def formula(self) -> Formula | None:
        """The published formula."""


def unsaid_rounding(record: Record) -> tuple[int, str] | None:
    """Return by which rounding, where none is declared, the published formula gives all points, if the order stays as it is."""
    formula = record.formula
    if formula is None or (formula.rounding and formula.rounding.places is not None) or not scores_price(formula):
        return None
    for prices in record.sets:
        exact = [
            price_points(formula.name or "", one, prices, record.weight, formula.parameters)
            for _, one, _ in record.pairs
        ]
        for rounding in _UNSAID:
            given = (rounded(one, *rounding) for one in exact)
            if all(one == said for one, (_, _, said) in zip(given, record.pairs, strict=True)):
                return rounding if _order_stays(record, exact) else None
    return None


def _order_stays(record: Record, exact: list[Fraction]) -> bool:
    """Whether no two bids change places, or become equal, by the rounding; quality must be recorded in the same points."""
    rows = zip(record.pairs, record.qualities, exact, strict=True)
    known = [(quality, said, points) for (_, _, said), quality, points in rows]
    if any(quality is None for quality, _, _ in known):
        return False
    written = [Fraction(quality or 0) + Fraction(said) for quality, said, _ in known]
    if any(one.total is not None and abs(Fraction(one.total) - total) > half_unit(one.total)
           for (one, _, _), total in zip(record.pairs, written, strict=True)):  # fmt: skip
        return False
    unrounded = [Fraction(quality or 0) + points for quality, _, points in known]
    signs = ((one > other) - (one < other) for totals in (written, unrounded) for one in totals for other in totals)
    both = list(signs)
    return both[: len(both) // 2] == both[len(both) // 2 :]


def scores_price(formula: Formula) -> bool:
    """Whether a formula is known and gives points for the price alone."""
    try:
        return formula.name is not None and formula_named(formula.name).price_only
    except FormulaError:
        return False
