"""The check of points for price that a record keeps as the panel's scores: a formula gives them, so nobody judges them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import LIMITS, FormulaError, as_meant, half_unit, rounded
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.scoring.compared.bare_points import bare_points
from fairaudit.checks.scoring.compared.in_or_out import left_out
from fairaudit.checks.scoring.compared.prices import Beside, prices_of
from fairaudit.checks.scoring.criteria.of_lots import lot_ids, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, called
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe
from fairaudit.checks.scoring.sittings import counting
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.points import declared_rounding, points_by, roundings_beside, usual_grain
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid

_HUNDRED = Fraction(100)
_Priced = tuple[Question, Fraction]
"""The criterion of the price, with its weight."""


class OffFormula(Frozen):
    """A score for a price, and the points that the published formula gives that price in the same unit."""

    bid: str
    criterion: str
    recorded: Decimal
    worked_out: Decimal
    formula: str
    unread_words: Verb = Verb("")


class _Scored(Frozen):
    """A score for a price, with what the formula gives it out of one, by each convention; whether all prices are known.

    `full` are the full points as they are published, of which the published `roundings` are; `most` is what the formula can give
    it out of one at most, whatever other prices there were. `scaled`: the shares where a floor and a cap are points of a unit of
    the score's own, such as the top of its scale.
    """

    score: Score
    value: Decimal
    shares: tuple[Fraction, ...]
    sure: bool
    full: Fraction
    roundings: tuple[tuple[int, str], ...]
    most: Fraction | None
    scaled: tuple[tuple[Fraction, tuple[Fraction, ...]], ...] = ()

    def is_beyond(self, unit: Fraction) -> bool:
        """Whether the score is more than the formula can give in a unit, however many bids there were."""
        return self.most is not None and Fraction(self.value) > self.most * unit + 2 * half_unit(self.value)

    def holds(self, unit: Fraction, way: int) -> bool:
        """Whether the score is the formula's points in a unit, by a convention: as they are, or with the published rounding.

        Points may be rounded as they are scored, or before they are written in a unit of their own.
        """
        each = (self.shares, *(shares for own, shares in self.scaled if own == unit))
        return any(self._is(shares[way % len(shares)], unit) for shares in each)

    def _is(self, share: Fraction, unit: Fraction) -> bool:
        given, said = [share * unit], Fraction(as_meant(self.value))
        for places, mode in self.roundings:
            if Fraction(rounded(share * unit, places, mode)) == said:
                return True
            given.append(Fraction(rounded(share * self.full, places, mode)) * unit / self.full)
        return any(abs(one - said) <= half_unit(self.value) for one in given)


@check
def price_scores_follow_formula(node: Node[Evaluation], case: Case) -> Found[OffFormula]:
    """Flag the panel's scores for a price that the published formula does not give, in the unit that gives most of them.

    Units are the weight, a hundred and the top of the criterion's scale; prices are compared with those in the contest, or with
    all that were scored, as they were bid or as they were adjusted: whichever gives most. Points that stand in totals are
    another check's business.
    """
    for lot in lot_ids(case):
        priced = [one for one in weights_in_full(case, lot) or () if one[0].is_price and one[1] > 0]
        formula = priced[0][0].formula if len(priced) == 1 else None
        if formula is not None and formula.name is not None and whole_formula(case, lot) is None:
            yield from _judged(case, lot, *priced[0])


def _judged(
    case: Case, lot: str | None, question: Question, weight: Fraction
) -> Iterator[Hit[OffFormula] | Unassessed]:
    own = [
        one
        for one in counting(case.evaluation.consensus)
        # The score last: one of another criterion that could not be read holds nothing back.
        if one.criterion == question.criterion.id and lot_of(case, one.bid, one.lot) == lot and one.score is not None
    ]
    found = [_scored(case, lot, (question, weight), one) for one in own]
    if lacking := next((one for one in found if isinstance(one, Unassessed)), None):
        yield lacking
        return
    scored = [one for one in found if isinstance(one, _Scored)]
    units = _units(question, weight)
    ways = [(unit, way) for unit in units for way in range(4)]
    unit, way = max(ways, key=lambda each: sum(one.holds(*each) for one in scored), default=(weight, 0))
    wrong = [one for one in scored if not one.holds(unit, way)]
    outside = _outside(case, lot, (question, weight), own, ways) if wrong else ()
    # Where no score bears a unit out, any of them may be meant.
    highest = unit if len(wrong) < len(scored) else max(units)
    for one in wrong:
        sure = (one.sure or one.is_beyond(highest)) and not outside
        hit = _hit(case, question, one, one.shares[way % len(one.shares)] * unit, (outside, sure))
        yield with_published_words(case, hit, lot, price=True)


def _units(question: Question, weight: Fraction) -> tuple[Fraction, ...]:
    top = question.scale.maximum if question.scale else None
    return tuple(dict.fromkeys((weight, _HUNDRED, *([Fraction(top)] if top and top > 0 else []))))


def _outside(
    case: Case, lot: str | None, priced: _Priced, own: list[Score], ways: list[tuple[Fraction, int]]
) -> tuple[Bid, ...]:
    """Return the bids that are out of the contest with whose prices every score follows, none where that is not so."""
    for beside in left_out(case, lot, own[0].bid, {one.bid for one in own}):
        found = [_scored(case, lot, priced, one, beside) for one in own]
        if any(all(isinstance(one, _Scored) and one.holds(*each) for one in found) for each in ways):
            return tuple(one for one in case.bids if one.id in beside)
    return ()


def _hit(
    case: Case, question: Question, one: _Scored, worked_out: Fraction, held: tuple[tuple[Bid, ...], bool]
) -> Hit[OffFormula]:
    outside, sure = held
    formula = (question.formula.name if question.formula else None) or ""
    facts = OffFormula(
        bid_called(case, one.score.bid), called(question.criterion), one.value, brief(worked_out), formula
    )
    related = tuple((bid.field("value"), "a bid that is out, with whose price the scores follow") for bid in outside)
    return Hit(one.score.field("score"), facts, related, maybe(not sure), one.score.bid or "")


def _scored(
    case: Case, lot: str | None, priced: _Priced, score: Score, beside: Beside = frozenset()
) -> _Scored | Unassessed:
    question, weight = priced
    prices, formula = prices_of(case, score, lot, beside), question.formula
    if isinstance(prices, Unassessed) or formula is None:
        return prices if isinstance(prices, Unassessed) else Unassessed(score.node, "no formula is given")
    try:
        # Out of the weight: a floor and a cap are in points.
        shares, *scaled = (
            tuple(points_by(formula, own, others, unit) / unit for own, others in prices.compared)
            for unit in (_units(question, weight) if _is_limited(formula) else (weight,))
        )
        declared = declared_rounding(formula)
        if bare := bare_points(case, lot, formula, weight, question.criterion):
            raise bare
    except FormulaError as error:
        names = (f"{text_of(formula.path)}.{error.field}",) if error.field else ()
        return Unassessed(score.node, str(error), names)
    whole = sum((one for _, one in weights_in_full(case, lot) or ()), Fraction(0))
    roundings = (*((declared,) if declared else ()), *roundings_beside(case, formula))
    most = prices.most(formula, list(shares), Fraction(1))
    full = weight * usual_grain(whole)
    by_unit = tuple(zip(_units(question, weight)[1:], scaled, strict=False))
    return _Scored(score, score.score or Decimal(0), shares, prices.settles(formula), full, roundings, most, by_unit)


def _is_limited(formula: Formula) -> bool:
    return not LIMITS.isdisjoint(formula.parameters or {})
