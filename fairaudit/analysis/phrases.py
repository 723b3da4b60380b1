"""Whole texts out of another: each is looked for word by word, also where it was cut, and a mark put in its place.

Capitals, signs and spaces make no difference. Takes time in step with the length of a text, however many are known.
"""

from __future__ import annotations

from fairaudit.analysis.replacing import WORD, enclosed, word_key

_LONGEST = 60
"""Words of a text that are looked at: what a report quotes is cut before."""
_NEAR = 3
"""Signs between the last word that was quoted and the mark of a cut."""


class _Branch:
    """Where the words so far may go on, and whether a text ends here."""

    __slots__ = ("ends", "goes_on")

    def __init__(self) -> None:
        self.goes_on: dict[str, _Branch] = {}
        self.ends = False


class Phrases:
    """Texts that are known, and the mark that stands for each; `cut` is what follows a text that goes on."""

    def __init__(self, mark: str, cut: str) -> None:
        self.mark, self.cut = mark, cut
        self.root = _Branch()

    def add(self, text: str) -> None:
        """Let the mark stand for a text."""
        branch = self.root
        for match in WORD.finditer(text[: 40 * _LONGEST]):
            branch = branch.goes_on.setdefault(word_key(match[0]), _Branch())
        branch.ends = branch is not self.root

    def replaced(self, text: str) -> str:
        """Return a text with every known one in it replaced, longest first."""
        if not self.root.goes_on:
            return text
        words = [(match.start(), match.end(), word_key(match[0])) for match in WORD.finditer(text)]
        parts: list[str] = []
        done = place = 0
        while place < len(words):
            length = self._found(text, words, place)
            if length:
                start, end = enclosed(text, words[place][0], words[place + length - 1][1])
                parts += [text[done:start], self.mark]
                done = end
            place += length or 1
        return "".join([*parts, text[done:]])

    def _found(self, text: str, words: list[tuple[int, int, str]], place: int) -> int:
        """Return how many words from a place on are a known text, or its beginning before a cut."""
        branch, longest = self.root, 0
        for at in range(place, len(words)):
            _, end, key = words[at]
            is_cut = self.cut in text[end : end + _NEAR]
            further = branch.goes_on.get(key)
            if further is None:
                # The last word before a cut may be half a word.
                half = is_cut and at > place and any(one.startswith(key) for one in branch.goes_on)
                return at - place + 1 if half else longest
            branch = further
            if branch.ends or is_cut:
                longest = at - place + 1
        return longest
