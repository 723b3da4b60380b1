"""Bids of several lots under one id: each is called by its lot too, so that what names it by id and lot means one bid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from fairaudit.procurement.records import Bid
from fairaudit.sources.document import Value

Group: TypeAlias = "dict[str, Value]"
"""One raw group of fields."""


def call_by_lot(value: dict[str, Value]) -> None:
    """Write the lot before every id that bids of several lots share, wherever a record names one of them with its lot.

    What a record without a lot names stays as it is and is no bid then: which one is meant there, nobody can say.
    """
    shared = _shared(value)
    if not shared:
        return
    lots = dict(_lots_of_criteria(value))
    for one in list(_naming(value, shared)):
        lot, key = _lot_of(one, lots), str(one["bid"])
        if lot in shared[key]:
            one["bid"] = called(key, lot)
    for one in _groups(_under(value, "evaluation", "allocation")):
        _allocate(one, shared)
    for key, bids in shared.items():
        for lot, bid in bids.items():
            bid["id"] = called(key, lot)


def called(bid: str, lot: str) -> str:
    """Return the id of a bid of one lot whose own id bids of other lots have too."""
    return f"{lot}/{bid}"


def shared_ids(bids: Iterable[Bid]) -> dict[str, dict[str, str]]:
    """Return by each id that bids of several lots had before they were called by their lots too, what each lot's is called."""
    found: dict[str, dict[str, str]] = {}
    for one in bids:
        if one.id and one.lot and one.id.startswith(start := called("", one.lot)):
            found.setdefault(one.id.removeprefix(start), {})[one.lot] = one.id
    return {key: of for key, of in found.items() if len(of) > 1}


def _shared(value: dict[str, Value]) -> dict[str, dict[str, Group]]:
    """Return the bids by lot of every id that stands once in each of several lots."""
    bids = [(one.get("id"), one.get("lot"), one) for one in _groups(value.get("bids"))]
    ids = [key for key, _, _ in bids if isinstance(key, str)]
    found: dict[str, dict[str, Group]] = {}
    for key, lot, one in bids:
        if isinstance(key, str) and isinstance(lot, str):
            found.setdefault(key, {})[lot] = one
    return {
        key: of
        for key, of in found.items()
        if len(of) > 1 and ids.count(key) == len(of) and not {called(key, lot) for lot in of} & set(ids)
    }


def _naming(value: dict[str, Value], shared: dict[str, dict[str, Group]]) -> Iterator[Group]:
    """Yield the records of the evaluation and the awards that name a bid by an id of several."""
    evaluation = value.get("evaluation")
    lists = list(evaluation.values()) if isinstance(evaluation, dict) else []
    for records in (*lists, value.get("awards")):
        for one in _groups(records):
            bid = one.get("bid")
            if isinstance(bid, str) and bid in shared:
                yield one


def _lot_of(record: Group, lots: dict[str, str]) -> str:
    """Return the lot that a record is about, if any: the one it names, or the only one of the criterion that it names."""
    lot, criterion = record.get("lot"), record.get("criterion")
    if lot is None and isinstance(criterion, str):
        return lots.get(criterion, "")
    return lot if isinstance(lot, str) else ""


def _lots_of_criteria(value: dict[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield every criterion that belongs to one lot alone, with that lot."""
    waiting: list[tuple[Group, Value]] = [(one, None) for one in _groups(_under(value, "tender", "award_criteria"))]
    while waiting:
        one, above = waiting.pop()
        lots = one.get("lots", above)
        if isinstance(lots, list) and len(lots) == 1 and isinstance(key := one.get("id"), str):
            yield key, str(lots[0])
        waiting += [(child, lots) for child in _groups(one.get("children"))]


def _allocate(one: Group, shared: dict[str, dict[str, Group]]) -> None:
    """Let an allocation that names bids by an id of several mean those of its lots, of all where it names none."""
    bids, lots = one.get("bids"), one.get("lots")
    for place, key in enumerate(bids[:] if isinstance(bids, list) else ()):
        if isinstance(bids, list) and isinstance(key, str) and key in shared:
            meant = [lot for lot in shared[key] if not isinstance(lots, list) or lot in lots]
            bids[place : place + 1] = [called(key, lot) for lot in meant[:1]] or [key]
            bids += [called(key, lot) for lot in meant[1:]]


def _under(value: dict[str, Value], section: str, name: str) -> Value:
    part = value.get(section)
    return part.get(name) if isinstance(part, dict) else None


def _groups(records: Value) -> Iterator[Group]:
    yield from (one for one in records if isinstance(one, dict)) if isinstance(records, list) else ()
