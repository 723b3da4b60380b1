"""Whether a name stands in a text as part of the name of a place or a thing, or as a plain noun: `the Alder Road depot`."""

from __future__ import annotations

import re
from collections.abc import Collection

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names.exact import words
from fairaudit.analysis.names.legalforms import ONE_WORD

_PLACES = frozenset(
    """
    road street lane avenue close drive way crescent court square hill bridge park parks playground play recreation sports
    depot yard area site school academy college house hall centre center building station field fields estate farm wood woods
    woodland garden gardens cemetery allotment allotments pavilion pitch pitches library museum theatre hospital surgery ward
    car tree trees hedge hedges timber bark saplings plants species logs planks leaves
    """.split()
)
_STREETS = frozenset({"road", "street", "lane", "avenue", "crescent", "bridge"})
"""What hardly means anything else behind a name, even in small letters."""
_FIRMS = ONE_WORD | {"group", "team", "services", "solutions", "and", "partners", "partnership", "trust", "uk"}
"""What follows the first word of a firm's name where the firm is meant."""
_LATIN = late_pattern(r"\s*[:(\u2013\u2014-]\s*[A-Z][a-z]{3,} [a-z]+(?:a|us|um|is|ii|ae|or|ens|ans)\b")
_ARTICLE = late_pattern(r"\bthe\s+$", re.IGNORECASE)
_COUNT = late_pattern(r"(?<![\w.])\d+\s+$")
_NEXT = late_pattern(r"\s+([^\W\d_]+)")


def is_of_a_place(text: str, core: tuple[str, ...], of_asking: Collection[str]) -> bool:
    """Whether each time a text has a whole name, a place or thing follows it, or an article stands before it.

    `The Alder Grounds play area` may be a place; `the Alder Grounds query` is the firm's.
    """
    found = list(re.finditer(r"\b" + r"\W+".join(map(re.escape, core)) + r"\b", text, re.IGNORECASE))
    return bool(found) and all(_is_a_place(text, one, of_asking) for one in found)


def is_of_a_named_place(text: str, core: tuple[str, ...]) -> bool:
    """Whether each time a text has a name it begins that of a street or a building: `Alder Road`, and not `the Alder site`."""
    found = list(re.finditer(r"\b" + r"\W+".join(map(re.escape, core)) + r"\b", text, re.IGNORECASE))
    return bool(found) and all(_begins_a_place(text, one) for one in found)


def _begins_a_place(text: str, found: re.Match[str]) -> bool:
    behind, after = _NEXT.match(text, found.end()), _after(text, found)
    return after in _STREETS or (behind is not None and after in _PLACES and behind[1][0].isupper())


def _is_a_place(text: str, found: re.Match[str], of_asking: Collection[str]) -> bool:
    after = _after(text, found)
    if not after or after in of_asking or after in _FIRMS:
        return False
    return after in _PLACES or _ARTICLE.search(text[: found.start()]) is not None


def is_a_noun(text: str, found: re.Match[str], own: Collection[str]) -> bool:
    """Whether the first word of a name stands, where it was found, for a thing, or begins the name of another thing.

    So it does where it is counted, where its Latin name follows, and where a word with a capital does. Beside one of its
    `own` words, which are those of the name and of asking, it does not.
    """
    if _LATIN.match(text, found.end()):
        return True
    after = _after(text, found)
    before = words(text[: found.start(found.lastindex or 0)])[-1:]
    if not after or after in _FIRMS or after in own or not set(before).isdisjoint(own):
        return False
    behind = _NEXT.match(text, found.end())
    named = behind is not None and behind[1][0].isupper() and not behind[1].isupper()
    return (
        named
        or after in _PLACES
        or (after.endswith("s") and _COUNT.search(text[: found.start(found.lastindex or 0)]) is not None)
    )


def _after(text: str, found: re.Match[str]) -> str:
    behind = _NEXT.match(text, found.end())
    return " ".join(words(behind[1])) if behind else ""
