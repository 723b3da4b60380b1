"""Comments that say nothing of the bid they stand beside: how it was scored, or what is said of nearly every bid."""

from collections import Counter

from fairaudit.analysis.text.about_scoring import speaks_of_scoring_alone
from fairaudit.checks.moderation.comments import Comment, Words, comments_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.told import tells
from fairaudit.sources.document import Path

_LEAST = 6
"""From how many comments of one person on it can be seen that all are the same. Heuristic."""
_OF_TEN = 8
"""Beside how many of ten of their scores a text stands that says nothing of any one of them. Heuristic."""


def says_nothing_of_the_bid(case: Case, comment: Comment) -> bool:
    """Whether a comment speaks of the scoring alone, or stands beside nearly all scores of whoever gave them, high and low."""
    return (_giver(comment), comment.words) in case.once(_everywhere) or speaks_of_scoring_alone(comment.words)


def explained(case: Case) -> frozenset[Path]:
    """Return the scores of the panel with a reason, or a comment, that says something of the bid."""
    return case.once(_explained)


def _explained(case: Case) -> frozenset[Path]:
    return frozenset(
        one.score.path
        for one in comments_of(case)
        if not one.single and tells(getattr(one.score, one.field)) and not says_nothing_of_the_bid(case, one)
    )


def _giver(comment: Comment) -> str | None:
    return comment.score.evaluator if comment.single else None


class _Spread(Frozen):
    """Beside which scores, and for which criteria, a text stands."""

    scores: set[object]
    criteria: set[object]


def _everywhere(case: Case) -> frozenset[tuple[str | None, Words]]:
    """Return which texts stand beside nearly all scores of their giver, for several criteria and beside unlike scores."""
    spoken = comments_of(case)
    given = Counter(map(_giver, spoken))
    counts = Counter((_giver(one), one.words) for one in spoken)
    often = {key: _Spread(set(), set()) for key, number in counts.items() if _nearly_all(number, given[key[0]])}
    for one in spoken if often else ():
        spread = often.get((_giver(one), one.words))
        if spread is not None:
            spread.scores.add(one.score.score)
            spread.criteria.add(one.score.criterion)
    return frozenset(key for key, one in often.items() if len(one.scores) > 1 and len(one.criteria) > 1)


def _nearly_all(number: int, given: int) -> bool:
    return number >= _LEAST and 10 * number >= _OF_TEN * given
