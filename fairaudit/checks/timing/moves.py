"""How far the deadline was moved for everybody since something happened."""

from bisect import bisect_left
from datetime import date, timedelta

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.received.recipients import reaches
from fairaudit.procurement.times.deadlines import Unclear, deadline_before, deadline_for, gap, moves_deadline, turn_of
from fairaudit.procurement.times.moretime import GIVE_NO_TIME_TO_BID, what_is_extended
from fairaudit.sources.document import Path


def first_move(case: Case, moment: When) -> Event | Amendment | None:
    """Return what first moved the deadline for everybody on the day of a moment or later."""
    moves, day = case.once(_moves), day_at(case, moment)
    place = bisect_left(moves, day, key=lambda one: one[0])
    return moves[place][1] if place < len(moves) else None


def given_since(case: Case, move: Event | Amendment) -> timedelta | Unclear:
    """Return how much later the deadline is than it was before something moved it."""
    known = case.once(_given)
    if move.path not in known:
        known[move.path] = _given_since(case, move)
    return known[move.path]


def _given(_: Case) -> dict[Path, timedelta | Unclear]:
    return {}


def _given_since(case: Case, move: Event | Amendment) -> timedelta | Unclear:
    before, now = deadline_before(case, move), deadline_for(case)
    if isinstance(before, Unclear) or isinstance(now, Unclear):
        return before if isinstance(before, Unclear) else now if isinstance(now, Unclear) else timedelta(0)
    given = gap(case.clock, before, now)
    if given:
        return given
    # A record that shows only the new deadline does not say what it was.
    field = f"{text_of(move.path)}.{'from' if isinstance(move, Amendment) else 'until'}"
    return Unclear("how far the deadline was moved is not given", (f"{field} (and what the deadline was before)",))


def part_of(span: timedelta, whole: timedelta, per_cent: int) -> bool:
    """Whether a span is at least so many per cent of another."""
    return span * 100 >= whole * per_cent


def _moves(case: Case) -> tuple[tuple[date, Event | Amendment], ...]:
    """Return what moved the deadline for everybody, with its day, in the order in which it was done."""
    made: list[Event | Amendment] = [
        one for one in case.tender.amendments or () if moves_deadline(one) and reaches(case, one, None) is not False
    ]
    made += [
        one
        for one in case.events
        if one.kind == "extension"
        and reaches(case, one, None)
        and what_is_extended(case, one) not in GIVE_NO_TIME_TO_BID
    ]
    dated = [(day_at(case, one.date), one) for one in made if one.date is not None]
    return tuple(sorted(dated, key=lambda one: (one[0], turn_of(case, one[1]))))


def day_at(case: Case, moment: When) -> date:
    """Return the day of a moment by the buyer's clock."""
    local = case.clock.local(moment)
    return local.date() if local else moment.date
