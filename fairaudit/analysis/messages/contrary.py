"""Whether two texts that stand for one answer cannot both be right: other figures, or a no where the other says that it is so."""

from __future__ import annotations

import re

from fairaudit.analysis.clauses import says_not
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.analysis.text.gist import gist

_FIGURE = late_pattern(r"(?<![\w.,])\d{1,12}(?:[.,]\d{1,9})?")
_NUMBER_OF_A_THING = late_pattern(
    r"\b(?:questions?|query|enquiry|clarification|cq|tq|rfi|no\.?|number|bulletin|version|annex|appendix|section|clause|page"
    r"|document|drawing|schedule|round)[\s-]*\d+",
    re.IGNORECASE,
)
_YES_NO = frozenset({"yes", "no"})
_CLAUSE = late_pattern(r"[.;:,!?]\s|\s[-\u2013\u2014]\s|[.;:,!?]\Z|\bbut\b")
_SWEEPING = frozenset({"no", "none", "nothing", "nil", "nobody"})
_POINTING = frozenset(
    {"this", "that", "the", "each", "every", "any", "which", "no", "another", "other", "last", "first"}
)
_STEM = 4
"""How many letters at their beginning two forms of one word share: `hands`, `handed`."""


def is_contrary(text: str, answer: str) -> bool:
    """Whether two answers have no figure in common, one says yes and the other no, or one denies what the other says."""
    first, second = ({one for one in words(it) if one in _YES_NO} for it in (text, answer))
    if len(first) == len(second) == 1 and first != second and words(answer)[0] in second:
        return True
    figures, known = figures_of(text), figures_of(answer)
    return (bool(figures) and bool(known) and figures.isdisjoint(known)) or _denies(text, answer)


def figures_of(text: str) -> frozenset[str]:
    """Return the figures of a text, also in words, without what follows the point, which may be rounded off."""
    plain = _NUMBER_OF_A_THING.sub(" ", text)
    written = (re.sub(r"[.].*|,(?=\d{3}\b)", "", one).lstrip("0") or "0" for one in _FIGURE.findall(plain))
    return frozenset((*written, *_spelled(words(plain))))


def _spelled(said: tuple[str, ...]) -> list[str]:
    """Return numbers in words as digits: `forty two` is one; `this one` and `one of` count nothing."""
    found: list[str] = []
    tens = 0
    for at, word in enumerate((*said, "")):
        number = NUMBERS.get(word)
        if (
            word == "one"
            and not tens
            and ((said[at - 1 : at] and said[at - 1] in _POINTING) or said[at + 1 : at + 2] == ("of",))
        ):
            number = None
        if tens and number is not None and number < 10:
            found.append(str(tens + number))
            tens = 0
            continue
        if tens:
            found.append(str(tens))
        tens = number if number is not None and number >= 20 else 0
        if number is not None and not tens:
            found.append(str(number))
    return found


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
