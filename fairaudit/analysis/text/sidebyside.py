"""Whether a text says one of many phrases, the words of it side by side: most texts hold not even the first word of any."""

from functools import lru_cache

from fairaudit.analysis.names.exact import words


def says_any(said: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """Whether the words of a text hold those of one of some phrases, side by side."""
    by_first = _by_first_word(phrases)
    if by_first.keys().isdisjoint(said):
        return False
    return any(said[at : at + len(one)] == one for at, word in enumerate(said) for one in by_first.get(word, ()))


@lru_cache(maxsize=256)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in phrases:
        if name := words(one):
            found.setdefault(name[0], []).append(name)
    return found
