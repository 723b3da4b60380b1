"""Whether records say that a bidder was asked about its low price, and in time."""

from __future__ import annotations

from fairaudit.checks.prices.compared import Priced
from fairaudit.checks.prices.late_questions import late_question
from fairaudit.checks.prices.tested import low_price_record
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import is_asked, low_price_records
from fairaudit.procurement.model.evaluation import AbnormallyLow


def was_asked(case: Case, priced: Priced) -> bool:
    """Whether a record says that the bidder was asked about its price."""
    entry = low_price_record(case, priced.bid)
    return entry is not None and is_asked(entry)


def was_asked_in_time(case: Case, priced: Priced) -> bool:
    """Whether a question is recorded that does not surely come after the award."""
    return was_asked(case, priced) and late_question(case, questions_recorded(case, priced)) is None


def questions_recorded(case: Case, priced: Priced) -> tuple[AbnormallyLow, ...]:
    """Return the records of low prices that are of a bid, those that name it first."""
    own = low_price_records(case, priced.bid.id, priced.bid.lot)
    return own or tuple(filter(None, [low_price_record(case, priced.bid)]))
