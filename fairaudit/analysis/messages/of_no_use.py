"""Whether a message to one bidder holds nothing to bid with: a receipt, a promise of an answer, a pointer, a refusal.

Every word of every sentence must be about that, so a receipt that goes on to answer is no receipt.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS_SAID, WEEK_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

NOTHING, POINTS, HOLDS = "nothing", "points", "holds"

_ENDS = late_pattern(r"[;!?\n]+|\.(?=\s|$)")
_EXTENSION = late_pattern(r"\.(?:pdf|docx?|txt|eml|msg|html?)$", re.IGNORECASE)
_OWN = frozenset({
    "bid", "tender", "offer", "submission", "proposal", "quotation", "quote", "question", "questions", "query", "queries",
    "enquiry", "enquiries", "inquiry", "clarification", "request", "message", "email", "mail", "letter", "correspondence",
})  # fmt: skip
_PAPERS = frozenset({"document", "documents", "file", "files", "envelope", "upload"})
_RECEIVED = frozenset({
    "received", "receipt", "arrived", "acknowledge", "acknowledged", "acknowledges", "acknowledging", "acknowledgement",
    "acknowledgment", "receiving", "logged", "noted", "registered",
})  # fmt: skip
_PROMISED = frozenset({
    "answered", "answer", "reply", "replied", "respond", "response", "considered", "consider", "back",
    "dealt", "handled",
})  # fmt: skip
_THANKS = frozenset({"thank", "thanks", "regards", "sincerely", "faithfully"})
_POINTING = frozenset({"see", "refer", "find", "found", "look", "available", "published", "posted", "given", "already"})
_ANSWERED_IN = frozenset({"answered", "addressed", "covered"})
"""With `in` and a place these point there: `Your question has been answered in the clarification log`."""
_PLACES = frozenset({
    "answer", "answers", "clarification", "clarifications", "log", "portal", "faq", "faqs", "notice", "bulletin", "circular",
    "document", "documents", "section", "paragraph", "clause", "page", "annex", "appendix", "specification", "itt",
})  # fmt: skip
_BESIDE = frozenset({
    "a", "an", "the", "this", "that", "it", "its", "we", "us", "our", "i", "you", "your", "yours", "of", "for", "to", "on",
    "at", "by", "in", "with", "from", "and", "as", "which", "is", "are", "was", "were", "be", "been", "has", "have", "had",
    "will", "shall", "hereby", "confirm", "confirms", "confirmed", "confirmation", "confirming", "write", "writing",
    "safely", "successfully", "duly", "please", "kind", "kindly", "best", "dear", "sir", "madam", "sirs", "everybody",
    "everyone", "all", "bidders", "tenderers", "suppliers", "time", "date", "same", "soon", "shortly", "due",
    "course", "within", "days", "working", "hours", "number", "council", "authority", "buyer", "team", "procurement",
    "ref", "reference", "through", "via", "today",
    "yesterday", "am", "pm", "there", "where", "above", "q", "id", "get", "circulated", "very", "much", "utc", "gmt",
    "bst", "automatic", "automated", "notification", "copy", "now",
})  # fmt: skip
_FORM = frozenset({
    "nda", "nondisclosure", "disclosure", "non", "confidentiality", "secrecy", "agreement", "undertaking", "deed", "form",
    "signature", "sign", "signed", "signing", "countersigned", "executed", "fully", "blank", "template", "draft",
    "returned",
})  # fmt: skip
_SECRET = frozenset({"nda", "nondisclosure", "disclosure", "confidentiality", "secrecy"})
_TO_ONE = frozenset({"feedback", "debrief", "debriefing", "outcome"})
"""Words of what is written to one bidder about its own bid."""
_FOR_ONE = (
    (frozenset({"guide", "manual", "instructions", "help"}), frozenset({"portal", "platform", "login", "upload"})),
    (frozenset({"own"}), _OWN),
    (frozenset({"permit", "pass", "badge"}), frozenset({"parking", "visitor", "visitors"})),
    (
        frozenset({"running", "existing", "current"}),
        frozenset({"order", "orders", "invoice", "invoices", "remittance"}),
    ),
)
"""Words of each pair: how to use the portal, what is one's own, a way in, and what another contract of one bidder is about."""
_REFUSAL = late_pattern(
    r"^(?:we|i|the \w+)\s+"
    r"(?:cannot|cant|can not|could not|will not|wont|may not|must not|decline to|"
    r"(?:am|is|are) (?:unable|not able|not permitted|not allowed|not in a position) to)\s+"
    r"(?:disclose|reveal|divulge|comment|discuss|answer|respond|say|tell|"
    r"(?:give|provide|share|release)(?: you)?(?: any| more| further| this| that| such| the)* (?:information|details?|advice))\b"
)
_OPENING = late_pattern(
    r"^\s*(?:(?:unfortunately|sorry|we regret(?: that)?|i am afraid(?: that)?|we are afraid(?: that)?)[\s,:]*)",
    re.IGNORECASE,
)
_APART = late_pattern(r"[,:()\u2013\u2014]|\s-")
_GOES_ON = frozenset({
    "but", "however", "except", "only", "though", "although", "yes", "which", "because", "since", "as", "than", "exact",
    "exactly", "until", "unless", "and", "so", "while", "here", "call", "phone",
})  # fmt: skip
_MOST_WORDS = 14
"""How long a refusal may be: a longer one says more."""


@lru_cache(maxsize=1024)
def said_of_use(text: str | None, names: frozenset[str] = frozenset()) -> str:
    """Return what a text holds: `nothing` to bid with, that it `points` to what is published, or that it `holds` something.

    Words of `names` are those of the one it went to, and say nothing.
    """
    parts = [(piece, one) for piece in _ENDS.split(_EXTENSION.sub("", text or "")) if (one := words(piece))]
    found = [NOTHING if refuses(piece) else _of_sentence(_without(names, part)) for piece, part in parts]
    if not found or HOLDS in found or not any(found):
        return HOLDS
    return POINTS if POINTS in found else NOTHING


def is_a_form(text: str | None, names: frozenset[str] = frozenset()) -> bool:
    """Whether a name is that of an agreement to keep things secret, which a bidder signs and which holds nothing itself."""
    said = frozenset(words(_EXTENSION.sub("", text or ""))) - names
    return bool(said & _SECRET) and said <= _FORM | _BESIDE


def is_perhaps_its_own(text: str | None, names: frozenset[str]) -> bool:
    """Whether a document may by its name be about one bidder alone: it says whose it is, or what only one has a use for."""
    said = frozenset(words(_EXTENSION.sub("", text or "")))
    return bool(said & (names - _BESIDE) or said & _TO_ONE) or any(said & one and said & two for one, two in _FOR_ONE)


def _of_sentence(said: tuple[str, ...]) -> str:
    """Return the same of one sentence; empty for an opening or a name, which neither says nor holds anything."""
    here = frozenset(said)
    plain = {one for one in here if not _is_number(one)} - _BESIDE
    if not plain:
        return "" if here <= _BESIDE else HOLDS
    if (_RECEIVED & plain and plain <= _OWN | _PAPERS | _RECEIVED | _PROMISED | _THANKS) or (
        _THANKS & plain and plain <= _OWN | _THANKS
    ):
        return NOTHING
    if {"will", "shall"} & here and _PROMISED & plain and plain <= _OWN | _PROMISED | _THANKS | {"published", "portal"}:
        return NOTHING
    answered = plain & _ANSWERED_IN and "in" in here and "not" not in here
    pointing = (_POINTING & plain or answered) and _PLACES & plain and not {"will", "shall"} & here
    return POINTS if pointing and plain <= _POINTING | _PLACES | _OWN | _THANKS | _ANSWERED_IN else HOLDS


def _without(names: frozenset[str], said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in said if one not in names)


def refuses(sentence: str) -> bool:
    """Whether a sentence only says that something is not told: what follows a comma or a colon may tell it."""
    plain = _OPENING.sub("", sentence)
    said = words(plain)
    if len(said) > _MOST_WORDS or _APART.search(plain) or _GOES_ON & set(said) or any(_is_number(one) for one in said):
        return False
    return _REFUSAL.match(" ".join(said)) is not None


def _is_number(word: str) -> bool:
    """Whether a word is a number, a time, a day, a month or the id of something, and no large sum."""
    months = set(MONTHS_SAID)
    days = set(WEEK_SAID)
    digits = sum(one.isdigit() for one in word)
    return word in months or word in days or (0 < digits <= 4 and len(word) - digits <= 3)
