"""Against how many of the bids on record the ground of a refusal is held: who else has it held against them is the difference."""

from fairaudit.analysis.names import words
from fairaudit.checks.base import Verb
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.received.recipients import meant

_APART = ": a difference of 1 ground"


def held_against(case: Case, ground: str, lot: str | None = None) -> Verb:
    """Return of how many of the bids for a lot the same ground is recorded, or that there is nobody to compare with.

    Where no bids are on record, those who were shut out are compared with one another.
    """
    bids = [one for one in case.bids if lot is None or one.lot in (None, lot)]
    said = words(ground)
    out = {meant(case, one.party): one.ground for one in case.procurement.exclusions or () if one.party and one.ground}
    shut_out = {party for party, told in out.items() if words(told) == said}
    if not bids:
        return _apart(len(shut_out), len(out), "on record who were shut out")
    held = sum(said in map(words, _grounds(one)) or _is_of(case, one, shut_out) for one in bids)
    return _apart(held, len(bids), "bids on record")


def _apart(held: int, among: int, whom: str) -> Verb:
    """Return how far a ground sets apart those it is held against from the others."""
    if among < 2 and held == among:
        return Verb("; there is no other bidder on record to compare with")
    if held == among:
        return Verb(f"; it is held against all {among} {whom}, and sets none of them apart")
    return Verb(f"; it is held against {held or 'none'} of {among} {whom}{_APART}")


def _grounds(bid: Bid) -> tuple[str, ...]:
    return tuple(one for one in (bid.reason, bid.rule_ref) if one)


def _is_of(case: Case, bid: Bid, parties: set[str]) -> bool:
    return bid.bidder is not None and meant(case, bid.bidder) in parties
