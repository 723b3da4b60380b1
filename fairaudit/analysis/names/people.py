"""A person's name as words that can be compared, whatever its order, titles, particles, letters and hyphens."""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.names.described import LONGEST, MOST, Described
from fairaudit.analysis.names.letters import plain, readings
from fairaudit.analysis.names.titles import (
    AT_FIRST_A_NAME,
    BEHIND_A_TITLE,
    GENERATIONS,
    HONOURS,
    PARTICLES,
    SHORT_OTHERWISE,
    TITLES,
    WRITTEN_APART,
)
from fairaudit.frozen import Frozen


class PersonName(Frozen):
    """A name in one writing: given words, then surname words, in Latin letters; initials are words of one letter.

    `known` says whether the source tells the surname, by a comma, by capitals or apart. Else the last word stands for it.
    `together` holds all words with particles written on to what follows (`deluca` for `De Luca`), nothing without particles.
    """

    given: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str = ""
    known: bool = False
    together: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words, in the order of speech."""
        return (*self.given, *self.surname)


_JOINED = str.maketrans("", "", "'’‘`´ʼ")
_INITIALS = re.compile(r"\b(\w)\.(?=\s*\w)")
_IRISH = re.compile(r"(?:^|(?<=\w\w\s))o\s+(?=\w{3})")
_FIRST_O = re.compile(r"\W*((?:[^\W_]{1,12}\.?\s+){0,3}?)[oO](?=\s+\w{3})")
_APART = re.compile(r"[^\w]|_")
_CAPITALS = re.compile(r"(?<![\w'’.-])[^\W\d_a-z]{2,3}(?![\w'’.-])")
_VOWELS = frozenset("aeiouy")


def person_names(described: Described) -> tuple[PersonName, ...]:
    """Return every name of a record in every reading of its letters, none twice."""
    found: dict[PersonName, None] = {}
    if described.given or described.surname:
        given, surname = described.given or "", described.surname or ""
        for one in _apart(given, surname):
            found[one] = None
        if apart := _letters_apart(given[:LONGEST], surname.isupper() and given.isupper()):
            found.update(dict.fromkeys(_apart(apart, surname)))
    for name in described.names[:MOST]:
        for one in read_name(name[:LONGEST]):
            found[one] = None
    return tuple(one for one in found if one.words)


@lru_cache(maxsize=8192)
def read_name(name: str) -> tuple[PersonName, ...]:
    """Return a name in each reading of its letters: one for Latin and Greek, up to four for Cyrillic.

    What may be initials written together (`JB Hood`) is read both ways: `LI Wei` looks the same. So is a first `O`, which may
    be an initial (`O Hart`) and the beginning of a surname.
    """
    name = _without_other_titles(name)
    others = (_with_initials_apart(name), _with_first_o_apart(name))
    return tuple(dict.fromkeys((*_read(name), *(found for one in others if one for found in _read(one)))))


def _without_other_titles(name: str) -> str:
    """Return a name without short titles of other scripts before it, which would be read as initials."""
    while not name.isascii() and (found := SHORT_OTHERWISE.match(name)):
        name = name[found.end() :]
    return name


def _with_first_o_apart(name: str) -> str:
    """Return a name that begins with `O`, titles aside, with that as an initial; empty where it does not, or a comma tells."""
    head, comma, tail = name.partition(",")
    found = _FIRST_O.match(head)
    if (
        not found
        or not set(_words(plain(found[1]))) <= TITLES
        or set(_words(plain(tail))) - HONOURS - GENERATIONS.keys()
    ):
        return ""
    return f"{found[0]}.{head[found.end() :]}{comma}{tail}"


def _with_initials_apart(name: str) -> str:
    """Return a name with the letters apart of a word that may be initials, before what is no initial; empty without one."""
    head, comma, tail = name.partition(",")
    if comma and set(_words(plain(tail))) - HONOURS - GENERATIONS.keys():
        # Behind its comma a surname stands no more, and before it nothing else does.
        apart = _letters_apart(tail, name.isupper())
        return f"{head},{apart}" if apart else ""
    apart = _letters_apart(head, name.isupper())
    return f"{apart}{comma}{tail}" if apart else ""


def _letters_apart(words: str, capitals: bool) -> str:
    """Return words with the first initials that are written together apart and before the others; empty without any."""
    for match in _CAPITALS.finditer(words):
        text = plain(match[0])
        # In a name all in capitals `JO` may be anything.
        if _may_be_initials(match[0]) and (not capitals or _VOWELS.isdisjoint(text)):
            return f" {' '.join(match[0])} {words[: match.start()]}{words[match.end() :]}"
    return ""


def _may_be_initials(word: str) -> bool:
    """Whether capitals may be initials: `LEE Anna` has her surname first."""
    text = plain(word)
    said = text in TITLES or text in HONOURS or text in GENERATIONS or text in PARTICLES or text in WRITTEN_APART
    return word.isupper() and not said and _VOWELS.isdisjoint(text[1:-1])


def _read(name: str) -> tuple[PersonName, ...]:
    pieces = [one for one in name.split(",") if _words(plain(one))]
    while len(pieces) > 1 and all(one in HONOURS for one in _words(plain(pieces[-1]))):
        pieces.pop()
    generation = ""
    if len(pieces) > 1 and len(tail := _words(plain(pieces[-1]))) == 1 and tail[0] in GENERATIONS:
        generation = GENERATIONS[tail[0]]
        pieces.pop()
    if len(pieces) >= 2:
        return _apart(" ".join(pieces[1:]), pieces[0], generation)
    whole = pieces[0] if pieces else ""
    heads = _shouted(whole)
    if heads:
        parts = whole.split()
        return _apart(" ".join(parts[heads:]), " ".join(parts[:heads]), generation)
    return tuple(dict.fromkeys(_guessed(one, generation) for one in readings(plain(whole))))


def loose_words(name: str) -> tuple[str, ...] | None:
    """Return all words that any reading of a name can have, and perhaps more, cheaply; nothing where only reading it tells.

    For sifting many names: what is read of a name is among these words, since titles and particles only take some away.
    """
    text = plain(name[:LONGEST])
    if not text.isascii():
        return None
    # Faster than the pattern of `_words`, and the same on ASCII.
    found = text.translate(_SPACED).split()
    if not _BINDING.isdisjoint(found):
        return None
    if any(len(one) in _TOGETHER for one in found):
        for together in filter(_may_be_initials, _CAPITALS.findall(name[:LONGEST])):
            found.extend(together.lower())
    if not PARTICLES.isdisjoint(found):
        # With and without the first: only a surname that is told has a particle at its beginning.
        words = tuple(found)
        found.extend((*written_on(words, _LEADING), *written_on(words)))
    return tuple(found)


_SPACED = {at: None if chr(at) in "'`" else " " for at in range(128) if not chr(at).isalnum()}
_BINDING = frozenset({"o", *WRITTEN_APART})
_TOGETHER = (2, 3)
"""Letters of a word that may be initials."""


def _apart(given: str, surname: str, generation: str = "") -> tuple[PersonName, ...]:
    """Return a name whose surname the source tells."""
    given = _without_other_titles(given)
    given, surname = (plain(one[:LONGEST]).replace("\x00", " ") for one in (given, surname))
    # One language for both: `й` of a given name settles how its surname is read.
    found: dict[PersonName, None] = {}
    for one in readings(f"{given} \x00 {surname}"):
        first, _, last = one.partition("\x00")
        before, said = _without_titles(_words(first))
        behind, also = _without_titles(_words(last))
        given_words, surname_words = _bound(before), _bound(behind, _LEADING)
        together = _together((*written_on(before), *written_on(behind, _LEADING)), (*given_words, *surname_words))
        found[PersonName(given_words, surname_words, generation or said or also, bool(behind), together)] = None
    return tuple(found)


def _guessed(text: str, generation: str) -> PersonName:
    found, said = _without_titles(_words(text))
    bound = _bound(found)
    return PersonName(bound[:-1], bound[-1:], generation or said, together=_together(written_on(found), bound))


def _words(text: str) -> tuple[str, ...]:
    spaced = _INITIALS.sub(r"\1. ", text) if "." in text else text
    spaced = spaced.strip()
    return tuple(_APART.sub(" ", _IRISH.sub("o", spaced.translate(_JOINED))).split())


def _without_titles(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the words without titles, honours and generation, and the generation."""
    found, generation = list(words), ""
    if len(found) > 2 and found[0] == "the" and found[1] in TITLES:
        found.pop(0)
    while len(found) > 1 and found[0] in TITLES and not (found[0] in AT_FIRST_A_NAME and len(found) < 3):
        found.pop(0)
    while 1 < len(found) < len(words) and found[0] in BEHIND_A_TITLE:
        found.pop(0)
    while len(found) > 1 and (found[-1] in HONOURS or (found[-1] in GENERATIONS and len(found) > 2)):
        generation = GENERATIONS.get(found.pop(), generation)
    return tuple(found), generation


_LEADING = PARTICLES - AT_FIRST_A_NAME
_NONE: frozenset[str] = frozenset()


def _bound(words: tuple[str, ...], leading: frozenset[str] = _NONE) -> tuple[str, ...]:
    """Return the words without particles, and with `Mac` and `Saint` bound to what follows.

    The first word is only dropped where it is one of `leading`: `Van` may be a given name, but not before a surname.
    """
    found: list[str] = []
    last = len(words) - 1
    for at, word in enumerate(words):
        if found and found[-1] in WRITTEN_APART:
            found[-1] = WRITTEN_APART[found[-1]] + word
        elif at < last and word in (PARTICLES if at else leading):
            continue
        else:
            found.append(macs(word))
    return tuple(found)


def written_on(words: tuple[str, ...], leading: frozenset[str] = _NONE) -> tuple[str, ...]:
    """Return the words with particles written on to what follows: `delacruz` for `de la cruz`."""
    found: list[str] = []
    held = ""
    for at, word in enumerate(words):
        if at < len(words) - 1 and word in (PARTICLES if at else leading):
            held += word
            continue
        found.append(held + word)
        held = ""
    return tuple(found)


def _together(written: tuple[str, ...], bound: tuple[str, ...]) -> tuple[str, ...]:
    return written if sum(map(len, written)) > sum(map(len, bound)) else ()


def macs(word: str) -> str:
    """Return `mcdonald` as `macdonald`: both are written for one surname."""
    return "mac" + word[2:] if word.startswith("mc") and len(word) > 4 else word


def _shouted(name: str) -> int:
    """Return how many words in capitals begin a name whose other words are not all in capitals."""
    parts = name.split()
    heads = 0
    while heads < len(parts) and _capitals(parts[heads]):
        heads += 1
    return heads if 0 < heads < len(parts) and not any(one.isupper() for one in parts[heads:]) else 0


def _capitals(word: str) -> bool:
    letters = sum(one.isalpha() for one in word)
    return word.isupper() and letters > 1 and "." not in word and not set(_words(plain(word))) <= TITLES
