"""Whether the points for quality are measured against the best bid's by the published words of the method of award."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.analysis.text.rescaled_words import rescales_quality
from fairaudit.analysis.text.tie_rules import sentences
from fairaudit.procurement.case import Case


def published_against_the_best(case: Case, weight: Fraction) -> bool:
    """Whether by the words the best bid's quality has its full weight, whatever they say besides of other things."""
    said = [found for one in sentences(case.tender.award_method or "") if (found := rescales_quality(one)) is not None]
    return bool(said) and all(one.top in (None, weight) for one in said)
