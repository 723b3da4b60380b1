"""The check of prices, and qualities, for which the published formula has no answer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fairaudit.analysis.formulas import FORMULAS, FormulaError, formula_named, known_as, overall, price_points
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.contest.cells import cells_of, share_of
from fairaudit.checks.prices.compared import Priced, PricedContest, priced_contests
from fairaudit.checks.scoring.criteria_of_lots import leaves_for
from fairaudit.checks.scoring.evaluation_records import bid_named
from fairaudit.checks.scoring.published_average import published_scores
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node, text_of


class Unanswered(Frozen):
    """Whose bid, by which formula, and why it has no answer."""

    bid: str
    formula: str
    fault: str


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
    wrong = [(one, faults[id(one)]) for one in contest.bids if faults.get(id(one))]
    below = [(one, fault) for one, fault in wrong if one.price <= 0]
    if below or len(wrong) < len(contest.bids):
        # A price of zero leaves the others without an answer too: it is the one to be asked about.
        for one, fault in below or wrong:
            called = bid_named(case, one.bid)
            yield Hit(one.at, Unanswered(called, name, str(fault)), key=one.bid.id or "")
    elif wrong:
        related = tuple((one.at, "a price") for one, _ in wrong)
        facts = Unanswered(f"The bids {contest.where}", name, str(wrong[0][1]))
        yield Hit(formula.field("name"), facts, related, key=contest.key)


def _fault(formula: Formula, price: Fraction, prices: tuple[Fraction, ...]) -> FormulaError | None:
    try:
        price_points(formula.name or "", price, prices, Fraction(1), formula.parameters)
    except FormulaError as error:
        return error
    return None


def _faults_of_quality(case: Case, contest: PricedContest, formula: Formula) -> dict[int, FormulaError | None]:
    """Return why a formula for price and quality has no answer for a bid alone; full quality where none is recorded."""
    from fairaudit.analysis.formulas.kinds import Offer

    recorded = {one.bid: Fraction(one.quality) for one in case.evaluation.totals or () if one.quality is not None}
    scored = {one.bid.id: Fraction(0) for one in contest.bids if _scored_nothing(case, contest.lot, one.bid.id or "")}

    def fault(one: Priced) -> FormulaError | None:
        figures = tuple((name, Fraction(value)) for name, value in sorted((one.bid.figures or {}).items()))
        quality = recorded.get(one.bid.id, scored.get(one.bid.id))
        # A share or points: only whether there is any matters here.
        offer = Offer(one.price, Fraction(1) if quality is None or quality > 0 else quality, figures)
        try:
            overall(formula.name or "", [offer], Fraction(50), Fraction(50), formula.parameters)
        except FormulaError as error:
            return error
        return None

    return {id(one): fault(one) for one in contest.bids}


def _scored_nothing(case: Case, lot: str | None, bid: str) -> bool:
    """Whether every score of a bid for quality is the worst of its scale."""
    cells, leaves = case.once(cells_of), [one for one in leaves_for(case, lot) if not one.is_price]
    average = None if cells.has_panel(lot) else published_scores(case)[0]
    shares = (share_of(case, cells.of(lot, bid, one), one, False, average, bid) for one in leaves)
    return bool(leaves) and all(share == 0 for share in shares)
