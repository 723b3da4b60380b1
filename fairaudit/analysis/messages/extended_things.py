"""Whether an extension is by its own words of something else than the time to bid: questions, site visits, validity of bids."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.references import DATE, TIME

_THING = r"(?:questions?|queries|enquir(?:y|ies)|clarifications?(?: (?:questions?|requests?))?|(?:site )?visits?)"
_OFFER = r"(?:(?:the|your|their|its|all|of|every) ){0,4}(?:bids?|tenders?|offers?|proposals?)"
_VALIDITY = late_pattern(
    rf"\b(?:(?:bid|tender|offer|proposal) )?validity(?: (?:period|time|date))?(?: (?:of|for) {_OFFER})?\b"
    rf"|\b{_OFFER} (?:(?:will|shall|must|should|to|is|are|be|remains?|stays?) ){{1,4}}(?:valid|(?:open )?for acceptance)\b"
    rf"|\b(?:keep|hold|leave)s?(?:ing)? {_OFFER} (?:valid|open for acceptance)\b"
    r"|\b(?:keep|hold|leave)s?(?:ing)? (?:your|their|its) (?:bids?|tenders?|offers?|proposals?) open\b",
    re.IGNORECASE,
)
_ASKING = late_pattern(
    rf"\b(?:deadlines?|time|period|end|date)(?: limit)? (?:for|of) (?:(?:asking|sending|raising|the) ){{0,2}}{_THING}\b"
    rf"|\b{_THING} (?:deadline|period)\b",
    re.IGNORECASE,
)
_BIDDING = late_pattern(
    r"\b(?:bids?|bidding|tenders?|tendering|offers?|submissions?|submit(?:s|ted|ting)?|proposals?|deadlines?|clos(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_OF_TIME = late_pattern(
    r"\b(?:dates?|times?|periods?|due)\b|\b(?:hours?|days?|weeks?) (?:more|longer|extra)\b"
    r"|\b(?:more|extra|further|additional) (?:\w+ )?(?:hours?|days?|weeks?)\b",
    re.IGNORECASE,
)
"""Words of what may be another time than that for which bids hold."""
_IN_PASSING = late_pattern(
    rf"\bvalidity (?:of|for) (?!{_OFFER}\b|\d|a (?:further|period)|another|further)|\bun(?:changed|affected|altered)\b"
    r"|\bvalidity (?:\w+ ){0,3}(?:remains?|stays?) (?!valid)",
    re.IGNORECASE,
)
"""Where validity is that of something else, or stays as it was."""
_CLAUSE = late_pattern(r"[.;\n]\s|, (?:and|but)\b")
_EXTENDING = late_pattern(rf"\b(?i:until|till|extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|now)\b|\b(?:{DATE}|{TIME})\b")


def extends_something_else(text: str) -> bool:
    """Whether a text names what is extended, and it is not the time for bids, nor that as well."""
    left = _ASKING.sub(" ", _VALIDITY.sub(" ", text))
    return left != text and not _BIDDING.search(left)


def extends_validity(text: str) -> bool:
    """Whether a text names nothing that is extended but for how long bids hold: of that no bidder has more time to bid."""
    left = _VALIDITY.sub(" ", text)
    if left == text or _IN_PASSING.search(text) or any(one.search(left) for one in (_BIDDING, _ASKING, _OF_TIME)):
        return False
    # `You have until noon on 5 April. Offers shall remain valid for 90 days.`
    return all(_VALIDITY.search(one) or not _EXTENDING.search(one) for one in _CLAUSE.split(text))
