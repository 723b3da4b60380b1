"""Whether the buyer looked at its assessment of conflicts when there was something new to see."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import ConflictsAssessment
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Notice
from fairaudit.procurement.times.deadlines import Unclear
from fairaudit.procurement.times.spans import days_from


class Stale(Frozen):
    """The last notice, and when the assessment was last looked at."""

    notice: str
    published: When
    reviewed: When


@check
def assessment_not_revisited(node: Node[object], case: Case) -> Found[Stale]:
    """Flag a conflicts assessment neither revised nor confirmed between the last notice but one and the last."""
    own = node.value
    if not isinstance(own, ConflictsAssessment):
        return
    if own.prepared is None or case.tender.notices is None:
        missing = text_of((*own.path, "prepared")) if own.prepared is None else "tender.notices"
        yield Unassessed(node, f"{missing} is not given", (missing,))
        return
    dated = [one for one in case.tender.notices if one.published]
    yield from (
        Unassessed(one.node, "when this notice was published is not given", (text_of((*one.path, "published")),))
        for one in case.tender.notices
        if not one.published
    )
    dated.sort(key=lambda one: _day(case, one.published))
    reviewed = max((own.prepared, *(own.revised or ())), key=lambda one: _day(case, one))
    if len(dated) > 1 and not _confirmed(own, dated[-1]):
        last, before = dated[-1], dated[-2]
        if _day(case, reviewed) < _day(case, before.published) and last.published:
            yield Hit(node, Stale(last.kind or "last", last.published, reviewed), ((last.node, "the last notice"),))


class Aged(Frozen):
    """When the first notice was published, when the assessment was last looked at before it, and the days between."""

    published: When
    reviewed: When
    days: int


@check
def assessment_aged(node: Node[object], case: Case, *, days: int) -> Found[Aged]:
    """Flag a conflicts assessment last looked at more than some days before the tender, or its first notice, was published."""
    own = node.value
    if not isinstance(own, ConflictsAssessment) or own.prepared is None:
        return
    notices = [one.published for one in case.tender.notices or () if one.published]
    told = [*notices, *([case.tender.published] if case.tender.published else [])]
    if not told:
        yield Unassessed(node, "when the tender was published is not given", ("tender.published",))
        return
    first = min(told, key=lambda one: _day(case, one))
    looked = [one for one in (own.prepared, *(own.revised or ())) if _day(case, one) <= _day(case, first)]
    reviewed = max(looked, key=lambda one: _day(case, one), default=None)
    if reviewed is None:
        return
    age = days_from(case.clock, reviewed, first)
    if isinstance(age, Unclear):
        yield unsure(node, age)
    elif age > days:
        yield Hit(node, Aged(first, reviewed, age))


def _confirmed(own: ConflictsAssessment, notice: Notice) -> bool:
    return bool(own.confirmed_in) and own.confirmed_in == notice.kind


def _day(case: Case, when: When | None) -> str:
    """Return the day of a moment, to put moments in order; as written where its zone is unknown."""
    local = case.clock.local(when) if when else None
    return (local.date() if local else when.date).isoformat() if when else ""
