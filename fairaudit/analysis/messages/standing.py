"""Texts that only say where a question stands: withdrawn, answered to whoever asked alone, to be raised elsewhere.

Every word of such a text must be about that, so that few answers are taken for one.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS_SAID
from fairaudit.analysis.messages.cuts import SENTENCE
from fairaudit.analysis.messages.promises import is_no_promise, promises, says_not_yet
from fairaudit.analysis.messages.yet_to_come import is_yet_to_come
from fairaudit.analysis.names import words

_ANSWER = frozenset(
    {"answer", "answers", "answered", "reply", "replies", "replied", "response", "responses", "responded"}
)
_BESIDE = frozenset({
    "a", "an", "the", "this", "that", "it", "its", "your", "our", "we", "i", "us", "was", "is", "were", "are", "has", "have",
    "had", "been", "be", "being", "of", "to", "for", "on", "in", "at", "by", "and", "with", "now", "already", "since", "so",
    "please", "thank", "thanks", "you", "dear", "noted", "question", "query", "enquiry", "inquiry", "clarification", "request",
    "point", "matter", "cq", "tq", "rfi", "q", "number", "buyer", "authority", "council", "team",
})  # fmt: skip
_ASKERS = frozenset({
    "asker", "bidder", "bidders", "tenderer", "tenderers", "supplier", "suppliers", "candidate", "candidates", "firm",
    "concerned", "asked", "asking", "who", "whoever", "them", "directly", "separately", "only", "alone",
    "individually", "privately",
})  # fmt: skip
_ANSWERED = frozenset({"answered", "replied", "responded"})
_ALONE = frozenset({"only", "alone", "separately", "directly", "individually", "privately"})
_EVERYBODY = frozenset({"all", "everybody", "everyone", "every", "each"})
_GIVEN = frozenset(
    {"given", "provided", "made", "sent", "issued", "published", "circulated", "posted", "released", "shared"}
)
_WITHDRAWN = frozenset({"withdrawn", "withdrew", "retracted", "rescinded", "cancelled"})
_NEEDED = frozenset({"needed", "required", "necessary", "given", "due", "further", "longer", "therefore"})
_RAISE = frozenset(
    {"raise", "raised", "submit", "submitted", "resubmit", "ask", "asked", "send", "sent", "put", "direct", "post"}
)
_WAY = frozenset({"portal", "channel", "platform", "system", "messaging", "facility", "tool", "area"})
_THROUGH = frozenset({
    "through", "via", "using", "use", "again", "instead", "should", "must", "correct", "proper", "official", "tender",
    "etendering", "message", "messages", "all", "questions", "queries", "enquiries", "clarifications", "only",
})  # fmt: skip
_WILL = frozenset({"will", "shall", "ll"})
_SENDS = _GIVEN | {"publish", "issue", "send", "provide", "post", "circulate", "share", "give", "release", "make"}
_COMES = frozenset({"come", "get", "revert", "respond", "reply", "follow"})
_AWAITED = frozenset({"pending", "awaited", "outstanding", "awaiting"})
_SAYS = frozenset({"yes", "no", "not", "may", "must", "can", "cannot", "need", "only", "all"})
_FEW = 4
"""Of how many other words a promise of an answer speaks at most: who is asked meanwhile; a heuristic."""
_LED = frozenset(
    {"back", "shortly", "soon", "later", "course", "due", "checking", "team", "colleagues", "client", "from"}
)


@lru_cache(maxsize=4096)
def only_stands(text: str, asked: str = "") -> bool:
    """Return whether a text says nothing but where a question stands; not where the question is about that."""
    if is_yet_to_come(text, asked):
        return True
    said = _sentences(text)
    flat = {word for one in said for word in one}
    telling = flat & (_WITHDRAWN | _WAY | _RAISE | _GIVEN | _AWAITED)
    if not said or any(one[:5] == it[:5] for one in telling for it in words(asked)):
        return False
    if says_not_yet(text, asked):
        return True
    kinds = [_is_withdrawn, _is_told, _is_for_elsewhere, _is_promised]
    kinds += [] if is_no_promise(text, asked) else [promises]
    return any(any(map(kind, said)) and all(kind(one) or _is_beside(one) for one in said) for kind in kinds)


@lru_cache(maxsize=1024)
def is_withdrawn(text: str, asked: str = "") -> bool:
    """Return whether a text says only that a question was withdrawn."""
    return only_stands(text, asked) and any(map(_is_withdrawn, _sentences(text)))


@lru_cache(maxsize=1024)
def is_told(text: str) -> bool:
    """Return whether a text says only that an answer was given: `A response was given.`, and not to whom."""
    said = _sentences(text)
    return any(map(_is_told, said)) and all(_is_told(one) or _is_beside(one) for one in said)


@lru_cache(maxsize=1024)
def keeps_back(text: str) -> bool:
    """Return whether a text says only that an answer is still to come, or went to whoever asked alone."""
    said = _sentences(text)
    if any(map(_is_told, said)):
        return is_told(text) and any(map(_is_to_the_asker, said))
    return only_stands(text) and any(_is_promised(one) or promises(one) for one in said)


def _sentences(text: str) -> list[tuple[str, ...]]:
    return [one for piece in SENTENCE.split(text) if (one := words(piece))]


def _is_beside(said: tuple[str, ...]) -> bool:
    known = all(one in _BESIDE or one in _NEEDED or one in _ANSWER or one == "no" or _is_day(one) for one in said)
    # A bare `No.` is an answer.
    return known and ("no" not in said or not _NEEDED.isdisjoint(said))


def _is_day(word: str) -> bool:
    return word[:1].isdigit() or word in MONTHS_SAID


def _only(said: tuple[str, ...], *known: frozenset[str]) -> bool:
    return all(one in _BESIDE or _is_day(one) or any(one in it for it in known) for one in said)


def _is_withdrawn(said: tuple[str, ...]) -> bool:
    return not _WITHDRAWN.isdisjoint(said) and _only(said, _WITHDRAWN, _ASKERS, _NEEDED, _ANSWER)


def _is_told(said: tuple[str, ...]) -> bool:
    """Whether a sentence says that an answer was given, to all or to whoever asked: `Answered to the asker only`."""
    if _ANSWER.isdisjoint(said) or not _only(said, _ANSWER, _GIVEN, _ASKERS, _EVERYBODY):
        return False
    return not _GIVEN.isdisjoint(said) or not (_ANSWERED.isdisjoint(said) or _ASKERS.isdisjoint(said))


def _is_to_the_asker(said: tuple[str, ...]) -> bool:
    return not _ALONE.isdisjoint(said) and _EVERYBODY.isdisjoint(said)


def _is_for_elsewhere(said: tuple[str, ...]) -> bool:
    """Whether a sentence only says where to raise a question: `Please raise this through the portal`."""
    return (
        not _RAISE.isdisjoint(said)
        and not _WAY.isdisjoint(said)
        and _only(said, _RAISE, _WAY, _THROUGH, frozenset({"e"}))
    )


def _is_promised(said: tuple[str, ...]) -> bool:
    """Whether a sentence promises an answer, or says of whom one is awaited, and speaks of little else."""
    if said[0] in _ANSWER and not _AWAITED.isdisjoint(said[1:4]):
        return _others(said) <= _FEW and not any(_is_day(one) for one in said)
    for at, word in enumerate(said):
        after = said[at + 1 : at + 7]
        if (
            word in _WILL
            and _SAYS.isdisjoint(said[:at])
            and not _SENDS.isdisjoint(after)
            and not _ANSWER.isdisjoint(after)
        ):
            return _others(said) <= _FEW
        comes = word in _WILL and after[:1] != () and after[0] in _COMES and _says_to_whom(after)
        if comes or (after[:1] == ("answered",) and word in ("be", "being")):
            return _others(said) == 0
    return False


def _says_to_whom(after: tuple[str, ...]) -> bool:
    """Whether `come` is said of an answer: `come back`, `get back`, `respond`."""
    return after[0] not in ("come", "get") or after[1:2] == ("back",)


def _others(said: tuple[str, ...]) -> int:
    known = (_ANSWER, _SENDS, _COMES, _WILL, _AWAITED, _LED, _EVERYBODY, _ASKERS)
    return sum(not (one in _BESIDE or _is_day(one) or any(one in it for it in known)) for one in said)
