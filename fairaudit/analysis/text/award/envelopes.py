"""Whether words say that prices are kept apart until quality is scored, or that all is opened in one session."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from fairaudit.analysis.latepattern import late_pattern

_SENTENCE = late_pattern(r"[.!?;\n]+")
_PRICE = r"\b(?:prices?|pricing|financial|commercial)\b"
_QUALITY = r"\b(?:quality|qualitative|technical|method statements?|non-price)\b"
_OPENED = r"\b(?:open(?:ed|s|ing)?|unseal(?:ed|ing)?|unlock(?:ed|ing)?|disclosed|revealed|released|read out)\b"
# What bidders offer, in a promise: "commercial" alone may be terms that everybody was shown.
_OFFERED = (
    r"\b(?:prices?|pricing|(?:price|financial|commercial) "
    r"(?:envelopes?|offers?|bids?|proposals?|tenders?|submissions?|responses?|parts?))\b"
)
_SHOWN = r"\b(?:opened|unsealed|unlocked|disclosed|revealed|released|read out|seen by)\b(?! (?:to|for|up)\b)"
_OPEN_IT = r"\b(?:open|unseal|unlock)\b"
_LOOK_AT = r"\b(?:see|look at|have sight of|know)\b"
_THESE = r"(?: (?:the|any|all))* "
_SEALED = r"\b(?:sealed|closed|unopened|unseen|withheld|hidden|locked)\b"
_JUDGED = (
    r"(?:evaluat(?:ed|ions?|ing)|assess(?:ed|ments?|ing)|scor(?:ed|ing)|mark(?:ed|ing)"
    r"|(?:scores|marks) (?:(?:are|is|have|has|been) )*(?:fixed|final|locked|agreed|recorded|complete[d]?|set))\b"
    # What has begun, or is only named, is not over.
    r"(?! (?:of (?:the )?(?:building|site|premises)|(?:has |have |is |are )*"
    r"(?:beg[iu]ns?|starts?|started|under way|panel|team|committee|sheets?|meeting|criteria)"
    r"|and (?:the |of )*(?:price|financial|commercial|award)))"
)
_BETWEEN = (
    r"(?: (?:bids?|tenders?|proposals?|offers?|submissions?|responses?|envelopes?|parts?|criteria|questions?|and|has|have|been"
    rf"|is|are|was|were|fully|every|each|all|{_QUALITY}))*"
)
_OVER = (
    rf"(?:{_QUALITY}{_BETWEEN} {_JUDGED}|{_JUDGED}(?: (?:of|the|for|all))* {_QUALITY}"
    rf"|scores (?:for|of|on)(?: the)? {_QUALITY} (?:are|have been) (?:fixed|final|locked|agreed|recorded|complete|set)\b)"
)
# That quality is judged, right behind the word for when: a word between may make it another moment, as "the opening" does.
_DONE = rf"(?: (?:after|the|all|any|each|every|completion of|end of))* {_OVER}"
_FEW = r"[^,:]{0,50}?"
# Only a sentence that prices are not opened, or not known, before quality is judged is a promise: an order of scoring is none.
_HELD = (
    rf"{_OFFERED}{_FEW}\b(?:not|never)(?: (?:be|been|yet))* {_SHOWN}",
    rf"^no {_OFFERED}{_FEW}{_SHOWN}",
    rf"\b(?:not|never) (?:be able to )?(?:{_OPEN_IT}|{_LOOK_AT}){_THESE}{_OFFERED}",
    rf"{_OFFERED}{_FEW}{_SHOWN} not",
)
_NOT_BEFORE = (
    *(late_pattern(rf"{one}{_FEW}\b(?:until|till|before|prior to){_DONE}") for one in _HELD),
    late_pattern(rf"{_OFFERED}{_FEW}{_SEALED}{_FEW}\b(?:until|till){_DONE}"),
)
_AFTER = (
    late_pattern(rf"(?:{_OFFERED}{_FEW}{_SHOWN}|{_OPEN_IT}{_THESE}{_OFFERED}){_FEW}\b(?:after|once|only when){_DONE}"),
    late_pattern(rf"^(?:only )?(?:after|once){_DONE}.{{0,40}}?{_OFFERED}{_FEW}{_SHOWN}"),
    late_pattern(rf"^(?:(?:the|all|any) )*{_OVER}{_FEW}\b(?:before|prior to){_THESE}{_OFFERED}{_FEW}{_SHOWN}"),
)
# The price of the winner, or what bidders are told, is another matter than what the panel sees.
_OTHERS = late_pattern(
    r"\b(?:winn(?:ing|er)|successful|contract price|by (?:all |the )*(?:bidders|tenderers|suppliers|public)"
    r"|(?:bidders|tenderers|suppliers) (?:can|do|does|shall|should|will|would|must))\b"
)
_TWO = late_pattern(r"\b(?:two|2|dual|double)(?: (?:sealed|separate|different))*[- ]envelopes?\b")
_APART = late_pattern(r"\b(?:separate|second|different|another|other|own)(?: sealed)?[- ]envelopes?\b")
_ONE = late_pattern(r"\b(?:single|one|the same|1)(?: sealed)?[- ]envelopes?\b")
_ELSE = late_pattern(r"\b(?:references?|samples?|guarantees?|bonds?|certificates?|declarations?|forms?|drawings?)\b")
_AT_ONCE = r"\b(?:in|at|during) (?:one|a single|the same)(?: public)? (?:session|sitting|meeting|opening|ceremony)\b"
# Handing in at one time is no session: what is opened stands beside the words.
_SESSION = late_pattern(
    rf"{_OPENED}[^,:]{{0,40}}?(?:{_AT_ONCE}|\bat the same time\b|\btogether\b|\bsimultaneously\b)|{_AT_ONCE}.*{_OPENED}"
)
_NAMED = tuple(late_pattern(one) for one in (_PRICE, _QUALITY))
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
    negated = bool(_NOT.search(sentence))
    if not _OTHERS.search(sentence) and any(
        one.search(sentence) for one in (*_NOT_BEFORE, *(() if negated else _AFTER))
    ):
        return Opening.APART
    return Opening.UNSAID if negated else _of_envelopes(sentence)


def _of_envelopes(sentence: str) -> Opening:
    """Return what a sentence says of envelopes or of a session; an envelope for something else than price says nothing."""
    price, quality = (bool(one.search(sentence)) for one in _NAMED)
    if price and quality and _SESSION.search(sentence):
        return Opening.TOGETHER
    if _ELSE.search(sentence) and not (price and quality):
        return Opening.UNSAID
    if (_TWO.search(sentence) and price is quality) or (price and _APART.search(sentence)):
        return Opening.TWO
    return Opening.TOGETHER if price is quality and _ONE.search(sentence) else Opening.UNSAID
