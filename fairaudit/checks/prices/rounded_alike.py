"""Points for price that the published formula gives once all are rounded in one way, where that way is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Protocol

from fairaudit.analysis.formulas import (
    ROUNDINGS,
    FormulaError,
    formula_named,
    half_unit,
    in_parts,
    price_points,
    rounded,
)
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Total

Rounding = tuple[int, str, int]
"""To how many places, in which mode, and to how many parts of the last of them: two with no places are half points."""
_UNSAID: tuple[Rounding, ...] = (
    *((places, mode, 1) for places in (2, 1, 0) for mode in ("half-up", "half-even")),
    (0, "half-up", 2),
)
"""The roundings that people make without saying so."""
_PLACES = (2, 1, 0, 3, 4)
"""The places that points are rounded to, the most usual first."""
_PLACES_OF_SHARES = (2, 3, 4)
"""The places that a share of the full points is rounded to before it is weighted: whole per cent, and finer."""
_SHOWN = 2
"""How many totals must stand on rounded points before that these were rounded is shown. Heuristic."""
_MOST_DIGITS = 11
"""How many more places than the published rounding leaves may have been kept, as programs write them."""
_NOISE = Fraction(1, 10**9)
"""How far a point that a program wrote in full may be from the exact one, by binary floating point."""


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
    def whole(self) -> Fraction:
        """The most points that a bid can have."""

    @property
    def halves(self) -> bool:
        """Whether words on the award speak of halves, so that half points may be published."""

    @property
    def formula(self) -> Formula | None:
        """The published formula."""


def unsaid_rounding(record: Record) -> Rounding | None:
    """Return by which rounding, where none is declared, the published formula gives all points, if the order stays as it is."""
    if _is_declared(record.formula):
        return None
    found = _given(record, [one for one in _UNSAID if one[2] == 1 or not record.halves])
    return found[0] if found and _order_stays(record, found[1]) else None


def _is_declared(formula: Formula | None) -> bool:
    """Whether a rounding is declared with the formula."""
    return formula is not None and formula.rounding is not None and formula.rounding.to_places is not None


def shown_rounding(record: Record, written: bool = True) -> Rounding | None:
    """Return an unsaid rounding of points that are written no finer, whatever it does to the order of the totals.

    Points `written` whole, or in halves, are asked about unless a total stands on the exact ones: then they are only written
    so. Finer ones are as people write them, and whole ones that are only what totals leave may be the totals' own rounding:
    there two totals or more must stand on the rounded points.
    """
    found = _given(record, [one for one in _UNSAID if one[2] == 1 or not record.halves])
    if found is None or _is_declared(record.formula):
        return None
    rounding, exact = found
    on_rounded, on_exact = _finer_totals(record, exact)
    if rounding[0] == 0 and written:
        differ = any(one != Fraction(said) for one, (_, _, said) in zip(exact, record.pairs, strict=True))
        return rounding if differ and not on_exact else None
    return rounding if on_rounded >= _SHOWN else None


def _finer_totals(record: Record, exact: list[Fraction]) -> tuple[int, int]:
    """Return how many totals that are written finer than their points are not of the exact ones, and how many of these alone."""
    rows = zip(record.pairs, record.qualities, exact, strict=True)
    finer = [
        (abs(Fraction(one.total) - quality - points), abs(Fraction(one.total) - quality - Fraction(said)), half)
        for (one, _, said), quality, points in rows
        if one.total is not None and quality is not None and (half := half_unit(one.total)) < half_unit(said)
    ]
    return sum(off > half for off, _, half in finer), sum(off <= half < other for off, other, half in finer)


def exact_points(record: Record, rounding: Rounding) -> list[Fraction]:
    """Return the points of the published formula that are the recorded ones once they are rounded; none where they are not."""
    found = _given(record, [rounding])
    return found[1] if found else []


def rounding_of_all(record: Record) -> Rounding | None:
    """Return by which known rounding the published formula gives all points that are recorded, whatever rounding is declared."""
    found = _given(record, [*((places, mode, 1) for mode, places in product(ROUNDINGS, _PLACES)),
                            *((0, mode, 2) for mode in ROUNDINGS)])  # fmt: skip
    return found[0] if found else None


def share_rounded_first(record: Record) -> int | None:
    """Return to how many places the share of the full points was rounded first where all recorded points follow from that.

    The points that it gives may have been rounded as is declared after that; two places are whole per cent.
    """
    formula = record.formula
    if formula is None or not scores_price(formula):
        return None
    declared = formula.rounding.to_places if formula.rounding else None
    mode = (formula.rounding.mode if formula.rounding else None) or "half-up"
    for prices, places in product(record.sets, _PLACES_OF_SHARES):
        try:
            shares = [
                rounded(
                    price_points(formula.name or "", one, prices, record.weight, formula.parameters) / record.weight,
                    places,
                )
                for _, one, _ in record.pairs
            ]
            given = [Fraction(one) * record.weight for one in shares]
            once_more = [one if declared is None else Fraction(rounded(one, declared, mode)) for one in given]
        except FormulaError:
            continue
        if [Fraction(said) for _, _, said in record.pairs] in (given, once_more):
            return places
    return None


def kept_digits(record: Record) -> bool:
    """Whether all points are those of the published formula with more digits than its rounding leaves, and nothing turns."""
    both = _with_more_digits(record)
    return both is not None and same_order(*both)


def digits_part_equals(record: Record) -> bool:
    """Whether such digits part bids that are equal by the published rounding, and turn no order."""
    both = _with_more_digits(record)
    if both is None or same_order(*both):
        return False
    rows = list(zip(*both, strict=True))
    return all(one[0] > other[0] for one in rows for other in rows if one[1] > other[1])


def _with_more_digits(record: Record) -> tuple[list[Fraction], list[Fraction]] | None:
    """Return the totals by points with more digits than the published rounding leaves, and by that rounding.

    `None` where not all points are those of the published formula with more digits.
    """
    declared = record.formula.rounding if record.formula else None
    if declared is None or declared.to_places is None:
        return None
    places, mode = declared.to_places, declared.mode or "half-up"
    if found := _given_finer(record, places):
        return both_totals(record, [Fraction(rounded(one, places, mode)) for one in found])
    best = max(Fraction(said) for _, _, said in record.pairs)
    found = _given_finer(record, places, best) if best > 0 else []
    rows = _in_published_points(record, best) if found else None
    if not found or rows is None:
        return None
    given = [Fraction(rounded(one * record.weight / best, places, mode)) for one in found]
    return [sum(row, Fraction(0)) for row in rows], [row[0] + one for row, one in zip(rows, given, strict=True)]


def _in_published_points(record: Record, full: Fraction) -> list[tuple[Fraction, Fraction]] | None:
    """Return the parts of bids in published points where those for price are written out of `full`.

    Quality and totals may be written out of the same or as published, as every total must bear out: else full points of
    another number may have been given for price, and that is no way of writing.
    """
    rest = record.whole - record.weight
    if rest <= 0:
        # By price alone there is no other part that could bear it out.
        return None
    for of_quality, of_total in product((rest, full), (record.whole, full)):
        factors = (rest / of_quality, record.weight / full, record.whole / of_total)
        rows = [_parts(one, said, factors) for one, _, said in record.pairs]
        if all(rows):
            return [row for row in rows if row]
    return None


def _parts(one: Total, said: Decimal, factors: tuple[Fraction, Fraction, Fraction]) -> tuple[Fraction, Fraction] | None:
    """Return a bid's parts in published points, `None` where its total is not their sum as far as their places tell."""
    if one.quality is None or one.total is None:
        return None
    figures = (one.quality, said, one.total)
    quality, price, total = (Fraction(figure) * factor for figure, factor in zip(figures, factors, strict=True))
    spare = sum((half_unit(figure) * factor for figure, factor in zip(figures, factors, strict=True)), Fraction(0))
    return (quality, price) if abs(quality + price - total) <= spare else None


def _given_finer(record: Record, places: int, full: Fraction | None = None) -> list[Fraction]:
    """Return the points of the published formula, out of `full`, that are recorded with more places; none where they are not."""
    if found := _given(record, [(places + more, "half-up", 1) for more in range(1, _MOST_DIGITS)], full):
        return found[1]
    for exact in _exact(record, full):
        pairs = zip(exact, record.pairs, strict=True)
        if all(abs(one - Fraction(said)) <= _NOISE for one, (_, _, said) in pairs):
            return exact
    return []


def _given(
    record: Record, roundings: Iterable[Rounding], full: Fraction | None = None
) -> tuple[Rounding, list[Fraction]] | None:
    """Return the first rounding by which the published formula gives all points, and these, out of `full`, without it."""
    tried = list(roundings)
    for exact in _exact(record, full):
        for rounding in tried:
            given = (in_parts(one, *rounding) for one in exact)
            if all(one == Fraction(said) for one, (_, _, said) in zip(given, record.pairs, strict=True)):
                return rounding, exact
    return None


def _exact(record: Record, full: Fraction | None) -> Iterator[list[Fraction]]:
    """Yield the points that the published formula gives, out of `full`, by each set of prices that may be compared."""
    formula = record.formula
    if formula is None or not scores_price(formula):
        return
    for prices in record.sets:
        try:
            yield [
                price_points(formula.name or "", one, prices, full or record.weight, formula.parameters)
                for _, one, _ in record.pairs
            ]
        except FormulaError:
            continue


def _order_stays(record: Record, exact: list[Fraction]) -> bool:
    """Whether no two bids change places, or become equal, by the rounding; quality must be recorded in the same points."""
    both = both_totals(record, exact)
    return both is not None and same_order(*both)


def both_totals(record: Record, exact: list[Fraction]) -> tuple[list[Fraction], list[Fraction]] | None:
    """Return the totals by the recorded points and by the exact ones; `None` where they cannot be told.

    Quality must be recorded in the same points, which each recorded total has to bear out.
    """
    rows = zip(record.pairs, record.qualities, exact, strict=True)
    known = [(quality, said, points) for (_, _, said), quality, points in rows if quality is not None]
    if len(known) < len(record.pairs):
        return None
    written = [quality + Fraction(said) for quality, said, _ in known]
    if any(one.total is not None and abs(Fraction(one.total) - total) > half_unit(one.total)
           for (one, _, _), total in zip(record.pairs, written, strict=True)):  # fmt: skip
        return None
    return written, [quality + points for quality, _, points in known]


def same_order(totals: list[Fraction], others: list[Fraction]) -> bool:
    """Whether bids stand in the same order by two kinds of totals, those that are equal too."""
    signs = [[(one > other) - (one < other) for one in some for other in some] for some in (totals, others)]
    return signs[0] == signs[1]


def scores_price(formula: Formula) -> bool:
    """Whether a formula is known and gives points for the price alone."""
    try:
        return formula.name is not None and formula_named(formula.name).price_only
    except FormulaError:
        return False
