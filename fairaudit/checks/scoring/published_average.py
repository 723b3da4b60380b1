"""How the documents say that several single scores become one: their mean, as is usual, their median, or without extremes."""

from __future__ import annotations

from fairaudit.analysis.text.trimmed import leaves_out_extremes, takes_the_median
from fairaudit.checks.scoring.averages import MEAN, MEDIAN, TRIMMED, Average
from fairaudit.procurement.case import Case


def published_average(case: Case) -> Average:
    """Return how single scores are made into one where the documents say it in plain words, else their mean."""
    return case.once(_published)


def texts_on_the_award(case: Case) -> tuple[str, ...]:
    """Return what the documents say of the award, text by text."""
    criteria = [one.text for one in case.tender.award_criteria or ()]
    return tuple(one for one in (case.tender.award_method, *criteria) if one)


def _published(case: Case) -> Average:
    said = texts_on_the_award(case)
    if any(map(leaves_out_extremes, said)):
        return TRIMMED
    return MEDIAN if any(map(takes_the_median, said)) else MEAN
