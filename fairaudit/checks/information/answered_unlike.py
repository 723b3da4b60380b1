"""Checks of the family `information` on one question, or one topic, that was answered otherwise to some than to others."""

from collections.abc import Iterable

from fairaudit.analysis.asked import asks_nothing, leans, points_elsewhere, wording
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.numbered import numbers_named
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.ledger import field_of
from fairaudit.procurement.node import Node
from fairaudit.procurement.published import is_to_come
from fairaudit.procurement.recipients import Told, among, told, told_of
from fairaudit.procurement.records import Enquiry, Event
from fairaudit.procurement.rivals import lot_of
from fairaudit.procurement.scalars import When
from fairaudit.procurement.things import enquiries_named, folded

_GREETINGS = frozenset(["dear", "hello", "hi", "thank", "thanks", "kind", "regard", "sincerely", "yes", "sir", "madam"])
"""What an answer holds beside what it says; `no` is none of these."""
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
    """How many answers hold for somebody."""


class _Said(Frozen):
    """One answer: its words, when and to whom it went, which bidders it concerns, and its place."""

    text: str
    when: When | None
    told: Told
    concerns: tuple[str, ...]
    at: Node[object]


class _Apart(Frozen):
    """Who holds by one answer and who by others, the two first of these answers, and how many hold."""

    mine: list[str]
    others: list[str]
    first: _Said
    second: _Said
    number: int


def _apart(case: Case, same: Iterable[_Said], own: str) -> _Apart | None:
    """Hold the last answers that bidders had against each other, beginning with a text where it is one of them."""
    last: dict[str, _Said] = {}
    for one in sorted(same, key=lambda one: case.clock.rank(one.when)):
        last |= {bidder: one for bidder in one.concerns if among(case, one.told, bidder)}
    texts = {words(one.text): one for one in reversed(last.values())}
    if len(texts) < 2:
        return None
    said = words(own) if words(own) in texts else words(next(iter(last.values())).text)
    mine = [bidder for bidder, one in last.items() if words(one.text) == said]
    others = [bidder for bidder in last if bidder not in mine]
    return _Apart(mine, others, texts[said], last[others[0]], len(texts))


@check
def answers_unlike(node: Node[Enquiry], case: Case) -> Found[Unlike]:
    """Flag a question of which some bidders had another last answer than others; its first record tells of all.

    A later answer that went to all corrects the first, and leaves nobody with another. Questions that lean on what was said
    elsewhere (`Is it mandatory?`), or have an answer that only points to one, ask a person to look.
    """
    own = node.value
    if not own.answer:
        return
    for key in _asked(own):
        same = [one for one in case.once(_by_question).get(key, []) if _of_one_lot(own, one)]
        if not same or same[0] is not own or len({words(one.answer or "") for one in same}) < 2:
            continue
        if silent := [one for one in same if one.recipients is None]:
            yield from (lacking(one.field("recipients")) for one in silent)
            return
        found = _apart(case, [_as_said(case, one) for one in same if not _points_to(one, same)], own.answer)
        if found is not None:
            topic = own.question or own.id or ""
            facts = Unlike(_names(case, found.mine), _names(case, found.others), topic, found.number)
            at = {one.path: one for one in same}
            doubt = _doubtful(case, at[found.first.at.path[:-1]], at[found.second.at.path[:-1]])
            related = ((found.second.at, "the other answer"),)
            yield Hit(own.field("answer"), facts, related, "possible" if doubt else None)
            return


def _as_said(case: Case, one: Enquiry) -> _Said:
    who = told_of(case, (*(one.recipients or ()), *((one.asked_by,) if one.asked_by else ())))
    return _Said(one.answer or "", one.answered, who, tuple(field_of(case, one.lots or ())), one.field("answer"))


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
    short = any(len(gist(one)) < _TELLING and leans(one) for one in asked)
    answers = (first.answer or "", second.answer or "")
    return (
        short
        or gist(asked[0]) != gist(asked[1])
        or any(map(points_elsewhere, answers))
        or _tells_the_same(case, *answers)
    )


def _tells_the_same(case: Case, first: str, second: str, beside: frozenset[str] = _GREETINGS) -> bool:
    """Whether two answers have the same telling words but for greetings and names."""
    names = {word for one in case.parties for word in gist(one.name or "")} | beside
    return set(gist(first)) - names == set(gist(second)) - names


def _asked(one: Enquiry) -> tuple[tuple[object, ...], ...]:
    """Return what makes two records one question: telling words in any order, or few words as they are, and then its id too."""
    question = one.question or ""
    telling = gist(question)
    said = bool(question) and not asks_nothing(question)
    if said and len(telling) >= _TELLING:
        return (tuple(sorted(telling)),)
    own: tuple[tuple[object, ...], ...] = (("words", wording(question)),) if said else ()
    return (*own, ("id", one.id)) if one.id else own


def _by_question(case: Case) -> dict[tuple[object, ...], list[Enquiry]]:
    found: dict[tuple[object, ...], list[Enquiry]] = {}
    for one in case.enquiries:
        for key in _asked(one) if one.answer else ():
            found.setdefault(key, []).append(one)
    return found


@check
def topic_answered_unlike(node: Node[Event], case: Case) -> Found[Unlike]:
    """Ask about answers by events on one topic whose texts differ between bidders; the first event tells of all.

    What says only how an answer went, or that one will come, is no answer. Where no topic is given, or none that says what it is
    about, it is not known what was answered.
    """
    event = node.value
    same = case.once(_by_topic).get(_topic(case, event), [])
    if not same or same[0] is not event:
        return
    if silent := [one for one in same if not told(case, one).keys]:
        if len({words(one.text or "") for one in same}) > 1:
            yield from (lacking(one.field("recipients")) for one in silent)
        return
    said = [_event_as_said(case, one) for one in same]
    found = _apart(case, said, event.text or "")
    if found is None or _tells_the_same(case, found.first.text, found.second.text, _GREETINGS | _SENDING):
        return
    if _topic(case, event)[0] == "vague":
        yield from (lacking(one.field("topic")) for one in same)
        return
    topic = event.topic or event.document or ""
    facts = Unlike(_names(case, found.mine), _names(case, found.others), topic, found.number)
    yield Hit(event.field("text"), facts, ((found.second.at, "the other answer"),))


def _event_as_said(case: Case, one: Event) -> _Said:
    concerns = tuple(field_of(case, (one.lot,) if one.lot else ()))
    return _Said(one.text or "", one.date, told(case, one), concerns, one.field("text"))


def _topic(case: Case, event: Event) -> tuple[object, ...]:
    """Return what makes the answers of two events answers to one thing: the enquiries they name, or the words of the topic."""
    lot, name = lot_of(case, event.lot), event.topic or event.document or ""
    if named := enquiries_named(case, event) if name else ():
        return ("named", named, lot)
    return ("vague", lot) if asks_nothing(name) else ("words", wording(name), lot)


def _by_topic(case: Case) -> dict[tuple[object, ...], list[Event]]:
    """Return by topic the events that tell an answer in words."""
    found: dict[tuple[object, ...], list[Event]] = {}
    for one in case.events:
        says = one.kind == "answer" and one.text and not points_elsewhere(one.text) and not is_to_come(one)
        if says and not _SENDING.issuperset(gist(one.text or "")):
            found.setdefault(_topic(case, one), []).append(one)
    return {key: same for key, same in found.items() if len(same) > 1}


def _names(case: Case, bidders: list[str]) -> tuple[str, ...]:
    return tuple(sorted(map(case.party_name, bidders)))
