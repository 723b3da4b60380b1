"""The order by every other formula than the published one that the case gives all numbers for, and why others are not tried."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.contest.offers import Contest, prices
from fairaudit.analysis.contest.without import Counterfactual, said
from fairaudit.analysis.formulas import formula_named
from fairaudit.analysis.rounding import decimal_of
from fairaudit.checks.contest.pricing import overall_by, pricing_by
from fairaudit.checks.contest.record import Field
from fairaudit.law.tax import tax_said
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import built

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.kinds import Formula as Known
    from fairaudit.analysis.formulas.kinds import Parameter

_MULTIPLE = Fraction(2)
"""A heuristic: at how many times the lowest price the logarithm gives nothing, as the linear formula does."""
_QUOTIENTS = ("price-per-quality-point", "value-for-money-index", "price-performance-quotient")
"""Quality by price, and price by quality: one order under three names, which is tried once. The others answer at no quality."""
_LINEAR, _MULTIPLE_OF_LOWEST = "linear-from-lowest", "zero-at-multiple-of-lowest"
_UNKNOWN = "consip-s-curve"

Answers = tuple[Counterfactual, ...]


def by_other_formulas(case: Case, field: Field, published: Known) -> tuple[Answers, Answers]:
    """Return the orders by other formulas, and those that are not tried with the reason; raises `ValueError`.

    Numbers are those of the published formula and of the contract. Weights are out of a hundred; quality is worth what the
    mean price is, in their proportion.
    """
    from fairaudit.analysis.formulas.named import EVERY

    contest = _out_of_a_hundred(field.contest)
    given = _given(case, field, published)
    tried, untried = [], []
    for known in EVERY:
        if known.name == published.name or known.name in _QUOTIENTS:
            continue
        values = {**given, **_usual(contest, known, given)}
        if reason := _why_not(field, published, known, values):
            untried.append(Counterfactual(known.name, None, reason))
        else:
            tried.append(_by(contest, known, values))
    answered, same = _by_quotients(contest)
    order = {one.name: at for at, one in enumerate(EVERY)}
    tried, untried = [*tried, answered], [*untried, *same]
    return tuple(sorted(tried, key=lambda one: order[one.name])), tuple(
        sorted(untried, key=lambda one: order[one.name])
    )


def _out_of_a_hundred(contest: Contest) -> Contest:
    """Return a contest in points of a hundred: that of one figure is in that figure's unit."""
    whole = sum(contest.weights, Fraction(0)) + contest.price_weight
    weights = tuple(one * 100 / whole for one in contest.weights)
    return contest._replace(weights=weights, price_weight=contest.price_weight * 100 / whole)


def _given(case: Case, field: Field, published: Known) -> dict[Parameter, Fraction]:
    """Return the numbers that the case gives: those of the published formula, and the estimate of the contract."""
    own = (field.formula.parameters if field.formula else None) or {}
    found = {_bare(one): Fraction(own[one.name]) for one in published.parameters if one.name in own}
    estimate = formula_named("linear-interpolation").parameters[0]
    if estimate not in found and (amount := _estimate(case, field)) is not None:
        found[estimate] = amount
    return found


def _bare(parameter: Parameter) -> Parameter:
    """Return a parameter as its name and meaning: another formula's number of the same name may mean something else."""
    return parameter._replace(default=None, optional=False)


def _estimate(case: Case, field: Field) -> Fraction | None:
    """Return the estimate of the contract, where every price is in its currency, with or without tax alike, and of the whole."""
    lot = next((one for one in case.lots if one.id == field.lot), None)
    value = lot.value if lot else case.tender.value
    names = {one.name for one in field.contest.offers}
    bids = [one for one in case.bids if one.id in names]
    if value is None or value.amount is None or not bids:
        return None
    for one in bids:
        if (
            one.unit
            or one.value is None
            or (one.value.currency, tax_said(one.value)) != (value.currency, tax_said(value))
        ):
            return None
    return Fraction(value.amount)


def _usual(contest: Contest, known: Known, given: dict[Parameter, Fraction]) -> dict[Parameter, Fraction]:
    """Return the numbers that two formulas are tried by although no case gives them: heuristics of ours."""
    first = next(iter(known.parameters), None)
    if first is None or _bare(first) in given:
        return {}
    if known.name == "logarithmic":
        return {_bare(first): _MULTIPLE}
    if known.name == "award-on-value":
        known_prices = prices(contest)
        mean = sum(known_prices, Fraction(0)) / len(known_prices)
        return {_bare(first): mean * sum(contest.weights, Fraction(0)) / contest.price_weight}
    return {}


def _why_not(field: Field, published: Known, known: Known, values: dict[Parameter, Fraction]) -> str:
    """Return why a formula is not tried, "" where it can be."""
    if known.name == _UNKNOWN:
        return "how it is worked out is not known here"
    missing = [one for one in known.parameters if one.default is None and not one.optional and _bare(one) not in values]
    if missing:
        needs = " and ".join(f"`{one.name}`" for one in missing)
        return f"it needs {needs}, which the case does not give"
    if known.figures:
        return f"it counts `{known.figures[0].name}`, which the published formula does not"
    twice = Fraction(((field.formula.parameters if field.formula else None) or {}).get("multiple", 0)) == _MULTIPLE
    if twice and {known.name, published.name} == {_LINEAR, _MULTIPLE_OF_LOWEST}:
        return "with a multiple of 2 it is the published formula"
    return ""


def _by(contest: Contest, known: Known, values: dict[Parameter, Fraction]) -> Counterfactual:
    given = {one.name: decimal_of(values[_bare(one)]) for one in known.parameters if _bare(one) in values}
    formula = built(Formula, (), {"name": known.name, "parameters": given or None})
    if known.price_only:
        # In one unit with the points for quality, so that a parameter in points is none here.
        return said(known.name, contest._replace(pricing=pricing_by(formula, contest.price_weight), overall=None))
    weights = contest.price_weight, sum(contest.weights, Fraction(0))
    return said(known.name, contest._replace(pricing=None, overall=overall_by(formula, weights)))


def _by_quotients(contest: Contest) -> tuple[Counterfactual, Iterator[Counterfactual]]:
    """Return the order by the first of the quotients that has an answer, and the others, which give the same order."""
    found = [_by(contest, formula_named(name), {}) for name in _QUOTIENTS[:2]]
    shown = found[1] if found[0].standing is None and found[1].standing is not None else found[0]
    reason = f"it puts bids in the same order as {shown.name}"
    return shown, (
        Counterfactual(one, None, _no_quality(one, found) or reason) for one in _QUOTIENTS if one != shown.name
    )


def _no_quality(name: str, found: list[Counterfactual]) -> str:
    """Return why the first of the quotients gives no order where another does, "" for the others."""
    return found[0].reason if name == found[0].name else ""
