"""Checks of the family `information` about talks with single bidders: contacts, clarifications, cures."""

from functools import lru_cache

from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.bidders.decision_words import treated
from fairaudit.checks.bidders.defect_words import about_defect
from fairaudit.checks.information.leaving import gone_before
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, after
from fairaudit.procurement.ledger import received_at
from fairaudit.procurement.misspelt import who_may_be
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import meant, reaches, told
from fairaudit.procurement.records import Award, Bid, Event
from fairaudit.procurement.rivals import lot_of, name_of
from fairaudit.procurement.scalars import When
from fairaudit.procurement.things import enquiries_named, thing_of
from fairaudit.sources.document import Path


def addressed(case: Case, event: Event) -> tuple[str, ...]:
    """Return the names of those an event was for."""
    return tuple(sorted({case.party_name(one) for one in told(case, event).keys}))


Topic = frozenset[str]
"""The telling words of a topic."""


class Contact(Frozen):
    """Who was spoken to, when and by which way."""

    bidder: tuple[str, ...]
    date: When
    channel: str


@check
def contact_outside_channel(
    node: Node[Event],
    case: Case,
    *,
    channels: tuple[str, ...],
    other_ways: tuple[str, ...],
    spoken: tuple[str, ...],
    other_matters: tuple[str, ...],
    nothing_said: tuple[str, ...] = (),
) -> Found[Contact]:
    """Flag a contact with some bidders between publication and award by a way that is none of `channels`.

    A way that holds the name of a channel is that channel, unless it holds one of `other_ways` too: then a person has to look.
    So does one where no way is given: a meeting, or words of it that are `spoken`, where none is of `other_matters`,
    and one of which it is said that `nothing_said` was. A call that was entered as a question, and answered to all, is one.
    """
    event = node.value
    if reaches(case, event, None) or _answered_to_all(case, event):
        return
    channel = event.channel or _as_told(event, spoken, other_matters)
    for name, value in (("bidder", event.bidder or event.recipients), ("date", event.date), ("channel", channel)):
        if value is None:
            yield lacking(event.field(name))
            return
    portal = case.tender.submission.portal if case.tender.submission else None
    said = words(event.channel or "")
    inside = any(holds(said, words(one)) for one in (*channels, *([portal] if portal else [])))
    other = any(holds(said, words(one)) for one in other_ways)
    if (inside and not other) or event.date is None:
        return
    during = _during(case, Limit(event.date, event.field("date")), event.lot)
    if isinstance(during, Unclear):
        yield unsure(node, during)
    elif during:
        facts = Contact(addressed(case, event), event.date, str(channel))
        silent = _holds_any(event, nothing_said)
        doubt = event.reason or inside or not event.channel or silent
        yield Hit(node, facts, confidence="possible" if doubt else None)


def _answered_to_all(case: Case, event: Event) -> bool:
    """Whether what a bidder said was entered that day as a question by the id it names, and answered to all bidders known."""
    named, who = enquiries_named(case, event), told(case, event).keys
    asked = [one for one in case.enquiries if named and thing_of(case, one) in named]
    return bool(asked) and all(
        one.asked_by is not None
        and meant(case, one.asked_by) in who
        and one.date is not None
        and event.date is not None
        and one.date.date == event.date.date
        and (thing := received_at(case, one.path)) is not None
        and not thing.without
        and not thing.unknown
        and bool(thing.had)
        for one in asked
    )


def _holds_any(event: Event, phrases: tuple[str, ...]) -> bool:
    said = [words(one or "") for one in (event.topic, event.text, event.reason)]
    return any(holds(one, words(phrase)) for one in said for phrase in phrases)


def _as_told(event: Event, spoken: tuple[str, ...], other_matters: tuple[str, ...]) -> str | None:
    """Return the way of a contact by what is told of it, or by its kind; `None` where it is of another matter or silent."""
    told_of_it = tuple(words(one or "") for one in (event.topic, event.text, event.reason))
    if any(holds(said, words(one)) for said in told_of_it for one in other_matters):
        return None
    found = (one for one in spoken if any(holds(said, words(one)) for said in told_of_it))
    return next(found, "meeting" if event.kind == "meeting" else None)


def holds(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether words hold a name, its words side by side."""
    if not name or name[0] not in said:
        return False
    return len(name) == 1 or any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


def _during(case: Case, moment: Limit, lot: str | None) -> bool | Unclear:
    """Whether a moment lies between publication and the last award of a lot, and in no round of talks with bidders."""
    published = case.tender.published
    if published is None:
        return Unclear("tender.published is not given", ("tender.published",))
    before = after(case.clock, Limit(published, case.tender.field("published")), moment)
    if before is not False:
        return before if isinstance(before, Unclear) else False
    for one in case.tender.rounds or ():
        if (
            one.start_date
            and one.end_date
            and not (
                case.clock.before(moment.when, one.start_date)
                or case.clock.before(one.end_date, moment.when, end_first=True)
            )
        ):
            return False
    ends = [Limit(one.date, one.field("date")) for one in case.awards if one.date and _ends_contest(one, lot)]
    over = [after(case.clock, moment, one) for one in ends]
    unclear = next((one for one in over if isinstance(one, Unclear)), None)
    return unclear or not (over and all(over))


def _ends_contest(award: Award, lot: str | None) -> bool:
    """Whether a decision to award is for a lot (`None`: for any) and stands; a cancelled one leaves the contest open."""
    return award.status != "cancelled" and (lot is None or award.lot in (None, lot))


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
        for bid in case.once(_open_defects).get(about(event.topic), ())
        if _same_lot(case, bid, event) and True not in (answers := asked_about(case, event.topic, bid))
    ]
    ignored = [bid for bid, answers in passed_over if None not in answers or not bid.bidder]
    gone = {bid.path: _gone(case, bid, event) for bid in ignored}
    yield from (one for one in gone.values() if isinstance(one, Unassessed))
    if ignored := [bid for bid in ignored if gone[bid.path] is False]:
        others = tuple(sorted({name_of(case, bid) for bid in ignored}))
        facts = Clarified(addressed(case, event), others, str(event.topic), _times(case, event))
        # A bid that was withdrawn some time may have been before.
        sure = all(_so_called(event.topic, bid) and bid.status != "withdrawn" for bid in ignored)
        yield Hit(node, facts, confidence=None if sure else "possible")
        return
    for bid in (bid for bid, _ in passed_over if bid.path not in gone):
        yield unsure(node, Unclear(*who_may_be(case, bid.bidder or "", told(case, event))))
    for bid in case.once(_undescribed):
        if _same_lot(case, bid, event) and True not in asked_about(case, event.topic, bid):
            yield lacking(bid.field("defects"))


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
        open_ones = [it for it in bid.defects or () if it.cure_until is None and treated(it.decision) != "let in"]
        for topic in {about(text) for it in open_ones for text in (it.code, it.text)} - {frozenset()}:
            found.setdefault(topic, {})[bid.path] = bid
    return {topic: list(bids.values()) for topic, bids in found.items()}


def _undescribed(case: Case) -> list[Bid]:
    """Return the bids of which it is not known what is wrong with them."""
    return [] if case.holds_all("bids") else [bid for bid in case.bids if bid.defects is None]
