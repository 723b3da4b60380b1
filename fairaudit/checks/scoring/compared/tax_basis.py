"""Which amounts of bids are compared where they are recorded with value added tax and without: the one place that tells it.

The words on the award name a basis, and the record is held to it. Where they say nothing of tax at all, amounts count as they
stand, or those with tax where what is recorded follows from these alone; where it follows from neither, nobody can tell, and
nothing is sure. Where they speak of tax and name no basis plainly, it is open: a record that follows from one shows nothing.
It is open as well where they say nothing and another bid comes first with tax than without.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import FormulaError, half_unit, price_points
from fairaudit.analysis.text.award.tax import GROSS, NET, OPEN, tax_basis_said
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.tax_turns import (
    UNPRICED,
    by_fixed_amounts,
    by_lowest_alone,
    firsts_by_both,
    highest_wins,
    prices_by_bid,
    with_tax,
)
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import scored_leaves
from fairaudit.checks.scoring.evaluation_records import bid_called, totals_that_count
from fairaudit.checks.scoring.evaluation_records import lot_of as lot_of_record
from fairaudit.frozen import Frozen
from fairaudit.law.tax import holds_tax, tax_said
from fairaudit.procurement.bidders.rivals import contest, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Value
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.sources.document import Path

_NEARLY = Fraction(1, 10_000)
"""How far from one rate, as a share of the price, rounded amounts with tax may be. Heuristic."""


class TaxBasis(Frozen):
    """Whether the amounts with tax count in a contest; `told` whether words say so; `sure` whether anybody can tell.

    `open`: words speak of tax and do not say plainly which amounts count, or say nothing though it decides who is first, so
    that nothing passes by either. `silent` tells the second from the first. `lacking`: they say that amounts with tax count, none
    is known, and the points hang on them. `firsts` are then those who come first without
    tax and with it, where both can be told.
    """

    gross: bool = False
    told: bool = False
    sure: bool = True
    open: bool = False
    silent: bool = False
    lacking: bool = False
    firsts: tuple[frozenset[str], frozenset[str]] | None = None

    @property
    def turns(self) -> bool:
        """Whether it may hang on the amounts that count who comes first."""
        return self.open and (self.firsts is None or self.firsts[0] != self.firsts[1])

    def may_put_first(self, bid: str) -> bool:
        """Whether a bid may be the first by one of the amounts, where it is open which of them count."""
        return self.open and (self.firsts is None or bid in self.firsts[0] | self.firsts[1])


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


def open_tax(case: Case, at: Node[object]) -> Unassessed | None:
    """Return that it is open which amounts of bids are compared, where these tell bids apart; `None` where it is not."""
    return _told_open(case, at, [one for one in case.once(_compared).bases.values() if one.open])


def turning_tax(case: Case, at: Node[object]) -> Unassessed | None:
    """Return that it is open which amounts of bids are compared, where it may decide who comes first."""
    return _told_open(case, at, [one for one in case.once(_compared).bases.values() if one.turns])


def _told_open(case: Case, at: Node[object], bases: list[TaxBasis]) -> Unassessed | None:
    if not bases:
        return None
    if all(one.lacking for one in bases):
        reason = (
            "prices are compared with tax, and the amounts with tax, on which the points for price hang, are not given"
        )
        return Unassessed(at, reason, ("bids[].value.amount_gross",))
    reason = "the words on the award speak of tax and do not say plainly whether prices are compared with it or without"
    if (silent := next((one.firsts for one in bases if one.silent), None)) is not None:
        plain, gross = (" and ".join(bid_called(case, bid) for bid in sorted(one)) for one in silent)
        reason = (
            "the documents do not say whether prices are compared with tax or without, and it decides who comes first: "
            f"{plain} by the prices without tax, {gross} by those with it"
        )
    return Unassessed(at, reason, ("tender.award_method (prices are compared with VAT, or without)",))


class OtherAmounts(Frozen):
    """The amounts of bids that words on the award do not let count, by bid, and those of the bids that are not out."""

    kind: str
    counted: str
    prices: dict[str | None, Fraction]
    inside: tuple[Fraction, ...]


def other_amounts(case: Case, lot: str | None) -> OtherAmounts | None:
    """Return the amounts of the bids for a lot that do not count by plain words; `None` where not all are known."""
    bids = [one for one in case.bids if lot_of(case, one.lot) == lot]
    inside = [one for one in bids if one.status not in UNPRICED]
    bases = [tax_basis(case, lot, round_) for round_ in dict.fromkeys(one.round for one in inside)]
    if (
        len(bases) != 1
        or not bases[0].told
        or any(one.value is None or one.value.amount_gross is None for one in inside)
    ):
        return None
    gross = bases[0].gross
    kind, counted = ("without", "with") if gross else ("with", "without")
    prices, among = (prices_by_bid(some if gross else [with_tax(one) for one in some]) for some in (bids, inside))
    return OtherAmounts(kind, counted, prices, tuple(among.values()))


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
    return _Compared(bases, {one.path: made for one in gross if (made := with_tax(one)) is not one})


def _texts(case: Case) -> Iterator[str]:
    """Yield what the documents say of the award and of its prices."""
    yield case.tender.award_method or ""
    for one in scored_leaves(case):
        if one.is_price:
            yield from (text for part in one.lineage for text in (part.name, part.text) if text)


def _basis(case: Case, said: str, lot: str | None, round_: str | None) -> TaxBasis:
    bids = [one for one in contest(case, lot, round_) if one.value is not None and one.value.amount is not None]
    values = [one.value for one in bids if one.status not in UNPRICED and one.value is not None]
    if said == GROSS:
        known = any(one.amount_gross is not None for one in values)
        # Without any amount with tax, those without stand in: one rate for all changes no order, but a bid may be exempt.
        plain = not known and any(holds_tax(one) is False for one in values)
        # Points by published amounts change with any rate: what follows from prices without tax shows nothing then.
        lacking = plain and by_fixed_amounts(case, lot, bids)
        return TaxBasis(known, True, not plain, open=lacking, lacking=lacking)
    if said == NET:
        return TaxBasis(False, True, not any(holds_tax(one) for one in values))
    given = {one.amount_gross is not None for one in values}
    if given <= {False} or (_one_rate(values, exactly=said != OPEN) and not by_fixed_amounts(case, lot, bids)):
        # One rate for all changes neither an order nor a proportion; a band between two amounts it does.
        return TaxBasis()
    found = _by_record(case, lot, bids)
    firsts = firsts_by_both(case, lot, round_)
    if said != OPEN and (firsts is None or firsts[0] == firsts[1]):
        return found
    sure = found.sure and _behind_by_both(case, lot, bids)
    return found._replace(sure=sure, open=True, silent=said != OPEN, firsts=firsts)


def _one_rate(values: list[Value], exactly: bool) -> bool:
    """Whether all amounts with tax are one multiple of those without, but for rounding where it is not asked for `exactly`."""
    if any(not one.amount or one.amount_gross is None for one in values):
        return False
    known = [(Fraction(one.amount or 0), one.amount_gross) for one in values if one.amount_gross is not None]
    spare = [Fraction(0) if exactly else min(half_unit(gross), net * _NEARLY) for net, gross in known]
    ends = [
        ((Fraction(gross) - off) / net, (Fraction(gross) + off) / net)
        for (net, gross), off in zip(known, spare, strict=True)
    ]
    return max(low for low, _ in ends) <= min(high for _, high in ends)


def _by_record(case: Case, lot: str | None, bids: list[Bid]) -> TaxBasis:
    """Return the amounts that what is recorded follows from: those that stand in the bids, else those with tax."""
    plain, gross = (_wrong(case, lot, some) for some in (bids, [with_tax(one) for one in bids]))
    if gross is None or plain == frozenset():
        return TaxBasis(sure=plain == frozenset())
    sure = not gross or gross == plain or _behind_by_both(case, lot, bids)
    return TaxBasis(plain is None or len(gross) < len(plain), sure=sure)


def _behind_by_both(case: Case, lot: str | None, bids: list[Bid]) -> bool:
    """Whether by the price alone who is recorded as first comes behind the same bids by either amounts."""
    if not by_lowest_alone(case, lot) or _recorded_points(case, lot):
        return False
    inside = [one for one in bids if one.status not in UNPRICED]
    first = _recorded_first(case) & {one.id for one in inside}
    plain, gross = (prices_by_bid(some) for some in (inside, [with_tax(one) for one in inside]))
    sign = -1 if highest_wins(case) else 1
    ahead = [
        [{one for one in prices if sign * prices[one] < sign * prices[own]} for prices in (plain, gross)]
        for own in first
    ]
    return bool(ahead) and all(one and one == other for one, other in ahead)


def _wrong(case: Case, lot: str | None, bids: list[Bid]) -> frozenset[object] | None:
    """Return what is recorded of a lot and does not follow from the prices of bids; `None` where nobody can tell."""
    inside = [one for one in bids if one.status not in UNPRICED]
    if len({tax_said(one.value) for one in inside if one.value}) > 1:
        return None
    points = _wrong_points(case, lot, prices_by_bid(bids), {one.id for one in inside})
    return _not_first(case, prices_by_bid(inside)) if points is None and by_lowest_alone(case, lot) else points


def _recorded_points(case: Case, lot: str | None) -> dict[str | None, Decimal]:
    """Return the points for price that are recorded of a lot; a nought that is kept for a bid which is out is none."""
    return {
        one.bid: one.price
        for one in totals_that_count(case)
        if one.price is not None and lot_of_record(case, one.bid, one.lot) == lot
    }


def _wrong_points(
    case: Case, lot: str | None, prices: dict[str | None, Fraction], inside: set[str | None]
) -> frozenset[object] | None:
    priced = [one for one in weights_in_full(case, lot) or () if one[0].is_price]
    points = {one: said for one, said in _recorded_points(case, lot).items() if one in prices}
    if len(priced) != 1 or not points or priced[0][0].formula is None or priced[0][1] <= 0:
        return None
    scheme = _Scheme(priced[0][0].formula, priced[0][1], points, prices)
    whole = sum((share for _, share in weights_in_full(case, lot) or ()), Fraction(0))
    sets = (
        [prices[one] for one in prices if one in inside],
        [prices[one] for one in prices if one in inside | points.keys()],
    )
    units = dict.fromkeys((Fraction(1), 100 / whole, 100 / scheme.weight))
    try:
        ways = [scheme.off(others, unit) for others in sets for unit in units]
        ways += [one for others in sets if not (one := scheme.off_in_own_unit(others))]
        return min(ways, key=len)
    except FormulaError:
        return None


class _Scheme(Frozen):
    """The published formula and weight of a price, and the points that are recorded by it for some prices."""

    formula: Formula
    weight: Fraction
    points: dict[str | None, Decimal]
    prices: dict[str | None, Fraction]

    def off(self, others: list[Fraction], unit: Fraction) -> frozenset[object]:
        """Return the bids whose recorded points the formula does not give in a unit, each with those that it gives."""
        name, given = self.formula.name or "", self.formula.parameters
        exact = {one: unit * price_points(name, self.prices[one], others, self.weight, given) for one in self.points}
        # What is rounded otherwise than declared is told of elsewhere, and says nothing of tax.
        return frozenset(
            (one, exact[one])
            for one, said in self.points.items()
            if abs(exact[one] - Fraction(said)) > 2 * half_unit(said)
        )

    def off_in_own_unit(self, others: list[Fraction]) -> frozenset[object]:
        """Return what is off where points are written out of another whole, which the highest tells where it is full."""
        best = max(map(Fraction, self.points.values()))
        return self.off(others, best / self.weight) if best > self.weight else frozenset(self.points)


def _recorded_first(case: Case) -> set[str | None]:
    return {one.bid for one in case.evaluation.ranking or () if one.rank == 1} or {one.bid for one in case.awards}


def _not_first(case: Case, prices: dict[str | None, Fraction]) -> frozenset[object] | None:
    """Return the bids that are recorded as first and are not by their prices, with those that are."""
    first = _recorded_first(case) & prices.keys()
    best = (max if highest_wins(case) else min)(prices.values(), default=None)
    lowest = frozenset(one for one, price in prices.items() if price == best)
    return frozenset((one, lowest) for one in first if one not in lowest) if first else None
