"""What legal form stands behind the words of a name in a running text, and a name's words without any form."""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.names.exact import organisation_name
from fairaudit.analysis.names.legalforms import LONGEST, SPELLINGS
from fairaudit.analysis.names.letters import plain, readings

Words = tuple[str, ...]


def forms_behind(rest: Words) -> tuple[tuple[int, str], ...]:
    """Return every legal form that the words behind a name begin with: of how many words, and its usual short writing."""
    found = ((length, _form(rest[:length])) for length in range(min(LONGEST, len(rest)), 0, -1))
    return tuple((length, form) for length, form in found if form)


@lru_cache(maxsize=8192)
def bare_name(name: str) -> tuple[Words, str]:
    """Return the words of a name without its legal form, whichever country's that is, and the form in its short writing."""
    core, form = organisation_name(name)
    if form:
        return core, _form(tuple(form.split())) or form
    for length in range(min(LONGEST, len(core) - 1), 0, -1):
        if found := _form(core[-length:]):
            return core[:-length], found
    return core, ""


@lru_cache(maxsize=8192)
def _form(found: Words) -> str:
    """Return the short writing of a legal form in any script, empty where words are none."""
    spellings = (found, *(tuple(one.split()) for one in readings(plain(" ".join(found)))))
    return next((SPELLINGS[one] for one in spellings if one in SPELLINGS), "")
