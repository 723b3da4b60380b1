"""Whether an answer that is recorded as confidential is about the tender itself, which no bidder can keep for itself."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Unassessed
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.model.told import tells

_OF_THE_TENDER = late_pattern(
    r"\b(?:budgets?|(?:estimated|contract) (?:value|cost)|price (?:ceiling|cap)|afford\w*"
    r"|weight(?:ing)?s?|(?:award|evaluation|selection|scoring) criteria|scoring (?:method|scheme|guide)"
    r"|closing (?:date|time)|(?:tender|bid|submission) deadline|(?:page|word) limit"
    r"|tupe|staff transfer|incumbent'?s?|present (?:provider|supplier|contractor)"
    r"|how many (?:sites|units|properties|users|staff)|quantities|volumes|contract (?:term|length|duration|start))\b",
    re.IGNORECASE,
)


def kept_although_of_the_tender(enquiry: Enquiry) -> Unassessed | None:
    """Return that an answer about the tender is recorded as confidential: whether it may be is not known."""
    kept = enquiry.confidential
    if kept is None or enquiry.material or not (kept.agreed or tells(kept.reason)):
        return None
    if not _OF_THE_TENDER.search(f"{enquiry.question or ''} {enquiry.answer or ''}"):
        return None
    at = enquiry.field("confidential")
    said = text_of(at.path)
    told = f"{said} keeps an answer about the tender itself; whether it holds anything of one bidder's own is not given"
    return Unassessed(at, told, (f"{said} (in other words)",))
