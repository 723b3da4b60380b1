"""Whether an answer to a question says nothing but that it is not answered: questions are closed, it came too late."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.names import words
from fairaudit.analysis.text.markup import without_markup

_ASKING = frozenset({
    "question", "questions", "query", "queries", "enquiry", "enquiries", "inquiry", "inquiries", "clarification",
    "clarifications", "asked", "asking",
})  # fmt: skip
_ENDED = frozenset({
    "closed", "closes", "close", "passed", "past", "over", "ended", "ends", "expired", "late", "after", "cannot", "not",
    "no", "longer", "cant", "unable", "elapsed", "lapsed",
})  # fmt: skip
_BESIDE = frozenset({
    "deadline", "date", "day", "time", "period", "window", "stage", "phase", "limit", "closing", "end", "cutoff", "cut", "off",
    "has", "have", "had", "been", "was", "were", "is", "are", "will", "would", "be", "can", "could", "may", "do", "does", "did",
    "we", "us", "you", "your", "it", "this", "that", "these", "they", "the", "a", "an", "any", "all", "of", "for", "to", "on",
    "at", "by", "in", "from", "since", "and", "so", "as", "now", "too", "out", "already", "further", "more", "other", "new",
    "answer", "answers", "answered", "answering", "reply", "respond", "response", "responded", "accept", "accepted", "take",
    "taken", "consider", "considered", "receive", "received", "submitted", "sent", "sorry", "afraid", "regret", "regrets",
    "unfortunately", "please", "note", "noted", "thank", "thanks", "dear", "therefore", "am", "pm", "noon", "midday",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "hours", "i", "respectfully",
})  # fmt: skip
_TOO_LATE = frozenset({("too", "late"), ("of", "time")})


@lru_cache(maxsize=256)
def tells_nothing(answer: str | None) -> bool:
    """Return whether an answer only says that questions are over; every word of it must be about that, so few answers are."""
    said = words(without_markup(answer or ""))
    months = set(MONTHS_SAID)
    if not said or not all(
        one in _ASKING | _ENDED | _BESIDE or one in months or one.isdigit() or _is_ordinal(one) for one in said
    ):
        return False
    return bool(_TOO_LATE.intersection(pairwise(said))) or bool(
        _ASKING.intersection(said) and _ENDED.intersection(said)
    )


def _is_ordinal(word: str) -> bool:
    return word[:1].isdigit() and word.lstrip("0123456789") in {"st", "nd", "rd", "th", "am", "pm"}
