"""Whether what was done about a declared interest parts somebody from what they could bend, or puts somebody else beside them.

A promise to be careful, a reminder or a signed undertaking leaves everything where it was, in the same hands.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.denial import NOT, TIED, how_said
from fairaudit.analysis.names import words

_WHO = (
    "reader", "marker", "evaluator", "assessor", "scorer", "reviewer", "member", "person", "officer", "colleague", "panel",
    "adviser", "manager", "chair", "moderator",
)  # fmt: skip
_DID = (
    "reviewed",
    "checked",
    "scored",
    "marked",
    "verified",
    "moderated",
    "evaluated",
    "assessed",
    "confirmed",
    "read",
)
_ONE_WORD = (
    "observer", "observed", "witness", "moderated", "moderator", "supervised", "supervision", "supervisor", "overseen",
    "oversight", "audited", "auditor", "replaced", "replacement", "reassigned", "removed", "excluded", "withdrew",
    "withdrawn", "recused", "recusal", "abstained", "abstention", "barred", "sold", "divested", "disposed", "resigned",
    "screened", "segregated", "anonymised", "anonymized", "anonymous", "blind", "substitute", "deputy",
    "swapped", "twice",
)  # fmt: skip
_SAID = (
    *((one,) for one in _ONE_WORD),
    *((which, one) for which in ("second", "third", "another", "other", "independent", "different", "external") for one in _WHO),
    *(("two", one) for one in ("people", "readers", "markers", "evaluators", "members", "officers")),
    *(("independent", one) for one in ("observer", "review", "check", "moderation", "scrutiny", "verification", "team")),
    *(("independently", one) for one in _DID),
    *((one, "by") for one in (*_DID, "review", "check", "taken", "handled", "done", "made", "approved")),
    *(("by", one) for one in ("another", "others", "somebody", "someone", "two")),
    *(("stepped", one) for one in ("aside", "out", "back", "down")),
    *(("stood", one) for one in ("aside", "down", "back")),
    *((one, where) for one in ("left", "leaves", "leave", "leaving") for where in ("the", "room", "when")),
    ("somebody", "else"), ("someone", "else"), ("kept", "out"), ("kept", "away"), ("kept", "apart"), ("taken", "off"),
    ("moved", "to"), ("moved", "off"), ("information", "barrier"), ("chinese", "wall"), ("separate", "team"),
    ("names", "hidden"), ("names", "removed"), ("only", "scored"), ("scored", "only"), ("scores", "only"), ("gave", "up"),
)  # fmt: skip
_KEPT_FROM = frozenset({
    "score", "scores", "scoring", "mark", "marks", "marking", "evaluate", "evaluation", "assess", "vote", "part", "access",
    "contact", "see", "open", "handle", "attend", "attended", "present", "decide", "discuss", "involved", "participate",
    "scored", "marked", "voted", "evaluated", "assessed", "took", "opened", "saw", "read", "received",
})  # fmt: skip
_NEAR = 4


@lru_cache(maxsize=256)
def sets_apart(text: str | None) -> bool:
    """Return whether a text tells of somebody else who reads, checks or decides, or of somebody kept away; a promise does not."""
    said = words(text or "")
    kept = any(
        _KEPT_FROM.intersection(said[place + 1 : place + 1 + _NEAR]) for place, one in enumerate(said) if one in NOT
    )
    return kept or how_said(text, _SAID) == TIED
