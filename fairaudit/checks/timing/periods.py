"""Checks of days that a law counts: what may not come before a period has ended, what must come within one, what comes first.

Rules name the steps of a procurement (`law/moments`) and a period of their pack. A step that happened for several lots is
compared lot by lot. Where a law names no territory for its holidays, each reading is counted, and what only one of them
forbids is a question.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fairaudit.analysis.calendars import Counted, count_back, day_in_words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.law.counting import calendars_of, readings
from fairaudit.law.moments import Happened, Step, day_of, happened, same_lots, unrecorded
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node

_ZONE = "the day depends on a time zone that is not given"


class Early(NamedTuple):
    """What came too early: when, what it is counted from, the last day of the period, and the days passed over."""

    step: str
    day: date
    after: str
    event: date
    end: date
    period: str
    skipped: str


@check
def before_the_end_of(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Early]:
    """Flag a step that came on or before the last day of a period counted from another step."""
    for act, event in _pairs(case, what, after):
        if isinstance(event, Unassessed):
            yield event
            continue
        day, start = day_of(case, act.when), day_of(case, event.when)
        if day is None or start is None:
            yield Unassessed(act.at, _ZONE, ("tender.time_zone",))
            continue
        counted = readings(case, period, start)
        if isinstance(counted, str):
            yield Unassessed(act.at, counted, ("tender.buyer.country",))
            continue
        last = max(one.last for one in counted)
        if day <= last:
            facts = Early(what.words, day, after.words, start, last, period.words, skipped_in(counted))
            related = ((event.at, after.words),)
            yield Hit(act.at, facts, related, _sure(day <= min(one.last for one in counted), counted))


class Late(NamedTuple):
    """What came too late, or not yet: what it is counted from, the last day, and when it came."""

    step: str
    came: str
    after: str
    event: date
    last: date
    period: str
    skipped: str


@check
def after_the_end_of(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Late]:
    """Flag a step that came after the last day of a period counted from another, or had not come by the day of the audit."""
    for event in happened(case, after.name):
        start = day_of(case, event.when)
        counted = _ZONE if start is None else readings(case, period, start)
        if start is None or isinstance(counted, str):
            missing = "tender.time_zone" if start is None else "tender.buyer.country"
            yield Unassessed(event.at, str(counted), (missing,))
            continue
        last = max(one.last for one in counted)
        done = [one for one in happened(case, what.name) if same_lots(one, event)]
        facts = Late(what.words, "", after.words, start, last, period.words, skipped_in(counted))
        if done:
            yield from _came_late(case, done, event, facts, counted)
        else:
            yield from _never_came(case, what, event, facts, counted)


def _came_late(
    case: Case, done: list[Happened], event: Happened, facts: Late, counted: tuple[Counted, ...]
) -> Found[Late]:
    """Yield the first time a step came, where that was too late."""
    days = [(day, one) for one in done if (day := day_of(case, one.when)) is not None]
    if not days:
        yield Unassessed(done[0].at, _ZONE, ("tender.time_zone",))
        return
    day, act = min(days, key=lambda pair: pair[0])
    if day > min(one.last for one in counted):
        came = f"on {day_in_words(day)}"
        certain = (day - facts.last).days > act.lag
        yield Hit(act.at, facts._replace(came=came), ((event.at, facts.after),), _sure(certain, counted))


def _never_came(case: Case, what: Step, event: Happened, facts: Late, counted: tuple[Counted, ...]) -> Found[Late]:
    """Yield a step that was due and is not recorded; only a section that is complete shows that it never came."""
    if case.today is None or case.today <= facts.last:
        return
    section = what.fields[0].split("[")[0]
    if case.holds_all(section):
        yield Hit(event.at, facts._replace(came="not at all"), (), _sure(True, counted))
    else:
        unclear = unrecorded(what.name)
        yield Unassessed(event.at, f"{unclear.reason}, and `complete` does not name {section}", unclear.missing)


class Close(NamedTuple):
    """What came too close before something: when, and the last day that leaves enough time."""

    step: str
    day: date
    before: str
    event: date
    latest: date
    left: int
    period: str


@check
def too_close_before(
    node: Node[object], case: Case, *, what: Step, before: Step, period: StatutoryPeriod
) -> Found[Close]:
    """Flag a step that left less than a period until another one."""
    events = happened(case, before.name)
    acts = happened(case, what.name)
    if not acts and not case.holds_all(what.fields[0].split("[")[0]):
        unclear = unrecorded(what.name)
        yield Unassessed(node, unclear.reason, unclear.missing)
    if acts and not events:
        unclear = unrecorded(before.name, case)
        yield Unassessed(acts[0].at, unclear.reason, unclear.missing)
    for act in acts:
        for event in events:
            day, end = day_of(case, act.when), day_of(case, event.when)
            if day is None or end is None:
                yield Unassessed(act.at, _ZONE, ("tender.time_zone",))
                continue
            counted = readings(case, period, end)
            if isinstance(counted, str):
                yield Unassessed(act.at, counted, ("tender.buyer.country",))
                continue
            latest = latest_before(case, period, end)
            # What comes after the event is another rule's business.
            if latest < day <= end:
                facts = Close(what.words, day, before.words, end, latest, (end - day).days, period.words)
                yield Hit(act.at, facts, ((event.at, before.words),))


def latest_before(case: Case, period: StatutoryPeriod, end: date) -> date:
    """Return the last day that leaves a period until a day, by the strictest reading."""
    calendars = calendars_of(case, period)
    return end if isinstance(calendars, str) else min(count_back(end, period.counting, one) for one in calendars)


class Order(NamedTuple):
    """Two steps in the wrong order."""

    step: str
    day: date
    than: str
    other: date


@check
def not_before(node: Node[object], case: Case, *, what: Step, than: Step, same_day: bool = True) -> Found[Order]:
    """Flag a step that came later than another it must come before; `same_day` allows both on one day."""
    later = happened(case, than.name)
    if not later:
        return
    first = happened(case, what.name)
    if not first:
        unclear = unrecorded(what.name, case)
        yield Unassessed(later[0].at, unclear.reason, unclear.missing)
        return
    for act, event in ((one, other) for other in later for one in first if same_lots(one, other)):
        day, end = day_of(case, act.when), day_of(case, event.when)
        if day is None or end is None:
            yield Unassessed(act.at, _ZONE, ("tender.time_zone",))
            continue
        order = case.clock.before(event.when, act.when, end_first=same_day)
        if day > end or (day == end and (not same_day or order is True)):
            yield Hit(act.at, Order(what.words, day, than.words, end), ((event.at, than.words),))
            return


class Unrecorded(NamedTuple):
    """A step that must have happened and is not recorded."""

    step: str
    after: str


@check
def not_recorded(node: Node[object], case: Case, *, what: Step, once: Step) -> Found[Unrecorded]:
    """Flag a step of which there is no record although another has happened; only where the section is complete."""
    event = happened(case, once.name)
    if not event or happened(case, what.name):
        return
    unclear = unrecorded(what.name)
    section = what.fields[0].split("[")[0]
    if case.holds_all(section):
        yield Hit(event[0].at, Unrecorded(what.words, once.words))
    else:
        yield Unassessed(event[0].at, f"{unclear.reason}, and `complete` does not name {section}", unclear.missing)


def _pairs(case: Case, what: Step, after: Step) -> Iterator[tuple[Happened, Happened | Unassessed]]:
    """Yield every time a step happened with the last event before it that it is counted from, lot by lot."""
    events = happened(case, after.name)
    for act in happened(case, what.name):
        mine = [one for one in events if same_lots(one, act)]
        if not mine:
            unclear = unrecorded(after.name, case)
            yield act, Unassessed(act.at, unclear.reason, unclear.missing)
            continue
        dated = sorted(mine, key=lambda one: (one.when.isoformat(), one.at.path and str(one.at.path)))
        yield act, dated[-1]


def _sure(certain: bool, counted: tuple[Counted, ...]) -> str | None:
    """Return how sure a count is: a question where the readings differ, likely where a holiday is a projection."""
    if not certain:
        return "possible"
    return "likely" if any(one.projected for one in counted) else None


def skipped_in(counted: tuple[Counted, ...]) -> str:
    """Return the holidays that were passed over, in words that stand at the end of a sentence; empty where none was."""
    days = {day: name for one in counted for day, name in one.skipped}
    if not days:
        return ""
    named = ", ".join(f"{name} ({day_in_words(day)})" for day, name in sorted(days.items()))
    projected = "; the holidays are a projection" if any(one.projected for one in counted) else ""
    return f", {named} not counted{projected}"
