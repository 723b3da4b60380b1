"""The lines of a file, each cut out when it is asked for: a list of a million takes twice what their text does."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import overload


class Lines(Sequence[str]):
    """What splitting a text at its line ends gives; only where each line begins is kept."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = array("Q", (0,))
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self._line(one) for one in range(*index.indices(len(self)))]
        return self._line(range(len(self))[index])

    def _line(self, place: int) -> str:
        end = self._starts[place + 1] - 1 if place + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[place] : end]
