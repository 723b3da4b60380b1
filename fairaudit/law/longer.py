"""Dates that a case makes later than the law's least: a standstill that a notice states longer, or that a late step extends."""

from datetime import date, timedelta

from fairaudit.analysis.calendars import Moved, day_in_words
from fairaudit.frozen import Frozen
from fairaudit.law.counting import readings
from fairaudit.law.moments import Happened, day_of, happened, last_whole_day
from fairaudit.law.tables import DateRow, Longer, Tables
from fairaudit.procurement.case import Case

_DAY = timedelta(days=1)


class Due(Frozen):
    """A day the law sets. `kind` is `earliest` for the first day something may be done on, `latest` for the last."""

    who: str
    what: str
    kind: str
    day: date
    counted: str
    cite: str
    event: date
    skipped: tuple[tuple[date, str], ...]
    projected: bool
    note: str | None
    moved: Moved | None = None
    about: tuple[str, ...] = ()
    """Whom or what the date is about where there are several of one kind: bidders by name, lots."""
    subject: str = ""
    """The first, by name, of whom or what it is about, whether or not there are others of its kind: it tells them apart."""
    days: tuple[date, ...] = ()
    """The working days that were counted, where the period is one of working days."""
    only_if: str = ""
    """The conditions, in words, that must hold for it and that a case leaves open; its note says why and what settles it."""
    missing: tuple[str, ...] = ()
    """The fields that would settle these conditions."""


class _End(Frozen):
    """An end that a case records, and the date it makes of a row; `stated` is false for one that is counted."""

    last: date
    due: Due
    stated: bool


def lengthened(case: Case, tables: Tables, row: DateRow, event: Happened, least: Due) -> Due:
    """Return a date with what the case records of its end: the later end where one is stated or follows from a late step.

    What must be done by a day keeps the least of the law, as nobody should wait for an end that rests on a statement.
    """
    last = least.day - _DAY if row.kind == "earliest" else least.day
    ends, unless = [], []
    for one in row.longer:
        recorded = _recorded(case, one.step, row.step).about(event)
        ends += [end for at in recorded if (end := _end(case, tables, row, one, at, least)) is not None]
        unless += [one.note] if one.note and not recorded else []
    end = max(ends, key=lambda one: one.last, default=None)
    if end is None:
        return _noted(least, *unless)
    told = f"the standstill is stated to end on {day_in_words(end.last)}" if end.stated else ""
    if end.last < last:
        return _noted(least, f"{told}, which is too soon" if told else "", *unless)
    if row.kind == "latest":
        return _noted(least, f"{told}: do not wait for that" if told and end.last > last else "", *unless)
    if end.last == last:
        return _noted(least, *unless)
    return _noted(end.due, f"the standstill would otherwise end on {day_in_words(last)}", *unless)


def _end(case: Case, tables: Tables, row: DateRow, longer: Longer, at: Happened, least: Due) -> _End | None:
    """Return the end that one record makes, `None` where its day is not known."""
    if longer.period is None:
        last = last_whole_day(case, at.when)
        if last is None:
            return None
        words = f"the standstill is stated to run to the end of {day_in_words(last)}; the shortest is {least.counted}"
        due = least._replace(
            day=_shown(row, last),
            counted=words,
            cite=longer.cite,
            skipped=(),
            moved=None,
            projected=False,
            days=(),
        )
        return _End(last, due, stated=True)
    period, day = tables.period(longer.period), day_of(case, at.when)
    counted = readings(case, period, day) if day is not None else ""
    if day is None or isinstance(counted, str):
        return None
    chosen = max(counted, key=lambda each: each.last)
    due = least._replace(
        day=_shown(row, chosen.last), counted=period.words, cite=period.cite, event=day, moved=chosen.moved,
        skipped=chosen.skipped, projected=any(each.projected for each in counted), days=chosen.days,
    )  # fmt: skip
    return _End(chosen.last, due, stated=False)


def _shown(row: DateRow, last: date) -> date:
    return last + _DAY if row.kind == "earliest" else last


class _Recorded(Frozen):
    """The records of a step: those that stand in a notice that is an event itself, by that, and the last of others by lot."""

    own: dict[tuple[str | int, ...], list[Happened]]
    by_lot: dict[str, Happened]
    last: Happened | None

    def about(self, event: Happened) -> list[Happened]:
        """Return the records that are about an event."""
        found = list(self.own.get(tuple(event.at.path[:-1]), ()))
        if not event.lots:
            return found + ([self.last] if self.last else [])
        return found + [self.by_lot[one] for one in (*event.lots, "") if one in self.by_lot]


def _recorded(case: Case, step: str, event: str) -> _Recorded:
    """Return the records of a step by what they are about, worked out once for a case."""
    key = ("recorded", step, event)
    known = case.made.get(key)
    if isinstance(known, _Recorded):
        return known
    own: dict[tuple[str | int, ...], list[Happened]] = {tuple(one.at.path[:-1]): [] for one in happened(case, event)}
    by_lot: dict[str, Happened] = {}
    last: Happened | None = None
    for one in sorted(happened(case, step), key=lambda each: each.when.isoformat()):
        place = tuple(one.at.path[:-1])
        if place in own:
            own[place].append(one)
            continue
        last = one
        by_lot.update(dict.fromkeys(one.lots or ("",), one))
    made = case.made[key] = _Recorded(own, by_lot, last)
    return made


def _noted(due: Due, *notes: str) -> Due:
    note = "; ".join(one for one in (due.note, *notes) if one)
    return due._replace(note=note or None)
