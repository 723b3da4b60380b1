"""Whether the value of an award is above the price of the bid that won it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.awards.following import awarded_bids
from fairaudit.checks.awards.lot_limits import NO_AWARD
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.compared.prices import adjusted
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named, bid_with, lot_of
from fairaudit.checks.scoring.totals.award_words import highest_price_wins
from fairaudit.frozen import Frozen
from fairaudit.law.tax import holds_tax, tax_said
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Value
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award, Bid
from fairaudit.procurement.model.told import tells


class AboveTheBid(Frozen):
    """The value of an award, the bid that won it and its price, and what the record says beside them."""

    value: str
    winner: str
    price: str
    may_be: Verb


@check
def awarded_above_the_bid(node: Node[Award], case: Case) -> Found[AboveTheBid]:
    """Ask about an award whose value is above the price of the one bid that it goes to, by more than rounding.

    Not assessed where the two may not count the same: another currency, tax or period, a price for a unit, options, a
    framework, or an award that is for several lots or bids. An adjusted price is the price of the bid as well.
    """
    award = node.value
    value = award.value
    if award.status in NO_AWARD or highest_price_wins(case):
        return
    if value is None or value.amount is None:
        yield lacking(award.field("value"))
        return
    bids = awarded_bids(case, award)
    if not bids:
        yield Unassessed(node, f"{text_of(node.path)}.bid is not given", (f"{text_of(node.path)}.bid",))
        return
    bid = bid_with(case, bids[0])
    price = bid.value if bid is not None else None
    if bid is None or price is None or price.amount is None:
        name = f"{text_of(bid.path)}.value" if bid is not None else f"bids (bid {bids[0]})"
        yield Unassessed(node, f"the price of {bid_called(case, bids[0])} is not given", (name,))
        return
    figures = _alike(value, price) if bid.unit is None else None
    unlike = _spans(case, award, bids) or (_unlike(value, price, bid) if figures is None else None)
    if unlike is not None:
        yield Unassessed(node, *unlike)
    elif figures is not None:
        yield from _judged(node, case, bid, *figures)


def _judged(node: Node[Award], case: Case, bid: Bid, value: Decimal, price: Decimal) -> Iterator[Hit[AboveTheBid]]:
    shift = case.once(adjusted).get(bid.id or "", Fraction(0))
    most = max(Fraction(price), Fraction(price) + shift, *_in_other_rounds(case, bid))
    award = node.value
    if Fraction(value) <= most + half_unit(value) or award.value is None or bid.value is None:
        return
    said = []
    if shift:
        said.append("its price was adjusted, and the value is above the adjusted price too")
    if award.value.vat is None and bid.value.vat is None:
        said.append("neither says whether it counts tax")
    estimate = case.tender.value
    if estimate is not None and estimate.amount == award.value.amount:
        said.append("it is the value that was published for the whole tender")
    if tells(award.reason):
        said.append("a reason is recorded with the award")
    facts = AboveTheBid(
        award.value.in_words(),
        bid_named(case, bid),
        bid.value.in_words(),
        Verb("".join(f"; {one}" for one in said)),
    )
    yield Hit(award.field("value"), facts, ((bid.field("value"), "the price of the bid"),), key=bid.id or "")


def _in_other_rounds(case: Case, bid: Bid) -> list[Fraction]:
    """Return what the same bidder asked for the same lot in other bids: of a later round, or a variant."""
    lot = lot_of(case, bid.id, None)
    same = (one for one in case.bids if one.bidder is not None and one.bidder == bid.bidder and one.value is not None)
    alike = [
        _alike(bid.value, one.value) for one in same if bid.value and one.value and lot_of(case, one.id, one.lot) == lot
    ]
    return [Fraction(pair[1]) for pair in alike if pair is not None]


def _alike(value: Value, price: Value) -> tuple[Decimal, Decimal] | None:
    """Return two amounts that count the same: as they stand, or both with tax; `None` where there are none."""
    if value.amount is None or price.amount is None or value.currency != price.currency:
        return None
    if (value.basis, value.includes_options) != (price.basis, price.includes_options):
        return None
    taxed = holds_tax(value), holds_tax(price)
    if taxed[0] is taxed[1] and (taxed[0] is not None or tax_said(value) == tax_said(price)):
        return value.amount, price.amount
    gross = [one.amount if held else one.amount_gross for one, held in zip((value, price), taxed, strict=True)]
    return (gross[0], gross[1]) if gross[0] is not None and gross[1] is not None else None


def _spans(case: Case, award: Award, bids: tuple[str, ...]) -> tuple[str, tuple[str, ...]] | None:
    """Return why an award may be for more than one bid, and what would settle it."""
    name = text_of(award.path)
    framework = case.tender.framework
    if framework is not None and framework.set_up is not False:
        return "the value of an award of a framework may be the most that can be ordered", ("tender.framework.set_up",)
    several = len(case.lots) > 1
    if len(bids) > 1 or (several and lot_of(case, bids[0], award.lot) is None):
        return "the award may be for several lots or bids", (f"{name}.lot",)
    if sum(bids[0] in awarded_bids(case, one) for one in case.awards if one.status not in NO_AWARD) > 1:
        return f"{bid_called(case, bids[0])} is named by several awards", (f"{name}.bid",)
    return None


def _unlike(value: Value, price: Value, bid: Bid) -> tuple[str, tuple[str, ...]]:
    """Return how two amounts may count something else, and what would settle it."""
    at, other = text_of(value.path), text_of(price.path)
    if bid.unit is not None:
        return "the price of the bid is for a unit", (f"{text_of(bid.path)}.unit",)
    if value.currency != price.currency:
        return "the award and the bid do not have one currency", (f"{at}.currency", f"{other}.currency")
    for field, what in (("basis", "period"), ("includes_options", "options")):
        if getattr(value, field) != getattr(price, field):
            return f"the award and the bid may not count the same {what}", (f"{at}.{field}", f"{other}.{field}")
    return "the award and the bid may not count tax alike", (f"{at}.amount_gross", f"{other}.amount_gross")
