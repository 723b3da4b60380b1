"""How the items of a list are named for good: each by its id where that is unique, else by a hash of what it says.

Of many thousand scores a few hundred are named, so that what an item says is read only where it is asked for, or where another
may say the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator


class Handles:
    """The names of the items of one list; of items that say the same, each has its position."""

    def __init__(self, items: tuple[object, ...]) -> None:
        self._items = items
        self._keys = [getattr(one, "id", None) for one in items]
        self._known = Counter(one for one in self._keys if isinstance(one, str))
        self._groups: dict[object, list[int]] = {}
        self._contents: dict[object, Counter[str]] = {}

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[str]:
        return (self[index] for index in range(len(self)))

    def __getitem__(self, index: int) -> str:
        """Return what the item at a position is called."""
        key = self._keys[index]
        if isinstance(key, str) and self._known[key] == 1:
            # Brackets end a name in a path; written otherwise, two ids stay two names.
            return key.replace("[", "%5B").replace("]", "%5D")
        content = repr(self._items[index])
        return (
            f"~{hashlib.sha256(content.encode()).hexdigest()[:8]}" if self._says_alone(index, content) else f"#{index}"
        )

    def _says_alone(self, index: int, content: str) -> bool:
        """Whether no other item says just the same."""
        if not self._groups:
            for at, one in enumerate(self._items):
                self._groups.setdefault(_words_of(one), []).append(at)
        words = _words_of(self._items[index])
        alike = self._groups[words]
        if len(alike) > 1 and words not in self._contents:
            self._contents[words] = Counter(repr(self._items[at]) for at in alike)
        return len(alike) == 1 or self._contents[words][content] == 1


def _words_of(item: object) -> object:
    """Return the texts that an item holds, or all that it says: items of which these differ say different things."""
    held = getattr(item, "__dict__", None)
    return repr(item) if held is None else frozenset([one for one in held.values() if type(one) is str])
