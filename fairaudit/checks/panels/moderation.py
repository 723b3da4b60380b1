"""What moderation did: who led by the individual scores and who leads by the panel's, and whether one bid was moved apart."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import Sheet, agreed_off_scale, agreed_sheets, missing, untested
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.wanted import in_list

if TYPE_CHECKING:
    from fairaudit.analysis.panels.moves import Direction
    from fairaudit.checks.measurement import Cell, Table
    from fairaudit.checks.panels.same_people import Absence

_LEVEL, _LEAST_BIDS = Fraction(5, 100), 3
_MOVES_SHUFFLED, _LEAST_DRAWN = 6_000_000, 999
"""Moves that are given other places for one lot, and orders drawn at least, unless more are needed to get below the level: limits
of ours on work, felt from six hundred moves on."""
_MORE_MOVED = ("evaluation.consensus (of more bids and moved scores)",)


class Overturned(Frozen):
    """Who led by the individual scores, and who leads by the panel's, with what is counted.

    `alike` says, as an addition, whose scores alone are compared where not the same people scored the bids; `averages` which
    averages of the individual scores stand before moderation.
    """

    lot: str
    led_before: tuple[str, ...]
    led_after: tuple[str, ...]
    counting: str
    alike: str
    averages: str = "means"


class Moved(Frozen):
    """Of a lot: who leads before and after moderation, how many scores were compared and moved, and what is counted.

    `alike` says, as an addition, that not the same people scored all bids.
    """

    lot: str
    compared: int
    moved: int
    led_before: tuple[str, ...]
    led_after: tuple[str, ...]
    counting: str
    alike: str
    average: str = "mean"


@check
def leader_before_and_after_moderation(
    node: Node[Evaluation], case: Case
) -> Iterator[Hit[Overturned] | Unassessed | Tabled]:
    """Name a lot that another bid leads by the panel's scores than by the means of its members', before any reason is asked.

    Where the documents publish another average, or how it is rounded, that takes the place of the means. Where price counts
    and its points are neither recorded nor can be worked out, quality alone does not say who leads.
    """
    from fairaudit.checks.measurement import Measurement
    from fairaudit.checks.panels.published_way import as_published, average_called, not_understood
    from fairaudit.checks.panels.same_people import on_their_scales
    from fairaudit.checks.panels.sharing import NOT_TOLD, as_counted, unshared
    from fairaudit.checks.panels.tables import price_points_of, unpriced

    yield from _missing(node, case)
    for sheet, *others in (as_counted(case, on_their_scales(one)) for one in _moderated(case)):
        found = _both(case, sheet)
        if found is None:
            published = as_published(case, sheet)
            facts = Moved(sheet.called, *_counts(published), (), (), "", "", average_called(case, sheet))
            yield Tabled(node, Measurement("not-known", facts))
            why = f"in {sheet.called} some bids lack scores, so that who leads before or after is not known"
            yield Unassessed(node, why, ("evaluation.individual and evaluation.consensus (of every bid)",))
            continue
        facts, table, places = found
        yield Tabled(node, Measurement("compared", facts, (table,)))
        if any((other := _both(case, one)) and other[2] != places for one in others):
            yield Unassessed(node, unshared(sheet), NOT_TOLD)
            continue
        if not set(places[0]) & set(places[1]):
            if unread := not_understood(case, sheet, node):
                yield unread
                continue
            if not price_points_of(case, sheet).in_full:
                yield Unassessed(node, unpriced(sheet), ("evaluation.totals",))
                continue
            yield from _overturned(node, case, sheet, facts, places)


def _overturned(
    node: Node[Evaluation], case: Case, sheet: Sheet, facts: Moved, places: tuple[tuple[int, ...], tuple[int, ...]]
) -> Iterator[Hit[Overturned] | Unassessed]:
    """Return the finding where the same people scored the bids that lead; else ask, by the scores of those who scored all.

    Nothing is said of moderation by scores that are lacking, and neither the allocation nor a recusal accounts for.
    """
    from fairaudit.checks.panels.published_way import averages_called
    from fairaudit.checks.panels.same_people import absences, absences_called, is_declared
    from fairaudit.checks.panels.sharing import as_counted

    bids = tuple(sorted(places[0] + places[1]))
    led, alike, absent = facts.led_before, "", absences(sheet, bids)
    if absent:
        ways = {_led_alike(case, one, bids, absent) for one in as_counted(case, sheet._replace(floors=()))}
        first = ways.pop() if len(ways) == 1 else None
        if first is None or not all(is_declared(case, sheet, one) for one in absent):
            lacking = absences_called(case, sheet, absent)
            names = (
                in_list(case, "evaluation.individual", lacking),
                *(() if node.value.allocation else ("evaluation.allocation",)),
            )
            yield Unassessed(node, _unlike(facts, lacking), names)
            return
        if set(first) & set(places[1]):
            return
        led = tuple(bid_called(case, sheet.bids[one]) for one in first)
        alike = "; only those are compared who scored all of these bids on a criterion"
    overturned = Overturned(sheet.called, led, facts.led_after, facts.counting, alike, averages_called(facts.average))
    at, *others = [score.node for (bid, _), score in sheet.agreed.items() if bid in bids]
    related = tuple((one, "another score of these bids") for one in others)
    # Moderation may change who leads: with a reason for every score that carries it, that is a thing to read and no fault.
    explained = _explained(case, sheet, bids)
    asked = maybe(bool(absent) or explained)
    yield Hit(at, overturned, related, asked, sheet.lot or "", "low" if explained else None)


def _explained(case: Case, sheet: Sheet, bids: tuple[int, ...]) -> bool:
    """Whether a reason is recorded for every score of some bids that moderation moved."""
    from fairaudit.checks.panels.published_way import as_published
    from fairaudit.checks.scoring.sheets.reasons_given import gives_a_reason

    moved = [cell for cell, (move, _) in _moves(as_published(case, sheet)).items() if move != 0 and cell[0] in bids]
    return bool(moved) and all(gives_a_reason(case, sheet.agreed[cell]) for cell in moved)


def _led_alike(case: Case, sheet: Sheet, bids: tuple[int, ...], absent: "list[Absence]") -> tuple[int, ...] | None:
    """Return which of some bids lead by the scores of those who scored all of them; `None` where a question has none such."""
    from fairaudit.analysis.panels.leaders import leaders
    from fairaudit.checks.panels.published_way import as_published
    from fairaudit.checks.panels.same_people import of_the_same_people
    from fairaudit.checks.panels.tables import price_points_of, totals_of

    quality, prices = (
        totals_of(as_published(case, of_the_same_people(sheet, absent))),
        price_points_of(case, sheet).prices,
    )
    totals = [quality[one] if quality else None for one in bids]
    known = [one + prices[bid] for one, bid in zip(totals, bids, strict=True) if one is not None]
    return tuple(bids[at] for at in leaders(known)) if len(known) == len(bids) else None


def _unlike(facts: Moved, lacking: str) -> str:
    return (
        f"in {facts.lot}, {' and '.join(facts.led_before)} leads by the means of the individual scores and"
        f" {' and '.join(facts.led_after)} by the panel's scores, but not the same people scored these bids, so that the means"
        f" say nothing of moderation; a score is lacking, not read, off its scale or given twice: {lacking}"
    )


def _missing(node: Node[Evaluation], case: Case) -> Iterator[Unassessed]:
    yield from (*missing(node, case, weights=True), *agreed_off_scale(case))
    if node.value.consensus is None:
        yield Unassessed(node, "evaluation.consensus is not given", ("evaluation.consensus",))


def _moderated(case: Case) -> list[Sheet]:
    return [one for one in agreed_sheets(case) if one.weights is not None and one.panel]


def _moves(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each bid and question the panel's score less the mean of its members', in units, over how many these are."""
    cells = sheet.cells
    return {
        cell: (number * len(given) - sum(given.values()), len(given))
        for cell, number in sheet.panel.items()
        if (given := cells.get(cell))
    }


def _counts(sheet: Sheet) -> tuple[int, int]:
    moves = _moves(sheet)
    return len(moves), sum(move != 0 for move, _ in moves.values())


def _both(case: Case, sheet: Sheet) -> "tuple[Moved, Table, tuple[tuple[int, ...], tuple[int, ...]]] | None":
    """Return who leads before and after, the table of totals, and the places of both; `None` where a total lacks a score."""
    from fairaudit.analysis.panels.leaders import leaders, ranks
    from fairaudit.checks.measurement import Table
    from fairaudit.checks.panels.leading import with_prices
    from fairaudit.checks.panels.published_way import as_published, average_called
    from fairaudit.checks.panels.same_people import absences
    from fairaudit.checks.panels.tables import decimal_of, panel_totals, price_points_of, totals_of

    counted = price_points_of(case, sheet)
    published = as_published(case, sheet)
    before, after = with_prices(totals_of(published), counted), with_prices(panel_totals(published), counted)
    if before is None or after is None:
        return None
    if not any(counted.prices):
        whole = sum(sheet.weights or (), Fraction(0))
        before, after = ([one * 100 / whole for one in each] for each in (before, after))
    bids = [bid_called(case, one) for one in sheet.bids]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (bid, decimal_of(first, 2), decimal_of(second, 2), one, other)
        for bid, first, second, one, other in zip(bids, before, after, ranks(before), ranks(after), strict=True)
    )
    places = (leaders(before), leaders(after))
    first, second = (tuple(bids[at] for at in each) for each in places)
    columns: tuple[str, ...] = ("bidder", "individual", "panel", "rank_before", "rank_after")
    if not counted.in_full:
        # The figures are no totals then, which a picture or a file must not call them.
        columns, rows = (*columns, "counting"), tuple((*row, "quality alone, of 100") for row in rows)
    table = Table("moves", columns, rows, sheet.table_lot)
    others = absences(sheet, tuple(range(len(sheet.bids))))
    alike = "; not the same people scored all bids, so that who is mild counts as well" if others else ""
    called = average_called(case, sheet)
    return Moved(sheet.called, *_counts(published), first, second, counted.said, alike, called), table, places


class OneWay(Frozen):
    """A bid that moderation moved otherwise than the others: by how much, and how likely that is."""

    lot: str
    bid: str
    departure: str
    p: Decimal
    tests: int


class Directed(Frozen):
    """The test of a lot: how many scores were moved, the bid that was moved most apart, by how much, p-values, and power."""

    lot: str
    compared: int
    moved: int
    bid: str
    departure: str
    p: Decimal
    adjusted: Decimal
    tests: int
    orders: str
    power: Decimal
    simulated: str
    average: str = "mean"


@check
def moderation_moves_one_bid_apart(node: Node[Evaluation], case: Case) -> Iterator[Hit[OneWay] | Unassessed | Tabled]:
    """Name the bid that moderation moved most otherwise than the others where reshuffled moves hardly ever do as much.

    Moves are weighed, and reshuffled among bids within each criterion; Holm adjusts for the lots. Below three bids or six
    moved scores nothing is tested. Where a score is off its scale only what would be found with it on its scale is found.
    """
    from fairaudit.checks.measurement import Measurement
    from fairaudit.checks.panels.published_way import average_called, not_understood
    from fairaudit.checks.panels.slips import mended

    yield from _missing(node, case)
    found = case.once(_directions)
    tested = [one for _, one, _ in found if not isinstance(one, str)]
    for sheet, one, p in found:
        if isinstance(one, str):
            yield Tabled(
                node,
                Measurement(one, Moved(sheet.called, *_counts(sheet), (), (), "", "", average_called(case, sheet))),
            )
            yield Unassessed(node, untested(one), _MORE_MOVED)
            continue
        yield Tabled(node, Measurement("tested", _directed(case, sheet, one, p, len(tested))))
        who = (sheet.lot, sheet.bids[one.bidder])
        if p <= _LEVEL and all(who in other.once(_apart) for other in mended(case)):
            yield not_understood(case, sheet, node) or _hit(case, sheet, one, p, len(tested))


def _directions(case: Case) -> "tuple[tuple[Sheet, Direction | str, Fraction], ...]":
    """Return of every lot that was moderated the bid moved most apart, with p for all lots, or why there is no test."""
    from fairaudit.checks.panels.published_way import as_published

    moderated = [as_published(case, one) for one in _moderated(case)]
    found = [(sheet, _direction(sheet, len(moderated))) for sheet in moderated]
    adjusted = iter(_adjusted([one.chance.p for _, one in found if not isinstance(one, str)]))
    return tuple((sheet, one, Fraction(1) if isinstance(one, str) else next(adjusted)) for sheet, one in found)


def _apart(case: Case) -> frozenset[tuple[str | None, str]]:
    """Return the bids that moderation moved apart, each with its lot."""
    found = case.once(_directions)
    return frozenset(
        (sheet.lot, sheet.bids[one.bidder]) for sheet, one, p in found if not isinstance(one, str) and p <= _LEVEL
    )


def _adjusted(chances: list[Fraction]) -> list[Fraction]:
    if not chances:
        return []
    from fairaudit.analysis.panels.chances import holm

    return holm(chances)


def _direction(sheet: Sheet, lots: int) -> "Direction | str":
    """Return the bid moved most apart, or which sentence says why there is no test; of many lots fewer orders are all seen."""
    # The commonest reason by far comes first, before anything is imported for the test.
    if len(sheet.bids) < _LEAST_BIDS:
        return "too-small"
    from fairaudit.analysis.estimable import NotEstimable
    from fairaudit.analysis.panels.moves import LEAST_MOVED, direction, least_p
    from fairaudit.analysis.reshuffling import DRAWN, ENUMERATED

    rows = _rows(sheet)
    if sum(one != 0 for row in rows for one in row) < LEAST_MOVED or least_p(rows) > _LEVEL:
        return "too-small"
    try:
        needed = max(_LEAST_DRAWN, 2 * lots * _LEVEL.denominator // _LEVEL.numerator)
        draws = min(DRAWN, max(needed, _MOVES_SHUFFLED // (len(rows) * len(sheet.bids))))
        return direction(rows, draws, enumerated=ENUMERATED // lots)
    except NotEstimable:
        return "not-estimable"


def _rows(sheet: Sheet) -> list[list[Fraction]]:
    """Return the weighed moves of every bid, for each question with a weight on which the panel scored every bid."""
    moves, bids = _moves(sheet), range(len(sheet.bids))
    return [
        [Fraction(*moves[bid, question]) * weight / sheet.unit for bid in bids]
        for question, weight in enumerate(sheet.weights or ())
        if weight and all((bid, question) in moves for bid in bids)
    ]


def _directed(case: Case, sheet: Sheet, one: "Direction", adjusted: Fraction, tests: int) -> Directed:
    from fairaudit.checks.panels.powers import power_told
    from fairaudit.checks.panels.published_way import average_called
    from fairaudit.checks.panels.tables import chance_of, departure_of

    chance = one.chance
    orders = (
        f"all {chance.orders} orders" if chance.all_of_them else f"{chance.orders} orders drawn with seed {chance.seed}"
    )
    return Directed(
        sheet.called, *_counts(sheet), bid_called(case, sheet.bids[one.bidder]), departure_of(one.departure),
        chance_of(chance.p), chance_of(adjusted), tests, orders,
        *power_told("moved", len(sheet.people), len(sheet.bids), len(_rows(sheet))), average_called(case, sheet),
    )  # fmt: skip


def _hit(case: Case, sheet: Sheet, one: "Direction", adjusted: Fraction, tests: int) -> Hit[OneWay]:
    from fairaudit.checks.panels.tables import chance_of, departure_of

    moves, bid = _moves(sheet), sheet.bids[one.bidder]
    nodes = [sheet.agreed[cell].node for cell, (move, _) in moves.items() if cell[0] == one.bidder and move]
    nodes = nodes or [sheet.agreed[cell].node for cell in moves if cell[0] == one.bidder]
    facts = OneWay(sheet.called, bid_called(case, bid), departure_of(one.departure), chance_of(adjusted), tests)
    related = tuple((node, "another score of this bid that moderation moved") for node in nodes[1:])
    return Hit(nodes[0], facts, related, key=f"{bid}|{sheet.lot or ''}")
