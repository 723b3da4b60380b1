"""Which prices a bid may be compared with: those of its contest, as they were bid and as they were adjusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fairaudit.analysis.formulas import measures_alone, most_beside
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.tax_basis import as_compared, tax_basis
from fairaudit.checks.scoring.compared.unlike_prices import unlike_prices, unlike_words
from fairaudit.checks.scoring.criteria.life_costs import life_cost
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_with, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import contest, mixed_round
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula
from fairaudit.procurement.model.evaluation import Score, Total
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.wanted import in_list
from fairaudit.sources.document import Path

NOT_IN = OUT | {"invited", "pending"}

Beside = frozenset[str]
"""Bids that count the other way than their status says: one that is out is compared with, one that is in is not."""
_AS_BID = 2
"""So many ways take prices as they were bid, and as many as they were adjusted."""


class Prices(Frozen):
    """A bid's price and those it may be compared with, way by way, and whether it is sure that these are all.

    `but_for_others`: nothing but bids that are not given leaves it unsure.
    """

    compared: tuple[tuple[Fraction, list[Fraction]], ...]
    sure: bool
    but_for_others: bool = True

    def settles(self, formula: Formula | None) -> bool:
        """Whether it is sure what a formula gives the price: one that looks at no other price needs none of the others."""
        return self.sure or (self.but_for_others and formula is not None and measures_alone(formula.name or ""))

    def most(self, formula: Formula, points: list[Fraction], weight: Fraction) -> Fraction | None:
        """Return the most a formula can give the price whatever other bids there were, `None` where more than they is unsure."""
        return most_beside(formula.name or "", max(points), weight) if self.but_for_others else None


def prices_of(case: Case, total: Total | Score, lot: str | None, beside: Beside = frozenset()) -> Prices | Unassessed:
    """Return a bid's price and the prices it may be compared with: as they were bid, then as they were adjusted.

    Each time those of the contest come first, then also those of bids that are out and have totals, or stand `beside`. One
    that is in the contest and stands `beside` is compared with by nobody else.
    """
    own = bid_with(case, total.bid)
    if own is None:
        lacking = in_list(case, "bids", f"bid {total.bid}")
        return Unassessed(total.node, f"the bid {total.bid} is not among the bids given", (lacking,))
    mixed = mixed_round(case, own) if lot is not None else None
    silent = [one for one in mixed.unplaced if one.status not in NOT_IN or one is own] if mixed else []
    if silent:
        # Its price may be the one that the others are compared with.
        names = tuple(f"{text_of(one.path)}.lot" for one in silent)
        reason = f"which lot {bid_called(case, silent[0].id)} is for is not given, and its price may count in lot {lot}"
        return Unassessed(total.node, reason, names)
    out = own.status in NOT_IN or own.id in beside
    others = case.once(_Compared(lot, own.round, beside, own.path if out else None))
    if isinstance(others, Unlike):
        return Unassessed(total.node, others.reason, others.missing)
    # A cheaper bid that is not given would change every price point.
    every = case.holds_all("bids") or any(one.number_of_bids == others.number for one in case.awards)
    # Which round's price counts is open for a bid that its bidder put in again.
    again = case.once(_last_rounds).get(own.bidder, "") > (own.round or "")
    own_sure = tax_basis(case, lot, own.round).sure and not again and life_cost(case, lot) is None
    own = as_compared(case, own)
    known = [amounts([own])[0]] * _AS_BID
    if shifts := case.once(adjusted):
        known += [amounts([own], shifts)[0]] * _AS_BID
    return Prices(tuple(zip(known, others.ways, strict=True)), every and own_sure, own_sure)


class Unlike(Frozen):
    """Why the prices of a contest cannot be compared, and what is missing for it."""

    reason: str
    missing: tuple[str, ...]


class Others(Frozen):
    """The prices that a bid may be compared with, way by way, and how many bids stand in its contest."""

    ways: tuple[list[Fraction], ...]
    number: int


@dataclass(frozen=True)
class _Compared:
    """The prices of a contest, which are the same for each bid in it; `besides` is one that is out itself."""

    lot: str | None
    round: str | None
    beside: Beside
    besides: Path | None

    def __call__(self, case: Case) -> Others | Unlike:
        counted = case.once(_counted).get(self.lot, set()) | self.beside
        here = [as_compared(case, one) for one in contest(case, self.lot, self.round)]
        among = {
            one.path
            for one in here
            if (one.status not in NOT_IN and one.id not in self.beside) or one.path == self.besides
        }
        rivals = [one for one in here if one.path in among]
        scored = [one for one in here if one.path in among or (one.status in NOT_IN and one.id in counted)]
        for one in scored:
            if one.value is None or one.value.amount is None:
                return Unlike(f"{text_of(one.path)}.value is not given", (f"{text_of(one.path)}.value",))
        if differ := unlike_words(scored):
            return Unlike(differ, unlike_prices(scored))
        ways = [amounts(some) for some in (rivals, scored)]
        if shifts := case.once(adjusted):
            ways += [amounts(some, shifts) for some in (rivals, scored)]
        return Others(tuple(ways), len(here))


def _last_rounds(case: Case) -> dict[str | None, str]:
    """Return the last round in which each bidder put in a bid."""
    found: dict[str | None, str] = {}
    for one in case.bids:
        found[one.bidder] = max(found.get(one.bidder, ""), one.round or "")
    return found


def adjusted(case: Case) -> dict[str, Fraction]:
    """Return by how much the prices of bids were changed before they were scored; empty where none was."""
    found: dict[str, Fraction] = {}
    for one in case.evaluation.price_adjustments or ():
        if one.bid is not None and one.amount:
            found[one.bid] = found.get(one.bid, Fraction(0)) + Fraction(one.amount)
    return found


def _counted(case: Case) -> dict[str | None, set[str | None]]:
    """Return the bids that have totals, by their lot."""
    found: dict[str | None, set[str | None]] = {}
    for one in case.evaluation.totals or ():
        found.setdefault(lot_of(case, one.bid, one.lot), set()).add(one.bid)
    return found


def amounts(bids: list[Bid], shifts: Mapping[str, Fraction] | None = None) -> list[Fraction]:
    """Return the prices of bids, changed by what they were adjusted by where that is given."""
    return [
        Fraction(one.value.amount) + (shifts or {}).get(one.id or "", Fraction(0))
        for one in bids
        if one.value and one.value.amount is not None
    ]
