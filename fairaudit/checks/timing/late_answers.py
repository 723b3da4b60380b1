"""Checks of answers and changes that laws say need a longer time limit."""

from datetime import date, timedelta

from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.checks.timing.in_words import in_hours
from fairaudit.checks.timing.moves import first_move, given_since, part_of
from fairaudit.checks.timing.reversed_answers import answered_first
from fairaudit.checks.timing.weight_of_changes import material, only_of_dates
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.counting import readings_back, with_readings
from fairaudit.law.moments import begun, day_of
from fairaudit.law.tables import StatutoryPeriod, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for, moves_deadline


class SuppliedLate(Frozen):
    """When an answer came, when it was due, and how many days it left."""

    day: date
    latest: date | str
    left: int
    deadline: When
    period: str


@check
def supplied_too_late(node: Node[Enquiry], case: Case, *, period: StatutoryPeriod, slight: int) -> Found[SuppliedLate]:
    """Flag an answer that left less than a period until the deadline although the question was asked in good time.

    A question was asked in good time where it came within the enquiry period; without one, or where the deadline was moved
    afterwards by `slight` per cent of the time that was left or more, that is for a person to judge. A question asked when
    the period had begun was not, and an insignificant answer does not count.
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
    moved = _moved_by(case, enquiry.answered, deadline, slight)
    if latest < day <= end and asked_in_time(case, enquiry, latest) is not False:
        certain = asked_in_time(case, enquiry, latest) and enquiry.material and not moved
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


def _moved_by(case: Case, moment: When, deadline: Limit, slight: int) -> bool:
    """Whether the deadline was moved after a moment by some per cent of what was left, or by nobody knows how much."""
    move = first_move(case, moment)
    given = given_since(case, move) if move else timedelta(0)
    left = case.clock.gap(moment, deadline.when, end_second=True)
    if move is None or not isinstance(given, timedelta) or left is None:
        return move is not None
    return given > timedelta(0) and part_of(given, left - given, slight)


class Unextended(Frozen):
    """When the documents were changed, how many days were left until the deadline, and how it was moved afterwards."""

    date: When
    left: int
    deadline: When
    extended: Clause


class _More(Frozen):
    """How much time a move of the deadline gave, and whether that is so much that only a person can say if it is enough."""

    given: timedelta
    doubtful: bool


@check
def changed_without_extension(
    node: Node[Amendment], case: Case, *, table: Table, given_back: int, slight: int
) -> Found[Unextended]:
    """Flag a significant change of the documents after which the deadline was not moved for everybody.

    A move counts that gave `given_back` per cent of the time that was left, or of what lacked of the whole time limit of a
    statutory table; from `slight` per cent it is a question. Where that whole limit was still left, whether more was needed
    is for a person to judge.
    """
    change, weight = node.value, material(node.value)
    if weight is False or (moves_deadline(change) and (weight is None or only_of_dates(change))):
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
    elif day <= end:
        rows = matching(case, table, begun(case) or deadline.when.date)
        whole = min((row.least or 0 for row, _ in rows.certain), default=None)
        more = _more(case, change.date, deadline, whole, (given_back, slight))
        if isinstance(more, Unclear):
            yield unsure(node, more)
        elif more:
            yield from _unextended(change, weight, (end - day).days, deadline, (whole, more))


def _more(
    case: Case, moment: When, deadline: Limit, whole: int | None, per_cent: tuple[int, int]
) -> _More | Unclear | None:
    """Return how much time was given since a change; `None` where that was enough."""
    move, nothing = first_move(case, moment), timedelta(0)
    if move is None:
        return _More(nothing, False)
    given, left = given_since(case, move), case.clock.gap(moment, deadline.when, end_second=True)
    if isinstance(given, Unclear):
        return given
    if left is None:
        return ZONE
    if given <= nothing:
        return _More(nothing, False)
    before = left - given
    least = before if whole is None else min(before, timedelta(whole) - before)
    if part_of(given, least, per_cent[0]):
        return None
    return _More(given, part_of(given, least, per_cent[1]))


def _unextended(
    change: Amendment, weight: bool | str | None, left: int, deadline: Limit, found: tuple[int | None, _More]
) -> Found[Unextended]:
    if weight is None:
        yield lacking(change.field("material"))
        return
    whole, more = found
    unclear = weight == "doubtful" or whole is None or left >= whole or more.doubtful
    words = f"was extended by only {in_hours(more.given)}" if more.given else "was not extended afterwards"
    facts = Unextended(change.date or deadline.when, left, deadline.when, Clause(words))
    yield Hit(change.field("date"), facts, ((deadline.at, "the deadline"),), "possible" if unclear else None)
