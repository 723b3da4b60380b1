"""Bids of several lots under one id: each is called by its lot too, so that what names it by id and lot means one bid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from fairaudit.procurement.model.records import Bid
from fairaudit.sources.document import Path, Unreadable, Value

Group: TypeAlias = "dict[str, Value]"
"""One raw group of fields."""


def call_by_lot(value: dict[str, Value]) -> list[Unreadable]:
    """Write the lot before every id that bids of several lots share, in the bids and wherever a record names one of them.

    Which bid a record without a lot means, nobody can say: it is returned, and what the record says is of no bid.
    """
    shared = _shared(value)
    if not shared:
        return []
    lots = dict(_lots_of_criteria(value))
    unclear: list[Unreadable] = []
    for path, one in list(_naming(value, shared)):
        key, lot = str(one["bid"]), _lot_of(one, lots)
        one["bid"] = called(key, lot) if lot in shared[key] else None
        if one["bid"] is None:
            unclear.append(Unreadable((*path, "bid"), key[:200], _of_several(key, shared[key])))
    for one in _groups(_under(value, "evaluation", "allocation")):
        _allocate(one, shared)
    for key, bids in shared.items():
        for lot, bid in bids.items():
            bid["id"] = called(key, lot)
    return unclear


def _of_several(key: str, lots: Iterable[str]) -> str:
    """Return why nobody can say which bid is meant, and what to write."""
    names = sorted(lots)
    every, last = " and ".join(called(key, lot) for lot in names[:4]), names[-1]
    return (
        f"is the id of several bids, {every}: write the lot of the one that is meant, as in `lot: {last}`"
        f" or `bid: {called(key, last)}`"
    )


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


def _naming(value: dict[str, Value], shared: dict[str, dict[str, Group]]) -> Iterator[tuple[Path, Group]]:
    """Yield the records of the evaluation and the awards that name a bid by an id of several, with their paths."""
    evaluation = value.get("evaluation")
    lists: list[tuple[Path, Value]] = [(("awards",), value.get("awards"))]
    lists += [(("evaluation", name), one) for name, one in evaluation.items()] if isinstance(evaluation, dict) else []
    for path, records in lists:
        for index, one in enumerate(records if isinstance(records, list) else ()):
            bid = one.get("bid") if isinstance(one, dict) else None
            if isinstance(one, dict) and isinstance(bid, str) and bid in shared:
                yield (*path, index), one


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


def _allocate(one: Group, clear: dict[str, dict[str, Group]]) -> None:
    """Let an allocation that names bids by an id of several mean those of its lots, of all where it names none."""
    bids, lots = one.get("bids"), one.get("lots")
    for place, key in enumerate(bids[:] if isinstance(bids, list) else ()):
        if isinstance(bids, list) and isinstance(key, str) and key in clear:
            meant = [lot for lot in clear[key] if not isinstance(lots, list) or lot in lots]
            bids[place : place + 1] = [called(key, lot) for lot in meant[:1]] or [key]
            bids += [called(key, lot) for lot in meant[1:]]


def _under(value: dict[str, Value], section: str, name: str) -> Value:
    part = value.get(section)
    return part.get(name) if isinstance(part, dict) else None


def _groups(records: Value) -> Iterator[Group]:
    yield from (one for one in records if isinstance(one, dict)) if isinstance(records, list) else ()
