"""Names that a case gives of parts of itself, read against the whole model once all its documents are one.

`complete` names sections, and a change of the documents names fields of the tender. Both are given as the paths the model uses;
a name that is none is reported with its place and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fairaudit.procurement.loading.building import Report
from fairaudit.procurement.loading.lot_bids import call_by_lot
from fairaudit.procurement.model.kinds import name_rooms
from fairaudit.procurement.shaping.changed import read_changed
from fairaudit.procurement.shaping.merging import Merged
from fairaudit.procurement.shaping.sections import fill, read_section
from fairaudit.sources.document import Path, Unreadable, Value


def settle_names(merged: Merged, report: Report) -> list[Unreadable]:
    """Settle every name: topics of data rooms that only a kind names, lists `complete` says are empty, ids of bids of lots.

    Returns the names of bids of which nobody can say which bid they mean.
    """
    _settle(merged.value.get("complete"), ("complete",), read_section, report)
    for path, changes in _changes(merged.value):
        _settle(changes, path, read_changed, report)
    name_rooms(merged.value.get("events"))
    fill(merged)
    return call_by_lot(merged.value)


def _changes(value: dict[str, Value]) -> Iterator[tuple[Path, Value]]:
    tender = value.get("tender")
    amendments = tender.get("amendments") if isinstance(tender, dict) else None
    for index, one in enumerate(amendments if isinstance(amendments, list) else ()):
        if isinstance(one, dict):
            yield ("tender", "amendments", index, "changes"), one.get("changes")


def _settle(names: Value, path: Path, read: Callable[[object], str], report: Report) -> None:
    for index, raw in enumerate(names if isinstance(names, list) else ()):
        if isinstance(names, list) and raw is not None:
            try:
                names[index] = read(raw)
            except ValueError as error:
                names[index] = None
                report((*path, index), raw, str(error))
