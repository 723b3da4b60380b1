"""Every formula by name, and what is worked out by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from fairaudit.analysis.formulas.absolute import ABSOLUTE
from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.analysis.formulas.kinds import Formula, Offer
from fairaudit.analysis.formulas.relative import RELATIVE
from fairaudit.analysis.formulas.written import written
from fairaudit.analysis.formulas.written_names import behind_a_sign, meant_price, why_no_parameter
from fairaudit.analysis.nearest import did_you_mean

EVERY: tuple[Formula, ...] = (*RELATIVE, *ABSOLUTE)
"""All formulas that are known, in the order of their ids."""
LIMITS = {"floor": "floor", "minimum": "floor", "cap": "cap", "maximum": "cap"}
"""Parameters that every formula of price points may have, in points: below and above which it gives none."""
_SHARES_OF = 5
"""The least weight of which a cap of 1 or less is taken for a share."""


@cache
def _by_name() -> dict[str, Formula]:
    return {name: one for one in EVERY for name in (one.name, *one.aliases)}


def formula_named(name: str) -> Formula:
    """Return a formula by its name or another that people use, or as it is written out; raises `FormulaError`."""
    if "=" in name:
        return written(name)
    known = _by_name()
    found = known.get(_plain(name))
    if found is None:
        near = did_you_mean(_plain(name), known, behind_a_sign(name))
        raise FormulaError(f"the formula `{name}` is not one that can be worked out here{near}", "name")
    return found


def _plain(name: str) -> str:
    """Return a name as names are written: `Lowest price / price` and `lowest_price_over_price` are one."""
    words = name.lower().replace("÷", "/").replace("/", " over ").replace("_", " ").replace("-", " ").split()
    return "-".join(words)


def values_of(formula: Formula, parameters: Mapping[str, Decimal | Fraction] | None) -> dict[str, Fraction]:
    """Return the parameters of a formula with their defaults; raises `FormulaError` for one that is missing or unknown."""
    given = {name: Fraction(value) for name, value in (parameters or {}).items()}
    known = {one.name: one for one in formula.parameters}
    limits = LIMITS if formula.price_only else {}
    strange = sorted(given.keys() - known.keys() - limits.keys())
    if strange:
        near = did_you_mean(strange[0], known) if formula.id else why_no_parameter(strange[0], known)
        raise FormulaError(
            f"the formula {formula.name} has no parameter `{strange[0]}`{near}", f"parameters.{strange[0]}"
        )
    for one in formula.parameters:
        if one.name in given or one.optional:
            continue
        if one.default is None:
            meant = "" if formula.id else meant_price(one.name)
            reason = f"the formula {formula.name} needs `{one.name}` ({one.meaning}), which is not given{meant}"
            raise FormulaError(reason, f"parameters.{one.name}")
        given[one.name] = one.default
    return given


def points(
    name: str,
    price: Fraction,
    prices: Sequence[Fraction],
    weight: Fraction,
    parameters: Mapping[str, Decimal | Fraction] | None = None,
) -> Fraction:
    """Return the points a price earns by a formula that scores price alone, out of a weight; raises `FormulaError`."""
    if price not in prices and formula_named(name).family == "relative":
        raise FormulaError("the price is not among those it is compared with")
    return points_beside(name, price, prices, weight, parameters)


def points_beside(
    name: str,
    price: Fraction,
    prices: Sequence[Fraction],
    weight: Fraction,
    parameters: Mapping[str, Decimal | Fraction] | None = None,
) -> Fraction:
    """Return what a price from the lowest to the highest of others would earn, measured against these as they are.

    Their mean and their places do not move by it, so that two prices which earn the same are worth the same to the others.
    """
    formula = formula_named(name)
    if formula.share is None:
        raise FormulaError(
            f"the formula {formula.name} gives price and quality one figure, and price no points of its own"
        )
    values = values_of(formula, parameters)
    _cap_in_points(weight, values)
    found, unit = weight * formula.share(price, prices, values), _unit_of_limits(weight, values)
    for one, kind in LIMITS.items():
        if one in values:
            found = max(found, values[one] / unit) if kind == "floor" else min(found, values[one] / unit)
    return found


def _cap_in_points(weight: Fraction, values: Mapping[str, Fraction]) -> None:
    """Raise a `FormulaError` where a cap is a share and no points: one point for the best of prices is not meant."""
    cap = next((one for one, kind in LIMITS.items() if kind == "cap" and one in values), None)
    if cap is not None and 0 < values[cap] <= 1 and weight >= _SHARES_OF:
        said = f"`{cap}` is in points, and of a weight of {float(weight):g} all bids would have {float(values[cap]):g} at most"
        raise FormulaError(f"{said}: write the points, such as {float(weight * values[cap]):g}", f"parameters.{cap}")


def _unit_of_limits(weight: Fraction, values: Mapping[str, Fraction]) -> int:
    """Return what a floor and a cap in points are to be divided by: points of a weight of 0.4 are usually written out of 40."""
    return 100 if weight <= 1 and any(values[one] > weight for one in LIMITS if one in values) else 1


def overall(
    name: str,
    offers: Sequence[Offer],
    price_weight: Fraction,
    quality_weight: Fraction,
    parameters: Mapping[str, Decimal | Fraction] | None = None,
) -> tuple[Fraction, ...]:
    """Return the figure by which each offer is ranked; the formula's `best` says which end wins. Raises `FormulaError`.

    For a formula of price points: quality (a share) × its weight + the points, which need not be rounded. For one of both,
    its own figure; whether quality is a share or points is the formula's `quality`.
    """
    formula = formula_named(name)
    if not offers:
        return ()
    if formula.figure is not None:
        return formula.figure(offers, price_weight, quality_weight, values_of(formula, parameters))
    prices = [one.price for one in offers]
    return tuple(
        quality_weight * one.quality + points(formula.name, one.price, prices, price_weight, parameters)
        for one in offers
    )


def claims_independence(name: str, parameters: Mapping[str, Decimal | Fraction] | None = None) -> bool:
    """Whether no third offer can turn the order of two by a formula: a floor or cap takes it from the logarithm."""
    formula = formula_named(name)
    return formula.independent and (formula.family == "absolute" or not LIMITS.keys() & (parameters or {}).keys())


def spoiler_price(dearer: Offer, cheaper: Offer, price_weight: Fraction, quality_weight: Fraction) -> Fraction:
    """Return Pmin*: the lowest price at which two offers tie under lowest price ÷ price; raises `FormulaError`.

    A third bid below it turns the order of the two: above it the dearer, better offer is ahead only if it is ahead already,
    below it the points that the lowest price gives for being cheap count less. Source: the identity
    D = wq (Qi − Qj) + wp Pmin (1/Pi − 1/Pj) of the specification, set to zero.
    """
    if min(dearer.price, cheaper.price) <= 0:
        raise FormulaError("the formula has no answer where a price is zero or below")
    if dearer.price <= cheaper.price or dearer.quality <= cheaper.quality or price_weight <= 0:
        raise FormulaError("no price of a third bid can turn the order of these two: one is neither dearer nor worse")
    return quality_weight * (dearer.quality - cheaper.quality) / (price_weight * (1 / cheaper.price - 1 / dearer.price))
