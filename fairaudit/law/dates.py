"""The dates a law sets for a case: `tables/dates.yaml` of its pack says for whom, what, from which step and by which period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fairaudit.analysis.calendars import Counted, count_back, count_from
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import ask, ask_all, matching
from fairaudit.law.counting import all_limits, all_readings, differing
from fairaudit.law.longer import Due, lengthened
from fairaudit.law.moments import Happened, begun, day_of, happened, unrecorded, unsaid
from fairaudit.law.pending import with_pending
from fairaudit.law.tables import DateRow, StatutoryPeriod, Tables
from fairaudit.procurement.case import Case

_DAY = timedelta(days=1)
_COUNTRY = ("tender.buyer.country",)


MODIFICATION = "modification"
"""The step of a change to a contract, which a law may govern that governs nothing else of a case."""


def dates_of(case: Case, tables: Tables, step: str | None = None) -> tuple[Due, ...]:
    """Return the days a pack's law sets for a case, in order; only from steps that are recorded or planned, or from one.

    Dates that are the same for several bidders or lots are one; where those of one kind differ, each says what it is about. A
    date whose conditions a case leaves open is given under them.
    """
    made = [one for row, each in _by_rows(case, tables) if step in (None, row.step) for one in each]
    found = _merged(one.due for one in _last_by_any_way([one for one in made if isinstance(one, _Made)]))
    return tuple(sorted(found, key=lambda one: (one.day, one.who, one.what, one.about)))


class Undated(Frozen):
    """A date that a law sets and that has no day yet: why, where its step is recorded, and the fields that would give it."""

    who: str
    what: str
    missing: tuple[str, ...]
    because: str = ""


def undated(case: Case, tables: Tables) -> tuple[Undated, ...]:
    """Return the dates without a day, once each: those that ask for a step nobody recorded, and those that cannot be counted."""
    found: dict[str, Undated] = {}
    dated = set()
    for row, made in _by_rows(case, tables):
        if made and row.asks:
            # A step may be recorded in one of several ways, and then the date has its day.
            dated.add(row.what)
        for one in (*made, *_asked(case, tables, row)):
            if isinstance(one, Undated):
                found.setdefault(row.what, one)
    return tuple(one for what, one in found.items() if one.because or what not in dated)


def _asked(case: Case, tables: Tables, row: DateRow) -> Iterator[Undated]:
    if not row.asks or happened(case, row.step):
        return
    if ask_all(case, tables.pack, row.applies + row.asks_if).holds is False:
        return
    if unsaid(case, row.step) is not None:
        yield Undated(row.who, row.what, unrecorded(row.step, case).missing)


def _by_rows(case: Case, tables: Tables) -> list[tuple[DateRow, tuple[_Made | Undated, ...]]]:
    """Return what every row makes of a case, worked out once."""
    key = ("dates", tables.pack)
    known = case.made.get(key)
    if not isinstance(known, list):
        known = case.made[key] = [(row, tuple(_due(case, tables, row))) for row in tables.dates()]
    return known


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
    sent_if: str = ""
    """What must hold for its step to have happened at all, as its letter does not say how it was sent."""


def _last_by_any_way(made: list[_Made]) -> Iterator[_Made]:
    """Yield the dates without those that only a later one ends: letters sent in two ways have one standstill.

    Dates of one name counted from the last of their steps, by two rows, are one date, and the later of them is it (Public
    Contracts Regulations 2015, reg 87(5)). A letter that names no lots is about all. One that does not say how it was sent ends
    nobody's standstill, and has an end by each way.
    """
    last: dict[tuple[str, tuple[str, ...]], dict[str, date]] = {}
    for one in made:
        if one.row.only_last and not one.sent_if:
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


class _Open(Frozen):
    """The conditions of a row that a case leaves open: in words, why, and the fields that would settle them."""

    words: str
    because: str
    missing: tuple[str, ...]


def _open(case: Case, pack: str, names: tuple[str, ...]) -> _Open | None:
    """Return which of some conditions are open; `None` where all hold."""
    open_ = {name: said for name in names if (said := ask(case, pack, name)).holds is None}
    if not open_:
        return None
    return _Open(
        " and ".join(name.replace("-", " ") for name in open_),
        "; ".join(dict.fromkeys(one.because for one in open_.values())),
        tuple(dict.fromkeys(name for one in open_.values() for name in one.missing)),
    )


def _and(one: _Open | None, other: _Open) -> _Open:
    if one is None:
        return other
    return _Open(f"{one.words} and {other.words}", f"{one.because}; {other.because}", one.missing + other.missing)


def _due(case: Case, tables: Tables, row: DateRow) -> Iterator[_Made | Undated]:
    if row.applies and ask_all(case, tables.pack, row.applies).holds is False:
        return
    open_ = _open(case, tables.pack, row.applies)
    days = [(day_of(case, event.when), event) for event in happened(case, row.step)]
    if any(day is None for day, _ in days):
        yield Undated(row.who, row.what, ("tender.time_zone",), f"the day of {row.words} hangs on a time zone")
    dated = [(day, event) for day, event in days if day is not None]
    for day, event in _last_of_each(dated) if row.only_last else dated:
        made = _by_table(case, tables, row, day) if row.table else _by_period(case, tables, row, event, day)
        for due in made:
            yield (
                due
                if isinstance(due, Undated)
                else _Made(_told(case, row, event, due, open_), row, event.lots, event.only_if)
            )


def _told(case: Case, row: DateRow, event: Happened, due: Due, open_: _Open | None) -> Due:
    """Return a date with whom it is about, what it rests on, what keeps it open and what must hold for it."""
    if event.unsent:
        rests = f"publication is taken for submission, as {event.unsent} is not given"
        due = _noted_first(due, rests)
    if event.only_if:
        open_ = _and(open_, _Open(event.only_if, "how it was sent is not given", (event.how,)))
    if open_ is not None:
        give = f"give {' or '.join(open_.missing)}" if open_.missing else ""
        why = "; ".join(one for one in (f"whether that is so is open: {open_.because}", give) if one)
        due = _noted_first(due, why)._replace(only_if=open_.words, missing=open_.missing)
    return with_pending(case, row, event, due._replace(about=_about(case, event)))


def _noted_first(due: Due, note: str) -> Due:
    return due._replace(note=f"{note}; {due.note}" if due.note else note)


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


def _by_table(case: Case, tables: Tables, row: DateRow, day: date) -> Iterator[Due | Undated]:
    """Yield the day that the shortest row which certainly applies allows."""
    table = tables.table(row.table or "")
    rows = matching(case, table, begun(case) or day)
    if not rows.certain:
        if rows.possible:
            because = "; ".join(dict.fromkeys(answer.because for _, answer in rows.possible))
            yield Undated(row.who, row.what, rows.missing, because)
        return
    best = min(rows.certain, key=lambda pair: pair[0].least or 0)[0]
    counted = all_limits(case, table, best.least or 0, day)
    if isinstance(counted, str):
        yield Undated(row.who, row.what, _COUNTRY, counted)
        return
    words = f"{best.least or 0} days from the day after {row.words}: {best.words}"
    open_ = " or ".join(dict.fromkeys(one.words for one, _ in rows.possible if (one.least or 0) < (best.least or 0)))
    note = "; ".join(one for one in (row.note, f"shorter if it is {open_}" if open_ else None) if one) or None
    yield _made(row._replace(note=note), _Basis(words, best.cite, day), [(one, one.last) for one in counted])


def _by_period(case: Case, tables: Tables, row: DateRow, event: Happened, day: date) -> Iterator[Due | Undated]:
    period = tables.period(row.period or "")
    basis = _Basis(period.words, period.cite, day)
    counted = all_readings(case, period, day, count_back if row.back else count_from)
    if isinstance(counted, str):
        yield Undated(row.who, row.what, _COUNTRY, counted)
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
        counted.moved, days=counted.days,
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
