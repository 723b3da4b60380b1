"""What is told of the one bidder that a message is of or to, as that bidder would say it itself."""

from __future__ import annotations

import re

from fairaudit.analysis.names import organisation_name, words
from fairaudit.analysis.names.behindnames import behind_form
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import told

_SHORTEST = 4
"""How many letters the first word of a name has that may stand for all of it."""


def in_first_person(case: Case, event: Event, text: str) -> str:
    """Return a text with `we` for the name of the bidder alone that it begins with: `Quillon Ltd will not bid`."""
    keys = told(case, event).keys
    if len(keys) != 1:
        return text
    for name in _names(case, next(iter(keys))):
        begun = re.match(rf"\s*{re.escape(name)}\b", text, re.IGNORECASE)
        if begun:
            return f"we{text[behind_form(text, begun.end()) :]}"
    return text


def _names(case: Case, key: str) -> list[str]:
    """Return what a bidder is called, the longest first: its names, these without their legal form, and their first word."""
    party = case.party(key)
    given = [one for one in (party.name, *(party.aliases or ())) if one] if party else [key]
    cores = [organisation_name(one).core for one in given]
    short = [one[0] for one in cores if one and len(one[0]) >= _SHORTEST and not _is_shared(case, key, one[0])]
    return sorted({*given, *(" ".join(one) for one in cores if one), *short}, key=lambda one: (-len(one), one))


def _is_shared(case: Case, key: str, word: str) -> bool:
    return any(word in words(one.name or "") for one in case.parties if one.id != key)
