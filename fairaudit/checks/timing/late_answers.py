"""Checks of answers and changes that laws say need a longer time limit."""

from datetime import date

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.checks.timing.moves import moved_since
from fairaudit.checks.timing.reversed_answers import answered_first
from fairaudit.checks.timing.weight_of_changes import material
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.counting import readings_back, with_readings
from fairaudit.law.moments import begun, day_of
from fairaudit.law.tables import StatutoryPeriod, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, deadline_for, moves_deadline
from fairaudit.procurement.node import Node
from fairaudit.procurement.records import Enquiry
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import Amendment


class SuppliedLate(Frozen):
    """When an answer came, when it was due, and how many days it left."""

    day: date
    latest: date | str
    left: int
    deadline: When
    period: str


@check
def supplied_too_late(node: Node[Enquiry], case: Case, *, period: StatutoryPeriod) -> Found[SuppliedLate]:
    """Flag an answer that left less than a period until the deadline although the question was asked in good time.

    A question was asked in good time where it came within the enquiry period; without one, or where the deadline was moved
    afterwards, that is for a person to judge. A question asked when the period had begun was not, and an insignificant answer
    does not count.
    """
    enquiry = node.value
    unanswered = enquiry.answered is None and enquiry.answer is None and case.holds_all("enquiries")
    if enquiry.material is False or unanswered:
        return
    if enquiry.answered is None:
        yield lacking(enquiry.field("answered"))
        return
    deadline = answered_first(case, enquiry) or deadline_for(case)
    if isinstance(deadline, Unclear):
        yield unsure(node, deadline)
        return
    day, end = day_of(case, enquiry.answered), day_of(case, deadline.when)
    if day is None or end is None:
        yield unsure(node, ZONE)
        return
    counted = readings_back(case, period, end)
    if isinstance(counted, str):
        yield Unassessed(node, counted, ("tender.buyer.country",))
        return
    latest = min(one.first for one in counted)
    if latest < day <= end and asked_in_time(case, enquiry, latest) is not False:
        certain = asked_in_time(case, enquiry, latest) and enquiry.material and not moved_since(case, enquiry.answered)
        certain = certain and day > max(one.first for one in counted)
        shown = with_readings([(one.by, one.first) for one in counted], min)
        facts = SuppliedLate(day, shown, (end - day).days, deadline.when, period.words)
        yield Hit(enquiry.field("answered"), facts, ((deadline.at, "the deadline"),), None if certain else "possible")


def asked_in_time(case: Case, enquiry: Enquiry, latest: date) -> bool | None:
    """Whether a question was asked within the enquiry period; `None` where nothing says until when questions were taken."""
    asked = day_of(case, enquiry.date) if enquiry.date else None
    period = case.tender.enquiry_period
    closes = day_of(case, period.end_date) if period and period.end_date else None
    if asked is not None and (asked > latest or (closes is not None and asked > closes)):
        return False
    return True if asked is not None and closes is not None else None


class Unextended(Frozen):
    """When the documents were changed, and how many days were left until a deadline that did not move."""

    date: When
    left: int
    deadline: When


@check
def changed_without_extension(node: Node[Amendment], case: Case, *, table: Table) -> Found[Unextended]:
    """Flag a significant change of the documents after which the deadline was not moved for everybody.

    Where the whole time limit of a statutory table was still left, whether more was needed is for a person to judge.
    """
    change, weight = node.value, material(node.value)
    if weight is False or moves_deadline(change):
        return
    if change.date is None:
        yield lacking(change.field("date"))
        return
    deadline = deadline_for(case)
    if isinstance(deadline, Unclear):
        yield unsure(node, deadline)
        return
    day, end = day_of(case, change.date), day_of(case, deadline.when)
    if day is None or end is None:
        yield unsure(node, ZONE)
    elif day <= end and not moved_since(case, change.date):
        yield from _unextended(case, change, weight, (end - day).days, deadline, table)


def _unextended(
    case: Case, change: Amendment, weight: bool | str | None, left: int, deadline: Limit, table: Table
) -> Found[Unextended]:
    if weight is None:
        yield lacking(change.field("material"))
        return
    rows = matching(case, table, begun(case) or deadline.when.date)
    whole = min((row.least or 0 for row, _ in rows.certain), default=None)
    unclear = weight == "doubtful" or whole is None or left >= whole
    facts = Unextended(change.date or deadline.when, left, deadline.when)
    yield Hit(change.field("date"), facts, ((deadline.at, "the deadline"),), "possible" if unclear else None)
