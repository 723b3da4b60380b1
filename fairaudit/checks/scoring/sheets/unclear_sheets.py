"""Which score of somebody counts is open: two that are unlike, or one of a pass that others who scored have none of."""

from __future__ import annotations

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.checks.scoring.sittings import given_twice, passed_alone
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list


def unclear_sheet(case: Case, at: Node[object], scores: list[Score]) -> Unassessed | None:
    """Return why nobody knows which of the single scores of a bid for a criterion count, `None` where that is plain."""
    if twice := given_twice(scores):
        return unclear_which(case, at, twice)
    alone = passed_alone(scores)
    if alone is None:
        return None
    reason = f"only some who scored {bid_called(case, alone.bid)} have a score of `{alone.stage}`, so whose it is is not known"
    return Unassessed(at, reason, (f"{text_of(alone.path)}.stage",))


def unclear_which(case: Case, at: Node[object], twice: tuple[Score, Score]) -> Unassessed:
    """Return that one person's score counts and is recorded twice, unlike; both records are named."""
    first, second = (text_of(one.path) for one in twice)
    reason = f"{first} and {second} give {bid_called(case, twice[0].bid)} unlike scores of one person for {twice[0].criterion}"
    cell = f"one score of each evaluator for criterion {twice[0].criterion}, bid {twice[0].bid}"
    return Unassessed(at, reason, (in_list(case, "evaluation.individual", cell),))
