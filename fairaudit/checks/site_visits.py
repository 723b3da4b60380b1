"""Checks of the family `information` on visits bidders must make: not too late to use what is seen there."""

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.durations import time_left
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.checks.windows import Remaining
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, deadline_for
from fairaudit.procurement.node import Node
from fairaudit.procurement.spans import days_until
from fairaudit.procurement.tender import SiteVisit


def must_visits(case: Case) -> tuple[SiteVisit, ...]:
    """Return the dates of the visit that bidders must make."""
    return tuple(one for one in case.tender.site_visits or () if one.mandatory)


def undated(case: Case) -> SiteVisit | None:
    """Return the first of the visits bidders must make that has no date: it may be the one that leaves time."""
    return next((one for one in must_visits(case) if one.date is None), None)


@check
def visit_near_deadline(node: Node[SiteVisit], case: Case, *, at_least: int) -> Found[Remaining]:
    """Flag a visit bidders must make, of which every date is fewer than `at_least` days before the deadline."""
    visit, deadline = node.value, deadline_for(case)
    if not visit.mandatory:
        return
    if isinstance(deadline, Unclear):
        yield unsure(node, deadline)
    elif bare := undated(case):
        yield lacking(bare.field("date"))
    elif visit.date is not None:
        days, most = days_until(case, visit.date, deadline), case.once(_most_days_left)
        if isinstance(days, Unclear) or isinstance(most, Unclear):
            yield unsure(node, first_unclear(days, most) or ZONE)
        elif max(days, most) < at_least:
            left = time_left(case, visit.date, deadline, days)
            yield Hit(visit.field("date"), Remaining(visit.date, left, deadline.when))


def _most_days_left(case: Case) -> int | Unclear:
    """Return the days that the date furthest from the deadline leaves."""
    deadline = deadline_for(case)
    dates = [one.date for one in must_visits(case) if one.date]
    return most_of([days_until(case, one, deadline) for one in dates] if isinstance(deadline, Limit) else [])


def most_of(days: list[int | Unclear]) -> int | Unclear:
    """Return the greatest of some numbers of days, or why one of them is not known."""
    return first_unclear(*days) or max((one for one in days if isinstance(one, int)), default=0)
