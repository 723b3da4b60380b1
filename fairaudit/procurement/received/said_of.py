"""What a record says of each answer that it names: that it is not there, or may not be, clause by clause.

A clause may speak of the numbers in it, of those before it, `Q3: not published`, or of what the name of the record is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.messages.not_here import Spoken, elsewhere, not_here
from fairaudit.analysis.messages.promises import promises
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.numbered import left_out, may_count, spelled_out
from fairaudit.analysis.text.questionnumbers import question_numbers
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.of_events import once_of_each, once_of_each_text
from fairaudit.procurement.received.published import is_for_all
from fairaudit.procurement.received.recipients import told, told_of
from fairaudit.procurement.received.things import Key, answers_in_words, enquiries_named, thing_of

_BREAK = re.compile(r"([.;:!?\n]+(?=\s|$)|\s[-–—]+\s|,\s|[()\[\]]|\b(?:and|but|while|whereas)\b)")
_STOPS = frozenset(".;!?\n()[]")
_COMING = frozenset({"will", "shall", "to", "being"})
_DONE = frozenset(
    {"answered", "published", "issued", "released", "circulated", "posted", "follow", "dealt", "addressed"}
)
_SEPARATE = frozenset({"separately", "individually", "privately"})
_OPEN_TO_ALL = frozenset({"all", "everybody", "everyone", "every", "each", "published", "bulletin"})
_LEADS = frozenset(
    {"question", "questions", "query", "queries", "enquiry", "enquiries", "cq", "tq", "rfi", "no", "the"}
)
_HEADS = _LEADS | {
    "answer", "answers", "reply", "replies", "response", "responses", "clarification", "clarifications", "to", "of", "on", "for",
    "our", "bulletin", "circular", "log",
}  # fmt: skip
"""Words that say no more than that answers are given, and to which questions."""
_BESIDE = frozenset({"confidential", "please", "note", "that", "noted", "thank", "you", "thanks"})
_TELLING = 3
"""How many telling words an answer must have to be known by them among others; a heuristic."""


class SaidOf(Frozen):
    """Of which answers a record says that it does not bring them, which it speaks of otherwise, and which it leaves open."""

    back: frozenset[Key]
    brought: frozenset[Key]
    open: frozenset[Key]


_NOTHING = SaidOf(frozenset(), frozenset(), frozenset())


class _Clause(Frozen):
    """A clause of a text: what stands before and after it, its words, and the answers whose numbers are in it.

    A number may be of a question that is not recorded: then it speaks of no other.
    """

    before: str
    said: tuple[str, ...]
    named: frozenset[Key]
    numbered: bool
    after: str


class _Place(Frozen):
    """A record in which answers may stand: the words of its name, and whom it reached."""

    name: tuple[str, ...]
    reached: frozenset[str]


@once_of_each
def said_of(case: Case, event: Event) -> SaidOf:
    """Return what a record says of the answers that it names."""
    if not enquiries_named(case, event) and not _any_names_answers(case, (event.topic, event.document, event.text)):
        # What names no answer says of none that it is here or not.
        return _NOTHING
    readings = [_Reading(case, event, one) for one in (event.topic, event.document, event.text) if one]
    for one in readings:
        one.read()
    back = {key for one in readings for key in one.back}
    told_then = {key for one in readings for key in one.told}
    brought = {key for one in readings for key in one.brought} | told_then
    left_open = {key for one in readings for key in one.open} | (back & brought)
    held = {key for key in back | left_open if _holds(case, event, key, half=key in told_then)}
    return SaidOf(frozenset(back - brought - held), frozenset(brought), frozenset(left_open - held))


@once_of_each_text
def _any_names_answers(case: Case, texts: tuple[str | None, ...]) -> bool:
    return any(_names_answers(case, one) for one in texts if one)


@once_of_each_text
def _names_answers(case: Case, text: str) -> bool:
    """Whether any clause of a text names an answer, or it says that one is left out."""
    if not may_count(text):
        return False
    pieces = (*_BREAK.split(text)[::2], *(numbers for numbers, _ in left_out(text)))
    return any(answers_in_words(case, one) for one in pieces)


class _Reading:
    """The reading of one text: what was said so far, and of which answers the next clause may speak."""

    def __init__(self, case: Case, event: Event, text: str) -> None:
        self.case, self.event, self.text = case, event, text
        self.named = frozenset(enquiries_named(case, event))
        self.back: set[Key] = set()
        self.brought: set[Key] = set()
        self.open: set[Key] = set()
        self.waiting: frozenset[Key] = frozenset()
        """What is named alone: what is said of it may follow, `Q3 and Q4 will be answered later`."""
        self.listed: frozenset[Key] = frozenset()
        """What of this goes on with a list that something was said of: `Answers to Q1 and Q2; Q3 follows`."""
        self.last: frozenset[Key] = frozenset()
        """What the sentence spoke of before."""
        self.follows: frozenset[Key] = frozenset()
        """What was last said to follow: it may, at once."""
        self.told: frozenset[Key] = frozenset()
        """What may have followed so."""

    def read(self) -> None:
        clauses = tuple(_clauses(self.case, self.text))
        for one in clauses:
            self._take(one, whole=not any(it.numbered for it in clauses))
        # A name by itself says what the whole is about.
        self.brought |= self.waiting if self.text is self.event.text else set()
        for numbers, alone in left_out(self.text):
            keys = frozenset(answers_in_words(self.case, numbers))
            self.back |= keys if alone else set()
            self.open |= keys & self.named

    def _take(self, one: _Clause, *, whole: bool) -> None:
        """Take what a clause says into account; as a whole, no text names a number, and it is of what the record is about."""
        if not _STOPS.isdisjoint(one.before) and "(" not in one.before:
            self.last = frozenset()
        about = self.waiting or self.last or (self.named if whole else frozenset())
        spoken = not_here(one.said) if one.after != ":" else None
        if _is_to_come(one.said):
            self._not_here(one, self.waiting)
        elif spoken is Spoken.NUMBER or (spoken is Spoken.ANSWER and about) or (promises(one.said) and one.numbered):
            self._not_here(one, about)
            self.follows = one.named if one.numbered else about
        elif spoken is not None or promises(one.said):
            self.open |= about
            self.waiting = frozenset()
        elif (place := elsewhere(one.said)) is not None and not _is_recorded(self.case, self.event, place.name):
            self.open |= one.named if one.numbered else about
            self.waiting = frozenset()
        elif not all(word in _BESIDE for word in one.said):
            self._says(one)

    def _not_here(self, one: _Clause, about: frozenset[Key]) -> None:
        """Take a clause that says that answers are not there: those it names, and those in one list with them."""
        if not one.numbered:
            self.back |= about
        else:
            goes_on = one.before.strip() in (",", "and")
            self.back |= one.named | (self.waiting - self.listed if goes_on else set())
            self.open |= self.listed if one.before.strip() == "and" else set()
            apart = self.waiting if not goes_on else self.listed
            self.brought |= apart if self.text is self.event.text else set()
        self.last = one.named if one.numbered else about
        self.waiting = self.listed = frozenset()

    def _says(self, one: _Clause) -> None:
        """Take any other clause: it names what the next is about, heads a list, or says something of what was named."""
        said = words(spelled_out(" ".join(one.said))) if one.numbered else one.said
        if _names_alone(said):
            if self.last and one.before.strip() in (",", "and"):
                self.listed |= one.named
            self.waiting |= one.named
            return
        if not (one.numbered and all(word in _HEADS or any(map(str.isdigit, word)) for word in said)):
            self.brought |= one.named | self.waiting
            self.told |= frozenset() if one.numbered or self.waiting else self.follows
        self.last = one.named if one.numbered else self.waiting or self.last
        self.waiting = self.listed = frozenset()


def _clauses(case: Case, text: str) -> Iterator[_Clause]:
    """Yield the clauses of a text, each with the signs or the word on both sides of it."""
    pieces = ["", *_BREAK.split(text), ""]
    before = ""
    for at in range(1, len(pieces), 2):
        before += pieces[at - 1]
        if said := words(pieces[at]):
            named = frozenset(answers_in_words(case, pieces[at]))
            numbered = bool(named or question_numbers(pieces[at]))
            yield _Clause(before, said, named, numbered, pieces[at + 1].strip())
            before = ""


def _is_to_come(said: tuple[str, ...]) -> bool:
    coming = any(
        word in _COMING
        and not _DONE.isdisjoint(said[at + 1 : at + 4])
        and not {"be", "follow", "answered"}.isdisjoint(said[at + 1 : at + 3])
        for at, word in enumerate(said)
    )
    return coming or ("answered" in said and not _SEPARATE.isdisjoint(said) and _OPEN_TO_ALL.isdisjoint(said))


def _names_alone(said: tuple[str, ...]) -> bool:
    return all(one in _LEADS or any(map(str.isdigit, one)) for one in said)


def _is_recorded(case: Case, event: Event, name: tuple[str, ...]) -> bool:
    """Whether another record by a name went to all, or to everybody to whom an event did that points to it."""
    keys = told(case, event).keys
    return any(
        one.name != words(event.document or event.topic or "")
        and any(one.name[at : at + len(name)] == name for at in range(len(one.name)))
        and (EVERYBODY in one.reached or (bool(keys) and keys <= one.reached))
        for one in case.once(_places)
    )


def _places(case: Case) -> tuple[_Place, ...]:
    documents = (
        _Place(words(one.title or one.id or ""), told_of(case, one.recipients or ()).keys)
        for one in case.tender.documents or ()
    )
    everybody = frozenset({EVERYBODY})
    events = (
        _Place(words(name), everybody if is_for_all(case, one) else told(case, one).keys)
        for one in case.events
        for name in (one.document, one.topic)
        if name and one.kind in ("document", "publication", "answer")
    )
    return (*documents, *events)


def _holds(case: Case, event: Event, key: Key, *, half: bool) -> bool:
    """Whether the text of an event holds an answer word for word, or is it; or half of its words, after `The answer follows.`."""
    text = frozenset(gist(event.text or ""))
    return any(
        text == one or (len(one) >= _TELLING and one <= text) or (half and 2 * len(one & text) >= len(one))
        for one in case.once(_given).get(key, ())
    )


def _given(case: Case) -> dict[Key, tuple[frozenset[str], ...]]:
    found: dict[Key, tuple[frozenset[str], ...]] = {}
    for one in case.enquiries:
        if one.answer and (telling := frozenset(gist(one.answer))):
            found[thing_of(case, one)] = (*found.get(thing_of(case, one), ()), telling)
    return found
