"""Answers that a later answer, message or change of the documents takes back: told again after that, they are new."""

from __future__ import annotations

from fairaudit.analysis.messages.withdrawn_answers import change_sentences, numbers_taken_back
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.information.answers.likeness import says_otherwise
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.received.things import Key, answers_in_words, thing_of
from fairaudit.procurement.times.deadlines import moves_deadline
from fairaudit.sources.document import Path

_ASKING = frozenset({
    "how", "many", "much", "what", "which", "when", "where", "why", "do", "does", "there", "if", "number", "tell", "can",
    "confirm",
})  # fmt: skip
"""Words of a question that say nothing of what it is about."""


class _Said(Frozen):
    """When a record says that something else holds than an answer told, and whether it says so plainly."""

    path: Path
    when: When | None
    plain: bool


class _Since(Frozen):
    named: dict[Key, list[_Said]]
    """What is said against an answer by its number."""
    about: dict[frozenset[str], list[Enquiry]]
    """The answers by what their questions are about."""


def taken_back(case: Case, enquiry: Enquiry, earlier: Enquiry) -> bool | None:
    """Whether what an answer told was taken back before another told it again; `None` where it may have been."""
    since = case.once(_since)
    said = [
        one.plain
        for one in since.named.get(thing_of(case, earlier), ())
        if one.path not in (enquiry.path, earlier.path) and _is_between(case, one.when, earlier, enquiry)
    ]
    if any(said):
        return True
    return None if said or _is_told_otherwise(case, enquiry, earlier, since) else False


def _is_told_otherwise(case: Case, enquiry: Enquiry, earlier: Enquiry, since: _Since) -> bool:
    """Whether a question about the same in other words, or a change of the documents, has something else."""
    told, about = earlier.answer or "", _about(earlier.question)
    rows = since.about.get(about, ()) if about else ()
    answers = [(one.answered, one.answer) for one in rows if one.path not in (enquiry.path, earlier.path)]
    changes = [
        (one.date, one.text) for one in case.tender.amendments or () if about & _about(one.text) and _is_of_content(one)
    ]
    return any(
        text and _is_between(case, when, earlier, enquiry) and says_otherwise(case, text, told)
        for when, text in (*answers, *changes)
    )


def _since(case: Case) -> _Since:
    found = _Since({}, {})
    records: list[Enquiry | Event | Amendment] = [*case.enquiries, *case.events, *(case.tender.amendments or ())]
    for record in records:
        plain, perhaps = _taken_back_by(case, record)
        when = record.answered if isinstance(record, Enquiry) else record.date
        for key in dict.fromkeys((*plain, *perhaps)):
            found.named.setdefault(key, []).append(_Said(record.path, when, key in plain))
    for one in case.enquiries:
        if one.answer and (about := _about(one.question)):
            found.about.setdefault(about, []).append(one)
    return found


def _taken_back_by(case: Case, record: Enquiry | Event | Amendment) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return the answers that a record takes back in so many words, and those it may: named apart from what is said."""
    text, title = " ".join(_texts(record)[1:]), _texts(record)[0]
    sentences = (*change_sentences(text), *(() if isinstance(record, Enquiry) else change_sentences(title)))
    if not sentences:
        return (), _agreed(case, record)
    numbers = (number for one in sentences for number in numbers_taken_back(one))
    plain = tuple(key for number in numbers for key in answers_in_words(case, number))
    return plain, answers_in_words(case, f"{title} {text}")


def _agreed(case: Case, record: Enquiry | Event | Amendment) -> tuple[Key, ...]:
    """Return the answers of which a question asks whether they no longer hold, and its answer says yes."""
    if not isinstance(record, Enquiry) or words(record.answer or "")[:1] != ("yes",):
        return ()
    return tuple(key for one in change_sentences(record.question or "") for key in answers_in_words(case, one))


def _texts(record: Enquiry | Event | Amendment) -> tuple[str, ...]:
    """Return what a record is headed by, and what it says."""
    if isinstance(record, Enquiry):
        return record.question or "", record.answer or ""
    if isinstance(record, Event):
        return f"{record.topic or ''} {record.document or ''}", record.text or ""
    return "", record.text or ""


def _is_of_content(change: Amendment) -> bool:
    """Whether a change of the documents is of more than the deadline."""
    return not moves_deadline(change) or len(change.changes or ()) > 1


def _about(text: str | None) -> frozenset[str]:
    return frozenset(gist(text or "")) - _ASKING


def _is_between(case: Case, when: When | None, earlier: Enquiry, later: Enquiry) -> bool:
    """Whether something may have come after one answer and before another."""
    if when is None:
        return True
    before = earlier.answered is not None and case.clock.before(when, earlier.answered) is True
    return not before and not (later.answered is not None and case.clock.before(later.answered, when) is True)
