"""How the documents say that several single scores become one: by their mean, as is usual, or without the extremes."""

from __future__ import annotations

from fairaudit.analysis.text.trimmed import leaves_out_extremes
from fairaudit.checks.scoring.averages import MEAN, TRIMMED, Average
from fairaudit.procurement.case import Case


def published_average(case: Case) -> Average:
    """Return how single scores are made into one where the documents say it in plain words, else their mean."""
    return case.once(_published)


def award_words(case: Case) -> tuple[str, ...]:
    """Return what the documents say of the award, text by text."""
    criteria = [one.text for one in case.tender.award_criteria or ()]
    return tuple(one for one in (case.tender.award_method, *criteria) if one)


def _published(case: Case) -> Average:
    return TRIMMED if any(map(leaves_out_extremes, award_words(case))) else MEAN
