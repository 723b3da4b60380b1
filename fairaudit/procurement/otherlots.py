"""Records of the evaluation that name another lot than their bid is for: one of the two is wrong, and nobody can say which."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fairaudit.procurement.case import Case
from fairaudit.sources.document import Path, Unreadable

_LISTS = ("individual", "consensus", "totals", "ranking", "changes", "abnormally_low", "summaries", "price_adjustments")
_MOST = 1_000
"""How many are told one by one."""


def other_lots(case: Case) -> tuple[Unreadable, ...]:
    """Return the lots of such records, as values that were not understood; they are read as they are written."""
    found = _other_lots(case)
    told = tuple(islice(found, _MOST))
    more = sum(1 for _ in found)
    words = f"{more:,} more records of the evaluation name another lot than their bid is for; mend these first"
    return (*told, Unreadable(("evaluation",), "", words)) if more else told


def _other_lots(case: Case) -> Iterator[Unreadable]:
    lots = {one.id for one in case.lots if one.id}
    bids: dict[str | None, set[str | None]] = {}
    for bid in case.bids:
        bids.setdefault(bid.id, set()).add(bid.lot)
    # A bid for one lot that the tender has; of one that stands twice nobody knows which is meant.
    own = {key: next(iter(of)) for key, of in bids.items() if key and len(of) == 1 and of <= lots}
    for name in _LISTS if len(lots) > 1 else ():
        for one in getattr(case.evaluation, name) or ():
            if one.lot in lots and own.get(one.bid, one.lot) != one.lot:
                yield _told(case, (*one.path, "lot"), one.lot, f"the bid {one.bid} is for lot {own[one.bid]}")


def _told(case: Case, path: Path, lot: str, other: str) -> Unreadable:
    place = f"{case.pointers[path]}: " if path in case.pointers else ""
    words = f"{place}names lot {lot}, and {other}, so one of the two is wrong; it is read as it is written"
    return Unreadable(path, lot[:200], words)
