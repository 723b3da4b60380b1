"""Which runs of words two texts have in common: in time that grows with their length, whatever their words.

Runs of a fixed number of words are looked up in an index and followed as far as both texts go on alike (“shingles”: Broder,
On the resemblance and containment of documents, 1997).
"""

from collections.abc import Iterator, Sequence

from fairaudit.frozen import Frozen


class Runs(Frozen):
    """What a text has in common with another: every run as its first word and the first after it, and how many words in all."""

    runs: tuple[tuple[int, int], ...]
    words: int

    @property
    def longest(self) -> tuple[int, int]:
        """The longest run, the first of several; `(0, 0)` where there is none."""
        return max(self.runs, key=lambda run: (run[1] - run[0], -run[0]), default=(0, 0))


class Shingled:
    """A text whose runs of `length` words can be looked up; what stands twice in it counts once."""

    def __init__(self, words: Sequence[str], length: int) -> None:
        self.words = tuple(words)
        self.length = length
        self.places: dict[tuple[str, ...], int] = {}
        for start in range(len(self.words) - length + 1):
            self.places.setdefault(self.words[start : start + length], start)

    def shared_with(self, words: Sequence[str]) -> Runs:
        """Return the runs of this text, as long as a run must be or longer, that another text holds too."""
        runs = tuple(sorted(set(self._followed(tuple(words)))))
        covered, end = 0, 0
        for first, last in runs:
            covered += max(0, last - max(first, end))
            end = max(end, last)
        return Runs(runs, covered)

    def _followed(self, other: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        at = 0
        while at + self.length <= len(other):
            place = self.places.get(other[at : at + self.length])
            if place is None:
                at += 1
                continue
            long = self.length
            while (
                at + long < len(other)
                and place + long < len(self.words)
                and other[at + long] == self.words[place + long]
            ):
                long += 1
            yield place, place + long
            # The rest of the run is in no other one that is longer, but for its last words, which may begin one.
            at += long - self.length + 1
