"""Checks of time limits that a statutory table sets: the row that applies, and the next best one."""

from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.law.conditions import Answer, matching
from fairaudit.law.moments import Happened, Step, begun, day_of, happened, unrecorded
from fairaudit.law.tables import Row, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node
from fairaudit.procurement.scalars import When


class Limit(NamedTuple):
    """A time limit and what was left: from and to when, the row relied on and the next best one."""

    days: int
    least: int
    start: When
    end: When
    row: str
    provision: str
    next: str


@check
def shorter_than_the_table(
    node: Node[object], case: Case, *, start: Step, end: Step, table: Table, at_least: int = 0
) -> Found[Limit]:
    """Flag fewer days between two steps than the shortest row of a statutory table that applies asks for.

    The days are counted from the day after `start` to the day of `end`. Every row whose conditions hold applies, and the
    shortest of them is enough. Where it is open whether a shorter row holds, a period between the two is not assessed.
    `at_least` is a number of days of the user's own.
    """
    first, last = happened(case, start.name), happened(case, end.name)
    if not first or not last:
        unclear = unrecorded(start.name if not first else end.name, case)
        yield Unassessed(node, unclear.reason, unclear.missing)
        return
    opened, closed = day_of(case, first[0].when), day_of(case, last[-1].when)
    day = begun(case)
    if opened is None or closed is None or day is None:
        yield Unassessed(last[-1].at, "the days depend on a time zone that is not given", ("tender.time_zone",))
        return
    yield from _measured(case, table, (first[0], last[-1]), (closed - opened).days, at_least)


def _measured(case: Case, table: Table, span: tuple[Happened, Happened], days: int, at_least: int) -> Found[Limit]:
    """Yield what a number of days is against the rows of a table."""
    rows = matching(case, table, begun(case) or span[0].when.date)
    sure = _ordered(rows.certain)
    maybe = _ordered(rows.possible)
    at = span[1].at
    if not sure:
        yield Unassessed(at, f"regime: which row of {table.title} applies is not settled", rows.missing)
        return
    least, lowest = max(_days(sure[0][0]), at_least), min((_days(row) for row, _ in maybe), default=_days(sure[0][0]))
    if days >= least:
        return
    if days >= max(lowest, at_least):
        shorter = " or ".join(dict.fromkeys(row.words for row, _ in maybe if _days(row) <= days))
        yield Unassessed(at, f"regime: {days} days are enough only for {shorter}, which is not settled", rows.missing)
        return
    following = next((row for row, _ in _rest(sure, maybe) if _days(row) != _days(sure[0][0])), None)
    words = f"{following.words}: {_days(following)} days" if following else "there is no other row"
    facts = Limit(days, least, span[0].when, span[1].when, sure[0][0].words, sure[0][0].cite, words)
    yield Hit(at, facts, ((span[0].at, "counted from here"),))


def _days(row: Row) -> int:
    return row.least or 0


def _ordered(rows: tuple[tuple[Row, Answer], ...]) -> list[tuple[Row, Answer]]:
    return sorted(rows, key=lambda pair: _days(pair[0]))


def _rest(sure: list[tuple[Row, Answer]], maybe: list[tuple[Row, Answer]]) -> list[tuple[Row, Answer]]:
    return [*sure[1:], *maybe]
