"""Criteria of which less is better by their words, and whose scales do not say which of their ends is the good one."""

from __future__ import annotations

from fairaudit.analysis.text.scores.direction import low_is_better
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import Question, called, question_at
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of

_QUOTED = 300


def open_directions(case: Case, lot: str | None) -> tuple[Question, ...]:
    """Return the questions of a lot whose scores may be what less is better of, or points for it; words alone do not tell."""
    return tuple(one for one in leaves_for(case, lot) if is_open(one))


def is_open(question: Question) -> bool:
    """Whether words say that less is better, and neither the scale nor what it describes says which end is the good one."""
    scale = question.scale
    plain = scale is not None and scale.better is None and not scale.descriptors
    return plain and not question.is_price and bool(_words(question))


def told_open(case: Case, criteria: tuple[Question, ...]) -> Unassessed:
    """Return that nobody can tell which end of a scale is the good one, with the words and what is to be written."""
    first = criteria[0]
    own = question_at(case, first.criterion.node) or first
    words = _words(first)
    cut = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"
    reason = (
        f'of {called(first.criterion)} the documents say "{cut}", and its scale does not say whether the lowest score is the'
        " best one; write `scale: {better: lower}`, or `higher` where scores are points for it"
    )
    names = tuple(f"{text_of(one.criterion.path)}.scale.better" for one in criteria)
    return Unassessed(own.criterion.node, reason, names)


def _words(question: Question) -> str:
    said = (one for each in question.lineage for one in (each.text, each.name) if one)
    return next((found for one in said if (found := low_is_better(one))), "")
