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

_TEXT = (
    rf"(?:{_PART}|sections?|pages?|paragraphs?|chapters?|annex(?:es)?|appendix|appendices|texts?|versions?|drawings?|cvs?"
    r"|case stud(?:y|ies)|manager|statements|plans|material)"
)
_MATTER = rf"(?:{_TEXT}|documents?|information|details?|evidence|examples?|references?|content)"
_MORE = (
    r"(?:further|additional|more(?! than)|extra|supplementary|supplemental|revised|updated|amended|replacement|fuller|expanded"
    r"|rewritten)"
)
_GIVE = (
    r"(?:add(?:s|ed|ing)?|suppl(?:y|ies|ied)|submit(?:s|ted)?|provide[sd]?|sends?|sent|upload(?:s|ed)?|filed?|gave|given|give"
    r"|hand(?:s|ed)? in|attach(?:ed)?|includ(?:e|ed)|enclosed?|insert(?:ed)?|append(?:ed)?)"
)
_MAY = r"(?:may|can|could|might|allowed|permitted|invited|able|free|chance|opportunity|leave|asked|told)"
_IN_AGAIN = late_pattern(
    rf"\b(?:resubmit\w*|re submit\w*|(?:submit|submitted|hand|handed|send|sent) (?:\w+ ){{0,3}}in again|submit(?:ted)? again"
    rf"|rewrite|redo)\b{_SMALL}"
    rf"|\b(?:replac\w+|substitut\w+) (?:(?!by|with)\w+ ){{0,3}}{_TEXT}\b"
    rf"|\b{_GIVE} (?:\w+ ){{0,4}}{_MORE} (?:\w+ ){{0,2}}{_TEXT}\b"
    rf"|\b{_MAY} (?:to )?(?:\w+ )?(?:add to|extend|expand|amend|revise|rewrite|replace|supplement|improve|change|update|alter) "
    rf"(?:\w+ ){{0,3}}{_TEXT}\b"
)
"""That a part of a bid may be handed in again, replaced or added to: `please resubmit section 3`."""
_SUPPLIED = late_pattern(
    rf"\b{_GIVE} (?:\w+ ){{0,4}}{_MORE} (?:\w+ ){{0,2}}{_MATTER}\b"
    rf"|\b(?<!no )(?<!any ){_MORE} (?:\w+ ){{0,2}}{_MATTER} (?:\w+ ){{0,4}}"
    r"(?:received|submitted|supplied|sent|provided|accepted|added|allowed|uploaded|handed)\b"
)
"""That more was supplied than was bid; a request to explain, `please provide more detail`, is a question like others."""


@lru_cache(maxsize=1024)
def tells_of_a_change(clause: str) -> bool:
    """Return whether a clause says that a part of a bid was changed or offered anew, and does not say that it was not."""
    if says_not(clause):
        return False
    said = " ".join(words(clause))
    if _CHANGE.search(said):
        return True
    if _ASKS.search(said.removeprefix("please ")):
        return False
    if _IN_AGAIN.search(said):
        return True
    return _ASKS.search(said) is None and bool(_NEW_OFFER.search(said) or _SUPPLIED.search(said))
