"""Checks of notices: what they must say, in which order they come, what must be looked at again before one, and late changes."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from fairaudit.checks.base import Found, Hit, Pattern, Unassessed, check
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.checks.timing.periods import open_steps
from fairaudit.checks.timing.steps_apart import steps_apart
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.moments import Happened, Step, begun, day_of, happened, same_lots, unrecorded
from fairaudit.law.notices import KINDS, notices
from fairaudit.law.tables import Row, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_for


class Reliance(Frozen):
    """The days set, the row they rest on, and what the period would be without it."""

    days: int
    row: str
    words: str
    otherwise: int


@check
def reliance_not_stated(
    node: Node[object], case: Case, *, start: Step, end: Step, table: Table, rows: tuple[str, ...], said: Pattern
) -> Found[Reliance]:
    """Flag a time limit that only one of some rows of a table allows, where the tender notice does not say so."""
    span = steps_apart(node, case, start, end)
    if isinstance(span, Unassessed):
        yield span
        return
    found = matching(case, table, begun(case) or span.opened)
    relied = _relied_on([row for row, _ in found.certain], rows, span.days)
    if relied is not None:
        yield from _unsaid(case, relied, span.last, said)
    elif not found.certain:
        yield Unassessed(span.last.at, f"regime: which row of {table.title} applies is not settled", found.missing)


def _relied_on(sure: list[Row], rows: tuple[str, ...], days: int) -> Reliance | None:
    """Return which of some rows a number of days rests on, where no other row that applies allows it."""
    others = min((one.least or 0 for one in sure if one.row not in rows), default=None)
    named = min((one for one in sure if one.row in rows), key=lambda one: one.least or 0, default=None)
    if others is None or named is None or not (named.least or 0) <= days < others:
        return None
    return Reliance(days, named.row, named.words, others)


def _unsaid(case: Case, relied: Reliance, at: Happened, said: Pattern) -> Found[Reliance]:
    told = list(notices(case, "tender"))
    if not told:
        yield Unassessed(at.at, "what the tender notice says is not given", ("tender.notices",))
    for one in told:
        if one.contains is None:
            yield lacking(one.field("contains"))
        elif not any(said.find(text) for text in one.contains):
            if case.holds_all("tender.notices"):
                yield Hit(one.field("contains"), relied, ((at.at, "the time limit"),))
            else:
                name = text_of((*one.path, "contains"))
                yield Unassessed(one.node, "completeness of what the tender notice says", (name,))


class Disorder(Frozen):
    """A notice that came before another it has to follow."""

    notice: str
    day: date
    than: str
    other: date


@check
def notices_out_of_order(node: Node[object], case: Case, *, order: tuple[str, ...]) -> Found[Disorder]:
    """Flag a notice published before every notice of a kind that stands before it in `order`, lot by lot.

    `tender|transparency` stands for a notice of either kind.
    """
    yield from _undated(case, [kind for kinds in order for kind in kinds.split("|")])
    days = {kinds: [pair for kind in kinds.split("|") for pair in _published(case, kind)] for kinds in order}
    for first, second in combinations([kind for kind in order if days[kind]], 2):
        for day, late in days[second]:
            before = [pair for pair in days[first] if same_lots(pair[1], late)]
            earliest = min(before, key=lambda pair: pair[0], default=None)
            if earliest is not None and day < earliest[0]:
                facts = Disorder(_words(second), day, _words(first), earliest[0])
                yield Hit(late.at, facts, ((earliest[1].at, _words(first)),), key=f"{second}|{first}")


class Reopened(Frozen):
    """A notice that came although another had ended the procurement, and the day of each."""

    notice: str
    day: date
    ended: date


@check
def notice_after_the_end(
    node: Node[object], case: Case, *, notice: str, end: str, anew: tuple[str, ...]
) -> Found[Reopened]:
    """Flag a notice after one that ended the procurement of the same lots, unless one of the kinds `anew` began it again.

    Where there are several lots and one of the two names none, it is not sure that they are about the same.
    """
    ends = sorted(_published(case, end), key=lambda pair: pair[0], reverse=True)
    again = [pair for kind in anew for pair in _published(case, kind)]
    yield from _undated(case, [notice, end, *anew])
    for day, late in _published(case, notice):
        ended = next((pair for pair in ends if pair[0] < day and same_lots(pair[1], late)), None)
        if ended is None or any(ended[0] <= one <= day and same_lots(two, late) for one, two in again):
            continue
        vague = len(case.lots) > 1 and not (late.lots and ended[1].lots)
        related = ((ended[1].at, _words(end)),)
        yield Hit(late.at, Reopened(_words(notice), day, ended[0]), related, "possible" if vague else None)


def _undated(case: Case, kinds: Iterable[str]) -> Iterator[Unassessed]:
    """Yield what keeps notices of some kinds from being put in order."""
    if case.tender.notices is None:
        yield lacking(case.tender.field("notices"))
    for one in (one for kind in kinds for one in notices(case, kind)):
        if one.published is None:
            yield lacking(one.field("published"))
        elif day_of(case, one.published) is None:
            yield unsure(one.field("published"), ZONE)


def _published(case: Case, kind: str) -> Iterator[tuple[date, Happened]]:
    for one in notices(case, kind):
        if one.published is None:
            continue
        day = day_of(case, one.published)
        if day is not None:
            yield day, Happened(one.published, one.field("published"), one.lots or ())


def _words(kind: str) -> str:
    """Return a kind of notice in words, or several: `contract award notice`, `tender or transparency notice`."""
    names = kind.split("|")
    words = " or ".join(one.replace("-", " ") for one in names)
    return f"{words} notice" if all(one in KINDS for one in names) else kind


class Stale(Frozen):
    """What was not looked at again, since when, and before what."""

    step: str
    since: date
    until: date
    before: str


@check
def not_repeated_between(node: Node[object], case: Case, *, what: Step, since: Step, until: Step) -> Found[Stale]:
    """Flag a step that has no record between two others; where nothing is listed, only if its section is complete."""
    starts = [day for one in happened(case, since.name) if (day := day_of(case, one.when)) is not None]
    seen = [day for one in happened(case, what.name) if (day := day_of(case, one.when)) is not None]
    yield from open_steps(node, case, until.name)
    if not starts:
        if happened(case, until.name):
            unclear = unrecorded(since.name)
            yield Unassessed(node, unclear.reason, unclear.missing)
        return
    for event in happened(case, until.name):
        day = day_of(case, event.when)
        if day is None:
            yield unsure(event.at, ZONE)
            continue
        if any(min(starts) <= one <= day for one in seen):
            continue
        if seen or case.holds_all(what.fields[0].split(".")[0]):
            yield Hit(event.at, Stale(what.words, min(starts), day, until.words))
        else:
            unclear = unrecorded(what.name)
            yield Unassessed(event.at, unclear.reason, unclear.missing)


class ChangedLate(Frozen):
    """When something was changed, and the deadline after which it was too late for that."""

    date: When
    deadline: When
    which: str


@check
def changed_too_late(node: Node[Amendment], case: Case) -> Found[ChangedLate]:
    """Flag a change after tenders, or after a first stage where it changes who takes part, could no longer be answered."""
    change = node.value
    if change.date is None:
        yield lacking(change.field("date"))
        return
    made = Limit(change.date, change.field("date"))
    last = deadline_for(case)
    over = last if isinstance(last, Unclear) else after(case.clock, made, last, deadline=True)
    if isinstance(over, Unclear):
        yield unsure(node, over)
    elif over and isinstance(last, Limit):
        yield Hit(
            made.at, ChangedLate(change.date, last.when, "the deadline for tenders"), ((last.at, "the deadline"),)
        )
    elif case.tender.expression_of_interest_deadline is not None:
        yield from _after_requests(case, change, made)


def _after_requests(case: Case, change: Amendment, made: Limit) -> Found[ChangedLate]:
    """Judge a change made after the deadline for requests: who takes part is settled then."""
    tender = case.tender
    end = tender.expression_of_interest_deadline
    if end is None:
        return
    limit = Limit(end, tender.field("expression_of_interest_deadline"))
    over = after(case.clock, made, limit, deadline=True)
    if isinstance(over, Unclear):
        yield unsure(change.node, over)
    elif over and change.substantial is None:
        yield lacking(change.field("substantial"))
    elif over and change.substantial:
        facts = ChangedLate(made.when, end, "the deadline for requests to participate")
        yield Hit(made.at, facts, ((limit.at, "the deadline"),))
