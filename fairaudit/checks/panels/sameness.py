"""Sheets without a view: evaluators whose scores hardly differ, who give every bid the same, or whose sheets are alike."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from operator import eq
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import MORE, Sheet, missing, sheets, untested
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.checks.measurement import Table

_LEVEL, LEAST = Fraction(5, 100), 6
"""Below six cells sheets that are alike are not looked at: a heuristic."""
_FEWEST_PEOPLE = 3
"""Of two sheets dealing out the scores of each cell makes nothing else."""
_NEARLY, _MOST_PEOPLE = 10, 40
"""Sheets that differ in one cell of ten at most are nearly alike, among forty people at most: heuristics."""


class Alike(Frozen):
    """Two evaluators whose sheets are alike: in how many cells of all compared, and how many such pairs chance would make."""

    lot: str
    evaluator: str
    second: str
    alike: int
    compared: int
    chance: Decimal


class Sheets(Frozen):
    """Of a lot: how many sheets, how many pairs are alike, and who gave every bid the same scores.

    `near` pairs are alike in nine cells of ten and not in all, more than chance makes. `agreed` are alike, in a panel whose
    others agree as well, so that nothing can be told. `flat` pairs are alike too, but of
    sheets with one score throughout, about which nothing can be estimated.
    """

    lot: str
    people: int
    cells: int
    pairs: int
    near: int
    flat: int
    agreed: int
    chance: Decimal
    straight: tuple[str, ...]
    spread: str
    power: Decimal
    simulated: str


class Pair(Frozen):
    """Of a lot in which two sheets alone can be compared: in how many cells of all compared they are alike."""

    lot: str
    people: int
    alike: int
    compared: int
    straight: tuple[str, ...]
    spread: str


@check
def sheets_that_are_alike(
    node: Node[Evaluation], case: Case, *, rare: Decimal
) -> Iterator[Hit[Alike] | Unassessed | Tabled]:
    """Name two evaluators whose scores are the same in nine cells of ten or in all, where dealing them out hardly makes that so.

    How far each evaluator's scores of a bid differ from criterion to criterion, and who gave every bid the same, is measured.
    Of a pair that chance makes more often than `rare` the severity is low. What no dealing could tell is not assessed.
    """
    from fairaudit.checks.measurement import Measurement

    yield from missing(node, case)
    for sheet in sheets(case):
        rows = rows_of(sheet)
        compared = _compared(rows, len(sheets(case)))
        own = [_Own(len(row), _mean_spread(sheet, row), _is_straight(sheet, row)) for row in rows]
        kind, facts = _kind(rows, compared), _facts(case, sheet, own, compared)
        told = Pair(sheet.called, len(rows), *compared.two, facts.straight, facts.spread) if kind == "two" else facts
        yield Tabled(node, Measurement(kind, told, (_table(case, sheet, own),)))
        if kind in _WHY_NOT:
            yield Unassessed(node, untested(_WHY_NOT[kind]), MORE)
        for pair in compared.told:
            yield _hit(case, sheet, (*pair, 0, compared.chance), rare)
        for near in compared.near:
            yield _hit(case, sheet, near, rare)


_WHY_NOT = {
    "too-few": "too-small", "two": "too-small", "chance": "too-small",
    "agreeing": "not-estimable", "flat": "not-estimable", "all": "not-estimable",
}  # fmt: skip
"""The kinds of sentences of sheets that no test was made of, and why."""


Row = dict[tuple[int, int], int]


class _Own(Frozen):
    """Of one person how many scores there are, how far those of one bid differ on average, and whether every bid got the same."""

    scores: int
    spread: float | None
    straight: bool


def rows_of(sheet: Sheet) -> list[Row]:
    """Return what each person gave, in the order of bids and questions."""
    found: list[Row] = [{} for _ in sheet.people]
    for cell in sorted(sheet.cells):
        for person, number in sheet.cells[cell].items():
            found[person][cell] = number
    return found


class _Compared(Frozen):
    """The pairs that are alike in every cell, those of them that never vary, and how many pairs chance makes.

    `near` are pairs that chance hardly makes, in how many cells they differ, and how many pairs chance makes as alike.
    `enough` says whether there were cells enough to compare. `told` are the pairs alike in every cell that chance hardly
    makes; `agreed` counts those, near ones too, of which that tells nothing, since the others agree as well. `two` says of two
    sheets alone in how many cells of how many they are alike. Where `chance` is not below the level no pair could be told.
    """

    pairs: tuple[tuple[int, int], ...]
    flat: tuple[tuple[int, int], ...]
    chance: Fraction
    enough: bool
    near: tuple[tuple[int, int, int, Fraction], ...] = ()
    told: tuple[tuple[int, int], ...] = ()
    agreed: int = 0
    two: tuple[int, int] = (0, 0)


def _compared(rows: list[Row], lots: int) -> _Compared:
    """Return the pairs that are alike in every cell, of those who scored the same cells as most did, and how many chance makes.

    On average, in all lots together, were all such as this one; the chance of any pair is at most that.
    """
    cells: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for at, row in enumerate(rows):
        cells.setdefault(tuple(row), []).append(at)
    most = max(cells, key=lambda one: (len(cells[one]), len(one)), default=())
    people = cells.get(most, [])
    if len(most) < LEAST or len(people) < 2:
        return _Compared((), (), Fraction(1), enough=False)
    values = [[rows[at][cell] for cell in most] for at in people]
    if len(people) < _FEWEST_PEOPLE:
        return _Compared((), (), Fraction(1), enough=True, two=(sum(map(eq, *values)), len(most)))
    return _of_three(values, people, lots)


def _of_three(values: list[list[int]], people: list[int], lots: int) -> _Compared:
    from fairaudit.analysis.panels.marks import alike, expected_alike

    close = _near(values, lots)
    near = [found for found in close if _tells(values, found[:2])]
    found: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for pair in alike(values):
        found[len(set(values[pair[0]])) == 1].append(pair)
    chance = lots * expected_alike(values)
    rare = found[0] if chance <= _LEVEL else []
    told = [pair for pair in rare if _tells(values, pair)]
    pairs, flat, named = (tuple((people[one], people[other]) for one, other in some) for some in (*found, told))
    agreed = len(close) - len(near) + len(rare) - len(told)
    named_near = tuple((people[one], people[other], number, rarity) for one, other, number, rarity in near)
    return _Compared(pairs, flat, chance, True, named_near, named, agreed)


def _tells(values: list[list[int]], pair: tuple[int, int]) -> bool:
    """Whether two sheets that are alike tell anything: the others agree in at most half of their scores."""
    from fairaudit.analysis.panels.marks import AGREE, others_agree

    return others_agree(values, pair) <= AGREE


def _near(values: list[list[int]], lots: int) -> list[tuple[int, int, int, Fraction]]:
    """Return the pairs that are alike in nine cells of ten, not in all, where chance hardly makes such pairs.

    Of sheets that give one score nearly throughout nothing can be estimated either.
    """
    from fairaudit.analysis.panels.marks import expected_nearly_alike, nearly_alike

    if len(values) > _MOST_PEOPLE:
        return []
    most = len(values[0]) // _NEARLY
    flat = {at for at, row in enumerate(values) if Counter(row).most_common(1)[0][1] >= len(row) - most}
    pairs = [one for one in nearly_alike(values, most) if flat.isdisjoint(one[:2])]
    chances = {number: lots * expected_nearly_alike(values, number) for number in {number for _, _, number in pairs}}
    return [(*pair, chances[pair[2]]) for pair in pairs if chances[pair[2]] <= _LEVEL]


def _kind(rows: list[Row], compared: _Compared) -> str:
    if not compared.enough:
        return "too-few"
    if compared.two[1]:
        return "two"
    if len(rows) > 2 and 2 * len(compared.pairs) == len(rows) * (len(rows) - 1):
        return "all"
    if compared.told or compared.near:
        return "some" if compared.pairs else "near"
    if compared.agreed:
        return "agreeing"
    if compared.flat and not compared.pairs:
        return "flat"
    return "chance" if compared.chance > _LEVEL else "none"


def _facts(case: Case, sheet: Sheet, own: list[_Own], compared: _Compared) -> Sheets:
    from fairaudit.checks.panels.powers import power_told
    from fairaudit.checks.panels.tables import chance_of, decimal_of

    straight = tuple(evaluator_called(case, sheet.people[at]) for at, one in enumerate(own) if one.straight)
    spreads = [(one.spread, at) for at, one in enumerate(own) if one.spread is not None]
    least, at = min(spreads, default=(None, 0))
    spread = "not estimable, since nobody scored two criteria of a bid"
    if least is not None:
        evenest = evaluator_called(case, sheet.people[at])
        spread = f"{evenest} varies least, by {decimal_of(least * 100, 1).normalize():f} points of 100 on average"
    return Sheets(
        sheet.called, len(own), len(sheet.bids) * len(sheet.questions), len(compared.pairs), len(compared.near),
        len(compared.flat), compared.agreed,
        chance_of(compared.chance), straight or ("nobody",), spread,
        *power_told("alike", len(sheet.people), len(sheet.bids), len(sheet.questions)),
    )  # fmt: skip


def _is_straight(sheet: Sheet, row: Row) -> bool:
    """Whether somebody gave every bid the same scores, on two criteria at least."""
    by_bid: dict[int, list[tuple[int, int]]] = {}
    for (bid, question), number in row.items():
        by_bid.setdefault(bid, []).append((question, number))
    same = len(set(map(tuple, by_bid.values()))) == 1
    return same and len(by_bid) == len(sheet.bids) > 1 and len(row) >= 2 * len(sheet.bids)


def _mean_spread(sheet: Sheet, row: Row) -> float | None:
    """Return how far an evaluator's scores of one bid differ over the criteria, on average over the bids, if on any."""
    from fairaudit.analysis.panels.marks import spread

    by_bid: dict[int, list[float]] = {}
    for (bid, _), share in row.items():
        by_bid.setdefault(bid, []).append(share / sheet.unit)
    found = [spread(one) for one in by_bid.values() if len(one) > 1]
    return sum(found) / len(found) if found else None


def _table(case: Case, sheet: Sheet, own: list[_Own]) -> "Table":
    from fairaudit.checks.measurement import Table

    found = tuple(
        (evaluator_called(case, sheet.people[at]), one.scores, _shown(one.spread), "yes" if one.straight else "no")
        for at, one in enumerate(own)
    )
    return Table(
        "spread-over-criteria", ("evaluator", "scores", "mean_spread", "same_for_every_bid"), found, sheet.table_lot
    )


def _shown(spread: float | None) -> Decimal | str:
    from fairaudit.checks.panels.tables import decimal_of

    return "not estimable" if spread is None else decimal_of(spread * 100, 2)


def _hit(case: Case, sheet: Sheet, found: tuple[int, int, int, Fraction], rare: Decimal) -> Hit[Alike]:
    from fairaudit.checks.panels.tables import chance_of

    one, other, differing, chance = found
    first, second = sheet.people[one], sheet.people[other]
    nodes = [sheet.scores[cell].node for cell in sorted(sheet.scores) if cell[0] in (one, other)]
    cells = len(nodes) // 2
    facts = Alike(
        sheet.called, evaluator_called(case, first), evaluator_called(case, second), cells - differing, cells,
        chance_of(chance),
    )  # fmt: skip
    beside = "a score that was compared" if differing else "a score that is alike"
    low = "low" if chance > Fraction(rare) else None
    related = tuple((node, beside) for node in nodes[1:])
    return Hit(nodes[0], facts, related, severity=low, key=f"{first}|{second}|{sheet.lot or ''}")
