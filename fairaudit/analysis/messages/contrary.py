"""Whether two texts that stand for one answer cannot both be right: other figures, or a no where the other says that it is so."""

from __future__ import annotations

from fairaudit.analysis.clauses import says_not
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.figures import other_figures
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist

_YES_NO = frozenset({"yes", "no"})
_CLAUSE = late_pattern(r"[.;:,!?]\s|\s[-\u2013\u2014]\s|[.;:,!?]\Z|\bbut\b")
_SWEEPING = frozenset({"no", "none", "nothing", "nil", "nobody"})
_STEM = 4
"""How many letters at their beginning two forms of one word share: `hands`, `handed`."""


def is_contrary(text: str, answer: str) -> bool:
    """Whether two answers have, or may have, other figures of one thing, or one says no to what the other says."""
    if says_yes_and_no(text, answer):
        return True
    return other_figures(text, answer) is not False or _denies(text, answer)


def says_yes_and_no(text: str, answer: str) -> bool:
    """Whether an answer begins with yes or no, and another text says the other of the two and not this one."""
    first, second = ({one for one in words(it) if one in _YES_NO} for it in (text, answer))
    return len(first) == len(second) == 1 and first != second and words(answer)[0] in second


def _denies(text: str, answer: str) -> bool:
    """Whether what one text says first is denied by what the other says first, about the same or about everything."""
    first, second = _first_clause(text), _first_clause(answer)
    if not first or not second or says_not(first) == says_not(second):
        return False
    denial, other = (first, answer) if says_not(first) else (second, text)
    if words(denial)[0] in _SWEEPING:
        return True
    stems = {one[:_STEM] for one in gist(other) if one.isalpha()}
    return any(one[:_STEM] in stems for one in gist(denial) if one.isalpha())


def _first_clause(text: str) -> str:
    """Return the first clause that says more than yes or no, in small letters."""
    return next((one for one in _CLAUSE.split(text.casefold()) if set(words(one)) - _YES_NO), "")
