"""Whether a bid below a published minimum must be put out by the documents, may be, or stays in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from fairaudit.analysis.text.award.words import award_words
from fairaudit.analysis.text.minimums.follows import (
    keeps_to_another,
    minimum_binds,
    minimum_insisted,
    minimum_left_open,
    minimum_loosened,
    minimum_touched,
    minimum_unclear,
    minimum_without_force,
    takes_back,
)
from fairaudit.analysis.text.minimums.spoken import minimum_spoken
from fairaudit.analysis.text.minimums.words import minimum_said, pieces
from fairaudit.analysis.text.sentences import sentences
from fairaudit.checks.base import Verb
from fairaudit.checks.scoring.criteria.tree import Question, questions
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of


class Force(Enum):
    """What the documents say follows below a minimum."""

    BINDS = "a bid below it is out, or nothing says otherwise"
    OPEN = "a bid below it may be put out"
    UNREAD = "words on it were not understood"
    WAIVED = "words say that nobody is put out by it"
    DENIED = "words say that there is a minimum, while `disqualifies: false` says that nobody is put out by it"
    NONE = "nobody is put out by it"


SAID = {
    Force.BINDS: "",
    Force.OPEN: "; the documents say that a bid below it may be put out, not that it is",
    Force.UNREAD: "; the documents say “{}”, which was not understood, and may keep such a bid in",
    Force.WAIVED: "; by words of the documents nobody is put out by it",
    Force.DENIED: "; the criterion says that nobody is put out by it, and words of the documents that somebody is",
}
"""What a sentence on a bid below a minimum adds."""
_QUOTED = 160
"""A longer sentence is cut."""


class _Said(Frozen):
    """A sentence of the documents as it stands and without names, the one before it, and whether it holds of a criterion."""

    words: str
    plain: str
    before: str
    own: bool
    of_it: bool


def force_of(case: Case, question: Question) -> Force:
    """Return what follows below the minimum of a criterion."""
    return _read(case, question)[0]


def said_of(case: Case, question: Question) -> tuple[Force, Verb]:
    """Return what follows below the minimum of a criterion, and what a sentence on a bid below it adds."""
    force, words = _read(case, question)
    short = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"
    return force, Verb(SAID.get(force, "").format(short))


def _read(case: Case, question: Question) -> tuple[Force, str]:
    """Return what follows below the minimum of a criterion, and the words that were not understood, empty where all were."""
    said = list(_about(case, question))
    if question.criterion.disqualifies is False:
        return (Force.DENIED if _first(said, minimum_insisted) else Force.NONE), ""
    if question.criterion.disqualifies is None:
        if _first(said, minimum_left_open):
            return Force.OPEN, ""
        binds = _first(said, minimum_binds)
        if not binds and _first(said, minimum_without_force):
            return Force.WAIVED, ""
        names = [name for one in questions(case) for name in sorted(_names(one))]
        doubt = next((one.words for one in said if _is_doubtful(one, names)), "")
        if doubt := doubt or ("" if binds else _first(said, minimum_unclear)):
            return Force.UNREAD, doubt
    return Force.BINDS, ""


def _is_doubtful(said: _Said, names: list[str]) -> bool:
    """Whether a sentence may take from a minimum, though another puts bids out; a usual one on the award is understood."""
    if not said.of_it:
        return keeps_to_another(said.before, said.plain)
    if minimum_loosened(said.plain) or takes_back(said.before, said.plain):
        return True
    return minimum_touched(said.plain) is not None and (said.own or bool(award_words(said.words, names).unread))


def _first(said: list[_Said], read: Callable[[str], str | None]) -> str:
    return next((one.words for one in said if one.of_it and read(one.plain)), "")


def _about(case: Case, question: Question) -> Iterator[_Said]:
    """Yield the sentences of the criterion's own text and of the method of award."""
    own = _names(question)
    others = {name for one in questions(case) if one.criterion is not question.criterion for name in _names(one)} - own
    for text, is_own in ((question.criterion.text, True), (case.tender.award_method, False)):
        before = ""
        for one in sentences(text or ""):
            named = {name for name in (*own, *others) if _whole(name).search(one)}
            plain = nameless(one, own)
            yield _Said(one, plain, before, is_own, bool(is_own or named & own or not named))
            before = plain


def told_in_words(case: Case, asked: list[Question]) -> tuple[str, tuple[str, ...]] | None:
    """Return that words set a minimum which no field of those `asked` gives as a number, and what to give."""
    texts = [(f"{text_of(one.criterion.path)}.minimum_score", one.criterion.text) for one in questions(case)
             if not any(one.criterion is part for each in asked for part in each.lineage)]  # fmt: skip
    names = [name for one in questions(case) for name in (one.criterion.id, one.criterion.name) if name]
    if not asked:
        texts.append(("tender.award_criteria[].minimum_score", case.tender.award_method))
    for name, text in texts:
        for said in pieces(text or ""):
            if minimum_said(said) or minimum_spoken(nameless(said, names)):
                return f"the documents say “{said}”, and {name} is not given", (name,)
    return None


def nameless(text: str, names: Iterable[str]) -> str:
    """Return a text that calls criteria `the question`: what they are called says nothing of a minimum."""
    for name in sorted(names, key=len, reverse=True):
        text = _whole(name).sub("the question", text)
    return text


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _names(question: Question) -> set[str]:
    return {one for one in (question.criterion.id, question.criterion.name) if one}
