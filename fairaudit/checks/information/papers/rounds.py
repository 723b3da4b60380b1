"""Visits that bidders had once more: seen as one thing, a second visit of some would be nowhere in what each bidder received."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.received.ledger import VISITS
from fairaudit.procurement.received.receipts import Entry, Item, Receipt, Received
from fairaudit.procurement.received.recipients import maybe

_TIMES = ("", "", "once more", "a third time", "a fourth time")


def by_rounds(case: Case, ledger: Iterable[Received]) -> list[Received]:
    """Return what went to bidders, with the second visit of each, the third and so on as things of their own."""
    return [part for one in ledger for part in (one, *(_further(case, one) if one.item.kind == VISITS else ()))]


def _further(case: Case, visits: Received) -> Iterator[Received]:
    """Yield the visits on later days; what has no day may be another record of one that has."""
    field = (*visits.had, *visits.without, *visits.unknown)
    days = {one: _days(visits, one) for one in field}
    doubtful = {one for one in field if any(maybe(case, entry.told, one) for entry in visits.item.entries)}
    sure = all(one.whole for one in visits.item.entries)
    for turn in count(2):
        had = {one: _receipt(case, own[turn - 1]) for one, own in days.items() if len(own) >= turn}
        if not had:
            return
        others = [one for one in field if one not in had]
        without = tuple(one for one in others if one not in doubtful) if sure else ()
        unknown = tuple(one for one in others if one not in without)
        entries = list({id(one.entry): one.entry for one in had.values()}.values())
        name = f"{visits.item.name}, {_TIMES[turn] if turn < len(_TIMES) else f'for the {turn}th time'}"
        yield Received(Item(VISITS, name, visits.item.lots, entries), had, {}, without, unknown)


def _days(visits: Received, bidder: str) -> list[Entry]:
    """Return the records of a bidder's visits, one for each day, in their order."""
    found: dict[date, Entry] = {}
    for one in visits.item.entries:
        if one.when is not None and (EVERYBODY in one.told.keys or bidder in one.told.keys):
            found.setdefault(one.when.date, one)
    return [found[day] for day in sorted(found)]


def _receipt(case: Case, entry: Entry) -> Receipt:
    return Receipt(entry, case.clock.local(entry.when) if entry.when else None)
