"""Whether an extension is by its own words of something else than the time to bid: questions, site visits, validity of bids."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

_THING = r"(?:questions?|queries|enquir(?:y|ies)|clarifications?(?: (?:questions?|requests?))?|(?:site )?visits?)"
_ELSE = late_pattern(
    rf"\b(?:deadlines?|time|period|end|date)(?: limit)? (?:for|of) (?:(?:asking|sending|raising|the) ){{0,2}}{_THING}\b"
    rf"|\b{_THING} (?:deadline|period)\b"
    r"|\bvalidity(?: period)?(?: of (?:the )?(?:bids?|tenders?|offers?))?\b|\b(?:bid|tender|offer) validity\b",
    re.IGNORECASE,
)
_BIDDING = late_pattern(r"\b(?:bids?|bidding|tenders?|tendering|offers?|submissions?|proposals?)\b", re.IGNORECASE)


def extends_something_else(text: str) -> bool:
    """Whether a text names what is extended, and it is not the time for bids, nor that as well."""
    return bool(_ELSE.search(text)) and not _BIDDING.search(_ELSE.sub(" ", text))
