"""Checks of how long something runs, against the longest term that a law allows."""

from datetime import date

from fairaudit.checks.base import Found, Hit, Ref, Unassessed, check
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import day_of
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When


class Runs(Frozen):
    """How long something runs, and until when it may."""

    start: When
    end: When
    most: date
    period: str


@check
def runs_past_the_end_of(
    node: Node[object], case: Case, *, start: Ref[When], end: Ref[When], period: StatutoryPeriod
) -> Found[Runs]:
    """Flag a term that ends after the last day of a period counted from its first day, both days included."""
    first, last = day_of(case, start.value), day_of(case, end.value)
    if first is None or last is None:
        yield Unassessed(end, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        return
    counted = readings(case, period, first)
    if isinstance(counted, str):
        yield Unassessed(end, counted, ("tender.buyer.country",))
    elif last > counted[0].last:
        yield Hit(end, Runs(start.value, end.value, counted[0].last, period.words), ((start, "counted from here"),))
