"""Records of how an unusually low price was handled: which of them are about a bid in one of its lots."""

from __future__ import annotations

from fairaudit.analysis.text.low_price_decisions import price_decision
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import AbnormallyLow
from fairaudit.procurement.model.records import Bid


def low_price_records(case: Case, key: str | None, lot: str | None = None) -> tuple[AbnormallyLow, ...]:
    """Return the records of the low price of a bid, without those that say they are about another lot than the one given.

    A bid that stands in one lot alone is meant by its id, whatever lot a record writes beside it.
    """
    own = {one.lot for one in case.bids if one.id == key}
    alone = len(own) == 1 and None not in own
    known = (one for one in case.evaluation.abnormally_low or () if one.bid is not None and one.bid == key)
    return tuple(one for one in known if alone or one.lot is None or lot is None or one.lot == lot)


def is_asked(record: AbnormallyLow) -> bool:
    """Whether a record tells that the bidder was asked about its price, or answered, if only in the words of its decision."""
    dated = record.notified is not None or record.answered is not None
    return dated or price_decision(record.decision).asked


def unasked_in(case: Case, bid: Bid) -> tuple[AbnormallyLow | None, AbnormallyLow | None]:
    """Return the first record of a bid in a lot of which none tells a question, and one that may tell of it without its lot.

    Of each lot a question is owed. A record that names no lot may be about any, where others of the bid name theirs.
    """
    by_lot: dict[str | None, list[AbnormallyLow]] = {}
    for one in low_price_records(case, bid.id, bid.lot):
        by_lot.setdefault(one.lot if bid.lot is None else None, []).append(one)
    silent = next((records[0] for records in by_lot.values() if not any(map(is_asked, records))), None)
    return silent, next(iter(by_lot.get(None, ())), None) if len(by_lot) > 1 else None
