"""Bids that are out of the contest and stand first in its ranking: which of the two came before the other is for the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.checks.awards.following import won
from fairaudit.checks.awards.lot_limits import NO_AWARD
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, bid_with, is_out, lot_of
from fairaudit.checks.scoring.figures.ranking import by_lot
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import is_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Rank
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.wanted import in_list

_QUOTED = 300
_AFTERWARDS = re.compile(
    r"\bafter\b[^.;]*\b(?:rank|award|evaluat|scor|standstill)\w*|\b(?:was|were|been|being) ranked\b"
)
"""Words of a reason by which a bid went out once bids were ranked; whether they say so is for a person to read."""


class RankedOut(Frozen):
    """A bid that is out, why and since when, its place, the others that stand next, and who is awarded the contract."""

    bid: str
    status: str
    because: Verb
    place: int
    others: tuple[str, ...]
    awarded: Verb


@check
def ranking_of_bids_in_the_contest(node: Node[Evaluation], case: Case) -> Found[RankedOut]:
    """Ask about a bid that is out and stands before all others in the ranking, where nothing says that it was ranked first.

    An honest record may rank all bids before one goes out. An award to it that did not stand shows that, and so does a letter
    with a place that was sent before it went out, unless the contract was awarded before that, too.
    """
    if not node.value.ranking:
        yield Unassessed(node, "no ranking is given", ("evaluation.ranking",))
        return
    for lot, rows in by_lot(case, node.value.ranking).items():
        ranks = {one.bid: one for one in rows if isinstance(one, Rank) and one.bid and one.rank}
        best = min((one.rank or 0 for one in ranks.values()), default=0)
        yield from (unknown for one in ranks.values() if one.rank == best and (unknown := _unknown(case, one)))
        inside = [one for one in ranks.values() if not is_out(case, one.bid)]
        first = min((one.rank or 0 for one in inside), default=0)
        following = tuple(f"{bid_called(case, one.bid)}, place {first}" for one in inside if one.rank == first)
        for rank in ranks.values():
            bid = bid_with(case, rank.bid)
            if bid is not None and bid.status in OUT and (rank.rank or 0) < first:
                yield from _asked(case, lot, bid, rank, following)


def _unknown(case: Case, rank: Rank) -> Unassessed | None:
    """Return what is missing to know whether a bid that is ranked first is out."""
    bid = bid_with(case, rank.bid)
    if bid is None:
        lacking = in_list(case, "bids", f"bid {rank.bid}")
        return Unassessed(rank.node, f"the bid {rank.bid} is not among the bids given", (lacking,))
    name = f"{text_of(bid.path)}.status"
    return None if bid.status else Unassessed(rank.node, f"{name} is not given", (name,))


def _asked(
    case: Case, lot: str | None, bid: Bid, rank: Rank, following: tuple[str, ...]
) -> Iterator[Hit[RankedOut] | Unassessed]:
    winners = tuple(dict.fromkeys(one for _, one in won(case, lot)))
    called = bid_called(case, bid.id)
    if bid.id in winners:
        yield Unassessed(rank.node, f"{called} is awarded the contract although it is out, which is told of by itself")
    elif _AFTERWARDS.search((bid.reason or "").casefold()):
        reason = f"whether {called} was ranked before it was {bid.status} is for a person to read{_reason(bid)}"
        yield Unassessed(bid.field("reason"), reason)
    elif not _ranked_before(case, lot, bid):
        awarded = f"the contract is awarded to {' and '.join(bid_called(case, one) for one in winners)}"
        facts = RankedOut(
            called, bid.status or "", Verb(f"{_since(case, bid)}{_reason(bid)}"), rank.rank or 0, following,
            Verb(awarded if winners else "no award that stands is recorded"),
        )  # fmt: skip
        related = ((bid.field("status"), "its status"),)
        yield Hit(rank.field("rank"), facts, related, "possible", f"{lot or ''}|{bid.id}")


def _reason(bid: Bid) -> str:
    """Quote the reason recorded of a bid that is out, or say that there is none, as an addition to a sentence."""
    reason = " ".join((bid.reason or "").split()).strip(" .")
    cut = reason if len(reason) <= _QUOTED else f"{reason[:_QUOTED].rstrip()} …"
    return f', with the recorded reason "{cut}"' if tells(bid.reason) else ", with no reason recorded"


def _since(case: Case, bid: Bid) -> str:
    went = _went_out(case, bid)
    return f", since {went[0].isoformat()}" if went else ""


def _went_out(case: Case, bid: Bid) -> list[When]:
    """Return when a bid went out by what is dated: the decision to shut its bidder out, or its withdrawal; the earliest first."""
    shut = [
        one.decided or one.notified
        for one in case.procurement.exclusions or ()
        if one.party is not None and bid.status != "withdrawn" and is_of(case, bid, one.party)
    ]
    left = [
        one.date
        for one in case.events
        if one.kind == "withdrawal" and bid.status == "withdrawn" and one.bidder and is_of(case, bid, one.bidder)
    ]
    return sorted((one for one in (*shut, *left) if one is not None), key=case.clock.rank)


def _ranked_before(case: Case, lot: str | None, bid: Bid) -> bool:
    """Whether the record shows that bids were ranked before one of them went out."""
    fallen = (one for one in case.awards if one.status in NO_AWARD and one.lot in (None, lot))
    if any(one.bid == bid.id or any(is_of(case, bid, who) for who in one.suppliers or ()) for one in fallen):
        return True
    went = _went_out(case, bid)
    if not went:
        return False
    told = (one.sent for one in case.evaluation.summaries or () if one.rank and lot_of(case, one.bid, one.lot) == lot)
    known = any(sent is not None and case.clock.before(sent, went[0], end_first=True) for sent in told)
    dates = [award.date for award, _ in won(case, lot)]
    return known and all(one is not None and case.clock.before(one, went[0]) is False for one in dates)
