"""Whether the points for quality are measured against the best bid's by the published words of the method of award."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.analysis.text.award.words import award_words
from fairaudit.analysis.text.scores.rescaled import may_rescale_quality, rescales_quality
from fairaudit.analysis.text.sentences import sentences
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.tree import questions, scored_leaves, worth
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node


def published_against_the_best(case: Case, weight: Fraction) -> bool:
    """Whether by the words the best bid's quality has its full weight, whatever they say besides of other things."""
    said = [found for one in sentences(case.tender.award_method or "") if (found := rescales_quality(one)) is not None]
    return bool(said) and all(one.top in (None, weight) for one in said)


def may_be_against_the_best(case: Case) -> str:
    """Return the words that may say so and were not understood; empty where there are none."""
    return next((one for one in case.once(_open_words) if rescales_quality(one) is None), "")


def open_rescaling(case: Case, at: Node[object]) -> Unassessed | None:
    """Return that it is open whether points for quality are measured against the best bid's; `None` where it is not.

    Words that say so plainly, with other full points than are published, leave it open too.
    """
    words = next(iter(case.once(_open_words)), "")
    if not words:
        return None
    reason = (
        f'the method of award says "{words}", which may measure quality against the best bid\'s and was not understood'
    )
    return Unassessed(at, reason, ("tender.award_method (how points for quality are given, in plain words)",))


def _open_words(case: Case) -> tuple[str, ...]:
    weights = [worth(one) for one in scored_leaves(case) if not one.is_price]
    whole = sum((Fraction(one) for one in weights if one is not None), Fraction(0))
    if published_against_the_best(case, whole):
        return ()
    names = [name for one in questions(case) for name in (one.criterion.id, one.criterion.name) if name]
    unread = award_words(case.tender.award_method or "", list(dict.fromkeys(names))).unread
    return tuple(one for one in sentences(unread) if may_rescale_quality(one))
