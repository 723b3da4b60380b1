"""Who was to judge and left before the tender or its bids came: by their roles, and by every record of the evaluation."""

from datetime import date

from fairaudit.checks.people.conduct.acts import acts_by_person, meetings_of, seen_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.persons.roles import role_named
from fairaudit.procurement.times.deadlines import Limit, deadline_for

_ONLY_JUDGE = frozenset({"evaluator", "chair"})
"""Of whom all influence comes with the bids; who drafts or approves has theirs before, or without, seeing one."""


def left_before(case: Case, official: Official) -> date | None:
    """Return the day before publication on which somebody left who sat on no panel, saw no bid and did nothing."""
    published = case.tender.published
    return _left(case, official, published.date) if published else None


def left_before_bids(case: Case, official: Official) -> date | None:
    """Return the day before bids were due on which such a person left: they may have known of the tender, and of no bid."""
    deadline = deadline_for(case)
    return _left(case, official, deadline.when.date) if isinstance(deadline, Limit) else None


def _left(case: Case, official: Official, until: date) -> date | None:
    person = official.person
    if person is None or not set(official.roles) <= _ONLY_JUDGE:
        return None
    if any(one.start_date and one.end_date and one.end_date < one.start_date for one in person.roles or ()):
        # Of a part that ends before it begins nobody can tell when it ended.
        return None
    ends = [one.end_date for one in person.roles or () if role_named(one.role or "")]
    last = max((one for one in ends if one is not None), default=None)
    if last is None or None in ends or last >= until:
        return None
    return None if _takes_part(case, official) else last


def still_to_begin(case: Case, official: Official) -> bool:
    """Whether every part of somebody begins after the day of the audit, and no record shows that they had one before."""
    person, today = official.person, case.today
    if person is None or today is None or _takes_part(case, official):
        return False
    key = whose(case, official.key)
    starts = [one.start_date for one in person.roles or () if role_named(one.role or "")]
    drafted = key in {whose(case, one) for one in case.tender.drafters or ()}
    return bool(starts) and not drafted and all(one is not None and one > today for one in starts)


def _takes_part(case: Case, official: Official) -> bool:
    """Whether somebody has a seat in the evaluation, or did anything in it, by its records."""
    key = whose(case, official.key)
    seats = (
        *(case.evaluation.panel or ()),
        *(one.evaluator for one in case.evaluation.allocation or () if one.evaluator),
    )
    did = key in case.once(acts_by_person) or key in case.once(meetings_of) or key in case.once(seen_by)
    return did or key in {whose(case, one) for one in seats}
