"""The sentences of short words on an award, and those without an end in pieces: some tables lose all their full stops."""

from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern

_SENTENCE = late_pattern(r"[^.;\n]+(?:\.(?:\d|(?<=\bi\.)e\.|(?<=\be\.)g\.|(?<=\bd\.)p\b)[^.;\n]*)*")
_LONGEST, _SHARED = 800, 200


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, and the parts between semicolons, without what ends them."""
    return [one[0].strip() for one in _SENTENCE.finditer(text) if one[0].strip()]


def in_pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence whole, and one longer than any that people write in pieces, which share what may stand over their ends.

    Patterns that look for several words in any distance take time in step with the square of a length, and more.
    """
    for at in range(0, max(1, len(sentence) - _SHARED), _LONGEST - _SHARED):
        yield sentence[at : at + _LONGEST]
