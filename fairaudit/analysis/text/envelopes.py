"""Whether words say that prices are kept apart until quality is scored, or that all is opened in one session."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from fairaudit.analysis.latepattern import late_pattern

_SENTENCE = late_pattern(r"[.!?;\n]+")
_PRICE = r"\b(?:prices?|pricing|financial|commercial)\b"
_QUALITY = r"\b(?:quality|qualitative|technical|method statements?|non-price)\b"
_OPENED = (
    r"\b(?:open(?:ed|s|ing)?|unseal(?:ed|ing)?|unlock(?:ed|ing)?|disclosed|revealed|released|shown|seen?|known?|read)\b"
)
_JUDGED = r"\b(?:scor(?:ed|ing|es)|evaluat(?:ed|ion|ing)|assess(?:ed|ment|ing)|mark(?:ed|ing|s))\b"
# What holds prices back, and until when; a word between "after" and quality may make it another moment.
_BACK = late_pattern(
    rf"(?=.*{_PRICE})(?=.*\b(?:not|never|sealed|closed|unopened|withheld|hidden|kept|held|only)\b)"
    r".*\b(?:until|till|only (?:after|once|when))\b"
    rf"(?=.*{_QUALITY})(?=.*{_JUDGED})"
)
_AFTER = late_pattern(rf"{_PRICE}.*{_OPENED}.*\b(?:after|once)\b(?: (?:the|all))* {_QUALITY}.*{_JUDGED}")
_FIRST = late_pattern(
    rf"{_QUALITY}.*{_JUDGED}.*\b(?:before|prior to|without|and then)\b(?: (?:the|any|all|knowledge of|knowing))* {_PRICE}"
)
_TWO = late_pattern(r"\b(?:two|2|dual|double|separate|second|different)(?: sealed)?[- ]envelopes?\b")
_ONE = late_pattern(r"\b(?:single|one|the same|1)(?: sealed)?[- ]envelopes?\b")
_SESSION = late_pattern(
    r"\b(?:(?:in|at|during) (?:one|a single|the same)(?: public)? (?:session|sitting|meeting|opening|ceremony|time)"
    r"|together|simultaneously)\b"
)
_BOTH = tuple(late_pattern(one) for one in (_PRICE, _QUALITY, _OPENED))
_NOT = late_pattern(r"\b(?:no|not|never|neither|nor|instead of|rather than)\b")
_OPEN = late_pattern(r"\b(?:no longer|no need|need not|not required|not necessarily|may|might|if|unless|whether)\b")


class Opening(Enum):
    """What words say of how quality and prices are opened."""

    UNSAID = "nothing, or two things"
    APART = "prices are opened only after quality is scored"
    TWO = "there are two envelopes"
    TOGETHER = "all is opened in one session"


def opening_said(texts: Iterable[str]) -> Opening:
    """Return what some texts say of how quality and prices are opened; where one contradicts another, nothing."""
    said = {_of(" ".join(one.split())) for text in texts for one in _SENTENCE.split(text.casefold())}
    if Opening.TOGETHER in said:
        return Opening.UNSAID if said & {Opening.APART, Opening.TWO} else Opening.TOGETHER
    return next((one for one in (Opening.APART, Opening.TWO) if one in said), Opening.UNSAID)


def _of(sentence: str) -> Opening:
    if _OPEN.search(sentence):
        return Opening.UNSAID
    if any(one.search(sentence) for one in (_BACK, _AFTER, _FIRST)):
        return Opening.APART
    if _NOT.search(sentence):
        return Opening.UNSAID
    together = _SESSION.search(sentence) and all(one.search(sentence) for one in _BOTH)
    if together or _ONE.search(sentence):
        return Opening.TOGETHER
    return Opening.TWO if _TWO.search(sentence) else Opening.UNSAID
