"""Who was to judge and left before the tender came: by their roles, and by every record of the evaluation."""

from datetime import date

from fairaudit.checks.people.conduct.acts import acts_by_person, meetings_of, seen_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.identity import whose
from fairaudit.procurement.influence import Official
from fairaudit.procurement.roles import role_named

_ONLY_JUDGE = frozenset({"evaluator", "chair"})
"""Of whom all influence comes with the bids; who drafts or approves has theirs before, or without, seeing one."""


def left_before(case: Case, official: Official) -> date | None:
    """Return the day before publication on which somebody left who sat on no panel, saw no bid and did nothing."""
    person, published = official.person, case.tender.published
    if person is None or published is None or not set(official.roles) <= _ONLY_JUDGE:
        return None
    ends = [one.end_date for one in person.roles or () if role_named(one.role or "")]
    last = max((one for one in ends if one is not None), default=None)
    if last is None or None in ends or last >= published.date:
        return None
    key = whose(case, official.key)
    seats = (
        *(case.evaluation.panel or ()),
        *(one.evaluator for one in case.evaluation.allocation or () if one.evaluator),
    )
    did = key in case.once(acts_by_person) or key in case.once(meetings_of) or key in case.once(seen_by)
    return None if did or key in {whose(case, one) for one in seats} else last
