"""What a question asks, or a title names, by its own words: `Please clarify.` and `See attached.` ask nothing by themselves."""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.stock import points_beside_in_stock
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist, parted_figures
from fairaudit.analysis.text.questionnumbers import question_numbers

_POLITE = frozenset({"please", "kindly", "thanks", "thank", "dear", "hello", "hi", "sir", "madam", "regards"})
_POINTS = frozenset({
    "see", "refer", "referring", "reference", "attached", "attachment", "enclosed", "enclosure", "below", "above", "following",
    "previou", "previous", "earlier", "already", "answer", "answered", "response", "responded", "reply", "replied", "duplicate",
    "repeat",
})  # fmt: skip
"""Words that only say where something else stands."""
_BESIDE = frozenset({
    "question", "query", "querie", "enquiry", "enquirie", "inquiry", "inquirie", "clarification", "request", "information",
    "info", "detail", "further", "more", "additional", "another", "other", "also", "same", "thank", "kindly", "dear", "hello",
    "hi", "sir", "madam", "regard", "kind", "best", "sincerely", "could", "would", "i", "me", "let", "know", "if", "possible",
    "number", "no", "nr", "cq", "tq", "rfi", "file", "message", "email", "letter", "again", "given", "our",
})  # fmt: skip
_ASKS = frozenset({
    "clarify", "clarified", "clarifie", "confirm", "confirmed", "confirmation", "explain", "explained", "explanation", "advise",
    "elaborate", "help", "correct", "right", "so", "true", "mean", "meant", "what", "why", "how", "when", "where", "doe", "do",
    "does", "did", "not", "yes", "need", "want", "get", "answer", "about", "regarding", "re", "subject", "topic", "general",
    "various", "variou", "misc", "miscellaneous", "matter", "ok", "some", "one", "question", "tender", "bid",
})  # fmt: skip
_ELSEWHERE = frozenset({
    "this", "it", "that", "these", "those", "they", "them", "here", "there", "above", "below", "attached", "same", "following",
})  # fmt: skip


_FOR_ASKING = frozenset({
    "do", "doe", "did", "could", "would", "need", "needed", "require", "required", "please", "confirm", "whether", "if", "i",
    "tell", "know", "advise", "clarify",
})  # fmt: skip
"""Words that are there because something is asked, whatever it is."""
_OPEN = frozenset({"what", "which", "who", "whom", "whose", "when", "where", "why", "how", "many", "much", "long"})
"""Words that say what kind of answer is wanted, other than yes or no."""
_LEAST_SAID = 2
_ARTICLES = frozenset({"the", "a", "an", "any"})
_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:icable|able|ing|ed|y|e)$")
_NEIGHBOURS = frozenset({"above", "below", "previous", "preceding", "earlier", "before", "ditto"})
_TO_NEIGHBOURS = frozenset({
    "see", "refer", "as", "per", "same", "to", "the", "our", "please", "answer", "response", "reply", "question", "query", "one",
})  # fmt: skip


_GREETING = late_pattern(
    r"\A\s*(?:dear|hello|hi|good (?:morning|afternoon|evening|day))\b[^,:;!.\n]{0,80}[,:;!\n]\s*", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def ungreeted(text: str) -> tuple[str, ...]:
    """Return the words of an answer in their order, but for whom it greets at its beginning."""
    return words(_GREETING.sub("", text, count=1))


@lru_cache(maxsize=1024)
def wording(text: str) -> tuple[str, ...]:
    """Return the words of a question in their order, apart from those that are only polite."""
    return tuple(one for one in words(text) if one not in _POLITE)


@lru_cache(maxsize=1024)
def wording_of_an_answer(text: str) -> tuple[str, ...]:
    """Return the words of an answer in their order, and its figures that a sign parts: who had other ones had another answer."""
    return (*words(text), *parted_figures(text))


@lru_cache(maxsize=1024)
def matter(text: str) -> tuple[str, ...]:
    """Return what a question is about and what kind of answer it wants, in any words for asking; empty where it says too little.

    `Does TUPE apply?` and `Is TUPE applicable?` ask one thing, `When does TUPE apply?` another.
    """
    said = frozenset(_stem(one) for one in gist(text) if one not in _FOR_ASKING | _OPEN)
    wanted = sorted(_OPEN.intersection(words(text)))
    return (*wanted, *sorted(said)) if len(said) >= _LEAST_SAID else ()


def _stem(word: str) -> str:
    return _SUFFIX.sub("", word) if word.isalpha() else word


def unarticled(text: str) -> tuple[str, ...]:
    """Return the words of a question apart from articles and what is only polite."""
    return tuple(one for one in wording(text) if one not in _ARTICLES)


@lru_cache(maxsize=1024)
def asks_nothing(text: str) -> bool:
    """Whether a question or a title says by itself nothing of what it is about."""
    return all(_is_bare(one) or one in _POINTS | _BESIDE | _ASKS for one in gist(text))


def points_elsewhere(text: str) -> bool:
    """Whether an answer says nothing but where the answer stands: `Please see the answer to Q3.`."""
    said = gist(text)
    return any(one in _POINTS for one in said) and all(_is_bare(one) or one in _POINTS | _BESIDE for one in said)


def points_to_a_number(text: str) -> bool:
    """Whether an answer only points to the answers of questions whose numbers it gives; `No, see Q3` is one itself."""
    said = words(text)
    return said[:1] not in (("no",), ("yes",)) and points_elsewhere(text) and bool(question_numbers(text))


def points_to_a_neighbour(text: str) -> bool:
    """Whether an answer only points to another of its list without saying which: `See above`, `As before`."""
    said = words(text)
    plain = not _NEIGHBOURS.isdisjoint(said) and all(one in _NEIGHBOURS | _TO_NEIGHBOURS for one in said)
    return plain or points_beside_in_stock(text)


def leans(text: str) -> bool:
    """Whether a question may be about something said elsewhere: `Is it mandatory?`."""
    return not _ELSEWHERE.isdisjoint(words(text))


def _is_bare(word: str) -> bool:
    return len(word) < 2 or word.isdigit()
