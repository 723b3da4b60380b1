"""How far two steps of a procurement lie apart, which several checks of time limits count from and to."""

from datetime import date

from fairaudit.checks.base import Unassessed
from fairaudit.frozen import Frozen
from fairaudit.law.moments import Happened, Step, closing_day, day_of, happened, unrecorded
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node


class Apart(Frozen):
    """The first time one step happened and the last time another did, with their days by the buyer's clock."""

    first: Happened
    last: Happened
    opened: date
    closed: date

    @property
    def days(self) -> int:
        """Calendar days from the day after the first to the day of the last."""
        return (self.closed - self.opened).days


def steps_apart(node: Node[object], case: Case, start: Step, end: Step) -> Apart | Unassessed:
    """Return two steps with their days, or why these are not known."""
    first, last = happened(case, start.name), happened(case, end.name)
    if not first or not last:
        unclear = unrecorded(start.name if not first else end.name, case)
        return Unassessed(node, unclear.reason, unclear.missing)
    opened, closed = day_of(case, first[0].when), closing_day(case, first[0].when, last[-1], end.name)
    if opened is None or closed is None:
        return Unassessed(last[-1].at, "the days depend on a time zone that is not given", ("tender.time_zone",))
    return Apart(first[0], last[-1], opened, closed)
