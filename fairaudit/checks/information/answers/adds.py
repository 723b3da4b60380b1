"""Whether an answer to some adds something to what another says: a further clause, with telling words or figures of its own.

`Twelve schools have one, and two of them will close in 2027` adds to `Twelve schools have one`. What greets, says how an answer
went or where it stands adds nothing. Other words of one clause may say the same, so that is never more than a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.of_no_use import HOLDS, said_of_use
from fairaudit.analysis.messages.references import only_refers, without_references
from fairaudit.analysis.text.gist import gist
from fairaudit.procurement.model.records import Enquiry

_APART = late_pattern(r",(?!\d)|[:()\u2013\u2014]|\s-\s|\band\b", re.IGNORECASE)
_POINTS = late_pattern(
    r"^\s*(?:please\s+)?(?:as\b|see\b|cf\b|refer\b|in (?:line|accordance) with\b|according to\b|pursuant to\b)",
    re.IGNORECASE,
)
_POLITE = frozenset({
    "let", "know", "if", "further", "question", "hope", "help", "need", "happy", "contact", "assist", "hesitate", "do", "not",
    "wish", "good", "luck", "welcome", "today", "follow", "following", "receive", "received", "regarding", "refer", "look",
    "forward", "note", "noted", "apologi", "sorry", "confirm", "confirmed", "clarify", "information", "bid", "tender",
})  # fmt: skip
_SAYS_LITTLE = frozenset({"given", "told", "only", "alone", "question", "answer", "bidder", "e"})
"""Words of how an answer went that may as well be of what it says."""
_FEW, _SOME = 2, 3
"""How many telling words a clause that adds something has: alone, and beside words of the other answer; heuristics."""
_STEM = 5
"""How many letters at their beginning two forms of one word share; a heuristic."""


def adds(text: str, row: Enquiry, beside: frozenset[str], handling: frozenset[str]) -> bool:
    """Whether a text says what a row's answer does and then more; words `beside` it greet, of `handling` tell how it went.

    What has no word of the answer is another answer, and adds nothing to this one.
    """
    own, text = without_references(row.answer or ""), without_references(text)
    if {_stem(one) for one in gist(own)}.isdisjoint(map(_stem, gist(text))):
        return False
    known, handling = {_stem(one) for one in gist(f"{row.answer} {row.question or ''}")}, handling - _SAYS_LITTLE
    return any(_is_new(piece, known, beside) for piece in _pieces(text) if handling.isdisjoint(gist(piece)))


def _pieces(text: str) -> Iterator[str]:
    for clause in clauses(text):
        if said_of_use(clause) == HOLDS and not only_refers(clause):
            yield from (one for one in _APART.split(clause) if not _POINTS.search(one))


def _is_new(piece: str, known: set[str], beside: frozenset[str]) -> bool:
    said = [one for one in gist(piece) if one not in beside | _POLITE]
    new = {_stem(one) for one in said} - known
    apart = known.isdisjoint(map(_stem, said))
    return len(new) >= (_FEW if apart else _SOME) and not all(one[0].isdigit() for one in new)


def _stem(word: str) -> str:
    return word[:_STEM] if word.isalpha() else word
