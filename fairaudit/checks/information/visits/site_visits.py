"""Checks of the family `information` on visits bidders must make: not too soon after publication, nor too late to use."""

from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.checks.timing.in_words import in_days, in_hours, time_left
from fairaudit.checks.timing.windows import BEGINNINGS, Remaining
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import SiteVisit
from fairaudit.procurement.times.beginnings import window_start
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for
from fairaudit.procurement.times.spans import days_from, days_until, elapsed


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


class Soon(Frozen):
    """When a visit is, how long after what that is, and when that was."""

    date: When
    wait: str
    begun: str
    start: When


@check
def visit_soon_after_start(node: Node[SiteVisit], case: Case, *, at_least: int) -> Found[Soon]:
    """Flag a visit bidders must make, of which every date is fewer than `at_least` days after the time to bid began."""
    visit, start = node.value, window_start(case)
    if not visit.mandatory:
        return
    if isinstance(start, Unclear):
        yield unsure(node, start)
    elif bare := undated(case):
        yield lacking(bare.field("date"))
    elif visit.date is not None:
        days, most = days_from(case.clock, start.when, visit.date), case.once(_longest_wait)
        if isinstance(days, Unclear) or isinstance(most, Unclear):
            yield unsure(node, first_unclear(days, most) or ZONE)
        elif max(days, most) < at_least:
            facts = Soon(visit.date, _wait(case, start, visit, days), BEGINNINGS[str(start.at.path[-1])], start.when)
            yield Hit(visit.field("date"), facts, ((start.at, "counted from here"),))


def _longest_wait(case: Case) -> int | Unclear:
    """Return the days from the beginning of the time to bid to the last of the dates."""
    start = window_start(case)
    dates = [one.date for one in must_visits(case) if one.date]
    return most_of([days_from(case.clock, start.when, one) for one in dates] if isinstance(start, Limit) else [])


def _wait(case: Case, start: Limit, visit: SiteVisit, days: int) -> str:
    at = Limit(visit.date, visit.field("date")) if visit.date else start
    span = elapsed(case, start.when, at)
    if days < 0 or (span is not None and span.total_seconds() < 0):
        return "before"
    if days == 0:
        return "on the day of"
    return f"{in_days(days) if span is None else in_hours(span)} after"
