"""Whether what was written to a buyer is a note that wants no answer and is no concern of others, and whether it was but noted.

`We will not bid this time`, `Please add Jane to the list of contacts` and `We withdraw our question 7` are such notes; `Thank you
for letting us know` tells nobody anything. Each part must be one from end to end: `Thank you. Night work is allowed` answers.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import parts

_THANK = r"(?:(?:and )?(?:many |kind |very many )?(?:thank you|thanks)(?: (?:very much|so much|again|all))*)"
_PAPERS = (
    r"(?:documents?|tender documents?|papers|files?|answers?|reply|replies|response|clarifications?|e ?mail|message|notice|"
    r"bulletin|circular|letter|invitation|information|update|pack|drawings|plans)"
)
_POLITE = (
    rf"{_THANK}(?: (?:for|to) (?:(?:your|the|all|all of) )?(?:(?:quick|prompt|kind|helpful) )?"
    rf"(?:{_PAPERS}|help|time|patience|opportunity|visit|invite|inviting us))?"
    r"|(?:hi|hello|dear (?:sir|madam|sirs|all|team)|good (?:morning|afternoon)|sorry|unfortunately|regards"
    r"|(?:kind|best|many) (?:regards|wishes))(?: all)?"
)
_CAME = (
    r"we (?:(?:have|now|all|safely|hereby|can|confirm|that|we|duly) )*(?:received|got|downloaded|seen|read|noted"
    r"|confirm receipt of)"
    rf"(?: (?:(?:all|all of|the|your|both|these|this|them) )*(?:{_PAPERS}|them all|them|it)?)?(?: (?:safely|well"
    rf"|today|in good order))?"
)
_THIS_TENDER = (
    r"(?: (?:for|in|to|on) (?:(?:this|the|your) )?(?:tender|contract|opportunity|procurement|competition|occasion|time|"
    r"invitation|project|lot(?: \w+)?))?"
)
_NOT_BIDDING = (
    r"(?:unfortunately |sadly )?(?:after (?:careful )?consideration )?(?:(?:so|therefore) )?(?:we )?(?:(?:regret"
    r"|therefore|are|have|has|had|that|we|sorry|to say|"
    r"hereby|now|decided|writing|to|let you know|inform you|tell you) )*"
    r"(?:(?:(?:will|shall|do|would|can|are|have)(?: now)? not|wont|cannot|not to|not|unable to|no longer|decline to)"
    r"(?: (?:be|able to|going to|intend to|intending to|wish to|want to|in a position to|longer|decided to))*"
    r" (?:bid|bidding|tender|tendering|quote|respond|take part|taking part|participate|participating|interested"
    r"|(?:submit|submitting) (?:a|an|our) (?:bid|tender|offer|proposal|response))"
    r"|withdraw (?:from the|our interest|from this|our expression of interest))"
    rf"{_THIS_TENDER}(?: (?:this time|on this occasion))?"
)
_LIST = (
    r"(?:list of contacts|contacts? list|contacts?|mailing list|distribution list|list of recipients"
    r"|contact details|e ?mail list"
    r"|contact (?:person|name|email|address)s?|list of (?:names|people|attendees|users)|supplier profile)"
)
_REACHED = r"(?:(?:telephone|phone|mobile|e ?mail|postal|office) )?(?:numbers?|address(?:es)?|e ?mail|telephone|phone)"
_CONTACT = (
    r"(?:(?:please|could you|can you|kindly|also) )*(?:add|put|remove|delete|take|replace|include|copy|update|change) "
    rf"(?:\S+ ){{0,8}}(?:(?:to|from|on|in|as|off) )?(?:(?:the|our|your|its|a) ){{0,2}}(?:new )?{_LIST}(?: (?:for|of"
    rf"|at) (?:\S+ ?){{1,4}})?"
    rf"|(?:please note (?:that )?)?(?:we have an? new|our(?: new)?) {_REACHED}(?: (?:is|has changed to|will be|changed to))?"
    r"(?: now)?(?: \S+){0,5}"
    r"|our (?:new )?contact(?: person)?(?: \w+){0,3} (?:is|will be)(?: now)?(?: \w+){1,3}(?: from (?:now on|\w+day"
    r"|\d+ \w+))?"
)
_QUESTION = (
    r"(?:(?:clarification )?(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|requests?|messages?)|cq)"
    r"(?: (?:no|number|nr|numbered|ref|id))?(?: (?!that|to|for|about)\w{1,6}){0,2}(?: (?:of|from|dated) (?:\w+ ){0,2}\w+)?"
)
_WITHDRAWN = (
    r"(?:please )?(?:we )?(?:(?:would like|wish|want|hereby|now|have|must)(?: to)? )*"
    r"(?:withdraw|withdrawn|withdrew|cancel|cancelled|retract|disregard|ignore|delete) (?:(?:our|my|the|this|that) )?"
    rf"(?:(?:last|first|earlier|previous|second) )?{_QUESTION}"
    rf"|(?:our|my) {_QUESTION} (?:(?:is|has been|can be|may be) )(?:now )?(?:withdrawn|cancelled|ignored|disregarded"
    rf"|deleted|closed)"
)
_ALL_ASKED = (
    r"(?:(?:we|i) (?:(?:can|hereby|confirm|that|we|currently|now|have|had|got) )*)?no (?:(?:further|more|other|additional) )?"
    r"(?:questions?|queries|comments|clarifications?)(?: (?:at this (?:stage|time|point)|from (?:us|our side)|for now))?"
    r"|nothing (?:further|more|else) from (?:us|our side)"
)
_NOTES = late_pattern("|".join((_CAME, _NOT_BIDDING, _CONTACT, _WITHDRAWN, _ALL_ASKED)))
_CONTACTS = late_pattern(_CONTACT)
"""What may be asked politely: `Could you add Jane to the list of contacts?`"""
_BESIDE = late_pattern(rf"(?:{_POLITE})(?: please)?|(?:\d+ ?)+")

_THANKS = (
    rf"{_THANK}(?: for (?:(?:letting us know|telling us|informing us|writing|confirming|getting in touch|coming back to us)"
    r"(?: (?:this|that|so))?|your (?:kind )?(?:message|e ?mail|note|interest|confirmation|update|reply|letter"
    r"|decision|feedback)"
    r"|the (?:update|information|confirmation|message|note)|this|that))?"
)
_NOTED = r"(?:(?:this|that|it|all|well|duly|is|has been|we|have) )*(?:noted|acknowledged)(?: (?:with thanks|thank you|thanks))?"
_POLITE_BACK = (
    r"(?:you are |youre |your )?(?:very )?welcome|no problem|with pleasure|(?:kind|best|many) (?:regards|wishes)|regards"
    r"|(?:we are |were )?sorry to hear (?:this|that|it)|dear (?:sir|madam|sirs|all)|hello|hi|good (?:morning|afternoon)"
    r"|we hope (?:that )?you will (?:bid|tender|take part|be back) (?:another|next) time|sorry"
)
_DONE = (
    r"(?:(?:this|that|it|all|has been|have been|is|are|now|she|he|they|been|was|were) )*(?:done|ok|okay|understood"
    r"|received|recorded"
    r"|updated|added|removed|withdrawn|confirmed|closed|deleted|changed|cancelled|perfect|fine|good|great)"
    r"(?: (?:now|as requested|already|accordingly|too))*"
    r"|we (?:(?:have|now|will) )*(?:note|noted|record|recorded|update|updated|add|added|remove|removed|withdraw"
    r"|withdrawn|close|"
    r"closed|delete|deleted|change|changed) (?:it|this|that|her|him|them|(?:your|the) (?:question|query|contact"
    r"|details|list|record|"
    r"contact details|list of contacts|message|records)s?)(?: (?:as requested|accordingly|now|from the log))?"
    rf"|(?:the|your) {_QUESTION} (?:has been|is|was)(?: now)? (?:withdrawn|closed|deleted|cancelled"
    rf"|removed)(?: from the log)?"
)
_TELLS_NOTHING = late_pattern("|".join((_THANKS, _NOTED, _POLITE_BACK)))
_IS_DONE = late_pattern("|".join((_THANKS, _NOTED, _POLITE_BACK, _DONE)))


@lru_cache(maxsize=1024)
def is_an_own_note(question: str) -> bool:
    """Whether all that was written to a buyer is a thank-you, or a note of the asker's own that asks nothing of the tender."""
    said, notes = parts(question), _CONTACTS if "?" in question else _NOTES
    return bool(said) and all(notes.fullmatch(one) or _BESIDE.fullmatch(one) for one in said)


def tells_nothing(answer: str) -> bool:
    """Whether an answer is but thanks, or that something was noted; `Done` and `Confirmed` may grant what was asked."""
    said = parts(answer)
    return bool(said) and all(map(_TELLS_NOTHING.fullmatch, said))


def is_done(answer: str) -> bool:
    """Whether an answer says no more than that a note was taken, or what it asks for done."""
    said = parts(answer)
    return bool(said) and all(map(_IS_DONE.fullmatch, said))
