"""Answers of which a record says by its name or words that it may not hold them: pending, redacted, another figure, `See CQ2`.

What only may be the answer is neither it nor plainly something else: it leaves a question.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.asked import points_to_a_number
from fairaudit.analysis.messages.contrary import is_contrary
from fairaudit.analysis.messages.sending_words import ANSWERS
from fairaudit.analysis.messages.standing import is_withdrawn
from fairaudit.analysis.messages.stillmissing import holds_no_answers, still_missing
from fairaudit.analysis.names import words
from fairaudit.analysis.text.numbered import may_count
from fairaudit.analysis.text.questionnumbers import question_numbers
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.of_events import once_of_each, once_of_each_text
from fairaudit.procurement.received.said_of import said_of
from fairaudit.procurement.received.things import Key, answers_in_words, enquiries_named, thing_of

_PIECE = re.compile(r"[.;:!?\n]+(?=\s|$)|\s[-\u2013\u2014]+\s|,\s|[()\[\]]|\b(?:and|but|while|whereas|save)\b")
_WITHOUT = frozenset({
    "pending", "withheld", "outstanding", "awaited", "unanswered", "omitted", "redacted", "excluded", "missing", "deferred",
})  # fmt: skip
_QUESTIONS = frozenset({"question", "questions", "query", "queries", "enquiry", "enquiries", "cqs", "tqs", "rfis"})
_NO_ANSWER = late_pattern(
    r"\b(?:not (?:yet |been )?(?:answered|included)|left out|(?:no|without) (?:any )?(?:answer|answers|replies|responses)"
    r"|questions only)\b"
)
_BESIDE = ANSWERS | _QUESTIONS | {
    "not", "no", "here", "yet", "still", "is", "are", "was", "were", "be", "being", "in", "this", "that", "without", "left",
    "out", "included", "clarification", "clarifications", "of", "for", "only", "the", "cq", "tq", "rfi", "q", "number", "any",
    "text", "currently", "so", "far", "to",
}  # fmt: skip
_LISTED = re.compile(
    r"\blists? of (?:\w+ ){0,2}(?:questions|queries|enquiries)\b"
    r"|\b(?:questions|queries|enquiries) (?:received|asked|raised|submitted|only)\b"
)
_SENT = frozenset({"sent", "published", "issued", "circulated", "posted", "uploaded", "emailed", "given", "attached"})


@once_of_each
def perhaps_not_brought(case: Case, event: Event) -> frozenset[Key]:
    """Return the answers that a record names, and may not hold by what it says of them or in their place."""
    named = frozenset(enquiries_named(case, event))
    found = _lacking_by_number(case, (event.topic, event.document, event.text))
    if not named:
        return found | said_of(case, event).open
    names = [one for one in (event.topic, event.document) if one]
    texts = [*names, *([event.text] if event.text else [])]
    if _lists_questions(texts) or _names_no_answers(event, names):
        found |= named
    found = found.union(*(_said_to_lack(case, one, named) for one in texts))
    return found | said_of(case, event).open | frozenset(one for one in named if _says_otherwise(case, one, event))


@once_of_each_text
def _lacking_by_number(case: Case, texts: tuple[str | None, ...]) -> frozenset[Key]:
    """Return the answers that a topic, a document or a text says to lack by number, or the first two to be still to come."""
    given = [one for one in texts if one]
    if not any(map(may_count, given)):
        return frozenset()
    lacking = [_said_to_lack(case, one, frozenset()) for one in given]
    missing = [number for name in texts[:2] if name for number in still_missing(name)]
    return frozenset[Key]().union(*lacking, *[answers_in_words(case, one) for one in missing])


def _said_to_lack(case: Case, text: str, named: frozenset[Key]) -> frozenset[Key]:
    """Return what a text says to lack: `CQ7 pending`, `Unanswered: CQ7`, or all where no number stands by it: `(no answers)`."""
    pieces = [one for one in _PIECE.split(text) if words(one)]
    found: set[Key] = set()
    if "save" in words(text) and len(pieces) > 1:
        found.update(answers_in_words(case, re.split(r"\bsave\b", text)[-1]))
    for at, piece in enumerate(pieces):
        if _lacks(words(piece)):
            # A number may be of a question that is not recorded: then no other is meant.
            rest = [one for one in (piece, *pieces[at + 1 :]) if question_numbers(one)]
            meant = [piece] if piece in rest else rest
            found.update((key for one in meant for key in answers_in_words(case, one)) if meant else named)
    return frozenset(found)


def _lacks(said: tuple[str, ...]) -> bool:
    """Whether a few words say that there is no answer, and nothing else."""
    if not all(one in _WITHOUT | _BESIDE or any(map(str.isdigit, one)) for one in said):
        return False
    if not _WITHOUT.isdisjoint(said):
        return {"no", "not"}.isdisjoint(said)
    plain = " ".join(said)
    return _NO_ANSWER.search(plain) is not None


def _lists_questions(texts: list[str]) -> bool:
    """Whether a name says that questions are listed, and nothing speaks of answers: `Questions received CQ1-CQ9`."""
    plain = " . ".join(" ".join(words(one)) for one in texts)
    return _LISTED.search(plain) is not None and ANSWERS.isdisjoint(plain.split())


def _names_no_answers(event: Event, names: list[str]) -> bool:
    """Whether what is there to be read is called by questions alone, `Questions Q1-3.pdf`; an answer is one by its kind."""
    return event.kind in ("document", "publication") and not event.text and any(map(holds_no_answers, names))


def _says_otherwise(case: Case, key: Key, event: Event) -> bool:
    """Whether what stands for an answer has another figure, the opposite, or only points elsewhere or says it was withdrawn."""
    given, text = case.once(_given).get(key, ()), event.text or ""
    if event.kind in ("document", "publication") or not given or not text:
        return False
    if all(is_withdrawn(text) and not is_withdrawn(one) for one in given):
        return True
    if points_to_a_number(text) and key not in answers_in_words(case, text):
        return not any(map(points_to_a_number, given))
    # What only says that an answer was sent may have any figure.
    return _SENT.isdisjoint(words(text)) and all(is_contrary(text, one) for one in given)


def _given(case: Case) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, tuple[str, ...]] = {}
    for one in case.enquiries:
        if one.answer:
            found[thing_of(case, one)] = (*found.get(thing_of(case, one), ()), one.answer)
    return found
