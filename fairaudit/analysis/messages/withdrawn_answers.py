"""Whether a text says of an answer that it no longer holds: `The answer to Q1 is withdrawn`, `Q1 was wrong`, `Q1 as amended`."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

_CHANGE = (
    r"(?:withdraw(?:s|n|al|ing)?|withdrew|correct(?:s|ed|ing|ions?)|corrigend(?:um|a)|errat(?:um|a)|replac(?:e[sd]?|ing|ements?)"
    r"|supersed(?:e[sd]?|ing)|amend(?:s|ed|ing|ments?)?|revis(?:e[sd]?|ing|ions?)|chang(?:e[sd]?|ing)|updat(?:e[sd]?|ing)"
    r"|revok(?:e[sd]?|ing)|cancel(?:s|led|ed|ling)?|retract(?:s|ed)?|rescind(?:s|ed)?|disregard(?:ed)?|ignored?|instead|wrong"
    r"|incorrect|inaccurate|mistaken|mistake|error|erroneous|invalid|void|obsolete|outdated|overtaken)"
)
_NOT_SO = (
    r"(?:no longer|not (?:any (?:more|longer)|right|correct|valid|accurate|apply|hold|stand)"
    r"|n['\u2019]t (?:right|correct|valid|accurate|apply|hold|stand))"
)
_SAID = late_pattern(rf"\b{_CHANGE}\b|\b{_NOT_SO}\b|{_NOT_SO}\b", re.IGNORECASE)
_DENIED = late_pattern(
    r"(?:\b(?:not|never|no|nothing|neither|nor|without)|n['\u2019]t)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE
)
_NUMBER = late_pattern(
    r"\b(?:questions?|query|enquiry|clarification(?:\s+question)?|cq|tq|rfi|rfc|q)[\s.-]*(?:no\.?|nr\.?|number)?\s?\d+\b",
    re.IGNORECASE,
)
_BETWEEN = frozenset({
    "a", "an", "and", "answer", "answers", "answered", "are", "as", "been", "be", "earlier", "for", "figure", "from", "given",
    "has", "have", "hereby", "in", "is", "now", "number", "of", "on", "our", "previous", "reply", "response", "that", "the", "to",
    "under", "was", "were", "which",
})  # fmt: skip
"""Words that may stand between the number of a question and what is said of its answer."""
_OPEN = late_pattern(r"\b(?:not|never|if|unless|should|would|could|may|might|whether)\b|n['\u2019]t\b", re.IGNORECASE)
_SENTENCE = late_pattern(r"(?<=[.!?;])\s+|\n+")


def change_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that say of something that it was changed or no longer holds, and do not deny it."""
    if not _SAID.search(text):
        return ()
    return tuple(one for one in _SENTENCE.split(text) if _says_so(one))


def numbers_taken_back(sentence: str) -> tuple[str, ...]:
    """Return the questions, as they are written, of whose answers a sentence plainly says that they no longer hold."""
    if _OPEN.search(_SAID.sub(" ", sentence)):
        return ()
    said = [one.span() for one in _SAID.finditer(sentence)]
    return tuple(
        number[0]
        for number in _NUMBER.finditer(sentence)
        if any(_is_beside(sentence[min(number.end(), end) : max(number.start(), start)]) for start, end in said)
    )


def _is_beside(between: str) -> bool:
    left = _NUMBER.sub(" ", between).casefold()
    return not re.search(r"[^\w\s'\u2019-]", left) and all(one in _BETWEEN for one in left.split())


def _says_so(sentence: str) -> bool:
    return any(not _DENIED.search(sentence[max(0, one.start() - 40) : one.start()]) for one in _SAID.finditer(sentence))
