"""What an answer holds beside what it says: of when its letter is, under which number it is filed, where something is written.

`See page 14`, `our letter of 12 March` and `Our ref. PR/118` are no part of what is answered: two answers that differ in them
alone say the same. The number of a clause, an annex or a lot may be one: it is told apart, for a person to look.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.asked import points_elsewhere, ungreeted
from fairaudit.analysis.text.gist import gist, parted_figures

MONTH = (
    r"(?:(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)|May|MAY)\b\.?"
)
"""The name of a month; `may` in small letters is none."""
DATE = (
    rf"(?:\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}(?:,?\s+\d{{4}}\b)?"
    rf"|\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?)"
)
TIME = (
    r"(?:\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b(?:\s*(?i:am|pm|a\.m\.|p\.m\.|hrs|hours|h)\b\.?)?"
    r"|\b(?:[01]?\d|2[0-3])\.[0-5]\d\s*(?i:am|pm|a\.m\.|p\.m\.|hrs|hours|h)\b\.?|\b(?:0?\d|1[0-2])\s*(?i:am|pm|a\.m\.|p\.m\.)(?!\w))"
)
_MESSAGE = (
    r"(?:letter|e-?mail|mail|message|note|memo(?:randum)?|fax|answer|reply|response|clarification|circular|bulletin|notice"
    r"|communication|correspondence|question|query|enquiry|inquiry)s?"
)
_NUMBERED = r"(?:no|nr|number|num|#|id)"
_TOKEN = r"[A-Za-z]{0,6}[-/.]?\d[\w]*(?:[-/.]\w+)*"
_OF_A_MESSAGE = late_pattern(
    rf"\b(?i:{_MESSAGE})(?:\s+(?i:{_NUMBERED})?\.?\s?{_TOKEN})?,?\s+(?:(?!(?i:will|be|must|shall|to|by|is|are)\b)[^\W\d_]+\s+){{0,2}}?"
    rf"(?:(?i:of|dated|from|sent|issued|published|received)\s+)?(?i:on\s+)?(?i:the\s+)?{DATE}(?:,?\s+(?i:at\s+)?{TIME})?"
)
"""When a letter is of: `our letter of 12 March 2026, 14:05`, `Bulletin no. 3 dated 4 May`."""
_REFERENCE = late_pattern(
    rf"\b(?i:(?:our|your|my)\s+)?(?:(?i:ref)\b\.?|(?i:reference)(?=\s*(?::|(?i:{_NUMBERED})\b|[A-Z]+[-/]?\d|\d+[-/]))"
    rf"|(?i:our|your)\s+(?i:reference|file|ticket|case))(?:\s*(?i:{_NUMBERED})\b\.?)?\s*:?\s*{_TOKEN}"
    rf"|\b(?i:file|ticket|message|letter|e-?mail|portal)\s+(?i:{_NUMBERED})\b\.?\s*:?\s*{_TOKEN}"
    rf"|\b(?i:bulletin|circular|letter)\s+{_TOKEN}"
    r"|\b(?i:tel|telephone|phone|fax|call)\b\.?:?\s*\+?[\d()/ -]{7,24}\d|\S{1,64}@\S{1,64}|\bhttps?://\S{1,200}"
)
_ASKED = late_pattern(
    rf"\b(?i:questions?|query|enquiry|clarification(?:\s+question)?|cq|tq|rfi|rfc|q)[\s.-]*(?i:{_NUMBERED})?\.?\s?\d+(?:\.\d+)*\b"
)
_PAGE = late_pattern(
    r"\b(?i:on\s+|see\s+|cf\.?\s+)?(?:(?i:pages?|pgs?)\b\.?|(?i:pp?)\.)\s*\d+(?:\s*(?:-|–|,|&|\band\b|\bto\b)\s*\d+)*(?i:\s*ff?\b\.?)?"
)
_WRITTEN_AT = late_pattern(
    r"\b(?i:sections?|clauses?|paragraphs?|paras?|articles?|annex(?:es)?|appendix|schedule|table|figure|drawing|document|version"
    r"|chapter|item|line|row|round|lots?|no\.|nr\.?)\s*(?:(?i:no|nr)\.?\s*)?[A-Z]?\d+(?:\.\d+)*[a-z]?\b"
)
"""Where something is written, or which of several things is meant, that may be what is answered: `clause 4.2`, `lot 2`."""
_OF_PLACES = frozenset({
    "specification", "spec", "document", "pack", "tender", "itt", "page", "annex", "schedule", "drawing", "plan", "table",
    "published", "issued", "dated", "sent", "letter", "email", "bulletin", "notice", "circular", "ref",
})  # fmt: skip
"""Words of places: a text that holds no others only says where its answer stands."""


@lru_cache(maxsize=2048)
def without_references(text: str) -> str:
    """Return a text without the dates of letters, the numbers under which something is filed or asked, and those of pages."""
    for pattern in (_OF_A_MESSAGE, _REFERENCE, _ASKED, _PAGE):
        text = pattern.sub(" ", text)
    return text


def without_places(text: str) -> str:
    """Return a text without the numbers of clauses, annexes and the like."""
    return _WRITTEN_AT.sub(" ", text)


def places_in(text: str) -> frozenset[str]:
    """Return the clauses, annexes and the like that a text gives by their numbers."""
    return frozenset("".join(one.casefold().split()) for one in _WRITTEN_AT.findall(text))


@lru_cache(maxsize=1024)
def only_refers(text: str) -> bool:
    """Whether a text says nothing but where its answer stands: `As in our letter of 12 March`, `See page 14 of the pack`."""
    left = without_places(without_references(text))
    return left != text and (all(one in _OF_PLACES for one in gist(left)) or points_elsewhere(_unplaced(left)))


def _unplaced(text: str) -> str:
    return " ".join(one for one in gist(text) if one not in _OF_PLACES)


@lru_cache(maxsize=1024)
def answered(text: str) -> tuple[str, ...]:
    """Return the words of what an answer says, but for whom it greets and what it refers to; all where it says nothing else."""
    said = text if only_refers(text) else without_references(text)
    return (*ungreeted(said), *parted_figures(said))
