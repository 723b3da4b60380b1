"""Whether a bid below a published minimum must be put out by the documents, may be, or stays in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import Enum

from fairaudit.analysis.text.minimum_follows import (
    minimum_binds,
    minimum_insisted,
    minimum_left_open,
    minimum_loosened,
    minimum_unclear,
    minimum_without_force,
)
from fairaudit.analysis.text.tie_rules import sentences
from fairaudit.checks.base import Verb
from fairaudit.checks.scoring.criterion_tree import Question, questions
from fairaudit.procurement.case import Case


class Force(Enum):
    """What the documents say follows below a minimum."""

    BINDS = "a bid below it is out, or nothing says otherwise"
    OPEN = "a bid below it may be put out"
    UNREAD = "words on it were not understood"
    WAIVED = "words say that nobody is put out by it"
    DENIED = "words say that there is a minimum, while `disqualifies: false` says that nobody is put out by it"
    NONE = "nobody is put out by it"


SAID = {
    Force.BINDS: Verb(""),
    Force.OPEN: Verb("; the documents say that a bid below it may be put out, not that it is"),
    Force.UNREAD: Verb("; what the documents say of that minimum was not understood, and may keep such a bid in"),
    Force.WAIVED: Verb("; by words of the documents nobody is put out by it"),
    Force.DENIED: Verb(
        "; the criterion says that nobody is put out by it, and words of the documents that somebody is"
    ),
}
"""What a sentence on a bid below a minimum adds."""


def force_of(case: Case, question: Question) -> Force:
    """Return what follows below the minimum of a criterion."""
    if question.criterion.disqualifies is False:
        return Force.DENIED if _said(case, question, minimum_insisted) else Force.NONE
    if question.criterion.disqualifies is None:
        if _said(case, question, minimum_left_open):
            return Force.OPEN
        binds = _said(case, question, minimum_binds)
        if not binds and _said(case, question, minimum_without_force):
            return Force.WAIVED
        if _said(case, question, minimum_loosened) or (not binds and _said(case, question, minimum_unclear)):
            return Force.UNREAD
    return Force.BINDS


def _said(case: Case, question: Question, read: Callable[[str], str | None]) -> bool:
    """Whether the criterion's own text says something, or the method of award does of every criterion or of this one."""
    own = _names(question)
    if question.criterion.text and read(nameless(question.criterion.text, own)):
        return True
    others = {name for one in questions(case) if one.criterion is not question.criterion for name in _names(one)} - own
    for one in sentences(case.tender.award_method or ""):
        named = {name for name in (*own, *others) if _whole(name).search(one)}
        if (named & own or not named) and read(nameless(one, own)):
            return True
    return False


def nameless(text: str, names: Iterable[str]) -> str:
    """Return a text that calls criteria `the question`: what they are called says nothing of a minimum."""
    for name in sorted(names, key=len, reverse=True):
        text = _whole(name).sub("the question", text)
    return text


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _names(question: Question) -> set[str]:
    return {one for one in (question.criterion.id, question.criterion.name) if one}
