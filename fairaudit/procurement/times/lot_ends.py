"""Whether the time to bid ends for some lots at another moment than for others."""

from __future__ import annotations

from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.moretime import extensions


def lots_end_apart(case: Case) -> bool:
    """Whether some lots were given an end of their own, so that an opening may be that of other lots.

    Their deadline was moved by themselves, or the bids for one lot have deadlines that those for another have not.
    """
    if len(case.lots) == 1:
        return False
    if any(one.lot is not None for one in extensions(case)):
        return True
    ends: dict[str, set[When]] = {}
    for bid in case.bids:
        lot = lot_of(case, bid.lot)
        if lot is not None and bid.deadline is not None:
            ends.setdefault(lot, set()).add(bid.deadline)
    return len({frozenset(one) for one in ends.values()}) > 1
