"""Other ways to write a name that is known: in Latin letters, in short, in one word, with an initial, in another case.

For hiding names, not for finding people: what is made here need not be anybody's, and nothing follows from it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from fairaudit.analysis.names.letters import plain, readings
from fairaudit.analysis.names.nicknames import FORMAL, formal

_LONGEST = 200
_MOST_WORDS = 8
_SHORTEST = 4
"""Letters of an initial and a surname in one, and of a Cyrillic stem with its ending."""
_APART = re.compile(r"[\W_]+")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def _short() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for short, names in FORMAL.items():
        for one in names:
            found[one].append(short)
    return {name: tuple(sorted(shorts)) for name, shorts in found.items()}


_SHORT = _short()

# Endings that a noun or a surname takes in Russian, Ukrainian and Bulgarian; longest first, so that the stem is one.
_ENDINGS = (
    "ого", "его", "ому", "ему", "ыми", "ими", "ами", "ями", "ові", "еві", "ой", "ей", "ою", "ею", "ую", "юю", "ый", "ий", "ом",
    "ем", "ым", "им", "ая", "яя", "ії", "ию", "ии", "а", "я", "у", "ю", "ы", "и", "і", "е", "є", "о", "ь", "й", "",
)  # fmt: skip
_NOMINATIVES = ("", "а", "я", "ь", "й", "ий", "ый", "ой", "ая", "ия", "ія", "о")
_GREEK_ENDINGS = ("ου", "ον", "ο", "ε", "η", "α", "ος", "ης", "ας")
_GREEK_NOMINATIVES = ("ος", "ης", "ας", "ου", "η", "α")
_IS_GREEK = re.compile(r"[\u0370-\u03ff]{4,}")
_IS_CYRILLIC = re.compile(r"[\u0400-\u04ff]{4,}")


def in_one(name: str, common: frozenset[str]) -> frozenset[str]:
    """Return neighbouring words of a name as one word, unless all are `common`: `bobodell` of Bob Odell-Kraigher.

    Two words alone make one of some length, as `along` would be anybody's; all words together are one however short.
    """
    found: set[str] = set()
    for text in (plain(name[:_LONGEST]), *latin(name)):
        parts = [[one for one in _APART.split(part) if one] for part in text.split()]
        # A letter between spaces is an initial; that of O'Neil is written with its word.
        words = [one for part in parts if len("".join(part)) > 1 for one in part][:_MOST_WORDS]
        runs = [words[at:end] for at in range(len(words)) for end in range(at + 2, len(words) + 1)]
        for run in runs:
            made = "".join(run)
            if run == words or (len(made) > _SHORTEST and not common.issuperset(run)):
                found.add(made)
    return frozenset(found)


def latin(name: str) -> frozenset[str]:
    """Return a name in plain Latin letters, in every reading, and with umlauts written out."""
    name = name[:_LONGEST]
    return frozenset({*readings(plain(name)), plain(name.lower().translate(_WRITTEN_OUT))} - {name.lower()})


def with_capitals(name: str) -> frozenset[str]:
    """Return what names a person only with a capital, or before an `@`: short and full given names, initial and surname."""
    found: set[str] = set()
    for text in {plain(name[:_LONGEST]), *latin(name)}:
        words = [one for one in _APART.split(text) if one][:_MOST_WORDS]
        for one in words[:-1]:
            names = formal(one) - {one}
            # What may stand for many names says too little of their other short forms.
            found.update(names, _SHORT.get(one, ()), *(_SHORT[it] for it in names if len(names) == 1))
        if len(words) > 1:
            first, last = words[0], words[-1]
            found.update(one for one in (first[0] + last, last + first[0], first + last[0]) if len(one) > _SHORTEST)
    return frozenset(found)


def _in_greek(text: str) -> Iterator[str]:
    """Yield what a Greek word may be in the nominative, in Latin letters."""
    if not _IS_GREEK.fullmatch(text):
        return
    for ending in _GREEK_ENDINGS:
        stem = text.removesuffix(ending)
        if stem != text and len(stem) >= _SHORTEST - 1:
            for other in _GREEK_NOMINATIVES:
                yield from readings(stem + other)


def known_as(word: str) -> Iterator[str]:
    """Yield what a word of another script may be in Latin letters, and what a Cyrillic one may be in the nominative."""
    text = plain(word)
    # Morlandova, as Czechs and Slovaks call a Ms Morland.
    if text.endswith("ova") and len(text) > _SHORTEST + 2:
        yield text.removesuffix("ova")
    if word.isascii():
        return
    yield from readings(text)
    yield from _in_greek(text)
    if not _IS_CYRILLIC.fullmatch(text):
        return
    for ending in _ENDINGS:
        stem = text.removesuffix(ending)
        if (ending and stem == text) or len(stem) < _SHORTEST - 1:
            continue
        for other in _NOMINATIVES:
            yield stem + other
            yield from readings(stem + other)
