"""Whether a word such as `excellent` or `poor` judges an answer, or only stands in a comment.

`The poor state of the roads is well understood` speaks of roads, `To score excellent it would need tests` of another answer.
Only patterns in which a whole judgement is put are taken; in any other the word says nothing.
"""

from collections.abc import Sequence

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.text.polarity_words import BEING

Words = tuple[str, ...]

JUDGING: frozenset[str] = frozenset({
    "excellent", "outstanding", "exceptional", "exemplary", "class", "poor", "unacceptable", "inadequate", "insufficient",
})  # fmt: skip
"""What the phrases end with that say nothing but a judgement; other phrases, such as `does not meet`, speak of an answer."""
_ANSWER = frozenset({
    "answer", "answers", "response", "responses", "plan", "plans", "method", "methods", "methodology", "approach", "proposal",
    "proposals", "submission", "bid", "tender", "statement", "offer", "detail", "details", "evidence", "explanation",
    "information", "description", "understanding", "level", "quality", "work", "solution", "overall",
})  # fmt: skip
_IT = frozenset({"it", "this", "that", "they", "bidder", "tenderer", "supplier", "we", "panel", "i", "all"})
_RATED = frozenset(
    {"considered", "judged", "rated", "assessed", "deemed", "found", "scored", "as", "it", "overall", "therefore"}
)
_VERY = frozenset({"very", "really", "truly", "quite", "overall", "generally", "simply", "just"})
_ARTICLES = frozenset({"a", "an", "the"})
_ONLY_IF = frozenset({
    "would", "could", "should", "might", "may", "if", "unless", "claimed", "claims", "claim", "claiming", "says", "states",
    "stated", "asserts", "asserted", "promises", "promised", "required", "requires", "expected", "needed", "needs", "wanted",
})  # fmt: skip
_TO_BE = (
    ("to", "score"),
    ("to", "be"),
    ("to", "get"),
    ("to", "reach"),
    ("to", "earn"),
    ("in", "order", "to"),
    ("for", "a"),
)
_DENIED = NOT | NONE | {"less", "than", "far", "short", "lacks", "lack", "lacking", "nearly", "almost", "hardly", "too"}


def judges(sentence: Sequence[Words], phrase: Words) -> bool:
    """Return whether a phrase is put as a judgement of an answer in one of the clauses of a sentence."""
    said = tuple(word for clause in sentence for word in clause)
    if not _ONLY_IF.isdisjoint(said) or any(_stands(said, one) for one in _TO_BE):
        return False
    return any(_judges_in(clause, at, len(phrase)) for clause in sentence for at in _places(clause, phrase))


def _places(words: Words, phrase: Words) -> list[int]:
    return [at for at in range(len(words) - len(phrase) + 1) if words[at : at + len(phrase)] == phrase]


def _stands(words: Words, phrase: Words) -> bool:
    return bool(_places(words, phrase))


def _judges_in(clause: Words, at: int, size: int) -> bool:
    before, after = clause[:at], clause[at + size :]
    if not _DENIED.isdisjoint(before):
        return False
    if after and after[0] in _ANSWER:
        return True
    while before and before[-1] in _VERY:
        before = before[:-1]
    if not before or (len(before) == 1 and before[0] in _ARTICLES):
        # `Excellent cover for nights`, and not `Excellent was too high` or `Poor roads are well understood`.
        return BEING.isdisjoint(after)
    about_it = not (_ANSWER | _IT).isdisjoint(before) or before[0] in BEING or before[0] in _RATED
    # The name of a band of several words may be a verb: `the answer partly meets what was asked`.
    says = before[-1] in BEING | _RATED or (size > 1 and before[-1] in _ANSWER | _IT)
    return about_it and says
