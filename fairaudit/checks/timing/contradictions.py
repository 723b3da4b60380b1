"""Checks of the family `record` on dates that cannot all be right: an end before its beginning."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.timing.shortened import cut_by
from fairaudit.checks.timing.too_early import too_early
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, Part, text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Tender

_ORDER = (("start_date", "start"), ("end_date", "end"), ("end", "end"), ("max_extent_date", "longest extent"))

_LASTING = frozenset({"access", "dialogue", "meeting", "negotiation", "outage", "presentation", "site-visit"})


class Reversed(Frozen):
    """Two dates by what they are, of which the one that should come first comes last."""

    first: str
    start: When
    second: str
    end: When


class Pair(Frozen):
    """Two fields, the second of which cannot come before the first; an end goes to the end of its day."""

    first: str
    start: Node[object]
    second: str
    end: Node[object]
    confidence: str | None = None


@check
def dates_in_order(node: Node[Tender], case: Case) -> Found[Reversed]:
    """Flag what ends before it begins: a period of the tender, a lot or an award, a tie, an event; or bidding before publication.

    An answer before its question is asked about, and so are a deadline before the day on which it was given, and what is dated
    before it can have been: a bid before the notice, a score before the bid came, or the role of who gave it began. So is a
    declaration that is dated after today.
    """
    pairs = list(_pairs(case))
    if not pairs:
        period = node.value.tender_period
        named = [one for one in ("start_date", "end_date") if getattr(period, one, None) is None]
        lacking = tuple(f"tender.tender_period.{one}" for one in named)
        yield Unassessed(node, "no two dates are given of which one must come before the other", lacking)
    for one in pairs:
        start, end = _moment(one.start.value), _moment(one.end.value)
        if not isinstance(start, When) or not isinstance(end, When):
            continue
        early = case.clock.reversed(start, end)
        if early is None:
            reason = f"whether {text_of(one.end.path)} is before {text_of(one.start.path)} hangs on the time zone"
            yield Unassessed(one.end, reason, ("tender.time_zone",))
        elif early:
            facts = Reversed(one.first, start, one.second, end)
            yield Hit(one.end, facts, ((one.start, f"the {one.first}"),), one.confidence, one.first)


def _moment(value: object) -> object:
    return When(value) if type(value) is date else value


def _pairs(case: Case) -> Iterator[Pair]:
    """Return every two dates that are given and stand in an order."""
    tender, bidding = case.tender, case.tender.tender_period
    for what, part in _periods(case):
        found = [(name, word) for name, word in _ORDER if getattr(part, name, None) is not None]
        for (name, first), (other, second) in pairwise(found):
            yield Pair(f"{first} of {what}", part.field(name), f"{second} of {what}", part.field(other))
    if tender.published is not None and bidding is not None and bidding.end_date is not None:
        yield Pair("publication", tender.field("published"), "end of the time to bid", bidding.field("end_date"))
    for one in case.enquiries:
        if one.date is not None and one.answered is not None:
            # An earlier answer may stand beside a later question that it answers too.
            whose = one.id or "?"
            question, answer = one.field("date"), one.field("answered")
            yield Pair(
                f"date of question {whose}", question, f"date of the answer to question {whose}", answer, "possible"
            )
    yield from _of_events(case)
    # Which of the two is wrong, and whether what came before was of another stage, a person must say.
    yield from (Pair(one.first, one.start, one.second, one.end, "possible") for one in too_early(case))
    yield from _to_come(case)


def _to_come(case: Case) -> Iterator[Pair]:
    """Return each declaration that is dated after today, beside today: nobody has made it yet."""
    for at, one in enumerate(case.declarations, 1):
        local = case.clock.local(one.date) if isinstance(one.date, When) else None
        day = local.date() if local else _day_of(one.date)
        if day is not None and case.today is not None and day > case.today:
            where = one.field("date")
            yield Pair(
                f"date of declaration {one.id or at}",
                where,
                "day of this audit",
                Node(where.path, case.today),
                "possible",
            )


def _day_of(value: object) -> date | None:
    found = _moment(value)
    return found.date if isinstance(found, When) else None


def _periods(case: Case) -> Iterator[tuple[str, Part]]:
    """Return everything that has a beginning and an end, and how it is called."""
    tender = case.tender
    named = (
        ("the time to bid", tender.tender_period),
        ("the time for questions", tender.enquiry_period),
        ("the time to decide", tender.award_period),
        ("the contract", tender.contract_period),
        ("the framework", tender.framework.period if tender.framework else None),
        *((f"the contract for lot {one.id or '?'}", one.contract_period) for one in case.lots),
        *((f"round {one.id or '?'}", one) for one in tender.rounds or ()),
        *((f"the contract of award {one.id or '?'}", one.contract_period) for one in case.awards),
        *((f"the standstill of award {one.id or '?'}", one.standstill) for one in case.awards),
    )
    yield from ((what, part) for what, part in named if part is not None)
    yield from _of_people(case)


def _of_events(case: Case) -> Iterator[Pair]:
    """Return from when until when events were; only what surely lasts from the one to the other is certain.

    More time that was granted afterwards is told by another rule, and what was mended may be dated by when it came.
    """
    for one in case.events:
        if one.date is None or one.until is None:
            continue
        kind = one.kind or "event"
        what = f"the {kind.removeprefix('x-').replace('-', ' ')}{f' {one.id}' if one.id else ''}"
        start, end = one.field("date"), one.field("until")
        if kind == "extension":
            yield Pair(f"date of {what}", start, f"deadline by {what}", end, "possible")
            yield from _taken_away(case, one, what)
        else:
            yield Pair(f"start of {what}", start, f"end of {what}", end, None if kind in _LASTING else "possible")


def _taken_away(case: Case, event: Event, what: str) -> Iterator[Pair]:
    """Return the deadline that was in force before an extension, where that ends before it: a slip, or time taken away."""
    if cut := cut_by(case, event):
        before = Node(cut.before.at.path, cut.before.when)
        yield Pair(f"deadline before {what}", before, f"deadline by {what}", cut.until.at, "possible")


def _of_people(case: Case) -> Iterator[tuple[str, Part]]:
    """Return the roles and ties of people, the owners of parties, and the interests that people declared."""
    for person in case.people:
        whose = f"of {person.name or person.id or '?'}"
        yield from ((f"the role {one.role or '?'} {whose}", one) for one in person.roles or ())
        for tie in (*(person.employments or ()), *(person.interests or ())):
            yield f"the {tie.kind or 'tie'} {whose}", tie
    for party in case.parties:
        for owner in party.owners or ():
            who = owner.name or (
                case.person_name(owner.person) if owner.person else case.party_name(owner.party or "?")
            )
            yield f"the share of {who} in {party.name or party.id or '?'}", owner
    for declaration in case.declarations:
        whose = f"declared by {case.person_name(declaration.person or '?')}"
        yield from ((f"the {one.kind or 'interest'} {whose}", one) for one in declaration.interests or ())
