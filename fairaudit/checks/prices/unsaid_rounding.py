"""The check of the family `scoring` on points for price that were rounded though no rounding is published."""

from fairaudit.checks.base import Found, Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.prices.another_formula import price_fits
from fairaudit.checks.prices.fit_words import rounding_called
from fairaudit.checks.prices.formula_fit import Fitted
from fairaudit.checks.prices.price_record import Record
from fairaudit.checks.prices.rounded_alike import Rounding, shown_rounding, unsaid_rounding
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation
from fairaudit.procurement.node import Node


class Unsaid(Frozen):
    """How many points for price are recorded, where, by which formula, and how they were rounded."""

    recorded_points: int
    where: str
    published_formula: str
    rounding: Verb
    source: Verb


@check
def price_points_rounded_as_published(node: Node[Evaluation], case: Case) -> Found[Unsaid]:
    """Ask about points for price that the published formula gives once all are rounded, where no rounding is published.

    Only where the rounding leaves the order of the totals as it is; else the points are another check's business.
    """
    found = price_fits(case)
    if not found:
        yield Unassessed(node, "no points for price are recorded", ("evaluation.totals",))
    for record, one in found:
        if isinstance(one, Unassessed):
            yield one
        elif record is not None and (rounding := _rounding(record, one)):
            name = (record.formula.name if record.formula else None) or ""
            facts = Unsaid(len(record.pairs), record.where, name, Verb(rounding_called(*rounding)), record.source)
            yield Hit(record.pairs[0][0].field(record.part), facts, (), "possible", record.where)


def _rounding(record: Record, one: Hit[Fitted] | Tabled) -> Rounding | None:
    """Return how points were rounded without saying so; where they follow as they are written, the totals must show it."""
    if isinstance(one, Hit):
        return unsaid_rounding(record)
    return None if record.said else shown_rounding(record)
