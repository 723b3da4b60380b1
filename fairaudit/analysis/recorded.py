"""Whether a text under a heading of a record says that the thing was so, or the opposite: `No`, `N/A`, `Not satisfied: …`.

A record is what is written under it, whatever its words, unless they plainly deny it; what can be read two ways is unclear.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.denial import DENIED, NONE, NOT, TIED, UNCLEAR, UNSAID, how_said
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.undecided import leaves_open
from fairaudit.analysis.names import words
from fairaudit.analysis.reasons import BLANK, PAUSE, gives_none

_APART = late_pattern(r"[,:()\u2013\u2014]|\s-+\s|\band\b", re.IGNORECASE)
_IN_THE_END = late_pattern(r"(?:[:=]|\s[-\u2013\u2014])\s*(?:no|none|n/a|false|not yet)\W*$", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true"})
_NO = frozenset({"false", "n"}) | BLANK | NONE
_OPENS = frozenset({
    "this", "it", "that", "the", "we", "they", "was", "were", "is", "are", "be", "been", "has", "have", "had", "did", "do",
    "does", "criterion", "board", "panel", "yet",
})  # fmt: skip
_DONE = frozenset({
    "applicable", "available", "given", "known", "recorded", "done", "considered", "consider", "assessed", "evaluated", "looked",
    "taken", "relevant", "addressed", "applied", "weighed", "reviewed", "carried", "made", "discussed", "documented", "started",
    "scored", "required", "needed", "used",
})  # fmt: skip
_DOING = _DONE | frozenset({
    "confirmed", "provided", "necessary", "put", "stated", "followed", "planned", "agreed", "asked", "sought", "mentioned",
})  # fmt: skip
_THINGS = frozenset({
    "record", "records", "review", "evidence", "consideration", "assessment", "account", "information", "reasons",
})  # fmt: skip
_STEPS = _THINGS | frozenset({
    "action", "actions", "step", "steps", "measure", "measures", "mitigation", "mitigations", "remedy", "plan", "plans",
    "arrangements", "reason", "explanation", "justification", "grounds", "ground", "alternative", "alternatives", "rule",
    "rules", "mechanism", "confirmation", "provision", "thing", "comment", "comments", "one", "thought",
})  # fmt: skip
_FILLS = _OPENS | _DOING | _STEPS | frozenset({
    "so", "far", "at", "all", "time", "present", "currently", "here", "whatsoever", "specific", "particular", "any", "for",
    "formal", "special", "such", "under", "by", "us", "anyone", "anybody", "anything", "of", "a", "an", "on", "file", "or",
    "and", "in", "need", "case", "stage", "ever", "out", "up", "then", "there", "place", "about", "with",
})  # fmt: skip
_WHY = frozenset({"because", "since", "as", "unless", "until", "except", "but", "if", "when", "where", "who", "which"})
_TOOK = frozenset({"took", "take", "taken", "taking", "did", "do", "doing", "made", "kept", "put"})
_TAKEN_NOT = frozenset({"no", "nothing", "none"})
_BLANK = frozenset({"na", "n", "false"}) | BLANK
_LEFT_UNDONE = frozenset(
    {"considered", "taken", "shared", "done", "published", "recorded", "made", "confirmed", "addressed"}
)
_ENDS_NOT = frozenset({"not", "never", "didnt", "wasnt", "werent", "hasnt", "havent", "hadnt"})
_SAYS_LITTLE = frozenset(
    {"conflict", "conflicts", "advantage", "lead", "concern", "concerns", "issue", "issues", "problem"}
)
_AIMS = frozenset(
    {"to", "by", "about", "on", "in", "for", "at", "regarding", "with", "of", "against", "towards", "from", "before"}
)


@lru_cache(maxsize=1024)
def record_says(text: str | None, so: tuple[str, ...] = (), not_so: tuple[str, ...] = ()) -> str:
    """Return how a text answers whether something was so, given words for that and for its opposite (`unsatisfactory`).

    `tied`: it was, or whatever is written denies nothing; `denied`: it was not; `unclear`: that can be read two ways; empty:
    nothing is written.
    """
    if not words(text or ""):
        return UNSAID
    first = next((one for piece in PAUSE.split(text or "") if (one := words(piece))), ())
    if first[:1] and first[0] in _YES:
        return TIED
    if _IN_THE_END.search(text or ""):
        return DENIED
    said, bare = _named(text or "", so, not_so), _denies(first)
    if said == TIED and bare and not _named(" ".join(first), so, not_so):
        # `No: …` and then that it was so all the same.
        return UNCLEAR
    return said or (DENIED if bare else TIED)


def _named(text: str, so: tuple[str, ...], not_so: tuple[str, ...]) -> str:
    """Return what is said of the words themselves; empty where none of them stands there."""
    good, bad = (tuple(tuple(one.split()) for one in some) for some in (so, not_so))
    whole, apart = how_said(text.replace(":", ";"), good), _APART.sub(" ; ", text)
    parts = {how_said(one, good) for one in apart.split(";")} - {UNSAID}
    opposite = how_said(apart, bad)
    found = (
        ({whole} if whole else set()) | parts | ({DENIED} if opposite == TIED else {opposite} if opposite else set())
    )
    if opposite == DENIED:
        # `Not unsatisfactory` says little.
        found = {UNCLEAR}
    return UNCLEAR if len(found) > 1 else next(iter(found), UNSAID)


def _denies(part: tuple[str, ...]) -> bool:
    """Whether the first words of a record are a plain no: `No`, `n/a`, `was not considered by the panel`, `no record`."""
    rest = _opened(part)
    if not rest:
        return False
    if gives_none(part):
        return True
    if rest[0] in _NO or rest[:2] == ("n", "a"):
        return len(rest) == 1 or rest[:2] == ("n", "a") or rest[1] in _DONE
    if rest[0] not in NOT:
        return False
    after = [one for one in rest[1:] if one not in _OPENS]
    return not after or after[0] in (_THINGS if rest[0] in ("no", "without") else _DONE)


def _opened(part: tuple[str, ...]) -> tuple[str, ...]:
    """Return a part without the words that only lead up to what it says."""
    while part and part[0] in _OPENS:
        part = part[1:]
    return part


@lru_cache(maxsize=4096)
def kept(text: str | None) -> bool | None:
    """Return whether a text is a record of what it stands under; `None` where that can be read two ways.

    `None considered`, `No steps were taken to share it` and `-` are none; `No action, because …`, or a plain no beside
    something that was done, can be read two ways; whatever denies nothing is a record. So can what is still to be decided, which
    may have been since.
    """
    parts = [one for piece in PAUSE.split(text or "") if (one := words(piece))]
    found = {_keeps(one) for one in parts if not _only_leads_up(one) and not leaves_open(one)}
    if any(map(leaves_open, parts)):
        # `To be decided; a second reader until then.`
        return True if found == {True} else None
    if not found:
        return bool(parts)
    return next(iter(found)) if len(found) == 1 else None


def left_undone(text: str) -> bool:
    """Return whether a text that denies something denies the doing: `none considered`, not a bare `none`."""
    return any(one in _DOING or one in _BLANK for one in words(text))


def _only_leads_up(part: tuple[str, ...]) -> bool:
    """Whether a part only names what the next answers: `Steps: none`."""
    return all(one in _FILLS for one in part)


def _keeps(part: tuple[str, ...]) -> bool | None:
    """Whether one part of a record says that something was done: not where all of it is a denial of doing anything."""
    rest = _opened(part)
    if not rest:
        return True
    if gives_none(part):
        return False
    if rest[0] not in _NO and rest[0] not in NOT:
        # `The panel took no steps`, `the notes were not shared`, `meant to publish them but did not`.
        if rest[-1] in _ENDS_NOT and rest[-2:-1] not in (("or",), ("if",)):
            return None
        taken = any(one in _TOOK and two in _TAKEN_NOT for one, two in pairwise(rest))
        return None if taken or (rest[-2:-1] in (("not",), ("never",)) and rest[-1] in _LEFT_UNDONE) else True
    after = 3 if rest[:2] == ("n", "a") else 1
    if rest[1:2] and rest[1] in _SAYS_LITTLE:
        return None
    while after < len(rest) and rest[after] in _FILLS:
        after += 1
    if after >= len(rest):
        return False
    if not any(one in _DOING or one in _STEPS for one in rest[1:after]):
        return True
    aims = rest[after] in _AIMS or _AIMS & set(rest[after - 3 : after])
    return False if aims and not _WHY & set(rest[after:]) else None
