"""Whether a recorded reason says anything: `-`, `n/a`, `none given` and `not urgent` fill a field and give no reason."""

from __future__ import annotations

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.latepattern import late_pattern

_WORD = late_pattern(r"\w+")
_FILLS_IN = NOT | NONE | frozenset([
    "n", "a", "x", "xx", "xxx", "yes", "true", "false", "ok", "okay", "reason", "reasons", "reasoning", "justification",
    "justified", "grounds", "explanation", "applicable", "applies", "apply", "given", "recorded", "stated", "known",
    "unknown", "provided", "needed", "necessary", "required", "available", "urgent", "urgency", "special", "specific",
    "particular", "there", "is", "are", "was", "were", "be", "been", "has", "have", "had", "we", "it", "any", "the", "an",
    "of", "this", "that", "for", "here", "yet", "to", "follow", "follows", "later", "pending", "confirmed", "completed",
    "added", "decided", "considered", "comment", "comments", "at", "all",
    "tbc", "tbd", "tba", "why", "kein", "keine", "keiner", "entfällt", "aucun", "aucune", "néant",
    "ninguno", "ninguna", "nessuno", "nessuna", "geen",
])  # fmt: skip
"""Words of which no reason can be made: denials, words for reasons, and what joins them."""


def says_why(text: str | None) -> bool:
    """Return whether a text can be a reason: it holds a word that is no denial, no filler and no word for a reason.

    Read narrowly, so that `no other firm can reach the island` stays a reason: every word must say nothing.
    """
    return any(one not in _FILLS_IN for one in _WORD.findall((text or "").casefold().replace("_", " ")))
