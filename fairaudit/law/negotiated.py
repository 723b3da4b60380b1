"""The grounds on which the Directive, and the Regulations that follow it, allow an award without a call for competition.

Article 32 and regulation 32 are closed lists with the same numbers. Nothing here says that a ground holds, only that the words
of a record name one of the list.
"""

from __future__ import annotations

import re

NONE_LIKE_IT, NOT_RECOGNISED = "none-like-it", ""

_NUMBERED = re.compile(r"\b32\s*[(.]\s*(\d{1,2})\)?(?:\s*[(.]?\s*([a-z])\b)?", re.IGNORECASE)
_LETTERS = {"2": "abc", "3": "abcd", "4": "", "5": ""}
_FIRM = r"(?:firm|supplier|provider|operator|company|contractor|maker|manufacturer|undertaking|bidder)"
_WORDED = (
    ("2(a)", r"\bno (?:suitable|admissible|valid|acceptable) (?:tenders?|bids?|offers?|requests?)\b"),
    ("2(a)", r"\bno (?:tenders?|bids?|offers?|requests?)\b.{0,40}\b(?:received|submitted|came|were made|was made)\b"),
    ("2(b)", r"\b(?:work|piece) of art\b|\bartistic"),
    ("2(b)", r"\btechnical reason|\babsence of competition|\bcompetition is absent"),
    ("2(b)", r"(?<!no )\bexclusive right|(?<!no )\bintellectual property|(?<!no )\bpatent|(?<!no )\bcopyright"),
    (
        "2(b)",
        rf"\bonly (?:\w+ ){{0,6}}(?:can|could|is able|are able)\b|\bno other {_FIRM}|\b(?:nobody|no one) else (?:can|could)\b",
    ),
    ("2(b)", rf"\bsole (?:source|{_FIRM})|\b(?:only )?(?:one|single) {_FIRM} (?:can|could|exists)\b"),
    ("2(c)", r"(?<!not )(?<!no )\b(?:extreme(?:ly)? )?urgen|\bunforesee"),
    ("3(a)", r"\bpurposes? of (?:research|experiment|study|development)|\bprototype"),
    ("3(b)", r"\badditional (?:deliver|supplies|goods)|\bpartial replacement|\bincompatib"),
    ("3(c)", r"\bcommodit"),
    ("3(d)", r"\binsolven|\bliquidat|\bwinding up|\bbankrupt"),
    ("4", r"\bdesign contest"),
    ("5", r"\brepeat|\brepetition|\bsimilar (?:works|services)"),
)


def ground_of_the_list(text: str) -> str:
    """Return the ground of the list that a text names, `2(c)`; `none-like-it` for a number that is not on it, else empty."""
    numbered = _NUMBERED.search(text)
    if numbered:
        number, letter = numbered[1], (numbered[2] or "").lower()
        letters = _LETTERS.get(number)
        if letters is None or (letter and letters and letter not in letters):
            return NONE_LIKE_IT
        if not letters or letter:
            return f"{number}({letter})" if letter else number
    return next((name for name, words in _WORDED if re.search(words, text, re.IGNORECASE)), NOT_RECOGNISED)
