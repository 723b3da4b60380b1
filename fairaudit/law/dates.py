"""The dates a law sets for a case: `tables/dates.yaml` of its pack says for whom, what, from which step and by which period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fairaudit.analysis.calendars import Counted, count_back, count_from
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import ask_all, matching
from fairaudit.law.counting import all_limits, all_readings, differing
from fairaudit.law.longer import Due, lengthened
from fairaudit.law.moments import Happened, begun, day_of, happened, unrecorded, unsaid
from fairaudit.law.pending import with_pending
from fairaudit.law.tables import DateRow, StatutoryPeriod, Tables
from fairaudit.procurement.case import Case

_DAY = timedelta(days=1)


MODIFICATION = "modification"
"""The step of a change to a contract, which a law may govern that governs nothing else of a case."""


def dates_of(case: Case, tables: Tables, step: str | None = None) -> tuple[Due, ...]:
    """Return the days a pack's law sets for a case, in order; only from steps that are recorded or planned, or from one.

    Dates that are the same for several bidders or lots are one; where those of one kind differ, each says what it is about.
    """
    made = [one for row in tables.dates() if step in (None, row.step) for one in _due(case, tables, row)]
    found = _merged(one.due for one in _last_by_any_way(made))
    return tuple(sorted(found, key=lambda one: (one.day, one.who, one.what, one.about)))


class Undated(Frozen):
    """A date that a law sets and that has no day yet, and the fields that would give it."""

    who: str
    what: str
    missing: tuple[str, ...]


def undated(case: Case, tables: Tables) -> tuple[Undated, ...]:
    """Return the dates that ask for the step they are counted from, where a case leaves open when that was, once each."""
    found: dict[str, Undated] = {}
    for row in tables.dates():
        if not row.asks or happened(case, row.step) or ask_all(case, tables.pack, row.applies).holds is False:
            continue
        if unsaid(case, row.step) is not None:
            found.setdefault(row.what, Undated(row.who, row.what, unrecorded(row.step, case).missing))
    # A step may be recorded in one of several ways, and then the date has its day.
    dated = {one.what for one in tables.dates() if one.asks and happened(case, one.step)}
    return tuple(one for what, one in found.items() if what not in dated)


def _merged(found: Iterable[Due]) -> Iterator[Due]:
    """Yield every date once, with all it is about where there are others of its kind."""
    about: dict[Due, list[tuple[str, ...]]] = {}
    for one in found:
        about.setdefault(one._replace(about=()), []).append(one.about)
    kinds = Counter((one.who, one.what) for one in about)
    for due, labels in about.items():
        # What is about nobody alone is about all.
        named = kinds[due.who, due.what] > 1 and all(labels)
        every = tuple(dict.fromkeys(one for label in labels for one in label))
        yield due._replace(about=every if named else (), subject=min(every) if all(labels) else "")


class _Made(Frozen):
    """A date with the row it comes from and the lots its step is about."""

    due: Due
    row: DateRow
    lots: tuple[str, ...]


def _last_by_any_way(made: list[_Made]) -> Iterator[_Made]:
    """Yield the dates without those that only a later one ends: letters sent in two ways have one standstill.

    Dates of one name counted from the last of their steps, by two rows, are one date, and the later of them is it (Public
    Contracts Regulations 2015, reg 87(5)). A letter that names no lots is about all.
    """
    last: dict[tuple[str, tuple[str, ...]], dict[str, date]] = {}
    for one in made:
        if one.row.only_last:
            steps = last.setdefault((one.due.what, one.lots), {})
            steps[one.row.step] = max(one.due.day, steps.get(one.row.step, one.due.day))
    for one in made:
        others = [
            (day, step)
            for lots in {one.lots, ()}
            for step, day in last.get((one.due.what, lots), {}).items()
            if step != one.row.step
        ]
        if not one.row.only_last or all((one.due.day, one.row.step) > other for other in others):
            yield one


def _due(case: Case, tables: Tables, row: DateRow) -> Iterator[_Made]:
    if row.applies and ask_all(case, tables.pack, row.applies).holds is not True:
        return
    dated = [(day, event) for event in happened(case, row.step) if (day := day_of(case, event.when)) is not None]
    for day, event in _last_of_each(dated) if row.only_last else dated:
        made = _by_table(case, tables, row, day) if row.table else _by_period(case, tables, row, event, day)
        yield from (_Made(_told(case, row, event, due), row, event.lots) for due in made)


def _told(case: Case, row: DateRow, event: Happened, due: Due) -> Due:
    """Return a date with whom it is about, what it rests on and what keeps it open."""
    if event.unsent:
        rests = f"publication is taken for submission, as {event.unsent} is not given"
        due = due._replace(note=f"{rests}; {due.note}" if due.note else rests)
    return with_pending(case, row, event, due._replace(about=_about(case, event)))


def _last_of_each(dated: list[tuple[date, Happened]]) -> list[tuple[date, Happened]]:
    """Return the last step about the same lots, for all lots."""
    last: dict[tuple[str, ...], tuple[date, Happened]] = {}
    for day, event in dated:
        if event.lots not in last or last[event.lots][0] < day:
            last[event.lots] = (day, event)
    return list(last.values())


def _about(case: Case, event: Happened) -> tuple[str, ...]:
    """Return whom or which lots a step is about, as one label."""
    lots = f"lot{'' if len(event.lots) == 1 else 's'} {', '.join(event.lots)}" if event.lots else ""
    label = " in ".join(one for one in (case.party_name(event.party) if event.party else "", lots) if one)
    return (label,) if label else ()


def _by_table(case: Case, tables: Tables, row: DateRow, day: date) -> Iterator[Due]:
    """Yield the day that the shortest row which certainly applies allows."""
    table = tables.table(row.table or "")
    rows = matching(case, table, begun(case) or day)
    if not rows.certain:
        return
    best = min(rows.certain, key=lambda pair: pair[0].least or 0)[0]
    counted = all_limits(case, table, best.least or 0, day)
    if isinstance(counted, str):
        return
    words = f"{best.least or 0} days from the day after {row.words}: {best.words}"
    open_ = " or ".join(dict.fromkeys(one.words for one, _ in rows.possible if (one.least or 0) < (best.least or 0)))
    note = "; ".join(one for one in (row.note, f"shorter if it is {open_}" if open_ else None) if one) or None
    yield _made(row._replace(note=note), _Basis(words, best.cite, day), [(one, one.last) for one in counted])


def _by_period(case: Case, tables: Tables, row: DateRow, event: Happened, day: date) -> Iterator[Due]:
    period = tables.period(row.period or "")
    basis = _Basis(period.words, period.cite, day)
    counted = all_readings(case, period, day, count_back if row.back else count_from)
    if isinstance(counted, str):
        return
    made = _made(row, basis, [(one, _shown(row, period, one)) for one in counted])
    yield lengthened(case, tables, row, event, made) if row.longer else made


def _shown(row: DateRow, period: StatutoryPeriod, counted: Counted) -> date:
    """Return the day of a period that a row is about."""
    if row.back:
        return counted.first
    return {"begins": counted.first - _before_count(period), "earliest": counted.last + _DAY}.get(
        row.kind, counted.last
    )


class _Basis(Frozen):
    """How a date was counted, under which provision, and from which day."""

    words: str
    cite: str
    event: date


def _made(row: DateRow, basis: _Basis, found: list[tuple[Counted, date]]) -> Due:
    """Return a date by the careful one of its readings: the soonest for what must be done by then, else the latest."""
    careful = min if row.kind == "latest" else max
    counted, day = careful(found, key=lambda one: one[1])
    # Which reading is the careful one hangs on the holidays of each.
    leans = any(one.projected for one, _ in found)
    note = _reading_note(row.note, found)
    return Due(
        row.who, row.what, row.kind, day, basis.words, basis.cite, basis.event, counted.skipped, leans, note,
        counted.moved,
    )  # fmt: skip


def _before_count(period: StatutoryPeriod) -> timedelta:
    """Return how long before its first counted day a period begins: one that skips a day begins on the day it skips."""
    return _DAY if period.counting.first > 1 else timedelta(0)


def _reading_note(note: str | None, found: list[tuple[Counted, date]]) -> str | None:
    days = {one.by: day for one, day in found}
    told = differing(tuple(one for one, _ in found), lambda one: days[one.by])
    if not told:
        return note
    why = "the law names no territory for its holidays, and the readings differ"
    if any(one.by.startswith("every part") for one, _ in found):
        why = "holidays differ between the parts of the country, and tender.buyer.country names none"
    return "; ".join(one for one in (note, f"{why}: {told}") if one)
