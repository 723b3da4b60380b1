"""Checks of the family `information` on one question, or one topic, that was answered otherwise to some than to others."""

from collections.abc import Iterator

from fairaudit.analysis.messages.acknowledgements import only_keeps
from fairaudit.analysis.messages.asked import (
    asks_nothing,
    leans,
    matter,
    points_elsewhere,
    unarticled,
    wording,
    wording_of_an_answer,
)
from fairaudit.analysis.messages.put_off import answers, is_still_to_come
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.numbered import numbers_named
from fairaudit.analysis.text.questionnumbers import question_numbers
from fairaudit.checks.base import Found, Hit, Verb, check
from fairaudit.checks.information.answers.held import Apart, Said, hold_apart, how_late
from fairaudit.checks.information.answers.likeness import (
    GREETINGS,
    adds_to,
    is_in_wholly_other_words,
    is_told_otherwise,
    says_otherwise,
    tells_the_same,
)
from fairaudit.checks.information.papers.copies import waited_in_words
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.received.published import is_to_come
from fairaudit.procurement.received.recipients import Told, among, meant, stands_for, told, told_of
from fairaudit.procurement.received.things import Key, answer_named, enquiries_named, folded, thing_of

_SENDING = frozenset({
    "sent", "send", "issued", "published", "uploaded", "emailed", "email", "e", "mail", "mailed", "portal", "post", "phone",
    "answered", "answer", "reply", "replied", "response", "responded", "question", "query", "clarification", "letter", "message",
    "via", "through", "bidder", "bulletin", "log", "given", "told", "only", "alone",
})  # fmt: skip
"""What an event says of how an answer went, and not of what it says."""
_TELLING = 3
"""How many telling words make two questions one; a heuristic. Of fewer all words must be the same."""


class Unlike(Frozen):
    """Who had which answer to one question, and what was asked."""

    given_to: tuple[str, ...]
    others: tuple[str, ...]
    topic: str
    difference: int
    """How many answers hold for somebody, or held."""
    later: Verb = Verb()
    """How much later the others had theirs, where there are two and that is known."""


class SetRight(Frozen):
    """Who had another answer than others did first, and how much later all had it."""

    others: frozenset[str]
    waited: str


@check
def answers_unlike(node: Node[Enquiry], case: Case, *, at_most_hours: int) -> Found[Unlike]:
    """Flag a question of which some bidders had another last answer than others; its first record tells of all.

    A later answer that went to all corrects the first, and leaves nobody with another: that some alone had the first for more
    than `at_most_hours` is a question. So are questions that lean on what was said elsewhere (`Is it mandatory?`), answers that
    only point to one, and those that may say the same in other words.
    """
    own = node.value
    for same in _alike(case, own):
        if silent := [one for one in same if one.recipients is None]:
            yield from (lacking(one.field("recipients")) for one in silent)
            return
        found = _held_apart(case, own, same, at_most_hours)
        if found is not None:
            facts = _unlike(case, found, own.question or own.id or "")
            doubt = found.unsure or _is_doubtful(case, found, same)
            related = ((found.second.at, "the other answer"),)
            yield Hit(own.field("answer"), facts, related, "possible" if doubt else None)
            return


def _unlike(case: Case, found: Apart, topic: str) -> Unlike:
    mine, others = (_names(case, _recorded(one, found)) for one in (found.mine, found.others))
    return Unlike(mine, others, topic, found.number, Verb(how_late(case, found)))


def _recorded(bidders: list[str], found: Apart) -> list[str]:
    """Return those who are recorded as having had an answer; where that is nobody, whoever asked for it."""
    return [one for one in bidders if one not in found.unrecorded] or bidders


def told_otherwise(case: Case, own: Enquiry) -> frozenset[str]:
    """Return the bidders who had another answer to a question than that of its first record, and never had this one."""
    for same in _alike(case, own):
        if any(one.recipients is None for one in same):
            break
        found = _held_apart(case, own, same)
        if found is not None:
            own_first = wording_of_an_answer(found.first.text) == wording_of_an_answer(own.answer or "")
            return frozenset(found.others if own_first and not _is_doubtful(case, found, same) else ())
    return frozenset()


def _alike(case: Case, own: Enquiry) -> Iterator[list[Enquiry]]:
    """Yield the records of one question that have several answers, where this is the first of them."""
    for key in _asked(own) if answers(own.answer, own.question) else ():
        same = [one for one in case.once(_by_question).get(key, []) if _of_one_lot(own, one)]
        if same and same[0] is own and len({wording_of_an_answer(one.answer or "") for one in same}) > 1:
            yield same


def _held_apart(case: Case, own: Enquiry, same: list[Enquiry], hours: int | None = None) -> Apart | None:
    listed: dict[object, frozenset[str]] = {}
    for one in same:
        listed[_row(one)] = listed.get(_row(one), frozenset()) | told_of(case, one.recipients or ()).keys
    said = [_as_said(case, one, listed[_row(one)]) for one in same if not _points_to(one, same)]
    return hold_apart(case, said, own.answer or "", hours)


def _is_doubtful(case: Case, found: Apart, same: list[Enquiry]) -> bool:
    at = {one.path: one for one in same}
    return _doubtful(case, at[found.first.at.path[:-1]], at[found.second.at.path[:-1]])


def _row(one: Enquiry) -> object:
    """Return what makes two records rows of one asking: an export has one for each answer, or each list of recipients."""
    return folded(one.id) if one.id else one.date


def _as_said(case: Case, one: Enquiry, listed: frozenset[str]) -> Said:
    """Return an answer and whom it went to: who asked had it too, but where another row lists them for theirs."""
    asker = meant(case, one.asked_by) if one.asked_by else None
    elsewhere = asker is not None and not listed.isdisjoint(stands_for(case, asker))
    said = told_of(case, one.recipients or ()).keys
    who = told_of(case, (*(one.recipients or ()), *((one.asked_by,) if one.asked_by and not elsewhere else ())))
    unlisted = asker if elsewhere and not among(case, who, asker or "") else None
    at = one.field("answer")
    by_asking = frozenset() if EVERYBODY in said else who.keys - said
    return Said(one.answer or "", one.answered, who, tuple(field_of(case, one.lots or ())), at, unlisted, by_asking)


def _of_one_lot(first: Enquiry, second: Enquiry) -> bool:
    """Whether two questions may be about one lot: that of another lot may well have another answer."""
    return not first.lots or not second.lots or not set(first.lots).isdisjoint(second.lots)


def _points_to(one: Enquiry, same: list[Enquiry]) -> bool:
    """Whether an answer only points to another answer to the same question."""
    named = numbers_named(one.answer or "")
    ids = {folded(it.id) for it in same if it is not one and it.id}
    return points_elsewhere(one.answer or "") and not ids.isdisjoint(named)


def _doubtful(case: Case, first: Enquiry, second: Enquiry) -> bool:
    """Whether two records may not be of one question, or may answer it alike."""
    asked = (first.question or "", second.question or "")
    few = any(len(gist(one)) < _TELLING for one in asked)
    short = few and (any(map(leans, asked)) or unarticled(asked[0]) != unarticled(asked[1]))
    return (
        short or gist(asked[0]) != gist(asked[1]) or not says_otherwise(case, first.answer or "", second.answer or "")
    )


def _asked(one: Enquiry) -> tuple[tuple[object, ...], ...]:
    """Return what makes two records one question: telling words in any order, or few words as they are, and then its id too.

    What is asked in other words (`Does TUPE apply?`, `Is TUPE applicable?`) is a question to a person.
    """
    question = one.question or ""
    telling = gist(question)
    said = bool(question) and not asks_nothing(question)
    about = matter(question) if said else ()
    near: tuple[tuple[object, ...], ...] = (("matter", about),) if about else ()
    if said and len(telling) >= _TELLING:
        return (tuple(sorted(telling)), *near)
    own: tuple[tuple[object, ...], ...] = (("words", wording(question)), *near) if said else ()
    return (*own, ("id", one.id)) if one.id else own


def _by_question(case: Case) -> dict[tuple[object, ...], list[Enquiry]]:
    found: dict[tuple[object, ...], list[Enquiry]] = {}
    for one in case.enquiries:
        for key in _asked(one) if answers(one.answer, one.question) else ():
            found.setdefault(key, []).append(one)
    return found


@check
def topic_answered_unlike(node: Node[Event], case: Case, *, at_most_hours: int) -> Found[Unlike]:
    """Ask about answers by events on one topic whose texts differ between bidders; the first event tells of all.

    What says only how an answer went, or that one will come, is no answer. Where no topic is given, or none that says what it is
    about, it is not known what was answered. That all had another answer more than `at_most_hours` later is asked about, too.
    """
    event = node.value
    same = case.once(_by_topic).get(_topic(case, event), [])
    rows = [row for one in same for row in _rows_asked_about(case, one)]
    if not same or same[0] is not event or len(same) + len(rows) < 2:
        return
    if silent := [one for one in same if not told(case, one).keys]:
        if len({wording_of_an_answer(one.text or "") for one in same}) > 1:
            yield from (lacking(one.field("recipients")) for one in silent)
        return
    found = _held_with(case, same, rows, at_most_hours)
    if found is None or tells_the_same(case, found.first.text, found.second.text, GREETINGS | _SENDING):
        return
    if _topic(case, event)[0] == "vague":
        yield from (lacking(one.field("topic")) for one in same)
        return
    # Two answers to one question are what they seem; what is on one topic may answer two.
    plain = any(is_told_otherwise(row, one.text or "") for one in same for row in _rows_unlike(case, one))
    confidence = None if plain and not found.set_right else "possible"
    facts = _unlike(case, found, event.topic or event.document or "")
    yield Hit(event.field("text"), facts, ((found.second.at, "the other answer"),), confidence)


def had_by_a_row(case: Case, event: Event) -> frozenset[str]:
    """Return the bidders who had another answer than an event tells, by the row of the question that it answers."""
    rows = _rows_unlike(case, event)
    same = case.once(_by_topic).get(_topic(case, event), []) if rows else []
    if not same or _with_rows(case, same) is None:
        return frozenset()
    return _reached(case, *(told_of(case, one.recipients or ()) for one in rows))


def told_by_events(case: Case, own: Enquiry) -> frozenset[str]:
    """Return the bidders whom events told another answer to a question than its row has."""
    events = [one for one in case.once(_events_of).get(thing_of(case, own), ()) if own in _rows_unlike(case, one)]
    if not events or _with_rows(case, case.once(_by_topic)[_topic(case, events[0])]) is None:
        return frozenset()
    return _reached(case, *(told(case, one) for one in events))


def set_right(case: Case, event: Event, hours: int) -> SetRight | None:
    """Return whom an answer, by events or the row they name, reached later than some had another, and how much: all had it."""
    same = case.once(_by_topic).get(_topic(case, event), []) if _rows_unlike(case, event) else []
    found = _with_rows(case, same, hours) if same else None
    if found is None or not found.set_right:
        return None
    waited = waited_in_words(case, found.first.when, found.second.when)
    return SetRight(frozenset(found.others), waited) if waited else None


def set_right_by_events(case: Case, own: Enquiry, hours: int) -> SetRight | None:
    """Return whom an answer reached later than others by events that tell another than its row, and how much later."""
    events = (one for one in case.once(_events_of).get(thing_of(case, own), ()) if own in _rows_unlike(case, one))
    return next((found for one in events if (found := set_right(case, one, hours))), None)


def _with_rows(case: Case, same: list[Event], hours: int | None = None) -> Apart | None:
    """Hold the answers of events on one topic against each other and against those in the rows of the questions they name."""
    return _held_with(case, same, [row for one in same for row in _rows_unlike(case, one)], hours)


def _held_with(case: Case, same: list[Event], rows: list[Enquiry], hours: int | None) -> Apart | None:
    said = [*(_as_said(case, one, frozenset()) for one in rows), *(_event_as_said(case, one) for one in same)]
    return hold_apart(case, said, same[0].text or "", hours)


def _events_of(case: Case) -> dict[Key, list[Event]]:
    found: dict[Key, list[Event]] = {}
    for key, same in case.once(_by_topic).items():
        for thing in key[1] if key[0] == "named" and isinstance(key[1], tuple | frozenset) else ():
            found.setdefault(thing, []).extend(same)
    return found


def _reached(case: Case, *whom: Told) -> frozenset[str]:
    everyone = frozenset({*field_of(case), *withdrawn_from(case)})
    return frozenset().union(*(everyone if EVERYBODY in one.keys else one.keys for one in whom))


def _rows_unlike(case: Case, event: Event) -> list[Enquiry]:
    """Return the questions that an answer by an event names whose rows have another answer, and say to whom that went.

    Other figures of one thing, `Nine yards` and `Seven yards`, or no for yes; other words may say the same, or only how it went.
    """
    if event.kind != "answer" or not event.text or not (event.topic or event.document):
        return []
    named, rows = enquiries_named(case, event), case.once(_rows_by_thing)
    return [one for key in named for one in rows.get(key, ()) if is_told_otherwise(one, event.text) is not False]


def _rows_asked_about(case: Case, event: Event) -> list[Enquiry]:
    """Return the rows with another answer than an event tells, and those to which it adds, or that are in wholly other words.

    By words alone nobody had another answer: that these two may be two answers is a question, and counts for nothing else.
    """
    if unlike := _rows_unlike(case, event):
        return unlike
    if event.kind != "answer" or not event.text or not (event.topic or event.document):
        return []
    rows = (one for key in enquiries_named(case, event) for one in case.once(_rows_by_thing).get(key, ()))
    return [
        one
        for one in rows
        if is_in_wholly_other_words(one, event.text, _SENDING) or adds_to(case, one, event.text, _SENDING)
    ]


def _rows_by_thing(case: Case) -> dict[Key, list[Enquiry]]:
    found: dict[Key, list[Enquiry]] = {}
    for one in case.enquiries:
        if one.recipients is not None and answers(one.answer, one.question) and not points_elsewhere(one.answer or ""):
            found.setdefault(thing_of(case, one), []).append(one)
    return found


def _event_as_said(case: Case, one: Event) -> Said:
    concerns = tuple(field_of(case, (one.lot,) if one.lot else ()))
    return Said(one.text or "", one.date, told(case, one), concerns, one.field("text"))


def _topic(case: Case, event: Event) -> tuple[object, ...]:
    """Return what makes the answers of two events answers to one thing: the enquiries they name, or the words of the topic."""
    lot, name = lot_of(case, event.lot), event.topic or event.document or ""
    if named := enquiries_named(case, event) if name else ():
        return ("named", named, lot)
    vague = asks_nothing(name) and not question_numbers(name)
    return ("vague", lot) if vague else ("called", answer_named(case, name), lot)


def _by_topic(case: Case) -> dict[tuple[object, ...], list[Event]]:
    """Return by topic the events that tell an answer in words."""
    found: dict[tuple[object, ...], list[Event]] = {}
    for one in case.events:
        says = one.kind == "answer" and one.text and not points_elsewhere(one.text)
        if (
            says
            and not (is_to_come(one) or is_still_to_come(one.text) or only_keeps(one.text or ""))
            and not _SENDING.issuperset(gist(one.text or ""))
        ):
            found.setdefault(_topic(case, one), []).append(one)
    return {key: same for key, same in found.items() if len(same) > 1 or key[0] == "named"}


def _names(case: Case, bidders: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(case.party_name, bidders)))
