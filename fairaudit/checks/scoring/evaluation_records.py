"""The records of an evaluation that several families read: scores, bids, lots, and how people call them."""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.checks.base import Unassessed
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score, Total
from fairaudit.procurement.model.node import Node, built
from fairaudit.procurement.model.records import Bid

OUT = frozenset({"late", "rejected", "disqualified", "excluded", "withdrawn"})
"""What a bid's status says when it is no longer in the contest."""
PUT_OUT = frozenset({"rejected", "disqualified", "excluded"})
"""What it says when the buyer put it out."""
_NAMELESS = "a bid without an id"


def bid_with(case: Case, key: str | None) -> Bid | None:
    """Return the bid with an id; where an id stands twice the first is meant."""
    return case.once(_bids_by_id).get(key) if key else None


def _bids_by_id(case: Case) -> dict[str | None, Bid]:
    return {one.id: one for one in reversed(case.bids)}


def bid_called(case: Case, key: str | None) -> str:
    """Return how people call a bid: its id and its bidder's name."""
    bid = bid_with(case, key)
    return f"{key} ({case.party_name(bid.bidder)})" if bid and bid.bidder else key or _NAMELESS


def bid_named(case: Case, bid: Bid) -> str:
    """Return how people call a bid that is at hand: as above, and one without an id by its bidder, so that two stay apart."""
    return bid_called(case, bid.id) if bid.id or not bid.bidder else case.party_name(bid.bidder)


def lot_of(case: Case, key: str | None, lot: str | None) -> str | None:
    """Return the lot a record is about: its own, else its bid's, else the only one there is."""
    bid = bid_with(case, key)
    only = case.lots[0].id if len(case.lots) == 1 else None
    return lot or (bid.lot if bid else None) or only


def totals_that_count(case: Case) -> tuple[Total, ...]:
    """Return the recorded totals; of a bid that is out neither a figure of 0, which says that it has none, nor a part sum."""
    return case.once(_totals_that_count)


def _totals_that_count(case: Case) -> tuple[Total, ...]:
    known = (one if not is_out(case, one.bid) else _without_zeros(one) for one in case.evaluation.totals or ())
    return tuple(_without_part_sum(one) if is_out(case, one.bid) else one for one in known if one is not None)


def _without_part_sum(total: Total) -> Total:
    """Return figures of a bid that is out without a total that is only the one part it was scored for before."""
    parts = [one for one in (total.quality, total.price) if one is not None]
    if total.total is None or len(parts) != 1 or parts[0] != total.total:
        return total
    return built(Total, total.path, {**total.__dict__, "total": None})


def _without_zeros(total: Total) -> Total | None:
    zeros = [name for name in ("quality", "price", "total") if getattr(total, name) == 0]
    left = built(Total, total.path, {**total.__dict__, **dict.fromkeys(zeros)})
    return None if zeros and (left.quality, left.price, left.total) == (None, None, None) else left if zeros else total


def scores_by_bid(scores: tuple[Score, ...] | None) -> dict[str | None, list[Score]]:
    """Return scores by the bid they are about."""
    found: dict[str | None, list[Score]] = {}
    for one in scores or ():
        found.setdefault(one.bid, []).append(one)
    return found


def is_out(case: Case, key: str | None) -> bool:
    """Whether a bid is recorded as late, rejected, disqualified, excluded or withdrawn."""
    bid = bid_with(case, key)
    return bid is not None and bid.status in OUT


def recorded_scores(evaluation: Evaluation) -> Iterator[tuple[str, Score]]:
    """Return every score with the list it stands in."""
    for name in ("individual", "consensus"):
        for one in getattr(evaluation, name) or ():
            yield name, one


def no_scores(node: Node[Evaluation]) -> Unassessed | None:
    """Return that no scores are given at all, or `None`."""
    if node.value.individual is None and node.value.consensus is None:
        names = ("evaluation.individual", "evaluation.consensus")
        return Unassessed(node, "no scores are given", names)
    return None


def scores_together(evaluation: Evaluation) -> bool:
    """Whether only the panel scores, together, and no sheets of single members are given or wanted."""
    return evaluation.method == "consensus-only" and evaluation.individual is None


def plain(value: Decimal) -> str:
    """Return a number without idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def maybe(unsure: bool) -> str | None:
    """Return the confidence of a finding that a person must judge where something is unsure."""
    return "possible" if unsure else None


def cell_of(score: Score) -> str:
    """Return what tells a score apart for good."""
    return "|".join(one for one in (score.evaluator, score.bid, score.criterion, score.lot, score.stage) if one)
