"""Whether a text under a heading of a record says that the thing was so, or the opposite: `No`, `N/A`, `Not satisfied: …`.

A record is what is written under it, whatever its words, unless they plainly deny it; what can be read two ways is unclear.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.denial import DENIED, NONE, NOT, TIED, UNCLEAR, UNSAID, how_said
from fairaudit.analysis.names import words

_PAUSE = re.compile(r"[,:;.!?()\n]+\s*|\s[-\u2013\u2014]+\s")
_APART = re.compile(r"[,:()\u2013\u2014]|\s-+\s|\band\b", re.IGNORECASE)
_IN_THE_END = re.compile(r"(?:[:=]|\s[-\u2013\u2014])\s*(?:no|none|n/a|false|not yet)\W*$", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true"})
_NO = frozenset({"false", "n", "unknown", "tbc", "tbd", "pending"}) | NONE
_OPENS = frozenset({
    "this", "it", "that", "the", "we", "they", "was", "were", "is", "are", "be", "been", "has", "have", "had", "did", "do",
    "does", "criterion", "board", "panel", "yet",
})  # fmt: skip
_DONE = frozenset({
    "applicable", "available", "given", "known", "recorded", "done", "considered", "consider", "assessed", "evaluated", "looked",
    "taken", "relevant", "addressed", "applied", "weighed", "reviewed", "carried", "made", "discussed", "documented", "started",
    "scored", "required", "needed", "used",
})  # fmt: skip
_THINGS = frozenset({
    "record", "records", "review", "evidence", "consideration", "assessment", "account", "information", "reasons",
})  # fmt: skip


@lru_cache(maxsize=1024)
def record_says(text: str | None, so: tuple[str, ...] = (), not_so: tuple[str, ...] = ()) -> str:
    """Return how a text answers whether something was so, given words for that and for its opposite (`unsatisfactory`).

    `tied`: it was, or whatever is written denies nothing; `denied`: it was not; `unclear`: that can be read two ways; empty:
    nothing is written.
    """
    if not words(text or ""):
        return UNSAID
    first = words(_PAUSE.split((text or "").strip(), maxsplit=1)[0])
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
    rest = part
    while rest and rest[0] in _OPENS:
        rest = rest[1:]
    if not rest:
        return False
    if rest[0] in _NO or rest[:2] == ("n", "a"):
        return len(rest) == 1 or rest[:2] == ("n", "a") or rest[1] in _DONE
    if rest[0] not in NOT:
        return False
    after = [one for one in rest[1:] if one not in _OPENS]
    return not after or after[0] in (_THINGS if rest[0] in ("no", "without") else _DONE)
