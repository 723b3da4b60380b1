"""Messages that came back: `bounced`, `could not be delivered`."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.names import words

_BOUNCED = frozenset(("bounced", "bounce", "undeliverable", "undelivered", "nondelivery"))
_FAILED = frozenset(("failed", "failure", "unsuccessful"))
_NOT = frozenset(("not", "cannot", "couldnt", "wasnt", "never"))
_SPOKEN = frozenset((
    "phoned", "telephoned", "called", "rang", "told", "spoke", "asked", "explained", "instead", "then", "call", "phone", "resent",
    "again",
))  # fmt: skip
"""Words of what was done about it."""


@lru_cache(maxsize=4096)
def came_back(*texts: str | None) -> bool:
    """Whether the texts of one message only say that it came back, and nobody was spoken to."""
    said = tuple(word for one in texts if one for word in words(one))
    undelivered = any(word in _FAILED and "delivery" in said[max(0, at - 2) : at + 3] for at, word in enumerate(said))
    not_there = any(word in _NOT and "delivered" in said[at + 1 : at + 4] for at, word in enumerate(said))
    return (not _BOUNCED.isdisjoint(said) or undelivered or not_there) and _SPOKEN.isdisjoint(said)
