"""Where any of many phrases stands in a text, found in one pass for all of them (Aho and Corasick 1975).

Another way to find what `analysis/text/phrases` finds, to hold against it: the words that a phrase must begin with are put
into one automaton; where they stand, the rest of the phrase is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from fairaudit.analysis.text.phrases import Match, Slot, find, match_at, read_phrase
from fairaudit.analysis.text.prose import Prose

# So many spellings of its beginning one phrase may put into the automaton; its further words are looked at one by one.
_SPELLINGS = 24
_STOP = " \n "


class Scanner:
    """Many phrases, ready to be looked for together."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = frozenset(phrases)
        self._anywhere: list[str] = []
        self._automaton: Any = None  # the library ships no types
        beginnings: dict[str, list[tuple[str, tuple[Slot, ...]]]] = {}
        for phrase in sorted(self.phrases):
            slots = read_phrase(phrase)
            keys = list(_beginnings(slots))
            if not all(key.strip() for key in keys):
                # `# days` begins with any number: no word of it can be looked for.
                self._anywhere.append(phrase)
                continue
            for key in keys:
                beginnings.setdefault(key, []).append((phrase, slots))
        self._build(beginnings)

    def _build(self, beginnings: dict[str, list[tuple[str, tuple[Slot, ...]]]]) -> None:
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for key, phrases in beginnings.items():
            automaton.add_word(key, (len(key), tuple(phrases)))
        if beginnings:
            automaton.make_automaton()
            self._automaton = automaton

    def scan(self, prose: Prose) -> dict[str, tuple[Match, ...]]:
        """Return every match of every phrase by phrase, each in the order of the text."""
        found: dict[str, dict[int, Match]] = {}
        text, word_at = _as_line(prose)
        possible = set(self.phrases)
        for end, (length, phrases) in self._automaton.iter(text) if self._automaton else ():
            start = word_at[end - length + 2]
            for phrase, slots in phrases:
                if phrase not in possible or not slots[0].takes(prose.words[start]) or start in found.get(phrase, ()):
                    continue
                if after := match_at(prose, slots, start):
                    found.setdefault(phrase, {})[start] = Match(phrase, start, after)
        for match in find(prose, tuple(self._anywhere)):
            found.setdefault(match.phrase, {})[match.start] = match
        return {phrase: tuple(places[at] for at in sorted(places)) for phrase, places in found.items()}


def _beginnings(slots: tuple[Slot, ...]) -> Iterator[str]:
    """Yield the spellings of the words a phrase must begin with, each with a space before and, where it is whole, after."""
    run: list[tuple[str, ...]] = []
    number = 1
    for slot in slots:
        if slot.optional or slot.gap:
            break
        whole = tuple(f"{word} " for word in sorted(slot.words))
        begun = tuple(sorted({*slot.prefixes, *slot.numbered}))
        number *= len(whole) + len(begun)
        if number > _SPELLINGS and run:
            break
        run.append((*whole, *begun))
        if begun:
            break
    for words in product(*run):
        yield " " + "".join(words)


def _as_line(prose: Prose) -> tuple[str, dict[int, int]]:
    """Return the words of a text on one line, with a stop between sentences, and which word begins at which character."""
    parts: list[str] = [" "]
    word_at: dict[int, int] = {}
    stops = set(prose.starts[1:])
    at = 1
    for number, word in enumerate(prose.words):
        if number in stops:
            parts.append(_STOP[1:])
            at += len(_STOP) - 1
        word_at[at] = number
        parts.append(word + " ")
        at += len(word) + 1
    return "".join(parts), word_at
