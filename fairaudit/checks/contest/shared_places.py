"""Bids that share a place though their totals differ: a tie that none is lets the award go to whichever is wanted."""

from __future__ import annotations

from decimal import Decimal

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.awards.following import won
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe
from fairaudit.checks.scoring.figures.ranking import Contest, contests
from fairaudit.checks.scoring.totals.award_words import with_award_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Total
from fairaudit.procurement.model.node import Node


class Shared(Frozen):
    """A place that bids share, the better of two totals beside the worse, and what is added on the award."""

    place: int
    better: str
    more: Decimal
    worse: str
    less: Decimal
    goes: str
    unread_words: Verb = Verb("")


@check
def shared_places_have_equal_totals(node: Node[Evaluation], case: Case) -> Found[Shared]:
    """Flag bids that share a place though their totals differ, where the award goes to the worse of them; else ask.

    A published margin within which bids count as equal, or places by class, may stand behind it.
    """
    for contest in contests(node, case):
        if isinstance(contest, Unassessed):
            yield contest
            continue
        awarded = {bid for _, bid in won(case, contest.lot)}
        shared: dict[int, list[str]] = {}
        for bid, rank in contest.ranks.items():
            shared.setdefault(rank.rank or 0, []).append(bid)
        for bids in shared.values():
            found = _hit(case, contest, bids, awarded)
            if found is not None:
                yield with_award_words(case, found)


def _hit(case: Case, contest: Contest, bids: list[str], awarded: set[str]) -> Hit[Shared] | None:
    """Return the finding on the bids of one place: of several that are worse, the one that is awarded, else the worst."""
    order = sorted(bids, key=lambda one: contest.totals[one].total or 0, reverse=not contest.lowest_wins)
    best, *rest = order
    worse = [one for one in rest if _differ(contest.totals[best], contest.totals[one])]
    if not worse:
        return None
    taken = [one for one in worse if one in awarded] if best not in awarded else []
    other = (taken or worse[-1:])[0]
    facts = Shared(
        contest.ranks[best].rank or 0, bid_called(case, best), contest.totals[best].total or Decimal(0),
        bid_called(case, other), contest.totals[other].total or Decimal(0),
        f", and the award goes to {bid_called(case, other)}" if taken else "",
    )  # fmt: skip
    related = tuple((contest.totals[one].field("total"), "the recorded total") for one in (best, other))
    return Hit(contest.ranks[other].field("rank"), facts, related, maybe(not taken), f"{best}|{other}")


def _differ(first: Total, second: Total) -> bool:
    """Whether two totals differ by more than the coarser of them was rounded by."""
    if first.total is None or second.total is None:
        return False
    return abs(first.total - second.total) > max(half_unit(first.total), half_unit(second.total))
