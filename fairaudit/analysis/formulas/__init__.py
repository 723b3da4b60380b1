"""Exact arithmetic of scoring: price formulas by name, declared rounding, weighted totals. Fractions all the way.

What is not defined (a price of zero, an unknown formula, a scale without a top) is an error with a reason, never 0. The
two formulas that nearly all tenders use stand in `exact`; all others, with their parameters and sources, are read when one
of them is asked for (`named` holds them, `fitting` looks for the one a record was made by).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas.exact import (
    ROUNDINGS,
    FormulaError,
    as_meant,
    half_unit,
    in_parts,
    linear_from_lowest,
    lowest_price_ratio,
    parts_of,
    rounded,
    rounding_as,
    scaled,
    weighted_total,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from fairaudit.analysis.formulas.fitting import Search
    from fairaudit.analysis.formulas.kinds import Family, Formula, Offer

__all__ = [
    "FORMULAS",
    "LIMITS",
    "ROUNDINGS",
    "FormulaError",
    "as_meant",
    "family_written",
    "formula_named",
    "half_unit",
    "in_parts",
    "is_written",
    "known_as",
    "linear_from_lowest",
    "lowest_price_ratio",
    "may_be_points",
    "measures_alone",
    "most_beside",
    "outer_factors",
    "overall",
    "parts_of",
    "points",
    "price_points",
    "rounded",
    "rounding_as",
    "scaled",
    "search",
    "weighted_total",
]

FORMULAS: dict[str, Callable[[Fraction, Sequence[Fraction]], Fraction]] = {
    "lowest-price-ratio": lowest_price_ratio,
    "linear-from-lowest": linear_from_lowest,
}
"""The price formulas that need no parameter and are worked out without reading the others."""
LIMITS = frozenset({"floor", "minimum", "cap", "maximum"})
"""Parameters that every formula of price points may have, in points: below and above which it gives none."""


def price_points(
    name: str,
    price: Fraction,
    prices: Sequence[Fraction],
    weight: Fraction,
    parameters: Mapping[str, Decimal | Fraction] | None = None,
) -> Fraction:
    """Return the points a price earns by a named formula; raises `FormulaError`."""
    formula = FORMULAS.get(name.strip().lower())
    return (
        weight * formula(price, prices)
        if formula and not parameters
        else points(name, price, prices, weight, parameters)
    )


def points(
    name: str,
    price: Fraction,
    prices: Sequence[Fraction],
    weight: Fraction,
    parameters: Mapping[str, Decimal | Fraction] | None = None,
) -> Fraction:
    """Return the points a price earns by any formula that scores price alone, out of a weight; raises `FormulaError`."""
    from fairaudit.analysis.formulas import named

    return named.points(name, price, prices, weight, parameters)


def overall(
    name: str,
    offers: Sequence[Offer],
    price_weight: Fraction,
    quality_weight: Fraction,
    parameters: Mapping[str, Decimal | Fraction] | None = None,
) -> tuple[Fraction, ...]:
    """Return the figure by which each offer is ranked; `formula_named(name).best` says which end wins.

    For a formula of price points it is quality × its weight + price points, for one of both its own figure; raises
    `FormulaError`.
    """
    from fairaudit.analysis.formulas import named

    return named.overall(name, offers, price_weight, quality_weight, parameters)


def formula_named(name: str) -> Formula:
    """Return a formula by its name or by another that people use; raises `FormulaError` that names the nearest."""
    from fairaudit.analysis.formulas import named

    return named.formula_named(name)


def is_written(name: str) -> bool:
    """Whether a name of a formula writes it out behind a `=`."""
    return "=" in name


def may_be_points(name: str) -> bool:
    """Whether a formula that is written out may give points in place of a share, since no `PEmax *` stands before it."""
    from fairaudit.analysis.formulas.written import is_of_full

    return is_written(name) and not is_of_full(name)


def outer_factors(name: str, parameters: Mapping[str, Decimal | Fraction] | None = None) -> tuple[Fraction, ...]:
    """Return the numbers, and those of the parameters, by which all that a formula which is written out gives is multiplied."""
    from fairaudit.analysis.formulas import written

    return written.outer_factors(name, parameters) if is_written(name) else ()


def family_written(name: str) -> Family | None:
    """Return whether a formula that is written out looks at other prices; `None` for a name, or what cannot be read."""
    try:
        return formula_named(name).family if is_written(name) else None
    except FormulaError:
        return None


def known_as(name: str) -> str:
    """Return the name that a formula has here, or what was written, in small letters, where it is not known."""
    plain = name.strip().lower()
    if plain in FORMULAS:
        return plain
    try:
        return formula_named(name).name
    except FormulaError:
        return plain


def puts_lowest_first(name: str) -> bool:
    """Return whether by a formula a lower price never has fewer points, whatever the others ask."""
    kind = known_as(name)
    return kind in BY_THE_LOWEST or kind == "high-low"


BY_THE_LOWEST = frozenset({"lowest-price-ratio", "linear-from-lowest", "zero-at-multiple-of-lowest", "logarithmic"})
"""The formulas that measure a price against the lowest, and no other."""


def never_more_for_a_dearer(name: str) -> bool:
    """Whether a formula gives of two prices the dearer no more than the cheaper, whatever other prices both stand beside."""
    return known_as(name) in BY_THE_LOWEST | {"high-low"}


def most_beside(name: str, points: Fraction, weight: Fraction) -> Fraction | None:
    """Return the most that a price which earns some points can earn once further bids are known, `None` where nobody can tell.

    Against the lowest price a further bid only takes points; between the highest and the lowest it may give all there are.
    """
    kind = known_as(name)
    if kind in BY_THE_LOWEST:
        return points
    return max(points, weight) if kind == "high-low" else None


def measures_alone(name: str) -> bool:
    """Whether a formula gives a price the same points whatever other prices there are; not so of one that is not known."""
    if known_as(name) in FORMULAS:
        return False
    try:
        return formula_named(name).family == "absolute"
    except FormulaError:
        return False


def search(
    recorded: Sequence[tuple[Fraction, Decimal]],
    prices: Sequence[Fraction],
    weight: Fraction,
    estimate: Fraction | None = None,
    known: Sequence[Fraction] = (),
) -> Search:
    """Return which formulas and roundings give the points recorded for some prices; raises `FormulaError`."""
    from fairaudit.analysis.formulas import fitting

    return fitting.search(recorded, prices, weight, estimate, known)
