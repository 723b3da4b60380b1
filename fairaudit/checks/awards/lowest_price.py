"""Whether a contract that goes by price alone goes to the lowest price, where nothing else says who comes first."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.text.award.ways import speaks_of_the_highest, speaks_of_the_lowest
from fairaudit.checks.awards.adjusted_prices import by_adjusted, hangs_on_adjustments
from fairaudit.checks.awards.following import awarded_bids, won
from fairaudit.checks.awards.lot_limits import NO_AWARD, places_of, still_ahead, told_limits, which_lot_unsaid
from fairaudit.checks.awards.price_alone import goes_by_price
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.prices.compared import Priced, PricedContest, priced_contests
from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere, told_out
from fairaudit.checks.scoring.compared.tax_basis import as_compared, open_tax
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import worth
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named, maybe
from fairaudit.checks.scoring.totals.award_words import (
    AWARD_METHOD,
    highest_price_wins,
    price_alone,
    said_of_award,
    unread_award_words,
    why_unread,
)
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import ADMITTED, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award, Bid
from fairaudit.procurement.model.told import tells


class Dearer(Frozen):
    """The bid that won on price alone and its price, and the bids that asked less, with the lowest of their prices."""

    contest: str
    winner: str
    price: str
    lower: tuple[str, ...]
    price_ahead: str
    whose: Verb
    stand: Verb
    may_be_out: Verb
    asked: Verb = Verb("asked less, the lowest")
    unread_words: Verb = Verb("")


@check
def awarded_to_the_lowest_price(node: Node[Award], case: Case) -> Found[Dearer]:
    """Flag an award by price alone to a bid while a valid one asked less; rankings and totals, if any, are compared elsewhere."""
    award, records = node.value, case.evaluation
    ordered = bool(records.ranking or records.totals)
    if award.status in NO_AWARD:
        return
    # A first place that is wrong already is told of there.
    first = {one.bid for one in records.ranking or () if one.rank == 1}
    bids = awarded_bids(case, award)
    if not bids and goes_by_price(case, award.lot, ordered):
        name = f"{text_of(node.path)}.bid"
        yield Unassessed(node, f"{name} is not given", (name,))
    at = award.field("bid") if award.bid is not None else node
    yield from _dearer(case, tuple(one for one in bids if one not in first), ordered, at, award)
    elsewhere = _dearer(case, tuple(one for one in bids if one in first), ordered, at, award)
    yield from (one for one in elsewhere if isinstance(one, Unassessed))


@check
def ranked_by_the_lowest_price(node: Node[Evaluation], case: Case) -> Found[Dearer]:
    """Flag a first place by price alone while a valid bid asked less, where no formula is published by which it is worked out."""
    for one in node.value.ranking or ():
        if one.rank == 1 and one.bid is not None:
            yield from _dearer(case, (one.bid,), True, one.node, None)


def _dearer(
    case: Case, bids: tuple[str, ...], ordered: bool, at: Node[object], award: Award | None
) -> Iterator[Hit[Dearer] | Unassessed]:
    """Yield what is to be said of bids that come first in contests by price alone."""
    for contest in priced_contests(case):
        own = [one for one in contest.asked if one.id in bids]
        if not own:
            continue
        by_price = goes_by_price(case, lot_of(case, own[0].lot), ordered)
        if unread := _unread_way(case, lot_of(case, own[0].lot), by_price):
            yield Unassessed(at, unread, (AWARD_METHOD,))
        if unread or not by_price:
            continue
        if contest.lacking:
            yield contest.lacking
        elif len(case.lots) > 1 and contest.lot is None:
            name = f"{text_of(own[0].path)}.lot"
            yield Unassessed(at, f"which lot {bid_called(case, own[0].id)} is for is not given", (name,))
        else:
            hits = [hit for bid in own if (hit := _judge(at, case, contest, bid, award))]
            yield from hits
            if not hits and (hangs_on := hangs_on_adjustments(case, contest, own)):
                yield hangs_on
            if not hits and unread_award_words(case):
                yield Unassessed(at, why_unread(case), (AWARD_METHOD,))
            if not hits and contest.tax.open and (tax := open_tax(case, at)):
                yield tax


def _unread_way(case: Case, lot: str | None, by_price: bool) -> str:
    """Return that words nobody understood say how a lot is won that has no criteria, or that a price may win it.

    What the lowest price wins is judged all the same where nothing speaks of a highest one; a finding quotes the words.
    """
    words = unread_award_words(case)
    if not words or price_alone(case):
        return ""
    bare = not by_price and all(worth(one) == 0 for one in leaves_for(case, lot))
    by_words = speaks_of_the_highest(words) or (not by_price and speaks_of_the_lowest(words))
    return why_unread(case) if bare or by_words else ""


def _judge(
    at: Node[object], case: Case, contest: PricedContest, bid: Bid, award: Award | None
) -> Hit[Dearer] | Unassessed | None:
    mine = {one.bid.id: one.price for one in contest.bids}[bid.id]
    # A bid that is awarded the contract as well is not passed over; in a ranking it stands in the wrong place all the same.
    winners = {one for _, one in won(case, lot_of(case, bid.lot))} if award is not None else set()
    # Where the highest is paid to the buyer, those that come before are the dearer ones.
    sign = -1 if highest_price_wins(case) else 1
    lot = lot_of(case, bid.lot)
    before = [one for one in contest.bids if sign * one.price < sign * mine]
    better = [one for one in before if one.bid.id not in winners]
    limits = still_ahead(case, (one.bid.id for one in better if one.bid.id), lot, award)
    lower = sorted((one for one in better if one.bid.id in limits), key=lambda one: sign * one.price)
    if not lower or (unsaid := which_lot_unsaid(case, at, limits)):
        return unsaid if lower else None
    explained = by_adjusted(case, contest, bid, lower)
    lower = list(explained.ahead) or lower
    out = {one.bid.id: out_elsewhere(case, one.bid.id, lot) for one in lower}
    words = (case.tender.award_method or "").strip(" .") if sign < 0 else unread_award_words(case)
    facts = Dearer(
        contest.where.removeprefix("for "),
        bid_named(case, bid),
        _shown(as_compared(case, bid)),
        tuple(bid_named(case, one.bid) for one in lower),
        _shown(lower[0].bid),
        Verb("its" if len(lower) == 1 else "their"),
        Verb("is" if len(lower) == 1 else "are"),
        Verb(f"{told_out(case, out.items())}{told_limits(case, limits)}{explained.told}"),
        _asked(sign, len(lower), len(better) < len(before)),
        said_of_award(words),
    )
    related = (
        *((one.at, "a lower price" if sign > 0 else "a higher price") for one in lower),
        *(place for places in out.values() for place in places),
        *places_of(limits),
        *explained.places,
    )
    kept_out = all(out[one.bid.id] or limits[one.bid.id or ""] is not None for one in lower)
    unsure = bool(words) or kept_out or not contest.tax.sure or _may_be_explained(case, lower, award)
    return Hit(at, facts, related, maybe(unsure), bid.id or "", severity="medium" if explained.told else None)


def _asked(sign: int, bids: int, others_won: bool) -> Verb:
    """Say that bids asked less, or offered more; where others did that were awarded something, that these were not."""
    nothing = f" and {'was' if bids == 1 else 'were'} awarded nothing" if others_won else ""
    return Verb(f"offered more{nothing}, the highest" if sign < 0 else f"asked less{nothing}, the lowest")


def _may_be_explained(case: Case, lower: list[Priced], award: Award | None) -> bool:
    """Whether something may explain it: a reason for the award, adjusted prices, bids nobody says are valid."""
    if award is not None and tells(award.reason):
        return True
    return all(one.bid.status not in ADMITTED for one in lower) or bool(case.evaluation.price_adjustments)


def _shown(bid: Bid) -> str:
    return bid.value.in_words() if bid.value else ""
