"""Checks of days that a law counts: what may not come before a period has ended, what must come within one, what comes first.

Rules name the steps of a procurement (`law/moments`) and a period of their pack. A step that happened for several lots is
compared lot by lot. Where a law names no territory for its holidays, each reading is counted, and what only one of them
forbids is a question.
"""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.calendars import Counted, Moved, day_in_words, day_of_week_in_words
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings, readings_back, with_readings
from fairaudit.law.moments import Happened, Step, day_of, happened, same_lots, unrecorded, unsaid
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.node import Node, text_of


class Ran(Frozen):
    """From which day a period ran, and where it ends by each reading of the calendar."""

    start: date
    counted: tuple[Counted, ...]

    @property
    def last(self) -> date:
        """The last day by the reading that ends latest."""
        return max(one.last for one in self.counted)

    @property
    def soonest(self) -> date:
        """The last day by the reading that ends soonest."""
        return min(one.last for one in self.counted)


def counted_from(case: Case, event: Happened, period: StatutoryPeriod, at: Node[object]) -> Ran | Unassessed:
    """Return a period counted from a step, or why it cannot be counted; that is then said of the node `at`."""
    start = day_of(case, event.when)
    if start is None:
        return Unassessed(at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
    counted = readings(case, period, start)
    if isinstance(counted, str):
        return Unassessed(at, counted, ("tender.buyer.country",))
    return Ran(start, counted)


def open_steps(node: Node[object], case: Case, name: str) -> Iterator[Unassessed]:
    """Yield that a case leaves open whether, or when, the step a check looks at happened; only then is silence no pass."""
    unclear = unsaid(case, name)
    if unclear is not None:
        yield Unassessed(node, unclear.reason, unclear.missing)


class Early(Frozen):
    """What came too early: when, what it is counted from, the last day of the period, and the days passed over."""

    step: str
    day: date
    after: str
    event: date
    end: date | str
    period: str
    skipped: Verb


@check
def before_the_end_of(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Early]:
    """Flag a step that came on or before the last day of a period counted from another step."""
    yield from open_steps(node, case, what.name)
    for act, event in _pairs(case, what, after):
        if isinstance(event, Unassessed):
            yield event
            continue
        day, ran = day_of(case, act.when), counted_from(case, event, period, act.at)
        if day is None or isinstance(ran, Unassessed):
            yield ran if isinstance(ran, Unassessed) else Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        elif day <= ran.last:
            end = with_readings([(one.by, one.last) for one in ran.counted])
            facts = Early(what.words, day, after.words, ran.start, end, period.words, skipped_in(ran.counted))
            related = ((event.at, after.words),)
            yield Hit(act.at, facts, related, confidence_of(day <= ran.soonest, ran.counted))


class Late(Frozen):
    """What came too late, or not yet: what it is counted from, the last day, and when it came."""

    step: str
    came: str
    after: str
    event: date
    last: date
    period: str
    skipped: Verb


@check
def after_the_end_of(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Late]:
    """Flag a step that came after the last day of a period counted from another, or had not come by the day of the audit."""
    yield from open_steps(node, case, after.name)
    for event in happened(case, after.name):
        ran = counted_from(case, event, period, event.at)
        if isinstance(ran, Unassessed):
            yield ran
            continue
        done = [one for one in happened(case, what.name) if same_lots(one, event)]
        facts = Late(what.words, "", after.words, ran.start, ran.last, period.words, skipped_in(ran.counted))
        if done:
            yield from _came_late(case, done, event, facts, ran)
        else:
            yield from _never_came(case, what, event, facts, ran)


@check
def came_after_the_period(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Late]:
    """Flag every time a step came when a period counted from another had ended; that it must come is another rule's business."""
    yield from open_steps(node, case, what.name)
    acts, events = happened(case, what.name), happened(case, after.name)
    if acts and not events:
        unclear = unrecorded(after.name)
        yield Unassessed(acts[0].at, unclear.reason, unclear.missing)
    for event in events:
        ran = counted_from(case, event, period, event.at)
        if isinstance(ran, Unassessed):
            yield ran
            continue
        facts = Late(what.words, "", after.words, ran.start, ran.last, period.words, skipped_in(ran.counted))
        for act in acts:
            yield from _came_late(case, [act], event, facts, ran)


def _came_late(case: Case, done: list[Happened], event: Happened, facts: Late, ran: Ran) -> Found[Late]:
    """Yield the first time a step came, where that was too late."""
    days = [(day, one) for one in done if (day := day_of(case, one.when)) is not None]
    if not days:
        yield Unassessed(done[0].at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        return
    day, act = min(days, key=lambda pair: pair[0])
    if day > ran.soonest:
        came = f"on {day_in_words(day)}"
        certain = (day - ran.last).days > act.lag
        yield Hit(act.at, facts._replace(came=came), ((event.at, facts.after),), confidence_of(certain, ran.counted))


def _never_came(case: Case, what: Step, event: Happened, facts: Late, ran: Ran) -> Found[Late]:
    """Yield a step that was due and is not recorded; only a section that is complete shows that it never came."""
    if case.today is None or case.today <= facts.last:
        return
    section = what.fields[0].split("[")[0]
    if case.holds_all(section):
        yield Hit(event.at, facts._replace(came="not at all"), (), confidence_of(True, ran.counted))
    else:
        unclear = unrecorded(what.name)
        yield Unassessed(event.at, f"{unclear.reason}, and `complete` does not name {section}", unclear.missing)


class Close(Frozen):
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
    yield from open_steps(node, case, what.name)
    if acts and not events:
        unclear = unrecorded(before.name, case)
        yield Unassessed(acts[0].at, unclear.reason, unclear.missing)
    for act in acts:
        for event in events:
            day, ran = day_of(case, act.when), counted_from(case, event, period, act.at)
            if day is None or isinstance(ran, Unassessed):
                yield (
                    ran if isinstance(ran, Unassessed) else Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
                )
                continue
            latest = latest_before(case, period, ran.start)
            # What comes after the event is another rule's business.
            if latest < day <= ran.start:
                left = (ran.start - day).days
                facts = Close(what.words, day, before.words, ran.start, latest, left, period.words)
                yield Hit(act.at, facts, ((event.at, before.words),))


def latest_before(case: Case, period: StatutoryPeriod, end: date) -> date:
    """Return the last day that leaves a period until a day, by the strictest reading."""
    counted = readings_back(case, period, end)
    return end if isinstance(counted, str) else min(one.first for one in counted)


class Order(Frozen):
    """Two steps in the wrong order."""

    step: str
    day: date
    than: str
    other: date


@check
def not_before(
    node: Node[object], case: Case, *, what: Step, than: Step, same_day: bool = True, by_the_hour: bool = False
) -> Found[Order]:
    """Flag a step that came later than another it must come before; `same_day` allows both on one day.

    Where the hour counts, the order of two on one day is not known while the time of one is not given.
    """
    yield from open_steps(node, case, than.name)
    later, first = happened(case, than.name), happened(case, what.name)
    if first:
        yield from open_steps(node, case, what.name)
    alone = next((one for one in later if not any(same_lots(one, other) for other in first)), None)
    if alone is not None:
        unclear = unrecorded(what.name, case)
        yield Unassessed(alone.at, unclear.reason, unclear.missing)
    for act, event in ((one, other) for other in later for one in first if same_lots(one, other)):
        day, end = day_of(case, act.when), day_of(case, event.when)
        if day is None or end is None:
            yield Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
            continue
        bare = next((one for one in (act, event) if one.when.time is None), None)
        if by_the_hour and day == end and bare is not None:
            name = text_of(bare.at.path)
            reason = "both are on the same day, and the time of one is not given"
            yield Unassessed(bare.at, reason, (f"{name} (with its time)",))
            continue
        order = case.clock.before(event.when, act.when, end_first=same_day)
        if day > end or (day == end and (not same_day or order is True)):
            yield Hit(act.at, Order(what.words, day, than.words, end), ((event.at, than.words),))
            return


class Unrecorded(Frozen):
    """A step that must have happened and is not recorded."""

    step: str
    after: str


@check
def not_recorded(node: Node[object], case: Case, *, what: Step, once: Step) -> Found[Unrecorded]:
    """Flag a step of which there is no record for lots for which another has happened; only where the section is complete."""
    done = happened(case, what.name)
    if not done:
        yield from open_steps(node, case, once.name)
    alone = next((one for one in happened(case, once.name) if not any(same_lots(one, act) for act in done)), None)
    if alone is None:
        return
    unclear = unrecorded(what.name)
    section = what.fields[0].split("[")[0]
    if not done and case.holds_all(section) and (open_ := unsaid(case, what.name)):
        yield Unassessed(alone.at, open_.reason, open_.missing)
    elif case.holds_all(section):
        yield Hit(alone.at, Unrecorded(what.words, once.words))
    else:
        yield Unassessed(alone.at, f"{unclear.reason}, and `complete` does not name {section}", unclear.missing)


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


def confidence_of(certain: bool, counted: tuple[Counted, ...]) -> str | None:
    """Return how sure a count is: a question where the readings differ, likely where a holiday is a projection."""
    if not certain:
        return "possible"
    return "likely" if any(one.projected for one in counted) else None


def skipped_in(counted: tuple[Counted, ...]) -> Verb:
    """Return which holidays a count passed over or why its end moved, to stand at the end of a sentence; else nothing."""
    days = {day: name for one in counted for day, name in one.skipped}
    if days:
        projected = "; the holidays are a projection" if any(one.projected for one in counted) else ""
        return Verb(f", {_named(days)} not counted{projected}")
    last = max(counted, key=lambda one: one.last, default=None)
    return Verb(_moved_in(last.moved, last.projected)) if last and last.moved else Verb()


def _moved_in(moved: Moved, leans: bool) -> str:
    """Return why an end moved as short as a message wants it: the day it would have been, and the holidays after it."""
    holidays = {day: name for day, name in moved.off if name}
    over = f" over {_named(holidays)}" if holidays else ", no working day"
    projected = ", projected" if leans and holidays else ""
    return f"; the end moved from {day_of_week_in_words(moved.due)}{over}{projected}"


def _named(days: dict[date, str]) -> str:
    return ", ".join(f"{name} ({day_in_words(day)})" for day, name in sorted(days.items()))
