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
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node
from fairaudit.procurement.pseudonyms import evaluator_called

if TYPE_CHECKING:
    from fairaudit.analysis.panels.severity import Severity
    from fairaudit.checks.measurement import Table


class Severe(Frozen):
    """The hardest and the softest evaluator of a lot, in points of 100, and what severity does to the order of bids."""

    lot: str
    hardest: str
    hardest_by: Decimal
    softest: str
    softest_by: Decimal
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
        found = severities(units, people)
        known = [(one.mean / sheet.unit, at) for at, one in enumerate(found) if one is not None]
        if len(known) < 2:
            yield Tabled(node, Measurement("alone", _facts(case, sheet, [(Fraction(0), 0), (Fraction(0), 0)])))
            yield Unassessed(node, "not estimable: no two evaluators scored the same", MORE)
            continue
        kind, facts = "crossed", _facts(case, sheet, known)
        if not any(mean for mean, _ in known):
            yield Tabled(node, Measurement("equal", facts, (_table(case, sheet, found),)))
            continue
        if not is_crossed(units, people) or len(units) < len(sheet.bids) * len(sheet.questions):
            kind, facts = _levelled(case, sheet, units, facts)
        yield Tabled(node, Measurement(kind, facts, (_table(case, sheet, found),)))


def _facts(case: Case, sheet: Sheet, known: list[tuple[Fraction, int]]) -> Severe:
    from fairaudit.checks.panels.tables import decimal_of

    (low, hard), (high, soft) = min(known), max(known)
    names = (evaluator_called(case, sheet.people[one]) for one in (hard, soft))
    return Severe(
        sheet.called, next(names), decimal_of(-low * 100, 1), next(names), decimal_of(high * 100, 1), (), (), ""
    )


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
    rows = tuple(
        (evaluator_called(case, sheet.people[at]), one.units, decimal_of(one.mean * points, 2),
         decimal_of(Fraction(one.within) * points, 2))
        for at, one in enumerate(found)
        if one is not None
    )  # fmt: skip
    return Table("severity", ("evaluator", "scores", "mean_departure", "two_standard_errors"), rows, sheet.table_lot)
