"""The check of adjustments of one kind whose amounts differ where the record itself says that they should be one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.analysis.text import holds
from fairaudit.analysis.text.sentences import sentences
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.prices.adjustments import by_kind, unplaced
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_with, plain
from fairaudit.checks.scoring.sheets.published_average import texts_on_the_award
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, PriceAdjustment
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.told import tells

_FIGURE = late_pattern(r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_EVERY = frozenset({"each", "every", "all"})
_BARE = frozenset(
    words(
        "a added adjusted adjustment adjustments all an annex are article as at be bid bids by clause clauses deducted each "
        "every for from in is item of off on out paragraph point price prices removed section subtracted taken the to under was "
        "were with"
    )
)
"""Words of a reason that name no thing: they say where the rule stands, or that a price was changed."""
_ROOM = Decimal("0.01")
"""By which share of itself an amount may be off the same part of every price, for rounding. Heuristic."""


class Unlike(Frozen):
    """An adjustment, its amounts with the bids that have each, and what the documents and the reasons say of them."""

    adjustment: str
    amounts: Clause
    said: Clause


class _Sum(Frozen):
    """What the price of a bid was changed by in one respect, and the records of that."""

    bid: str
    amount: Decimal
    records: tuple[PriceAdjustment, ...]

    @property
    def reason(self) -> str | None:
        """Why, in small letters; `None` where nothing is said."""
        said = [str(one.reason).casefold() for one in self.records if tells(one.reason)]
        return "; ".join(said) or None


@check
def adjustments_are_alike(
    node: Node[Evaluation], case: Case, *, own: tuple[str, ...], missing: tuple[str, ...], depends: tuple[str, ...]
) -> Found[Unlike]:
    """Ask about one kind of adjustment with unlike amounts, for an item that all of these bids price alike.

    Where no price of the item is given, two amounts of which one is that of several bids are asked about if all have one
    reason; where no item is named, one bid alone, if the reason names the thing. Kinds that say one of `own` follow what is
    in each bid; so do those that say one of `missing`, save where one reason is given for unlike amounts for one item that
    bids lack; what says one of `depends`, a reason of its own, or the same part of every price explains a difference. Where
    the documents publish one amount for every bid, another one without a reason of its own is a fault, once the record is
    complete.
    """
    records = node.value.price_adjustments
    if records is None:
        yield Unassessed(node, "evaluation.price_adjustments is not given", ("evaluation.price_adjustments",))
        return
    yield from unplaced(case, records)
    for (_, _, kind, item), some in by_kind(case, records).items():
        unsaid = next((one for one in some if one.amount is None), None)
        if unsaid is not None:
            name = f"{text_of(unsaid.path)}.amount"
            yield Unassessed(unsaid.node, f"{name} is not given", (name,))
        elif not holds(kind, own):
            sums = _sums(case, some)
            gap = holds(kind, missing)
            if not gap or (item is not None and _reasons_are_one(sums)):
                yield from _unlike(case, kind, item, sums, depends, gap=gap)


def _sums(case: Case, some: list[PriceAdjustment]) -> list[_Sum]:
    """Return what was changed of each bid in the contest; of some there was nothing to change."""
    found: dict[str, list[PriceAdjustment]] = {}
    for one in some:
        bid = bid_with(case, one.bid)
        if one.bid is not None and one.amount and bid is not None and bid.status not in OUT:
            found.setdefault(one.bid, []).append(one)
    return [
        _Sum(key, sum((one.amount or Decimal(0) for one in own), Decimal(0)), tuple(own)) for key, own in found.items()
    ]


def _unlike(
    case: Case, kind: str, item: str | None, sums: list[_Sum], depends: tuple[str, ...], *, gap: bool
) -> Iterator[Hit[Unlike] | Unassessed]:
    amounts = Counter(one.amount for one in sums)
    if len(amounts) < 2 or _one_part_of_every_price(case, sums):
        return
    said = _published(case, kind, item)
    main = next((one for one in amounts if said is not None and abs(one) == said), amounts.most_common(1)[0][0])
    usual = {one.reason for one in sums if one.amount == main}
    odd = [one for one in sums if one.amount != main]
    bare = [one for one in odd if one.reason is None or one.reason in usual]
    if said is None and (
        _each_by_its_own_price(case, item, sums)
        or any(holds(one.reason or kind, depends) for one in sums)
        or _in_proportion(case, sums)
    ):
        return
    by_one_reason = gap or _by_one_reason(case, item, sums)
    alike = by_one_reason or _priced_alike(case, item, sums)
    if said is None and (not alike or _parted_alike(case, sums)):
        if bare:
            yield _not_comparable(bare[0].records[0], kind)
        return
    if not bare and said is None:
        return
    shown = bare or odd
    told = [one for one in sums if one.amount == main] + shown
    sure = said is not None and bool(bare) and case.holds_all("evaluation.price_adjustments")
    called = kind if item is None else f"{kind}, {item}"
    published = "" if said is None else f", and the documents say {plain(said)} for every bid"
    reasons = "no record says why" if bare else "a reason of its own is recorded for what differs"
    reasons = "one and the same reason is recorded for all" if by_one_reason else reasons
    facts = Unlike(called, _told(case, told), Clause(f"{published}; {reasons}"))
    related = tuple((one.records[0].node, "an adjustment of the same kind") for one in told if one is not shown[0])
    yield Hit(shown[0].records[0].node, facts, related, None if sure else "possible", called)


def _not_comparable(one: PriceAdjustment, kind: str) -> Unassessed:
    """Say that unlike amounts with no reason of their own may follow from what was priced, or may not."""
    why = "no reason of its own is recorded for what differs" if tells(one.reason) else "no record says why"
    reason = f"the amounts for {kind} differ, {why}, and that all bids price it alike is not recorded"
    return Unassessed(one.node, reason, ("bids[].unit_prices", f"{text_of(one.path)}.reason (of its own)"), seen=True)


def _each_by_its_own_price(case: Case, item: str | None, sums: list[_Sum]) -> bool:
    """Whether from each bid was taken, or to each was added, just what it asks for the item."""
    if item is None:
        return False
    lists = [(bid.unit_prices or {}) if (bid := bid_with(case, one.bid)) else {} for one in sums]
    return all(prices.get(item) == abs(one.amount) for prices, one in zip(lists, sums, strict=True))


def _told(case: Case, sums: list[_Sum]) -> Clause:
    by_amount: dict[Decimal, list[str]] = {}
    for one in reversed(sums):
        by_amount.setdefault(one.amount, []).insert(0, bid_called(case, one.bid))
    return Clause(_listed([f"{plain(amount)} for {_listed(bids)}" for amount, bids in by_amount.items()]))


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _priced_alike(case: Case, item: str | None, sums: list[_Sum]) -> bool:
    """Whether all of some bids have the same price for an item."""
    if item is None:
        return False
    lists = [bid.unit_prices if (bid := bid_with(case, one.bid)) else None for one in sums]
    prices = {(one or {}).get(item) for one in lists}
    return len(prices) == 1 and None not in prices


def _by_one_reason(case: Case, item: str | None, sums: list[_Sum]) -> bool:
    """Whether there are two amounts, one of several bids, by the reason of all, and no price of the item is given.

    Two bids alone, or three amounts, may each follow from what is in a bid. Where no item is named, a reason that says more than
    where the rule stands names the thing, of which one bid alone has another amount.
    """
    amounts, reasons = Counter(one.amount for one in sums).values(), {one.reason for one in sums}
    if len(amounts) != 2 or max(amounts) < 2 or len(reasons) != 1 or None in reasons:
        return False
    if item is None:
        return min(amounts) == 1 and any(_names_a_thing(one or "") for one in reasons)
    bids = [bid_with(case, one.bid) for one in sums]
    return not any((one.unit_prices or {}).get(item) for one in bids if one)


def _reasons_are_one(sums: list[_Sum]) -> bool:
    """Whether one and the same reason is recorded for several bids."""
    return len(sums) > 1 and len({one.reason for one in sums}) == 1 and sums[0].reason is not None


def _names_a_thing(reason: str) -> bool:
    """Whether a reason says more than where the rule for an adjustment stands."""
    return any(len(one) > 1 and one.isalpha() and one not in _BARE for one in words(reason))


def _figures(case: Case, sums: list[_Sum]) -> list[list[Decimal]]:
    """Return every figure that is recorded of all of some bids, such as days or a quantity, bid by bid."""
    held = [(bid.figures or {}) if (bid := bid_with(case, one.bid)) else {} for one in sums]
    return [[one[name] for one in held] for name in held[0] if all(name in one for one in held)]


def _in_proportion(case: Case, sums: list[_Sum]) -> bool:
    """Whether the amounts are so much for each of something that is recorded of every bid."""
    return any(
        all(figures) and _are_one([one.amount / each for one, each in zip(sums, figures, strict=True)])
        for figures in _figures(case, sums)
    )


def _parted_alike(case: Case, sums: list[_Sum]) -> bool:
    """Whether bids with one amount are those with one currency, unit or figure, from which the amount may follow."""
    bids = [bid for one in sums if (bid := bid_with(case, one.bid))]
    amounts = [one.amount for one in sums]
    currencies = [one.value.currency if one.value else None for one in bids]
    # Of two bids alone nearly every figure differs, and says nothing.
    figures = _figures(case, sums) if len(sums) > 2 else []
    told: tuple[Sequence[object], ...] = (currencies, [one.unit for one in bids], *figures)
    return any(
        None not in one and len(set(one)) == len(set(amounts)) == len(set(zip(one, amounts, strict=True)))
        for one in told
    )


def _one_part_of_every_price(case: Case, sums: list[_Sum]) -> bool:
    """Whether the amounts are the same share of each price."""
    shares = []
    for one in sums:
        bid = bid_with(case, one.bid)
        price = bid.value.amount if bid is not None and bid.value is not None else None
        if not price:
            return False
        shares.append(one.amount / price)
    return _are_one(shares)


def _are_one(shares: list[Decimal]) -> bool:
    """Whether shares are the same, but for rounding."""
    return all(abs(one - shares[0]) <= _ROOM * abs(shares[0]) for one in shares)


def _published(case: Case, kind: str, item: str | None) -> Decimal | None:
    """Return the one amount that the documents give for every bid in a sentence that names the adjustment; `None` else."""
    found = set()
    for sentence in (each for text in texts_on_the_award(case) for each in sentences(text)):
        said, figures = frozenset(words(sentence)), _FIGURE.findall(sentence)
        named = any(said.issuperset(words(one)) for one in (kind, item) if one)
        if named and len(figures) == 1 and "%" not in sentence and not _EVERY.isdisjoint(said):
            found.add(Decimal(figures[0].replace(",", "").replace(" ", "")))
    return found.pop() if len(found) == 1 else None
