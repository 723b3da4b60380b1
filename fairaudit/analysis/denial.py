"""How a sentence speaks of an organisation: that there is a tie, that there is none, or so that it can be read both ways.

`No connection with Alder or Birch` names both and declares neither. Only plain denials count as such: a `no` before the name,
or `none` after it; what follows `except` or `but` is read for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import organisation_name, words
from fairaudit.analysis.names.legalforms import PLAINLY

TIED, DENIED, UNCLEAR, UNSAID = "tied", "denied", "unclear", ""

_ENDS = late_pattern(r"[;\n]+|(?<=[.!?])\s+")
_SHORT = frozenset({"ltd", "co", "inc", "corp", "plc", "llc", "dr", "mr", "mrs", "ms", "st", "no", "nr", "eg", "ie"})
_STARTS = frozenset({"i", "my", "we", "our", "he", "she", "they", "his", "her", "their", "the", "there", "no", "none"})
_NEXT = late_pattern(
    r"(?:\band|,)\s+(?=(?:i|we|(?:my|our|his|her|their)(?:\s+\w+){1,2})\s+"
    r"(?:am|is|are|was|were|have|has|had|owns?|holds?|works?|worked|knows?|used|sits?|serves?|advises?)\b)",
    re.IGNORECASE,
)
_BUT = late_pattern(
    r"\b(?:except(?: for| that)?|other than|apart from|save (?:for|that)|besides|but|however|although|though|whereas)\b",
    re.IGNORECASE,
)
NOT = frozenset({
    "no", "not", "never", "neither", "nor", "without", "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "wasnt", "arent",
    "hasnt", "havent", "hadnt", "wont", "wouldnt", "mustnt", "couldnt", "shouldnt", "shant", "werent",
})  # fmt: skip
NONE = frozenset({"none", "nil", "na", "nothing", "nobody"})
_STILL_SAID = frozenset(
    {"longer", "only", "doubt", "objection", "declare", "declared", "disclose", "disclosed", "mention", "mentioned"}
)
_DOUBTED = frozenset({"think", "believe", "consider", "regard", "feel", "sure", "certain"})
_ENDED = frozenset({"since", "until", "anymore"})
_LATELY = frozenset({"last", "past", "recent", "recently", "years", "months", "whether", "if"})
_APART = frozenset({"applicable", "connected", "related", "known"})


def how_named(text: str | None, names: Iterable[str | None]) -> str:
    """Return what a text says of an organisation, called by any of some names.

    `tied`: there is a tie to it; `denied`: there is none; `unclear`: that can be read two ways; empty: it is not named.
    """
    cores = {organisation_name(one).core for one in names if one}
    return how_said(text, tuple(sorted(one for one in cores if one)))


def how_said(text: str | None, phrases: tuple[tuple[str, ...], ...]) -> str:
    """Return the same for a thing that is called by any of some phrases, each as folded words."""
    found = {said for part, more in _parts(text or "") for one in phrases for said in _in_part(part, more, one)}
    return next((one for one in (TIED, UNCLEAR, DENIED) if one in found), UNSAID)


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the parts of a text that are read for themselves, and whether another part takes back some of what one says."""
    found: list[tuple[tuple[str, ...], bool]] = []
    for sentence in _sentences(text.replace("&", " and ")):
        for statement in _NEXT.split(sentence):
            parts = [one for piece in _BUT.split(statement) if (one := words(piece))]
            found += [(one, any(not _negative(other) for other in parts[at + 1 :])) for at, one in enumerate(parts)]
    return tuple(found)


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences; the dot of `Ltd.` ends none, unless what follows can only begin one."""
    held = ""
    for piece in _ENDS.split(text):
        first = words(piece)[:1]
        last = words(held)[-1:]
        if held and last and last[0] in _SHORT and held.rstrip().endswith(".") and not (first and first[0] in _STARTS):
            held = f"{held} {piece}"
        else:
            if held:
                yield held
            held = piece
    if held:
        yield held


def _negative(part: tuple[str, ...]) -> bool:
    return any(one in NOT or one in NONE for one in part)


def _in_part(part: tuple[str, ...], more: bool, phrase: tuple[str, ...]) -> Iterator[str]:
    for at in range(len(part) - len(phrase) + 1):
        if part[at : at + len(phrase)] == phrase:
            said = _before(part, at)
            if said == TIED and _denied_after(part[at + len(phrase) :]):
                said = DENIED
            yield UNCLEAR if said == DENIED and more else said


def _before(part: tuple[str, ...], name: int) -> str:
    """Return how a part speaks of what is named at a place, by the `no` that stands before it."""
    for at, word in enumerate(part[:name]):
        if word in NONE:
            return DENIED
        if word in NOT:
            rest = part[at + 1 :]
            if (
                rest[0] in _STILL_SAID
                or _ENDED & set(rest)
                or rest[-2:] == ("any", "longer")
                or rest[-2:] == ("any", "more")
            ):
                continue
            return UNCLEAR if (_DOUBTED | _LATELY) & set(rest) else DENIED
    return TIED


def _denied_after(rest: tuple[str, ...]) -> bool:
    """Whether what follows a name says `none`: `Alder Services Ltd: none`, `Alder Services, no interest`."""
    if rest and rest[-1] in NONE:
        return True
    if rest and rest[0] in PLAINLY:
        rest = rest[1:]
    if rest[:1] in (("i",), ("we",)):
        rest = rest[2:]
    if not rest:
        return False
    return (
        (rest[0] == "no" and rest[1:2] != ("longer",))
        or rest[0] == "never"
        or (rest[0] == "not" and bool(_APART & set(rest[1:2])))
    )
