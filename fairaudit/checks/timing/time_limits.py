"""Checks of time limits that a statutory table sets: the row that applies, and the next best one."""

from collections.abc import Iterable
from datetime import date, timedelta

from fairaudit.analysis.calendars import Counted
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.timing.periods import skipped_in
from fairaudit.checks.timing.steps_apart import Apart, steps_apart
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import Answer, matching
from fairaudit.law.counting import limits, reaches, with_readings
from fairaudit.law.moments import Step, begun
from fairaudit.law.tables import Row, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When


class Limit(Frozen):
    """A time limit and what was left: from and to when, the row relied on, the next best one, and why an end moved."""

    days: int
    least: int
    start: When
    end: When
    row: str
    provision: str
    next: str
    earliest: date | str
    moved: Verb


@check
def shorter_than_the_table(
    node: Node[object], case: Case, *, start: Step, end: Step, table: Table, at_least: int = 0
) -> Found[Limit]:
    """Flag fewer days between two steps than the shortest row of a statutory table that applies asks for.

    The days are counted from the day after `start` to the day of `end`. Every row whose conditions hold applies, and the
    shortest of them is enough. Where it is open whether a shorter row holds, a period between the two is not assessed.
    `at_least` is a number of days of the user's own.
    """
    span = steps_apart(node, case, start, end)
    if isinstance(span, Unassessed):
        yield span
    else:
        yield from _measured(case, table, span, at_least)


def _measured(case: Case, table: Table, span: Apart, at_least: int) -> Found[Limit]:
    """Yield what the days from one to another are against the rows of a table."""
    rows = matching(case, table, begun(case) or span.opened)
    sure = _ordered(rows.certain)
    maybe = _ordered(rows.possible)
    at, count, days = span.last.at, span.days, (span.opened, span.closed)
    if not sure:
        yield Unassessed(at, f"regime: which row of {table.title} applies is not settled", rows.missing)
        return
    least = max(_days(sure[0][0]), at_least)
    reached = reaches(case, table, least, days)
    if reached == "yes":
        return
    open_ = [row for row, _ in maybe if _days(row) < least]
    enough = [row for row in open_ if reaches(case, table, max(_days(row), at_least), days) == "yes"]
    if enough:
        shorter = " or ".join(dict.fromkeys(row.words for row in enough))
        yield Unassessed(at, f"regime: {count} days are enough only for {shorter}, which is not settled", rows.missing)
        return
    if reached == "unclear":
        yield Unassessed(
            at, "whether the last day is a day off hangs on the buyer's holidays", ("tender.buyer.country",)
        )
        return
    # What nobody recorded may still have been published, and then a shorter row holds.
    taken = [row for row, _ in _ordered(rows.unrecorded) if _days(row) < least]
    taken = [row for row in taken if reaches(case, table, max(_days(row), at_least), days) == "yes"]
    best = open_[0] if open_ else sure[0][0]
    least = max(_days(best), at_least)
    ends = limits(case, table, least, days[0])
    sure_end = days[0] + timedelta(days=least)
    earliest = sure_end if isinstance(ends, str) else with_readings([(one.by, one.last) for one in ends])
    others = _next_best(best, taken, [row for row, _ in (*sure, *maybe)])
    counted = () if isinstance(ends, str) else ends
    moved = skipped_in(counted)
    facts = Limit(count, least, span.first.when, span.last.when, best.words, best.cite, others, earliest, moved)
    # What was sent some days before it was published began to run then.
    unsure = taken or reached == "maybe" or (span.first.lag and count + span.first.lag >= least)
    leans = "likely" if count >= least and _on_a_projection(counted) else None
    yield Hit(at, facts, ((span.first.at, "counted from here"),), "possible" if unsure else leans)


def _on_a_projection(counted: Iterable[Counted]) -> bool:
    """Whether a holiday that nobody has announced moved an end; a weekend needs no announcement."""
    return any(one.projected and one.moved is not None and any(name for _, name in one.moved.off) for one in counted)


def _next_best(best: Row, taken: list[Row], others: list[Row]) -> str:
    """Return the next best row in words, one that only nothing is recorded of first."""
    if taken:
        return f"{taken[0].words}, of which nothing is recorded: {_days(taken[0])} days"
    following = next((row for row in others if _days(row) != _days(best)), None)
    return f"{following.words}: {_days(following)} days" if following else "there is no other row"


class Unlengthened(Frozen):
    """A time limit that is no longer than the least, and the row that sets that."""

    days: int
    least: int
    row: str
    provision: str


@check
def not_longer_than_the_table(
    node: Node[object], case: Case, *, start: Step, end: Step, table: Table
) -> Found[Unlengthened]:
    """Flag a time limit that keeps the least of a statutory table and is no longer; a shorter one is another rule's business."""
    span = steps_apart(node, case, start, end)
    if isinstance(span, Unassessed):
        yield span
        return
    rows = matching(case, table, begun(case) or span.opened)
    sure, maybe = _ordered(rows.certain), _ordered(rows.possible)
    at, days = span.last.at, span.days
    if not sure:
        yield Unassessed(at, f"regime: which row of {table.title} applies is not settled", rows.missing)
    elif any(_days(row) < days for row, _ in maybe) and days <= _days(sure[0][0]):
        yield Unassessed(at, f"regime: which row of {table.title} applies is not settled", rows.missing)
    elif days == _days(sure[0][0]) and days:
        facts = Unlengthened(days, _days(sure[0][0]), sure[0][0].words, sure[0][0].cite)
        yield Hit(at, facts, ((span.first.at, "counted from here"),), "possible" if span.first.lag else None)


def _days(row: Row) -> int:
    return row.least or 0


def _ordered(rows: tuple[tuple[Row, Answer], ...]) -> list[tuple[Row, Answer]]:
    return sorted(rows, key=lambda pair: _days(pair[0]))
