"""Sentences of a letter that can say nothing of the evaluation: courtesies, whom to ask, its date, and until when one waits.

The list is closed and each shape is a whole sentence: a courtesy with anything else in it (`and well done on coming third`) is
none of them, and is left to a person like every other sentence that is not read.
"""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern

_BID = r"(?:bid|tender|offer|proposal|submission|response)"
_CONTEST = r"(?:contract|procurement|competition|tender|procedure|process|exercise|opportunity)"
_LATER = r"(?:future|upcoming|forthcoming|other) (?:tenders?|competitions?|procurements?|opportunities|contracts|bids|business)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
)
_HOUR = r"(?:midnight|midday|noon|\d{1,2}[:.]\d{2}(?: ?(?:am|pm|hours))?|\d{1,2} ?(?:am|pm))"
_AT = rf"(?:(?:at|on|until|from|before|after) )?(?:{_HOUR} )?(?:(?:at|on|by|of) )?"
_WHEN = rf"{_AT}(?:the end of )?(?:the day (?:of|on) )?{_DATE}"
_E_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PHONE = r"\+?[\d() /-]{6,20}"
_REACH = rf"(?:us|me|the (?:procurement|purchasing|contracts) (?:team|office|department)|{_E_MAIL}|{_PHONE})"

_SHAPES = (
    # Thanks.
    rf"(?:(?:we|i) )?(?:(?:would like to|wish to) )?thank you (?:(?:very much|again|once again|once more) )?for (?:all )?"
    rf"(?:taking part|participating|bidding|tendering|your (?:interest|participation|time|effort|work|patience|{_BID})"
    rf"(?: and (?:your )?(?:interest|participation|time|effort|work|patience))?)"
    rf"(?: (?:in|for|on|to) (?:the|this|our) (?:\w+ )?{_CONTEST})?",
    r"(?:(?:we|i) )?(?:(?:very much|greatly|really) )?appreciate (?:the|your) (?:time|effort|interest|work)"
    rf"(?: and (?:time|effort|interest|work))?(?: (?:that )?you (?:have )?(?:put|invested) into (?:it|your {_BID}))?",
    # Wishes for another time.
    rf"(?:we|i) wish you (?:every|much|all the|continued|the best of) (?:success|luck|best)"
    rf"(?: (?:in|for|with) (?:the future|your (?:future )?(?:business|work)|(?:your )?{_LATER}))?",
    rf"(?:we|i) (?:hope|trust|look forward to)(?: that)? (?:you will|seeing you|you|your) "
    rf"(?:bid|tender|take part|participate|participation|bidding|taking part)(?: again)?"
    rf"(?: (?:in|for) (?:the future|(?:our |your )?{_LATER}))?",
    rf"(?:we|i) (?:would )?(?:encourage|invite) you to (?:bid|tender|take part|participate)(?: again)?"
    rf"(?: (?:in|for) (?:the future|(?:our )?{_LATER}))?",
    # Whom to ask.
    rf"(?:if you (?:have|should have)|should you have) any (?:further )?(?:questions|queries)"
    rf"(?: (?:about|on|regarding) this letter)?,? please (?:do not hesitate to |feel free to )?"
    rf"(?:contact|write to|call|e-?mail) {_REACH}(?: (?:at|on|by|via) (?:{_E_MAIL}|{_PHONE}|e-?mail|telephone|the portal))?",
    rf"please (?:contact|write to|call|e-?mail) {_REACH}(?: (?:at|on) (?:{_E_MAIL}|{_PHONE}))?"
    r"(?: (?:if you have|with) any (?:further )?(?:questions|queries))?",
    rf"(?:e-?mail|tel|telephone|phone|contact)\.?:? ?(?:{_E_MAIL}|{_PHONE})",
    # Until when one waits.
    rf"(?:the|this) (?:mandatory )?standstill(?: period)?(?: of \w+ (?:calendar |working )?days)? "
    rf"(?:(?:will )?(?:begins?|starts?|ends?|expires?|runs?|lasts?)|is) {_WHEN}"
    rf"(?: (?:and|to|until) (?:(?:will )?(?:ends?|expires?) )?{_WHEN})?",
    rf"(?:we|the council|the authority) will not (?:sign|conclude|enter into) the contract {_WHEN}",
    rf"the contract will not be (?:signed|concluded|entered into) {_WHEN}",
)
_NOTHING = late_pattern(rf"(?i)(?:{'|'.join(_SHAPES)})[.!]?")
_DATED = late_pattern(rf"(?i)(?:date:? )?{_DATE}\.?")


def says_nothing(sentence: str) -> bool:
    """Whether a sentence of a letter is wholly one of those that can say nothing of the evaluation."""
    return _NOTHING.fullmatch(sentence.strip()) is not None


def is_date(line: str) -> bool:
    """Whether a line is nothing but a date: that of the letter, where nothing stands above it."""
    return _DATED.fullmatch(line.strip()) is not None
