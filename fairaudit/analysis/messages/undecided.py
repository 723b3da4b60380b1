"""Whether a record only says that what it is about is still to be settled, or stands elsewhere: `To be decided`, `see file`."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.names import words
from fairaudit.analysis.reasons import PAUSE

_OPENS = frozenset({
    "this", "it", "that", "these", "they", "the", "a", "any", "all", "was", "were", "is", "are", "be", "been", "has", "have",
    "had", "we", "he", "she", "i", "board", "panel", "buyer", "authority", "still", "currently", "matter", "issue", "question",
    "point",
    "measure", "measures", "mitigation", "mitigations", "step", "steps", "action", "actions", "plan", "plans", "arrangements",
})  # fmt: skip
"""What may lead up to what a part says."""
_SETTLED = frozenset({
    "decided", "determined", "considered", "confirmed", "agreed", "discussed", "clarified", "advised", "settled", "resolved",
    "defined", "finalised", "finalized",
})  # fmt: skip
"""What is done about a question; whoever is still to be checked by somebody is watched already."""
_WILL = frozenset({"will", "to", "shall", "should", "must", "needs", "yet"})
_NOT = frozenset({"not", "never", "didnt", "wasnt", "werent", "hasnt", "havent"})
_NOT_YET = frozenset({"yet", "been", "be", "fully", "finally"})
_PAIRS = frozenset({
    ("under", "review"), ("under", "consideration"), ("under", "discussion"), ("under", "investigation"), ("on", "hold"),
    ("being", "considered"), ("being", "discussed"), ("being", "decided"), ("being", "clarified"), ("remains", "open"),
    ("in", "discussion"),
})  # fmt: skip
_STANDING = frozenset({"pending", "awaiting", "awaited", "outstanding", "undecided", "unresolved", "tbc", "tbd", "tba"})
_MEANT = frozenset({"intended", "meant", "hoped", "wanted"})
_ELSEWHERE = frozenset({
    "the", "file", "files", "folder", "above", "below", "attached", "attachment", "elsewhere", "separate", "separately", "on",
})  # fmt: skip


@lru_cache(maxsize=1024)
def is_undecided(text: str | None) -> bool:
    """Return whether a text says nothing but that something is still to be decided, was only meant, or stands elsewhere."""
    said = [one for piece in PAUSE.split(text or "") if (one := words(piece))]
    return bool(said) and all(map(leaves_open, said))


def leaves_open(part: tuple[str, ...]) -> bool:
    """Whether a part of a text begins by saying so; what is said of a bid or a score does not."""
    rest = part
    while rest and rest[0] in _OPENS:
        rest = rest[1:]
    if not rest:
        return False
    if rest[0] == "see":
        return _ELSEWHERE.issuperset(rest[1:])
    if rest[0] in _STANDING or rest[:2] in _PAIRS or (rest == ("open",) and len(part) > 1):
        return True
    if rest[0] in _MEANT:
        return rest[1:2] == ("to",)
    return _is_to_come(rest)


def _is_to_come(rest: tuple[str, ...]) -> bool:
    """Whether what is left begins with `to be decided`, `will be considered` or `not yet agreed`."""
    at = 1
    if rest[0] in _WILL:
        while at < len(rest) and rest[at] in ("to", "be", "have"):
            at += 1
        return at > 1 and rest[at : at + 1] != () and rest[at] in _SETTLED
    if rest[0] not in _NOT:
        return False
    while at < len(rest) and rest[at] in _NOT_YET:
        at += 1
    return "yet" in rest[:at] and rest[at : at + 1] != () and rest[at] in _SETTLED
