"""What somebody stepped aside from: one reading of `recused_from`, by bidder, by bid, by lot, or all."""

from typing import Literal

from fairaudit.analysis.names import organisation_name
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.spellings.party_names import bidders_listed, names_party, near
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.persons.faces import names_of

_LOT = "lot "


def aside_from_bid(case: Case, listed: tuple[str, ...], bid: Bid) -> bool:
    """Whether a list such as `recused_from` holds a bid: its id or its lot, who bids it by id or by name, or `all`."""
    if "all" in listed or bid.id in listed:
        return True
    lot = lot_of(case, bid.lot)
    if lot is not None and f"{_LOT}{lot}".casefold() in map(str.casefold, listed):
        return True
    return bid.bidder is not None and names_party(case, listed, bid.bidder)


def bids_aside(case: Case, listed: tuple[str, ...], bidder: str) -> tuple[Bid, ...]:
    """Return the bids of a bidder that such a list holds."""
    return tuple(one for one in case.once(_bids).get(bidder, ()) if aside_from_bid(case, listed, one))


def aside_from(case: Case, listed: tuple[str, ...], bidder: str) -> bool:
    """Whether such a list holds a bidder, or all of its bids."""
    if names_party(case, listed, bidder):
        return True
    every = case.once(_bids).get(bidder, ())
    return bool(every) and len(bids_aside(case, listed, bidder)) == len(every)


def bidders_aside(case: Case, listed: tuple[str, ...]) -> list[str]:
    """Return the bidders that such a list holds, or of whom it holds a bid."""
    named = {bidder for one in listed for bidder in case.once(_bidding).get(one, ())}
    named |= {bidder for one in listed for bidder in case.once(_bidding_for).get(one.casefold(), ())}
    found = bidders_listed(case, listed)
    return found if named <= set(found) else [one for one in bidders(case).ids if one in named or one in found]


def _bidding(case: Case) -> dict[str | None, list[str | None]]:
    """Return who made the bid with an id."""
    found: dict[str | None, list[str | None]] = {}
    for one in case.bids:
        found.setdefault(one.id, []).append(one.bidder)
    return found


def _bidding_for(case: Case) -> dict[str, list[str | None]]:
    """Return who bids for a lot, by what it is called here."""
    found: dict[str, list[str | None]] = {}
    for one in case.bids:
        if (lot := lot_of(case, one.lot)) is not None:
            found.setdefault(f"{_LOT}{lot}".casefold(), []).append(one.bidder)
    return found


def _bids(case: Case) -> dict[str | None, list[Bid]]:
    found: dict[str | None, list[Bid]] = {}
    for one in case.bids:
        found.setdefault(one.bidder, []).append(one)
    return found


def nobody_meant(
    case: Case, own: Declaration, field: Literal["recused_from", "covers"] = "recused_from"
) -> Unassessed | None:
    """Return that such a list of a declaration holds what is no bid, bidder or lot of the case, nor any party that it knows."""
    listed = own.recused_from if field == "recused_from" else own.covers
    unknown = next((one for one in listed or () if not _is_known(case, one)), None)
    if unknown is None:
        return None
    name = text_of((*own.path, field))
    reason = f"{name} says “{unknown}”, which is no bid, bidder or lot that is given"
    return Unassessed(own.node, reason, (f"{name} (the bid or bidder meant)",))


def _is_known(case: Case, said: str) -> bool:
    if said == "all" or said in case.once(_ids) or said.casefold() in case.once(_lots) or case.party(said):
        return True
    return bool(near(case, (said,))) or organisation_name(said).core in case.once(_cores)


def _cores(case: Case) -> frozenset[tuple[str, ...]]:
    """Return the names of all parties, without their legal forms: so many names are looked up, never compared."""
    return frozenset(organisation_name(name).core for one in case.parties for name in names_of(one))


def _ids(case: Case) -> frozenset[str]:
    return frozenset(key for one in case.bids for key in (one.id, one.bidder) if key)


def _lots(case: Case) -> frozenset[str]:
    told = (*(one.id for one in case.lots), *(one.lot for one in case.bids))
    return frozenset(f"{_LOT}{one}".casefold() for one in told if one)
