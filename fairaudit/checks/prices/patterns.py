"""Checks of patterns in prices: how they lie to each other, and unit prices that keep one ratio. Patterns prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from math import fsum
from typing import TYPE_CHECKING

from fairaudit.analysis.formulas import half_unit, rounded
from fairaudit.analysis.text.award.one_percentage import one_percentage_said
from fairaudit.checks.base import Clause, Found, Hit, Tabled, Unassessed, check
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.prices.compared import PricedContest, priced_contests
from fairaudit.checks.prices.reference import called, comparable
from fairaudit.checks.scoring.evaluation_records import OUT
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid

if TYPE_CHECKING:
    from fairaudit.analysis.screens import PriceList, Ratio, Screen

_DIGITS, _LEAST = 6, 3
"""Two prices have a distance, and nothing else to describe."""


class Described(Frozen):
    """How many prices lie how close, beside how many comparable contests, and which share of those lies as close."""

    where: str
    bids: int
    variation: Decimal
    reference: int
    matched: int
    share: Decimal
    left_out: Clause = Clause("")


class Unused(Frozen):
    """Contests given as comparable that nothing can be set beside, of how many."""

    reference: int
    unused: tuple[str, ...]


class Near(Frozen):
    """Pairs of bidders whose prices are nearly the same."""

    pairs: tuple[str, ...]


@check
def prices_nearly_equal(
    node: Node[Evaluation], case: Case, *, within: Decimal
) -> Iterator[Hit[Near] | Unassessed | Tabled]:
    """Name bidders whose prices differ by at most `within` per cent and are not equal; describe how all prices lie.

    The description is set beside the contests with as many bids that the case gives as comparable. Equal prices are the
    business of `same-price`. Contests that could not be compared with are named.
    """
    described = False
    for one in priced_contests(case):
        if one.lacking:
            yield one.lacking
            continue
        above = min(one.prices, default=Fraction(0)) > 0
        if len(one.bids) < _LEAST or not above:
            zero = Decimal(0)
            # A price of zero or below leaves most figures without an answer, however many prices there are.
            kind = "too-few" if above or not one.bids else "not-above-zero"
            yield Tabled(node, Measurement(kind, Described(one.where, len(one.bids), zero, 0, 0, zero)))
        else:
            described = True
            yield _described(node, case, one)
        if above:
            yield from _near(case, one, Fraction(within) / 100)
    if described:
        yield from _unused(node, case)


def _unused(node: Node[Evaluation], case: Case) -> Iterator[Tabled]:
    """Yield which comparable contests are left out, by why they are, each with the place where it stands."""
    found = comparable(case)
    for kind, some in found.left_out.items():
        yield Tabled(node, Measurement(kind, Unused(found.given, tuple(called(case, one) for one in some))))


def _near(case: Case, contest: PricedContest, within: Fraction) -> Iterator[Hit[Near]]:
    order = sorted(contest.prices)
    if not any(0 < second - first <= within * first for first, second in pairwise(order)):
        # Where no price is near the next above it, none is near any.
        return
    from fairaudit.analysis.screens import nearly_identical

    bids = [one.bid for one in contest.bids]
    pairs = [(bids[one], bids[other]) for one, other in nearly_identical(contest.prices, within)]
    # Two bids of one bidder are no pattern between rivals.
    pairs = [(one, other) for one, other in pairs if one.bidder is None or one.bidder != other.bidder]
    if pairs:
        named = tuple(Clause(f"{name_of(case, one)} with {name_of(case, other)}") for one, other in pairs)
        nodes = {one.path: one for pair in pairs for one in pair}
        first, *others = sorted(nodes.values(), key=lambda one: [str(step).zfill(9) for step in one.path])
        related = tuple((one.field("value"), "nearly the same price") for one in others)
        yield Hit(first.field("value"), Near(named), related, key=contest.key)


def _described(node: Node[Evaluation], case: Case, contest: PricedContest) -> Tabled:
    from fairaudit.analysis.screens import SCREENS, ScreenError, rank_share, round_share, variation

    given = comparable(case)
    alike = [prices for prices in given.prices if len(prices) == len(contest.bids)]
    rows: list[tuple[str, Decimal, Decimal | None, int]] = []
    for screen in SCREENS:
        try:
            figure = screen.of(contest.prices)
        except ScreenError:
            continue
        others = _figures(screen, alike)
        if screen.name == "CV":
            others += [share for bids, share in given.variations if bids == len(contest.bids)]
        rows.append(
            (screen.name, significant(figure), significant(rank_share(figure, others)) if others else None, len(others))
        )
    unit = Fraction(10) ** (len(str(int(min(contest.prices)))) - 2)
    rows.append(("ROUND", significant(round_share(contest.prices, unit)), None, 0))
    share, matched = next(((one[2], one[3]) for one in rows if one[0] == "CV"), (None, 0))
    table = Table("price-screens", ("screen", "figure", "share_at_most", "matched"), tuple(rows), contest.lot or "")
    count = given.given
    percent = rounded(100 * variation(contest.prices), 2)
    kind = "compared" if matched else "unmatched" if count else "described"
    told = rounded(100 * Fraction(share), 0) if share is not None else Decimal(0)
    less = (
        f"; {given.unused} of the {count} given {'is' if given.unused == 1 else 'are'} left out" if given.unused else ""
    )
    facts = Described(contest.where, len(contest.bids), percent, count, matched, told, Clause(less))
    return Tabled(node, Measurement(kind, facts, (table,)))


def _figures(screen: Screen, groups: list[tuple[Fraction, ...]]) -> list[Fraction]:
    from fairaudit.analysis.screens import ScreenError

    found: list[Fraction] = []
    for prices in groups:
        try:
            found.append(screen.of(prices))
        except ScreenError:
            continue
    return found


def significant(value: Fraction) -> Decimal:
    """Return a figure with six significant digits, as reports show it."""
    if value == 0:
        return Decimal(0)
    places = _DIGITS
    whole = abs(value)
    while whole >= 1 and places > 0:
        whole, places = whole / 10, places - 1
    while whole and whole < Fraction(1, 10) and places < 30:
        whole, places = whole * 10, places + 1
    return rounded(value, places).normalize() + 0


class InRatio(Frozen):
    """Bidders whose unit prices keep one ratio to those of the cheapest, for how many items, among how many all priced."""

    bidders: tuple[str, ...]
    first: str
    ratios: tuple[str, ...]
    items: int
    common: int


class Kept(Frozen):
    """A ratio that two bids keep, the cheaper first, as places among the bids that have unit prices."""

    first: int
    second: int
    ratio: Ratio


@check
def unit_prices_keep_a_ratio(node: Node[Evaluation], case: Case, *, at_least: Decimal, items: int) -> Found[InRatio]:
    """Name bidders of whose common items `at_least` per cent are priced in one ratio, where they have `items` or more.

    Ratios are told as far as the rounding of both lists lets them be told. Several bids that keep a ratio to
    the cheapest of them for the same items are one pattern. Where the award method asks for one percentage on a published
    list of prices, one ratio is what was asked for.
    """
    if said := one_percentage_said(case.tender.award_method or ""):
        yield Unassessed(node, f"the documents ask for one ratio: “{said}”")
        return
    bids = [one for one in case.bids if one.status not in OUT and not one.variant]
    listed = [one for one in bids if one.unit_prices]
    if not listed and case.holds_all("bids"):
        # Whoever says that the bids are all there has bids without unit prices.
        return
    if len(listed) < 2:
        names = tuple(f"{text_of(one.path)}.unit_prices" for one in bids if not one.unit_prices)[:1] or ("bids",)
        yield Unassessed(node, "no two bids have unit prices", names)
        return
    lists = [_listed(one) for one in listed]
    kept: dict[frozenset[int], Kept] = {}
    for first, second in combinations(range(len(listed)), 2):
        one, other = listed[first], listed[second]
        rivals = lot_of(case, one.lot) == lot_of(case, other.lot) and one.round == other.round
        if rivals and (one.bidder is None or one.bidder != other.bidder):
            found = _in_ratio(lists, first, second, Fraction(at_least) / 100, items)
            if found is not None:
                kept[frozenset((first, second))] = found
    for group in _groups(lists, kept, Fraction(at_least) / 100, items):
        yield _one_pattern(case, [listed[at] for at in group.bids], group)


def _listed(bid: Bid) -> PriceList:
    from fairaudit.analysis.screens import PriceList

    given = bid.unit_prices or {}
    rooms = {item: half_unit(one) for item, one in given.items()}
    return PriceList.of({item: Fraction(one) for item, one in given.items()}, rooms)


def _dearer(one: PriceList, other: PriceList) -> bool:
    """Whether the items that both priced cost more together in the first list."""
    common = [item for item in one.near if item in other.near]
    return fsum(one.near[item][0] for item in common) > fsum(other.near[item][0] for item in common)


def _in_ratio(lists: list[PriceList], first: int, second: int, share: Fraction, items: int) -> Kept | None:
    from fairaudit.analysis.screens import ScreenError, constant_ratio

    # The dearer is told by the cheaper, so that the order of the bids changes nothing.
    if _dearer(lists[first], lists[second]):
        first, second = second, first
    one, other = lists[first], lists[second]
    if min(len(one.prices), len(other.prices)) < items:
        return None
    try:
        found = constant_ratio(one, other, share)
    except ScreenError:
        return None
    return None if found is None or found.of < items else Kept(first, second, found)


class Group(Frozen):
    """Bids that keep a ratio to the cheapest, which is the first; those ratios, and for which items of how many."""

    bids: tuple[int, ...]
    ratios: tuple[Fraction, ...]
    items: frozenset[str]
    common: frozenset[str]


def _groups(lists: list[PriceList], kept: dict[frozenset[int], Kept], share: Fraction, items: int) -> Iterator[Group]:
    """Yield groups until every two bids that keep a ratio are in one; those that ask less are told first."""
    told: set[frozenset[int]] = set()
    beneath = {at: sum(one.second == at for one in kept.values()) for at in range(len(lists))}
    for pair, one in sorted(kept.items(), key=lambda each: (beneath[each[1].first], sorted(each[0]))):
        if pair in told:
            continue
        group = _group(lists, [one])
        grown = [one]
        for other in kept.values():
            if other.first == one.first and other.second not in group.bids:
                wider = _group(lists, [*grown, other])
                if len(wider.common) >= items and len(wider.items) >= share * len(wider.common):
                    group, grown = wider, [*grown, other]
        told |= {frozenset(two) for two in combinations(group.bids, 2)}
        yield group


def _group(lists: list[PriceList], kept: list[Kept]) -> Group:
    order = sorted(kept, key=lambda one: one.second)
    bids = (order[0].first, *(one.second for one in order))
    items = frozenset.intersection(*(frozenset(one.ratio.items) for one in order))
    common = frozenset.intersection(*(frozenset(lists[at].prices) for at in bids))
    return Group(bids, tuple(one.ratio.ratio for one in order), items, common)


def _one_pattern(case: Case, bids: list[Bid], group: Group) -> Hit[InRatio]:
    first, second, *others = bids
    names = [name_of(case, one) for one in bids]
    ratios = tuple(f"{name} asks {significant(ratio):f}" for name, ratio in zip(names[1:], group.ratios, strict=True))
    facts = InRatio(tuple(names), names[0], ratios, len(group.items), len(group.common))
    related = tuple((one.field("unit_prices"), "the other prices") for one in (first, *others))
    key = "|".join(str(one.id) for one in bids)
    return Hit(second.field("unit_prices"), facts, related, key=key)
