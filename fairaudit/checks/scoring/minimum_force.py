"""Whether a bid below a published minimum must be put out by the documents, may be, or stays in."""

from enum import Enum

from fairaudit.analysis.text.minimum_words import minimum_left_open, minimum_said
from fairaudit.checks.base import Verb
from fairaudit.checks.scoring.criterion_tree import Question
from fairaudit.procurement.case import Case


class Force(Enum):
    """What the documents say follows below a minimum."""

    BINDS = "a bid below it is out, or nothing says otherwise"
    OPEN = "a bid below it may be put out"
    DENIED = "words say that there is a minimum, while `disqualifies: false` says that nobody is put out by it"
    NONE = "nobody is put out by it"


SAID = {
    Force.BINDS: Verb(""),
    Force.OPEN: Verb("; the documents say that a bid below it may be put out, not that it is"),
    Force.DENIED: Verb(
        "; the criterion says that nobody is put out by it, and words of the documents that somebody is"
    ),
}
"""What a sentence on a bid below a minimum adds."""


def force_of(case: Case, question: Question) -> Force:
    """Return what follows below the minimum of a criterion."""
    texts = [one for one in (question.criterion.text, case.tender.award_method) if one]
    if question.criterion.disqualifies is False:
        return Force.DENIED if any(map(minimum_said, texts)) else Force.NONE
    if question.criterion.disqualifies is None and any(map(minimum_left_open, texts)):
        return Force.OPEN
    return Force.BINDS
