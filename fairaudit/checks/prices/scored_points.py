"""The check of points for price that a record keeps as the panel's scores: a formula gives them, so nobody judges them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import FormulaError, half_unit, rounded
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.scoring.criteria_of_lots import lot_ids, weights_in_full
from fairaudit.checks.scoring.criterion_tree import Question, called
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe
from fairaudit.checks.scoring.in_or_out import left_out
from fairaudit.checks.scoring.points_of_bids import Beside, points_by, prices_of
from fairaudit.checks.scoring.sittings import counting
from fairaudit.checks.scoring.whole_scores import whole_formula
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Rounding
from fairaudit.procurement.evaluation import Evaluation, Score
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.records import Bid

_HUNDRED = Fraction(100)


class OffFormula(Frozen):
    """A score for a price, and the points that the published formula gives that price in the same unit."""

    bid: str
    criterion: str
    recorded: Decimal
    worked_out: Decimal
    formula: str


class _Scored(Frozen):
    """A score for a price, with what the formula gives it out of one, by each convention; whether all prices are known.

    `most` is what the formula can give it out of one at most, whatever other prices there were.
    """

    score: Score
    value: Decimal
    shares: tuple[Fraction, ...]
    sure: bool
    most: Fraction | None
    rounding: Rounding | None

    def is_beyond(self, unit: Fraction) -> bool:
        """Whether the score is more than the formula can give in a unit, however many bids there were."""
        return self.most is not None and Fraction(self.value) > self.most * unit + 2 * half_unit(self.value)

    def holds(self, unit: Fraction, way: int) -> bool:
        """Whether the score is the formula's points in a unit, by a convention: as it is written, or rounded as declared."""
        points = self.shares[way % len(self.shares)] * unit
        return abs(points - Fraction(self.value)) <= half_unit(self.value) or self._as_declared(points) == self.value

    def _as_declared(self, points: Fraction) -> Decimal | None:
        """Return points rounded as the formula says, where it says to how many places, in a way that is known."""
        declared = self.rounding
        if declared is None or declared.to_places is None:
            return None
        try:
            return rounded(points, declared.to_places, declared.mode or "half-up")
        except FormulaError:  # A mode that is not known, which is told elsewhere.
            return None


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
    found = [_scored(case, lot, question, one) for one in own]
    if lacking := next((one for one in found if isinstance(one, Unassessed)), None):
        yield lacking
        return
    scored = [one for one in found if isinstance(one, _Scored)]
    top = question.scale.maximum if question.scale else None
    units = dict.fromkeys((weight, _HUNDRED, *([Fraction(top)] if top else [])))
    ways = [(unit, way) for unit in units for way in range(4)]
    unit, way = max(ways, key=lambda each: sum(one.holds(*each) for one in scored), default=(weight, 0))
    wrong = [one for one in scored if not one.holds(unit, way)]
    outside = _outside(case, lot, question, own, ways) if wrong else ()
    # Where no score bears a unit out, any of them may be meant.
    highest = unit if len(wrong) < len(scored) else max(units)
    for one in wrong:
        sure = (one.sure or one.is_beyond(highest)) and not outside
        yield _hit(case, question, one, one.shares[way % len(one.shares)] * unit, (outside, sure))


def _outside(
    case: Case, lot: str | None, question: Question, own: list[Score], ways: list[tuple[Fraction, int]]
) -> tuple[Bid, ...]:
    """Return the bids that are out of the contest with whose prices every score follows, none where that is not so."""
    for beside in left_out(case, lot, own[0].bid, {one.bid for one in own}):
        found = [_scored(case, lot, question, one, beside) for one in own]
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
    case: Case, lot: str | None, question: Question, score: Score, beside: Beside = frozenset()
) -> _Scored | Unassessed:
    prices, formula = prices_of(case, score, lot, beside), question.formula
    if isinstance(prices, Unassessed) or formula is None:
        return prices if isinstance(prices, Unassessed) else Unassessed(score.node, "no formula is given")
    try:
        shares = tuple(points_by(formula, own, others, Fraction(1)) for own, others in prices.compared)
    except FormulaError as error:
        names = (f"{text_of(formula.path)}.{error.field}",) if error.field else ()
        return Unassessed(score.node, str(error), names)
    most = prices.most(formula, list(shares), Fraction(1))
    return _Scored(score, score.score or Decimal(0), shares, prices.sure, most, formula.rounding)
