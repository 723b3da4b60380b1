"""Replies that only turn a question away: to be raised elsewhere, to be put without a name, come too late to be answered."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.cuts import CLAUSE
from fairaudit.analysis.names import words

_QUESTION = r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|clarifications?(?: requests?)?)"
_AGAIN = late_pattern(
    rf"\b(?:submit|resubmit|send|resend|put|post|direct|raise|ask|reraise|log|address)(?: \w+){{0,2}} {_QUESTION}\b"
    r"|\b(?:raise|ask|resubmit|reraise|rephrase|reword|resend|repost) (?:this|it|them|these|again|that)\b"
    rf"|\b{_QUESTION} (?:must|should|can only|may only|need to|have to) be (?:submitted|sent|put|raised|asked|posted)\b"
)
_LATE = late_pattern(
    rf"\b{_QUESTION}(?: \w+){{0,6}} (?:after|past|too late|late|closed|deadline)\b"
    r"|\b(?:cannot|can not|will not|could not|is not|are not|not be|was not) (?:be )?(?:answer|answered|respond|accepted)\b"
    r"|\b(?:unable|not able|decline|refuse)s? to (?:answer|respond|reply)\b"
)
_POLITE = late_pattern(
    r"(?:thank you|thanks|dear|sorry|unfortunately|regards|kind regards)(?: \w+){0,5}"
    rf"|(?:your|the) (?:{_QUESTION}|message) (?:\w+ )?(?:names|identifies|reveals|contains|shows|mentions|gives) (?:\w+ ){{0,4}}"
    r"(?:firm|company|organisation|name|identity|you|bidder)"
)
_BUT = frozenset({"but", "however", "although", "though", "nevertheless", "nonetheless", "only", "except", "if"})
"""Beside what something may be told all the same."""
_MOST = 40
"""Of how many words what only turns a question away is at most."""


@lru_cache(maxsize=1024)
def only_turns_away(answer: str, asked: str) -> bool:
    """Return whether an answer says nothing but that a question was not answered there, and is no reply to how one is put."""
    said = words(answer)
    question = " ".join(words(asked))
    plain = _BUT.isdisjoint(said) and not any(map(str.isdigit, "".join(said)))
    if len(said) > _MOST or not plain or _AGAIN.search(question) or _LATE.search(question):
        return False
    clauses = [" ".join(one) for piece in CLAUSE.split(answer) if (one := words(piece))]
    turning = [bool(_AGAIN.search(one) or _LATE.search(one)) for one in clauses]
    return any(turning) and all(one or _POLITE.fullmatch(it) for one, it in zip(turning, clauses, strict=True))
