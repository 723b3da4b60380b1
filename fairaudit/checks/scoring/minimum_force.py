"""Whether a bid below a published minimum must be put out by the documents, may be, or stays in."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from fairaudit.analysis.text.minimum_words import minimum_binds, minimum_left_open, minimum_said, minimum_without_force
from fairaudit.analysis.text.tie_rules import sentences
from fairaudit.checks.base import Verb
from fairaudit.checks.scoring.criterion_tree import Question, questions
from fairaudit.procurement.case import Case


class Force(Enum):
    """What the documents say follows below a minimum."""

    BINDS = "a bid below it is out, or nothing says otherwise"
    OPEN = "a bid below it may be put out"
    WAIVED = "words say that nobody is put out by it"
    DENIED = "words say that there is a minimum, while `disqualifies: false` says that nobody is put out by it"
    NONE = "nobody is put out by it"


SAID = {
    Force.BINDS: Verb(""),
    Force.OPEN: Verb("; the documents say that a bid below it may be put out, not that it is"),
    Force.WAIVED: Verb("; by words of the documents nobody is put out by it"),
    Force.DENIED: Verb(
        "; the criterion says that nobody is put out by it, and words of the documents that somebody is"
    ),
}
"""What a sentence on a bid below a minimum adds."""


def force_of(case: Case, question: Question) -> Force:
    """Return what follows below the minimum of a criterion."""
    if question.criterion.disqualifies is False:
        return Force.DENIED if _said(case, question, minimum_said) else Force.NONE
    if question.criterion.disqualifies is None:
        if _said(case, question, minimum_left_open):
            return Force.OPEN
        if _said(case, question, minimum_without_force) and not _said(case, question, minimum_binds):
            return Force.WAIVED
    return Force.BINDS


def _said(case: Case, question: Question, read: Callable[[str], str | None]) -> bool:
    """Whether the criterion's own text says something, or the method of award does of every criterion or of this one."""
    if question.criterion.text and read(question.criterion.text):
        return True
    own = _names(question)
    others = {name for one in questions(case) if one.criterion is not question.criterion for name in _names(one)} - own
    for one in sentences(case.tender.award_method or ""):
        named = {name for name in (*own, *others) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", one)}
        if read(one) and (named & own or not named):
            return True
    return False


def _names(question: Question) -> set[str]:
    return {one for one in (question.criterion.id, question.criterion.name) if one}
