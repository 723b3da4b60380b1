"""Which amounts of bids are compared where they are recorded with value added tax and without: the one place that tells it.

The words on the award name a basis, and the record is held to it. Where they name none, amounts count as they stand, or those
with tax where what is recorded follows from these alone; where it follows from neither, nobody can tell, and nothing is sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import FormulaError, half_unit, price_points, puts_lowest_first
from fairaudit.analysis.text.award_ways import HIGHEST
from fairaudit.analysis.text.award_words import award_words
from fairaudit.analysis.text.tax_words import GROSS, NET, tax_basis_said
from fairaudit.checks.scoring.criteria_of_lots import leaves_for, weights_in_full
from fairaudit.checks.scoring.criterion_tree import scored_leaves, worth
from fairaudit.checks.scoring.evaluation_records import OUT
from fairaudit.checks.scoring.evaluation_records import lot_of as lot_of_record
from fairaudit.frozen import Frozen
from fairaudit.law.tax import holds_tax
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Value
from fairaudit.procurement.criteria import Formula
from fairaudit.procurement.node import built
from fairaudit.procurement.records import Bid
from fairaudit.procurement.rivals import contest, lot_of
from fairaudit.sources.document import Path

_INCLUDED = "included"
_UNPRICED = OUT | {"invited", "pending"}


class TaxBasis(Frozen):
    """Whether the amounts with tax count in a contest; `told` whether words say so; `sure` whether anybody can tell."""

    gross: bool = False
    told: bool = False
    sure: bool = True


class _Compared(Frozen):
    """The basis of every contest, by its lot and round, and the bids whose amounts with tax count in place of their own."""

    bases: dict[tuple[str | None, str | None], TaxBasis]
    bids: dict[Path, Bid]


def tax_basis(case: Case, lot: str | None, round_: str | None) -> TaxBasis:
    """Return by which amounts the bids for a lot in a round are compared."""
    return case.once(_compared).bases.get((lot, round_), TaxBasis())


def as_compared(case: Case, bid: Bid) -> Bid:
    """Return a bid with the amount of its price that is compared."""
    return case.once(_compared).bids.get(bid.path, bid)


def told_amounts(case: Case, bid: Bid | None) -> str:
    """Return which amounts a figure comes from, as an addition to what it comes from; empty where a bid has but one."""
    value = bid.value if bid is not None else None
    if bid is None or value is None or value.amount_gross in (None, value.amount):
        return ""
    basis = tax_basis(case, lot_of(case, bid.lot), bid.round)
    kind = "with" if basis.gross else "without"
    if not basis.sure:
        return f" and the prices {kind} tax (which were compared is not said)"
    return f" and the prices {kind} tax" if basis.gross or basis.told else ""


def _compared(case: Case) -> _Compared:
    places = dict.fromkeys((lot_of(case, one.lot), one.round) for one in case.bids)
    if all(one.value is None or (not one.value.vat and one.value.amount_gross is None) for one in case.bids):
        return _Compared({}, {})
    said = tax_basis_said(_texts(case))
    bases = {place: _basis(case, said, *place) for place in places}
    gross = (one for place, basis in bases.items() if basis.gross for one in contest(case, *place))
    return _Compared(bases, {one.path: made for one in gross if (made := _with_tax(one)) is not one})


def _texts(case: Case) -> Iterator[str]:
    """Yield what the documents say of the award and of its prices."""
    yield case.tender.award_method or ""
    for one in scored_leaves(case):
        if one.is_price:
            yield from (text for part in one.lineage for text in (part.name, part.text) if text)


def _basis(case: Case, said: str, lot: str | None, round_: str | None) -> TaxBasis:
    bids = [one for one in contest(case, lot, round_) if one.value is not None and one.value.amount is not None]
    values = [one.value for one in bids if one.status not in _UNPRICED and one.value is not None]
    if said == GROSS:
        known = any(one.amount_gross is not None for one in values)
        # Without any amount with tax, those without stand in: one rate for all changes no order, but a bid may be exempt.
        return TaxBasis(known, True, known or not any(holds_tax(one) is False for one in values))
    if said == NET:
        return TaxBasis(False, True, not any(holds_tax(one) for one in values))
    rates = {one.amount_gross / one.amount if one.amount_gross and one.amount else None for one in values}
    # One rate for all changes neither an order nor a proportion.
    return TaxBasis() if None in rates or len(rates) < 2 else _by_record(case, lot, bids)


def _by_record(case: Case, lot: str | None, bids: list[Bid]) -> TaxBasis:
    """Return the amounts that what is recorded follows from: those that stand in the bids, else those with tax."""
    plain, gross = (_wrong(case, lot, some) for some in (bids, [_with_tax(one) for one in bids]))
    if gross is None or plain == frozenset():
        return TaxBasis(sure=plain is not None)
    return TaxBasis(plain is None or len(gross) < len(plain), sure=not gross or gross == plain)


def _with_tax(bid: Bid) -> Bid:
    value = bid.value
    if value is None or (value.amount_gross is None and not holds_tax(value)):
        return bid
    amount = value.amount if value.amount_gross is None else value.amount_gross
    given = {**value.__dict__, "amount": amount, "vat": _INCLUDED, "amount_gross": amount}
    return built(Bid, bid.path, {**bid.__dict__, "value": built(Value, value.path, given)})


def _wrong(case: Case, lot: str | None, bids: list[Bid]) -> frozenset[object] | None:
    """Return what is recorded of a lot and does not follow from the prices of bids; `None` where nobody can tell."""
    inside = {one.id: one.value for one in bids if one.status not in _UNPRICED}
    if len({one.vat for one in inside.values() if one}) > 1:
        return None
    prices = {one.id: Fraction(one.value.amount) for one in bids if one.value and one.value.amount is not None}
    priced = [one for one in weights_in_full(case, lot) or () if one[0].is_price]
    if not priced or _by_price_alone(case, lot):
        return _not_first(case, lot, {key: price for key, price in prices.items() if key in inside})
    question, weight = priced[0]
    points = {
        one.bid: one.price
        for one in case.evaluation.totals or ()
        if one.price is not None and one.bid in prices and lot_of_record(case, one.bid, one.lot) == lot
    }
    if len(priced) > 1 or question.formula is None or not points or weight <= 0:
        return None
    formula, whole = question.formula, sum((share for _, share in weights_in_full(case, lot) or ()), Fraction(0))
    sets = (
        [prices[one] for one in inside if one in prices],
        [prices[one] for one in {*inside, *points} if one in prices],
    )
    ways = [(others, factor) for others in sets for factor in dict.fromkeys((Fraction(1), 100 / whole, 100 / weight))]
    try:
        return min((_off(formula, points, prices, others, weight * factor) for others, factor in ways), key=len)
    except FormulaError:
        return None


def _off(
    formula: Formula,
    points: dict[str | None, Decimal],
    prices: dict[str | None, Fraction],
    others: list[Fraction],
    weight: Fraction,
) -> frozenset[object]:
    """Return the bids whose recorded points a formula does not give, each with those that it gives."""
    exact = {one: price_points(formula.name or "", prices[one], others, weight, formula.parameters) for one in points}
    # What is rounded otherwise than declared is told of elsewhere, and says nothing of tax.
    return frozenset(
        (one, exact[one]) for one, said in points.items() if abs(exact[one] - Fraction(said)) > 2 * half_unit(said)
    )


def _by_price_alone(case: Case, lot: str | None) -> bool:
    weighed = [one for one in leaves_for(case, lot) if worth(one) != 0]
    return all(one.is_price and (one.formula is None or puts_lowest_first(one.formula.name or "")) for one in weighed)


def _not_first(case: Case, lot: str | None, prices: dict[str | None, Fraction]) -> frozenset[object] | None:
    """Return the bids that are recorded as first and are not by their prices, with those that are."""
    ranked = {one.bid for one in case.evaluation.ranking or () if one.rank == 1}
    first = (ranked or {one.bid for one in case.awards}) & prices.keys()
    highest = award_words(case.tender.award_method or "", ()).way == HIGHEST
    best = (max if highest else min)(prices.values(), default=None)
    lowest = frozenset(one for one, price in prices.items() if price == best)
    return frozenset((one, lowest) for one in first if one not in lowest) if first else None
