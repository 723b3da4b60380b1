"""Checks of the family `information` about talks with single bidders: clarifications and cures."""

from collections.abc import Iterable
from functools import lru_cache

from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.bidders.defects.words import about_defect
from fairaudit.checks.information.leaving import gone_before
from fairaudit.checks.information.talks.asked_by_message import may_have_been_asked
from fairaudit.checks.information.talks.other_words import asked_of_it, bids_with_it, is_open
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.received.misspelt import who_may_be
from fairaudit.procurement.received.recipients import meant, reaches, told
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_for
from fairaudit.sources.document import Path


def addressed(case: Case, event: Event) -> tuple[str, ...]:
    """Return the names of those an event was for."""
    return tuple(dict.fromkeys(case.names_in_order(told(case, event).keys)))


Topic = frozenset[str]
"""The telling words of a topic."""


def holds(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words hold a name, its words side by side."""
    if not name or name[0] not in said:
        return False
    return len(name) == 1 or any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


class Clarified(Frozen):
    """Who was asked to put something right, who was not, what it was, and how often those were asked of whom it was asked."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    topic: str
    difference: int


@check
def clarified_with_some(node: Node[Event], case: Case) -> Found[Clarified]:
    """Flag a clarification or cure on a topic that is a defect of another bid too, whose bidder was not asked."""
    event = node.value
    if reaches(case, event, None):
        return
    for name in ("bidder", "topic"):
        if getattr(event, name) is None and not (name == "bidder" and event.recipients):
            yield lacking(event.field(name))
            return
    if not case.bids and not case.holds_all("bids"):
        yield lacking(Node(("bids",), None))
        return
    passed_over = [
        (bid, answers)
        for bid in _with_defect(case, event.topic)
        if _same_lot(case, bid, event) and True not in (answers := asked_about(case, event.topic, bid))
    ]
    ignored = [bid for bid, answers in passed_over if None not in answers or not bid.bidder]
    gone = {bid.path: _gone(case, bid, event) for bid in ignored}
    yield from (one for one in gone.values() if isinstance(one, Unassessed))
    if ignored := [bid for bid in ignored if gone[bid.path] is False]:
        named = case.once(_open_defects).get(about(event.topic), ())
        near = [bid for bid in ignored if bid not in named or asked_of_it(case, event.topic, bid)]
        yield from _told(node, case, [bid for bid in ignored if bid not in near])
        yield from _told(node, case, near, "in other words")
        return
    for bid in (bid for bid, _ in passed_over if bid.path not in gone):
        yield unsure(node, Unclear(*who_may_be(case, bid.bidder or "", told(case, event))))
    yield from _of_others(node, case, passed_over=bool(passed_over))


def _of_others(node: Node[Event], case: Case, *, passed_over: bool) -> Found[Clarified]:
    """Say which bids do not say whether they have a defect, and of what looks like no second chance that it may be an answer."""
    event = node.value
    wanting = [
        bid
        for bid in case.once(_undescribed)
        if _same_lot(case, bid, event) and True not in asked_about(case, event.topic, bid)
    ]
    yield from (lacking(bid.field("defects")) for bid in wanting)
    if not wanting and not passed_over and _is_before_bids(case, event):
        place = text_of(event.path)
        reason = (
            f"{place} came before bids were due; it may be a question of a bidder, or an answer that some had alone"
        )
        yield Unassessed(node, reason, (f"{place}.kind (`question` or `answer`)",))


def _is_before_bids(case: Case, event: Event) -> bool:
    """Whether an event came before bids were due, and none of those whom it was for had bid by then."""
    deadline = deadline_for(case, lot=event.lot)
    if event.date is None or isinstance(deadline, Unclear):
        return False
    when = Limit(event.date, event.field("date"))
    if after(case.clock, deadline, when) is not True:
        return False
    whom = told(case, event).keys
    return not any(
        bid.received is not None
        and meant(case, bid.bidder or "") in whom
        and case.clock.before(bid.received, event.date, end_first=True) is True
        for bid in case.bids
    )


def _told(node: Node[Event], case: Case, ignored: list[Bid], key: str = "") -> Found[Clarified]:
    """Tell of bids whose bidders were not asked; of those whose defect is told in other words, as a question."""
    event = node.value
    if ignored:
        others = tuple(sorted({name_of(case, bid) for bid in ignored}))
        facts = Clarified(addressed(case, event), others, str(event.topic), _times(case, event))
        # A bid that was withdrawn some time may have been before.
        sure = not key and all(_so_called(event.topic, bid) and bid.status != "withdrawn" for bid in ignored)
        sure = sure and not any(may_have_been_asked(case, event.topic, bid) for bid in ignored)
        yield Hit(node, facts, confidence=None if sure else "possible", key=key)


def _gone(case: Case, bid: Bid, event: Event) -> bool | Unassessed:
    """Whether the bidder of a bid had left the contest for its lot before an event."""
    start = Limit(event.date, event.field("date")) if event.date else None
    return gone_before(case, meant(case, bid.bidder), bid.lot, start) if bid.bidder else False


def _times(case: Case, event: Event) -> int:
    """Return how often the bidders of an event were asked about its topic, by whichever events."""
    own = told(case, event).keys
    return sum(bool(own & told(case, one).keys) for one in case.once(_asked_by_topic).get(about(event.topic), ()))


def asked_about(case: Case, topic: str | None, bid: Bid) -> frozenset[bool | None]:
    """Return whether a bid was reached by each clarification on a topic; worked out once for each bid and topic."""
    known, key = case.once(_asked), (about(topic), bid.path)
    if key not in known:
        same = case.once(_asked_by_topic).get(key[0], [])
        known[key] = frozenset(reaches(case, one, bid.bidder) for one in same)
    return known[key]


def _with_defect(case: Case, topic: str | None) -> Iterable[Bid]:
    """Return the bids with an open defect that a topic is about, by its own words or by words like them."""
    same = {bid.path: bid for bid in case.once(_open_defects).get(about(topic), ())}
    return {**{bid.path: bid for bid in bids_with_it(case, topic)}, **same}.values()


def asked_in_part(case: Case, topic: str, bid: Bid) -> bool:
    """Whether a bid was reached by a clarification whose topic says part of what is wrong: `Form 4` of `Form 4 is missing`."""
    whole = about(topic)
    parts = (
        one for part, events in case.once(_asked_by_topic).items() if len(part) > 1 and part < whole for one in events
    )
    return any(reaches(case, one, bid.bidder) for one in parts)


def _asked(_: Case) -> dict[tuple[Topic, Path], frozenset[bool | None]]:
    return {}


def _asked_by_topic(case: Case) -> dict[Topic, list[Event]]:
    found: dict[Topic, list[Event]] = {}
    for one in case.events:
        if one.kind in ("clarification", "cure"):
            found.setdefault(about(one.topic), []).append(one)
    return found


@lru_cache(maxsize=4096)
def about(text: str | None) -> Topic:
    """Return what a topic or a defect is about: its telling words in any order, with one word for what is not there.

    `missing_accounts`, `Accounts missing` and `accounts not submitted` are about one thing.
    """
    return frozenset(gist(about_defect(text))) or frozenset(words(text or ""))


def _in_words(text: str | None) -> Topic:
    return frozenset(gist((text or "").replace("_", " ")))


def _so_called(topic: str | None, bid: Bid) -> bool:
    """Whether a defect of a bid is told by the words of a topic: `missing` and `not submitted` may be two things."""
    return any(_in_words(topic) == _in_words(text) for it in bid.defects or () for text in (it.code, it.text) if text)


def _same_lot(case: Case, bid: Bid, event: Event) -> bool:
    return event.lot is None or lot_of(case, bid.lot) in (event.lot, None)


def _open_defects(case: Case) -> dict[Topic, list[Bid]]:
    """Return the bids that have a defect which they were not let mend, by what it is about."""
    found: dict[Topic, dict[Path, Bid]] = {}
    for bid in case.bids:
        open_ones = [it for it in bid.defects or () if is_open(it)]
        for topic in {about(text) for it in open_ones for text in (it.code, it.text)} - {frozenset()}:
            found.setdefault(topic, {})[bid.path] = bid
    return {topic: list(bids.values()) for topic, bids in found.items()}


def _undescribed(case: Case) -> list[Bid]:
    """Return the bids of which it is not known what is wrong with them."""
    return [] if case.holds_all("bids") else [bid for bid in case.bids if bid.defects is None]
