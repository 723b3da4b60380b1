"""Checks of the standstill in which providers make representations: how long it is stated, what is answered, when it ends."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.denial import DENIED, TIED, UNCLEAR, UNSAID, how_said
from fairaudit.analysis.recorded import record_says
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.timing.periods import open_steps, skipped_in
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import Happened, day_of, happened, unrecorded
from fairaudit.law.notices import notices
from fairaudit.law.standstill import Window, ends_before_midnight_of, in_time, told, window_before, windows
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Representations
from fairaudit.procurement.model.scalars import When

_AWAY = tuple(tuple(one.split()) for one in (
    "abandon", "abandoned", "abandoning", "abandonment", "discontinue", "discontinued", "cancel", "cancelled", "repeat",
    "repeated", "repeating", "go back", "went back", "going back", "earlier step", "rerun", "re run", "start again",
))  # fmt: skip
_ON = tuple(tuple(one.split()) for one in (
    "enter into", "entered into", "as intended", "proceed", "go ahead", "confirm", "confirmed", "upheld", "uphold", "stands",
    "award the contract",
))  # fmt: skip
"""Words for what may be decided again (reg 12(4)(d) and (7)): not to enter into the contract now, or to do so as intended."""


class Stated(Frozen):
    """An end that is stated too early: what is stated, the last day by the law, from when it is counted, holidays passed over."""

    stated: When
    end: date
    event: date
    period: str
    skipped: Verb


@check
def stated_end_too_early(node: Node[object], case: Case, *, period: StatutoryPeriod) -> Found[Stated]:
    """Flag a stated end of the time for representations that comes before midnight at the end of its last day."""
    found = windows(case, period)
    if not found:
        fields = ("tender.notices",)
        yield Unassessed(node, "when the notice of the intention to award was published is not given", fields)
        return
    stated = list(_stated(case, period, found))
    if not stated and not case.holds_all("tender.notices"):
        names = tuple(f"{text_of(one.notice.at.path[:-1])}.stated_end" for one in found)
        yield Unassessed(found[0].notice.at, f"{names[0]} is not given", names)
    for at, when, window in stated:
        early = ends_before_midnight_of(case, when, window.last)
        if early is None:
            yield Unassessed(at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        elif early:
            facts = Stated(when, window.last, window.published, period.words, skipped_in((window.counted,)))
            sure = "likely" if window.counted.projected else None
            yield Hit(at, facts, ((window.notice.at, "counted from here"),), sure)


def _stated(
    case: Case, period: StatutoryPeriod, found: tuple[Window, ...]
) -> Iterator[tuple[Node[object], When, Window]]:
    """Yield every stated end with the notice it belongs to: in the notice itself, or with an award."""
    by_place = {one.notice.at.path[:-1]: one for one in found}
    for notice in notices(case, "intention-to-award"):
        if notice.stated_end is not None and notice.path in by_place:
            yield notice.field("stated_end"), notice.stated_end, by_place[notice.path]
    for award in case.awards:
        if award.standstill is not None and award.standstill.end is not None:
            at = Happened(award.standstill.end, award.standstill.field("end"), (award.lot,) if award.lot else ())
            window = window_before(case, period, at, date.max)
            if window is not None:
                yield at.at, at.when, window


class TooSoon(Frozen):
    """A contract entered into too soon after the last further decision was told: when, when it was told, the last day."""

    day: date
    event: date
    last: date
    period: str


@check
def entered_before_the_decision_rested(
    node: Node[object], case: Case, *, standstill: StatutoryPeriod, period: StatutoryPeriod
) -> Found[TooSoon]:
    """Flag a contract entered into before enough working days had passed since the last further decision was told.

    The law does not say whether the last of these days must be over; a contract entered into on it is a question.
    """
    if case.procurement.representations is None:
        yield Unassessed(node, "whether representations were made is not given", ("representations",))
        return
    yield from _open(node, case, standstill)
    for act, day, window in _entered(case, standstill):
        heard = in_time(case, window)
        event = told(case, heard) if heard else None
        if event is None:
            # Nobody wrote in time, or is not answered: that is another rule's business.
            continue
        counted = readings(case, period, event)
        if isinstance(counted, str):
            yield Unassessed(act.at, counted, ("tender.buyer.country",))
            continue
        last = counted[0].last
        if day <= last:
            sure = "possible" if day == last else "likely" if counted[0].projected else None
            yield Hit(
                act.at,
                TooSoon(day, event, last, period.words),
                tuple((one.node, "made in time") for one in heard[:3]),
                sure,
            )


class Unanswered(Frozen):
    """A contract entered into although representations made in time were not answered: the first of them, and how many."""

    party: str
    received: When
    day: date
    others: str


@check
def entered_without_a_further_decision(
    node: Node[object], case: Case, *, standstill: StatutoryPeriod
) -> Found[Unanswered]:
    """Flag a contract entered into although no further decision is recorded as told to somebody who wrote in time."""
    if case.procurement.representations is None:
        yield Unassessed(node, "whether representations were made is not given", ("representations",))
        return
    for one in case.procurement.representations:
        if one.received is None:
            name = text_of((*one.path, "received"))
            yield Unassessed(one.node, f"{name} is not given", (name,))
    yield from _open(node, case, standstill)
    for act, day, window in _entered(case, standstill):
        silent = _silent(case, window)
        if silent:
            yield _unanswered(case, silent, act, day)


class Withheld(Frozen):
    """A contract entered into before information came that was asked for in the standstill: by whom, and the days."""

    party: str
    requested: When
    came: str
    day: date


@check
def entered_before_information_came(node: Node[object], case: Case, *, standstill: StatutoryPeriod) -> Found[Withheld]:
    """Flag a contract entered into before somebody who wrote in time had the information it had asked for until then.

    Where a ground for withholding some of it is recorded, what came later is a question, and what did not come is none.
    """
    if case.procurement.representations is None:
        yield Unassessed(node, "whether representations were made is not given", ("representations",))
        return
    yield from _open(node, case, standstill)
    for act, day, window in _entered(case, standstill):
        asked = _asked(case, window)
        for one in asked.by if asked.latest is None or asked.latest > day else ():
            yield from _late_information(case, one, act, day)


class _Asked(Frozen):
    """Who in time asked for information, and the day by which all of it had come; `None` where some never came."""

    by: tuple[Representations, ...]
    latest: date | None


def _asked(case: Case, window: Window) -> _Asked:
    """Return who asked for information in a window, worked out once for each."""
    key = ("asked", window.published, window.last)
    known = case.made.get(key)
    if isinstance(known, _Asked):
        return known
    by = tuple(one for one in in_time(case, window) if one.information_requested is not None)
    days = [day_of(case, one.given) if one.given else None for one in by]
    latest = max((day for day in days if day is not None), default=date.min) if None not in days else None
    made = case.made[key] = _Asked(by, latest)
    return made


def _late_information(case: Case, one: Representations, act: Happened, day: date) -> Found[Withheld]:
    """Yield whether what one provider asked for came only after a contract, or not at all."""
    asked = one.information_requested
    if asked is None:
        return
    first, came = day_of(case, asked), day_of(case, one.given) if one.given else None
    if first is None or (one.given is not None and came is None):
        yield Unassessed(one.node, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        return
    withheld = record_says(one.withheld) not in (UNSAID, DENIED)
    if first > day or (came is not None and came <= day) or (came is None and withheld):
        return
    name = text_of((*one.path, "given"))
    if came is None and not case.holds_all("representations"):
        yield Unassessed(one.node, f"{name} is not given, and `complete` does not name representations", (name,))
        return
    party = case.party_name(one.party) if one.party else "A provider"
    facts = Withheld(party, asked, f"came on {day_in_words(came)}" if came else "is not recorded as given", day)
    place = (one.field("given"), "when it came") if came else (one.field("information_requested"), "asked for here")
    yield Hit(act.at, facts, (place,), "possible" if withheld else None, key=one.party or text_of(one.path))


class Otherwise(Frozen):
    """A contract entered into although the last further decision was another: what it says, when it was told, and the day."""

    decision: str
    event: date
    day: date


@check
def entered_against_the_decision(node: Node[object], case: Case, *, standstill: StatutoryPeriod) -> Found[Otherwise]:
    """Flag a contract entered into although it was last decided to abandon the procurement or to repeat a step.

    A later decision replaces an earlier one, and a new notice of the intention begins a new standstill. Words that can be
    read two ways, and lists of notices that may lack the new one, make it less sure.
    """
    if case.procurement.representations is None:
        yield Unassessed(node, "whether representations were made is not given", ("representations",))
        return
    yield from _open(node, case, standstill)
    for act, day, window in _entered(case, standstill):
        for one in _turned_away(case, window):
            yield _against(case, one, act, day)


def _turned_away(case: Case, window: Window) -> tuple[Representations, ...]:
    """Return who was last told of a decision other than to enter into the contract, or of one that is not recorded."""
    key = ("turned away", window.published, window.last)
    known = case.made.get(key)
    if isinstance(known, tuple):
        return known
    heard = in_time(case, window)
    event = told(case, heard) if heard else None
    last = (one for one in heard if event and one.communicated and day_of(case, one.communicated) == event)
    made = case.made[key] = tuple(
        one for one in last if not (one.decision or "").strip() or how_said(one.decision, _AWAY) in (TIED, UNCLEAR)
    )
    return made


def _against(case: Case, one: Representations, act: Happened, day: date) -> Hit[Otherwise] | Unassessed:
    """Return that a contract goes against the last further decision, or that what was decided is not recorded."""
    decision, event = (
        " ".join((one.decision or "").split()),
        day_of(case, one.communicated) if one.communicated else None,
    )
    if not decision or event is None:
        name = text_of((*one.path, "decision"))
        return Unassessed(one.node, f"{name} is not given", (name,))
    unclear = how_said(decision, _AWAY) == UNCLEAR or how_said(decision, _ON) in (TIED, UNCLEAR)
    sure = "possible" if unclear else None if case.holds_all("tender.notices") else "likely"
    related = ((one.field("decision"), "what was decided"),)
    return Hit(act.at, Otherwise(decision, event, day), related, sure, key=one.party or text_of(one.path))


def _silent(case: Case, window: Window) -> tuple[Representations, ...]:
    """Return the representations made in time of which no further decision is recorded as told, once for each window."""
    key = ("silent", window.published, window.last)
    known = case.made.get(key)
    if isinstance(known, tuple):
        return known
    made = case.made[key] = tuple(one for one in in_time(case, window) if one.communicated is None)
    return made


def _unanswered(
    case: Case, silent: tuple[Representations, ...], act: Happened, day: date
) -> Hit[Unanswered] | Unassessed:
    one, more = silent[0], len(silent) - 1
    name = text_of((*one.path, "communicated"))
    if not case.holds_all("representations") or one.received is None:
        return Unassessed(one.node, f"{name} is not given, and `complete` does not name representations", (name,))
    party = case.party_name(one.party) if one.party else "a provider"
    facts = Unanswered(party, one.received, day, f", and so did {more} more" if more else "")
    return Hit(act.at, facts, ((one.node, "made in time"),), key=one.party or "")


def _open(node: Node[object], case: Case, standstill: StatutoryPeriod) -> Iterator[Unassessed]:
    """Yield the contracts of which it is open when they were entered into, or in which standstill."""
    yield from open_steps(node, case, "contract")
    for act in happened(case, "contract"):
        day = day_of(case, act.when)
        if day is None:
            yield Unassessed(act.at, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
        elif window_before(case, standstill, act, day) is None:
            unclear = unrecorded("intention-to-award", case)
            yield Unassessed(act.at, unclear.reason, unclear.missing)


def _entered(case: Case, standstill: StatutoryPeriod) -> Iterator[tuple[Happened, date, Window]]:
    """Yield every contract entered into, its day, and the window it came after."""
    for act in happened(case, "contract"):
        day = day_of(case, act.when)
        window = window_before(case, standstill, act, day) if day else None
        if day is not None and window is not None:
            yield act, day, window
