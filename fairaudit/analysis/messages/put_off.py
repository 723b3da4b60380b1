"""Whether what stands for an answer is one: a dash, `Not answered.` and `We will respond in due course.` answer nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.messages.acknowledgements import only_keeps
from fairaudit.analysis.messages.courtesies import may_be_courtesy, only_tells
from fairaudit.analysis.messages.cuts import SENTENCE
from fairaudit.analysis.messages.standing import only_stands
from fairaudit.analysis.messages.stock import acknowledges_in_stock, puts_off_in_stock
from fairaudit.analysis.messages.wanted import only_remarks, wants_an_amount
from fairaudit.analysis.names import words
from fairaudit.analysis.text.markup import without_markup

_NOTHING = re.compile(r"[\s\-\u2010-\u2015\u2212_./\\?\u2026*|()\[\]]*")
_ANSWER = frozenset({
    "answer", "answers", "answered", "reply", "replies", "replied", "response", "responses", "responded", "respond",
    "answering", "replying", "responding",
})  # fmt: skip
_MANY = frozenset({"answers", "replies", "responses"})
"""`Answers are not published` may answer what was asked."""
_NOT = frozenset({"no", "not", "never", "without", "nobody", "didnt", "wasnt", "hasnt"})
_GIVEN = frozenset({
    "given", "provided", "made", "recorded", "received", "sent", "issued", "published", "available", "on", "record", "file",
})  # fmt: skip
_BESIDE_NONE = frozenset({
    "was", "were", "is", "has", "have", "had", "been", "it", "this", "the", "that", "an", "any", "question", "query", "enquiry",
    "inquiry", "to", "by", "buyer", "authority", "we", "did", "left", "remains", "remained", "still", "yet", "so", "far", "ever",
    "of", "for", "unanswered",
})  # fmt: skip
_STANDING = frozenset({
    "pending", "tbc", "tba", "tbd", "awaiting", "awaited", "await", "outstanding", "deferred", "chase", "chasing", "chased",
    "ongoing", "escalated", "checking", "wip",
})  # fmt: skip
"""Words that say by themselves that something is still to come."""
_STILL = _STANDING | {
    "will", "shall", "ll", "later", "soon", "shortly", "yet", "looking", "being", "aim", "hope", "expect", "expected", "progress",
}  # fmt: skip
"""Words without which what answers nothing may tell that an answer was sent."""
_WENT_OUT = frozenset({
    "answered", "replied", "responded", "closed", "actioned", "resolved", "circulated", "emailed", "written", "told", "given",
    "provided", "sent", "issued", "published", "available",
})  # fmt: skip
"""What a log says of an answer that it does not hold."""
_STILL_PAIRS = frozenset({
    ("to", "be"), ("to", "follow"), ("due", "course"), ("under", "review"), ("under", "consideration"), ("under", "discussion"),
})  # fmt: skip
_CLAUSE = re.compile(r"[.,;:!?\n]| [-–—] ")
_SENT = frozenset({"sent", "issued", "published", "provided", "given", "circulated", "posted", "shared", "uploaded"})
_NOT_SENT = _STILL | _NOT | {"be", "once", "when", "until", "before", "after", "if", "draft", "holding", "interim"}
"""Words beside which an answer that was sent is one that is to be, or none of its own."""
_TO_BE = frozenset({"confirmed", "answered", "advised", "determined", "clarified", "decided", "replied", "responded"})
_TO_BE_SENT = frozenset({"provided", "issued", "published", "sent", "given", "posted", "circulated", "shared", "made"})
"""What is said of a thing too that is asked about: only beside a word for an answer it says that this is still to come."""
_WILL = frozenset({"will", "shall", "ll", "to", "should"})
_PROMISED = frozenset({
    "respond", "reply", "answer", "revert", "follow", "confirm", "clarify", "come", "get", "let", "update",
})  # fmt: skip
_PAIRS = frozenset({
    ("due", "course"), ("under", "review"), ("under", "consideration"), ("under", "discussion"), ("in", "progress"),
    ("looking", "into"), ("being", "considered"), ("being", "reviewed"), ("being", "prepared"), ("being", "checked"),
    ("forwarded", "to"), ("passed", "to"), ("referred", "to"), ("on", "hold"), ("looked", "into"), ("in", "hand"),
    ("being", "drafted"), ("on", "leave"), ("out", "office"),
})  # fmt: skip
_STATES = frozenset({
    "open", "closed", "noted", "actioned", "acknowledged", "logged", "parked", "resolved", "unresolved", "nk",
})  # fmt: skip
"""What a log says of where a question stands; an answer only where the question is about it: `Is the road closed?`."""
_BESIDE_STATES = frozenset({
    "thank", "thanks", "you", "your", "status", "question", "query", "enquiry", "the", "is", "now", "and", "with", "received",
})  # fmt: skip
_HALF = frozenset({"partially", "partly", "holding", "draft", "drafted", "interim"})
"""What beside a word for an answer says that it is not the answer, or not all of it."""
_HANDED = frozenset({"ref", "referred", "passed", "forwarded", "escalated"})
_MOST_NAMED = 5
"""Of how many words the name of somebody is at most to whom a question was passed."""
_IN_DOCUMENTS = frozenset({
    "clause", "clauses", "section", "sections", "annex", "appendix", "schedule", "specification", "spec", "itt", "drawing",
    "drawings", "page", "paragraph", "part", "table", "in", "document", "documents", "question", "query", "response", "answer",
    "item", "volume", "lot", "form", "contract", "terms", "plan", "bidders", "all", "tenderers", "suppliers", "which",
})  # fmt: skip
"""Where what is only referred to may stand, or who was told: then it is an answer."""
_ASKS_WHO = frozenset({"who", "whom", "whose", "how", "happens", "happen"})
_GOES = frozenset(
    {"go", "goes", "send", "sent", "report", "reported", "refer", "referred", "raise", "raised", "pass", "passed"}
)
"""Words of a question that `With the service lead` and `Referred to the manufacturer` may answer, unless it is an amount."""
_ACKNOWLEDGED = _STATES - {"open", "parked", "unresolved", "nk"}
"""What is all that a remark wants, which asks nothing."""
_STAGES = frozenset({"status", "progress", "stage", "state", "position"})
"""What a question is about that `Pending` answers."""
_OFFICES = frozenset({
    "lead", "officer", "manager", "director", "head", "estates", "finance", "hr", "procurement", "legal", "client", "service",
    "services", "team", "department", "dept", "colleagues", "colleague", "engineer", "surveyor", "solicitor", "solicitors",
    "consultant", "consultants", "buyer",
})  # fmt: skip
"""Who in a buyer's house may have a question to answer."""
_BESIDE = frozenset({
    "looked", "separate", "cover", "addendum", "bulletin", "circular", "out", "office", "leave", "hand", "away",
    "be", "being", "are", "am", "a", "and", "as", "soon", "possible", "shortly", "later", "course", "due", "under", "review",
    "reviewed", "consideration", "considered", "discussion", "progress", "looking", "into", "prepared", "checked", "hold",
    "forwarded", "passed", "referred", "back", "you", "your", "our", "us", "know", "further", "more", "once", "when", "from",
    "with", "within", "before", "at", "days", "day", "week", "weeks", "next", "working", "hours", "thank", "thanks", "please",
    "dear", "sir", "madam", "noted", "note", "received", "questions", "queries", "enquiries", "inquiries", "clarification",
    "clarifications", "confirmation", "information", "input", "advice", "feedback", "instructions", "decision", "internal",
    "client", "legal", "technical", "team", "department", "colleagues", "relevant", "project", "engineer", "all", "bidders",
    "tenderers", "bidder", "i", "also", "separately", "currently", "these", "will",
    "in", "time", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "today", "end",
    "twice", "again",
})  # fmt: skip
_ONLY = frozenset({("n", "a"), ("n", "k"), ("na",), ("null",), ("nil", "return"), ("blank",), ("empty",), ("xxx",)})
"""What a form has in a field that was not filled in, and a person may mean by it that nothing applies."""


def is_blank(text: str | None) -> bool:
    """Return whether nothing stands there but spaces, dashes, dots or question marks."""
    return _NOTHING.fullmatch(without_markup(text or "")) is not None


def is_still_to_come(text: str | None) -> bool:
    """Whether a text says no more than that an answer is to come: `Closed` and `Response issued` may say that it went out."""
    said = words(text or "")
    told = not _STILL.isdisjoint(said) or not _STILL_PAIRS.isdisjoint(pairwise(said))
    return told and answers(text) is None and not _says_sent(text or "")


def _says_sent(text: str) -> bool:
    """Whether part of a sentence says that an answer went out, whatever is to come besides: `Reply sent, more will follow`."""
    return any(
        not _ANSWER.isdisjoint(said) and not _SENT.isdisjoint(said) and _NOT_SENT.isdisjoint(said)
        for said in map(words, _CLAUSE.split(text))
    )


def may_be_to_come(text: str, asked: str = "") -> bool:
    """Whether a text answers nothing and does not say, as `Closed` and `Response issued` may, that an answer went out."""
    if answers(text, asked) or _says_sent(text):
        return False
    said = words(text)
    return not is_blank(text) and (_WENT_OUT.isdisjoint(said) or not (_NOT | _STILL).isdisjoint(said))


@lru_cache(maxsize=4096)
def answers(text: str | None, asked: str | None = None) -> bool | None:
    """Return whether a text is an answer to what was asked: not where it is blank or says only that none was given.

    `None` where it says only that one is still to come, which the record may be too old to hold, or where the question stands:
    `Noted`, `Closed`, `With the service lead`. All its words must be about that: a bare `No.` and `Yes, a plan is to follow.`
    are answers.
    """
    text = without_markup(text or "")
    if is_blank(text):
        return False
    question = frozenset(words(asked or ""))
    whole = not question.isdisjoint(("who", "whom", "whose"))
    said = [one if whole else _without_whose(one) for piece in SENTENCE.split(text) if (one := words(piece))]
    if said and all(map(_says_none, said)):
        return None if any("yet" in one or "far" in one for one in said) else False
    flat = tuple(word for one in said for word in one)
    if flat in _ONLY or only_stands(text, asked or ""):
        return None
    if only_keeps(text, asked or ""):
        # What asks nothing wants no more than that.
        return True if only_remarks(asked or "") or _is_courtesy(asked or "", text) else None
    if puts_off_in_stock(text, asked or ""):
        return True if acknowledges_in_stock(text) and only_remarks(asked or "") else None
    if any(map(_hands_on, said)) and all(map(_is_of_handling, said)):
        return True if _asks_who(asked or "", question, handed=flat[0] != "with") else None
    if not all(all(map(_is_beside, one)) or _says_not_sent(one) for one in said):
        return True
    if not any(map(_puts_off, said)) and not _tells_state(flat, question):
        return True
    return True if _is_about(flat, question) or (_acknowledges(flat) and only_remarks(asked or "")) else None


def _is_courtesy(asked: str, text: str) -> bool:
    """Whether what was written asks nothing, nor tells what is wrong: `Please find our signed form.` is so."""
    return may_be_courtesy(asked, text) and not only_tells(asked)


def _without_whose(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return what says that an answer is to come without whose it is: `under consideration by the kitchen manager`."""
    at = next((at for at in range(len(said) - 2, 0, -1) if said[at] in ("by", "from", "with")), 0)
    named = said[at + 1 :]
    whose = at > 0 and said[-1] in _OFFICES and len(named) <= _MOST_NAMED and _IN_DOCUMENTS.isdisjoint(named)
    return said[:at] if whose and _puts_off(said[:at]) else said


def _asks_who(asked: str, question: frozenset[str], *, handed: bool) -> bool:
    """Whether a question is to whom something goes: `Which officer decides?`, and not `Which trees are protected?`."""
    if wants_an_amount(asked):
        return False
    if "where" in question and (not handed or not _GOES.isdisjoint(question)):
        return True
    return not _ASKS_WHO.isdisjoint(question) or ("which" in question and not _OFFICES.isdisjoint(question))


def _is_about(said: tuple[str, ...], question: frozenset[str]) -> bool:
    """Whether a question is about what stands still to come: `Is the decision pending?`, `What is the status of the plan?`."""
    pairs = {word for pair in _PAIRS.intersection(pairwise(said)) for word in pair if len(word) > 3}
    asked = bool(question & _STAGES) and "what" in question
    return asked or bool((_STANDING & set(said) | pairs) & question)


def _acknowledges(said: tuple[str, ...]) -> bool:
    return set(said) <= _ACKNOWLEDGED | _BESIDE_STATES


def _says_not_sent(said: tuple[str, ...]) -> bool:
    """Whether words beside others say that what was spoken of did not go: `Response drafted, not issued`."""
    return said[:1] == ("not",) and len(said) > 1 and all(one in _GIVEN | _BESIDE_NONE for one in said[1:])


def _tells_state(said: tuple[str, ...], question: frozenset[str]) -> bool:
    """Whether words say no more than where a question stands, and the question is not about that."""
    if not set(said) <= _STATES | _BESIDE_STATES:
        return False
    about = {one[:4] for one in question}
    opposite = {"open": "clos", "closed": "open"}
    return any(one in _STATES and one[:4] not in about and opposite.get(one) not in about for one in said)


def _hands_on(said: tuple[str, ...]) -> bool:
    """Whether a sentence only says who has a question now: `Ref to estates`, `With the service lead`."""
    if said[0] in _HANDED:
        rest = said[2:] if said[1:2] == ("to",) else said[3:] if said[1:3] == ("on", "to") else ()
        mixed = any(any(map(str.isdigit, one)) and not one.isdigit() for one in rest)
        return 0 < len(rest) <= _MOST_NAMED and not mixed and _IN_DOCUMENTS.isdisjoint(rest)
    return said[0] == "with" and said[-1] in _OFFICES and len(said) <= _MOST_NAMED


def _is_of_handling(said: tuple[str, ...]) -> bool:
    return _hands_on(said) or all(map(_is_beside, said))


def _says_none(said: tuple[str, ...]) -> bool:
    """Whether a sentence says that no answer was given, and nothing else."""
    if not set(said) <= (_ANSWER - _MANY) | _NOT | _GIVEN | _BESIDE_NONE:
        return False
    if "unanswered" in said:
        return _NOT.isdisjoint(said)
    nots = [at for at, one in enumerate(said) if one in _NOT]
    if len(nots) != 1:
        return False
    after = said[nots[0] + 1 :]
    return not _ANSWER.isdisjoint(after) or (not _ANSWER.isdisjoint(said) and not _GIVEN.isdisjoint(after))


def _is_beside(word: str) -> bool:
    known = (
        _ANSWER
        | _GIVEN
        | _BESIDE_NONE
        | _STANDING
        | _TO_BE
        | _TO_BE_SENT
        | _WILL
        | _PROMISED
        | _BESIDE
        | _STATES
        | _HALF
        | _OFFICES
    )
    return word in known or word[:1].isdigit() or word in MONTHS_SAID


def _puts_off(said: tuple[str, ...]) -> bool:
    """Whether a sentence says that an answer is still to come."""
    pairs = set(pairwise(said))
    if not _STANDING.isdisjoint(said) or not _PAIRS.isdisjoint(pairs):
        return True
    if any((one in _HALF and two in _ANSWER) or (one in _ANSWER and two in _HALF) for one, two in pairs):
        return True
    if any(one in _WILL and two in _PROMISED for one, two in pairs):
        return True
    to_be = _TO_BE if _ANSWER.isdisjoint(said) else _TO_BE | _TO_BE_SENT
    return any(
        one in _WILL and said[at + 1 : at + 2] == ("be",) and not to_be.isdisjoint(said[at + 2 : at + 4])
        for at, one in enumerate(said)
    )
