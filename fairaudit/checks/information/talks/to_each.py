"""Whether a message or a contact was one with each bidder that was in the contest then, by one record of it or by several."""

from collections import Counter
from datetime import date, datetime, timedelta

from fairaudit.analysis.names import words
from fairaudit.checks.information.leaving import Sent, still_in
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import meant, told
from fairaudit.procurement.times.deadlines import Limit, Unclear, receipt_of

Same = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str | None, date]
"""What contacts share that are one message to several: way, topic, text, lot and day."""
_AT_MOST_APART = timedelta(days=7)
"""How far apart meetings of one kind may be that are one round of them; a heuristic."""


def others_in(case: Case, event: Event) -> tuple[str, ...] | Unclear:
    """Return the bidders known that a record does not name and that had not left the contest by then.

    Who is not known to have left counts as one that had not; of those who withdrew at a time that is not given it is unclear.
    """
    keys, sent = told(case, event).keys, Sent(event.date, event.node)
    field, gone = (tuple(one for one in some if one not in keys) for some in (field_of(case), withdrawn_from(case)))
    still = still_in(case, (*field, *gone), _lots(event), sent)
    if not isinstance(still, Unclear):
        return still
    perhaps = tuple(one for one in field if still_in(case, (one,), _lots(event), sent) != ())
    return perhaps or still


def to_all_in(case: Case, event: Event) -> bool:
    """Whether a record names everybody who was in the contest then, where the case says that its bids are all there are.

    A talk with the only one left is none with all, unless nobody but those who withdrew had bid beside it.
    """
    keys, field = told(case, event).keys, frozenset(field_of(case))
    several = len(keys & field) > 1 or field <= keys
    return bool(field) and case.holds_all("bids") and several and others_in(case, event) == ()


def to_each(case: Case, event: Event) -> bool | None:
    """Whether each bidder had the same by the same way that day; `None` where other bidders than those may be unknown."""
    key = _same(event)
    had = case.once(_told_the_same).get(key, frozenset()) if key else frozenset()
    if EVERYBODY in had:
        return len(field_of(case, _lots(event))) > 1
    field = frozenset(field_of(case, _lots(event)))
    if len(field) < 2 or len(had) < 2:
        return False
    others = tuple(one for one in (*field, *withdrawn_from(case, _lots(event))) if one not in had)
    still = still_in(case, others, _lots(event), Sent(event.date, event.node))
    if isinstance(still, Unclear):
        return None if field <= had else False
    return False if still else True if case.holds_all("bids") else None


def met_alike(case: Case, event: Event) -> tuple[Event, ...]:
    """Return the meetings of a kind, the first first, where each bidder had as many of them; else nothing.

    They are alike where their way, topic, text, reason, lot and length are, and none is recorded as one that changes what to bid;
    where they were within days of each other, and all before, or all after, their bidders' bids had come.
    """
    key = _kind_of_meeting(event)
    met = case.once(_met).get(key, ()) if key else ()
    had = Counter(who for one in met for who in told(case, one).keys)
    field = frozenset(field_of(case, _lots(event)))
    if len(field) < 2 or not case.holds_all("bids") or {*had} != field or len({*had.values()}) != 1:
        return ()
    left = tuple(one for one in withdrawn_from(case, _lots(event)) if one not in had)
    return met if still_in(case, left, _lots(event), Sent(met[0].date, met[0].node)) == () else ()


def _in_step(case: Case, met: tuple[Event, ...], came: dict[str, list[When]]) -> bool:
    """Whether the first meetings of all bidders were within days of each other, their second ones, too, and so on.

    And all before, or all after, their bids `came`: what was heard after it helped nobody to bid.
    """
    days: dict[str, list[date]] = {}
    with_bids: set[bool] = set()
    for one in met:
        for who in told(case, one).keys:
            if one.date is not None:
                days.setdefault(who, []).append(one.date.date)
                with_bids.add(any(case.clock.before(bid, one.date, end_first=True) for bid in came.get(who, ())))
    near = (max(turn) - min(turn) <= _AT_MOST_APART for turn in zip(*days.values(), strict=False))
    return len(with_bids) < 2 and all(near)


def _came(case: Case) -> dict[str, list[When]]:
    """Return when the bids of each bidder came."""
    found: dict[str, list[When]] = {}
    for one in case.bids:
        if one.bidder and isinstance(receipt := receipt_of(case, one), Limit):
            found.setdefault(meant(case, one.bidder), []).append(receipt.when)
    return found


Meeting = tuple[tuple[tuple[str, ...], ...], str | None, timedelta | None]


def _met(case: Case) -> dict[Meeting, tuple[Event, ...]]:
    found: dict[Meeting, list[Event]] = {}
    for one in case.events:
        if key := _kind_of_meeting(one):
            found.setdefault(key, []).append(one)
    came = _came(case)
    in_order = {
        key: tuple(sorted(met, key=lambda one: one.date.isoformat() if one.date else "")) for key, met in found.items()
    }
    return {key: met for key, met in in_order.items() if _in_step(case, met, came)}


def _kind_of_meeting(event: Event) -> Meeting | None:
    start, end = event.date, event.until
    if event.kind != "meeting" or event.material or start is None:
        return None
    long = None
    if end is not None:
        if start.time is None or end.time is None or start.offset != end.offset:
            return None
        long = datetime.combine(end.date, end.time) - datetime.combine(start.date, start.time)
    said = (event.channel, event.topic, event.text, event.reason)
    return tuple(words(one or "") for one in said), event.lot, long


def _lots(event: Event) -> tuple[str, ...]:
    return (event.lot,) if event.lot else ()


def _told_the_same(case: Case) -> dict[Same, frozenset[str]]:
    found: dict[Same, set[str]] = {}
    for one in case.events:
        if one.kind in ("contact", "meeting") and (key := _same(one)):
            found.setdefault(key, set()).update(told(case, one).keys)
    return {key: frozenset(who) for key, who in found.items()}


def _same(event: Event) -> Same | None:
    if event.date is None or not (event.text or event.topic):
        return None
    way, topic, text = (words(one or "") for one in (event.channel, event.topic, event.text))
    return way, topic, text, event.lot, event.date.date
