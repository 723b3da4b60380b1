"""Whether a tie was declared as over while the record has it go on, or end later."""

import re
from datetime import timedelta

from fairaudit.analysis.calendars import day_in_words
from fairaudit.checks.people.ties.tie_past import said_to_be_over
from fairaudit.checks.people.ties.tie_records import WITH_AN_END
from fairaudit.checks.people.ties.to_bidders import Link
from fairaudit.procurement.model.parties import Declaration, Tie

_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ABOUT = timedelta(days=62)
"""How far apart two records may put the same end: notice, the last payslip, the entry in a register; a heuristic."""


def ended_otherwise(declaration: Declaration, tie: Tie, link: Link) -> str | None:
    """Return how a tie was declared as over that, by the record, was not; `None` where the two agree.

    An end that was still to come when it was declared may have been put off, and says nothing of what was known.
    """
    if link.kind not in WITH_AN_END or link.relative or (link.ended and link.end is None):
        return None
    if tie.end_date is None:
        # `I used to work there` leaves open until when; a year that is named does not.
        over = any(said_to_be_over(one) and _A_YEAR.search(one or "") for one in (tie.text, tie.role))
        return "that was declared as over" if over and link.end is None else None
    if declaration.date is not None and tie.end_date >= declaration.date.date:
        return None
    if link.end is not None and link.end - tie.end_date <= _ABOUT:
        return None
    return f"that was declared as ended on {day_in_words(tie.end_date)}"
