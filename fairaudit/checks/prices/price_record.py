"""The points for price that are recorded for a lot, and whether a formula gives one of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import (
    FormulaError,
    as_meant,
    formula_named,
    half_unit,
    known_as,
    price_points,
    rounded,
)
from fairaudit.checks.base import Verb
from fairaudit.checks.prices.fit_words import given_parameters, limits_called, rounding_called, share_called
from fairaudit.checks.prices.rounded_alike import scores_price, share_rounded_first
from fairaudit.checks.scoring.totals.points import declared_rounding, usual_grain
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Total
from fairaudit.procurement.model.node import Node

RECORDED = Verb("recorded")
"""Where points come from that stand in the record themselves."""
_TELLING = 2
"""How many prices above the lowest must have points before a fit says something."""


class Record(Frozen):
    """The price points recorded for a lot, with their prices, what they may have been compared with, and their weight.

    `unit`: the factor by which the totals of the lot have their points for price written, `grain`: how many times as high as
    its weight these are where they are rounded.
    `halves`: words on the award speak of halves, so that half points may be a published rounding.
    `sure`: these are all the prices there were, or the formula looks at none of the others; else a cheaper one that is not
    given would make other points by it.
    """

    lot: str | None
    where: str
    pairs: tuple[tuple[Total, Fraction, Decimal], ...]
    sets: tuple[tuple[Fraction, ...], ...]
    weight: Fraction
    whole: Fraction
    formula: Formula | None
    said: tuple[tuple[int, str], ...] = ()
    part: str = "price"
    source: Verb = RECORDED
    kept: tuple[Fraction, ...] | None = None
    sure: bool = True
    unit: Fraction = Fraction(1)
    grain: Fraction | None = None
    halves: bool = False

    @property
    def qualities(self) -> tuple[Fraction | None, ...]:
        """The points for quality beside these: as recorded, or as they were worked out for the totals alone."""
        recorded = (None if one.quality is None else Fraction(one.quality) for one, _, _ in self.pairs)
        return self.kept or tuple(recorded)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the recorded figures that these points are, or come from."""
        return tuple(f"{total.bid}|{self.part}" for total, _, _ in self.pairs)

    @property
    def related(self) -> tuple[tuple[Node[object], str], ...]:
        """The places of these figures but for the first."""
        return tuple((total.field(self.part), "the recorded points") for total, _, _ in self.pairs[1:])

    def scaled(self, factor: Fraction) -> Fraction:
        """Return the points that full marks give where points are written by a factor."""
        return self.weight * factor

    @property
    def factors(self) -> tuple[Fraction, ...]:
        """How points may be written: as they are, of a hundred where more are recorded than there are, or as totals are."""
        most = max(Fraction(said) - half_unit(said) for _, _, said in self.pairs)
        usual = [Fraction(1), 100 / self.whole, *([Fraction(100)] if self.weight <= 1 else []), 100 / self.weight]
        wide = next((one for one in usual if most <= self.weight * one), Fraction(1))
        # Some formulas give more than full points.
        return tuple(dict.fromkeys((wide, Fraction(1), self.unit)))


def gives(
    formula: Formula, price: Fraction, prices: tuple[Fraction, ...], record: Record, factor: Fraction, said: Decimal
) -> bool:
    """Whether a formula gives a price the points that are recorded for it, where points are written by a factor."""
    try:
        exact = factor * price_points(formula.name or "", price, prices, record.weight, formula.parameters)
        rounding = declared_rounding(formula)
    except FormulaError:
        return False
    # As they are written, or, where the weight is a fraction, out of a hundred, or as the totals are rounded.
    grains = [Fraction(1), *(one / factor for one in (usual_grain(record.whole), record.grain) if one)]
    roundings = [*([rounding] if rounding is not None else []), *record.said]
    meant = Fraction(as_meant(said))
    for places, mode in roundings:
        given = [Fraction(rounded(exact * grain, places, mode)) / grain for grain in grains]
        # In a unit of their own points show the published rounding only nearly: 19.3 of 30, rounded, is 64.33 per cent.
        nearly = given[1:] if factor != 1 else []
        if meant in given or any(abs(one - meant) <= half_unit(said) for one in nearly):
            return True
    return rounding is None and abs(exact - meant) <= half_unit(said)


def published(record: Record) -> str:
    """Return the published formula of a record with its rounding, in words."""
    declared = (record.formula.name if record.formula else None) or "no formula"
    if record.formula and (limits := limits_called(record.formula)):
        declared = f"{declared} with the {limits}"
    rounding = record.formula.rounding if record.formula else None
    if rounding is not None and rounding.to_places is not None:
        return f"{declared}, {rounding_called(rounding.to_places, rounding.mode or 'half-up')}"
    return f"{declared}, {rounding_called(*record.said[0])}" if record.said else declared


def as_published(formula: Formula | None) -> tuple[str, dict[str, Fraction]] | None:
    """Return the name and the parameters of a published formula that gives points for the price alone; `None` else."""
    if formula is None or not scores_price(formula):
        return None
    return known_as(formula.name or ""), given_parameters(formula)


def by_share(record: Record) -> str:
    """Return in words that the published formula gives all points once its share of the full ones is rounded; else nothing."""
    share, name = share_rounded_first(record), record.formula.name if record.formula else None
    return f"{name}, {share_called(share)}" if share is not None else ""


def is_strange(formula: Formula | None) -> bool:
    """Whether a formula has a name that is not known."""
    if formula is None or formula.name is None:
        return False
    try:
        formula_named(formula.name)
    except FormulaError:
        return True
    return False


def telling(record: Record) -> bool:
    """Whether enough prices above the lowest have points for a fit to mean something."""
    lowest = min(min(one) for one in record.sets)
    return len({price for _, price, _ in record.pairs if price > lowest}) >= _TELLING
