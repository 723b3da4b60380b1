"""Prices that can be set beside each other: the bids of a lot and round that ask in one currency and unit."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.compared.tax_basis import TaxBasis, as_compared, tax_basis
from fairaudit.checks.scoring.compared.unlike_prices import unlike_prices, unlike_words
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import contest, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid

_NOT_ASKED = OUT | {"invited", "pending"}


class Priced(Frozen):
    """A bid with its price."""

    bid: Bid
    price: Fraction

    @property
    def at(self) -> Node[object]:
        """Where the price stands."""
        return self.bid.field("value")


class PricedContest(Frozen):
    """The bids in the contest for a lot in a round, variants apart, or why their prices cannot be compared."""

    lot: str | None
    round: str | None
    asked: tuple[Bid, ...]
    bids: tuple[Priced, ...]
    lacking: Unassessed | None
    tax: TaxBasis = TaxBasis()
    """Whether these prices are compared with value added tax or without."""

    @property
    def prices(self) -> tuple[Fraction, ...]:
        """The prices, in the order of the case."""
        return tuple(one.price for one in self.bids)

    @property
    def above_zero(self) -> tuple[Fraction, ...]:
        """The prices that a mean or a spread is worked out of: nothing, or less, is no price that others lie near."""
        return tuple(one for one in self.prices if one > 0)

    @property
    def where(self) -> str:
        """What the contest is called as part of a sentence: `for lot 2`, `for the contract` where there is one lot."""
        what = f"for lot {self.lot}" if self.lot else "for the contract"
        return f"{what} in round {self.round}" if self.round else what

    @property
    def key(self) -> str:
        """What tells the contest apart for good."""
        return "|".join(one for one in (self.lot, self.round) if one)


def priced_contests(case: Case) -> tuple[PricedContest, ...]:
    """Return every contest of a case; bids that are out of it count nowhere here."""
    return case.once(_contests)


def _contests(case: Case) -> tuple[PricedContest, ...]:
    places = dict.fromkeys((lot_of(case, one.lot), one.round) for one in case.bids)
    return tuple(_contest(case, lot, round_) for lot, round_ in places)


def _contest(case: Case, lot: str | None, round_: str | None) -> PricedContest:
    asked = (one for one in contest(case, lot, round_) if one.status not in _NOT_ASKED and not one.variant)
    bids = [as_compared(case, one) for one in asked]
    shown = lot if len(case.lots) > 1 else None
    lacking = lacking_of(case, bids)
    found = () if lacking else tuple(map(priced, bids))
    return PricedContest(shown, round_, tuple(bids), found, lacking, tax_basis(case, lot, round_))


def lacking_of(case: Case, bids: list[Bid]) -> Unassessed | None:
    """Return why the prices of some bids cannot be set beside each other."""
    return _without_price(case, bids) or _unlike(bids)


def priced(bid: Bid) -> Priced:
    """Return a bid with its price, 0 where it has none."""
    return Priced(bid, Fraction(bid.value.amount) if bid.value and bid.value.amount is not None else Fraction(0))


def _without_price(case: Case, bids: list[Bid]) -> Unassessed | None:
    bare = [one for one in bids if one.value is None or one.value.amount is None]
    if not bare:
        return None
    names = tuple(f"{text_of(one.path)}.value" for one in bare)
    return Unassessed(bare[0].field("value"), f"the price of {bid_called(case, bare[0].id)} is not given", names)


def _unlike(bids: list[Bid]) -> Unassessed | None:
    differ = unlike_words(bids)
    return Unassessed(bids[0].field("value"), differ, unlike_prices(bids)) if differ else None
