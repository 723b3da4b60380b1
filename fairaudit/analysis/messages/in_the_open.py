"""Contacts of which everything that is told happened before others: on one panel of a conference, at a public lecture.

And calls of which no more is told than that the caller was sent to the channel for questions.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import denies, parts
from fairaudit.analysis.names import words

_BEFORE_OTHERS = late_pattern(
    r"\b(?:open|public|plenary) (?:session|conference|event|lecture|seminar|webinar|meeting|talk|debate|hearing|forum)s?\b"
    r"|\bopen to (?:all|everybody|everyone|anybody|anyone|the public)\b|\bplenary\b|\baudience\b|\bon stage\b"
    r"|\b(?:sat|spoke|were|was|appeared|presented)(?: both| together)? on (?:one|the same|a) (?:panel|podium|platform)\b"
    r"|\b(?:panel discussion|panel session|panellists?)\b"
    r"|\b(?:before|in front of|with|to) (?:about |some |over |more than )?(?:\d{2,}|hundreds of|dozens of|many|a full) "
    r"(?:people|persons|guests|delegates|attendees|listeners|visitors|participants|others|room|hall|house)\b"
)
_APART = late_pattern(
    r"\b(?:private\w*|aside|lunch\w*|dinner\w*|supper|breakfast|coffee|tea|drinks?|bar|pub|breaks?|afterwards?|beforehand|"
    r"corridor|lobby|later|alone|one to one|walk\w*|travel\w*|shared|hotel|reception|chat\w*|convers\w*)\b"
)
_SENT_ON = late_pattern(
    r"(?:the )?(?:caller |they |he |she |it |bidder |firm )?(?:was |were )?"
    r"(?:told|asked|advised|reminded|directed|referred|pointed|invited) (?:to )?"
    r"(?:(?:please )?(?:put|send|ask|raise|submit|use|write) )?"
    r"(?:(?:the|its|their|his|her|any|all|that) )?(?:questions? |quer(?:y|ies) |it |them )?"
    r"(?:to |through |by |via |on |in |using |of )?(?:the |our )?(?:e ?tendering )?(?:portal|writing|channel|system)"
    r"(?: instead| only| please)?"
)
_NO_MORE = late_pattern(
    r"(?:nothing|no more)(?: else| more| further)?(?: was| were| has been)?(?: said| discussed| told| given| asked)"
    r"|nothing (?:else|more|further)|no (?:answer|information|reply) (?:was )?(?:given|offered)"
)


@lru_cache(maxsize=1024)
def before_others(told: tuple[str, ...]) -> bool:
    """Whether each part of what is told of a contact says that it was before others, or that no tender was spoken of."""
    said = tuple(part for one in told for part in parts(one))
    open_ones = [bool(_BEFORE_OTHERS.search(one)) and not _APART.search(one) for one in said]
    return any(open_ones) and all(found or denies(one) for found, one in zip(open_ones, said, strict=True))


@lru_cache(maxsize=1024)
def only_sent_on(told: tuple[str, ...]) -> bool:
    """Whether all that is told of a contact is that the caller was to put the question through the channel, and no more."""
    said = tuple(part for one in told for part in parts(one))
    sent = [_SENT_ON.fullmatch(one) is not None for one in said]
    return any(sent) and all(found or _NO_MORE.fullmatch(one) for found, one in zip(sent, said, strict=True))


def beside_others(told: Iterable[str]) -> tuple[str, ...]:
    """Return texts without the words that say that something was before others."""
    return tuple(_BEFORE_OTHERS.sub(" ", " ".join(words(one))) for one in told)
