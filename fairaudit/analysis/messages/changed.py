"""Whether a clause of what is told of a talk says that a part of a bid was changed: `revised rates received`."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.clauses import says_not
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_PART = (
    r"(?:price|prices|pricing|rate|rates|bid|tender|offer|proposal|submission|answer|answers|response|plan|programme|"
    r"schedule|statement|team|staffing|method|total|sum|quotation|quote|figures|margin|hours|discount)"
)
_CHANGED = (
    r"(?:revised|reduced|lowered|amended|changed|altered|rewrote|rewritten|resubmitted|replaced|increased|raised|improved|"
    r"dropped|cut)"
)
_OWN = r"(?:its|their|his|her)"
_CHANGE = late_pattern(
    rf"\b{_CHANGED} {_OWN} (?:\w+ ){{0,2}}{_PART}\b"
    rf"|\b(?:revised|reduced|lowered|amended|improved|new|lower) (?:\w+ )?{_PART} "
    r"(?:was |were )?(?:received|submitted|sent|provided|given|accepted)\b"
    rf"|\b(?:resubmitted|re submitted|rewrote) (?:the |\w*\d\w* )?(?:\w+ )?{_PART}\b"
)
"""Only what the bidder is said to have done: `please explain your revised rates` changes nothing."""


@lru_cache(maxsize=1024)
def tells_of_a_change(clause: str) -> bool:
    """Return whether a clause says that a part of a bid was changed, and does not say that it was not."""
    return not says_not(clause) and _CHANGE.search(" ".join(words(clause))) is not None
