"""By which prices a test for abnormally low ones is made: those that stood when it was made, and where that is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import organisation_name
from fairaudit.checks.base import Unassessed
from fairaudit.checks.prices.compared import Priced, PricedContest, lacking_of, priced
from fairaudit.checks.scoring.compared.out_elsewhere import put_out
from fairaudit.checks.scoring.compared.tax_basis import as_compared
from fairaudit.checks.scoring.evaluation_records import OUT, PUT_OUT, bid_called, bid_named
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import contest as bids_for
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.low_price_records import is_asked, low_price_records
from fairaudit.procurement.model.evaluation import AbnormallyLow
from fairaudit.procurement.model.records import Bid

_LOW = late_pattern(
    r"\b(?:abnormal|anormal|anomal|anormalmente|temerari|desproporcionad|rażąco nisk|ungewöhnlich niedrig|(?:too|very) low"
    r"|low (?:price|bid|tender|offer)|(?:price|bid|tender|offer) (?:was |is )?(?:too )?low)",
    re.IGNORECASE,
)


class Reading(Frozen):
    """Prices by which the line may have been drawn instead, the bids that it then tests not at all, and the doubt in words."""

    prices: tuple[Fraction, ...]
    beside: frozenset[str | None]
    doubt: str
    of_spain: bool = False
    """Whether a law of Spain alone reads it so."""


class Tested(Frozen):
    """The bids by whose prices a test is made, other readings of which bids these are, and why nobody can make it."""

    bids: tuple[Priced, ...] = ()
    readings: tuple[Reading, ...] = ()
    lacking: Unassessed | None = None

    @property
    def above_zero(self) -> tuple[Fraction, ...]:
        """The prices that a mean is worked out of."""
        return _above_zero(self.bids)


def low_price_record(case: Case, bid: Bid) -> AbnormallyLow | None:
    """Return what is recorded of the low price of a bid, also under the id of its bidder where it made no other bid."""
    records = case.evaluation.abnormally_low or ()
    own = low_price_records(case, bid.id, bid.lot)
    if own or bid.bidder is None:
        return next(filter(is_asked, own), own[0] if own else None)
    alone = sum(one.bidder == bid.bidder for one in case.bids) == 1
    taken = any(one.id == bid.bidder for one in case.bids)
    return next((one for one in records if one.bid == bid.bidder), None) if alone and not taken else None


def tested(case: Case, contest: PricedContest) -> Tested:
    """Return the bids that count in a test: those in the contest, and those that it, or the asking after it, put out.

    A test is made once, with the bids that stood then: that one of them is rejected for its price makes the next one no lower.
    """
    lot = contest.lot or lot_of(case, None)
    gone = [one for one in bids_for(case, lot, contest.round) if one.status in OUT and not one.variant]
    asked = [as_compared(case, one) for one in gone if _for_its_price(case, one)]
    if lacking := lacking_of(case, [*(one.bid for one in contest.bids), *asked]):
        return Tested(lacking=lacking)
    stood = (*contest.bids, *map(priced, asked))
    unsaid = [as_compared(case, one) for one in gone if _is_unsaid(case, one, lot)]
    return Tested(stood, (*_with_unsaid(case, stood, unsaid), *_by_groups(case, stood)))


def _for_its_price(case: Case, bid: Bid) -> bool:
    """Whether a bid that is out was asked about its price, or put out for it."""
    if low_price_record(case, bid) is not None or _LOW.search(bid.reason or ""):
        return True
    shut = [one for one in case.procurement.exclusions or () if one.party is not None and one.party == bid.bidder]
    return bid.status in PUT_OUT and any(_LOW.search(one.ground or "") for one in shut)


def _is_unsaid(case: Case, bid: Bid, lot: str | None) -> bool:
    """Whether nothing says why a bid was put out, so that its price may have been the reason."""
    return bid.status in PUT_OUT and not bid.reason and not _for_its_price(case, bid) and not put_out(case, bid.id, lot)


def _with_unsaid(case: Case, stood: tuple[Priced, ...], unsaid: list[Bid]) -> Iterator[Reading]:
    if not unsaid:
        return
    names = " and ".join(bid_named(case, one) for one in unsaid)
    doubt = (
        f"why {names} was put out is not recorded, and if it was for the price, its price counts in the test as well"
    )
    together = [*(one.bid for one in stood), *unsaid]
    prices = () if lacking_of(case, together) else _above_zero((*stood, *map(priced, unsaid)))
    yield Reading(prices, frozenset(), doubt)


def _by_groups(case: Case, stood: tuple[Priced, ...]) -> Iterator[Reading]:
    """Yield the reading by which of bidders whom owners link only the lowest bid counts."""
    owners = {one.bid.id: _owners(case, one.bid) for one in stood}
    beside: dict[str | None, Priced] = {}
    for one in sorted(stood, key=lambda each: each.price, reverse=True):
        linked = [other for other in stood if owners[one.bid.id] & owners[other.bid.id]]
        lower = (
            other for other in linked if other.bid.id not in beside and other is not one and other.price <= one.price
        )
        link = next(lower, None)
        if link is not None:
            beside[one.bid.id] = link
    if not beside:
        return
    pairs = " and ".join(
        f"{bid_called(case, key)} and {bid_called(case, other.bid.id)}"
        for key, other in sorted(beside.items(), key=str)
    )
    doubt = (
        f"owners link {pairs}, and of bids of one group only the lowest counts in the test (article 149.3 LCSP, article 86 "
        "RGLCAP)"
    )
    yield Reading(_above_zero(tuple(one for one in stood if one.bid.id not in beside)), frozenset(beside), doubt, True)


def _owners(case: Case, bid: Bid) -> frozenset[str]:
    """Return a bidder and whoever owns it, directly or through others, by id or by name."""
    found: set[str] = set()
    todo = [bid.bidder] if bid.bidder else []
    while todo:
        key = todo.pop()
        if key in found:
            continue
        found.add(key)
        party = case.party(key)
        for owner in (party.owners or ()) if party is not None else ():
            todo += [one for one in (owner.party, owner.person) if one]
            if owner.name and (core := organisation_name(owner.name).core):
                found.add(" ".join(core))
    return frozenset(found)


def _above_zero(bids: tuple[Priced, ...]) -> tuple[Fraction, ...]:
    return tuple(one.price for one in bids if one.price > 0)
