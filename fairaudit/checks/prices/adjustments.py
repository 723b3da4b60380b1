"""Checks of adjustments: amounts by which prices were changed before they were scored, alike for all and for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.text import holds
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_named, bid_with, lot_of, plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import contest
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, PriceAdjustment
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells


class Adjusted(Frozen):
    """A bid, by how much its price was adjusted, and of what kind the adjustment was."""

    bid: str
    amount: str
    adjustment: str


@check
def adjustments_have_a_reason(node: Node[PriceAdjustment], case: Case) -> Found[Adjusted]:
    """Flag an adjusted price without a reason, where the record is complete or what stands for a reason says none."""
    one = node.value
    if one.amount == 0:
        return
    if one.reason is None and not case.holds_all("evaluation.price_adjustments"):
        name = f"{text_of(node.path)}.reason"
        yield Unassessed(node, f"{name} is not given, and `complete` does not name evaluation", (name,))
    elif not tells(one.reason):
        kind = one.kind or "not given"
        yield Hit(node, Adjusted(bid_called(case, one.bid), _amount(one.amount), kind), key=one.bid or "")


class Uneven(Frozen):
    """Bids adjusted in one respect, and bids for the same lot that were not."""

    adjustment: str
    adjusted: tuple[str, ...]
    others: tuple[str, ...]


@check
def adjustments_are_even(
    node: Node[Evaluation],
    case: Case,
    *,
    own: tuple[str, ...],
    stated: tuple[str, ...],
    alone: tuple[str, ...],
    missing: tuple[str, ...],
) -> Found[Uneven]:
    """Flag a kind of adjustment made for some bids of a lot and not for others; an amount of 0 says it was looked at.

    Kinds that say one of `own` mend what only one bid has, such as a slip in its sums. Kinds that say one of `stated` follow
    what a bid says of its own price: a small question, and none where every reason says one of `alone`. Kinds that say one of
    `missing` make up for what a bid left without a price: asked about are the bids whose prices lack the item as well. It is
    certain where the record is complete and another bid has a price for the very item that was adjusted; else it is a question.
    """
    records = node.value.price_adjustments
    if records is None:
        yield Unassessed(node, "evaluation.price_adjustments is not given", ("evaluation.price_adjustments",))
        return
    yield from unplaced(case, records)
    for (lot, round_, kind, item), every in by_kind(case, records).items():
        some = [one for one in every if not (holds(kind, (*stated, *missing)) and holds(str(one.reason or ""), alone))]
        if not some or holds(kind, own):
            continue
        rivals = [one for one in contest(case, lot, round_) if one.status not in OUT]
        if holds(kind, missing):
            yield from _unmended(case, rivals, kind, item, some)
            continue
        for hit in _uneven(case, rivals, kind, item, some):
            yield hit._replace(confidence="possible", severity="low") if holds(kind, stated) else hit


Kind = tuple[str | None, str | None, str, str | None]
"""For which lot and round, in which respect and for which item prices were adjusted."""


def unplaced(case: Case, records: tuple[PriceAdjustment, ...]) -> Iterator[Unassessed]:
    """Say of which adjustments nobody knows whose price was changed, or in which respect."""
    for one in records:
        lacking = next((name for name in ("bid", "kind") if getattr(one, name) is None), None)
        if lacking or bid_with(case, one.bid) is None:
            name = f"{text_of(one.path)}.{lacking or 'bid'}"
            yield Unassessed(one.node, f"whose price was adjusted in which respect is not given: {name}", (name,))


_SMALL = frozenset({"of", "the", "for", "and", "a", "an", "in", "on", "at"})


def by_kind(case: Case, records: tuple[PriceAdjustment, ...]) -> dict[Kind, list[PriceAdjustment]]:
    """Return the adjustments of known bids that are of one kind, for one item and in one contest.

    A kind is one in every spelling: `site set-up`, `Site setup` and `set-up of the site`; it goes by the first.
    """
    groups: dict[Kind, list[PriceAdjustment]] = {}
    called: dict[str, str] = {}
    for one in records:
        bid = bid_with(case, one.bid)
        if one.kind is not None and bid is not None:
            said = one.kind.lower().replace("-", " ").replace("_", " ").split()
            # In whatever order, and wherever words are parted: the letters are the same.
            letters = "".join(sorted("".join(word for word in said if word not in _SMALL)))
            kind = called.setdefault(letters, " ".join(said))
            groups.setdefault((lot_of(case, one.bid, one.lot), bid.round, kind, one.item), []).append(one)
    return groups


def _uneven(
    case: Case, bids: list[Bid], kind: str, item: str | None, some: list[PriceAdjustment]
) -> Iterator[Hit[Uneven]]:
    looked = {one.bid for one in some}
    changed = [one for one in some if one.amount]
    others = [one for one in bids if one.id not in looked and _may_have(one, item)]
    if not changed or not others:
        return
    sure = case.holds_all("evaluation.price_adjustments") and all(item in (one.unit_prices or {}) for one in others)
    yield _of_others(case, others, kind, item, changed)._replace(confidence=None if sure else "possible")


def _of_others(
    case: Case, others: list[Bid], kind: str, item: str | None, changed: list[PriceAdjustment]
) -> Hit[Uneven]:
    called = kind if item is None else f"{kind}, {item}"
    facts = Uneven(
        called, tuple(bid_called(case, one.bid) for one in changed), tuple(bid_named(case, one) for one in others)
    )
    related = tuple((one.node, "an adjustment of the same kind") for one in changed[1:])
    return Hit(changed[0].node, facts, related, confidence="possible", key=called)


def _unmended(
    case: Case, bids: list[Bid], kind: str, item: str | None, some: list[PriceAdjustment]
) -> Iterator[Hit[Uneven] | Unassessed]:
    """Ask about bids whose prices lack an item, too, for which another was adjusted; where no prices are given, say that."""
    looked = {one.bid for one in some}
    changed = [one for one in some if one.amount]
    others = [one for one in bids if one.id not in looked] if changed else []
    lacking = [
        one for one in others if item is not None and one.unit_prices is not None and item not in one.unit_prices
    ]
    if lacking:
        yield _of_others(case, lacking, kind, item, changed)
    unknown = [one for one in others if item is None or one.unit_prices is None]
    if unknown:
        names = ", ".join(bid_named(case, one) for one in unknown)
        reason = f"whether the other bids ({names}) priced {item or 'what was missing'} is not recorded"
        wanted = f"{text_of(changed[0].path)}.item" if item is None else f"{text_of(unknown[0].path)}.unit_prices"
        yield Unassessed(changed[0].node, reason, (wanted,))


def _may_have(bid: Bid, item: str | None) -> bool:
    """Whether a bid may hold what was adjusted in another: a list of unit prices without the item says that it does not."""
    return item is None or bid.unit_prices is None or item in bid.unit_prices


def _amount(amount: Decimal | None) -> str:
    return plain(amount) if amount is not None else "an amount that is not given"
