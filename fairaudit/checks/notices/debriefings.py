"""Checks of debriefings: a bidder who asks in time is owed one in time, and a late one keeps the contract from being signed."""

from datetime import date

from fairaudit.checks.base import Found, Hit, Ref, Slot, Unassessed, check
from fairaudit.checks.timing.durations import Overdue, past_the_period
from fairaudit.checks.timing.periods import open_steps
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import day_of, happened, unrecorded
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When


@check
def debriefing_late(
    node: Node[object],
    case: Case,
    *,
    asked: Ref[When],
    given: Slot[When],
    asking: StatutoryPeriod,
    giving: StatutoryPeriod,
) -> Found[Overdue]:
    """Flag a debriefing that was asked for within `asking` of the notification, and not given within `giving` of that."""
    timely = _asked_in_time(case, asked, asking)
    if isinstance(timely, Unassessed):
        yield timely
    elif timely:
        yield from past_the_period(node, case, start=asked, end=given, period=giving)


class Hurried(Frozen):
    """When a debriefing was due and came, the last day of the rest it starts, and when the contract was entered into."""

    due: date
    came: date
    end: date
    day: date
    period: str


@check
def entered_soon_after_a_late_debriefing(
    node: Node[object],
    case: Case,
    *,
    asked: Ref[When],
    given: Ref[When],
    asking: StatutoryPeriod,
    giving: StatutoryPeriod,
    rest: StatutoryPeriod,
) -> Found[Hurried]:
    """Flag a contract entered into within `rest` after a debriefing that came later than it was due, or before it came."""
    timely = _asked_in_time(case, asked, asking)
    due, end, came = _last(case, asked, giving), _last(case, given, rest), day_of(case, given.value)
    trouble = next((one for one in (timely, due, end) if isinstance(one, Unassessed)), None)
    if trouble and timely:
        yield trouble
    if not timely or isinstance(due, Unassessed) or isinstance(end, Unassessed) or came is None or came <= due:
        return
    yield from open_steps(node, case, "contract")
    for act in happened(case, "contract"):
        day = day_of(case, act.when)
        if day is None:
            yield Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        elif day <= end:
            yield Hit(act.at, Hurried(due, came, end, day, rest.words), ((given, "the debriefing"),))


def _asked_in_time(case: Case, asked: Ref[When], asking: StatutoryPeriod) -> bool | Unassessed:
    """Whether a debriefing was asked for within a period of the last notification of the intention to award."""
    told = happened(case, "intention-sent")
    day, days = day_of(case, asked.value), [day_of(case, one.when) for one in told]
    if not told:
        unclear = unrecorded("intention-sent")
        return Unassessed(asked, unclear.reason, unclear.missing)
    known = [one for one in days if one is not None]
    if day is None or len(known) < len(days):
        return Unassessed(asked, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
    counted = readings(case, asking, max(known))
    if isinstance(counted, str):
        return Unassessed(asked, counted, ("tender.buyer.country",))
    return day <= max(one.last for one in counted)


def _last(case: Case, event: Ref[When], period: StatutoryPeriod) -> date | Unassessed:
    """Return the last day of a period by the reading that gives most time."""
    day = day_of(case, event.value)
    counted = readings(case, period, day) if day is not None else DAY_HANGS_ON_ZONE
    if isinstance(counted, str):
        return Unassessed(event, counted, ("tender.time_zone" if day is None else "tender.buyer.country",))
    return max(one.last for one in counted)
