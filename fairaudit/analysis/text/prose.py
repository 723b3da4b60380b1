"""A text as folded words and sentences; takes time in step with the length of the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s|;\s|\n\s*\n|\n\s*(?:[-*•–]|\(?[0-9a-z]{1,3}[.)])")
_BULLET = re.compile(r"\n\s*\(")
_LONG_GAP = 80
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


def fold(word: str) -> str:
    """Return a word for comparison: case, width and a possessive ending taken away."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).replace("’", "'")
    word = word.casefold()
    return word.removesuffix("'s")


# As many as the clauses of some two hundred pages: several families of rules read each of them.
@lru_cache(maxsize=2048)
def read_prose(text: str) -> Prose:
    """Return a text as words and sentences."""
    clean = text if text.isascii() else text.translate(_INVISIBLE)
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    starts: list[int] = []
    last = 0
    for match in WORD.finditer(clean):
        if not words or _ends(clean[last : match.start()], words[-1], match[0]):
            starts.append(len(words))
        words.append(fold(match[0]))
        spans.append(match.span())
        last = match.end()
    return Prose(clean, tuple(words), tuple(spans), tuple(starts), positions_of(words))


def positions_of(words: list[str]) -> dict[str, tuple[int, ...]]:
    """Return where each word stands."""
    found = defaultdict[str, list[int]](list)
    for index, word in enumerate(words):
        found[word].append(index)
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


def joined(texts: Sequence[Prose]) -> tuple[Prose, tuple[int, ...]]:
    """Return texts as one, for looking once where any of them says something, and the first word of each.

    Only its words count: nothing in it has a place in a text.
    """
    words: list[str] = []
    starts: list[int] = []
    firsts: list[int] = []
    for one in texts:
        firsts.append(len(words))
        starts += [len(words) + start for start in one.starts]
        words += one.words
    return Prose("", tuple(words), (), tuple(starts), positions_of(words)), tuple(firsts)
