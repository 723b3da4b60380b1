"""The check of adjustments that are recorded and that the points for price do not show."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import FormulaError, as_meant, half_unit, rounded
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.scoring.compared.prices import adjusted, prices_of
from fairaudit.checks.scoring.criteria.of_lots import lot_ids, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.sittings import counting
from fairaudit.checks.scoring.totals.points import points_by
from fairaudit.checks.scoring.totals.totals import compared_beside
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Evaluation, Score, Total
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list


class NotApplied(Frozen):
    """Where points follow from prices as they were bid, which bids were adjusted, and what one of them would have earned."""

    where: str
    adjusted: tuple[str, ...]
    bid: str
    recorded: Decimal
    worked_out: Decimal


class _Scored(Frozen):
    """Recorded points for a price, and the points out of one by each convention: two as it was bid, two as it was adjusted."""

    record: Total | Score
    said: Decimal
    shares: tuple[Fraction, ...]

    def holds(self, way: int, full: Fraction, formula: Formula) -> bool:
        """Whether the formula gives the recorded points by a convention, where full points are so many."""
        return _written(self.shares[way] * full, self.said, formula)


@check
def adjustments_are_in_the_points(node: Node[Evaluation], case: Case) -> Found[NotApplied]:
    """Flag points for price that follow from the prices as they were bid where adjustments of them are recorded.

    Points may be out of the weight, a hundred or the top of the scale. Where as many follow from the adjusted prices there is
    nothing to ask.
    """
    if node.value.price_adjustments is None:
        yield Unassessed(node, "evaluation.price_adjustments is not given", ("evaluation.price_adjustments",))
        return
    for lot in lot_ids(case):
        bids = [one for one in case.once(adjusted) if lot_of(case, one, None) == lot]
        priced = [one for one in weights_in_full(case, lot) or () if one[0].is_price and one[1] > 0]
        if not bids or whole_formula(case, lot) is not None:
            continue
        formula = priced[0][0].formula if len(priced) == 1 else None
        if formula is None or formula.name is None:
            name = f"{text_of(priced[0][0].criterion.path)}.formula" if priced else "tender.award_criteria"
            yield Unassessed(node, "the formula for the points for price is not known", (name,))
            continue
        yield from _judged(node, case, lot, *priced[0], formula)


def _judged(
    node: Node[Evaluation], case: Case, lot: str | None, question: Question, weight: Fraction, formula: Formula
) -> Iterator[Hit[NotApplied] | Unassessed]:
    scored: list[_Scored] = []
    for record, said in _points(case, lot, question):
        one = _one(case, lot, (record, said), formula, weight)
        if isinstance(one, Unassessed):
            yield one
            return
        scored.append(one)
    if not scored:
        lacking = in_list(case, "evaluation.totals", "the points for price")
        yield Unassessed(node, "no points for price are recorded", (lacking,))
        return
    top = question.scale.maximum if question.scale else None
    units = dict.fromkeys((weight, Fraction(100), Fraction(1), *([Fraction(top)] if top else [])))
    held = {(way, unit): sum(one.holds(way, unit, formula) for one in scored) for way in range(4) for unit in units}
    best = max(held, key=lambda each: (held[each], -each[0]))
    # What as many points follow from after the adjustments was adjusted, or was not changed by it.
    if best[0] > 1 or 2 * held[best] <= len(scored):
        return
    way, unit = best
    if max(held[(other, each)] for other in (2, 3) for each in units) >= held[best]:
        return
    one = next(each for each in scored if each.holds(way, unit, formula) and not each.holds(way + 2, unit, formula))
    yield _hit(case, lot, one, one.shares[way + 2] * unit, (held[best], len(scored)))


def _hit(case: Case, lot: str | None, one: _Scored, worked_out: Fraction, follow: tuple[int, int]) -> Hit[NotApplied]:
    where = f"for lot {lot}" if lot and len(case.lots) > 1 else "for the contract"
    if follow[0] < follow[1]:
        where = f"{where}, {follow[0]} of {follow[1]} of them,"
    bids = [key for key in case.once(adjusted) if lot_of(case, key, None) == lot]
    facts = NotApplied(
        where, tuple(bid_called(case, key) for key in bids), bid_called(case, one.record.bid), one.said, brief(worked_out)
    )  # fmt: skip
    made = [each for each in case.evaluation.price_adjustments or () if each.amount and each.bid in bids]
    related = tuple((each.node, "an adjustment that is recorded") for each in made)
    name = "price" if isinstance(one.record, Total) else "score"
    return Hit(one.record.field(name), facts, related, key=lot or "")


def _points(case: Case, lot: str | None, question: Question) -> list[tuple[Total | Score, Decimal]]:
    """Return the recorded points for the price of a lot: the parts of totals, else the panel's scores."""
    totals = [one for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == lot]
    parts: list[tuple[Total | Score, Decimal]] = [(one, one.price) for one in totals if one.price is not None]
    scores = [one for one in counting(case.evaluation.consensus) if lot_of(case, one.bid, one.lot) == lot]
    key = question.criterion.id
    return parts or [(one, one.score) for one in scores if one.score is not None and key and one.criterion == key]


def _one(
    case: Case, lot: str | None, recorded: tuple[Total | Score, Decimal], formula: Formula, weight: Fraction
) -> _Scored | Unassessed:
    record, said = recorded
    prices = prices_of(case, record, lot, compared_beside(case, lot))
    if isinstance(prices, Unassessed):
        return prices
    try:
        return _Scored(
            record, said, tuple(points_by(formula, own, others, weight) / weight for own, others in prices.compared)
        )
    except FormulaError as error:
        names = (f"{text_of(formula.path)}.{error.field}",) if error.field else ()
        return Unassessed(record.node, str(error), names)


def _written(exact: Fraction, said: Decimal, formula: Formula) -> bool:
    places = formula.rounding.to_places if formula.rounding else None
    mode = (formula.rounding.mode if formula.rounding else None) or "half-up"
    if places is not None and rounded(exact, places, mode) == as_meant(said):
        return True
    return abs(exact - Fraction(said)) <= half_unit(said)
