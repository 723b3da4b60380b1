"""Agreed scores whose only reasons are words of the published scale: they say which score it is, and nothing of the bid."""

from fairaudit.checks.moderation.comments import Comment, Words, comments_of, words_of
from fairaudit.checks.scoring.criteria.tree import question_with
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Scale
from fairaudit.procurement.model.evaluation import Score

_LEAST = 2
"""From how many of them on it is asked: one alone may be all that there was to say. Heuristic."""
_AROUND = frozenset({
    "a", "an", "the", "this", "their", "its", "is", "was", "are", "were", "as", "in", "of", "by", "we", "panel", "agreed",
    "judged", "considered", "rated", "scored", "score", "scores", "mark", "marks", "response", "answer", "submission", "bid",
    "tender", "proposal", "bidder", "tenderer", "deemed", "assessed",
})  # fmt: skip
"""Words that may stand around those of a band and say nothing of a bid. Heuristic."""


class _Bands(Frozen):
    """What the words of a scale are without those around them, whole, and by their parts before and after a colon."""

    known: frozenset[Words]


def in_words_of_the_scale(case: Case) -> tuple[Score, ...]:
    """Return the agreed scores that have a reason, or a comment, and none but the words of a band of their scale.

    At the worst end these words may be the reason itself: `no answer`.
    """
    said: dict[int, list[Comment]] = {}
    for one in comments_of(case):
        if not one.single:
            said.setdefault(id(one.score), []).append(one)
    known: dict[str | None, _Bands] = {}
    found: list[Score] = []
    for comments in said.values():
        score = comments[0].score
        question = question_with(case, score.criterion)
        scale = question.criterion.scale if question else None
        if scale is None or score.score is None or _is_worst(scale, score):
            continue
        bands = known.setdefault(score.criterion, _bands_of(scale))
        if bands.known and all(_bare(one.words) in bands.known for one in comments):
            found.append(score)
    return tuple(found) if len(found) >= _LEAST else ()


def _is_worst(scale: Scale, score: Score) -> bool:
    worst = scale.maximum if scale.better == "lower" else scale.minimum
    return worst is None or score.score == worst


def _bands_of(scale: Scale) -> _Bands:
    texts = [each for text in (scale.descriptors or {}).values() for each in (text, *text.partition(":")[::2])]
    return _Bands(frozenset(words for text in texts if (words := _bare(words_of(text)))))


def _bare(words: Words) -> Words:
    return tuple(one for one in words if one not in _AROUND and not one.isdigit())
