"""The check of prices, and qualities, for which the published formula has no answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fairaudit.analysis.formulas import FORMULAS, FormulaError, formula_named, known_as, overall, price_points
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.contest.cells import cells_of, share_of
from fairaudit.checks.prices.compared import Priced, PricedContest, priced_contests
from fairaudit.checks.prices.fit_words import plain_number
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.evaluation_records import bid_named
from fairaudit.checks.scoring.sheets.published_average import published_scores
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of


class Unanswered(Frozen):
    """Whose bid, by which formula, and why it has no answer."""

    bid: str
    formula: str
    fault: Clause


@check
def price_has_an_answer(node: Node[Evaluation], case: Case) -> Found[Unanswered]:
    """Flag prices for which the published formula has no answer: zero or below, all of them equal, outside a band.

    Where the formula gives price and quality one figure, a recorded quality of zero is flagged too.
    """
    for one in priced_contests(case):
        formula = _formula(case, one)
        if formula is None:
            yield from _without_formula(node, case, one)
        elif one.lacking:
            yield one.lacking
        elif one.bids:
            yield from _judged(case, one, formula)


def _formula(case: Case, contest: PricedContest) -> Formula | None:
    found = {one.formula for one in leaves_for(case, contest.lot) if one.is_price and one.formula and one.formula.name}
    return next(iter(found)) if len(found) == 1 else None


def _without_formula(node: Node[Evaluation], case: Case, contest: PricedContest) -> Iterator[Unassessed]:
    priced = [one for one in leaves_for(case, contest.lot) if one.is_price]
    names = tuple(f"{text_of(one.criterion.path)}.formula" for one in priced) or ("tender.award_criteria",)
    if case.tender.award_criteria is None or priced:
        yield Unassessed(node, f"no one formula for price is given {contest.where}", names)


def _judged(case: Case, contest: PricedContest, formula: Formula) -> Iterator[Hit[Unanswered] | Unassessed]:
    name = formula.name or ""
    try:
        alone = known_as(name) in FORMULAS or formula_named(name).price_only
    except FormulaError as error:
        yield Unassessed(formula.field("name"), str(error), (f"{text_of(formula.path)}.name",))
        return
    if alone:
        faults = {id(one): _fault(formula, one.price, contest.prices) for one in contest.bids}
    else:
        faults = _faults_of_quality(case, contest, formula)
    for fault in faults.values():
        if fault is not None and fault.field:
            yield Unassessed(formula.node, str(fault), (f"{text_of(formula.path)}.{fault.field}",))
            return
    wrong = [(one, fault) for one in contest.bids if (fault := faults.get(id(one)))]
    below = [(one, fault) for one, fault in wrong if one.price <= 0]
    if below or len(wrong) < len(contest.bids):
        # A price of zero leaves the others without an answer too: it is the one to be asked about.
        for one, fault in below or wrong:
            facts = Unanswered(bid_named(case, one.bid), name, Clause(str(fault)))
            yield Hit(one.at, facts, confidence=_doubt(fault), key=one.bid.id or "")
    elif wrong:
        related = tuple((one.at, "a price") for one, _ in wrong)
        facts = Unanswered(f"The bids {contest.where}", name, Clause(str(wrong[0][1])))
        doubt = next((found for _, one in wrong if (found := _doubt(one))), None)
        yield Hit(formula.field("name"), facts, related, doubt, contest.key)


def _fault(formula: Formula, price: Fraction, prices: tuple[Fraction, ...]) -> FormulaError | None:
    try:
        price_points(formula.name or "", price, prices, Fraction(1), formula.parameters)
    except FormulaError as error:
        return error
    return None


class _DisagreementError(FormulaError):
    """Why a formula has no answer where a recorded quality and the scores it stands for do not agree that there is any."""


def _doubt(fault: FormulaError) -> str | None:
    return "possible" if isinstance(fault, _DisagreementError) else None


def _faults_of_quality(case: Case, contest: PricedContest, formula: Formula) -> dict[int, FormulaError | None]:
    """Return why a formula for price and quality has no answer for a bid alone; full quality where none is known.

    Where a quality is recorded and the scores tell another, either may be the one that is wrong: the lower one is asked about.
    """
    recorded = {one.bid: Fraction(one.quality) for one in case.evaluation.totals or () if one.quality is not None}

    def fault(one: Priced) -> FormulaError | None:
        said, scored = recorded.get(one.bid.id), _scored(case, contest.lot, one.bid.id or "")
        known = [quality for quality in (said, scored) if quality is not None]
        found = _no_figure(one, formula, min(known, default=Fraction(1)))
        if found is None or found.field or said is None or scored is None or (said > 0) == (scored > 0):
            return found
        if _no_figure(one, formula, Fraction(1)):
            return found
        scores = "the worst of their scale throughout" if scored == 0 else "better than that"
        return _DisagreementError(
            f"{found}; the quality recorded is {plain_number(said)}, while its scores are {scores}"
        )

    return {id(one): fault(one) for one in contest.bids}


def _no_figure(one: Priced, formula: Formula, quality: Fraction) -> FormulaError | None:
    """Return why a formula for price and quality gives a bid alone no figure; whether there is any quality is what matters."""
    from fairaudit.analysis.formulas.kinds import Offer

    figures = tuple((name, Fraction(value)) for name, value in sorted((one.bid.figures or {}).items()))
    offer = Offer(one.price, min(quality, Fraction(1)), figures)
    try:
        overall(formula.name or "", [offer], Fraction(50), Fraction(50), formula.parameters)
    except FormulaError as error:
        return error
    return None


def _scored(case: Case, lot: str | None, bid: str) -> Fraction | None:
    """Return none where every score of a bid for quality is the worst of its scale, one where it is not; `None` if unknown."""
    cells, leaves = case.once(cells_of), [one for one in leaves_for(case, lot) if not one.is_price]
    average = None if cells.has_panel(lot) else published_scores(case)[0]
    shares = [share_of(case, cells.of(lot, bid, one), one, False, average, bid) for one in leaves]
    if not shares or None in shares:
        return None
    return Fraction(any(shares))
