"""Words that are known, found again where one letter of them is wrong, missing, too much or in another's place."""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 7
"""Letters of a word from which on one letter makes no other word, mostly; a heuristic."""
SHORT = 5
"""Letters of a name that is found with a slip where a name is looked for: with its first letter, in no word of every day."""
_MOST = 20_000


class Slips:
    """Known words under what is left of each without one of its letters, so that looking one up takes no longer for many."""

    def __init__(self, shortest: int = SHORTEST) -> None:
        self.shortest = shortest
        self.words: set[str] = set()
        self.under: dict[str, list[str]] = {}

    def add(self, word: str) -> None:
        """Take in a word; one that is short says nothing, and beyond very many none is taken in."""
        if len(word) < self.shortest or not word.isalpha() or word in self.words or len(self.words) >= _MOST:
            return
        self.words.add(word)
        for rest in {word, *_without_one(word)}:
            self.under.setdefault(rest, []).append(word)

    def like(self, word: str) -> tuple[str, ...]:
        """Return the known words from which a word differs by one slip, in order; short ones only with their first letter."""
        if len(word) < self.shortest - 1 or not word.isalpha():
            return ()
        # Most runs look no name up, and should not wait for the library.
        from rapidfuzz.distance import OSA

        found = {one for rest in {word, *_without_one(word)} for one in self.under.get(rest, ())}
        told = (one for one in found if len(one) >= SHORTEST or one[0] == word[0])
        return tuple(sorted(one for one in told if OSA.distance(one, word, score_cutoff=1) == 1))


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
