"""Numbers of questions under any spelling: `CQ12`, `cq 12`, `CQ-012`, `Re: Clarification 12` and `12` are one number.

`Q`, `question` and the like say no more than that something was asked; `CQ` and `TQ` may be two lists of one tender.
"""

import re
from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.names import words
from fairaudit.analysis.text.numbered import may_count, parts_apart, spelled_out
from fairaudit.frozen import Frozen

_ANY = frozenset((
    "q", "question", "questions", "enquiry", "enquiries", "inquiry", "inquiries", "query", "queries", "clarification",
    "clarifications", "qs",
))  # fmt: skip
"""Words and letters for a question of whatever list."""
_LISTS = {"cq": "cq", "cqs": "cq", "tq": "tq", "tqs": "tq", "rfi": "rfi", "rfis": "rfi", "rfc": "rfc", "rfcs": "rfc"}
"""Letters of a list of questions, by what one question of it is called."""
_GOING_ON = frozenset(("and", "or", "to", "no", "nr", "nos", "number", "numbers", "request", "requests"))
_LONGEST = 3
"""Of how many digits a number is that stands apart: `Clarifications 2026` gives a year."""
_ONE = re.compile(r"([a-z]{1,3})(\d{1,4})")
_MONTHS = frozenset(MONTHS_SAID)
_DATE = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_OF_YEAR = re.compile(r"(?<=\d)/(?:19|20)\d{2}\b")
_SLASHED = re.compile(r"(?<![^\W_])\d{1,4}/\d{1,4}\b")
"""`Clarification 7/03` may be the seventh of March, or the seventh for lot 3: it names no question."""
_PARTS = re.compile(r"(?<=\d)\.(?=\d)")
ENDING = re.compile(r"\.[a-z]{3,4}(?=$|[\s_)])", re.IGNORECASE)


class QuestionNumber(Frozen):
    """The number of a question, and the letters of the list it stands in; empty where no list is named."""

    of: str
    number: str

    def may_be(self, other: "QuestionNumber") -> bool:
        """Whether two numbers may be of one question: of one list, or one of them of no list in particular."""
        return self.number == other.number and (self.of == other.of or not self.of or not other.of)


@lru_cache(maxsize=4096)
def question_numbers(text: str) -> tuple[QuestionNumber, ...]:
    """Return the numbers of questions that a name gives; a number alone is that of a question where it is all there is."""
    if not may_count(text):
        return ()
    said = words(_PARTS.sub(" ", parts_apart(spelled_out(_undated(text)))))
    if len(said) == 1 and said[0].isdigit():
        return (QuestionNumber("", said[0].lstrip("0") or "0"),)
    found: dict[QuestionNumber, None] = {}
    listing: str | None = None
    for at, word in enumerate(said):
        one = _ONE.fullmatch(word)
        if one and (one[1] in _ANY or one[1] in _LISTS):
            found[QuestionNumber(_LISTS.get(one[1], ""), one[2].lstrip("0") or "0")] = None
            # `Q1.3` is a part of a question, and no third one.
            listing = None
        elif (
            word.isdigit()
            and len(word) <= _LONGEST
            and listing is not None
            and _MONTHS.isdisjoint(said[at + 1 : at + 2])
        ):
            found[QuestionNumber(listing, word.lstrip("0") or "0")] = None
        elif word in _ANY or word in _LISTS:
            listing = _LISTS.get(word, "")
        elif word not in _GOING_ON:
            listing = None
    return tuple(found)


def _undated(text: str) -> str:
    """Return a name without the ending of a file, days, and the year of a number: `12/2026`."""
    return _SLASHED.sub(" on ", _OF_YEAR.sub("", _DATE.sub(" on ", ENDING.sub(" ", text))))


def number_of(called: str) -> QuestionNumber | None:
    """Return the number of a question that an id is, and nothing else: `CQ-7`, and not `Lot 1 CQ 7`."""
    said = words(called)
    found = question_numbers(called)
    # A part of a question that stands apart, `Question 3.4`, is not the whole of it.
    plain = parts_apart(called) == called and all(
        _ONE.fullmatch(one) or one.isdigit() or one in _ANY or one in _LISTS or one in _GOING_ON for one in said
    )
    return found[0] if len(found) == 1 and plain and len(said) <= 3 else None
