"""The name somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name most like a word, or `None` where none is alike; ties go to the first by letter."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(names), 1, 0.6)
    return close[0] if close else None


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return the end of an error message that names what somebody probably meant."""
    name = nearest(word, names)
    return f"; did you mean `{name.rstrip('_')}`?" if name else otherwise
