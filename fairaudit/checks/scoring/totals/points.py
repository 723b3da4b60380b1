"""What scores and prices are worth: the points of a bid for its quality and its price, worked out exactly.

A score counts as a share of its scale's top or of its scale's length, and a price is compared with those still in the
contest or with all that were scored: both are usual, so each part has two ways. Where prices were adjusted, both stand for
the prices as they were bid and as they were adjusted, which makes four.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from fairaudit.analysis.formulas import FormulaError, half_unit, price_points, rounded
from fairaudit.analysis.text.scores.rounding import said_rounding
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.bare_points import bare_points
from fairaudit.checks.scoring.compared.prices import Beside, prices_of
from fairaudit.checks.scoring.compared.tax_basis import told_amounts
from fairaudit.checks.scoring.criteria.life_costs import told_costs
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_with, scores_by_bid
from fairaudit.checks.scoring.sheets.averages import Average
from fairaudit.checks.scoring.sheets.outsiders import Sheets, panel_members
from fairaudit.checks.scoring.sheets.published_average import (
    departs,
    published_average,
    published_scores,
    shown_rounded,
    texts_on_the_award,
)
from fairaudit.checks.scoring.sheets.unclear_sheets import unclear_sheet
from fairaudit.checks.scoring.sittings import counting, once_each
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Score, Total
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.wanted import in_list
from fairaudit.sources.document import Path

Way = tuple[Fraction, ...]
"""Points criterion by criterion, by one convention."""


class Points(Frozen):
    """The points for one part of a total in two or four ways, out of a weight; `top` is the one scale all its criteria share.

    `ways` are exact; `rounding` is the declared one, in places and mode. Where none is declared, or not which way,
    `may_be_rounded` are those that words publish: one of them for all bids is a convention. `doubts` are ways of scales whose
    low end is good: a figure by one of them may be meant so, even where the other bids are not written so. `scored` is the top
    of the scale on which the panel's list keeps the points for price: they may have been rounded there. `most` is what a
    formula can give at most, whatever other bids there were. `ends` is where a published scale for the price ends: its points may
    be written on that. `even` says that all its criteria have one weight and one scale.
    """

    ways: tuple[Way, ...]
    weight: Fraction
    top: Fraction | None
    sure: bool
    basis: str
    rounding: tuple[int, str] | None = None
    doubts: tuple[Way, ...] = ()
    may_be_rounded: tuple[tuple[int, str], ...] = ()
    scored: Fraction | None = None
    most: Fraction | None = None
    ends: Fraction | None = None
    even: bool = False

    def is_beyond(self, recorded: Decimal, factor: Fraction) -> bool:
        """Whether recorded points are more than the formula can give, however many bids there were and however they round."""
        places = self.rounding[0] if self.rounding else None
        step = max(2 * half_unit(recorded), Fraction(1, 10**places) if places is not None else Fraction(0))
        return self.most is not None and Fraction(recorded) > self.most * factor + step

    def way(self, at: int, grain: Fraction, rounding: tuple[int, str] | None = None) -> Way:
        """Return the points by one way, rounded as words say, else as is declared, where they stand `grain` times as high.

        A part that knows fewer ways has its first two again. Rounding belongs to points as people write them: a weight of
        0.4 is 40 points, and two places are two places of those.
        """
        exact = self.ways[at % len(self.ways)]
        own = rounding or self.rounding
        return exact if own is None else tuple(_to(own, one * grain) / grain for one in exact)


def points_for_quality(
    case: Case,
    total: Total,
    lot: str | None,
    shares: list[tuple[Question, Fraction]],
    average: Average | None = None,
    sheets: Sheets | None = None,
) -> Points | Unassessed:
    """Return the points for what people scored, by the panel's scores, else by an average of the individual ones.

    Where no `average` is named it is the one that the documents say, usually the mean; where no `sheets` are, those of the
    panel's members.
    """
    average, sheets = average or published_scores(case)[0], sheets or panel_members(case)
    panel, single = _of(total, lot, case.once(_panel_by_bid)), _of(total, lot, sheets.by_bid)
    wrong = {one.criterion for one in panel if sheets.instead and (departs(case, one) or shown_rounded(case, one))}
    by_panel, by_members = _by_criterion(panel), _by_criterion(single)
    tops: list[Fraction] = []
    lengths: list[Fraction] = []
    ratios: list[Fraction] = []
    for question, weight in shares:
        key = question.criterion.id
        agreed = bool(panel) and key not in wrong
        own = (by_panel if agreed else by_members).get(key, []) if key else []
        found = _share(case, total, question, own, None if agreed else average)
        if isinstance(found, Unassessed):
            return found
        tops.append(found[0] * weight)
        lengths.append(found[1] * weight)
        ratios.append(found[2] * weight)
    highest = {one.scale.maximum for one, _ in shares if one.scale and one.scale.maximum is not None}
    top = Fraction(next(iter(highest))) if len(highest) == 1 else None
    whole = sum((weight for _, weight in shares), Fraction(0))
    basis = "the panel's scores" if panel else average.called
    ways = tuple(tops), tuple(lengths)
    doubts = (*ways, tuple(ratios)) if any(better_is_lower(one) for one, _ in shares) else ()
    even = top is not None and len({weight for _, weight in shares}) == 1
    return Points(ways, whole, top, bool(panel) or not shares, basis if shares else "", doubts=doubts, even=even)


def _of(total: Total, lot: str | None, scores: dict[str | None, list[Score]]) -> list[Score]:
    return [one for one in scores.get(total.bid, ()) if one.lot in (None, lot)]


def _by_criterion(scores: list[Score]) -> dict[str | None, list[Score]]:
    found: dict[str | None, list[Score]] = {}
    for one in scores:
        if one.score is not None:
            found.setdefault(one.criterion, []).append(one)
    return found


def _panel_by_bid(case: Case) -> dict[str | None, list[Score]]:
    return scores_by_bid(counting(case.evaluation.consensus))


def _share(
    case: Case, total: Total, question: Question, own: list[Score], average: Average | None
) -> tuple[Fraction, Fraction, Fraction] | Unassessed:
    """Return a score as a share of its scale's top, and of its length; where low is good, also the best score over it.

    `average` is of the individual scores, `None` of the panel's.
    """
    panel = average is None
    criterion, scale = question.criterion, question.scale
    kept = panel or case.evaluation.consensus is not None
    section = "evaluation.consensus" if kept else "evaluation.individual"
    if not panel and (unclear := unclear_sheet(case, total.node, own)):
        return unclear
    found = [one.score for one in (own if panel else once_each(own)) if one.score is not None]
    if not found:
        reason = f"there is no score of {bid_called(case, total.bid)} for {criterion.id or 'a criterion without an id'}"
        cell = in_list(case, section, f"criterion {criterion.id}, bid {total.bid}")
        return Unassessed(total.node, reason, (cell if criterion.id else f"{text_of(criterion.path)}.id",))
    if panel and len(set(found)) > 1:
        reason = f"the panel has several scores of {bid_called(case, total.bid)} for {criterion.id}"
        cell = in_list(case, section, f"one score for criterion {criterion.id}, bid {total.bid}")
        return Unassessed(total.node, reason, (cell,))
    if scale is None or scale.maximum is None:
        name = f"{text_of(criterion.path)}.scale"
        return Unassessed(total.node, f"{name} is not given", (name,))
    lowest, highest = scale.minimum or Decimal(0), scale.maximum
    if highest <= max(lowest, Decimal(0)):
        name = f"{text_of(scale.path)}.maximum"
        return Unassessed(total.node, f"{name} is not above the scale's minimum", (name,))
    off = next((one for one in found if not lowest <= one <= highest), None)
    if off is not None:
        return _off_its_scale(case, total, question, off, section)
    average = average or published_average(case)
    return _as_shares(tuple(found), average, lowest, highest, scale.step or Decimal(1), better_is_lower(question))


@lru_cache(maxsize=10_000)
def _as_shares(
    scores: tuple[Decimal, ...], average: Average, lowest: Decimal, highest: Decimal, step: Decimal, low_is_good: bool
) -> tuple[Fraction, Fraction, Fraction]:
    """Return what some scores are of their scale, worked out once: many are alike."""
    low, high = Fraction(lowest), Fraction(highest)
    mean = average.of(list(map(Fraction, scores)), Fraction(step))
    ratio = low / mean if low > 0 and mean > 0 else None
    if low_is_good:
        mean = low + high - mean
    top = mean / high
    return top, (mean - low) / (high - low), ratio if ratio is not None and low_is_good else top


class OffScale(Unassessed):
    """A bid's points that nobody can work out, since a score that counts is outside its scale: it may be a slip."""


def _off_its_scale(case: Case, total: Total, question: Question, off: Decimal, section: str) -> OffScale:
    criterion = question.criterion.id
    reason = f"the score {off} of {bid_called(case, total.bid)} for {criterion} is off its scale"
    return OffScale(
        total.node,
        reason,
        (in_list(case, section, f"a score on its scale for criterion {criterion}, bid {total.bid}"),),
    )


def points_for_price(
    case: Case,
    total: Total,
    lot: str | None,
    shares: list[tuple[Question, Fraction]],
    beside: Beside = frozenset(),
) -> Points | Unassessed:
    """Return the points for the price by the published formula, or by the panel's score where it has none."""
    if not shares:
        return Points(((), ()), Fraction(0), None, True, "")
    question, weight = shares[0]
    formula = question.formula
    if formula is None or formula.name is None:
        scored = {one.criterion for one in case.evaluation.consensus or () if one.bid == total.bid}
        if all(one.criterion.id in scored for one, _ in shares):
            return points_for_quality(case, total, lot, shares)
        name = f"{text_of(question.criterion.path)}.formula"
        return Unassessed(total.node, f"{name} is not given", (name,))
    if len(shares) > 1:
        reason = "the price has several parts, and the price of each part is not recorded"
        return Unassessed(total.node, reason, (f"{text_of(question.criterion.path)}.formula",))
    return case.once(_PricePoints(total.path, question.criterion.path, lot, weight, beside, total, question))


@dataclass(frozen=True)
class _PricePoints:
    """The points for the price of one bid: a record is worked out in many ways, which this part seldom hangs on."""

    at: Path
    criterion: Path
    lot: str | None
    weight: Fraction
    beside: Beside
    total: Total = field(compare=False)
    question: Question = field(compare=False)

    def __call__(self, case: Case) -> Points | Unassessed:
        return _price_points(case, self.total, self.lot, (self.question, self.weight), self.beside)


def _price_points(
    case: Case, total: Total, lot: str | None, share: tuple[Question, Fraction], beside: Beside
) -> Points | Unassessed:
    question, weight = share
    formula = question.formula
    if formula is None:
        raise LookupError("the points for a price are worked out by a formula")
    prices = prices_of(case, total, lot, beside)
    if isinstance(prices, Unassessed):
        return prices
    try:
        ways = [(points_by(formula, own, others, weight),) for own, others in prices.compared]
        rounding = declared_rounding(formula)
        if bare := bare_points(case, lot, formula, weight, question.criterion):
            raise bare
    except FormulaError as error:
        names = (f"{text_of(formula.path)}.{error.field}",) if error.field else ()
        return Unassessed(total.node, str(error), names)
    basis = f"the formula {formula.name}{told_amounts(case, bid_with(case, total.bid))}{told_costs(case, lot)}"
    said = roundings_beside(case, formula)
    scale = _scored_on(case, total, question)
    most = prices.most(formula, [one for one, *_ in ways], weight)
    ends = _ends_of(question)
    return Points(tuple(ways), weight, None, prices.settles(formula), basis, rounding, (), said, scale, most, ends)


def _ends_of(question: Question) -> Fraction | None:
    scale = question.criterion.scale
    return Fraction(scale.maximum) if scale and scale.maximum and scale.maximum > 0 and not scale.minimum else None


def _scored_on(case: Case, total: Total, question: Question) -> Fraction | None:
    """Return the top of the scale of the price where the panel's list has a bid's points for it on that scale."""
    top = question.scale.maximum if question.scale else None
    own = (one for one in case.evaluation.consensus or () if one.bid == total.bid and one.score is not None)
    listed = top and question.criterion.id and any(one.criterion == question.criterion.id for one in own)
    return Fraction(top) if top and listed else None


def roundings_beside(case: Case, formula: Formula) -> tuple[tuple[int, str], ...]:
    """Return the roundings of the points for price that the documents' words publish and the formula leaves open.

    Where it declares the places alone, words may say which way; where it declares nothing, all that they say.
    """
    said = dict.fromkeys(one for text in texts_on_the_award(case) for one in said_rounding(text, "price"))
    places = formula.rounding.to_places if formula.rounding is not None else None
    if formula.rounding is None or places is None:
        return tuple(said)
    return () if formula.rounding.mode else tuple(one for one in said if one[0] == places and one[1] != "half-up")


def points_by(formula: Formula, own: Fraction, others: list[Fraction], weight: Fraction) -> Fraction:
    """Return the points of a price by a formula out of a weight, without rounding; raises `FormulaError`."""
    return price_points(formula.name or "", own, others, weight, formula.parameters)


def declared_rounding(formula: Formula) -> tuple[int, str] | None:
    """Return the places and the mode of a formula's rounding where places are declared; raises `FormulaError`."""
    if formula.rounding is None or formula.rounding.to_places is None:
        return None
    found = formula.rounding.to_places, formula.rounding.mode or "half-up"
    _to(found, Fraction(0))
    return found


def usual_grain(whole: Fraction) -> Fraction:
    """Return how many times as high as their weights points usually stand, of weights that add up to so much."""
    return Fraction(100) if whole <= 1 else Fraction(1)


def _to(rounding: tuple[int, str], exact: Fraction) -> Fraction:
    return Fraction(rounded(exact, *rounding))
