"""Whom an answer or a change reached last, of those who had to have it: until then they could not use it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from fairaudit.checks.base import Verb
from fairaudit.checks.information.answers.left_out import left_out
from fairaudit.checks.information.papers.spread import first_sent, spread_at
from fairaudit.checks.timing.in_words import in_hours, time_left
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.receipts import Entry
from fairaudit.procurement.received.recipients import for_all, meant, told_of
from fairaudit.procurement.times.deadlines import Limit, Unclear, deadline_for, later
from fairaudit.procurement.times.spans import days_until
from fairaudit.sources.document import Path


class LastReached(Frozen):
    """When a thing came to those who had it last, the record that says so, what time it left, and who they are."""

    when: When
    at: Node[object]
    left: str
    deadline: Limit
    who: Verb


Judged = Callable[[Enquiry], bool]


def reached_too_late(
    case: Case, path: Path, hours: int, at_least: int, judged: Judged = lambda _: False
) -> LastReached | None:
    """Return whom a thing reached more than some hours after the first and fewer than `at_least` days before the deadline.

    Of several the last. Who had it within those hours of registering had it as soon as could be. Whoever had it by another row of
    the same answer, which is `judged` as an answer of its own, is told of there.
    """
    thing = spread_at(case, path)
    reached = thing.copies.in_time(case, thing.copies.earliest, hours) if thing else None
    if thing is None or reached is None or isinstance(reached, Unclear):
        return None
    others = left_out(case, reached, thing.received.item.lots, first_sent(thing))
    if isinstance(others, Unclear) or not others:
        return None
    first: dict[str, Entry] = {}
    dated = [(case.clock.rank(one.when), one) for one in thing.received.item.entries if one.when]
    apart = {one.path for one in case.enquiries or () if one.answered and one.path != path and judged(one)}
    for _, entry in sorted(dated, key=lambda one: one[0]):
        for name in sorted(entry.told.keys - entry.by_asking):
            for key in others if means_everybody(name) else (meant(case, name),):
                first.setdefault(key, entry)
    here = [one for one in others if one in first and first[one].at.path[:2] not in apart]
    late = {one: found for one in here if (found := _left(case, one, first[one], at_least))}
    last = max(late.values(), key=lambda one: (case.clock.rank(one.when), text_of(one.at.path)), default=None)
    if last is None:
        return None
    end = case.clock.rank(last.when)
    names = sorted(case.party_name(one) for one, found in late.items() if case.clock.rank(found.when) == end)
    return last._replace(who=Verb(f", when it reached {_named(names)}"))


_FEW = 3
"""How many bidders are named at most."""


def _named(names: list[str]) -> str:
    return " and ".join(names) if len(names) <= _FEW else f"{len(names)} of the bidders"


def _left(case: Case, bidder: str, entry: Entry, at_least: int) -> LastReached | None:
    """Return what time an entry left its bidder until its own deadline, where that was too little."""
    deadline = deadline_for(case, bidder)
    if entry.when is None or isinstance(deadline, Unclear):
        return None
    days = days_until(case, entry.when, deadline)
    if isinstance(days, Unclear) or days >= at_least:
        return None
    field = "date" if entry.at.path[0] == "events" else "recipients"
    left = time_left(case, entry.when, deadline, days)
    return LastReached(entry.when, Node((*entry.at.path, field), entry.when), left, deadline, Verb())


def alike(case: Case, recipients: tuple[str, ...] | None) -> Verb:
    """Return that what came so late was sent to all bidders, where that is recorded: then nobody had less time than another.

    Where some had more time than the others by an extension of their own it says so, and how much. Of one that names some of the
    bidders known alone it says how many these are.
    """
    if for_all(case, recipients):
        return Verb(case.once(_to_all))
    field, found = field_of(case), told_of(case, recipients or ())
    named = [one for one in field if one in found.keys]
    sure = not found.strangers.numbered and not found.strangers.squeezed and EVERYBODY not in found.keys
    return Verb(
        f", sent by its list to {len(named)} of {len(field)} bidders" if sure and 0 < len(named) < len(field) else ""
    )


def _to_all(case: Case) -> str:
    """Return that something went to all bidders: alike, unless by an extension of their own some had longer to use it."""
    least, nothing = deadline_for(case), timedelta(0)
    longer: dict[str, timedelta] = {}
    for one in field_of(case):
        own = deadline_for(case, one)
        more = (
            Unclear("", ()) if isinstance(least, Unclear) or isinstance(own, Unclear) else later(case.clock, least, own)
        )
        if isinstance(more, Unclear):
            return ", to all bidders"
        if more > nothing:
            longer[case.party_name(one)] = more
    if not longer:
        return ", to all bidders alike"
    most = max(longer.values())
    up_to = "up to " if min(longer.values()) < most else ""
    return f", to all bidders, of whom {_named(sorted(longer))} had {up_to}{in_hours(most)} longer"
