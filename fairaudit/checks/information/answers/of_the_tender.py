"""Whether a question or answer is about the tender itself, which no bidder can keep for itself, or asks for more time to bid."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.analysis.text.sidebyside import says_any
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

_SENTENCE = late_pattern(r"(?<=[.?!;\n])\s+")
_MORE_TIME = late_pattern(
    r"\b(?:may|can|could|would|let|allow|give|grant)\b[^.?!]{0,80}\b(?:until|till) (?:\d|noon|midday|midnight|tomorrow|\w+day\b)"
    r"|\b(?:more|extra|additional|further) (?:time|hours?|days?)\b"
    r"(?=[^.?!]{0,60}\b(?:bids?|tenders?|submit|upload|submission|offers?)\b)"
    r"|\bdeadline (?:\w+ ){0,3}(?:extended|moved|put back)\b|\bextend\w* (?:\w+ ){0,3}(?:deadline|closing (?:date|time))\b"
    r"|\b(?:send|submit|upload|file|lodge)\b[^.?!]{0,60}\b(?:after|past) the (?:deadline|closing (?:date|time))\b",
    re.IGNORECASE,
)
_REFUSING = frozenset({"no", "not", "cannot", "unfortunately", "sorry", "stands", "stays", "remains", "unchanged"})
_OF_VISITS = frozenset({"visit", "visits", "slot", "slots", "presentation", "interview", "seats", "places"})


def asks_beside(enquiry: Enquiry, own: tuple[str, ...]) -> bool:
    """Whether a question, beside words of its asker's `own` affairs, asks about the tender, or for more time and has it.

    `We cannot log in. What is the page limit?` does the one, and `Our upload failed; may we have until 17:00?` the other.
    """
    question = enquiry.question or ""
    said = [one for one in _SENTENCE.split(question) if one.strip()]
    if any(_OF_THE_TENDER.search(one) and not says_any(words(one), own) for one in said):
        return True
    refused = not _REFUSING.isdisjoint(words(enquiry.answer or ""))
    return not refused and _OF_VISITS.isdisjoint(words(question)) and _MORE_TIME.search(question) is not None


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
