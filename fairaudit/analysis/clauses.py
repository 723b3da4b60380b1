"""What the clauses of a message say of a thing: that it is there, or that it is not, will not be, or was only planned."""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_ENDS = late_pattern(
    r"[;\n!?]+|\.(?=\s|$)|,?(?<![^\S\n])[^\S\n]+(?:but|however|although|though|whereas)\b[,\s]*", re.IGNORECASE
)
_OFF = frozenset((
    "cancelled", "canceled", "withdrawn", "closed", "shut", "refused", "abandoned", "unavailable", "unable", "impossible",
    "dropped", "postponed",
))  # fmt: skip
_HARMLESS = frozenset((
    "later", "only", "mandatory", "compulsory", "obligatory", "required", "necessary", "needed", "disadvantaged", "excluded",
    "limited", "charge", "charged", "fee", "cost", "obligation", "need", "limit", "more", "fewer", "less", "earlier",
    "appointment", "registration", "booking", "doubt", "objection", "problem", "condition", "restriction", "restricted", "oblige",
))  # fmt: skip
"""What a `not` or a `no` may go with that takes nothing back: `not mandatory`, `no later than`, `no charge`."""
_OF_SOME = frozenset(("who", "which", "that", "if", "where", "whoever", "need"))
"""Words before a `not` that is about some, or of need: `whoever cannot come on the 10th`."""
_PLANNED = (("was", "to", "be"), ("were", "to", "be"), ("should", "have", "been"), ("would", "have", "been"))
_REACH = 3


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[str, ...]:
    """Return the clauses of a text that can be read for themselves."""
    return tuple(one.strip() for one in _ENDS.split(text) if one and one.strip())


@lru_cache(maxsize=4096)
def says_not(clause: str) -> bool:
    """Whether a clause says that something is not so, was called off, or was only planned."""
    said = words(clause)
    if any(said[at : at + 3] in _PLANNED for at in range(len(said))) or not _OFF.isdisjoint(said):
        return True
    return any(
        (word in NOT or word in NONE)
        and _OF_SOME.isdisjoint(said[max(0, at - _REACH) : at])
        and _HARMLESS.isdisjoint(said[at + 1 : at + 1 + _REACH])
        for at, word in enumerate(said)
    )
