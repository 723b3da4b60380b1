"""The standstill of the Provider Selection Regime: until when representations can be made, and when it ends.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), reg 12. The period begins on the day
after the notice of the intention is published; its eight working days are those after that day. Where somebody makes
representations in time, it only ends when five working days have passed since the last further decision was told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, time

from fairaudit.analysis.calendars import Counted
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import Happened, day_of, happened
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Representations
from fairaudit.procurement.model.scalars import When

_LAST_MINUTE = time(23, 59)


class Window(Frozen):
    """The time for representations after one notice of an intention to award."""

    notice: Happened
    published: date
    counted: Counted

    @property
    def last(self) -> date:
        """The day at whose end the time for representations is over."""
        return self.counted.last


def windows(case: Case, standstill: StatutoryPeriod) -> tuple[Window, ...]:
    """Return the time for representations after every notice of an intention to award, the earliest first."""
    key = ("windows", standstill)
    known = case.made.get(key)
    if isinstance(known, tuple):
        return known
    found = []
    for one in happened(case, "intention-to-award"):
        published = day_of(case, one.when)
        counted = readings(case, standstill, published) if published else ()
        if published and counted and not isinstance(counted, str):
            found.append(Window(one, published, counted[0]))
    made = case.made[key] = tuple(sorted(found, key=lambda one: one.published))
    return made


def window_before(case: Case, standstill: StatutoryPeriod, act: Happened, day: date) -> Window | None:
    """Return the last window that began before something happened to the same lots."""
    by_lot = _by_lot(case, standstill)
    # A notice that names no lots is about all of them, and an act that names none is about every notice.
    own = [one for lot in (*act.lots, "") for one in by_lot.get(lot, ())] if act.lots else windows(case, standstill)
    return max((one for one in own if one.published <= day), key=lambda one: one.published, default=None)


def _by_lot(case: Case, standstill: StatutoryPeriod) -> dict[str, list[Window]]:
    """Return the windows by the lots they are about; those about all stand under the empty name."""
    key = ("windows by lot", standstill)
    known = case.made.get(key)
    if isinstance(known, dict):
        return known
    found: dict[str, list[Window]] = {}
    for one in windows(case, standstill):
        for lot in one.notice.lots or ("",):
            found.setdefault(lot, []).append(one)
    case.made[key] = found
    return found


def in_time(case: Case, window: Window) -> tuple[Representations, ...]:
    """Return the representations received before midnight at the end of the last day; those without a day are left out."""
    key = ("in time", window.published, window.last)
    known = case.made.get(key)
    if isinstance(known, tuple):
        return known
    days, told_ = case.once(_by_day)
    found = told_[bisect_left(days, window.published) : bisect_right(days, window.last)]
    case.made[key] = found
    return found


def _by_day(case: Case) -> tuple[list[date], tuple[Representations, ...]]:
    """Return the days on which representations were received, in order, and the representations in the same order."""
    dated = [
        (day, one.path, one)
        for one in case.procurement.representations or ()
        if one.received is not None and (day := day_of(case, one.received)) is not None
    ]
    dated.sort(key=lambda found: (found[0], str(found[1])))
    return [day for day, _, _ in dated], tuple(one for _, _, one in dated)


def told(case: Case, representations: tuple[Representations, ...]) -> date | None:
    """Return the day on which the last further decision was told, `None` where one is not recorded as told."""
    days = [day_of(case, one.communicated) if one.communicated else None for one in representations]
    return max((day for day in days if day is not None), default=None) if None not in days else None


class Ended(Frozen):
    """The day at whose end a standstill is over, or why that is not known and the fields that would say it."""

    day: date | None
    because: str = ""
    missing: tuple[str, ...] = ()


def end_of(case: Case, window: Window, rest: StatutoryPeriod) -> Ended:
    """Return when the standstill after a notice ends, by the representations that were made and answered (reg 12(9), (10))."""
    if case.procurement.representations is None:
        return Ended(None, "whether representations were made in the standstill is not given", ("representations",))
    heard = in_time(case, window)
    if not heard:
        return Ended(window.last)
    open_ = next((one for one in heard if one.communicated is None), None)
    if open_ is not None:
        name = text_of((*open_.path, "communicated"))
        return Ended(None, f"{name} is not given, and the standstill stays open until then", (name,))
    last = told(case, heard)
    counted = readings(case, rest, last) if last else ""
    if isinstance(counted, str):
        return Ended(None, "when the last further decision was told hangs on a time zone", ("tender.time_zone",))
    # It stays open until what was asked for in it has been given (reg 12(4)(b) and (10)(a)(ii)).
    given = (
        day_of(case, one.given) for one in heard if one.given is not None and one.information_requested is not None
    )
    return Ended(max(window.last, counted[0].last, *(day for day in given if day is not None)))


def ends_before_midnight_of(case: Case, when: When, last: date) -> bool | None:
    """Whether a stated end cuts off time before midnight at the end of a day; `None` where that hangs on a time zone."""
    local = case.clock.local(when)
    if local is None:
        return None
    if local.date() != last:
        return local.date() < last
    return when.time is not None and local.time().replace(second=0) < _LAST_MINUTE
