"""Whether a question is recorded as answered before it was asked: one of the two dates is wrong, and neither can be counted."""

from fairaudit.checks.reasons import reversed_ends
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.times.deadlines import Unclear


def answered_first(case: Case, enquiry: Enquiry) -> Unclear | None:
    """Return that an answer is dated before its question; nothing where it is not, or that hangs on the time zone."""
    if enquiry.date is None or enquiry.answered is None:
        return None
    if case.clock.before(enquiry.answered, enquiry.date, end_first=True) is not True:
        return None
    return reversed_ends(enquiry.field("date"), enquiry.field("answered"))
