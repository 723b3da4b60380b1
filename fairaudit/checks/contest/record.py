"""The contest of each lot as it is recorded: bids with prices and scores, weights out of a hundred, and the formula.

The panel's scores count where there are any, else the mean of the individual ones. Which share of the scale a score is,
and which prices are compared, follows the convention by which the recorded totals were worked out (`scoring/totals/conventions`).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import Contest, Figures, Offer, standing
from fairaudit.analysis.formulas import FormulaError, half_unit, known_as
from fairaudit.checks.base import Unassessed
from fairaudit.checks.contest.cells import Cells, cells_of, ends_of, one_step, share_of
from fairaudit.checks.contest.contenders import bids_of, by_price_alone
from fairaudit.checks.contest.pricing import lowest_wins, overall_by, pricing_by, scores_price_alone
from fairaudit.checks.scoring.compared.bare_points import bare_points
from fairaudit.checks.scoring.compared.prices import adjusted, amounts
from fairaudit.checks.scoring.compared.tax_basis import as_compared
from fairaudit.checks.scoring.compared.unlike_prices import unlike_prices, unlike_words
from fairaudit.checks.scoring.criteria.of_lots import lot_ids
from fairaudit.checks.scoring.criteria.tree import Question, called, scored_leaves, worth
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_with
from fairaudit.checks.scoring.sheets.averages import MEAN
from fairaudit.checks.scoring.sheets.unclear_sheets import unclear_which
from fairaudit.checks.scoring.totals.points import usual_grain
from fairaudit.checks.scoring.totals.totals import (
    compared_beside,
    reading_of,
    score_average,
    tells_share,
    weights_that_count,
)
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.wanted import in_list

_HUNDRED = Fraction(100)
BAND = "price-performance-band"


class Outsider(Frozen):
    """A bid that is out of the contest: why, what it offers (no shares where it was not scored), and whether it was counted."""

    bid: Bid
    offer: Offer
    counted: bool


class Field(Frozen):
    """The contest of one lot. `criteria` are those of quality in the order of the weights; `formula` is the price's.

    `steps` says for every offer and criterion by how much of the scale one step of one score moves its share. `other` is the
    contest with scores as the other usual shares of their scales, where these differ and nothing recorded tells which count.
    """

    lot: str | None
    at: Node[object]
    contest: Contest
    criteria: tuple[Question, ...]
    price: Question | None
    formula: Formula | None
    out: tuple[Outsider, ...]
    by_panel: bool
    by_length: bool
    steps: tuple[tuple[Fraction, ...], ...]
    other: Contest | None = None
    averaged: str = MEAN.called

    @property
    def called(self) -> str:
        """How people call the lot."""
        return f"lot {self.lot}" if self.lot else "the contract"

    @property
    def by_other_than_means(self) -> bool:
        """Whether single scores count by what is no plain mean, so that one of them moves all or nothing."""
        return not self.by_panel and self.averaged != MEAN.called

    @property
    def basis(self) -> str:
        """How people call the scores that count; where scales do not begin at 0, as which shares of them."""
        if not self.criteria:
            return "the prices alone"
        scores = "the panel's scores" if self.by_panel else self.averaged
        if not self.two_shares:
            return scores
        share = f"{scores} as shares of their scale's {'length' if self.by_length else 'top'}"
        return share if self.other is None else f"{share} (which share counts is not recorded)"

    @property
    def two_shares(self) -> bool:
        """Whether a score is another share of its scale's top than of its length, for the scale does not begin at 0."""
        return any(ends.lowest for one in self.criteria if (ends := ends_of(one)))

    @property
    def lowest_wins(self) -> bool:
        """Whether the formula's own figure is better the lower it is; totals of the contest then have the other sign."""
        return self.contest.overall is not None and lowest_wins(self.formula)

    @property
    def banded(self) -> bool:
        """Whether bids within a band of the best quotient are decided by something else than it."""
        return self.formula is not None and known_as(self.formula.name or "") == BAND

    @property
    def names(self) -> tuple[str, ...]:
        """How people call the criteria, the price last."""
        found = tuple(called(one.criterion) for one in self.criteria)
        return (*found, called(self.price.criterion)) if self.contest.pricing and self.price else found


def fields(case: Case) -> tuple[Field | Unassessed, ...]:
    """Return the contest of every lot that was scored, or what is missing to know it."""
    return case.once(_fields)


def _fields(case: Case) -> tuple[Field | Unassessed, ...]:
    at = case.evaluation.node
    if case.tender.award_criteria is None:
        return (Unassessed(at, "tender.award_criteria is not given", ("tender.award_criteria",)),)
    lots = lot_ids(case)
    bare = [lot for lot in lots if by_price_alone(case, lot)]
    if case.evaluation.consensus is None and case.evaluation.individual is None and not bare:
        names = ("evaluation.consensus", "evaluation.individual")
        return (Unassessed(at, "no scores are given", names),)
    cells = case.once(cells_of)
    held = [one for one in lots if cells.scored.get(one) or one in bare or (len(lots) == 1 and cells.bids(one))]
    found = [_field(case, lot, cells) for lot in held]
    if len(lots) > 1 and (stray := next(iter(cells.scored.get(None, ())), None)):
        bid = bid_with(case, stray)
        lacking = f"{text_of(bid.path)}.lot" if bid else in_list(case, "bids", f"bid {stray}")
        reason = f"which lot {bid_called(case, stray)} is for is not given"
        found.append(Unassessed(at, reason, (lacking,)))
    return tuple(found) or (Unassessed(at, _none_counts(case), ("evaluation.consensus",)),)


def _none_counts(case: Case) -> str:
    """Return why no lot has a contest: no score is recorded, or none that is recorded is known to count."""
    recorded = len(case.evaluation.consensus or ()) + len(case.evaluation.individual or ())
    if not recorded:
        return "there is no score of any bid"
    return f"of {recorded} recorded scores none is known to be what counts for a bid"


def _field(case: Case, lot: str | None, cells: Cells) -> Field | Unassessed:
    at = case.evaluation.node
    shares = weights_that_count(case, lot)
    if not shares or sum(weight for _, weight in shares) <= 0:
        reason = "the published weights are not all given as numbers that add up"
        weightless = [one for one in scored_leaves(case) if one.applies_to(lot) and worth(one) is None]
        names = tuple(f"{text_of(one.criterion.path)}.weight" for one in weightless) or ("tender.award_criteria",)
        return Unassessed(at, reason, names)
    if negative := [one for one, weight in shares if weight < 0]:
        name = f"{text_of(negative[0].criterion.path)}.weight"
        return Unassessed(at, f"{name} is below zero", (name,))
    scale = _HUNDRED / sum(weight for _, weight in shares)
    priceless = (one for one, _ in shares if one.is_price and not _by_formula(one))
    bare = next((one for one in priceless if not cells.values_of(one.criterion.id)), None)
    if bare is not None:
        name = f"{text_of(bare.criterion.path)}.formula"
        return Unassessed(at, f"{name} is not given", (name,))
    scored = [(one, weight * scale) for one, weight in shares if not _by_formula(one)]
    priced = [(one, weight) for one, weight in shares if _by_formula(one)]
    if len(priced) > 1:
        reason = "the price has several parts, and the price of each part is not recorded"
        return Unassessed(at, reason, (f"{text_of(priced[1][0].criterion.path)}.formula",))
    found = bids_of(case, lot, cells)
    if isinstance(found, Unassessed):
        return found
    bids = {name: bid and as_compared(case, bid) for name, bid in found.items()}
    # The two ways of a part differ only where a scale does not begin at 0 or a bid that is out was counted.
    reading = reading_of(case, lot)
    length = reading is not None and reading.parts[0].way == 1
    everybody = reading is not None and reading.parts[1].way % 2 == 1
    shifts = case.once(adjusted) if reading is not None and reading.parts[1].way > 1 else {}
    made = _Reader(case, lot, cells, scored, length, shifts).read(bids, priced, scale, everybody)
    if isinstance(made, Unassessed) or not made.two_shares or _tells(case, made):
        return made
    other = _Reader(case, lot, cells, scored, not length, shifts).read(bids, priced, scale, everybody)
    return made if isinstance(other, Unassessed) else made._replace(other=other.contest)


def _tells(case: Case, field: Field) -> bool:
    """Whether recorded totals tell as which shares of their scales scores count."""
    if field.contest.overall is None:
        return tells_share(case, field.lot)
    totals = {one.bid: one.total for one in case.evaluation.totals or () if one.total is not None}
    return _held(field.contest, totals, -1 if field.lowest_wins else 1) > 0


def _by_formula(question: Question) -> bool:
    return question.is_price and question.formula is not None and question.formula.name is not None


class _Reader:
    """Reads the scores of one lot into shares of their scales."""

    def __init__(
        self, case: Case, lot: str | None, cells: Cells, scored: list[tuple[Question, Fraction]], length: bool,
        shifts: dict[str, Fraction],
    ) -> None:  # fmt: skip
        self._case, self._lot, self._cells = case, lot, cells
        self._at = case.evaluation.node
        self._criteria = tuple(one for one, _ in scored)
        self._weights = tuple(weight for _, weight in scored)
        self._length, self._shifts = length, shifts
        self._by_panel = cells.has_panel(lot)
        self._average = score_average(case, lot)

    def read(
        self, bids: dict[str, Bid | None], priced: list[tuple[Question, Fraction]], scale: Fraction, everybody: bool
    ) -> Field | Unassessed:
        """Return the contest, or the first thing that is missing to know it."""
        inside, out = self._offers(bids, bool(priced), everybody)
        if isinstance(inside, Unassessed):
            return inside
        contest = Contest(tuple(inside), self._weights)
        question, formula = priced[0][0] if priced else None, None
        if question is not None:
            formula = question.formula
            made = self._priced(contest, question, priced[0][1], scale, [one.bid for one in out if one.counted], bids)
            if isinstance(made, Unassessed):
                return made
            contest = made
        return Field(
            self._lot, self._at, contest, self._criteria, question, formula, tuple(out), self._by_panel, self._length,
            self._steps(contest), averaged=self._average.called,
        )  # fmt: skip

    def _offers(
        self, bids: dict[str, Bid | None], priced: bool, everybody: bool
    ) -> tuple[list[Offer] | Unassessed, list[Outsider]]:
        """Return the bids that compete, and those that are out."""
        inside: list[Offer] = []
        out: list[Outsider] = []
        counted: set[str | None] = set()
        if everybody:
            counted = {one.bid for one in self._case.evaluation.totals or ()} | compared_beside(self._case, self._lot)
        for name, bid in bids.items():
            shares = self._shares(name)
            price = next(iter(amounts([bid] if bid else [], self._shifts)), None)
            if bid is not None and bid.status in OUT:
                offer = Offer(name, price, () if isinstance(shares, Unassessed) else shares, _figures(bid))
                out.append(Outsider(bid, offer, name in counted))
            elif isinstance(shares, Unassessed):
                return shares, out
            elif priced and price is None:
                lacking = f"{text_of(bid.path)}.value" if bid else in_list(self._case, "bids", f"bid {name}")
                return Unassessed(
                    self._at, f"the price of {bid_called(self._case, name)} is not given", (lacking,)
                ), out
            else:
                inside.append(Offer(name, price, shares, _figures(bid)))
        if not inside:
            return Unassessed(self._at, "no bid is left in the contest", ("bids",)), out
        return inside, out

    def _shares(self, bid: str) -> tuple[Fraction, ...] | Unassessed:
        """Return a bid's share of the scale for every criterion."""
        found: list[Fraction] = []
        for one in self._criteria:
            if not self._by_panel and (twice := self._cells.unlike(self._lot, bid, one)):
                return unclear_which(self._case, self._at, twice)
            average = None if self._by_panel else self._average
            share = share_of(self._case, self._cells.of(self._lot, bid, one), one, self._length, average, bid)
            if isinstance(share, Unassessed):
                return share
            found.append(share)
        return tuple(found)

    def _priced(
        self, contest: Contest, question: Question, weight: Fraction, scale: Fraction, counted: list[Bid],
        bids: dict[str, Bid | None],
    ) -> Contest | Unassessed:  # fmt: skip
        formula = question.formula
        here = [bids[one.name] for one in contest.offers]
        known = [one for one in (*here, *counted) if one is not None]
        if differ := unlike_words(known):
            return Unassessed(self._at, differ, unlike_prices(known))
        beside = tuple(amounts(counted, self._shifts))
        try:
            if formula is None or scores_price_alone(formula):
                grain = _grain(self._case, self._lot, _HUNDRED / scale)
                pricing = pricing_by(formula or Formula(), weight, grain) if weight > 0 else None
                made = contest._replace(price_weight=weight * scale, pricing=pricing, beside=beside)
                if formula and (bare := bare_points(self._case, self._lot, formula, weight, question.criterion)):
                    raise bare
            else:
                made = self._by_figure(contest, formula, weight * scale)
            standing(made)
        except FormulaError as error:
            path = text_of(formula.path) if formula is not None else text_of(question.criterion.path)
            return Unassessed(self._at, str(error), (f"{path}.{error.field}",) if error.field else ())
        return made

    def _by_figure(self, contest: Contest, formula: Formula, price: Fraction) -> Contest:
        """Return a contest by one figure, quality in the unit that gives most of the recorded totals, else in the usual one."""
        weight = sum(self._weights, Fraction(0))
        if weight <= 0:
            raise FormulaError("the formula has no answer where no criterion of quality has a weight")
        tops = {ends.highest for one in self._criteria if (ends := ends_of(one))}
        # A single criterion is taken in the points of its own scale, several out of a hundred.
        units = dict.fromkeys(
            (*(tops if len(self._criteria) == 1 else ()), _HUNDRED, *(tops if len(tops) == 1 else ()), weight)
        )
        sign = -1 if lowest_wins(formula) else 1
        recorded = {one.bid: one.total for one in self._case.evaluation.totals or () if one.total is not None}
        best, most = contest, -1
        for unit in units:
            # The weights in the formula's own unit: only their proportions bear on anything else.
            own = tuple(one * unit / weight for one in self._weights)
            overall = overall_by(formula, (price, weight), unit)
            made = contest._replace(weights=own, price_weight=price * unit / weight, overall=overall)
            held = _held(made, recorded, sign)
            if held > most:
                best, most = made, held
        return best

    def _steps(self, contest: Contest) -> tuple[tuple[Fraction, ...], ...]:
        """Return what one step of one score moves: all of the panel's own, its part of a mean."""
        single = [one_step(one, self._cells, self._length) or Fraction(0) for one in self._criteria]
        if self._by_panel:
            return (tuple(single),) * len(contest.offers)
        return tuple(
            tuple(
                step / max(1, self._cells.of(self._lot, one.name, question).number)
                for question, step in zip(self._criteria, single, strict=True)
            )
            for one in contest.offers
        )


def _held(contest: Contest, recorded: dict[str | None, Decimal], sign: int) -> int:
    """Return how many recorded totals a contest gives, its own having a sign."""
    stands = standing(contest)
    return sum(
        abs(sign * total - Fraction(recorded[name])) <= half_unit(recorded[name])
        for name, total in zip(stands.names, stands.totals, strict=True)
        if name in recorded
    )


def _grain(case: Case, lot: str | None, whole: Fraction) -> Fraction:
    """Return how many times as high as their weight the points for price stand that have the declared rounding."""
    reading = reading_of(case, lot)
    return usual_grain(whole) if reading is None else reading.parts[1].grain


def _figures(bid: Bid | None) -> Figures:
    given = bid.figures or {} if bid else {}
    return tuple((name, Fraction(value)) for name, value in sorted(given.items()))
