"""Bidders whose bids were turned away and whom nobody had before them after a declaration that leaves them out."""

from fairaudit.checks.people.conduct.order import after
from fairaudit.procurement.bidders.gone_after_a_look import scored_or_ranked
from fairaudit.procurement.bidders.rivals import refused
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.records import Bid


def turned_away_unseen(case: Case, own: Declaration, bidder: str) -> bool | None:
    """Whether a bidder has only bids that were turned away and that nobody opened after a declaration, or scored at all.

    `None` where they were turned away and who opened bids is not given.
    """
    bids = case.once(_bids).get(bidder, ())
    if not bids or not all(refused(case, one) for one in bids):
        return False
    names = {name for one in bids for name in (one.id, bidder) if name}
    log = case.evaluation.access_log
    opened = [one.at for one in log or () if one.bid in names]
    if names & scored_or_ranked(case) or any(
        at is None or own.date is None or after(case, own.date, at) is not True for at in opened
    ):
        return False
    return None if log is None else True


def _bids(case: Case) -> dict[str | None, tuple[Bid, ...]]:
    """Return the bids of each bidder that were not withdrawn."""
    found: dict[str | None, list[Bid]] = {}
    for one in case.bids:
        if one.status != "withdrawn":
            found.setdefault(one.bidder, []).append(one)
    return {bidder: tuple(bids) for bidder, bids in found.items()}
