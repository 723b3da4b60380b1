"""Whom a moved deadline gave more time, whom it did not, and whose bid was in by then, for whom more time is worth least."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from fairaudit.checks.timing.in_words import in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.received.recipients import meant, reaches, told
from fairaudit.procurement.times.deadlines import Limit, Unclear, later, receipt_of

NOT_RECORDED = ("not recorded",)


class Gained(Frozen):
    """Who had the more time, who had not, and whose bid was in when it was given."""

    given_to: tuple[str, ...]
    left_out: tuple[str, ...]
    already_in: tuple[str, ...]


def gained(case: Case, moved: Event | Amendment, when: When) -> Gained:
    """Return whom a deadline that was moved at a moment gave more time."""
    everybody, keys = reaches(case, moved, None), told(case, moved).keys
    lots = (moved.lot,) if isinstance(moved, Event) and moved.lot else ()
    if everybody is None:
        return Gained(NOT_RECORDED, NOT_RECORDED, _in_by(case, when, lots))
    if everybody:
        return Gained(("all bidders",), ("nobody",), _in_by(case, when, lots))
    others = set(field_of(case, lots)) - keys
    return Gained(_named(case, keys), _named(case, others) or NOT_RECORDED, _in_by(case, when, lots))


def moved_by(case: Case, before: Limit | Unclear, to: Limit | None) -> str:
    """Return in words how far a deadline was moved."""
    span = later(case.clock, before, to) if isinstance(before, Limit) and to is not None else None
    if not isinstance(span, timedelta):
        return "how far is not known"
    return (
        f"{in_hours(abs(span))} {'earlier' if span < timedelta(0) else 'later'}"
        if span
        else "to the deadline that is recorded"
    )


def _in_by(case: Case, when: When, lots: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bidders whose bids were surely in by a moment; that nobody's was, only where all receipts are known."""
    bids = [one for one in case.bids if one.bidder and (not lots or not one.lot or one.lot in lots)]
    receipts = [(meant(case, one.bidder or ""), receipt_of(case, one)) for one in bids]
    known = [(bidder, one) for bidder, one in receipts if isinstance(one, Limit)]
    early = {bidder for bidder, one in known if case.clock.before(one.when, when, end_first=True) is True}
    if not early and (not bids or len(known) < len(receipts)):
        return NOT_RECORDED
    return _named(case, early) or ("nobody's",)


def _named(case: Case, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({case.party_name(one) for one in keys}))
