"""Two streets of which one may be the other with a slip of the pen: a blank amiss, or a letter or two of a long enough name.

What most often makes another street is never taken for a slip: a number, a letter that stands alone, a word more, another kind of
street, a short word that differs, and another first letter (`Oak Road`, `Oat Road`; `Mill Hill`, `Mall Hill`; `Upper`, `Lower`).
"""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz.distance import OSA

from fairaudit.frozen import Frozen

_KINDS = {
    word: line.split()[0]
    for line in (
        "street st", "strasse straat str", "road rd", "avenue av ave avenida avda", "lane ln", "place pl plaza piazza platz",
        "square sq", "court ct", "drive dr", "crescent cres", "boulevard bd blvd", "terrace tce", "close cl", "gardens gdns",
        "parade pde", "circuit cct", "highway hwy", "grove gr", "park pk", "yard yd", "rue r", "via v", "viale vle", "calle c",
        "ulica ulitsa ul", "route rte", "chemin ch", "corso cso", "allee al", "paseo pso", "gata gatan", "vagen vag", "veien vei",
        "gasse", "weg", "laan", "plein", "gracht", "kade", "vej", "gade", "katu", "utca", "rua", "way", "walk", "row", "mews",
        "rise", "hill", "drove", "loop", "track", "quay", "wharf",
    )
    for word in line.split()
}  # fmt: skip
"""Words for what kind of street it is, each by the one that it is a short form of."""
_ENDS = sorted(
    """
    street strasse straat str road avenue lane place platz square court drive crescent boulevard terrace close gardens parade
    circuit highway grove allee gasse weg laan plein gracht kade gata gatan vagen vej veien gade katu utca
    """.split(),
    key=lambda end: (-len(end), end),
)
"""Kinds that are known where they are written on to the name; the longest first."""
_SIDES = tuple("north south east west upper lower nord sud ost noord zuid oost norte este".split())

SWAPPED, TOLD, CHANGED, TWO = 4, 7, 8, 14
"""Letters of a word from which on two may be swapped, one left out or put in, one be another, and two be wrong; heuristics.

Lists of the streets of large towns hold one in forty that has another so like it (`Kreljeva`, `Kraljeva`), so it weighs less.
"""
_LEAST = 3
"""Letters of a name before a kind that is written on to it."""
_ROMAN = re.compile("[ivx]+")


class _Street(Frozen):
    """The words of a street without its kind, and the kind, as it is written; empty where it has none that is known."""

    name: tuple[str, ...]
    kind: str


def slipped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two streets, in plain small letters, may be one with a slip in it; the same whichever comes first."""
    whole, there = "".join(one), "".join(other)
    if whole == there:
        return True
    if _numbers(one) != _numbers(other) or _lone(one) != _lone(other) or whole[:1] != there[:1]:
        return False
    first, second = _apart(one), _apart(other)
    if bool(first.kind) == bool(second.kind):
        return _KINDS.get(first.kind) == _KINDS.get(second.kind) and _names(first.name, second.name)
    return _kind_slipped(first, second) if first.kind else _kind_slipped(second, first)


def folded(text: str) -> str:
    """Return letters with `ae`, `oe`, `ue` and `aa` as one: they are how `ä`, `ö`, `ü` and `å` are written out."""
    return _TWO_LETTERS.sub(lambda found: found[0][0], text)


_TWO_LETTERS = re.compile("aa|[aou]e")


def _numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the digits of a street in order, and what may be a Roman number: `Alfonso XII`."""
    digits = "".join(letter for word in words for letter in word if letter.isdigit())
    return (digits, *(word for word in words if _ROMAN.fullmatch(word)))


def _lone(words: tuple[str, ...]) -> tuple[str, str]:
    """Return the letters that stand alone before and behind a street: `N Main St`, `Road B`."""
    return words[0] if len(words[0]) == 1 else "", words[-1] if len(words[-1]) == 1 else ""


def _apart(words: tuple[str, ...]) -> _Street:
    if len(words) > 1 and words[-1] in _KINDS:
        return _Street(words[:-1], words[-1])
    if len(words) > 1 and words[0] in _KINDS:
        return _Street(words[1:], words[0])
    # `Bedford s treet`, `Lindenweg`.
    whole = "".join(words)
    end = next((end for end in _ENDS if whole.endswith(end) and len(whole) - len(end) >= _LEAST), "")
    if not end:
        return _Street(words, "")
    left, name = len(whole) - len(end), list(words)
    while name and len("".join(name[:-1])) >= left:
        name.pop()
    name[-1] = name[-1][: left - len("".join(name[:-1]))]
    if len(name) > 1 and len(name[-1]) < _LEAST:
        # `Bedford tstreet`.
        name[-2:] = ["".join(name[-2:])]
    return _Street(tuple(name), end)


def _kind_slipped(known: _Street, other: _Street) -> bool:
    """Whether a slip is in the kind of one street alone (`Farrer Poace`), or in a street whose kind is written on to its name."""
    name, last = other.name[:-1], other.name[-1]
    if "".join(known.name) == "".join(other.name):
        # No kind is said there, which is no slip.
        return False
    if name and "".join(known.name) == "".join(name):
        return _swapped(known.kind, last) or (len(known.kind) > SWAPPED and OSA.distance(known.kind, last) == 1)
    whole, there = "".join((*known.name, known.kind)), "".join(other.name)
    return len(known.name) != len(other.name) - 1 and _near(whole, there, len("".join(known.name)))


def _names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of streets are one: word by word, since a long name may differ in a short word, else without blanks."""
    one, other = (tuple(map(folded, each)) for each in (one, other))
    whole, there = "".join(one), "".join(other)
    shorter = min(len(whole), len(there))
    if whole == there:
        return True
    if len(one) == len(other):
        apart = [(word, its) for word, its in zip(one, other, strict=True) if word != its]
        return all(_near(*pair, min(map(len, pair))) for pair in apart) and _near(whole, there, shorter)
    few, more = sorted((Counter(one), Counter(other)), key=lambda words: words.total())
    # `Corso Emanuele`, `Corso Emanuele II`.
    return bool(few - more) and _near(whole, there, shorter)


def _near(one: str, other: str, letters: int) -> bool:
    """Whether two words are one with a slip, the shorter of which has so many letters that tell."""
    if one[:1] != other[:1] or _side(one) != _side(other):
        return False
    if _swapped(one, other):
        return letters >= SWAPPED
    far = OSA.distance(one, other, score_cutoff=2)
    if far == 1:
        return letters >= (CHANGED if len(one) == len(other) else TOLD)
    return far == 0 or (far < 3 and letters >= TWO)


def _swapped(one: str, other: str) -> bool:
    return sorted(one) == sorted(other) and OSA.distance(one, other, score_cutoff=1) == 1


def _side(word: str) -> str:
    """Return the side that a word ends with: `Wilshiresouth` is none but `Wilshirenorth` with two slips."""
    return next((side for side in _SIDES if word.endswith(side)), "")
