"""Who comes first by prices with value added tax, and who by those without: whether it hangs on which are compared."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.analysis.formulas import FormulaError, price_points, puts_lowest_first, rounded
from fairaudit.analysis.text.award.ways import HIGHEST
from fairaudit.analysis.text.award.words import award_words
from fairaudit.checks.scoring.criteria.of_lots import leaves_for, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, worth
from fairaudit.checks.scoring.evaluation_records import OUT, totals_that_count
from fairaudit.law.tax import holds_tax, tax_said
from fairaudit.procurement.bidders.rivals import contest
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Value
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import built
from fairaudit.procurement.model.records import Bid

_INCLUDED = "included"
_ANY_RATE = Fraction(6, 5)
UNPRICED = OUT | {"invited", "pending"}


def with_tax(bid: Bid) -> Bid:
    """Return a bid with its amount with tax in place of its own; as it stands where that is not known."""
    value = bid.value
    if value is None or (value.amount_gross is None and not holds_tax(value)):
        return bid
    amount = value.amount if value.amount_gross is None else value.amount_gross
    given = {**value.__dict__, "amount": amount, "vat": _INCLUDED, "amount_gross": amount}
    return built(Bid, bid.path, {**bid.__dict__, "value": built(Value, value.path, given)})


def prices_by_bid(bids: list[Bid]) -> dict[str | None, Fraction]:
    """Return the amounts of bids that have one."""
    return {one.id: Fraction(one.value.amount) for one in bids if one.value and one.value.amount is not None}


def by_lowest_alone(case: Case, lot: str | None) -> bool:
    """Whether nothing but the price orders the bids for a lot."""
    weighed = [one for one in leaves_for(case, lot) if worth(one) != 0]
    return all(one.is_price and (one.formula is None or puts_lowest_first(one.formula.name or "")) for one in weighed)


def highest_wins(case: Case) -> bool:
    """Whether by the words on the award the highest price wins."""
    return award_words(case.tender.award_method or "", ()).way == HIGHEST


def by_fixed_amounts(case: Case, lot: str | None, bids: list[Bid]) -> bool:
    """Whether the points for price of a lot change where all prices rise alike, since the formula names amounts."""
    formulas = [(one.formula, weight) for one, weight in weights_in_full(case, lot) or () if one.is_price]
    prices = prices_by_bid([one for one in bids if one.status not in UNPRICED])
    dearer = {one: price * _ANY_RATE for one, price in prices.items()}
    try:
        return any(
            _points(formula, bid, prices, weight) != _points(formula, bid, dearer, weight)
            for formula, weight in formulas
            if formula is not None
            for bid in prices
        )
    except FormulaError:
        return False


def firsts_by_both(case: Case, lot: str | None, round_: str | None) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return who comes first by the prices without tax and by those with it; `None` where either cannot be told."""
    inside = [one for one in contest(case, lot, round_) if one.status not in UNPRICED]
    values = [one.value for one in inside if one.value is not None]
    if len(values) < len(inside) or any(None in (one.amount, one.amount_gross) for one in values):
        return None
    if len({(one.value.currency, tax_said(one.value), one.unit) for one in inside if one.value}) > 1:
        return None
    plain, gross = (_first(case, lot, prices_by_bid(some)) for some in (inside, [with_tax(one) for one in inside]))
    return (plain, gross) if plain and gross else None


def _first(case: Case, lot: str | None, prices: dict[str | None, Fraction]) -> frozenset[str]:
    """Return who comes first by what is recorded of quality and by prices; nobody where that cannot be told."""
    if by_lowest_alone(case, lot):
        sign = 1 if highest_wins(case) else -1
        return _best({bid: sign * price for bid, price in prices.items()})
    shares = weights_in_full(case, lot) or ()
    priced = [one for one in shares if one[0].is_price]
    formula = priced[0][0].formula if len(priced) == 1 else None
    if formula is None or case.evaluation.price_adjustments:
        return frozenset()
    quality = _by_scores(case, [one for one in shares if not one[0].is_price]) or _by_totals(case, shares)
    if not prices.keys() <= quality.keys():
        return frozenset()
    try:
        return _best({one: quality[one] + _points(formula, one, prices, priced[0][1]) for one in prices})
    except FormulaError:
        return frozenset()


def _points(formula: Formula, bid: str | None, prices: dict[str | None, Fraction], weight: Fraction) -> Fraction:
    exact = price_points(formula.name or "", prices[bid], list(prices.values()), weight, formula.parameters)
    if formula.rounding is None or formula.rounding.to_places is None:
        return exact
    return Fraction(rounded(exact, formula.rounding.to_places, formula.rounding.mode or "half-up"))


def _best(of: dict[str | None, Fraction]) -> frozenset[str]:
    return frozenset(bid for bid, points in of.items() if bid is not None and points == max(of.values()))


def _by_scores(case: Case, shares: list[tuple[Question, Fraction]]) -> dict[str | None, Fraction]:
    """Return the points for quality by the agreed scores of bids that have one by every criterion; of scales from 0 alone."""
    found: dict[str | None, dict[str | None, Fraction]] = {}
    for question, weight in shares:
        scale = question.criterion.scale
        if scale is None or scale.minimum != 0 or not scale.maximum:
            return {}
        for one in case.evaluation.consensus or ():
            if one.criterion == question.criterion.id and one.score is not None:
                share = weight * Fraction(one.score) / Fraction(scale.maximum)
                found.setdefault(one.bid, {})[one.criterion] = share
    return {bid: sum(points.values(), Fraction(0)) for bid, points in found.items() if len(points) == len(shares)}


def _by_totals(case: Case, shares: Sequence[tuple[Question, Fraction]]) -> dict[str | None, Fraction]:
    """Return the points for quality that are recorded; nothing where they are out of more than the weights."""
    most = sum((weight for one, weight in shares if not one.is_price), Fraction(0))
    found = {one.bid: Fraction(one.quality) for one in totals_that_count(case) if one.quality is not None}
    return found if all(points <= most for points in found.values()) else {}
