"""What the words of an extension say stays as it was: `The tender deadline remains unchanged` names a deadline and moves none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.references import MONTH
from fairaudit.analysis.saiddays import days_said
from fairaudit.frozen import Frozen

_ALONE = (
    r"(?!\s*(?:(?:un(?:changed|affected|altered|moved)|as before|as is|no changes?|not (?:extended|changed|affected|moved))"
    r"\s*(?:$|[.,;)\n])|(?:still|stays?|remains?|stands)\b))"
)
"""Before what is said of the words that go before it: `Tender deadline: unchanged.`"""
_PARTS = late_pattern(
    rf"(?i)[.;!?](?=\s|$)|\n+|\)|(?::(?=\s|$)(?!\s*\d)|[(\u2013\u2014]|\s-+\s){_ALONE}"
    # A comma parts no date from its hour: `30 March 2026, 12:00`, `Monday, 30 March`.
    r"|,(?!\d)(?!\s*(?:(?:at|by|on)\s+)?(?:\d|noon|midday|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b))"
    rf"(?!\s*{MONTH}){_ALONE}"
    r"|(?=\bwithout\b)"
    r"|\b(?:but|while|whilst|whereas|although|though|however|with|only|except|apart|save|because|since|owing|due to|so that)\b"
    r"|\band\b(?=\s+(?:that\s+)?(?:the|its|their|your|our|all|any|no|not|this|that|it|we|bids?|tenders?|bidders?|tenderers?|offers?"
    r"|proposals?|submissions?|closing|validity|everything|extends?|neither|questions?|queries|clarifications?|site)\b)"
)
"""What parts one thing that is said from another, so that each may be moved or stay."""
_KEEPS = (
    r"changed?|altered|alter|affect(?:s|ed)?|moved?|amend(?:s|ed)?|shift(?:s|ed)?|extend(?:s|ed)?|postponed?|prolong(?:s|ed)?"
    r"|revised?|varied|vary|modif(?:y|ied)|impact(?:s|ed)?|delay(?:s|ed)?|put back|changing|altering|affecting|moving|amending"
    r"|shifting|extending|postponing|prolonging|revising|influenced?|touched"
)
_AGAIN = (
    r"(?! (?:\w+ ){0,6}"
    r"(?:further|again|beyond|past|any ?more|any longer|later than|after|more than|a (?:second|third)|twice)\b)"
)
"""Not where what is not moved again has been moved once."""
_ADVERB = (
    r"(?:itself |however |therefore |thereby |hereby |also |otherwise |as such |in (?:any|no) way |at all |being |be )"
)
_YES = r"(?<!not )(?<!not to )(?<!no longer )(?<!n't )"
_UNMOVED = late_pattern(
    rf"(?i)\b(?:not|nor|neither|never|without|cannot|n't|isn't|won't|doesn't|hasn't|aren't|don't) {_ADVERB}{{0,2}}"
    rf"(?:(?:been|to|thereby) )?(?:{_KEEPS})\b{_AGAIN}"
    rf"|\bneither\b.{{0,120}}\b(?:{_KEEPS}|changes|moves)\b{_AGAIN}"
    r"|\b(?:does|do|did|will|shall|has|have|is|are) not "
    r"(?:have (?:any|an) (?:effect|impact|bearing|influence)|concern|apply to|mean)\b"
    r"|\b(?:has|have|having|is|are|with|there is|there are|there will be) no "
    r"(?:changes?|extensions?|effect|impact|bearing|influence|alterations?|movement)\b"
    r"|\b(?:is|are) (?:not an|no) extensions?\b"
    r"|^\W*no (?:changes?|extensions?|alterations?) (?:to|of|in|for)\b|\bwithout (?:any )?(?:change|effect|prejudice|extension)\b"
    r"|\b(?:un(?:changed|affected|altered|moved|amended|touched)|not changing)\b"
    r"|\b(?:still|continues? to) (?:stands?|appl(?:y|ies)|holds?|binding)\b"
    r"|\bcontinues? to be\b(?! (?:open|extended|accepted|received))"
    r"|\bcontinues? (?:at|as|on)\b|\b(?:is|are|was) (?:still|maintained|kept|retained)\b(?! (?:open|extended|accepted|valid))"
    rf"|{_YES}\b(?:keep|maintain|retain|leave|leav)(?:s|ing)?\b(?=.{{0,80}}\b(?:as (?:it|they)|at|where)\b)"
    r"|\b(?:is|are|stays?|remains?) (?:exactly )?the same\b|\bthe same as before\b"
    r"|\b(?:(?:is|are|be|being|keeps?|deadlines?|dates?) as(?: \w+)?|as (?:originally|previously|already|first|earlier)) "
    r"(?:published|advertised|stated|announced|set|notified|given|fixed|specified|listed)\b"
    r"|\bas (?:before|is|planned|scheduled|(?:it|they) (?:is|are|was|were|stands?))\b|(?:^\W*|: )still\b"
    rf"|{_YES}\b(?:remains?|remaining|stays?|staying|stands?|standing)\b"
    r"(?! (?:valid|open|for acceptance|binding|extended|postponed|deferred|suspended|to be"
    r"|under|available|unclear|unknown|in doubt|until))"
    r"|\b(?:must|are to|have to|need to|should|shall) still\b|\b(?:still|remain|continue to be) due\b"
    r"|\bnothing (?:else )?changes?\b|\b(?:not (?:give|have|get|grant|allow|mean)(?: \w+){0,3}|no) more time\b"
    r"|\b(?:has|have|had) (?:passed|expired|ended|closed|lapsed)\b|\b(?:passed|expired|ended|closed|lapsed) on\b"
    r"|^\W*no (?:\w+ ){0,2}(?:bids?|tenders?|offers?|submissions?) (?:\w+ ){0,4}(?:may|can|will|shall) be "
    r"(?:submitted|accepted|considered|received|taken|made|allowed)\b"
    r"|^\W*(?:not|excluding|nor)\b"
)
"""Words by which a thing stays as it was, or is over."""
_OF_AN_OBJECT = late_pattern(
    r"(?i)\b(?:does|do|did|will|shall) not (?:affect|alter|change|extend|move|amend|shift|postpone|prolong|apply to|concern) "
    r"(?:the|any|our|your)\b"
)
"""What stays, whatever is said of that which leaves it so: `The new date does not alter the deadline`."""
_MOVED = late_pattern(
    r"(?i)\b(?:until|till|extend(?:s|ed|ing)?|extension|prolong(?:s|ed|ing)?|postpon(?:es?|ed|ing)|now|moved|moves|shift(?:s|ed)|pushed"
    r"|put back|changed|changes|revised|amended|new|later|instead|rather|more time|longer|additional|defer(?:s|red)?|brought)\b"
)


class Said(Frozen):
    """What a text says is moved, where it stands, and each part of it that says that something stays."""

    moved: str
    stays: tuple[str, ...]


def apart(text: str, until: date | None = None) -> Said:
    """Return a text without its parts that say that something stays as it was, and these.

    What stays at the very day to which time was given may be what was moved to it: that is no part of these.
    """
    stays = frozenset(one for one in _PARTS.split(text) if _stays(one) and not _names_day(one, until))
    return Said(only(text, lambda one: one not in stays), tuple(sorted(stays)))


def only(text: str, wanted: Callable[[str], bool]) -> str:
    """Return a text with those of its parts alone that are wanted, and all that stands between parts."""
    found, at = [], 0
    for between in _PARTS.finditer(text):
        found += [_if(text[at : between.start()], wanted), between[0]]
        at = between.end()
    return "".join((*found, _if(text[at:], wanted)))


def _if(part: str, wanted: Callable[[str], bool]) -> str:
    return part if wanted(part) else " "


def _names_day(part: str, day: date | None) -> bool:
    return day is not None and any(day in span for span in days_said(part, day))


def _stays(part: str) -> bool:
    rest = _UNMOVED.sub(" ", part)
    return rest != part and not (_MOVED.search(rest) and not _OF_AN_OBJECT.search(part))
