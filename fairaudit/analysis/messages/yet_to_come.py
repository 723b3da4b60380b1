"""Answers of which every sentence only says that something is still to come: `A list will follow`, `We are looking into this`.

What is to come must be words or papers that answer, `list`, `details`, `this`, and come to bidders, or to nobody in particular.
What is handed over, done or given once there is a contract is an answer: `The contractor will be given a list`, `A plan will be
issued at the start`, `The timetable will be published each spring`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.messages.comingdeeds import acts, reaches
from fairaudit.analysis.messages.comingpapers import WORK, is_awaited, is_in_hand, is_sent
from fairaudit.analysis.messages.comingparts import LONG, NUMBERED, is_number, thing
from fairaudit.analysis.messages.comingturns import asks_what, turned
from fairaudit.analysis.messages.comingwords import (
    ACTIVE,
    ADVERBS,
    ASKING,
    CHECKED,
    CONDITIONS,
    HOPES,
    LEADS,
    OF_THE_CONTRACT,
    PAPERS,
    PLAIN_TAIL,
    REQUESTS,
    SENDING,
    SENT_STEMS,
    SETTLED,
    TENDER_TAIL,
)
from fairaudit.analysis.names import words
from fairaudit.analysis.numberwords import NUMBERS

_SENTENCE = re.compile(r"[.;:!?,\n]+(?=\s|$)|\s[-\u2013\u2014]+\s|[()\[\]]")
_JOINS = frozenset({"and", "but", "which", "so"})
_SPOKEN = {"itll": ("it", "will"), "theyll": ("they", "will"), "im": ("i", "am"), "theyre": ("they", "are")}
_FIRST = {"well": ("we", "will"), "were": ("we", "are"), "weve": ("we", "have")}
"""What `we'll` and `we're` come to without their apostrophes, at the beginning of a sentence."""
_STARTS = frozenset({"we", "i", "our", "the"})
"""With what somebody begins who does more than one thing: `We will check and come back to you`."""
_MOST = 40
"""Of how many words a sentence is at most that is looked at."""


@lru_cache(maxsize=4096)
def is_yet_to_come(text: str, asked: str = "") -> bool:
    """Return whether a text says nothing but that what answers is still to come; not where the question is about that."""
    said = [_spoken_out(one) for piece in _SENTENCE.split(text) if (one := words(piece))]
    if not said or not any(map(_comes, said)) or not all(_comes(one) or _is_beside(one) for one in said):
        return False
    return not _asks_for_it(words(asked), {word for one in said for word in one})


def _spoken_out(said: tuple[str, ...]) -> tuple[str, ...]:
    first = _FIRST.get(said[0], said[:1]) if said[1:2] and (said[1] in ADVERBS or said[1] in _ACTS) else said[:1]
    return tuple(word for one in (*first, *said[1:]) for word in _SPOKEN.get(one, (one,)))


_ACTS = (
    ACTIVE | CHECKED | HOPES | SENDING | {"get", "come", "look", "currently", "looking", "check", "publish", "issue"}
)


def _asks_for_it(asked: tuple[str, ...], told: set[str]) -> bool:
    """Whether a question is about what will be sent, when, how or by whom: then the answer says so.

    `Can you provide the list?` wants the list itself, and `Which vans are provided?` what a list may hold.
    """
    if _is_request(asked):
        return False
    stems = {one[:5] for one in asked}
    papers = {one[:LONG] for one in asked if one in PAPERS}
    shared = any(one[:LONG] in papers for one in told if one in PAPERS)
    how = any(
        one in ASKING and asked[at + 1 : at + 2] not in (("many",), ("much",), ("often",))
        for at, one in enumerate(asked)
    )
    if stems & SENT_STEMS and (how or papers or PAPERS.isdisjoint(told) or asks_what(asked)):
        return True
    whether = asked[:1] != () and asked[0] in _WHETHER
    return (shared and (how or whether)) or bool({one[:5] for one in told & WORK} & stems)


_WHETHER = frozenset({"will", "shall", "do", "does", "would"})


def _is_request(asked: tuple[str, ...]) -> bool:
    return any(asked[at : at + len(one)] == one for one in REQUESTS for at in range(min(len(asked), _MOST)))


def _is_beside(said: tuple[str, ...]) -> bool:
    """Whether words only lead up to something, or say when or what: `Thank you for your question`, `Next week`, `The list`."""
    if _is_of_the_contract(said):
        return False
    if _waits(said) or (len(said) <= LONG and thing(said) in ("paper", "report")):
        return True
    return all(one in LEADS or one in TENDER_TAIL or one in PLAIN_TAIL or is_number(one) for one in said) and (
        not _POLITE.isdisjoint(said) or said[0] in ("next", "before", "in", "later", "soon", "shortly")
    )


_POLITE = frozenset({"thank", "thanks", "noted", "note", "apologies", "sorry", "dear", "currently"})


@lru_cache(maxsize=4096)
def _comes(said: tuple[str, ...]) -> bool:
    """Whether a sentence, or each of the two that it joins, says that something is still to come."""
    if len(said) > _MOST:
        return False
    if _comes_alone(said):
        return True
    if _waits(said):
        return any(_comes_alone(said[at:]) and _waits(said[:at]) for at in range(2, len(said)))
    return any(
        one in _JOINS
        and _comes_alone(said[:at])
        and any(
            _comes_alone((*who, *said[at + 1 :]))
            for who in ((), ("details",), ("we",))[: 3 if said[0] in _STARTS else 2]
        )
        for at, one in enumerate(said)
    )


def _waits(said: tuple[str, ...]) -> bool:
    """Whether words begin to say what papers wait for: `Once the list is ready`."""
    begins = said[0] in CONDITIONS or said[:3] == ("as", "soon", "as")
    return begins and not SETTLED.isdisjoint(said) and not _is_of_the_contract(said)


def _comes_alone(said: tuple[str, ...]) -> bool:
    rest = said
    while rest and (rest[0] in LEADS or rest[0] in _JOINS):
        rest = rest[1:]
    if not rest or _is_of_the_contract(turned(rest)):
        return False
    return any(
        kind(one)
        for one in (said, rest, turned(said), turned(rest))
        for kind in (is_sent, is_in_hand, acts, is_awaited, reaches)
    )


def _is_of_the_contract(said: tuple[str, ...]) -> bool:
    """Whether a word speaks of the contract, gives a number, or says no; `not yet`, `no later than` and a day in May do not."""
    for at, one in enumerate(said):
        before, after = said[at - 1 : at] if at else (), said[at + 1 : at + 2]
        if one in NUMBERS and (not before or before[0] not in NUMBERED):
            return True
        plain = (one, after) in (("not", ("yet",)), ("no", ("later",)), ("no", ("more",))) or (
            one == "may" and before != () and (is_number(before[0]) or before[0] in _BEFORE_MONTHS)
        )
        if one in OF_THE_CONTRACT and not plain and not (one == "no" and after and is_number(after[0])):
            return True
    return False


_BEFORE_MONTHS = frozenset({"in", "of", "by", "early", "late", "mid"})
