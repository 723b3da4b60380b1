"""How a thing that went to bidders is held against them: who had it when, how much later than the first, and who had it not."""

from __future__ import annotations

from datetime import datetime, timedelta

from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import Told, maybe, told


class Entry(Frozen):
    """One record of something that went to bidders: whom it was for, from when until when, whether it names everybody."""

    told: Told
    when: When | None
    until: When | None
    at: Node[object]
    whole: bool
    """Whether whoever it does not name did not have it by this record."""
    by_asking: frozenset[str] = frozenset()
    """Who is among those told only for having asked: that they had it is neither recorded nor denied."""


class Item(Frozen):
    """One thing that went to bidders, by whatever records: its kind, what it is called, and for which lots."""

    kind: str
    name: str
    lots: tuple[str, ...]
    entries: list[Entry]


class Receipt(Frozen):
    """When a bidder first had a thing, and by which entry; `moment` is `None` where no time is given, or no zone."""

    entry: Entry
    moment: datetime | None


class Received(Frozen):
    """A thing and its bidders: who had it when, who had it not by what is recorded, and of whom that is not known.

    `behind` is how long after the first those had it who had it later; of days without an hour only whole days count, since
    what was sent on one day may have gone out by one message.
    """

    item: Item
    had: dict[str, Receipt]
    behind: dict[str, timedelta]
    without: tuple[str, ...]
    unknown: tuple[str, ...]
    asked: tuple[str, ...] = ()
    """Whoever asked, where nothing records that they had the answer: they count neither as with it nor as without it."""


def joined(case: Case) -> dict[str, When]:
    """Return when bidders registered who are recorded as having done so: nobody can be told before that."""
    return case.once(_joined)


def _joined(case: Case) -> dict[str, When]:
    found: dict[str, When] = {}
    for event in case.events:
        if event.kind == "registration" and event.date:
            for key in told(case, event).keys:
                if key not in found or case.clock.before(event.date, found[key]):
                    found[key] = event.date
    return found


def held(case: Case, item: Item, field: tuple[str, ...]) -> Received:
    """Hold one thing against some bidders: who of them had it when, who had it not, and of whom that is not known."""
    had: dict[str, Receipt] = {}
    doubtful: set[str] = set()
    asking = {key for entry in item.entries for key in entry.by_asking}
    for entry in item.entries:
        receipt = Receipt(entry, _moment(case, entry.when))
        keys, strange = (
            entry.told.keys - entry.by_asking,
            entry.told.strangers.numbered or entry.told.strangers.squeezed,
        )
        earlier: dict[int, bool] = {}
        for one in field if EVERYBODY in keys else [one for one in field if one in keys]:
            known = had.get(one)
            # Those who had it by one record are many.
            if known is not None and id(known) not in earlier:
                earlier[id(known)] = _sooner(case, entry.when, known.entry.when)
            if known is None or earlier[id(known)]:
                had[one] = receipt
        doubtful |= {one for one in field if one not in had and maybe(case, entry.told, one)} if strange else set()
    asked = tuple(one for one in field if one in asking and one not in had) if asking else ()
    others = [one for one in field if one not in had and one not in asked]
    sure = all(one.whole for one in item.entries)
    without = tuple(one for one in others if one not in doubtful) if sure else ()
    unknown = tuple(one for one in others if one in doubtful) if sure else tuple(others)
    return Received(item, had, _behind(case, had), without, unknown, asked)


def told_by_name(item: Item) -> frozenset[str]:
    """Return whom the records of a thing name one by one, whoever asked only where a record names them as well."""
    named = [one.told.keys - one.by_asking for one in item.entries if EVERYBODY not in one.told.keys]
    return frozenset().union(*named)


def _sooner(case: Case, when: When | None, known: When | None) -> bool:
    return when is not None and (known is None or bool(case.clock.before(when, known)))


def _behind(case: Case, had: dict[str, Receipt]) -> dict[str, timedelta]:
    """Return how long after the first those had a thing who had it later, by the hours that went by."""
    dates = list(dict.fromkeys(one.entry.when for one in had.values() if one.entry.when))
    if len(dates) < 2:
        return {}
    first = dates[0]
    for one in dates[1:]:
        first = one if case.clock.before(one, first) else first
    bare = any(one.time is None for one in dates)
    since = joined(case)
    found: dict[str, timedelta] = {}
    for bidder, receipt in had.items():
        start, when = first, receipt.entry.when
        if bidder in since and case.clock.before(first, since[bidder]):
            start = since[bidder]
        if when is not None and (late := waited(case, start, when, bare)):
            found[bidder] = late
    return found


def waited(case: Case, first: When, when: When, bare: bool) -> timedelta | None:
    """Return how much later a moment is, in whole days where one of those it is held against is a bare day."""
    if first.time is None and when.time is None:
        late: timedelta | None = when.date - first.date
    else:
        late = case.clock.gap(first, when)
    if late is None or late <= timedelta(0):
        return None
    return timedelta(days=late.days) or None if bare else late


def _moment(case: Case, when: When | None) -> datetime | None:
    """Return a moment on the buyer's wall clock, by which all of a case can be put in order."""
    return case.clock.local(when) if when else None
