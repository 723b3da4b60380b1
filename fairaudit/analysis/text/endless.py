"""Sentences without an end, which nobody writes but whoever wants a reader to hang, or a table that lost its full stops."""

from collections.abc import Iterator

_LONGEST, _SHARED = 800, 200


def in_pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence whole, and one longer than any that people write in pieces, which share what may stand over their ends.

    Patterns that look for several words in any distance take time in step with the square of a length, and more.
    """
    for at in range(0, max(1, len(sentence) - _SHARED), _LONGEST - _SHARED):
        yield sentence[at : at + _LONGEST]
