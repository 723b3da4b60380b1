"""Comments that say nothing of the bid they stand beside: how it was scored, or what is said of nearly every bid."""

from collections import Counter

from fairaudit.analysis.text.scores.about_scoring import gives_no_ground, speaks_of_scoring_alone
from fairaudit.checks.moderation.comments import BIDDER, Comment, Words, comments_of, without_names, words_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.told import tells
from fairaudit.sources.document import Path

_LEAST = 6
"""From how many comments of one person on it can be seen that all are the same. Heuristic."""
_OF_TEN = 8
"""Beside how many of ten of their scores a text stands that says nothing of any one of them. Heuristic."""

_QUANTITY = frozenset("%\u2030\u00a3\u20ac$")


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
        if not one.single
        and tells(getattr(one.score, one.field))
        and not says_nothing_of_the_bid(case, one)
        and not _is_bare(case, one)
    )


def _is_bare(case: Case, comment: Comment) -> bool:
    """Whether a comment only repeats, praises or averages scores; a share or a sum of money may be what was scored."""
    if not gives_no_ground(without_names(case, comment.words), case.once(_labels)):
        return False
    return _QUANTITY.isdisjoint(comment.text)


def _labels(case: Case) -> frozenset[str]:
    """Return the words of the ids and names of those who scored, and of the ids of bids and criteria that carry a figure."""
    scores = (*(case.evaluation.individual or ()), *(case.evaluation.consensus or ()))
    people = dict.fromkeys((*(case.evaluation.panel or ()), *(one.evaluator for one in scores if one.evaluator)))
    things = dict.fromkeys(each for one in scores for each in (one.bid, one.criterion) if each)
    labels = [*people, *map(case.person_name, people)]
    labels += [one for one in things if any(map(str.isdigit, one))]
    return frozenset({BIDDER, *(word for one in labels for word in words_of(one) if not word.isdigit())})


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
