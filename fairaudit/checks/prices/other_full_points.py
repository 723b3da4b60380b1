"""Which weight points for price may have been worked out with instead of the published one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import FormulaError, as_meant, price_points
from fairaudit.checks.prices.fit_words import plain_number
from fairaudit.checks.prices.price_record import Record, gives, published, telling
from fairaudit.checks.prices.rounded_alike import scores_price
from fairaudit.checks.scoring.figures.applied_weights import weights_in
from fairaudit.checks.scoring.totals.points import usual_grain
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import Node

if TYPE_CHECKING:
    from fairaudit.analysis.formulas.fitting import Search

_STEP = Fraction(1, 2)
"""What a weight that only points tell is a multiple of, out of a hundred. Heuristic."""


def by_other_weight(case: Case, record: Record, found: Search) -> str | None:
    """Return in words the published formula with other full points, where it gives all points and no known one else does.

    A formula with a number that nobody published says less than a weight that is plain from the points.
    """
    formula = record.formula
    if formula is None or not scores_price(formula) or not telling(record) or any(one.free == 0 for one in found.exact):
        return None
    for full in _other_weights(case, record, formula):
        other = record._replace(weight=full)
        for prices in record.sets:
            if all(gives(formula, price, prices, other, Fraction(1), said) for _, price, said in record.pairs):
                return f"{published(record)}, with {plain_number(full)} as full points instead of {plain_number(record.weight)}"
    return None


def _other_weights(case: Case, record: Record, formula: Formula) -> Iterator[Fraction]:
    """Yield the weights of price that were recorded as applied, then a plain one that the best points are, or follow from."""
    found = [
        Fraction(one.weight) * unit
        for one in weights_in(Node(case.evaluation.path, case.evaluation), case)
        if all(each.is_price for each in one.questions)
        for unit in (Fraction(1), Fraction(100), Fraction(1, 100))
    ]
    step = _STEP / usual_grain(record.whole)
    best, price = max((Fraction(as_meant(said)), price) for _, price, said in record.pairs)
    # A cheaper price that is not given would leave all of them less by the published weight.
    if record.sure and (best / step).denominator == 1:
        found.append(best)
    if record.sure:
        found += _followed(record, formula, best, price, step)
    yield from (one for one in dict.fromkeys(found) if 0 < one < record.whole and one != record.weight)


def _followed(record: Record, formula: Formula, best: Fraction, price: Fraction, step: Fraction) -> Iterator[Fraction]:
    """Yield the plain weights nearest to that from which the best points follow: few formulas give all points to the best."""
    for prices in record.sets:
        try:
            exact = price_points(formula.name or "", price, prices, record.weight, formula.parameters)
        except FormulaError:
            continue
        if exact > 0:
            yield step * round(best / exact * record.weight / step)
