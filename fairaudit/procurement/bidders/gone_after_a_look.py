"""What was done with bids before they left: ties to whoever withdrew may have counted while its bid was in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid


def gone_after_a_look(case: Case) -> dict[str, str]:
    """Return the bidders all of whose bids were withdrawn, one at least after it was seen, and what was done with it."""
    gone = _gone(case)
    if not gone:
        return {}
    done = case.once(_done)
    found: dict[str, str] = {}
    for bid in gone:
        # Some records name a bid by its bidder, which means it where the bidder made no other.
        several = sum(other.bidder == bid.bidder for other in case.bids) > 1
        told = done.get(bid.id or "") or (None if several else done.get(bid.bidder or ""))
        if told and bid.bidder:
            found.setdefault(bid.bidder, told)
    return found


def gone_perhaps_unseen(case: Case) -> tuple[str, ...]:
    """Return the bidders all of whose bids were withdrawn, of which it is not known whether anybody had seen one before.

    A bid that left by its time limit was in nobody's hands, nor one that no complete record of who opened bids names.
    """
    seen = gone_after_a_look(case)
    if case.evaluation.access_log is not None and case.holds_all("evaluation.access_log"):
        return ()
    found = dict.fromkeys(one.bidder for one in _gone(case) if one.bidder and one.bidder not in seen)
    return tuple(one for one in found if not _left_in_time(case, one))


def _gone(case: Case) -> list[Bid]:
    staying = {one.bidder for one in case.bids if one.status != "withdrawn"}
    return [one for one in case.bids if one.status == "withdrawn" and one.bidder and one.bidder not in staying]


def _left_in_time(case: Case, bidder: str) -> bool:
    """Whether a recorded withdrawal came before the time limit for bids, until which they stay closed."""
    period = case.tender.tender_period
    due = period.end_date if period else None
    left = [one.date for one in case.events if one.kind == "withdrawal" and one.bidder == bidder]
    return due is not None and any(day is not None and case.clock.before(day, due) is True for day in left)


def scored_or_ranked(case: Case) -> frozenset[str]:
    """Return what the bids go by that somebody scored or ranked; to have opened one may have been to see whose it was."""
    return frozenset(bid for words, bids in _records(case) if words in ("scored", "ranked") for bid in bids if bid)


def _done(case: Case) -> dict[str, str]:
    """Return what was done with each bid of which a record tells that somebody had it in front of them."""
    found: dict[str, str] = {}
    for words, bids in _records(case):
        for bid in bids:
            if bid:
                found.setdefault(bid, words)
    return found


def _records(case: Case) -> Iterator[tuple[str, Iterable[str | None]]]:
    evaluation = case.evaluation
    yield "scored", (one.bid for one in evaluation.individual or ())
    yield "scored", (one.bid for one in evaluation.consensus or ())
    yield "ranked", (one.bid for one in evaluation.ranking or ())
    yield "ranked", (one.bid for one in evaluation.totals or ())
    yield "opened", (one.bid for one in evaluation.access_log or ())
    yield "examined", (one.bid for one in evaluation.price_adjustments or ())
    yield "examined", (one.bid for one in evaluation.abnormally_low or ())
