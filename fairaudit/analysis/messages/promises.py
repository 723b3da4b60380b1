"""Sentences that put a question off to an occasion, hope to answer it, or point to a letter: none of them answers it.

Every word of such a sentence must be about that: `Will be covered at the site visit` is one, `Will be covered by the council`
answers who pays.
"""

from __future__ import annotations

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.stock import points_to_a_letter_in_stock
from fairaudit.analysis.names import words
from fairaudit.analysis.text.questionnumbers import question_numbers

_ABOUT = (
    r"(?:(?:thank you|thanks|please note|note|that|and|but|for|it|this|these|the|your|our|question|query|enquiry|inquiry|point|"
    r"matter|issue|request|clarification|cq|tq|rfi|q|no|number|answer|response|reply|also|currently|still|[^\W\d]*\d\w*) )*"
)
_OCCASION = (
    r"bulletin|circular|addendum|newsletter|visit|meeting|briefing|conference|session|event|call|webinar|workshop|stage|update|"
    r"clarification|clarifications|round|log"
)
_TAIL = (
    r"(?: (?:in|at|by|on|with|before|after|during|within|as|part|of|the|our|a|an|all|next|first|second|third|another|forthcoming|"
    r"coming|upcoming|following|later|soon|shortly|separately|individually|privately|possible|due|course|time|end|week|weeks|day|days|"
    r"deadline|closing|date|site|bidder|bidders|tenderer|tenderers|supplier|suppliers|directly|monday|tuesday|wednesday|"
    rf"thursday|friday|tomorrow|today|tender|no|number|{_OCCASION}|{'|'.join(MONTHS_SAID)}|[^\W\d]*\d\w*))*"
)
_DEALT = (
    r"(?:dealt with|addressed|looked (?:at|into)|taken up|picked up|followed up|discussed|"
    r"gone (?:into|through)|responded to)"
)
_SHOWN = r"(?:covered|handled|considered|raised|given|shown|presented|explained|clarified|provided)"
_PROMISE = late_pattern(
    rf"{_ABOUT}(?:will|shall|to|should|can|is to|are to) (?:also |only |now )?be "
    rf"(?:{_DEALT}{_TAIL}|{_SHOWN}(?= .*\b(?:{_OCCASION})\b){_TAIL})"
    r"|(?:we|i) (?:do |are |am |will )*(?:hope|hoping|aim|aiming|expect|expecting|intend|intending|plan|planning|try|trying|"
    r"endeavour|seek) to (?:be able to )?(?:answer|respond|reply|revert|come back|get back|clarify|address|deal with)"
    rf"(?: (?:you|to|this|it|your|the|question|query|enquiry|point|request))*{_TAIL}"
)
_NEEDED = late_pattern(
    r"no (?:further )?(?:answer|response|reply|comment|comments)(?: (?:is|was))?(?: (?:required|needed|necessary|given))?"
    r"(?: to this question)?"
)
_REPLY = r"(?:answer|response|reply)"
_GAVE = (
    r"(?:gave|given|sent|provided|emailed|told|answered|replied|responded|explained|advised|discussed|stated|confirmed|"
    r"supplied|wrote)"
)
_LETTER = late_pattern(
    r"(?:please )?(?:see|refer to|as per|as in|per) (?:my|our|the separate|separate|a separate) "
    r"(?:recent |last |earlier |separate )?(?:e ?mail|mail|letter|message|call|phone call|telephone call|"
    r"note|response|reply|answer|conversation|text)"
    rf"(?: (?:to you|to the bidder|of|dated|from|earlier|yesterday))*{_TAIL}"
    rf"|(?:(?:please |kindly )?(?:see|refer to|as per) (?:the|our|my) (?:{_REPLY}|information|details)(?: that| which)?"
    rf" (?:we|i) (?:have )?(?:already )?{_GAVE}(?: you| to you)?(?: (?:already|earlier|separately))?"
    rf"|(?:as |this (?:was|has been) |(?:we|i) (?:have )?(?:already )?)(?:already )?{_GAVE}"
    rf"(?: (?:this|you|your|the|question|query|to))*)"
    rf" (?:by|in|via|over|on) (?:an |our |my |the |a )?(?:e ?mail|mail|letter|phone|telephone|call|phone call|conversation)"
    rf"{_TAIL}"
)
_MOST = 30
"""Of how many words a sentence is at most that is looked at."""
_OF_A_STATE = frozenset({
    "has", "have", "had", "is", "are", "was", "were", "did", "do", "does", "can", "may",
})  # fmt: skip
"""With what a question begins that `Not yet` answers: `Has the roof been surveyed?`."""
_OF_TIME = frozenset({"yet", "already", "when", "soon"})
_ASKS_HOW = frozenset({"how", "who", "whom", "whose"})


def promises(said: tuple[str, ...]) -> bool:
    """Whether a sentence says only that a question is to be dealt with at some time, or wants no answer."""
    plain = " ".join(said[: _MOST + 1])
    return len(said) <= _MOST and bool(_PROMISE.fullmatch(plain) or _NEEDED.fullmatch(plain))


def is_no_promise(text: str, asked: str) -> bool:
    """Whether what promises may be the answer: to what is asked about it, or how something is settled."""
    said, question = words(text), words(asked)
    about = {one[:5] for one in question if len(one) > 4}
    shared = any(one[:5] in about for one in said if one not in ("question", "clarification"))
    return (shared and not _is_letter(said)) or (
        "discussed" in said and not _ASKS_HOW.isdisjoint(question) and "many" not in question and "much" not in question
    )


def says_not_yet(text: str, asked: str) -> bool:
    """Whether a text says no more than `Not yet`, and not to what may or may not have come about."""
    question = words(asked)
    if not question or words(text) != ("not", "yet"):
        return False
    return _OF_A_STATE.isdisjoint(question[:1]) and _OF_TIME.isdisjoint(question)


def points_to_a_letter(text: str, asked: str = "") -> bool:
    """Whether a text only points to what somebody was written or told: `See my email`, `See separate response`."""
    return not question_numbers(text) and (_is_letter(words(text)) or points_to_a_letter_in_stock(text, asked))


def _is_letter(said: tuple[str, ...]) -> bool:
    return len(said) <= _MOST and _LETTER.fullmatch(" ".join(said)) is not None
