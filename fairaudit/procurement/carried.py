"""Messages that carry an answer or a change, whatever kind of event they were entered as, and those that only may.

`Answer to question Q1: yes, nine` sent to a bidder is the answer, as a message, an e-mail or a letter; `Q1 will be answered
next week` is not, and `Q1: see below` leaves it open. A message that says that it came back carries nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.messages.bounces import came_back
from fairaudit.analysis.messages.put_off import answers
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.numbered import numbers_named, spelled_out
from fairaudit.analysis.text.questionnumbers import number_of, question_numbers
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.keptback import kept_back, only_says_that_it_was_given, pointed_to
from fairaudit.procurement.notbrought import perhaps_not_brought
from fairaudit.procurement.of_events import all_of_each, once_of_each
from fairaudit.procurement.published import (
    holds_answers,
    is_of_answers_alone,
    is_to_come,
    names_nobody,
    taken_back_in,
)
from fairaudit.procurement.records import Enquiry, Event
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import Amendment
from fairaudit.procurement.things import Key, answers_in_words, enquiries_named, known_called, thing_of, told_by

_ANY_WAY = frozenset(("contact", "meeting", "clarification", "other"))
"""Kinds of event by which anything may be sent, beside those that a user names."""
_CLAUSE = re.compile(r"[.;:!?\n]+(?=\s|$)|\s[-–—]+\s")
_ANSWER = frozenset(("answer", "answers", "answered", "reply", "replies", "response", "responses"))
_SENT = _ANSWER | {
    "sent", "send", "sending", "circulated", "forwarded", "attached", "enclosed", "copied", "published", "issued", "shared",
    "given", "told", "read", "notified", "notice", "copy", "posted",
}  # fmt: skip
_BESIDE = frozenset((
    "the", "a", "to", "of", "on", "for", "from", "by", "and", "our", "your", "re", "fw", "fwd", "question", "questions", "query",
    "queries", "enquiry", "enquiries", "clarification", "clarifications", "cq", "tq", "rfi", "no", "nr", "number", "another",
    "other", "bidder", "bidders", "tenderer", "tenderers", "supplier", "suppliers", "all", "in", "full", "below", "attached",
    "enclosed", "sent", "circulated", "forwarded", "issued", "published", "notice", "is", "was", "as", "follows", "q", "text",
    "copy",
))  # fmt: skip
"""Words that say no more than that an answer or a change is sent."""
_OF_CHANGES = frozenset(("amendment", "change", "addendum", "corrigendum"))
_LATER = frozenset(
    ("later", "soon", "shortly", "tomorrow", "pending", "awaiting", "awaited", "prepared", "drafted", "drafting")
)
_TO_DO = frozenset(
    ("will", "shall", "to", "would", "cannot", "not", "never", "hope", "hopes", "hopefully", "intend", "plan")
)
_MAY_PUT_OFF = _LATER | _TO_DO
_DOING = frozenset((
    "answer", "answered", "reply", "respond", "follow", "come", "revert", "send", "sent", "issue", "issued", "publish",
    "published", "circulate", "circulated", "write", "get", "yet",
))  # fmt: skip
_READ = ("document", "publication", "answer")
"""Kinds of event of what is there to be read."""
_MANY = frozenset(("answers", "replies", "responses", "clarifications", "faq", "faqs"))
_SENT_OUT = _SENT | {"uploaded", "available", "updated", "find", "added"}
_WITHDRAWN = frozenset(("withdrawn", "withdrew", "retracted"))
"""What is said of a question by a name that holds no answer to it: `CQ-07 withdrawn by the asker`."""
_TURNED = frozenset(("no", "not", "never", "cannot", "only", "except", "without", "unless"))
"""Words that may turn round what the others say."""
_ENDING = re.compile(r"\.[a-z]{3,4}$", re.IGNORECASE)
_TELLING = 3
"""How many telling words an answer must have to be known by them; a heuristic."""
_BY_THE_HOUR = timedelta(hours=1)
"""How long before it is recorded something may have been sent; a heuristic."""


class _Known(Frozen):
    """What is known of an answer or a change: when it was given, the telling words of it, and those of its id."""

    when: When | None
    told: frozenset[str]
    called: frozenset[str]


@once_of_each
def answers_carried(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that an event plainly brought to those it was sent to."""
    if names_nobody(event):
        return ()
    doubtful = perhaps_not_brought(case, event) | kept_back(case, event)
    told = (key for key, plain in _answers_in(case, event) if plain and key not in doubtful)
    return tuple(dict.fromkeys((*told, *answers_held(case, event))))


def answers_held(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that an event holds word for word, or by a name that is the number of the question alone."""
    doubtful = perhaps_not_brought(case, event)
    return tuple(key for key, plain in _held_in(case, event) if plain and key not in doubtful)


@once_of_each
def changes_carried(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the changes that an event plainly brought to those it was sent to."""
    if names_nobody(event) or not _is_any_way(event):
        return ()
    return tuple(key for key, plain in _changes_in(case, event) if plain)


def says_no_more_than(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers and changes that an event plainly brought, where its words say these alone, and all of them."""
    keys = (*answers_carried(case, event), *changes_carried(case, event))
    known = case.once(_known)
    told = frozenset(word for key in keys for word in known[key].told)
    called = frozenset(word for key in keys for word in known[key].called)
    names = (event.topic, event.document, event.reason)
    said = frozenset(word for one in (*names, event.text) if one for word in gist(one))
    return keys if keys and told and told <= said and _adds_nothing(said - told - called) else ()


def perhaps_carried(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers, changes or documents that an event may have brought, or would have, had it not come back."""
    if is_bounce(event):
        return bounced(case, event)
    if event.kind in _READ:
        held = (key for key, plain in _held_in(case, event) if not plain)
        return tuple(
            dict.fromkeys((*held, *_may_be_within(case, event), *_not_plainly(case, event), *_listed(case, event)))
        )
    if not _is_any_way(event):
        return ()
    found = (*_answers_in(case, event), *_held_in(case, event), *_changes_in(case, event))
    # To whom it went is not said where nobody is named.
    named = dict.fromkeys(key for key, plain in found if not plain or names_nobody(event))
    return tuple(named | dict.fromkeys((*_not_plainly(case, event), *_said_to_be_there(case, event))))


def _not_plainly(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers that a record may not hold, and may all the same."""
    doubtful = perhaps_not_brought(case, event)
    if not doubtful or taken_back_in(event) is not None:
        return ()
    known, back = case.once(_known), kept_back(case, event)
    return tuple(sorted((one for one in doubtful if one in known and one not in back), key=str))


def _listed(case: Case, event: Event) -> Iterator[Key]:
    """Yield the answers that may be in a log, by the numbers in its text: `Clarification responses`, `CQ 5 to 9`."""
    if event.kind != "answer" and event.text and holds_answers(event) and not enquiries_named(case, event):
        known, back = case.once(_known), kept_back(case, event)
        for key in answers_in_words(case, event.text) if taken_back_in(event) is None else ():
            if key in known and key not in back and not _too_soon(case, known[key], event.date):
                yield key


def _said_to_be_there(case: Case, event: Event) -> Iterator[Key]:
    """Yield the answers that a message says were sent or published: `Clarification Question 7 and response uploaded`."""
    if _is_put_off(event) or taken_back_in(event) is not None:
        return
    known, back = case.once(_known), kept_back(case, event)
    for clause in _CLAUSE.split(event.text or ""):
        said = words(clause)
        if not _ANSWER.isdisjoint(said) and not _SENT_OUT.isdisjoint(said) and _TURNED.isdisjoint(said):
            for key in answers_in_words(case, clause):
                if key in known and key not in back and not _too_soon(case, known[key], event.date):
                    yield key


def bounced(case: Case, event: Event) -> tuple[Key, ...]:
    """Return the answers and changes of which an event says that they did not reach those it names: `bounced`."""
    if names_nobody(event) or not is_bounce(event):
        return ()
    texts = [one for one in (event.topic, event.document, event.text) if one]
    changes = (key for one in texts for keys in told_by(case, one, event.date) for key in keys)
    known = case.once(_known)
    return tuple(key for key in dict.fromkeys((*enquiries_named(case, event), *changes)) if key in known)


def brings_answers_alone(case: Case, event: Event) -> bool:
    """Whether a document holds the answers to questions it names, by its name and its words, and nothing else."""
    name = event.document or event.topic or ""
    if event.kind != "document" or not holds_answers(event) or not is_of_answers_alone(name):
        return False
    keys = enquiries_named(case, event)
    known = case.once(_known)
    # A number that no question has may be of one that is not recorded.
    if not keys or len(question_numbers(name)) > len(keys) or any(one not in known for one in keys):
        return False
    told = frozenset(word for one in keys for word in known[one].told)
    return is_of_answers_alone(event.text or "") or told.issuperset(gist(event.text or ""))


def is_bounce(event: Event) -> bool:
    """Whether an event only says that a message came back: `bounced`, `could not be delivered`, and nobody was spoken to."""
    return came_back(event.topic, event.text, event.reason)


def general_answers(event: Event) -> bool:
    """Whether a message says that answers were sent or published, and not to which questions: `Latest Q&A uploaded`."""
    said = words(" ".join(filter(None, (event.topic, event.text))))
    many = not _MANY.isdisjoint(said) or ("q", "a") in pairwise(said)
    return _is_any_way(event) and many and not _SENT_OUT.isdisjoint(said) and not _is_put_off(event)


@all_of_each
def _held_in(case: Case, event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield the answers that an event holds word for word, or is named by the number of, and whether that is plain."""
    if event.kind not in _READ and not _is_any_way(event):
        return
    name, text = event.topic or event.document or "", event.text or ""
    named, said = enquiries_named(case, event), frozenset(gist(text))
    if not named and case.once(_by_word).keys().isdisjoint(said):
        return
    if is_bounce(event) or taken_back_in(event) is not None:
        return
    back = kept_back(case, event)
    if (
        event.kind in ("document", "publication")
        and number_of(_ENDING.sub("", name))
        and len(named) == 1
        and not known_called(case, event)
    ):
        known = case.once(_known).get(named[0])
        if known is not None and named[0] not in back and not _too_soon(case, known, event.date):
            yield named[0], not text or _holds(known.told, text)
    others = question_numbers(f"{name} . {text}") and not named
    for needed, keys in () if others else _whole_in(case, said):
        for key in keys:
            known = case.once(_known)[key]
            if (not named or key in named) and key not in back and not _too_soon(case, known, event.date):
                yield key, len(keys) == 1 and _TURNED.isdisjoint(said - needed)


def _whole_in(case: Case, said: frozenset[str]) -> Iterator[tuple[frozenset[str], list[Key]]]:
    """Yield the words of the answers that are all among those of a text, and the answers that have these words."""
    for word in said:
        for needed, keys in case.once(_by_word).get(word, {}).items():
            if needed <= said:
                yield needed, keys


def _by_word(case: Case) -> dict[str, dict[frozenset[str], list[Key]]]:
    """Return the answers by one of their words and all; of an answer of few words those of its question count as well."""
    found: dict[str, dict[frozenset[str], list[Key]]] = {}
    for one in case.enquiries:
        if not one.answer or answers(one.answer, one.question) is not True or pointed_to(case, one) is not None:
            continue
        told, asked = frozenset(gist(one.answer)), frozenset(gist(one.question or ""))
        needed = told if len(told) >= _TELLING else told | asked if len(asked) >= _TELLING else frozenset[str]()
        if told and needed:
            keys = found.setdefault(max(needed, key=lambda word: (len(word), word)), {}).setdefault(needed, [])
            if (key := thing_of(case, one)) not in keys:
                keys.append(key)
    return found


def _may_be_within(case: Case, event: Event) -> Iterator[Key]:
    """Yield the answers that something sent or published may hold, since it names their numbers among other things."""
    if not enquiries_named(case, event) or taken_back_in(event) is not None:
        return
    name = event.document or event.topic or ""
    if only_says_that_it_was_given(event) or (
        event.kind != "answer" and question_numbers(name) and _WITHDRAWN.isdisjoint(words(name))
    ):
        back = kept_back(case, event)
        for key in enquiries_named(case, event):
            known = case.once(_known).get(key)
            if known is not None and key not in back and not _too_soon(case, known, event.date):
                yield key


def _is_any_way(event: Event) -> bool:
    return event.kind is None or event.kind in _ANY_WAY or event.kind.startswith("x-")


@all_of_each
def _answers_in(case: Case, event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield the answers that an event may have brought, and whether it plainly did."""
    answer, named = event.kind == "answer", enquiries_named(case, event)
    back = is_bounce(event) or taken_back_in(event) is not None if named else True
    if back or not (answer or _is_any_way(event)) or _is_put_off(event):
        return
    name = " ".join(filter(None, (event.topic, event.document)))
    first, rest = _parts(event.text or "")
    if not name and not numbers_named(first):
        # What it says later on may name what it is, and is not what it is called by.
        first, rest = next(((one, "") for one in _CLAUSE.split(event.text or "") if numbers_named(one)), ("", ""))
    for key in named:
        if (known := case.once(_known).get(key)) is None:
            continue
        said = words(spelled_out(f"{name} {first}"))
        held = _holds(known.told, event.text or "")
        if not answer and not (held and len(known.told) >= _TELLING) and _too_soon(case, known, event.date):
            continue
        plain = _only(said) and (answer or not _ANSWER.isdisjoint(said) or held)
        # The first clause may be the answer itself, under a name that says that it is.
        plain = plain or (bool(name) and _only(words(spelled_out(name))) and _is_word_for_word(known, event))
        if plain and (held or not rest or not known.told):
            yield key, True
        elif name or not _SENT.isdisjoint(said):
            yield key, False


@all_of_each
def _changes_in(case: Case, event: Event) -> Iterator[tuple[Key, bool]]:
    """Yield the changes and documents that an event may have brought, and whether it plainly did."""
    if is_bounce(event) or taken_back_in(event) is not None or _is_put_off(event):
        return
    first, rest = _parts(event.text or "")
    names = [one for one in (event.document, event.topic) if one]
    told = {one: told_by(case, one, event.date) for one in dict.fromkeys((*names, first, event.text)) if one}
    named = dict.fromkeys(key for one in names for key in told[one][0])
    by_text = dict.fromkeys(key for one in (first, event.text) if one for key in told[one][0])
    # A topic may say that it was sent, and the text below it only where it stands: `Amendment 1 issued`, `See the portal`.
    among = dict.fromkeys(key for one in (event.topic, event.text) if one for key in told[one][1])
    sent = not _SENT.isdisjoint(words(f"{event.topic or ''} {event.text or ''}"))
    for key in dict.fromkeys((*named, *by_text, *(among if sent else ()))):
        known = case.once(_known).get(key)
        if known is None:
            # A document is spoken of by its name as often as it is sent.
            if sent or event.document:
                yield key, False
        elif not _too_soon(case, known, event.date):
            held = (key in named or key in by_text) and _holds(known.told, event.text or "")
            yield key, held or (key in by_text and not rest)


def _parts(text: str) -> tuple[str, str]:
    """Return the first clause of a text, and what follows."""
    match = _CLAUSE.search(text)
    return (text[: match.start()], text[match.end() :].strip()) if match else (text, "")


def _only(said: tuple[str, ...]) -> bool:
    """Whether words only say that an answer is sent, and to which question: all others have a digit."""
    return all(one in _BESIDE or one in _ANSWER or any(map(str.isdigit, one)) for one in said)


def _holds(told: frozenset[str], text: str) -> bool:
    """Whether a text holds at least half of the telling words of what it would have to say."""
    return bool(told) and 2 * len(told.intersection(gist(text))) >= len(told)


def _is_word_for_word(known: _Known, event: Event) -> bool:
    """Whether the text of an event says all that something says, and beside it no more than what it is."""
    said = frozenset(gist(event.text or ""))
    return bool(known.told) and known.told <= said and _adds_nothing(said - known.told - known.called)


def _adds_nothing(said: frozenset[str]) -> bool:
    """Whether telling words only say that an answer or a change is sent; `no` may turn it round."""
    return said <= (_BESIDE | _ANSWER | _OF_CHANGES) - {"no"}


def _is_put_off(event: Event) -> bool:
    """Whether an event says that something is still to come, or did not: `we will answer Q1 later`, `not yet`."""
    return is_to_come(event) or _puts_off(event.topic, event.text)


@lru_cache(maxsize=4096)
def _puts_off(*texts: str | None) -> bool:
    clauses = [words(one) for text in texts if text for one in _CLAUSE.split(text)]
    return any(
        (word in _LATER and not _SENT.isdisjoint(said))
        or (word in _TO_DO and said[at - 1 : at] != ("answer",) and not _DOING.isdisjoint(said[at + 1 : at + 3]))
        for said in clauses
        if not _MAY_PUT_OFF.isdisjoint(said)
        for at, word in enumerate(said)
    )


def _too_soon(case: Case, known: _Known, when: When | None) -> bool:
    """Whether an event came before what it would have to hold."""
    if known.when is None or when is None:
        return False
    if known.when.time is None or when.time is None:
        return case.clock.before(when, known.when) is True
    gap = case.clock.gap(when, known.when)
    return gap is not None and gap > _BY_THE_HOUR


def _known(case: Case) -> dict[Key, _Known]:
    found: dict[Key, _Known] = {}
    for one in case.enquiries:
        _learn(case, found, one, one.answered, one.answer)
    for change in case.tender.amendments or ():
        said = " ".join(filter(None, (change.text, change.to)))
        _learn(case, found, change, change.date, said)
    return found


def _learn(case: Case, found: dict[Key, _Known], row: Enquiry | Amendment, when: When | None, said: str | None) -> None:
    """Keep of the rows of one thing the first moment, and the words of the first that gives any."""
    key = thing_of(case, row)
    old = found.get(key, _Known(None, frozenset(), frozenset()))
    first = when if old.when is None or (when is not None and case.clock.before(when, old.when)) else old.when
    found[key] = _Known(first, old.told or frozenset(gist(said or "")), old.called | frozenset(gist(row.id or "")))
