"""Whether a text is English, by the share of its commonest small words. Says no more: lexicons are kept for one language.

In few words, the small words of neighbouring languages are counted as well: a text that has more of those is none.
"""

from __future__ import annotations

from fairaudit.analysis.text.prose import Prose

ENGLISH = "en"
SMALL = frozenset(
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
# The commonest words of other languages that are no words of English, nor often stand in its names or abbreviations.
_NEIGHBOURS = (
    "og er av skal som til ikke det på med må eller fra kan ved af bliver har och att är ska inte ett från för vid",
    "der das und mit für nicht muss müssen dem des ein eine zu oder werden het een moet moeten niet voor wordt worden",
    "le la les du et pour dans doit doivent une un au aux que los las debe deben para del il di della deve devono dei",
    "gli nel não dos uma sekä tai että ovat nie jest oraz dla musi być się nebo",
)
_ELSEWHERE = frozenset(word for line in _NEIGHBOURS for word in line.split())
# Of running English about four words in ten are among these, of other languages' texts with English names in them fewer
# than one in ten. Between the two, and in few words, nothing is said but where another language shows. All heuristics.
_SURE, _NEVER, _FEWEST = 0.2, 0.1, 40
_FEW, _SHOWN = 5, 2


def looks_english(prose: Prose) -> bool | None:
    """Return whether a text is English; `None` where its words are too few or it is not plain."""
    small = sum(len(prose.positions.get(word, ())) for word in SMALL)
    if len(prose.words) < _FEWEST:
        return False if len(prose.words) >= _FEW and _another_shows(prose, small) else None
    share = small / len(prose.words)
    return True if share >= _SURE else False if share < _NEVER else None


def _another_shows(prose: Prose, small: int) -> bool:
    """Whether a short text has small words of another language, and those by far more than English ones."""
    other = sum(len(prose.positions.get(word, ())) for word in _ELSEWHERE)
    return other >= _SHOWN and other > 2 * small and other / len(prose.words) >= _NEVER
