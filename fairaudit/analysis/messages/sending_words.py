"""Words by which a message says that an answer or a change is sent, and those by which it puts one off."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.messages.cuts import CLAUSE_OR_DASH
from fairaudit.analysis.names import words

ANSWERS = frozenset(("answer", "answers", "answered", "reply", "replies", "response", "responses"))
SENT = ANSWERS | {
    "sent", "send", "sending", "circulated", "forwarded", "attached", "enclosed", "copied", "published", "issued", "shared",
    "given", "told", "read", "notified", "notice", "copy", "posted",
}  # fmt: skip
SENT_OUT = SENT | {"uploaded", "available", "updated", "find", "added"}
_BESIDE = frozenset((
    "the", "a", "to", "of", "on", "for", "from", "by", "and", "our", "your", "re", "fw", "fwd", "question", "questions", "query",
    "queries", "enquiry", "enquiries", "clarification", "clarifications", "cq", "tq", "rfi", "no", "nr", "number", "another",
    "other", "bidder", "bidders", "tenderer", "tenderers", "supplier", "suppliers", "all", "in", "full", "below", "attached",
    "enclosed", "sent", "circulated", "forwarded", "issued", "published", "notice", "is", "was", "as", "follows", "q", "text",
    "copy",
))  # fmt: skip
"""Words that say no more than that an answer or a change is sent."""
_OF_CHANGES = frozenset(("amendment", "change", "addendum", "corrigendum"))
_LATER = frozenset(
    ("later", "soon", "shortly", "tomorrow", "pending", "awaiting", "awaited", "prepared", "drafted", "drafting")
)
_TO_DO = frozenset(
    ("will", "shall", "to", "would", "cannot", "not", "never", "hope", "hopes", "hopefully", "intend", "plan")
)
_MAY_PUT_OFF = _LATER | _TO_DO
_DOING = frozenset((
    "answer", "answered", "reply", "respond", "follow", "come", "revert", "send", "sent", "issue", "issued", "publish",
    "published", "circulate", "circulated", "write", "get", "yet",
))  # fmt: skip
MANY_ANSWERS = frozenset(("answers", "replies", "responses", "clarifications", "faq", "faqs"))
TURNED_ROUND = frozenset(("no", "not", "never", "cannot", "only", "except", "without", "unless"))
"""Words that may turn round what the others say."""


def first_clause(text: str) -> tuple[str, str]:
    """Return the first clause of a text, and what follows."""
    match = CLAUSE_OR_DASH.search(text)
    return (text[: match.start()], text[match.end() :].strip()) if match else (text, "")


def only_sends(said: tuple[str, ...]) -> bool:
    """Whether words only say that an answer is sent, and to which question: all others have a digit."""
    return all(one in _BESIDE or one in ANSWERS or any(map(str.isdigit, one)) for one in said)


def adds_nothing(said: frozenset[str]) -> bool:
    """Whether telling words only say that an answer or a change is sent; `no` may turn it round."""
    return said <= (_BESIDE | ANSWERS | _OF_CHANGES) - {"no"}


@lru_cache(maxsize=4096)
def puts_off(*texts: str | None) -> bool:
    """Whether texts say that something is still to be sent or answered: `we will answer Q1 later`, `not yet`."""
    clauses = [words(one) for text in texts if text for one in CLAUSE_OR_DASH.split(text)]
    return any(
        (word in _LATER and not SENT.isdisjoint(said))
        or (word in _TO_DO and said[at - 1 : at] != ("answer",) and not _DOING.isdisjoint(said[at + 1 : at + 3]))
        for said in clauses
        if not _MAY_PUT_OFF.isdisjoint(said)
        for at, word in enumerate(said)
    )
