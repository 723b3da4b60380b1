"""Reading prose: words, sentences, phrases and names. Knows no field; takes time in step with the length of the text.

A phrase is written as its words, whatever their case, with five signs: `a|b` is one of several words, `word*` a word
that begins so, `word?` a word that may be missing, `word#` a word followed by digits (`#` alone a number), and `...` up to
four words in between. Phrases never reach from one sentence into the next.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

GAP = 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s|;\s|\n\s*\n|\n\s*(?:[-*•–]|\(?[0-9a-z]{1,3}[.)])")
_BULLET = re.compile(r"\n\s*\(")
_LONG_GAP = 80
_REMEMBERED = 20_000
# After these a full stop ends no sentence; after the second sort it does where the next word has a capital.
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "art", "para", "reg", "eg", "ie", "cf", "e", "g"}
)
_MAYBE_LAST = frozenset({"ltd", "inc", "co", "etc", "approx", "incl", "plc", "i"})


@dataclass(frozen=True, eq=False, slots=True)
class Prose:
    """A text as folded words, each with its place in the text, and where sentences begin."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    positions: dict[str, tuple[int, ...]]

    def sentence_of(self, word: int) -> tuple[int, int]:
        """Return the first word of the sentence a word stands in, and the first after it."""
        at = bisect_right(self.starts, word)
        return self.starts[at - 1], self.starts[at] if at < len(self.starts) else len(self.words)

    def written(self, start: int, end: int) -> str:
        """Return words as they were written."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]


class Match(NamedTuple):
    """A phrase found: which one, and its first word and the first after it."""

    phrase: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return a word for comparison: case, width and a possessive ending taken away."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).replace("’", "'")
    word = word.casefold()
    return word.removesuffix("'s")


@lru_cache(maxsize=512)
def read_prose(text: str) -> Prose:
    """Return a text as words and sentences."""
    clean = text if text.isascii() else text.translate(_INVISIBLE)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    starts: list[int] = []
    last = 0
    for match in _WORD.finditer(clean):
        if not words or _ends(clean[last : match.start()], words[-1], match[0]):
            starts.append(len(words))
        words.append(fold(match[0]))
        spans.append(match.span())
        last = match.end()
    return Prose(clean, tuple(words), tuple(spans), tuple(starts), _positions(words))


def _positions(words: list[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        found.setdefault(word, []).append(index)
    return {word: tuple(places) for word, places in found.items()}


def _ends(gap: str, before: str, after: str) -> bool:
    """Whether what stands between two words ends a sentence."""
    if len(gap) < 2:
        return False
    if len(gap) > _LONG_GAP:
        return True
    stop = _STOP.search(gap) or _BULLET.search(gap)
    if stop is None:
        return False
    if stop[0].startswith(";"):
        return fold(after) != "or"
    if stop[0].startswith("."):
        return before not in _ABBREVIATIONS and not (before in _MAYBE_LAST and after[0].islower())
    return True


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
    split = [_WORD.findall(one) for one in choices]
    if len(choices) == 1 and len(split[0]) > 1 and not choices[0].startswith("@"):
        # `no-poaching` is two words, as it is in the text.
        for index, word in enumerate(split[0]):
            last = index == len(split[0]) - 1 and choices[0].endswith("*")
            yield Slot(frozenset() if last else frozenset({fold(word)}), (fold(word),) if last else (), (), optional)
        return
    exact = frozenset(fold(one) for one in choices if not one.endswith(("*", "#")))
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
            found += [Match(phrase, at, end) for at in places if (end := _match(prose, slots, at))]
    if len(found) > 1:
        found.sort(key=lambda one: (one.start, one.end, one.phrase))
    return found


@lru_cache(maxsize=4096)
def holds(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of some phrases stands in a text."""
    return bool(find(read_prose(text), phrases))


def sentences_saying(prose: Prose, phrases: tuple[str, ...]) -> frozenset[int]:
    """Return the first word of every sentence in which one of some phrases stands."""
    return frozenset(prose.sentence_of(one.start)[0] for one in find(prose, phrases))


def _match(prose: Prose, slots: tuple[Slot, ...], start: int) -> int:
    """Return the first word after a phrase that begins at `start`, or 0; never more ends than the gaps allow."""
    limit = prose.sentence_of(start)[1]
    ends = {start + 1}
    for slot in slots[1:]:
        if slot.gap:
            ends = {end + more for end in ends for more in range(slot.gap + 1) if end + more <= limit}
        else:
            taken = {end + 1 for end in ends if end < limit and slot.takes(prose.words[end])}
            ends = taken | ends if slot.optional else taken
        if not ends:
            return 0
    return min(ends)


_LEGAL_FORMS = frozenset(
    _WORD.findall(
        "ltd limited plc llp inc incorporated gmbh ag kg sa sas sarl srl spa bv nv ab as oy oyj aps cic corp co "
        "kft doo sro ood"
    )
)
# Words so common in the names of bodies and systems that one of them alone names nobody.
_COMMON = frozenset(
    _WORD.findall(
        "the of and for trust board council authority company group service services health care healthcare hospital "
        "hospitals university school schools college department ministry agency partnership partners provider "
        "providers supplier suppliers contractor contractors consortium association foundation centre center clinic "
        "clinics community national public local regional city county district nhs system systems portal platform "
        "software solution solutions app application one online data office team network union society institute "
        "international management incumbent buyer commissioner customer client"
    )
)
_JOINING = frozenset({"the", "of", "and", "for"})
_VERB_OBJECTS = frozenset({"the", "a", "an", "your", "one", "all", "any", "each", "this", "these", "that"})


class Name(NamedTuple):
    """A name to look for: its words folded, and as written where case must be kept to tell it from common words."""

    words: tuple[str, ...]
    written: tuple[str, ...] | None = None

    def stands_at(self, prose: Prose, start: int) -> bool:
        """Whether the name stands at a word of a text."""
        end = start + len(self.words)
        if prose.words[start:end] != self.words or end > prose.sentence_of(start)[1]:
            return False
        if self.written is None:
            return True
        shown = [re.sub(r"['’][sS]\Z", "", prose.text[slice(*span)]) for span in prose.spans[start:end]]
        shouted = len(shown) > 1 and all(one.isupper() for one in shown)
        if not shouted and any(a != b and fold(a) not in _JOINING for a, b in zip(shown, self.written, strict=True)):
            return False
        # `Circle the answer` begins a sentence with a verb, not with a name.
        first = len(self.words) == 1 and prose.sentence_of(start)[0] == start
        return not (first and end < len(prose.words) and prose.words[end] in _VERB_OBJECTS)


def names_of(text: str) -> tuple[Name, ...]:
    """Return the ways to look for a name: whole and without its legal form; none where it could be any word."""
    written = tuple(_WORD.findall(text))
    found = [_name(written)]
    short = written
    while len(short) > 1 and fold(short[-1]) in _LEGAL_FORMS:
        short = short[:-1]
    if short != written:
        found.append(_name(short))
    humps = re.findall(r"[A-Z]+[a-z0-9]+", text) if len(written) == 1 else []
    if len(humps) > 1 and "".join(humps) == text:
        found.append(Name(tuple(fold(one) for one in humps)))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _name(written: tuple[str, ...]) -> Name | None:
    words = tuple(fold(one) for one in written)
    letters = sum(len(one) for one in words)
    if letters < 2 or (len(words) == 1 and words[0] in _COMMON | _LEGAL_FORMS):
        return None
    if letters < 4:
        return Name(words, written) if "".join(written).isupper() else None
    if len(words) == 1:
        marked = any(one.isupper() for one in written[0][1:]) and not written[0].isupper()
        return Name(words) if marked or any(one.isdigit() for one in written[0]) else Name(words, written)
    return Name(words, written)


class Mark(NamedTuple):
    """A sign such as `@buyer` that stands, in a marked text, for any of some names and phrases."""

    sign: str
    names: tuple[Name, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Marks:
    """The signs of one case, the first of them first where two names are the same."""

    marks: tuple[Mark, ...] = ()


@lru_cache(maxsize=1024)
def read_marked(text: str, marks: Marks) -> Prose:
    """Return a text in which names are single words such as `@buyer`; a longer name hides those inside it."""
    prose = read_prose(text)
    spans = [(one.start, one.end, mark.sign) for mark in marks.marks for one in find(prose, mark.phrases)]
    for mark in marks.marks:
        for name in mark.names:
            starts = prose.positions.get(name.words[0], ())
            spans += [(at, at + len(name.words), mark.sign) for at in starts if name.stands_at(prose, at)]
    if not spans:
        return prose
    order = {mark.sign: index for index, mark in enumerate(marks.marks)}
    chosen: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for start, end, sign in sorted(spans, key=lambda one: (one[0] - one[1], one[0], order[one[2]])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen[start] = (end, sign)
    return _merged(prose, chosen)


def _merged(prose: Prose, chosen: dict[int, tuple[int, str]]) -> Prose:
    """Return a text in which some runs of words are one."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    new_index: dict[int, int] = {}
    index = 0
    while index < len(prose.words):
        end, word = chosen.get(index, (index + 1, prose.words[index]))
        new_index[index] = len(words)
        words.append(word)
        spans.append((prose.spans[index][0], prose.spans[end - 1][1]))
        index = end
    starts = tuple(new_index[one] for one in prose.starts)
    return Prose(prose.text, tuple(words), tuple(spans), starts, _positions(words))
