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


_NUMBER = r"(?:[a-z]{1,3} )?\d+(?: \d{2,3})*"
_DATED = (
    r"(?! (?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|o clock|jan|feb|mar|apr|"
    r"jun|jul|aug|sept?|oct|nov|dec)\b)"
)
_MOVED = (
    r"(?:went|goes|moved|fell|rose|came down|brought down|down|up|changed|reduced|increased|raised|lowered|cut|dropped|amended|"
    r"revised|improved|altered)"
)
_COUNTED = r"(?:price|prices|rate|rates|total|sum|discount|margin|staff|staffing|team|quote|quotation|offer|bid)"
_SOME = r"(?:its|their|a|an|one|two|three|four|five|six|further|more|another|extra|additional|\d+)"
_SMALL = (
    r"(?! (?:\w+ ){0,3}(?:files?|pages?|cop(?:y|ies)|scans?|forms?|dates?|slots?|times?|names?|address(?:es)?|contacts?|missing|"
    r"certificates?|signatures?|formats?|e?mails?|letters?|messages?|attachments?|notes?|comments?|explanations?|references?|"
    r"numbers?|breakdowns?|lines?|words?|links?)\b)"
)
"""What is sent once more or put in order changes no offer: `added a missing signature`."""
_NEW_OFFER = late_pattern(
    r"\bnow (?:also )?(?:offers?|offering|proposes?|proposing|bids?|quotes?|commits? to)\b"
    rf"|\b(?:{_MOVED}|{_COUNTED}) (?:\w+ ){{0,4}}from {_NUMBER}{_DATED} (?:\w+ ){{0,2}}to {_NUMBER}\b{_DATED}"
    r"|\b\d+ (?:\w+ ){0,3}(?:in place of|instead of|rather than) (?:the )?\d+\b"
    r"|\b(?:offer(?:s|ed)?|propose[sd]?|provide[sd]?) (?:\w+ ){1,6}(?:in place of|instead of)\b"
    rf"|\b(?:swapped|substituted)\b{_SMALL}"
    rf"|\b(?:added|adds|adding|to add|topped up|threw in) {_SOME}\b{_SMALL}"
    rf"|\b(?:sent|submitted|gave|provided|filed|uploaded) (?:a |an |its |their )?"
    rf"(?:new|revised|reduced|lower|amended|improved) (?:\w+ )?{_PART}\b"
)
"""That something else is offered than was bid, whoever is said to have changed it."""
_ASKS = late_pattern(
    r"^(?:how|why|what|when|which|where|who|please|does|did|do|is|are|was|were|has|have|can|could|will|would)\b"
    r"|\bwhether\b|\b(?:asked|asks|asking|query|question) (?:how|why|what|if|about|when|which)\b"
)


@lru_cache(maxsize=1024)
def tells_of_a_change(clause: str) -> bool:
    """Return whether a clause says that a part of a bid was changed or offered anew, and does not say that it was not."""
    if says_not(clause):
        return False
    said = " ".join(words(clause))
    return _CHANGE.search(said) is not None or (_ASKS.search(said) is None and _NEW_OFFER.search(said) is not None)
