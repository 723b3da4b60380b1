"""How much a share is by its own record: nothing at all, or a part in per cent that its words give."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.procurement.model.parties import Tie
from fairaudit.procurement.registers.bands import band_in

_SIGN = r"(?:[£$€]|gbp|eur|usd|chf|pln|sek|dkk|nok)"
_NOTHING = late_pattern(
    rf"(?:{_SIGN}\s*)?(?:0+(?:[.,]0+)?|zero)(?:\s*(?:%|per ?cent|percent|{_SIGN}|pounds|euros?|dollars)(?!\w))?"
    r"(?:\s+(?:of\s+(?:the\s+)?)?(?:shares?|capital|equity|stock))?\s*\.?",
    re.IGNORECASE,
)
_OF_MORE = late_pattern(r"\b(?:sole|own\w*|options?|warrants?|control\w*|voting)\b", re.IGNORECASE)
"""Kinds of a share that say more than its worth does: who owns a firm that is worth nothing, owns it."""
_NOW_NOTHING = late_pattern(r"(?<![\d.,])0+(?:[.,]0+)?\s*(?:%|per ?cent\b|percent\b)", re.IGNORECASE)
_PER_CENT = late_pattern(r"\d\s*(?:%|per ?cent\b|percent\b|pct\b)", re.IGNORECASE)
_QUOTED = 60


def of_nothing(tie: Tie) -> bool:
    """Whether a record gives a share as nothing, by its worth or its words, and says nothing else: `£0`, `0 per cent`."""
    said = _words_beside(tie)
    worth = tie.value.amount if tie.value else None
    read = read_tie(tie.kind).kind == "ownership" and not (worth is not None and _OF_MORE.search(tie.kind or ""))
    return read and not worth and (worth is not None or bool(said)) and all(_NOTHING.fullmatch(one) for one in said)


def perhaps_of_nothing(tie: Tie) -> bool:
    """Whether a record gives a share as nothing, and says more: either may be what is meant."""
    said = _words_beside(tie)
    nothing = any(map(_NOTHING.fullmatch, said)) or any(map(_NOW_NOTHING.search, said))
    nothing = nothing or (tie.value is not None and tie.value.amount == 0)
    return nothing and not of_nothing(tie)


def size_in_words(tie: Tie) -> str:
    """Return a share as its record words it where that says how much it is in per cent, or nothing."""
    said = (*_words_beside(tie), (tie.kind or "").strip())
    found = next((one for one in said if _PER_CENT.search(one) or band_in(one)), "")
    return f"a share (“{found}”)" if found and len(found) <= _QUOTED else ""


def _words_beside(tie: Tie) -> tuple[str, ...]:
    return tuple(one.strip() for one in (tie.text, tie.role) if one and one.strip())
