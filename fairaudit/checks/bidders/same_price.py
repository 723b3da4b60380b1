"""The check of bids of several bidders that ask exactly the same price."""

from collections.abc import Iterator

from fairaudit.analysis.text.award.fixed_prices import fixes_the_price
from fairaudit.checks.base import Found, Hit, check, compares_bidders
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criteria.tree import scored_leaves, worth
from fairaudit.checks.scoring.sheets.published_average import texts_on_the_award
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid


class SamePrice(Frozen):
    """Who asks the same price, and which."""

    bidders: tuple[str, ...]
    price: Money


@check
@compares_bidders
def same_price(node: Node[Bid], case: Case) -> Found[SamePrice]:
    """Flag bids of several bidders for the same lot with exactly the same price, unless the documents state or fix it.

    They fix it where the value of the tender or of the lot is this price, or where their words say that it is the same for all
    and no points are given for price.
    """
    bid = node.value
    if bid.variant:
        return
    if bid.value is None or bid.value.amount is None:
        yield lacking(bid.field("value"))
        return
    same = case.once(_by_price)[_contest(case, bid), _price(bid)]
    others = {one.bidder for one in same}
    if len(others) > 1 and same[0] is bid and not _stated(case, bid):
        related = tuple((one.field("value"), "the same price") for one in same[1:])
        names = tuple(sorted({name_of(case, one) for one in same}))
        yield Hit(bid.field("value"), SamePrice(names, bid.value), related, key=lot_of(case, bid.lot) or "")


Contest = tuple[str | None, str | None]
"""A lot and a round: what bids compete for."""


def _contest(case: Case, bid: Bid) -> Contest:
    return lot_of(case, bid.lot), bid.round


def _by_price(case: Case) -> dict[tuple[Contest, tuple[object, ...]], list[Bid]]:
    """Return the bids by what they compete for and what they ask; variants are no bids of their own."""
    found: dict[tuple[Contest, tuple[object, ...]], list[Bid]] = {}
    for one in case.bids:
        if not one.variant:
            found.setdefault((_contest(case, one), _price(one)), []).append(one)
    return found


def _price(bid: Bid) -> tuple[object, ...]:
    value = bid.value
    return (None, bid.path) if value is None or value.amount is None else (value.amount, value.currency, bid.unit)


def _stated(case: Case, bid: Bid) -> bool:
    """Whether a price is the one the documents state, so that nobody could ask another."""
    stated = [case.tender.value, *case.once(_values_of_lots).get(lot_of(case, bid.lot), ())]
    if bid.value is None or bid.value.amount is None:
        return False
    if any(one is not None and one.amount == bid.value.amount for one in stated):
        return True
    if any(one.is_price and worth(one) != 0 for one in scored_leaves(case)):
        return False
    amount = bid.value.amount
    return any(fixes_the_price(one, amount) for one in _texts(case, lot_of(case, bid.lot)))


def _texts(case: Case, lot: str | None) -> Iterator[str]:
    """Return what the documents say of the award, of a lot and of what is bought for it."""
    yield from texts_on_the_award(case)
    clauses = (one for one in case.tender.specification or () if not one.lots or lot is None or lot in one.lots)
    parts = (case.tender.title, case.tender.description, *(one.text for one in clauses))
    own = (text for one in case.lots if one.id == lot for text in (one.title, one.text))
    yield from (one for one in (*parts, *own) if one)


def _values_of_lots(case: Case) -> dict[str | None, list[Money | None]]:
    found: dict[str | None, list[Money | None]] = {}
    for one in case.lots:
        found.setdefault(one.id, []).append(one.value)
    return found
