"""How hard or soft each evaluator is, and whether that can have changed the order of bids."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.panels.sheets import MORE, Sheet, missing, sheets
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.analysis.panels.severity import Severity
    from fairaudit.checks.measurement import Cell, Table


class Severe(Frozen):
    """The hardest and the softest evaluator of a lot, in points of 100 with their ranges, and what severity does to the order.

    A range has the direction of its figure: below zero is the other side of the mean.
    """

    lot: str
    hardest: str
    hardest_by: Decimal
    hardest_range: str
    softest: str
    softest_by: Decimal
    softest_range: str
    leads: tuple[str, ...]
    levelled: tuple[str, ...]
    reason: str


@check
def how_severe_each_evaluator_is(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Measure how far each evaluator's scores are from the mean of all who scored the same; severity is no fault.

    Where everybody scored everything it cannot change the order of bids under averaging; else the order is worked out
    again with severity taken out by an additive model.
    """
    from fairaudit.analysis.panels.severity import is_crossed, severities
    from fairaudit.checks.measurement import Measurement

    yield from missing(node, case)
    for sheet in sheets(case):
        units, people = list(sheet.cells.values()), len(sheet.people)
        found = severities(units, people, [bid for bid, _ in sheet.cells])
        known = [
            (one.mean / sheet.unit, None if one.within is None else one.within / sheet.unit, at)
            for at, one in enumerate(found)
            if one is not None
        ]
        if len(known) < 2:
            yield Tabled(node, Measurement("alone", _facts(case, sheet, [(Fraction(0), None, 0)] * 2)))
            yield Unassessed(node, "not estimable: no two evaluators scored the same", MORE)
            continue
        kind, facts = "crossed", _facts(case, sheet, known)
        if not any(mean for mean, *_ in known):
            yield Tabled(node, Measurement("equal", facts, (_table(case, sheet, found),)))
            continue
        if not is_crossed(units, people) or len(units) < len(sheet.bids) * len(sheet.questions):
            kind, facts = _levelled(case, sheet, units, facts)
        yield Tabled(node, Measurement(kind, facts, (_table(case, sheet, found),)))


def _facts(case: Case, sheet: Sheet, known: list[tuple[Fraction, float | None, int]]) -> Severe:
    from fairaudit.checks.panels.tables import decimal_of

    hard, soft = min(known, key=lambda one: (one[0], one[2])), max(known, key=lambda one: (one[0], one[2]))
    return Severe(
        sheet.called,
        evaluator_called(case, sheet.people[hard[2]]), decimal_of(-hard[0] * 100, 1), _range(-hard[0], hard[1]),
        evaluator_called(case, sheet.people[soft[2]]), decimal_of(soft[0] * 100, 1), _range(soft[0], soft[1]),
        (), (), "",
    )  # fmt: skip


def _range(mean: Fraction, within: float | None) -> str:
    from fairaudit.checks.panels.tables import decimal_of

    if within is None:
        return "range not estimable: fewer than three bids"
    if not within:
        return "range not estimable: the same for every bid"
    low, high = (decimal_of((mean + side * Fraction(within)) * 100, 1) for side in (-1, 1))
    return f"95 % from {low} to {high}"


def _levelled(case: Case, sheet: Sheet, units: list[dict[int, int]], facts: Severe) -> tuple[str, Severe]:
    """Return who leads by the means as they are, and with severity taken out; or why that cannot be said."""
    from fairaudit.analysis.estimable import NotEstimable
    from fairaudit.analysis.panels.severity import additive
    from fairaudit.checks.panels.leading import leaders_of
    from fairaudit.checks.panels.sharing import NOT_RECORDED, as_counted
    from fairaudit.checks.panels.tables import price_points_of, totals_of

    if sheet.weights is None:
        return "not-levelled", facts._replace(reason="the weights of the criteria are not known")
    try:
        lowered = tuple(additive(units, len(sheet.people)))
    except NotEstimable as error:
        return "not-levelled", facts._replace(reason=str(error))
    counted = price_points_of(case, sheet)
    ways = {
        (leaders_of(totals_of(one), counted), leaders_of(totals_of(one, lowered=lowered), counted))
        for one in as_counted(case, sheet)
    }
    if len(ways) > 1:
        return "not-levelled", facts._replace(reason=NOT_RECORDED)
    ((before, after),) = ways
    if before is None or after is None:
        return "not-levelled", facts._replace(reason="some bids have no score on some criteria")
    leads, levelled = (tuple(bid_called(case, sheet.bids[at]) for at in each) for each in (before, after))
    kind = "same-order" if before == after else "other-order"
    return kind, facts._replace(leads=leads, levelled=levelled, reason=counted.said)


def _table(case: Case, sheet: Sheet, found: "list[Severity | None]") -> "Table":
    from fairaudit.checks.measurement import Table
    from fairaudit.checks.panels.tables import decimal_of

    points = Fraction(100, sheet.unit)
    rows: list[tuple[Cell, ...]] = []
    for at, one in enumerate(found):
        if one is not None:
            half = Fraction(one.within) if one.within else None
            ends = (
                (None, None) if half is None else (decimal_of((one.mean + side * half) * points, 2) for side in (-1, 1))
            )
            rows.append((evaluator_called(case, sheet.people[at]), one.units, decimal_of(one.mean * points, 2), *ends))
    columns = ("evaluator", "scores", "mean_departure", "low_95", "high_95")
    return Table("severity", columns, tuple(rows), sheet.table_lot)
