"""By what a defect is known again, however its code is written: `form-4-missing`, `Missing form 4`, `form 4 not submitted`."""

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern

_SIGNS = re.compile(r"[\W_]+")
_NOT_THERE = late_pattern(
    r"\b(?:(?:is |was |are |were |has |have )?(?:not|never) (?:been )?"
    r"(?:submitted|provided|enclosed|attached|included|supplied|given|received|uploaded|there)"
    r"|missing|absent|omitted|lacking|lacks?|(?:is |are )?not there|no(?= [a-z])|without)\b"
)
_SMALL = frozenset({"the", "a", "an", "of", "is", "was", "are", "were", "on", "in"})
_NOT_DONE = late_pattern(r"\b(?:not|never) (?:been )?(signed|dated|stamped|sealed|initialled|certified|completed)\b")
_MARKS = {"signature": "unsigned", "stamp": "unstamped", "seal": "unsealed"}
"""What is missing where a thing is not signed: `no signature` is `unsigned`."""


@lru_cache(maxsize=4096)
def about_defect(text: str | None) -> str:
    """Return the words of a defect in one order, without a plural ending, with one word for what is not there.

    A number stays with the word before it: section 4, form 5 is not section 5, form 4.
    """
    plain = fold(text)
    found: list[str] = []
    for word in in_plain_words(text).split():
        if word.isdigit() and found and found[-1] != "missing":
            found[-1] += word
        elif word not in _SMALL or len(plain) < 4:
            found.append(word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word)
    if "missing" in found and (mark := next((one for one in found if one in _MARKS), None)):
        found = [_MARKS[mark] if one == mark else one for one in found if one != "missing"]
    return " ".join(sorted(found)) or plain


def fold(text: str | None) -> str:
    """Return a word for comparison, however it is written: `Unsigned form` and `unsigned-form` are one."""
    return " ".join(_SIGNS.sub(" ", (text or "").casefold()).split())


def in_plain_words(text: str | None) -> str:
    """Return a text without its signs, with one word for what is not there and for what is not done."""
    return _NOT_THERE.sub(" missing ", _NOT_DONE.sub(r"un\1", fold(text)))
