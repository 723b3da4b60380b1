"""Whether what was sent to one bidder as an answer may only show it the way: to the portal, to a log, to an answer to come.

`All communications must go through the portal.`, `A response will be issued to all bidders.`, `This was answered under CQ3.`
Each of its parts must be such a phrase, a receipt or an everyday note; whether it told anything is then for a person to see.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.acknowledgements import only_greets, only_keeps
from fairaudit.analysis.messages.cuts import CLAUSE
from fairaudit.analysis.messages.of_no_use import HOLDS, NOTHING, said_of_use
from fairaudit.analysis.messages.to_one import is_a_note
from fairaudit.analysis.names import words

_SHOWN = "shown"
_NO = late_pattern(r"\bno\. ?(?=\d)", re.IGNORECASE)
_MOST = 60
"""Of how many words a text is at most that is looked at."""
_WAY = r"(?:the |our )?(?:\w+ ){0,2}(?:portal|platform|system|website|messaging (?:area|facility|tool))"
_TALK = r"(?:communications?|correspondence|questions?|queries|enquiries|inquiries|messages|clarifications?(?: questions?)?)"
_ALL = r"(?:all|other|the|prospective|interested|registered|potential)"
_BIDDERS = r"(?:bidders|tenderers|suppliers|offerors|vendors|participants|candidates|economic operators)"
_NUMBER = r"(?:[^\W\d]{0,4} ?\d{1,6})"
_RECORD = (
    rf"(?:{_WAY}|(?:the |our |an? )?(?:next |forthcoming |latest )?(?:amendment|addendum|bulletin|circular|clarification log|"
    rf"clarification note|q and a(?: log)?|log|faqs?|notice)(?: (?:no |number )?{_NUMBER})?)"
)
_ANSWER = (
    r"(?:(?:a|an|the|our|its|your) )?(?:answer|response|reply)s?"
    r"(?: to (?:your|this|the) (?:question|query|enquiry|clarification|request))?"
)
_TO = r"(?:(?:our|the|answer|response|reply|question|clarification|no|number|to) )*"
_SHOWS = late_pattern(
    r"(?:(?:please (?:be advised|note|be aware)|we remind you|note) (?:that )?)?(?:"
    rf"(?:all|any|further) (?:\w+ )?{_TALK} (?:must|should|shall|are to|need to|have to|can only) "
    rf"(?:go|be (?:sent|made|submitted|raised|directed|posted))(?: only)? (?:through|via|on|to|using|in) {_WAY}(?: only)?"
    rf"|(?:please )?use {_WAY}(?: for (?:all|any) (?:\w+ )?{_TALK})?"
    r"|(?:the|this) (?:\w+ )?(?:inbox|mailbox) is not (?:monitored|read)"
    r"|(?:all|the) (?:\w+ )?documents (?:are|can be found|have been published)(?: available)?(?: free of charge)? "
    r"(?:on|from|via|at|in|through) (?:the )?\w+(?: \w+){0,3}"
    rf"|{_ANSWER} (?:will|shall|is to) be (?:issued|published|included|given|provided|sent|made available|circulated|posted)"
    rf"(?: to (?:{_ALL} )*{_BIDDERS})?(?: (?:in|through|via|on|by|with) {_RECORD})?"
    rf"|{_ANSWER} (?:is|was|has been|can be|are) (?:(?:contained|included|published|found|available) )?in {_RECORD}"
    rf"(?: issued to {_ALL} {_BIDDERS})?"
    rf"|(?:this|your|the) (?:question|query|enquiry|point) (?:was|has been|is)(?: already)? "
    rf"(?:answered|addressed|covered|dealt with) (?:under|in|at|by|with) {_TO}{_NUMBER}"
    r"|(?:your |the |this )?(?:question|query|enquiry) (?:was |has been |is )?withdrawn"
    r"(?: (?:at|on|by) (?:your|the) (?:request|bidder|supplier))?"
    r"|(?:the |our )?(?:submission |tender |bid )?(?:deadline|closing date) (?:has been|was|is) (?:extended|moved|changed)"
    rf" for {_ALL} {_BIDDERS}"
    r"|(?:thank you|thanks) for your interest(?: in this (?:opportunity|tender|procurement|solicitation|contract))?"
    r")"
)


@lru_cache(maxsize=4096)
def only_shows_the_way(text: str) -> bool:
    """Return whether each part of a text only shows a way, is a receipt or an everyday note."""
    said = [(piece, " ".join(one)) for piece in CLAUSE.split(_NO.sub("no ", text)) if (one := words(piece))]
    if not said or sum(one.count(" ") + 1 for _, one in said) > _MOST:
        return False
    if is_a_note(text, None):
        return True
    kinds = [_kind_of(piece, one) for piece, one in said]
    return HOLDS not in kinds and _SHOWN in kinds


def _kind_of(piece: str, said: str) -> str:
    """Return whether a clause shows a way, holds nothing, points (`See clause 4.2` may answer), or tells something."""
    if _SHOWS.fullmatch(said) or only_keeps(piece) or is_a_note(piece, None):
        return _SHOWN
    return NOTHING if only_greets(piece) else said_of_use(piece)
