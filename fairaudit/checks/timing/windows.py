"""Checks of the family `deadlines`: enough time for everyone, and no change once it has run out."""

from datetime import time, timedelta
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.calendars import WEEK
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Ref, check
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, reversed_ends, unsure
from fairaudit.checks.timing.in_words import time_left
from fairaudit.checks.timing.moves import day_at
from fairaudit.checks.timing.weight_of_changes import material
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment, Tender
from fairaudit.procurement.times.beginnings import window_start
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_before, deadline_for, latest
from fairaudit.procurement.times.spans import days_from, days_until


class Remaining(Frozen):
    """How little time was left after something changed."""

    date: When
    left: str
    deadline: When


class Passed(Frozen):
    """Something that came when the deadline had passed."""

    date: When
    deadline: When


@check
def change_after_deadline(node: Node[Amendment], case: Case) -> Found[Passed]:
    """Flag a material change after the deadline, or after the last round where there are rounds."""
    change = node.value
    weight = material(change)
    if weight is False:
        return
    if change.date is None:
        yield lacking(change.field("date"))
        return
    ends = [Limit(one.end_date, one.field("end_date")) for one in case.tender.rounds or () if one.end_date]
    # What moved the deadline with the change or after it came when the deadline had passed.
    deadline = deadline_before(case, change)
    last = deadline if isinstance(deadline, Unclear) else latest(case.clock, [deadline, *ends])
    moment = Limit(change.date, change.field("date"))
    late = last if isinstance(last, Unclear) else after(case.clock, moment, last, deadline=True)
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late and weight is None:
        yield lacking(change.field("material"))
    elif late and isinstance(last, Limit):
        doubtful = weight == "doubtful" or _begun_again(case, moment)
        confidence = "possible" if doubtful else None
        yield Hit(change.field("date"), Passed(change.date, last.when), ((last.at, "the deadline"),), confidence)


def _begun_again(case: Case, moment: Limit) -> bool:
    """Whether everybody could still bid at a moment after all, since the deadline was moved."""
    deadline = deadline_for(case)
    return isinstance(deadline, Limit) and after(case.clock, moment, deadline, deadline=True) is not True


BEGINNINGS = {
    "published": "publication",
    "documents_available": "the day the documents were there",
    "start_date": "the start of the tender period",
}


def without_least_time(case: Case) -> bool:
    """Whether a tender states a regime in which no law sets a least time to bid.

    Call-offs, contracts below the threshold, light touch (Procurement Act 2023 s.54, which asks only for a reasonable
    time there) and the Provider Selection Regime (SI 2023/1348, which sets none).
    """
    regime = case.tender.regime
    # Whoever audits many cases under several laws says of none which it is under.
    if "nhs-psr" in case.stated_laws or case.laws == ("nhs-psr",):
        return True
    if regime is None:
        return False
    special = " ".join((regime.special or "").lower().replace("-", " ").replace("_", " ").split())
    named = any(one in special for one in ("light touch", "lighttouch", "provider selection", "psr"))
    stated = regime.call_off_of is not None or regime.above_threshold is False
    return stated or named or regime.light_touch is True or regime.health_services is True


class Window(Frozen):
    """How long bidders had, and what it is counted from."""

    days: str
    start: When
    begun: str
    deadline: When


@check
def window_too_short(node: Node[Tender], case: Case, *, at_least: int) -> Found[Window]:
    """Flag fewer than `at_least` calendar days to the deadline for all, from the last of three beginnings.

    These are publication, the day the documents were there, and the start of the tender period where one is stated.
    """
    tender, start, deadline = node.value, window_start(case), deadline_for(case)
    days = first_unclear(start, deadline)
    if isinstance(start, Limit) and isinstance(deadline, Limit):
        counted = days_until(case, start.when, deadline)
        if isinstance(counted, int):
            if counted < 0:
                yield unsure(node, reversed_ends(start.at, deadline.at))
            elif counted < at_least and tender.procurement_method != "direct":
                lighter = without_least_time(case)
                had = time_left(case, start.when, deadline, counted)
                facts = Window(had, start.when, BEGINNINGS[str(start.at.path[-1])], deadline.when)
                related = ((start.at, "counted from here"),)
                yield Hit(deadline.at, facts, related, "possible" if lighter else None)
            return
        days = counted
    if days is not None:
        yield unsure(node, days)


class Waited(Frozen):
    """How long the documents were not there although the time to bid was running."""

    start: When
    available: When
    lost: timedelta


@check
def documents_late(node: Node[Tender], case: Case, *, available: Ref[When], at_most_hours: int) -> Found[Waited]:
    """Flag documents that could be read more than `at_most_hours` after the time to bid began to run."""
    tender = node.value
    start = tender.tender_period.start_date if tender.tender_period else None
    if start is None and tender.procurement_method != "selective":
        start = tender.published
    if start is None:
        # In a selective procedure the notice comes first, the documents go to those invited.
        yield lacking(Node(("tender", "tender_period", "start_date"), None))
        return
    lost = case.clock.gap(start, available.value)
    if lost is not None and (start.time is None or available.value.time is None):
        # Published on a day may be in its last hour, so days are compared as days.
        lost = timedelta(days=(day_at(case, available.value) - day_at(case, start)).days)
    if lost is None:
        yield unsure(node, ZONE)
    elif lost > timedelta(hours=at_most_hours):
        yield Hit(available, Waited(start, available.value, lost))


class Closing(Frozen):
    """When questions end, and what that leaves."""

    closes: When
    deadline: When
    share: Decimal
    left: str


@check
def enquiries_close_early(node: Node[Tender], case: Case, *, closes: Ref[When], at_least: Decimal) -> Found[Closing]:
    """Flag questions that may be asked for less than `at_least` per cent of the window."""
    start, deadline = window_start(case), deadline_for(case)
    if isinstance(start, Unclear) or isinstance(deadline, Unclear):
        yield unsure(node, first_unclear(start, deadline) or ZONE)
        return
    whole = case.clock.gap(start.when, deadline.when, end_second=True)
    asked = case.clock.gap(start.when, closes.value, end_second=True)
    days = days_until(case, closes.value, deadline)
    if whole is None or asked is None or isinstance(days, Unclear):
        yield unsure(node, ZONE)
    elif whole <= timedelta(0):
        yield unsure(node, reversed_ends(start.at, deadline.at))
    else:
        share = Fraction(asked // timedelta(seconds=1), whole // timedelta(seconds=1)) * 100
        if share < at_least:
            left = time_left(case, closes.value, deadline, days)
            facts = Closing(closes.value, deadline.when, apart(max(share, Fraction(0)), at_least), left)
            yield Hit(closes, facts, ((deadline.at, "the deadline"),))


@check
def near_deadline(node: Node[object], case: Case, *, of: Ref[When], at_least: int) -> Found[Remaining]:
    """Flag a moment fewer than `at_least` calendar days before the deadline for all."""
    deadline = deadline_for(case)
    days = deadline if isinstance(deadline, Unclear) else days_until(case, of.value, deadline)
    if isinstance(days, Unclear):
        yield unsure(node, days)
    elif days < at_least and isinstance(deadline, Limit):
        left = time_left(case, of.value, deadline, days)
        yield Hit(of, Remaining(of.value, left, deadline.when), ((deadline.at, "the deadline"),))


@check
def document_near_deadline(node: Node[object], case: Case, *, of: Ref[When], at_least: int) -> Found[Remaining]:
    """Flag a document that came fewer than `at_least` calendar days before the deadline; one after it shaped no bid."""
    deadline, came = deadline_for(case), Limit(of.value, Node(of.path, of.value))
    if isinstance(deadline, Unclear) or after(case.clock, came, deadline, deadline=True) is not True:
        yield from near_deadline(node, case, of=of, at_least=at_least)


class OffHours(Frozen):
    """A deadline when nobody is at work."""

    deadline: When
    falls: str


@check
def deadline_off_hours(
    node: Node[Tender], case: Case, *, weekend: tuple[str, ...], from_hour: int, to_hour: int
) -> Found[OffHours]:
    """Flag a deadline on a day of the `weekend` or outside working hours, by the buyer's clock."""
    deadline = deadline_for(case)
    local = None if isinstance(deadline, Unclear) else case.clock.local(deadline.when)
    if isinstance(deadline, Unclear) or local is None:
        yield unsure(node, deadline if isinstance(deadline, Unclear) else ZONE)
        return
    day = WEEK[local.weekday()]
    if day in weekend:
        yield Hit(deadline.at, OffHours(deadline.when, f"on a {day}"))
    elif deadline.when.time in (None, time(0)):
        # Registers that publish days alone write them as midnight, so midnight says nothing about the hour.
        return
    elif not time(from_hour) <= local.time() <= time(to_hour):
        falls = f"at {local.time():%H:%M}, outside {from_hour}:00 to {to_hour}:00"
        yield Hit(deadline.at, OffHours(deadline.when, falls))


class Soon(Frozen):
    """When bids are due and the contract starts, and the days between."""

    deadline: When
    start: When
    days: int


@check
def starts_soon(
    node: Node[Tender], case: Case, *, end: Ref[When], start: Ref[When], at_least: int, not_for: tuple[str, ...] = ()
) -> Found[Soon]:
    """Flag a `start` fewer than `at_least` calendar days after the `end` of the time to bid, where somebody does the work today.

    Not for the main categories of purchase in `not_for`.
    """
    tender = node.value
    if tender.main_procurement_category in not_for or tender.incumbents == ():
        return
    if tender.incumbents is None:
        yield lacking(tender.field("incumbents"))
        return
    days = days_from(case.clock, end.value, start.value)
    if isinstance(days, Unclear):
        yield unsure(node, days)
    elif days < at_least:
        yield Hit(start, Soon(end.value, start.value, days), ((end, "counted from here"),))
