"""Points for price that the published formula gives once all are rounded in one way, where that way is not published."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from fairaudit.analysis.formulas import FormulaError, formula_named, half_unit, price_points, rounded
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.evaluation import Total

_UNSAID = tuple((places, mode) for places in (2, 1, 0) for mode in ("half-up", "half-even"))
"""The roundings that people make without saying so."""
_SHOWN = 2
"""How many totals must stand on rounded points before that these were rounded is shown. Heuristic."""
_MOST_DIGITS = 11
"""How many more places than the published rounding leaves may have been kept, as programs write them."""


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
    if record.formula is None or (record.formula.rounding and record.formula.rounding.places is not None):
        return None
    found = _given(record, _UNSAID)
    return found[0] if found and _order_stays(record, found[1]) else None


def shown_rounding(record: Record) -> tuple[int, str] | None:
    """Return an unsaid rounding of points that are written no finer, where two totals or more stand on the rounded points."""
    rounding = unsaid_rounding(record)
    found = _given(record, [rounding]) if rounding else None
    if found is None:
        return None
    rows = zip(record.pairs, record.qualities, found[1], strict=True)
    finer = [
        (Fraction(one.total), Fraction(quality) + exact, half_unit(one.total))
        for (one, _, said), quality, exact in rows
        if one.total is not None and quality is not None and half_unit(one.total) < half_unit(said)
    ]
    return rounding if sum(abs(total - unrounded) > half for total, unrounded, half in finer) >= _SHOWN else None


def kept_digits(record: Record) -> bool:
    """Whether all points are those of the published formula with more digits than its rounding leaves, and nothing turns."""
    declared = record.formula.rounding if record.formula else None
    if declared is None or declared.places is None:
        return False
    found = _given(record, [(declared.places + more, "half-up") for more in range(1, _MOST_DIGITS)])
    if found is None:
        return False
    mode = declared.mode or "half-up"
    return _order_stays(record, [Fraction(rounded(one, declared.places, mode)) for one in found[1]])


def _given(record: Record, roundings: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], list[Fraction]] | None:
    """Return the first rounding by which the published formula gives all points, and the points without it."""
    formula, tried = record.formula, list(roundings)
    if formula is None or not scores_price(formula):
        return None
    for prices in record.sets:
        try:
            exact = [
                price_points(formula.name or "", one, prices, record.weight, formula.parameters)
                for _, one, _ in record.pairs
            ]
        except FormulaError:
            continue
        for rounding in tried:
            given = (rounded(one, *rounding) for one in exact)
            if all(one == said for one, (_, _, said) in zip(given, record.pairs, strict=True)):
                return rounding, exact
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
