"""Who comes first in a contest by price alone once recorded adjustments of prices count."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.awards.following import won
from fairaudit.checks.base import Unassessed, Verb
from fairaudit.checks.prices.compared import Priced, PricedContest
from fairaudit.checks.scoring.compared.prices import adjusted
from fairaudit.checks.scoring.compared.tax_basis import as_compared
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named
from fairaudit.checks.scoring.totals.award_words import highest_price_wins
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, built, text_of
from fairaudit.procurement.model.records import Bid


class Explained(Frozen):
    """Which bids come before the first one by adjusted prices too, and in words who does by these; the adjustments."""

    ahead: tuple[Priced, ...]
    told: Verb = Verb("")
    places: tuple[tuple[Node[object], str], ...] = ()


def by_adjusted(case: Case, contest: PricedContest, bid: Bid, lower: list[Priced]) -> Explained:
    """Return what recorded adjustments say of bids that come before the first one by the prices as they were bid."""
    shifts, sign = case.once(adjusted), -1 if highest_price_wins(case) else 1
    own = next(one for one in contest.bids if one.bid.id == bid.id)
    after = {id(one): one.price + shifts.get(one.bid.id or "", 0) for one in contest.bids}
    ahead = tuple(one for one in lower if sign * after[id(one)] < sign * after[id(own)])
    moved = {one.bid.id for one in (own, *lower)} & shifts.keys()
    if ahead or not moved:
        return Explained(ahead or tuple(lower))
    nearest = min(lower, key=lambda one: sign * after[id(one)])
    figures = f"{_shown(case, own, after[id(own)])} against {_shown(case, nearest, after[id(nearest)])}"
    level = after[id(own)] == after[id(nearest)]
    stands = f"is level with {bid_called(case, nearest.bid.id)}" if level else "comes first"
    told = Verb(f"; with the recorded price adjustments {bid_called(case, bid.id)} {stands}, {figures}")
    made = (one for one in case.evaluation.price_adjustments or () if one.bid in moved and one.amount)
    return Explained((), told, tuple((one.node, "an adjustment that makes the difference") for one in made))


def _shown(case: Case, one: Priced, price: Fraction) -> str:
    value = as_compared(case, one.bid).value
    amount = Decimal(price.numerator) / Decimal(price.denominator)
    return built(Money, one.at.path, {"amount": amount, "currency": value.currency if value else None}).in_words()


def hangs_on_adjustments(case: Case, contest: PricedContest, own: list[Bid]) -> Unassessed | None:
    """Return that it hangs on recorded adjustments which price is the lowest, where by them another's is below each winner's."""
    shifts = case.once(adjusted)
    if not shifts.keys() & {one.id for one in own}:
        return None
    sign = -1 if highest_price_wins(case) else 1
    prices = {one.bid.id: sign * (one.price + shifts.get(one.bid.id or "", 0)) for one in contest.bids}
    winners = {one for _, one in won(case, lot_of(case, own[0].lot))} | {one.id for one in own}
    rest = [one for one in prices if one not in winners]
    best = min(rest, key=lambda one: prices[one], default=None)
    mine = [prices[one.id] for one in own if one.id in prices]
    if best is None or not mine or prices[best] >= min(mine):
        return None
    made = [one for one in case.evaluation.price_adjustments or () if one.bid in shifts and one.amount]
    reason = (
        f"who comes first by price {contest.where} hangs on whether the recorded price adjustments count: by the adjusted prices "
        f"{bid_called(case, best)} comes before {' and '.join(bid_named(case, one) for one in own)}"
    )
    return Unassessed(case.evaluation.node, reason, tuple(f"{text_of(one.path)}.reason" for one in made[:1]), seen=True)
