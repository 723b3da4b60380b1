"""What the laws in force allow: whether a date that a law sets is kept, which row or period says so, and by which provision.

A rule of no law asks for a topic; the dates of a law (`tables/dates.yaml`) say which of them are about it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fairaudit.analysis.calendars import count_back
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import ask_all, matching
from fairaudit.law.counting import calendars_of, reaches
from fairaudit.law.moments import begun, closing_day, day_of, happened
from fairaudit.law.regime import InForce
from fairaudit.law.tables import DateRow, Row, Tables
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.beginnings import window_start
from fairaudit.procurement.times.deadlines import Limit


class Permission(Frozen):
    """Whether something is lawful (`None`: that is open), by which row or period in words, and by which provision."""

    holds: bool | None
    row: str = ""
    provision: str = ""


UNSET = ("time-to-tender",)
"""Topics of which a law may set no number for a case that it governs: it then asks for a time that is reasonable, and whether one
is too short is a question (Procurement Act 2023 s.54(1) to (3); light touch, small contracts, call-offs)."""

_OPEN = Permission(None)
_NOT = Permission(False)


def permitted(case: Case, laws: Sequence[InForce], topic: str, at: Node[object]) -> Permission:
    """Return whether the laws that govern a case allow what stands at a place, by what they say of a topic.

    Every law that says something of it must allow it. Laws that say nothing of it neither allow nor forbid anything.
    """
    said = [(law, one) for law in laws if law.governs is not False and (one := _by_law(case, law, topic, at))]
    if not said or any(law.governs and one.holds is False for law, one in said):
        return _NOT
    allowing = [one for _, one in said if one.holds]
    if len(allowing) == len(said) and all(law.governs for law, _ in said):
        rows, cites = (
            dict.fromkeys(words) for words in zip(*((one.row, one.provision) for one in allowing), strict=True)
        )
        return Permission(True, "; ".join(rows), "; ".join(cites))
    return _OPEN if any(one.holds is not False for _, one in said) else _NOT


def _by_law(case: Case, law: InForce, topic: str, at: Node[object]) -> Permission | None:
    """Return what one law says of a topic, `None` where it says nothing of it for this case."""
    rows = [row for row in law.tables.dates() if row.allows == topic]
    said = list(_said(case, law, rows, at))
    if rows and not said and topic in UNSET:
        return _OPEN
    return next((one for holds in (True, None, False) for one in said if one.holds is holds), None)


def _said(case: Case, law: InForce, rows: Sequence[DateRow], at: Node[object]) -> Iterator[Permission]:
    for row in rows:
        applies = ask_all(case, law.tables.pack, row.applies).holds
        if applies is False:
            continue
        found = _by_table(case, law.tables, row) if row.table else _by_period(case, law.tables, row, at)
        # Where it is open whether the row holds, the law may set no number at all.
        yield _OPEN if applies is None and (found.holds or row.allows in UNSET) else found


def _by_table(case: Case, tables: Tables, row: DateRow) -> Permission:
    """Return whether a time limit is as long as a row of the table asks for that certainly applies."""
    table = tables.table(row.table or "")
    days = _days(case, row.step)
    if days is None:
        return _OPEN
    opened, closed, lag = days
    rows = matching(case, table, begun(case) or opened)
    for one, _ in sorted(rows.certain, key=lambda pair: pair[0].least or 0):
        if not one.unset and reaches(case, table, one.least or 0, (opened, closed)) == "yes":
            return Permission(True, _in_words(one), one.cite)
    may = [one for one, _ in (*rows.certain, *rows.possible, *rows.unrecorded)]
    early = (opened - timedelta(days=lag), closed)
    return _OPEN if any(reaches(case, table, one.least or 0, early) != "no" for one in may) else _NOT


def _days(case: Case, step: str) -> tuple[date, date, int] | None:
    """Return the first and the last day of the time for tenders, and how much earlier it may have begun.

    It begins with the step the law counts from, or with the documents or a stated beginning where these came later.
    """
    first, last, start = happened(case, step), happened(case, "deadline"), window_start(case)
    if not first or not last or not isinstance(start, Limit):
        return None
    opened, begins = (day_of(case, one) for one in (first[0].when, start.when))
    closed = closing_day(case, start.when, last[-1], "deadline")
    if opened is None or begins is None or closed is None:
        return None
    later = start.at.path[-1] != "published" and begins > opened
    return (begins, closed, 0) if later else (opened, closed, first[0].lag)


def _in_words(row: Row) -> str:
    return f"{row.words}: at least {row.least} days" if row.least else row.words


def _by_period(case: Case, tables: Tables, row: DateRow, at: Node[object]) -> Permission:
    """Return whether a moment leaves the whole of a period until a step."""
    period = tables.period(row.period or "")
    calendars, steps = calendars_of(case, period), happened(case, row.step)
    if isinstance(calendars, str) or not steps or not isinstance(at.value, When):
        return _OPEN
    day, event = day_of(case, at.value), day_of(case, steps[-1].when)
    if day is None or event is None:
        return _OPEN
    kept = [day <= count_back(event, period.counting, one).first for one in calendars]
    return Permission(True, period.words, period.cite) if all(kept) else _OPEN if any(kept) else _NOT
