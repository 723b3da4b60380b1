"""Checks of the family `deadlines` on what changes the bids: a change or an answer with little of the time to bid left."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from fairaudit.checks.base import Clause, Found, Hit, Verb, check
from fairaudit.checks.information.answers.last_reached import Judged, alike, reached_too_late
from fairaudit.checks.information.answers.questions import asked_in_time
from fairaudit.checks.information.answers.told_again import told_again
from fairaudit.checks.reasons import ZONE, lacking, unsure
from fairaudit.checks.timing.in_words import counted, in_hours, time_left
from fairaudit.checks.timing.moves import first_move, given_since, part_of
from fairaudit.checks.timing.reversed_answers import answered_first
from fairaudit.checks.timing.weight_of_changes import material
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.times.beginnings import window_start
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_for
from fairaudit.procurement.times.spans import days_until
from fairaudit.sources.document import Path


class Short(Frozen):
    """How little time was left after something changed, and how much would have been enough."""

    date: When
    left: str
    deadline: When
    enough: Clause
    reached: Verb = Verb()
    """Whom it reached then, where others had had it before."""


class Enough(Frozen):
    """What is enough: days whatever else, and a share of the window, or how much of what lacks of it a move gave back."""

    days: int
    share: Decimal
    given_back: int
    slight: int


class _Near(Frozen):
    short: Short
    doubtful: bool = False
    moved: tuple[tuple[Node[object], str], ...] = ()


class _Small(Frozen):
    """How long the share of the window is of which less was left, and what a move gave that did not make up for it."""

    needed: timedelta
    words: str
    given: timedelta
    doubtful: bool


@check
def change_near_deadline(
    node: Node[Amendment],
    case: Case,
    *,
    at_least: int,
    share: Decimal,
    given_back: int,
    slight: int,
    at_most_hours: int,
) -> Found[Short]:
    """Flag a material change that leaves fewer than `at_least` calendar days, or less than `share` per cent of the window.

    The share does not count where the deadline was moved for everybody on that day or later, and the move gave at least
    `given_back` per cent of what lacked of it, or of the time that was left; from `slight` per cent it is a question.
    So is a change that left so few days to some alone, more than `at_most_hours` after others had it.
    """
    change = node.value
    weight = material(change)
    if weight is False:
        return
    if change.date is None:
        yield lacking(change.field("date"))
        return
    moment = Limit(change.date, change.field("date"))
    near = _near(case, moment, Enough(at_least, share, given_back, slight))
    if near is not None:
        yield from _told(node, change.field("material"), moment, near, weight, alike(case, change.recipients))
    elif weight is not None:
        yield from _told_last(case, moment, change.path, at_most_hours, at_least)


@check
def answer_near_deadline(
    node: Node[Enquiry],
    case: Case,
    *,
    at_least: int,
    share: Decimal,
    given_back: int,
    slight: int,
    at_most_hours: int,
) -> Found[Short]:
    """Flag a material answer that leaves fewer than `at_least` calendar days, or less than `share` per cent of the window.

    The share does not count where the deadline was moved for everybody on that day or later, and the move gave at least
    `given_back` per cent of what lacked of it, or of the time that was left; from `slight` per cent it is a question.
    So is an answer that left so few days to some alone, more than `at_most_hours` after others had it, and one after the
    deadline where there are rounds of talks, or the question came late or on no day that is given; that to a question of after
    the deadline is none.
    """
    enquiry = node.value
    unanswered = enquiry.answered is None and enquiry.answer is None and case.holds_all("enquiries")
    if enquiry.material is False or unanswered:
        return
    if enquiry.answered is None:
        yield lacking(enquiry.field("answered"))
        return
    moment = Limit(enquiry.answered, enquiry.field("answered"))
    enough = Enough(at_least, share, given_back, slight)
    near = answered_first(case, enquiry) or _near(case, moment, enough)
    near = near or _behind(case, enquiry, moment, at_least)
    if near is not None:
        again = told_again(case, enquiry, lambda when: _is_enough(case, enquiry, when, enough))
        if again and again.plain:
            return
        who = alike(case, enquiry.recipients)
        if again and isinstance(near, _Near):
            near, who = near._replace(doubtful=True), Verb(f"{who}{again.doubt}")
        yield from _told(node, enquiry.field("material"), moment, near, enquiry.material, who)
    elif enquiry.material:
        judged = partial(_is_judged, case, enough, at_least)
        yield from _told_last(case, moment, enquiry.path, at_most_hours, at_least, judged)


def _is_enough(case: Case, enquiry: Enquiry, when: When, enough: Enough) -> bool:
    """Whether an answer would have left enough time had it come at another moment."""
    deadline = deadline_for(case)
    days = None if isinstance(deadline, Unclear) else days_until(case, when, deadline)
    return isinstance(days, int) and days >= 0 and _near(case, Limit(when, enquiry.field("answered")), enough) is None


def _behind(case: Case, enquiry: Enquiry, moment: Limit, at_least: int) -> _Near | Unclear | None:
    """Return that an answer to a question of before the deadline came after it: too late is not less than close."""
    deadline = deadline_for(case)
    if isinstance(deadline, Unclear) or after(case.clock, moment, deadline, deadline=True) is not True:
        return None
    asked = Limit(enquiry.date, enquiry.field("date")) if enquiry.date else None
    late = after(case.clock, asked, deadline, deadline=True) if asked else None
    if late is True or (late is None and not enquiry.material):
        return None
    if isinstance(late, Unclear):
        return late
    short = Short(moment.when, "no time", deadline.when, Clause(counted(at_least, "calendar day")))
    return _Near(short, late is None or bool(case.tender.rounds) or asked_in_time(case, enquiry) is not True)


def _is_judged(case: Case, enough: Enough, at_least: int, other: Enquiry) -> bool:
    """Whether an answer is told of by itself: it weighs, and left too little, whenever its question was asked."""
    if not other.material or other.answered is None:
        return False
    moment = Limit(other.answered, other.field("answered"))
    return (_near(case, moment, enough) or _behind(case, other, moment, at_least)) is not None


def _told_last(
    case: Case, moment: Limit, path: Path, hours: int, at_least: int, judged: Judged = lambda _: False
) -> Found[Short]:
    """Ask about what came in time to the first and left those whom it reached last too few days."""
    last = reached_too_late(case, path, hours, at_least, judged)
    if last:
        least = Clause(counted(at_least, "calendar day"))
        related = ((moment.at, "when others had it"), (last.deadline.at, "the deadline"))
        yield Hit(last.at, Short(last.when, last.left, last.deadline.when, least, last.who), related, "possible")


def _told(
    node: Node[Amendment] | Node[Enquiry],
    said: Node[object],
    moment: Limit,
    near: _Near | Unclear,
    weight: bool | str | None,
    whom: Verb,
) -> Found[Short]:
    if isinstance(near, Unclear):
        yield unsure(node, near)
    elif weight is None:
        yield lacking(said)
    else:
        doubtful = near.doubtful or weight == "doubtful"
        yield Hit(moment.at, near.short._replace(reached=whom), near.moved, "possible" if doubtful else None)


def _near(case: Case, moment: Limit, enough: Enough) -> _Near | Unclear | None:
    """Return how little time was left at a moment before the deadline, or `None` where it was enough."""
    deadline = deadline_for(case)
    if isinstance(deadline, Unclear):
        return deadline
    days = days_until(case, moment.when, deadline)
    if isinstance(days, Unclear):
        return days
    if days < 0 or after(case.clock, moment, deadline, deadline=True) is True:
        return None
    small = _share_left(case, moment, deadline, enough)
    if days >= enough.days and not isinstance(small, _Small):
        return small
    left, least = time_left(case, moment.when, deadline, days), counted(enough.days, "calendar day")
    if not isinstance(small, _Small) or days < enough.days:
        # Once the deadline was moved the days are the least that it has to leave.
        longer = isinstance(small, _Small) and not small.given and small.needed > timedelta(enough.days)
        words = f"{least} and {small.words}" if isinstance(small, _Small) and longer else least
        return _Near(Short(moment.when, left, deadline.when, Clause(words)))
    moved = ((deadline.at, f"moved by {in_hours(small.given)} since"),) if small.given else ()
    return _Near(Short(moment.when, left, deadline.when, Clause(small.words)), small.doubtful, moved)


def _share_left(case: Case, moment: Limit, deadline: Limit, enough: Enough) -> _Small | Unclear | None:
    """Return how long a share of the window is where less was left and no move of the deadline made up for it."""
    move = first_move(case, moment.when)
    given = given_since(case, move) if move else timedelta(0)
    left = case.clock.gap(moment.when, deadline.when, end_second=True)
    start = window_start(case)
    if left is None:
        return ZONE
    if isinstance(given, timedelta) and part_of(given, left - given, enough.given_back) and move:
        return None
    if isinstance(start, Unclear):
        return start
    whole = case.clock.gap(start.when, deadline.when, end_second=True)
    if whole is None:
        return ZONE
    if whole <= timedelta(0) or left >= _part(whole, enough.share):
        return None
    if isinstance(given, Unclear):
        return given
    given = max(given, timedelta(0))
    needed = _part(whole - given, enough.share)
    least = min(left - given, needed - (left - given))
    if move and part_of(given, least, enough.given_back):
        return None
    words = f"{enough.share.normalize():f} per cent of the time to bid ({in_hours(_part(whole, enough.share))})"
    return _Small(_part(whole, enough.share), words, given, bool(move) and part_of(given, least, enough.slight))


def _part(whole: timedelta, per_cent: Decimal | int) -> timedelta:
    parts, of = per_cent.as_integer_ratio()
    return timedelta(seconds=-(-(whole // timedelta(seconds=1)) * parts // (of * 100)))
