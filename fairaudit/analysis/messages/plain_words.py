"""The words of a message, with one word for each moment, number of a thing and address: these count and promise nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

DAY = "calendarday"
_MONTHS = "|".join(sorted({re.escape(one) for one in MONTHS} | {"sept"}, key=lambda one: (-len(one), one)))
_SOME = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a few)"
_SENT = r"(?:question|query|enquiry|message|e-?mail|request|letter|bid|tender|submission|expression)"
_OFFICE = r"(?-i:[a-z]+|[A-Z]{2,4}\b|(?:Legal|Finance|Procurement|Planning|Highways|Payroll|Audit|Technical)\b)"
"""Whom something is passed on to; a name may be another bidder's."""
_LEFT = (
    r"(?:will not|wont|do not (?:intend|wish|plan) to|are not|have decided not to|cannot|are unable to) (?:be )?(?:able to )?"
    r"(?:bid|bidding|tender|tendering|take part|participate|submit(?:ting)? an? (?:bid|tender|offer))\b"
    r"(?: on this occasion| this time)?"
)
_TOKENS = (
    (late_pattern(rf"\b(noted?|letting us know|informing us|telling us) (?:that )?you {_LEFT}", re.IGNORECASE), r" \1 "),
    (late_pattern(r"\b(?:happy|merry) (?:easter|christmas)\b", re.IGNORECASE), " wishes "),
    (late_pattern(r"\bon (?:annual |sick |maternity |parental )?leave\b", re.IGNORECASE), " away "),
    (late_pattern(rf"\byes,? (?:we|i) (?:have|got|did get|received) (?=your {_SENT}\b)", re.IGNORECASE), " received "),
    (late_pattern(r"\b(?:a (?:little|bit) )?more time to (?:look|answer|respond|consider|check)\b", re.IGNORECASE), " answer "),
    (
        late_pattern(
            rf"\b((?:passed|forwarded|referred) (?:(?:your|this|the|it)(?: {_SENT})? )?"
            rf"|{_SENT} (?:has been|was|is) (?:passed|forwarded|referred) )"
            rf"(?:on )?to (?:(?:the|our|my) \w+|{_OFFICE})(?: (?:team|department|officers?|manager|colleagues))?(?=[ .]*$| and )",
            re.IGNORECASE,
        ),
        r" \1 ",
    ),
    (
        late_pattern(
            r"\b(thank(?:s| you)) for (?:taking the time|coming|attending|confirming your attendance)"
            r"(?: (?:to|at|the|our|site|us|visit|event|meet|day))*",
            re.IGNORECASE,
        ),
        r" \1 ",
    ),
    (late_pattern(r"\byou (?:have )?(?:attached|sent)\b|\byour attached\b", re.IGNORECASE), " your "),
    (late_pattern(r"\bas (?:explained|mentioned|said|stated|noted|advised|requested)\b", re.IGNORECASE), " as "),
    (late_pattern(r"\bin good order\b", re.IGNORECASE), " safely "),
    (late_pattern(r"\b([Tt]hanks|[Tt]hank you|[Hh]i|[Hh]ello|[Ss]orry)"
        r" (?!Yes|No|Agreed|Correct|Both|All)[A-Z][a-z]+\b"), r" \1 "),
    (late_pattern(r"(?<!\S)\S+@\S+\w"), " mailaddress "),
    (late_pattern(r"(?:https?://|www\.)\S+"), " weblink "),
    (late_pattern(r"(?<![\w\-])[\w\-]+\.(?:pdf|docx?|xlsx?|zip|txt|csv)\b", re.IGNORECASE), " file "),
    (late_pattern(r"\bdata ?room\b", re.IGNORECASE), " dataroom "),
    (
        late_pattern(
            r"\b(?:we|it|they) (?:do|does) not need (?:(?:a|the|any|to) )?(?:site )?(?:visit|viewing)\b", re.IGNORECASE
        ),
        " we decline visit ",
    ),
    (late_pattern(r"\bwhich all (?:bidders|tenderers|suppliers) (?:have|had|received|were sent)\b", re.IGNORECASE), " "),
    (
        late_pattern(
            r"\b(receipt|bulletin|circular|room|floor|gate)(?: (?:no\.?|number))?[ .:#]{1,3}[a-z]{0,4}-?\d[\d\-/]*\b",
            re.IGNORECASE,
        ),
        r" \1 ",
    ),
    (late_pattern(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b"), f" {DAY} "),
    (late_pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b(?: \d{{4}})?", re.IGNORECASE), f" {DAY} "),
    (late_pattern(rf"\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?", re.IGNORECASE), f" {DAY} "),
    (
        late_pattern(
            r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?\b(?! ?(?:%|\w+ a year))|\b\d{1,2} ?[ap]m\b", re.IGNORECASE
        ),
        " clocktime ",
    ),
    (late_pattern(r"\b\d+ ?(?:kb|mb|gb|megabytes?)\b", re.IGNORECASE), " filesize "),
    (late_pattern(r"(?<![\d.,])(?:\+\d|0\d)[\d ]{4,}\d\b"), " phonenumber "),
    (late_pattern(r"\b(?:ref|reference|ticket)(?: (?:no|number))?[ .:#]{0,3}[a-z]{0,4}-?\d[\d\-/]*\b", re.I), " reference "),
    (late_pattern(rf"\b{_SOME} (?:working )?(?:minutes?|hours?|days?)\b", re.IGNORECASE), " duration "),
    (late_pattern(rf"\b{_SOME} (?:(?:new|unread) )?(?:messages?|files?|attempts?)\b", re.IGNORECASE), " messages "),
    (
        late_pattern(
            r"\b(?:contact|ring|call|approach|phone|telephone|e-?mail) (?:\w+ ){0,2}?"
            r"(?:officers|staff|members|councillors|evaluators)\b",
            re.IGNORECASE,
        ),
        " contact officers ",
    ),
    (
        late_pattern(
            r"\b(?:(?:cq|tq|rfi|q|ref|reference|question|query|ticket|case|lot|page|section|envelope|message|number|no|nr)"
            r"[ .:#\-/]{0,2})+[a-z]{0,3}-?\d[\d\-/]*\b",
            re.IGNORECASE,
        ),
        " numbered ",
    ),
)  # fmt: skip  # fmt: skip
"""What stands for a thing, a moment or a way: no such number is a count or an amount."""
_OWN_MATTER = late_pattern(
    r"\b((?:question|query|enquiry|message|clarification|request|e ?mail|letter)s?(?: numbered)?) "
    r"(?:about|on|regarding|concerning|as to|re|relating to) "
    r"(?:(?!(?:which|who|that|and|but|is|are|was|were|has|have|will|whose)\b)[a-z]+ ){1,6}"
)
"""What the bidder itself asked about is told to nobody by naming it."""
_NAMED_AFTER = late_pattern(
    r"\b(?P<what>user|colleague|(?:contact|person|name)\b[^,;:]*? (?:to|is|by|as))"
    r" (?:now )?(?:(?:M[rs]s?|Dr)\.? )?[A-Z][\w'\-]+(?: [A-Z][\w'\-]+)?"
)


@lru_cache(maxsize=4096)
def plainly(piece: str) -> str:
    """Return the words of a text, with a word for each moment, number of a thing and address, and none for what was asked."""
    said = _NAMED_AFTER.sub(r"\g<what>", piece)
    for pattern, word in _TOKENS:
        said = pattern.sub(word, said)
    return " ".join(_OWN_MATTER.sub(r"\1 ", " ".join(words(said)) + " ").split())
