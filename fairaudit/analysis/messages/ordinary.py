"""Whether a part of a message to one bidder is an everyday note: a receipt, help with the portal, a refusal, an absence.

It must say one thing of such a kind, and all its words must be words of that kind: `your file was uploaded` is one, `your file
was uploaded before those of the others` is none, as no word for others and no count belongs to any kind.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import lru_cache

from fairaudit.analysis.calendars import WEEK_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.kinds_of_note import COMMON, KINDS
from fairaudit.analysis.messages.of_no_use import refuses
from fairaudit.analysis.messages.plain_words import plainly
from fairaudit.analysis.names import words
from fairaudit.analysis.saiddays import days_said

_BARRED = late_pattern(
    r"\b(?:others?|the only|only (?:one|bid|tender|firm|compan|bidder|supplier)"
    r"|rivals?|competitors?|received (?:a|any|no|another) (?:bid|tender|offer)"
    r"|instead|rather than|wrong (?:plan|drawing|version|date|figure|price|number|schedule)|corrected|revision|version|rev"
    r"|need not|no need|do not (?:need|have)|not (?:needed|required|necessary|apply)|may omit|optional|per ?cent|percent|"
    r"(?:email|send|post|hand|bring|deliver|mail) (?:us |me )?(?:your|the) (?:bid|tender|offer|submission)"
    r"|(?:can|may|could) (?:\w+ ){0,5}(?:by|via|to) (?:email|post|hand|mail|us|me|mailaddress)"
    r"|(?:uploads?|submit|resubmit|send|sent|file|accept\w*) (?:\w+ ){0,4}(?:until|till|after|past|late)"
    r"|(?:for|with) (?:the )?(?:shared|staff|old|previous)"
    r"|(?:all|some|most|many) (?:bidders|tenderers|suppliers) (?:have|are|were|had|did)"
    r"|(?:offers?|bids?|tenders?|documents?) (?:of|from|by) (?:the |a |our )?(?:supplier|bidder|tenderer|client)"
    r"|is (?:no|yes|not)$"
    r"|(?:^|please |kindly |you (?:can|should|may|must|will) )(?:now |also )?(?:see|read|open|view|find|consult|use|download"
    r"|refer to|look at) (?:(?:the |this |our |attached )?(?:attachments?|enclosures?)|(?:the|this|our|attached) (?:new )?files?)"
    r"|(?:please|you) (?:\w+ ){0,3}(?:not (?:to )?(?:bid|submit|tender|respond)|decline)"
    r"|(?:please|you (?:should|must|need to|ought to|had better)) withdraw"
    r"|(?:we|panel|authority|council) (?:\w+ ){0,2}not (?:want|check|read|open|need|look))\b"
)
"""Of others, of how many, of a changed rule: what no words beside it make harmless."""
_COUNTS = late_pattern(
    r"[%\u20ac\u00a3$]|\b(?:EUR|GBP|USD)\b|\b\d+(?:\.\d+)? ?(?:k|m2|ha|staff|people|persons|bidders?"
    r"|bids?|tenders?|firms?|companies|suppliers?|cuts?|visits?|years?|points?)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|several|few|both|many|most|no) (?:\w+ )?"
    r"(?:bidders?|bids|tenders|tenderers|firms|companies|suppliers|offers|submissions|parties|staff|people)\b"
    r"|\b(?:first|second|third|fourth|fifth|last) (?:\w+ )?(?:to (?:register|bid|submit|upload|apply|respond)"
    r"|bid|bidder|tender|firm|one)\b",
    re.IGNORECASE,
)
"""Counts, shares and amounts, and of how many somebody is one."""
_ANSWERING = (
    "is", "are", "was", "were", "do", "does", "did", "can", "could", "will", "would", "shall", "should", "must", "may", "has",
    "have", "had", "not",
)  # fmt: skip
"""What stands last in a bare answer: `they are`."""
_OF_THE_END = late_pattern(
    r"^(?!.*\b(?:received|receipt|was|were|been|logged|arrived|acknowledg\w*|register\w*|reply|replied|answer\w*|respond|published|closed|passed|ended)\b)"
    r"(?=.*\b(?:upload|submit|resubmit|bid|tender|offer|deadline|closing|extension|tenders|bids|portal|questions)\b)"
    r".*\b(?:calendarday|clocktime|noon|midday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|week)\b"
)
"""What may say until when to bid."""
_CLOCK = late_pattern(r"\b(\d{1,2})[:.](\d\d)\b(?: ?([ap])m)?|\b(\d{1,2}) ?([ap])m\b|\b(noon|midday)\b", re.IGNORECASE)
Closing = tuple[date, time | None]
"""The day and hour of a deadline."""


@lru_cache(maxsize=4096)
def vocabulary(piece: str, closing: Closing | None) -> frozenset[str]:
    """Return the words that may stand beside a part of a message that is of a kind of note; empty where it is of none.

    One that says until when to bid must say what all were told.
    """
    said = plainly(piece)
    if refuses(piece):
        return COMMON
    if bars(piece) or (_OF_THE_END.search(said) and not _is_told_to_all(piece, closing)):
        return frozenset()
    here = frozenset(said.split())
    return frozenset[str]().union(*(one.all for one in KINDS if one.tells(here)))


def is_within(piece: str, vocabulary: frozenset[str], closing: Closing | None) -> bool:
    """Whether a part of a message that is of no kind by itself has but the words of those beside it."""
    said = plainly(piece)
    moves = _OF_THE_END.search(said) and not _is_told_to_all(piece, closing)
    return not bars(piece) and not moves and not _answers(said) and frozenset(said.split()) <= vocabulary


def _answers(said: str) -> bool:
    here = said.split()
    return bool(here) and (here[-1] in _ANSWERING or here[0] == "not")


def is_empty(piece: str) -> bool:
    """Whether a part of a message has but words that belong to any talk: `It is.` may answer what was asked."""
    return frozenset(plainly(piece).split()) <= COMMON


@lru_cache(maxsize=4096)
def bars(piece: str) -> bool:
    """Whether a part of a message speaks of others, of how many, or of a rule that is changed for its bidder."""
    said = plainly(piece)
    return _BARRED.search(said) is not None or _COUNTS.search(piece) is not None


def _is_told_to_all(piece: str, closing: Closing | None) -> bool:
    if closing is None:
        return False
    days = {day for span in days_said(piece, closing[0]) for day in span if day}
    hours = {_hour(one.groups()) for one in _CLOCK.finditer(piece)}
    weekdays = {one for one in WEEK_SAID if one in words(piece)}
    named = weekdays <= {WEEK_SAID[closing[0].weekday()]} and (not weekdays or bool(days))
    moved = not {"tomorrow", "week"}.isdisjoint(words(piece))
    return not moved and named and days <= {closing[0]} and hours <= {closing[1]}


def _hour(found: tuple[str | None, ...]) -> time | None:
    hour, minute, half, bare, other, noon = found
    if noon:
        return time(12)
    at = int(hour or bare or 0) % 24
    if (half or other or "").casefold() == "p" and at < 12:
        at += 12
    return time(at, int(minute or 0) % 60)
