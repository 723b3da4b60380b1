"""Checks of how long people were kept waiting for an answer or a decision, in working days of the buyer's own calendar."""

from datetime import date, timedelta

from fairaudit.analysis.calendars import working_days
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.checks.timing.reversed_answers import answered_first
from fairaudit.frozen import Frozen
from fairaudit.law.buyers import country_of
from fairaudit.law.holidays import calendar_named
from fairaudit.law.moments import day_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Award, Enquiry
from fairaudit.procurement.times.deadlines import Unclear

_LONGEST = timedelta(days=1500)


class Waited(Frozen):
    """From which day to which, and how many working days that is; beyond four years it is more."""

    start: date
    end: date
    working_days: int


def waited(case: Case, first: date, last: date) -> Waited | Unclear:
    """Return the working days after one day up to another, or why they cannot be counted."""
    try:
        calendar = calendar_named("buyer", country_of(case), case.today.year if case.today else 0)
    except LookupError as error:
        return Unclear(str(error.args[0]), ("tender.buyer.country",))
    counted = working_days(first + timedelta(days=1), min(last, first + _LONGEST), calendar)
    return Waited(first, last, len(counted))


@check
def answer_waited_for(node: Node[Enquiry], case: Case, *, at_most: int) -> Found[Waited]:
    """Flag a question answered after more than `at_most` working days, or not yet answered on the day of the audit."""
    one = node.value
    if one.date is None:
        yield lacking(one.field("date"))
        return
    asked = day_of(case, one.date)
    if one.answered is None and (one.answer is not None or case.today is None):
        yield lacking(one.field("answered"))
        return
    end = day_of(case, one.answered) if one.answered else case.today
    if asked is None or end is None:
        yield unsure(node, ZONE)
        return
    if one.answered and (wrong := answered_first(case, one)):
        yield unsure(node, wrong)
        return
    # So few days cannot hold more working days than that, whatever the calendar.
    if (end - asked).days <= at_most:
        return
    told = waited(case, asked, end)
    if isinstance(told, Unclear):
        yield unsure(node, told)
    elif told.working_days > at_most:
        # What is not recorded as answered may have been answered since.
        open_ = one.answered is None and not case.holds_all("enquiries")
        yield Hit(one.field("answered") if one.answered else node, told, confidence="possible" if open_ else None)


@check
def decision_waited_for(node: Node[Award], case: Case, *, at_most: int) -> Found[Waited]:
    """Flag an award decided more than `at_most` working days after the end of the award period that the tender announced."""
    one, period = node.value, case.tender.award_period
    if period is None or period.end_date is None:
        missing = "tender.award_period.end_date"
        yield Unassessed(node, f"{missing} is not given", (missing,))
        return
    if one.date is None:
        yield lacking(one.field("date"))
        return
    due, decided = day_of(case, period.end_date), day_of(case, one.date)
    if due is None or decided is None:
        yield unsure(node, ZONE)
    elif (decided - due).days > at_most:
        told = waited(case, due, decided)
        if isinstance(told, Unclear):
            yield unsure(node, told)
        elif told.working_days > at_most:
            yield Hit(one.field("date"), told, ((period.field("end_date"), "announced"),), key=one.id or "")
