"""Whether all that is told of a contact is that somebody is away, as an automatic reply says it: `I am on leave until Monday`.

Every part must be such a note from end to end: `I am on leave; the budget is 40,000` is none.
"""

from __future__ import annotations

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import parts

# Every word has its own space before it, so that there is one way alone to read a text.
_WHEN = (
    r"(?: (?:until|till|from|to|on|between|and|for|since|the|of|next|a|one|two|three|weeks?|days?|tomorrow|today|now|again|"
    r"at|noon|end|this|morning|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)?|20\d\d|"
    rf"{'|'.join(MONTHS_SAID)})){{0,12}}"
)
_MAIL = r"(?:e ?mails?|messages?|mails?)"
_AWAY = late_pattern(
    r"(?:(?:i am|im|i will be|we are|we will be|he is|she is|(?:the|our) office is|currently|now) )*"
    r"(?:on (?:(?:annual|sick|maternity|paternity|parental|study|family) )?leave|out of (?:the )?office|not in the office"
    rf"|away(?: from (?:the|my) (?:office|desk))?|on (?:holiday|vacation)|absent|off sick|closed){_WHEN}"
    r"|out of office (?:reply|message|notice)|(?:automatic|automated|auto) ?(?:reply|response)|autoreply"
)
_BESIDE = late_pattern(
    rf"(?:(?:(?:i|we) )?(?:will|shall) )?(?:be )?(?:back|return|returning)(?: (?:to|in) the office)?{_WHEN}"
    rf"|(?:(?:i|we) )?(?:will|shall) (?:reply|answer|read (?:your |my )?{_MAIL}|reply to your {_MAIL})"
    rf"(?: then| when back| (?:on|upon) my return)?{_WHEN}"
    rf"|(?:(?:i|we) )?(?:have|will have|with) (?:no|limited) access to (?:my |our )?{_MAIL}"
    rf"|your {_MAIL} (?:will not be|is not|are not) (?:forwarded|read)(?: (?:until|before) then)?"
    rf"|(?:please )?(?:use|write (?:to us )?(?:by|via|through|on)|contact us (?:by|via|through)"
    rf"|(?:send|put) (?:(?:your|any|all) )?(?:questions?|queries|{_MAIL}|correspondence) (?:by|via|through|on|to|in))"
    r" the (?:(?:e|procurement|tender|tendering) ?)?portal(?: only)?"
    rf"|(?:(?:many|kind|best) )?(?:thanks|regards)|thank you(?: for your {_MAIL})?|hello|dear (?:sir|madam|all)"
)


def is_an_away_note(texts: tuple[str | None, ...]) -> bool:
    """Whether all that is told of a contact is that who was written to is away, and where to write instead of that."""
    said = [part for one in texts if one for part in parts(one)]
    away = [_AWAY.fullmatch(one) is not None for one in said]
    return any(away) and all(gone or _BESIDE.fullmatch(one) for gone, one in zip(away, said, strict=True))


def says_away(part: str) -> bool:
    """Whether a part of a text, its words between spaces, says that somebody is away."""
    return _AWAY.fullmatch(part) is not None


def beside_away(part: str) -> bool:
    """Whether a part of a text says what stands beside that: when somebody is back, or where to write instead."""
    return _BESIDE.fullmatch(part) is not None
