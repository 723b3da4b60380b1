"""Names of records of answers that say that one is still to come, or that questions are there and no answers.

`Answers Q1-2, Q3 follows.pdf`, `Answers Q1-2; answer to Q3 to come`, `Questions Q1-3.pdf`, `Draft answers Q1-3`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fairaudit.analysis.names import words
from fairaudit.analysis.text.numbered import may_count, without_ending

_PIECE = re.compile(r"[.,;:!?\n]+(?=\s|$)|\s[-\u2013\u2014]+\s|[()\[\]]")
_ANSWERS = frozenset({
    "answer", "answers", "answered", "reply", "replies", "replied", "response", "responses", "responded", "faq", "faqs", "qa",
    "clarified", "explained",
})  # fmt: skip
_QUESTIONS = frozenset({"questions", "queries", "enquiries", "inquiries"})
_BESIDE = frozenset({
    "is", "are", "still", "will", "be", "to", "not", "yet", "also", "the", "currently", "now", "answer", "answers", "reply",
    "response", "responses", "itself",
})  # fmt: skip
"""What may stand between the number of a question and what says that its answer is to come."""
_COMING = frozenset({
    "follow", "follows", "come", "tbc", "tba", "tbd", "pending", "awaited", "awaiting", "outstanding", "shortly", "available",
})  # fmt: skip
_AT_THE_END = frozenset({"following", "later", "coming", "soon", "answered", "yet", "missing"})
"""What says so where nothing follows it: `Answers Q1-3 following the visit` are there."""
_PAIRS = frozenset({
    ("next", "week"), ("next", "month"), ("next", "bulletin"), ("next", "round"), ("being", "prepared"), ("being", "checked"),
    ("being", "considered"), ("being", "drafted"), ("being", "reviewed"), ("being", "finalised"), ("under", "review"),
    ("under", "consideration"), ("in", "preparation"), ("in", "progress"), ("in", "hand"), ("due", "later"),
})  # fmt: skip
_NOT_ALL = frozenset({"draft", "partial", "interim", "provisional", "incomplete"})


def still_missing(name: str) -> Iterator[str]:
    """Yield the numbers of questions of which a name says that their answers are still to come."""
    if not may_count(name):
        return
    for piece in _PIECE.split(without_ending(name).replace("_", " ")):
        said = words(piece)
        for at, one in enumerate(said):
            if any(map(str.isdigit, one)) and _is_to_come(said[at + 1 :]):
                yield f"question {one}" if one.isdigit() else one


def holds_no_answers(name: str) -> bool:
    """Whether a name speaks of questions and of no answers, or of such as are not final: these it may not hold."""
    said = words(without_ending(name).replace("_", " "))
    if any(one in _NOT_ALL and two in _ANSWERS for one, two in pairwise(said)):
        return True
    return not _QUESTIONS.isdisjoint(said) and _ANSWERS.isdisjoint(said) and ("q", "a") not in pairwise(said)


def _is_to_come(after: tuple[str, ...]) -> bool:
    rest = after
    while rest and rest[0] in _BESIDE:
        rest = rest[1:]
    if rest[:2] in _PAIRS:
        return True
    denied = "not" in after[: len(after) - len(rest)]
    if not rest:
        return after[-1:] == ("yet",) and denied
    if rest[0] == "available" or rest[0] == "answered":
        return denied
    if rest[0] in _AT_THE_END:
        return len(rest) == 1
    # `Q3 follows Q2` says in what order they are.
    return rest[0] in _COMING and not any(map(str.isdigit, "".join(rest[1:2])))
