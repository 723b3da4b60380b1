"""Checks of notices that must be sent within a time: the law asks when a notice was sent, not when it was published."""

from collections.abc import Callable
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.checks.base import FactsT, Found, Hit, Unassessed, Verb, check
from fairaudit.checks.timing.periods import Early, Late, after_the_end_of, before_the_end_of
from fairaudit.law.counting import readings
from fairaudit.law.moments import Happened, Step, day_of, happened, step_called, unrecorded
from fairaudit.law.standstill import Ended, end_of, window_before
from fairaudit.law.tables import StatutoryPeriod
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node

_PUBLISHED = "published"


@check
def sent_after_the_end_of(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Late]:
    """Flag a notice sent after the last day of a period counted from another step, or not sent by the day of the audit.

    Where only the day of publication is recorded it may have been sent in time, so that is a question.
    """
    yield from _asking_of(after_the_end_of(node, case, what=what, after=after, period=period), lambda hit: hit.at)


@check
def before_the_end_since_sending(
    node: Node[object], case: Case, *, what: Step, after: Step, period: StatutoryPeriod
) -> Found[Early]:
    """Flag a step that came on or before the last day of a period counted from the sending of a notice.

    Where only the day of publication is recorded the period may have begun, and ended, sooner, so that is a question.
    """
    yield from _asking_of(
        before_the_end_of(node, case, what=what, after=after, period=period), lambda hit: hit.related[0][0]
    )


def _asking_of(found: Found[FactsT], notice: Callable[[Hit[FactsT]], Node[object]]) -> Found[FactsT]:
    """Yield what was found, as a question where of the notice it hangs on only the day of publication is recorded."""
    for one in found:
        published = isinstance(one, Hit) and notice(one).path[-1:] == (_PUBLISHED,)
        yield one._replace(confidence="possible") if isinstance(one, Hit) and published else one


@check
def abandonment_not_announced(
    node: Node[object], case: Case, *, period: StatutoryPeriod, standstill: StatutoryPeriod, rest: StatutoryPeriod
) -> Found[Late]:
    """Flag a decision to abandon a procurement without a notice in time: counted from the end of a standstill it was taken in."""
    decided = happened(case, "abandonment")
    day = day_of(case, decided[0].when) if decided else None
    if day is None:
        unclear = unrecorded("abandonment")
        yield Unassessed(node, unclear.reason, unclear.missing)
        return
    since = _announced_from(case, decided[0], day, standstill, rest)
    counted = readings(case, period, since.day) if since.day else since.because
    if isinstance(counted, str) or since.day is None:
        yield Unassessed(decided[0].at, str(counted), since.missing)
        return
    words = "the decision to abandon the procurement" if since.day == day else "the end of the standstill"
    facts = Late("the notice of the abandonment", "", words, since.day, counted[0].last, period.words, Verb())
    yield from _sent(case, decided[0], facts)


def _announced_from(
    case: Case, decided: Happened, day: date, standstill: StatutoryPeriod, rest: StatutoryPeriod
) -> Ended:
    """Return the day from which the notice of an abandonment is due: the decision, or the end of an open standstill."""
    window = window_before(case, standstill, decided, day)
    if window is None:
        return Ended(day)
    ended = end_of(case, window, rest)
    if ended.day is None and day > window.last and case.procurement.representations is None:
        # Nobody says that anybody wrote, and without that the standstill was over.
        return Ended(day)
    return ended if ended.day is None or day <= ended.day else Ended(day)


def _sent(case: Case, decided: Happened, facts: Late) -> Found[Late]:
    """Yield a notice of an abandonment that came late, or not by the day of the audit."""
    step = step_called("abandonment-notice-sent")
    sent = [(day, one) for one in happened(case, step.name) if (day := day_of(case, one.when)) is not None]
    if sent:
        day, first = min(sent, key=lambda pair: pair[0])
        if day > facts.last:
            sure = "possible" if first.at.path[-1] == _PUBLISHED else None
            yield Hit(first.at, facts._replace(came=f"on {day_in_words(day)}"), ((decided.at, facts.after),), sure)
    elif case.today is not None and case.today > facts.last:
        if case.holds_all("tender.notices"):
            yield Hit(decided.at, facts._replace(came="not at all"))
        else:
            reason = f"when {step.words} was is not given, and `complete` does not name tender.notices"
            yield Unassessed(decided.at, reason, step.fields)
