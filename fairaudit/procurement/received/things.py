"""What makes two records one thing that bidders receive: its id, the question it answers, or the document and its version.

An export has a row for each recipient as often as one for each answer, and a document may stand in a list and in an event:
whoever looks at one of the rows alone finds that the others had nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, time
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.asked import asks_nothing, leans, points_elsewhere, wording, wording_of_an_answer
from fairaudit.analysis.messages.references import only_refers
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.numbered import numbers_named, spelled_out, without_ending
from fairaudit.analysis.text.questionnumbers import QuestionNumber, number_of, question_numbers
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment, Disclosure, DocumentVersion
from fairaudit.procurement.received.of_events import once_of_each, once_of_each_text
from fairaudit.procurement.received.within import (
    Name,
    is_plain,
    is_version,
    names_within,
    numbers_of_changes,
    versions_said,
)
from fairaudit.sources.document import Path

Key = tuple[object, ...]
"""What the records of one thing share."""

_COPY_OF = late_pattern(
    r"(?i)^\s*(?:(?:a|an|another|second|further) )?(?:(?:duplicate )?copy|duplicate|re-?send) of (?:the )?"
)
_ONCE_MORE = late_pattern(
    r"(?i)(?<![\s,:;\u2013-])[\s,:;\u2013-]*(?:\s(?:once )?again|[\s(\[](?:sent again|re-?sent|second copy|duplicate)"
    r"(?:[\s,:;\u2013-]+(?:as )?(?:the )?(?:link|file|download)(?: had| has)? (?:expired|broken|failed))?)[)\]]?\s*$"
)
_ANSWERING = frozenset((
    "answer", "answers", "reply", "replies", "response", "responses", "re", "fw", "fwd", "to", "the", "your", "our",
))  # fmt: skip
"""Words of a name that say no more than that it is an answer."""
_TELLING = 3
"""How many telling words make two questions one; a heuristic."""


class _Things(Frozen):
    """The answers, changes and documents of a case: by the place of each record, and by what an event may call them."""

    places: dict[Path, Key]
    answers: dict[str, Key]
    questions: dict[Key, Key]
    asked: dict[str, dict[Key, QuestionNumber]]
    """The answers to questions whose ids are numbers, by these."""
    changes: dict[str, Key]
    versions: dict[str, list[DocumentVersion]]
    data: dict[str, Key]
    numbered: dict[str, dict[Key, None]]
    """The changes whose ids have a number."""
    explained: dict[Key, frozenset[str]]
    """The words in which changes are told: beside its id they name nothing else."""
    begins: frozenset[str]
    """The words with which the names of changes, documents and data begin."""

    def is_known(self, name: str) -> bool:
        """Whether something is called by a folded name."""
        return name in self.versions or name in self.changes or name in self.data


def thing_of(case: Case, record: Enquiry | Amendment | DocumentVersion | Disclosure) -> Key:
    """Return which answer, change, version of a document or set of data a record is about."""
    return case.once(_things).places[record.path]


def answers_called(case: Case, event: Event, lot: str | None) -> tuple[Key, ...]:
    """Return which answers an event is about: those of enquiries it names, or else what events call by one name."""
    name = event.topic or event.document
    if not name:
        return (("answer", event.path),)
    return enquiries_named(case, event) or (("answer", *answer_named(case, name), lot),)


@once_of_each
def enquiries_named(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that an event names: by the id of an enquiry alone, by the question, or by ids among other words."""
    return _enquiries_in(case, (event.topic, event.document, event.text))


@once_of_each_text
def _enquiries_in(case: Case, texts: tuple[str | None, ...]) -> tuple[Key, ...]:
    """Return the answers that a topic, a document and a text name: many events say the same."""
    known, (topic, document, text) = case.once(_things), texts
    if not known.answers and not known.questions:
        return ()
    called = [one for one in (topic, document) if one]
    for name in called:
        if found := known.answers.get(folded(name)) or known.questions.get(gist(name)):
            return (found,)
    ids = dict.fromkeys(one for name in (*called, text or "") for one in numbers_named(name))
    exact = dict.fromkeys(known.answers[one] for one in ids if one in known.answers)
    # Of `CQ 1, 2 and 3` the first alone is written as its id is.
    return tuple(exact | dict.fromkeys(_asked_under(known, called, as_written=bool(exact))))


def answers_in_words(case: Case, text: str) -> tuple[Key, ...]:
    """Return the answers whose numbers stand in a text, under whatever spelling."""
    known = case.once(_things)
    if not known.answers:
        return ()
    exact = [known.answers[one] for one in numbers_named(text) if one in known.answers]
    return tuple(dict.fromkeys((*exact, *_asked_under(known, [text]))))


def _asked_under(known: _Things, called: list[str], *, as_written: bool = False) -> Iterator[Key]:
    """Yield the answers whose questions have a number under another spelling: `Clarification 1` and `CQ-001` for `CQ1`.

    As written, it is of the list that is named, and no other.
    """
    for number in dict.fromkeys(number for one in called for number in question_numbers(one)):
        ids = known.asked.get(number.number, {})
        found = [key for key, one in ids.items() if one == number] or [
            key for key, one in ids.items() if one.may_be(number) and not as_written
        ]
        if len(found) == 1:
            yield found[0]


def answer_named(case: Case, name: str) -> tuple[str, ...]:
    """Return what answers are called that no list holds: the number of a question, or words without those for answering."""
    numbers = question_numbers(name)
    if len(numbers) == 1:
        lists = case.once(_lists)
        only = next(iter(lists)) if len(lists) == 1 else ""
        return ("number", numbers[0].of or only, numbers[0].number)
    own = folded(name).split()
    return (" ".join(one for one in own if one not in _ANSWERING) or " ".join(own),)


def _lists(case: Case) -> frozenset[str]:
    """Return the lists of questions that answers name: where it is one, a number alone is of it."""
    names = (one.topic or one.document or "" for one in case.events if one.kind == "answer")
    return frozenset(number.of for one in names for number in question_numbers(one) if number.of)


def documents_called(case: Case, event: Event, lot: str | None) -> tuple[Key, ...]:
    """Return which documents, changes or data an event is about: those it plainly names, or what events call by one name."""
    name = event.document or event.topic
    if not name:
        return (("document", event.path),)
    return known_called(case, event) or (("document", folded(sent_again(name)), lot),)


@once_of_each
def known_called(case: Case, event: Event) -> tuple[Key, ...]:
    """Return which recorded documents, changes or data an event plainly names, by that alone or among words that fit.

    Of a document it is the version that is named, or else the one that was there when it went.
    """
    name = event.document or event.topic
    return told_by(case, name, event.date)[0] if name else ()


def things_mentioned(case: Case, event: Event) -> tuple[Key, ...]:
    """Return which recorded documents, changes or data an event may be about, since it names them among other words."""
    named = known_called(case, event)
    called = [one for one in (event.document, event.topic, event.text) if one]
    found = (key for name in called for keys in told_by(case, name, event.date) for key in keys)
    return tuple(one for one in dict.fromkeys(found) if one not in named)


def told_by(case: Case, name: str, when: When | None) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Return what a name plainly is, and what is only mentioned in it."""
    known = case.once(_things)
    if not known.begins:
        return (), ()
    own = folded(name)
    if exact := _keys(case, known, (own,), when, frozenset()):
        return exact, ()
    said, names, numbers = _named_in(case, name)
    if not names and not numbers:
        return (), ()
    changes = dict.fromkeys(known.changes[one.called] for one in names if one.called in known.changes)
    explained = frozenset[str]()
    for number in numbers:
        if len(numbered := known.numbered.get(number, {})) == 1:
            changes.update(dict.fromkeys(numbered))
            explained |= {number}
    versions = frozenset() if changes else versions_said(said)
    keys = tuple(changes) or _keys(case, known, tuple(one.called for one in names), when, versions)
    explained |= versions | {f"v{one}" for one in versions}
    explained = explained.union(*(known.explained.get(one, frozenset()) for one in keys))
    if keys and is_plain(said, names, bool(changes), explained):
        return keys, ()
    by_number = any(numbers) and bool(changes)
    return (), keys if by_number or any(one.telling for one in names) else ()


@once_of_each_text
def _named_in(case: Case, name: str) -> tuple[tuple[str, ...], tuple[Name, ...], tuple[str, ...]]:
    """Return the words of a name, the things that are called among them, and the numbers of changes."""
    known, said = case.once(_things), words(spelled_out(name))
    return said, names_within(said, known.is_known, known.begins), numbers_of_changes(said)


def _keys(
    case: Case, known: _Things, called: tuple[str, ...], when: When | None, versions: frozenset[str]
) -> tuple[Key, ...]:
    """Return the things that go by some names: of a document one version, by whatever names it is called."""
    documents: list[list[DocumentVersion]] = []
    found: dict[Key, None] = {}
    for name in called:
        own = [one for one in known.versions.get(name, ()) if is_version(one.version, versions)]
        for at, others in enumerate(documents):
            if both := [one for one in own if any(one is it for it in others)]:
                documents[at] = both
                break
        else:
            documents += [own] if own else []
        if name not in known.versions and (other := known.changes.get(name) or known.data.get(name)):
            found[other] = None
    return (*(known.places[_version_at(case, one, when).path] for one in documents), *found)


def versions_called(case: Case, name: str) -> tuple[DocumentVersion, ...]:
    """Return the versions of a document that somebody calls by its id or its title, with or without the version."""
    return tuple(case.once(_things).versions.get(folded(name), ()))


def sent_again(name: str) -> str:
    """Return what a name says was sent once more: `Copy of Plan 4`, `Plan 4 again` and `Plan 4 (re-sent, link expired)`."""
    return _ONCE_MORE.sub("", _COPY_OF.sub("", name)) or name


def question_of(one: Enquiry) -> Key:
    """Return what makes two records one question: its telling words, or its id where there are too few of them."""
    told_by = gist(one.question or "")
    return told_by if len(told_by) >= _TELLING else ("id", one.id) if one.id else ("place", str(one.path))


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name apart from capitals, signs, spaces and the ending of a file."""
    return " ".join(words(without_ending(name.strip()))) or name.strip()


def _things(case: Case) -> _Things:
    places: dict[Path, Key] = {}
    answers: dict[str, Key] = {}
    questions: dict[Key, Key] = {}
    changes: dict[str, Key] = {}
    versions: dict[str, list[DocumentVersion]] = {}
    _place_answers(case, places, answers, questions)
    numbered, explained = _place_changes(case, places, changes)
    data = _place_data(case, places)
    same: dict[Key, Key] = {}
    for one in case.tender.documents or ():
        marks: list[Key] = [
            (kind, name, one.version)
            for kind, name in (("id", one.id), ("title", folded(one.title) if one.title else None))
            if name
        ]
        # Two ids of one title are one document where they are of one version: a row for each recipient may have its own id.
        places[one.path] = _one_key(same, marks if one.version else marks[:1], ("document", one.path))
        for mark in marks[1:]:
            same.setdefault(mark, places[one.path])
        for name in {folded(it) for called in (one.id, one.title) if called for it in _names(called, one.version)}:
            versions.setdefault(name, []).append(one)
    asked = _numbered(answers)
    begins = frozenset(one.split(" ", 1)[0] for one in (*changes, *versions, *data))
    return _Things(places, answers, questions, asked, changes, versions, data, numbered, explained, begins)


def _numbered(answers: dict[str, Key]) -> dict[str, dict[Key, QuestionNumber]]:
    found: dict[str, dict[Key, QuestionNumber]] = {}
    for called, key in answers.items():
        if number := number_of(called):
            found.setdefault(number.number, {})[key] = number
    return found


def _place_changes(
    case: Case, places: dict[Path, Key], changes: dict[str, Key]
) -> tuple[dict[str, dict[Key, None]], dict[Key, frozenset[str]]]:
    """Put together the records of one change, with the numbers of their ids and the words they are told in."""
    moved: dict[Key, Key] = {}
    numbered: dict[str, dict[Key, None]] = {}
    explained: dict[Key, frozenset[str]] = {}
    for change in case.tender.amendments or ():
        key = places[change.path] = _one_key(moved, _change(change), ("change", change.path))
        told = (change.text, change.to, *(change.changes or ()))
        explained[key] = explained.get(key, frozenset()).union(*(words(one) for one in told if one))
        if change.id:
            changes[folded(change.id)] = key
            for number in re.findall(r"\d+", change.id):
                numbered.setdefault(number.lstrip("0"), {})[key] = None
    return numbered, explained


def _place_data(case: Case, places: dict[Path, Key]) -> dict[str, Key]:
    """Put together the records of one set of data, and return them by the documents they stand in."""
    data: dict[str, Key] = {}
    for one in case.tender.disclosures or ():
        places[one.path] = ("data", (one.kind, one.document) if one.kind or one.document else one.path)
        if one.document:
            data.setdefault(folded(one.document), places[one.path])
    return data


def _change(one: Amendment) -> list[Key]:
    """Return what makes two records one change: its id or its words, or what it set to what."""
    name = one.id or one.text
    marks: list[Key] = [("name", folded(name))] if name else []
    return [*marks, ("set", one.changes, one.from_, one.to)] if one.changes and one.to else marks


def _place_answers(case: Case, places: dict[Path, Key], answers: dict[str, Key], questions: dict[Key, Key]) -> None:
    """Put together the records of one answer: by an id under which one thing was asked, or by what was asked."""
    asked: dict[str, set[Key]] = {}
    for one in case.enquiries:
        if one.id and one.question:
            asked.setdefault(one.id, set()).add(question_of(one))
    same: dict[Key, Key] = {}
    for one in case.enquiries:
        question = question_of(one)
        marks: list[Key] = []
        if one.id:
            marks.append(("id", one.id, question if one.question and len(asked[one.id]) > 1 else None))
        if question[0] != "id" and question[0] != "place":
            marks.append(("asked", question, one.lots))
        elif _is_one_writing(one):
            # A row for each asker, or each recipient, may have an id of its own.
            marks.append(("written", wording(one.question or ""), wording_of_an_answer(one.answer or ""), one.lots))
        places[one.path] = _one_key(same, marks, ("answer", one.path))
        if one.id:
            answers.setdefault(folded(one.id), places[one.path])
        if one.question and question[0] not in ("id", "place"):
            questions.setdefault(question, places[one.path])


def _is_one_writing(one: Enquiry) -> bool:
    """Whether a short question says by itself what it asks, and its answer what it answers.

    Another row with the same words is then a record of that answer; `Is it mandatory?` may be asked of several things.
    """
    question, answer = one.question or "", one.answer or ""
    if not gist(question) or asks_nothing(question) or leans(question):
        return False
    return bool(words(answer)) and not (leans(answer) or points_elsewhere(answer) or only_refers(answer))


def _one_key(same: dict[Key, Key], marks: list[Key], own: Key) -> Key:
    """Return the key under which one of the marks of a record is known, or its own."""
    key = next((same[one] for one in marks if one in same), own)
    for one in marks:
        same.setdefault(one, key)
    return key


def _names(called: str, version: str | None) -> tuple[str, ...]:
    called = without_ending(called)
    return (
        (called, f"{called} {version}", f"{called} v{version}", f"{called} version {version}") if version else (called,)
    )


def _version_at(case: Case, versions: list[DocumentVersion], when: When | None) -> DocumentVersion:
    """Return the last version that was there at a moment, before any was the first, and the last of all where none is given."""
    begun = [(_begun(case, one.available_at), one) for one in versions]
    at = case.clock.local(when) if when else None
    if at is not None:
        # What is sent on the day of a version, or at its hour, is that version.
        last = at if when and when.time else datetime.combine(at.date(), time.max)
        begun = [it for it in begun if it[0] <= last] or [min(begun, key=lambda it: it[0])]
    return max(begun, key=lambda it: it[0])[1]


def _begun(case: Case, when: When | None) -> datetime:
    return (case.clock.local(when) if when else None) or datetime.min
