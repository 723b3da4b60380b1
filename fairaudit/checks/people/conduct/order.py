"""Which of two things that somebody did came first."""

from fairaudit.analysis.calendars import day_in_words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.scalars import When


def after(case: Case, late: When, early: When) -> bool | None:
    """Whether one moment is after another: days are compared as days, times as times; `None` where the zone is unknown."""
    if late.time is not None and early.time is not None:
        return case.clock.before(early, late)
    if late.offset is None and early.offset is None:
        return late.date > early.date
    first, second = case.clock.local(early), case.clock.local(late)
    return None if first is None or second is None else second.date() > first.date()


def same_day(case: Case, one: When, other: When) -> bool:
    """Whether two moments are of one day, and one of them is no more than that day, so that either may have come first."""
    whole = one.time is None or other.time is None
    return whole and after(case, one, other) is False and after(case, other, one) is False


def before_that(aside: When | None, done: When | None) -> str:
    """Return in words that something was done before somebody stepped aside, with both days as far as they are given."""
    if aside is None or done is None:
        return "after they had"
    when = "that same day" if aside.date == done.date else f"on {day_in_words(done.date)}"
    return f"on {day_in_words(aside.date)}, after they had, {when},"
