"""Whether a word stands in a text as a name: with a capital that is not only that of a sentence."""

from collections.abc import Iterator

_ENDS = frozenset(".!?;:\u2022")
_VERBS = frozenset({
    "is", "was", "has", "had", "will", "would", "does", "did", "can", "could", "may", "might", "must", "should", "shows", "gives",
    "covers", "offers", "proposes", "provides", "plans", "names", "says", "scored", "scores", "explains", "sets", "and", "or",
})  # fmt: skip
"""What follows the name of a firm and hardly ever a word that describes the next one. Heuristic."""


def is_written_as_a_name(text: str, word: str, common: frozenset[str]) -> bool:
    """Whether a word in small letters stands in a text with a capital, and the text is not in capitals throughout.

    A common word is no name where it begins a sentence and describes the next: `Central heating is planned well`.
    """
    name = word.capitalize()
    if text.isupper():
        return False
    if word not in common and any(True for _ in _places(text, word.upper())):
        return True
    if name not in text:
        return False
    return word not in common or any(not _describes(text, at, at + len(name)) for at in _places(text, name))


def _places(text: str, name: str) -> Iterator[int]:
    """Return where a name stands as a whole word."""
    at = text.find(name)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + len(name) : at + len(name) + 1].isalnum():
            yield at
        at = text.find(name, at + 1)


def _describes(text: str, start: int, end: int) -> bool:
    """Whether what stands there begins a sentence or a line, and a word in small letters follows that is no verb."""
    before = text[:start].rstrip(" \t\"'(\u2018\u201c-")
    begins = not before or before[-1] in _ENDS or before[-1] == "\n"
    following = text[end:].split(maxsplit=1)[:1] if text[end : end + 1].isspace() else []
    word = following[0].strip(".,;:!?()\"'") if following else ""
    return begins and word[:1].islower() and word not in _VERBS
