"""Against how many of the bids on record the ground of a refusal is held: who else has it held against them is the difference."""

from fairaudit.analysis.names import words
from fairaudit.checks.base import Verb
from fairaudit.procurement.case import Case
from fairaudit.procurement.recipients import meant
from fairaudit.procurement.records import Bid


def held_against(case: Case, ground: str, lot: str | None = None) -> Verb:
    """Return of how many of the bids for a lot the same ground is recorded; nothing where that sets none apart."""
    bids = [one for one in case.bids if lot is None or one.lot in (None, lot)]
    said = words(ground)
    shut_out = {
        meant(case, one.party)
        for one in case.procurement.exclusions or ()
        if one.party and one.ground and words(one.ground) == said
    }
    held = sum(said in map(words, _grounds(one)) or _is_of(case, one, shut_out) for one in bids)
    return Verb(f"; it is held against {held} of {len(bids)} bids on record" if 0 < held < len(bids) else "")


def _grounds(bid: Bid) -> tuple[str, ...]:
    return tuple(one for one in (bid.reason, bid.rule_ref) if one)


def _is_of(case: Case, bid: Bid, parties: set[str]) -> bool:
    return bid.bidder is not None and meant(case, bid.bidder) in parties
