"""Checks of standstills that notices state."""

from datetime import date, time, timedelta

from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.timing.periods import counted_from, open_steps, skipped_in
from fairaudit.frozen import Frozen
from fairaudit.law.moments import ENDED, Happened, Step, day_of, happened, same_lots, unrecorded
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.deadlines import Limit
from fairaudit.procurement.times.spans import is_day

_LAST_MINUTE = time(23, 59)


class Within(Frozen):
    """What was done on which day, and until when the stated standstill ran."""

    step: str
    day: date
    end: When


@check
def in_stated_standstill(node: Node[object], case: Case, *, what: Step, end: Step) -> Found[Within]:
    """Flag a step taken before the end of a standstill that a notice or an award states, lot by lot.

    Where several steps may belong to one notice, which of them it is about is a question.
    """
    yield from open_steps(node, case, what.name)
    ends, acts = happened(case, end.name), happened(case, what.name)
    for act in acts:
        stated = [one for one in ends if same_lots(one, act)]
        mine = [one for one in stated if not _announced_later(case, one, act)]
        if not stated and not case.holds_all("tender.notices"):
            unclear = unrecorded(end.name)
            yield Unassessed(
                act.at, f"whether a notice states a standstill is not known: {unclear.reason}", unclear.missing
            )
        yield from _within(case, act, mine, what, end, len([one for one in acts if same_lots(one, act)]) > 1)


def _announced_later(case: Case, stated: Happened, act: Happened) -> bool:
    """Whether the notice that states an end was published after a step, and so is about something else."""
    place = stated.at.path
    if place[:2] != ("tender", "notices") or not isinstance(place[2], int):
        return False
    published = (case.tender.notices or ())[place[2]].published
    return published is not None and case.clock.before(act.when, published, end_first=True) is True


def _within(case: Case, act: Happened, ends: list[Happened], what: Step, end: Step, several: bool) -> Found[Within]:
    for one in ends:
        over = case.clock.before(one.when, act.when, end_first=True, end_second=True)
        day = day_of(case, act.when)
        if over is None or day is None:
            yield Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        elif not over:
            yield Hit(
                act.at, Within(what.words, day, one.when), ((one.at, end.words),), "possible" if several else None
            )
            return
        elif case.clock.before(act.when, one.when, end_second=True) is not False:
            reason = f"{what.words} came on the day the standstill ended, and the time is not recorded"
            yield Unassessed(act.at, reason, ())


class Hasty(Frozen):
    """What was done on which day, the end that was stated, and the last day of the shortest standstill."""

    step: str
    day: date
    stated: When
    end: date


@check
def after_an_end_too_soon(
    node: Node[object], case: Case, *, what: Step, end: Step, after: Step, period: StatutoryPeriod
) -> Found[Hasty]:
    """Flag a step that waited for the stated end of a standstill only, where the shortest after the notice was not over."""
    yield from open_steps(node, case, what.name)
    for act in happened(case, what.name):
        for stated in happened(case, end.name):
            if same_lots(stated, act) and not _announced_later(case, stated, act):
                for event in _counted_from(case, stated, after)[:1]:
                    ran, last, day = (
                        counted_from(case, event, period, act.at),
                        _last_full_day(case, stated),
                        day_of(case, act.when),
                    )
                    if day is None or last is None or isinstance(ran, Unassessed):
                        yield (
                            ran
                            if isinstance(ran, Unassessed)
                            else Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
                        )
                    elif last < ran.soonest and last < day <= ran.soonest:
                        related = ((stated.at, end.words), (event.at, after.words))
                        yield Hit(act.at, Hasty(what.words, day, stated.when, ran.soonest), related)


def _counted_from(case: Case, stated: Happened, after: Step) -> list[Happened]:
    """Return the steps an end is counted from: one that a notice states itself is counted from that notice."""
    events = [one for one in happened(case, after.name) if same_lots(one, stated)]
    return [one for one in events if one.at.path[:-1] == stated.at.path[:-1]] or events


class Short(Frozen):
    """The stated end of a standstill, and the last day of the shortest that the law knows."""

    day: When
    event: date
    end: date
    period: str
    skipped: Verb


def _notices_say_all(case: Case, ends: tuple[Happened, ...]) -> bool:
    """Whether the notices state an end for every award, so that what an award does not repeat leaves nothing open."""
    told = [one for one in ends if one.at.path[:2] == ("tender", "notices")]
    if not told or any(not one.lots for one in told):
        return bool(told)
    lots = {lot for one in told for lot in one.lots}
    return bool(case.awards) and all(one.lot in lots for one in case.awards if one.status not in ENDED)


def _last_full_day(case: Case, stated: Happened) -> date | None:
    """Return the last day of which a stated end leaves every hour: noon cuts its day short, 23:59 does not."""
    local = case.clock.local(stated.when)
    if local is None:
        return None
    whole = is_day(case, Limit(stated.when, stated.at)) or local.time() >= _LAST_MINUTE
    return local.date() if whole else local.date() - timedelta(days=1)


@check
def ends_too_soon(node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod) -> Found[Short]:
    """Flag a stated end that lies before midnight at the end of the last day of a period counted from another step."""
    ends = happened(case, what.name)
    if not _notices_say_all(case, ends):
        yield from open_steps(node, case, what.name)
    for stated in ends:
        events = _counted_from(case, stated, after)
        if not events:
            unclear = unrecorded(after.name)
            yield Unassessed(stated.at, unclear.reason, unclear.missing)
            continue
        last, ran = _last_full_day(case, stated), counted_from(case, events[0], period, stated.at)
        if last is None or isinstance(ran, Unassessed):
            yield (
                ran if isinstance(ran, Unassessed) else Unassessed(stated.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
            )
        elif last < ran.soonest:
            facts = Short(stated.when, ran.start, ran.soonest, period.words, skipped_in(ran.counted))
            sure = "likely" if any(one.projected for one in ran.counted) else None
            yield Hit(stated.at, facts, ((events[0].at, after.words),), sure)
