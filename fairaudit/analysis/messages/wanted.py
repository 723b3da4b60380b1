"""What kind of answer a question wants, and whether a few words can be one: `With John` is none to `How many ferns are there?`.

Where a question stands can be said in more words than any list holds. What is asked decides: yes or no, how much and when, or
something that any word may name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.names import words
from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.analysis.text.gist import gist

_PART = re.compile(r"[.;:!?,()\n]+(?:\s+|$)|\s[-\u2013\u2014]+\s")
_LEADS = frozenset({"and", "or", "so", "also", "please", "dear", "hello", "hi", "but", "if", "sir", "madam", "kindly"})
_WHETHER = frozenset({
    "is", "are", "were", "do", "does", "did", "can", "could", "may", "might", "will", "would", "must", "shall", "should",
    "has", "have", "had", "whether", "isnt", "arent", "dont", "doesnt", "cant", "wont",
})  # fmt: skip
"""With what a question begins that wants yes or no; `was` is left to German."""
_REQUESTS = frozenset({
    "provide", "tell", "give", "state", "send", "share", "name", "clarify", "explain", "advise", "describe", "list", "specify",
    "say", "supply", "confirm", "help",
})  # fmt: skip
_THAT = frozenset({"whether", "if", "that", "there"})
"""What beside a word for asking makes it a question of yes or no: `Can you confirm that`, and not `Can you confirm the name`."""
_OPEN = frozenset({"which", "what", "who", "whom", "whose", "where", "why", "how"})
_MUCH = frozenset(
    {"many", "much", "often", "long", "far", "large", "big", "high", "wide", "old", "frequently", "soon", "late"}
)
_MEASURES = frozenset({
    "size", "value", "date", "number", "amount", "area", "budget", "length", "time", "day", "year", "quantity", "percentage",
})  # fmt: skip
_MEASURED = re.compile(
    rf"\b(?:what|which)(?: is| are| was| were)?(?: the)?(?: total)? (?:{'|'.join(sorted(_MEASURES))})\b"
)
_ASKS = _WHETHER | _OPEN | {
    "when", "confirm", "clarify", "explain", "advise", "provide", "request", "ask", "asked", "asking", "wonder", "like", "need",
    "seek", "grateful", "tell", "know", "want", "question", "query", "enquiry", "clarification", "unclear", "send", "share",
    "supply", "consider", "extend", "extension", "correct", "amend", "require",
}  # fmt: skip
_TELLING = frozenset({"is", "are", "were", "has", "have", "had"})
_NEGATED = frozenset({"not", "no", "cannot"})
_REMARKS = frozenset({
    ("please", "note"), ("note", "that"), ("for", "information"), ("thank", "you"), ("we", "found"), ("we", "noticed"),
    ("we", "note"), ("we", "noted"),
})  # fmt: skip
"""With what a remark begins that wants no answer."""

_MOST = 5
"""Of how many words an answer is at most that may say no more than where a question stands; a heuristic."""
_POINTS = frozenset({
    "see", "clause", "section", "annex", "appendix", "schedule", "specification", "spec", "itt", "drawing", "page", "paragraph",
    "table", "above", "below", "attached", "enclosed", "document", "documents", "volume", "item", "uploaded", "published",
    "provided", "issued", "portal", "website", "ditto", "as", "per", "room", "pack", "request",
})  # fmt: skip
"""Words for where an answer stands."""
_DONE = frozenset({("sent",), ("done",)})
"""What alone answers `Can we have the plans?`."""
_YES_NO = frozenset({
    "yes", "no", "not", "correct", "agreed", "confirmed", "never", "none", "nothing", "neither", "either", "both", "all", "any",
    "every", "only", "always", "some", "partly", "partially", "ok", "okay", "sure", "indeed", "true", "false", "right", "wrong",
    "affirmative", "negative", "optional", "mandatory", "permitted", "allowed", "required", "needed", "necessary", "accepted",
    "acceptable", "included", "excluded", "welcome", "fine", "certainly", "absolutely", "possibly", "possible", "perhaps",
    "usually", "normally", "if", "unless", "except", "subject", "y", "n", "nope", "yep", "applies", "apply", "applicable",
    "unknown", "within", "outside", "permission", "consent", "agreement", "approval", "notice", "incorrect", "impossible",
    "likely", "unlikely", "prohibited", "forbidden", "provided",
})  # fmt: skip
_MODALS = frozenset(
    {"may", "must", "can", "will", "need", "should", "shall", "would", "could", "cannot", "is", "are", "does", "do"}
)
_STILL = frozenset({
    "advise", "respond", "reply", "answer", "check", "investigate", "ask", "look", "chase", "revert", "review", "be", "being",
    "get", "come", "follow", "consider",
})  # fmt: skip
"""What is said to be done yet about a question, after `will` and the like."""
_COUNTS = frozenset({
    "none", "any", "every", "each", "no", "nil", "all", "unlimited", "daily", "weekly", "fortnightly", "monthly", "quarterly",
    "yearly", "annually", "annual", "once", "twice", "half", "never", "always", "both", "several", "few", "many",
    "not", "free", "various",
    "immediately", "now", "tomorrow", "today", "asap", "spring", "summer", "autumn", "winter", "christmas", "easter", "dozen",
    "hundred", "thousand", "million", "first", "second", "third", "day", "days", "week", "weeks", "month", "months", "year",
    "years", "night", "morning", "afternoon", "evening", "noon", "midnight", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "weekdays", "weekends", "seasonally", "rarely", "hourly", "unspecified", "unlikely",
})  # fmt: skip
_OPPOSITE = {"open": "clos", "closed": "open", "final": "draf", "new": "old", "old": "new"}
_OF_TIME = frozenset(
    {"at", "on", "after", "before", "by", "during", "from", "until", "upon", "within", "when", "in", "throughout"}
)
"""With what a time begins that has no number: `After award`."""


@lru_cache(maxsize=4096)
def may_be_a_status(answer: str | None, asked: str | None) -> bool:
    """Return whether a few words do not answer what was asked by their kind, and may only say where the question stands."""
    said = words(answer or "")
    wants = _wanted(asked or "")
    if (
        wants == "anything"
        or said in _DONE
        or not 0 < len(said) <= _MOST
        or _counts(said)
        or not _POINTS.isdisjoint(said)
    ):
        return False
    if _speaks_of(gist(answer or ""), gist(asked or "")):
        return False
    if wants == "amount":
        return _COUNTS.isdisjoint(said) and said[0] not in _OF_TIME
    still = any(one in _MODALS and two in _STILL for one, two in pairwise(said))
    return (_YES_NO | _COUNTS).isdisjoint(said) and (still or _MODALS.isdisjoint(said))


def _speaks_of(said: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Whether an answer has a word of the question, in any form, or says `closed` of what may be open."""
    about = {one[:4] for one in asked} | {_OPPOSITE[one] for one in asked if one in _OPPOSITE}
    return any(one[:4] in about for one in said)


def wants_an_amount(asked: str) -> bool:
    """Return whether a question asks for a number or a time, which nobody's name answers."""
    return _wanted(asked) == "amount"


@lru_cache(maxsize=1024)
def only_remarks(asked: str) -> bool:
    """Return whether what was written to a buyer tells something and asks nothing: `We found a typo on page 3.`."""
    said = words(asked)
    if "?" in asked or said[:2] not in _REMARKS:
        return False
    # `The link does not work` tells, and `does the link work` asks.
    return not any(one in _ASKS and one not in _TELLING and not _is_denied(said, at) for at, one in enumerate(said))


def _is_denied(said: tuple[str, ...], at: int) -> bool:
    return not _NEGATED.isdisjoint(said[at + 1 : at + 2])


@lru_cache(maxsize=1024)
def _wanted(asked: str) -> str:
    """Return what a question wants: `yes or no`, an `amount` or a time, or `anything`, which holds where it is not plain."""
    parts = [one for piece in _PART.split(asked) if (one := _without_leads(words(piece)))]
    flat = words(asked)
    if not parts or "or" in flat:
        return "anything"
    how = [flat[at + 1 : at + 2] for at, one in enumerate(flat) if one == "how"]
    measured = _MEASURED.search(" ".join(flat)) is not None
    amount = measured or any(not _MUCH.isdisjoint(one) for one in how) or any(one[0] == "when" for one in parts)
    others = sum(one in _OPEN for one in flat) - measured - sum(not _MUCH.isdisjoint(one) for one in how)
    whether = any(_asks_whether(one) for one in parts)
    if others > 0 or amount == whether:
        return "amount" if amount and others <= 0 and not any(_is_whole(one) for one in parts) else "anything"
    return "amount" if amount else "yes or no"


def _is_whole(part: tuple[str, ...]) -> bool:
    """Whether a part of a question asks for yes or no by itself, and is no `Can you tell us how many`."""
    return part[0] in _WHETHER and "how" not in part and "when" not in part


def _asks_whether(part: tuple[str, ...]) -> bool:
    if _REQUESTS.isdisjoint(part[:4]):
        return part[0] in _WHETHER
    return not _THAT.isdisjoint(part)


def _without_leads(said: tuple[str, ...]) -> tuple[str, ...]:
    at = 0
    while at < len(said) and said[at] in _LEADS:
        at += 1
    return said[at:]


def _counts(said: tuple[str, ...]) -> bool:
    months = set(MONTHS_SAID)
    return any(any(map(str.isdigit, one)) or one in NUMBERS or one in months for one in said)
