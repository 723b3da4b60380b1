"""Whether a message only says that what its reader asked was answered for everybody: `answered to all bidders; see the log`.

Every sentence must be about that, point to where the answer stands, or hold nothing, so that a message that goes on to answer
is none.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.messages.cuts import SENTENCE
from fairaudit.analysis.messages.of_no_use import HOLDS, said_of_use
from fairaudit.analysis.names import words

_ANSWERED = frozenset({"answered", "answer", "replied", "reply", "responded", "response"})
_EVERYBODY = frozenset({"all", "everybody", "everyone", "each", "every"})
_TO_COME = frozenset({"will", "shall", "be", "being", "soon", "shortly", "not", "never", "cannot"})
_NUMBERED = frozenset(
    {"question", "query", "enquiry", "inquiry", "clarification", "number", "no", "cq", "tq", "rfi", "q"}
)
_BESIDE = frozenset({
    "a", "an", "the", "this", "that", "it", "its", "your", "our", "we", "i", "you", "was", "is", "were", "are", "has", "have",
    "had", "been", "of", "to", "for", "on", "in", "at", "by", "and", "with", "now", "already", "since", "meanwhile", "dear",
    "thank", "thanks", "question", "questions", "query", "queries", "enquiry", "inquiry", "clarification", "request", "bidders",
    "bidder", "tenderers", "tenderer", "suppliers", "supplier", "published", "posted", "issued", "sent", "given", "circulated",
    "log", "portal", "same", "time", "there", "together", "also", "number", "no", "cq", "tq", "rfi", "q",
})  # fmt: skip


@lru_cache(maxsize=1024)
def says_answered_for_all(text: str | None, names: frozenset[str] = frozenset()) -> bool:
    """Whether a text says no more than that a question was answered for everybody; words of `names` say nothing."""
    said = [(piece, one) for piece in SENTENCE.split(text or "") if (one := words(piece))]
    told = [_is_so(one, names) for _, one in said]
    return any(told) and all(
        found or (names | _BESIDE).issuperset(one) or said_of_use(piece, names) != HOLDS
        for found, (piece, one) in zip(told, said, strict=True)
    )


def _is_so(said: tuple[str, ...], names: frozenset[str]) -> bool:
    here = frozenset(said) - names
    if not here & _ANSWERED or not here & _EVERYBODY or here & _TO_COME:
        return False
    plain = names | _BESIDE | _ANSWERED | _EVERYBODY
    return all(one in plain or _is_a_number(said, at) for at, one in enumerate(said))


def _is_a_number(said: tuple[str, ...], at: int) -> bool:
    """Whether a word is the number of a question, and not one of what is asked for."""
    if said[at].isdigit():
        return at > 0 and said[at - 1] in _NUMBERED
    return said[at][:1] in "qctr" and said[at].lstrip("qctrfi").isdigit()
