"""Whether a text is English, by the share of its commonest small words. Says no more: lexicons are kept for one language."""

from __future__ import annotations

from fairaudit.analysis.text.prose import Prose

ENGLISH = "en"
_SMALL = frozenset(
    (
        *(
            "the",
            "of",
            "and",
            "to",
            "in",
            "a",
            "for",
            "or",
            "be",
            "is",
            "are",
            "with",
            "by",
            "on",
            "as",
            "that",
            "this",
        ),
        *("it", "at", "from", "not", "any", "all", "must", "shall", "will", "which"),
    )
)
# Of running English about four words in ten are among these, of other languages' texts with English names in them fewer
# than one in ten. Between the two, and in few words, nothing is said. Both numbers are heuristics.
_SURE, _NEVER, _FEWEST = 0.2, 0.1, 40


def looks_english(prose: Prose) -> bool | None:
    """Return whether a text is English; `None` where its words are too few or it is not plain."""
    if len(prose.words) < _FEWEST:
        return None
    share = sum(len(prose.positions.get(word, ())) for word in _SMALL) / len(prose.words)
    return True if share >= _SURE else False if share < _NEVER else None
