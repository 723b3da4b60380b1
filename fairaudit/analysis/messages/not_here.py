"""Clauses of a record of answers that say that one is not there: `Q3 follows next week`, `Q3 is not in this bulletin`.

Every word of such a clause must be about that. What it speaks of is the number of a question or an answer; or it goes on with
what was spoken of before, `is not published`, and may then be an answer itself.
"""

from __future__ import annotations

from enum import Enum

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen


class Spoken(Enum):
    """Of what a clause speaks."""

    NUMBER = "the number of a question"
    ANSWER = "an answer, whose question stands elsewhere"
    GOES_ON = "what was spoken of before"


class Elsewhere(Frozen):
    """Of what a clause says that it stands in another record, and by what name that goes: `bulletin 2`."""

    of: Spoken
    name: tuple[str, ...]


_NO = r"(?:[^\W\d]{0,12}\d\w*)"
_LEAD = r"(?:(?:the|our|your|an|question|questions|query|enquiry|clarification|cq|tq|rfi|no|number|q) )*"
_NUMBER = rf"(?P<number>{_LEAD}{_NO}(?: {_NO})*(?: (?:answers?|reply|response|itself))?)"
_ANSWER = r"(?:(?:the|our|an|its|your) )*(?:answers?|reply|replies|responses?)"
_OF_NUMBER = rf"(?P<numbered>{_ANSWER} (?:to|for|on) {_LEAD}{_NO}(?: {_NO})*)"
_OF_ANSWER = (
    rf"(?P<answer>{_ANSWER}(?: (?:to|for) (?:it|this|that|(?:this|that|the|your) (?:question|query|enquiry)))?)"
)
_SPOKEN = rf"(?:{_OF_NUMBER}|{_OF_ANSWER}|{_NUMBER}|(?:this|it|these|they|that))"
_IS = r"(?: (?:is|are|was|were|has|have|had|been|be|being|itself|also|already|still|therefore|now))*"
_RECORD = (
    r"(?:bulletins?|circular|log|document|note|list|round|batch|issue|message|update|publication|file|letter|answers|responses|"
    r"pack|sheet|schedule|register|clarifications?|addendum|newsletter)"
)
_OCCASION = (
    rf"in|at|by|with|within|as|soon|later|shortly|separately|next|the|our|a|an|another|this|{_RECORD}|e|mail|email|post|week|weeks|"
    r"month|day|days|today|tomorrow|monday|tuesday|wednesday|thursday|friday|when|once|after|available|ready|possible|under|separate|"
    r"cover|individually|privately|directly|course|due|time|visit|site|meeting|number|no|" + "|".join(MONTHS_SAID)
)
_FOLLOWS = late_pattern(
    rf"{_SPOKEN}(?: (?:also|still|then|only))?(?: follows?| is (?:still )?to come)"
    rf"(?: (?:{_OCCASION}|on(?! from))(?: (?:{_OCCASION}|on|{_NO}))*)?"
)
_ASKER = r"(?:asker|whoever asked|who asked|concerned|that asked|asking)"
_ALONE = r"(?:only|alone|directly|individually|privately|separately)"
_ONE = (
    rf"(?:(?:\w+ ){{0,4}}?(?:{_ASKER}|{_ALONE})(?: {_ALONE})?|(?:that|one) (?:bidder|tenderer|supplier|firm|candidate))"
)
_TOLD = r"(?:answered|replied|responded)"
_SENT = r"(?:sent|given|told|provided|issued|circulated)"
_TO_ONE = late_pattern(
    rf"(?:(?:{_SPOKEN}{_IS} (?:{_TOLD}|{_SENT})|(?:was |were |has been )?{_TOLD}|we (?:have )?{_TOLD} (?P<told>{_LEAD}{_NO}))"
    rf"(?: {_ALONE})?(?: by (?:letter|email|e mail|post|phone))? to {_ONE}"
    rf"|(?:was |were |has been )?{_SENT}(?: {_ALONE})? to (?:the )?(?:\w+ )?{_ASKER}(?: {_ALONE})?)"
)
_NOT_YET = r"(?:(?:is|are|was|were|has|have|will) )?not (?:(?:yet|been|be|being|to be) )*"
_NOT_HERE = late_pattern(
    rf"(?:{_SPOKEN} )?{_NOT_YET}"
    r"(?:(?:contained|included|covered|answered|dealt with|addressed|given|listed)"
    rf"(?: (?:here|in|by|of|this|the|our|{_RECORD}|{_NO}))*"
    rf"|(?:in|on|part of) (?:this|the|our|the present) {_RECORD}(?: {_NO})?"
    r"|(?:published|circulated|released|posted|shared|sent out)"
    r"(?: (?:to (?:the )?others?(?: (?:bidders|tenderers|suppliers))?|generally|here|yet))*)"
)
_SAID_IN = r"(?:answered|published|given|dealt with|covered|addressed)"
_ELSEWHERE = late_pattern(
    rf"(?:(?:please )?(?:see|refer to|as in|as per|as stated in)|(?:{_SPOKEN}{_IS} |already )?{_SAID_IN} in)"
    rf" (?:our |the |an |a )?(?P<name>(?:clarification )?{_RECORD}(?: (?:no |number )?{_NO})?)"
)
_EVERYBODY = frozenset({"all", "everybody", "everyone", "every", "each", "also", "others", "now", "not"})
_MOST = 24
"""Of how many words a clause is at most that is looked at."""


def not_here(said: tuple[str, ...]) -> Spoken | None:
    """Return of what a clause says that it is still to come, went to one bidder, or is not in its record; or `None`."""
    plain = " ".join(said)
    if not said or len(said) > _MOST:
        return None
    for pattern in (_FOLLOWS, _NOT_HERE, *((_TO_ONE,) if _EVERYBODY.isdisjoint(said) else ())):
        if match := pattern.fullmatch(plain):
            return _spoken(match.groupdict())
    return None


def elsewhere(said: tuple[str, ...]) -> Elsewhere | None:
    """Return what a clause says to stand in another record, and in which: `See bulletin 2`, `Q3 was answered in the log`."""
    match = _ELSEWHERE.fullmatch(" ".join(said)) if 0 < len(said) <= _MOST else None
    return Elsewhere(_spoken(match.groupdict()), tuple(match["name"].split())) if match else None


def _spoken(groups: dict[str, str | None]) -> Spoken:
    if any(groups.get(one) for one in ("number", "numbered", "told")):
        return Spoken.NUMBER
    return Spoken.ANSWER if groups.get("answer") else Spoken.GOES_ON
