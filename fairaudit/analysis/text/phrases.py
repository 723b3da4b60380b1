"""Phrases, and where they stand in a text.

A phrase is written as its words, whatever their case, with five signs: `a|b` is one of several words, `word*` a word
that begins so, `word?` a word that may be missing, `word#` a word followed by digits (`#` alone a number), and `...` up to
four words in between. Phrases never reach from one sentence into the next. A sign such as `@incumbent`, which stands for
names, also takes those that only may be one of them, which a marked text shows as `@incumbent~`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from fairaudit.analysis.text.prose import WORD, Prose, fold, read_prose

GAP = 4
PERHAPS = "~"
_REMEMBERED = 20_000


class Match(NamedTuple):
    """A phrase found: which one, and its first word and the first after it."""

    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: the words it takes, or how many words it leaves out."""

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def takes(self, word: str) -> bool:
        """Whether a folded word fits."""
        if word in self.words or (self.prefixes and word.startswith(self.prefixes)):
            return True
        return any(word.startswith(one) and word[len(one) : len(one) + 1].isdigit() for one in self.numbered)


@lru_cache(maxsize=4096)
def read_phrase(phrase: str) -> tuple[Slot, ...]:
    """Return a phrase as slots; raises `ValueError` where its first word may be anything."""
    slots = tuple(slot for token in phrase.split() for slot in _slots(token))
    if not slots or slots[0].gap or slots[0].optional:
        raise ValueError(f"a phrase begins with a word: {phrase!r}")
    return slots


def _slots(token: str) -> Iterator[Slot]:
    if token in ("...", "…"):
        yield Slot(gap=GAP)
        return
    optional = token.endswith("?")
    choices = token.rstrip("?").split("|")
    split = [WORD.findall(one) for one in choices]
    if len(choices) == 1 and len(split[0]) > 1 and not choices[0].startswith("@"):
        # `no-poaching` is two words, as it is in the text.
        for index, word in enumerate(split[0]):
            last = index == len(split[0]) - 1 and choices[0].endswith("*")
            yield Slot(frozenset() if last else frozenset({fold(word)}), (fold(word),) if last else (), (), optional)
        return
    exact = frozenset(fold(one) for one in choices if not one.endswith(("*", "#")))
    exact |= {one + PERHAPS for one in exact if one.startswith("@")}
    prefixes = tuple(fold(one[:-1]) for one in choices if one.endswith("*"))
    yield Slot(exact, prefixes, tuple(fold(one[:-1]) for one in choices if one.endswith("#")), optional)


Phrase = tuple[str, tuple[Slot, ...]]


@dataclass(frozen=True, eq=False, slots=True)
class Index:
    """Phrases by their first words, so that a text is read once for all of them."""

    exact: dict[str, tuple[Phrase, ...]]
    loose: tuple[Phrase, ...]
    nothing: set[str]
    """Words that begin no phrase, as found before: tenders share most of their words."""

    def beginning_with(self, word: str) -> tuple[Phrase, ...]:
        """Return the phrases whose first word fits."""
        fits = self.exact.get(word, ())
        fits += tuple(one for one in self.loose if word not in one[1][0].words and one[1][0].takes(word))
        if not fits and len(self.nothing) < _REMEMBERED:
            self.nothing.add(word)
        return fits


@lru_cache(maxsize=1024)
def index_of(phrases: tuple[str, ...]) -> Index:
    """Return phrases by their first words."""
    exact: dict[str, tuple[Phrase, ...]] = {}
    loose: list[Phrase] = []
    for phrase in dict.fromkeys(phrases):
        slots = read_phrase(phrase)
        for word in slots[0].words:
            exact[word] = (*exact.get(word, ()), (phrase, slots))
        if slots[0].prefixes or slots[0].numbered:
            loose.append((phrase, slots))
    return Index(exact, tuple(loose), set())


def find(prose: Prose, phrases: tuple[str, ...]) -> list[Match]:
    """Return where phrases stand in a text, in the order of the text; the shortest reading of each."""
    return find_by(prose, index_of(phrases)) if phrases else []


def find_by(prose: Prose, index: Index) -> list[Match]:
    """Return what `find` does, for phrases whose index is at hand."""
    found: list[Match] = []
    # Both are views of dictionaries: the shorter of them is walked, and most texts share nothing with most phrases.
    words = prose.positions.keys() - index.nothing if index.loose else prose.positions.keys() & index.exact.keys()
    for word in words:
        for phrase, slots in index.beginning_with(word):
            places = prose.positions[word]
            found += [Match(phrase, at, end) for at in places if (end := match_at(prose, slots, at))]
    if len(found) > 1:
        found.sort(key=lambda one: (one.start, one.end, one.phrase))
    return found


@lru_cache(maxsize=4096)
def holds(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of some phrases stands in a text."""
    return bool(find(read_prose(text), phrases))


@lru_cache(maxsize=1024)
def sentences_saying(prose: Prose, phrases: tuple[str, ...]) -> frozenset[int]:
    """Return the first word of every sentence in which one of some phrases stands."""
    return frozenset(prose.sentence_of(one.start)[0] for one in find(prose, phrases))


def match_at(prose: Prose, slots: tuple[Slot, ...], start: int) -> int:
    """Return the first word after a phrase that begins at `start`, or 0; never more ends than the gaps allow."""
    words, end, index = prose.words, start + 1, 1
    # Words that must follow one another are looked at first: most phrases fail at the second of them.
    while index < len(slots) and not (slots[index].gap or slots[index].optional):
        if end >= len(words) or not slots[index].takes(words[end]):
            return 0
        end, index = end + 1, index + 1
    limit = prose.sentence_of(start)[1]
    return 0 if end > limit else _match_loosely(words, slots[index:], end, limit)


def _match_loosely(words: tuple[str, ...], slots: tuple[Slot, ...], start: int, limit: int) -> int:
    """Return the first word after slots some of which are gaps or may be missing, or 0."""
    ends = {start}
    for slot in slots:
        if slot.gap:
            ends = {end + more for end in ends for more in range(slot.gap + 1) if end + more <= limit}
        else:
            taken = {end + 1 for end in ends if end < limit and slot.takes(words[end])}
            ends = taken | ends if slot.optional else taken
        if not ends:
            return 0
    return min(ends)
