"""How the documents say that several single scores become one, and whether a panel's score is what they say.

Usually it is their mean, else their median, or the mean without extremes. Where the documents say that scores are averaged, a
mean is what was published, and nobody had to agree on a score.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.analysis.text.scores.averaged import (
    Averaging,
    MeanRounding,
    average_said,
    averages_scores,
    mean_rounding,
    plain_mean_rounding,
    unread_averaging,
    unread_mean_rounding,
)
from fairaudit.analysis.text.scores.averaging import Which
from fairaudit.analysis.text.scores.trimmed import leaves_out_extremes, takes_the_median
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.tree import question_with, questions, scored_leaves
from fairaudit.checks.scoring.sheets.averages import MEAN, MEDIAN, MIDPOINT, TRIMMED, Average, rounded_means
from fairaudit.checks.scoring.sittings import counting, sitting_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node

_QUOTED = 300
Cell = tuple[str | None, ...]
"""What scores are for: bid, criterion, lot and sitting."""


class ByAverage(Enum):
    """How a panel's score stands to an average that the documents publish."""

    UNSAID = "the documents do not say that scores are averaged"
    UNKNOWN = "the members' scores, of which it may be the average, are not recorded"
    FOLLOWS = "it is the average that the documents say"
    NEAR = "it is that average, but not rounded as the documents say"
    OPEN = "it is an average of which the documents speak, though not plainly"
    UNREAD = "the documents have words of averaging that were not understood"
    DEPARTS = "it is another score"


def published_average(case: Case) -> Average:
    """Return how single scores are made into one where the documents say it in plain words, else their mean."""
    return case.once(_published)


def published_scores(case: Case) -> tuple[Average, ...]:
    """Return what a bid's score for a criterion is of its members', as published, each way that is left open, the usual first.

    That is the published average; where the documents say without doubt that means are the scores and how they are rounded, it
    is rounded.
    """
    return case.once(_scores)


def published_mean_rounding(case: Case) -> MeanRounding | None:
    """Return how the documents say that the mean of single scores is rounded, `None` where they do not or say two things."""
    return case.once(_rounding)


def texts_on_the_award(case: Case) -> tuple[str, ...]:
    """Return what the documents say of the award, text by text."""
    criteria = [one.text for one in case.tender.award_criteria or ()]
    return tuple(one for one in (case.tender.award_method, *criteria) if one)


def averaging_said(case: Case, criterion: str | None) -> Averaging:
    """Return whether the documents say that the members' scores for a criterion are averaged."""
    return case.once(_Said)[criterion]


def unread_average(case: Case, at: Node[object], criterion: str | None) -> Unassessed:
    """Return that nobody can tell by the documents' words whether the members' scores for a criterion are averaged."""
    question = question_with(case, criterion)
    texts = [one.text for one in question.lineage if one.text] if question else []
    words = [*unread_averaging(case.tender.award_method or "")]
    words += [each for one in texts for each in unread_averaging(one, of_members=True)]
    return _not_understood(at, words, "that the members' scores are averaged")


def unread_rounding(case: Case, at: Node[object]) -> Unassessed | None:
    """Return that nobody can tell by the documents' words how a mean is rounded; `None` where none such were left unread."""
    words = unread_mean_rounding(*_method_and_criteria(case))
    return _not_understood(at, words, "how a mean of scores is rounded") if words else None


def _not_understood(at: Node[object], words: Iterable[str], what: str) -> Unassessed:
    shown = "; ".join(dict.fromkeys(words))
    cut = shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED].rstrip()} …"
    reason = f'the documents say "{cut}", which may say {what} and was not understood'
    return Unassessed(at, reason, ("tender.award_method (how single scores become one, in plain words)",))


def single_scores(case: Case, score: Score) -> tuple[Fraction, ...]:
    """Return the members' scores that count, for what a score of the panel is for."""
    return case.once(_singles).get(cell_scored(score), ())


def by_published_average(case: Case, score: Score) -> ByAverage:
    """Return how a panel's score stands to the average of its members' that the documents publish."""
    said = averaging_said(case, score.criterion)
    if said is Averaging.UNSAID or score.score is None:
        return ByAverage.UNSAID
    if said is Averaging.UNREAD:
        return ByAverage.UNREAD
    if not single_scores(case, score):
        return ByAverage.UNKNOWN
    exact, recorded = _exact(case, score), Fraction(score.score)
    half, rounding = half_unit(score.score), published_mean_rounding(case)
    near = abs(exact - recorded) <= half < Fraction(1, 2) or exact == recorded
    follows = near if rounding is None else recorded in rounding.of(exact)
    if not (follows or near):
        return ByAverage.DEPARTS
    if said is Averaging.OPEN:
        return ByAverage.OPEN
    return ByAverage.FOLLOWS if follows else ByAverage.NEAR


def departs(case: Case, score: Score) -> bool:
    """Whether the documents plainly say that scores are averaged, and a panel's score is not that average."""
    plain = averaging_said(case, score.criterion) is Averaging.PLAIN
    return plain and by_published_average(case, score) is ByAverage.DEPARTS


def shown_rounded(case: Case, score: Score) -> bool:
    """Whether a panel's score is the published average as a list shows it, with fewer places than it has, and no rule says so.

    What is published is then the average itself: figures that follow from it follow from the documents.
    """
    if published_mean_rounding(case) is not None or averaging_said(case, score.criterion) is not Averaging.PLAIN:
        return False
    if score.score is None or by_published_average(case, score) is not ByAverage.FOLLOWS:
        return False
    return _exact(case, score) != Fraction(score.score)


def _exact(case: Case, score: Score) -> Fraction:
    """Return the published average, not rounded, of the members' scores for what a score of the panel is for."""
    question = question_with(case, score.criterion)
    step = question.scale.step if question and question.scale else None
    return published_average(case).of(list(single_scores(case, score)), Fraction(step or 1))


def _published(case: Case) -> Average:
    said = texts_on_the_award(case)
    if any(map(leaves_out_extremes, said)):
        return TRIMMED
    named = average_said(said)
    if named is Which.MIDPOINT:
        return MIDPOINT
    return MEDIAN if named is Which.MEDIAN or any(map(takes_the_median, said)) else MEAN


def _scores(case: Case) -> tuple[Average, ...]:
    average, rounding = published_average(case), plain_mean_rounding(*_method_and_criteria(case))
    scored = [one.criterion.id for one in scored_leaves(case) if not one.is_price]
    plain = all(averaging_said(case, one) is Averaging.PLAIN for one in scored)
    return rounded_means(rounding) if rounding and plain and average is MEAN else (average,)


def _method_and_criteria(case: Case) -> tuple[str, ...]:
    """Return the words of the method of award, empty where there are none, and those of each criterion."""
    return (case.tender.award_method or "", *(one.criterion.text for one in questions(case) if one.criterion.text))


def _rounding(case: Case) -> MeanRounding | None:
    return mean_rounding(texts_on_the_award(case))


class _Said(dict[str | None, Averaging]):
    """Whether scores for a criterion are averaged, by its own text, its group's or the method of award, each looked up once."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case, method = case, case.tender.award_method or ""
        self._method = method
        self._of_all = averages_scores(method)

    def __missing__(self, criterion: str | None) -> Averaging:
        question = question_with(self._case, criterion)
        texts = [one.text for one in question.lineage if one.text] if question else []
        found = [averages_scores(one, self._method, of_members=True) for one in texts]
        whole = averages_scores(self._method, *texts) if texts else self._of_all
        self[criterion] = said = max([whole, *found])
        return said


def cell_scored(score: Score) -> Cell:
    """Return what scores have in common that one of the panel is made of: bid, criterion, lot and phase."""
    return (score.bid, score.criterion, score.lot, sitting_of(score))


def _singles(case: Case) -> dict[Cell, tuple[Fraction, ...]]:
    found: dict[Cell, list[Fraction]] = {}
    for one in counting(case.evaluation.individual):
        if one.score is not None:
            found.setdefault(cell_scored(one), []).append(Fraction(one.score))
    return {cell: tuple(scores) for cell, scores in found.items()}
