"""What a bid has for a criterion with a minimum: by the panel's scores, else its members', else those for its parts.

What a group has is the weighted mean of its parts, and what a panel gives lies within what its members gave.
"""

from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.tree import Question, called, parts_of, worth
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.minimums.readings import Share, Yard, yard_of
from fairaudit.checks.scoring.sittings import counting, sitting_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import text_of

Cell = tuple[str | None, str | None, str | None]
"""A bid, a lot and a part of the competition."""


class Reached(Frozen):
    """The least and the most a bid can have for a criterion, by which scores, and whether the panel's own say it exactly."""

    low: Share
    high: Share
    scores: tuple[Score, ...]
    agreed: bool
    weighed: bool = True


def reached_by(case: Case, question: Question, bid: str, lot: str | None) -> Reached | None:
    """Return the least and the most a bid has for a criterion by the scores that name no stage, `None` where none say so."""
    found = reached_in(case, question, (bid, lot, None), yard_of(question))
    return found if isinstance(found, Reached) else None


def reached_in(case: Case, question: Question, cell: Cell, yard: Yard | None) -> Reached | Unassessed:
    """Return what a bid has for a criterion: by the panel's scores, else its members', else those for its parts."""
    panel, members = _scores(case, question, cell)
    own = panel or members
    if own and yard is not None:
        length = yard.top - yard.lowest
        shares = sorted(yard.merit(Fraction(one.score or 0)) for one in own)
        low, high = ((one / yard.top, (one - yard.lowest) / length) for one in (shares[0], shares[-1]))
        return Reached(low, high, tuple(own), bool(panel))
    path = text_of(question.criterion.path)
    if own:
        return Unassessed(own[0].node, f"{path}.scale is not given", (f"{path}.scale",))
    parts = [one for one in parts_of(question) if one.is_scored and one.applies_to(cell[1])]
    if not parts:
        reason = f"there is no score of {bid_called(case, cell[0])} for {called(question.criterion)}"
        return Unassessed(question.criterion.node, reason, ("evaluation.consensus",))
    found: list[Reached] = []
    for one in parts:
        reached = reached_in(case, one, cell, yard_of(one))
        if isinstance(reached, Unassessed):
            return reached
        found.append(reached)
    return _together(parts, found)


def _together(parts: list[Question], found: list[Reached]) -> Reached:
    """Return what the parts of a group make together; without their weights it lies between the least and the most."""
    weights = [worth(one) for one in parts]
    known = [Fraction(one) for one in weights if one is not None]
    scores = tuple(score for one in found for score in one.scores)
    agreed, weighed = all(one.agreed for one in found), all(one.weighed for one in found)
    lows, highs = [one.low for one in found], [one.high for one in found]
    if len(known) == len(parts) and sum(known) > 0:
        return Reached(_mean(known, lows), _mean(known, highs), scores, agreed, weighed)
    low, high = (
        (pick(one[0] for one in ends), pick(one[1] for one in ends)) for pick, ends in ((min, lows), (max, highs))
    )
    return Reached(low, high, scores, agreed, weighed and low == high)


def _mean(weights: list[Fraction], shares: list[Share]) -> Share:
    """Return the weighted mean of some shares."""
    pairs, whole = list(zip(weights, shares, strict=True)), sum(weights, Fraction(0))
    first, second = (sum((weight * share[way] for weight, share in pairs), Fraction(0)) / whole for way in (0, 1))
    return first, second


Kept = dict[str | None, dict[Cell, list[Score]]]
"""Scores by criterion and by bid, lot and stage."""


def _panel(case: Case) -> Kept:
    return _kept(case, case.evaluation.consensus)


def _members(case: Case) -> Kept:
    return _kept(case, case.evaluation.individual)


def _kept(case: Case, scores: tuple[Score, ...] | None) -> Kept:
    found: Kept = {}
    for one in counting(scores):
        if one.score is not None and one.criterion is not None:
            cell = (one.bid, lot_of(case, one.bid, one.lot), sitting_of(one))
            found.setdefault(one.criterion, {}).setdefault(cell, []).append(one)
    return found


def cells_of(case: Case, question: Question) -> list[Cell]:
    """Return the bids, lots and parts of the competition for which there is a score for a criterion."""
    key = question.criterion.id
    return [*case.once(_panel).get(key, {}), *case.once(_members).get(key, {})]


def _scores(case: Case, question: Question, cell: Cell) -> tuple[list[Score], list[Score]]:
    """Return the panel's scores and its members' for a cell."""
    key = question.criterion.id
    return case.once(_panel).get(key, {}).get(cell, []), case.once(_members).get(key, {}).get(cell, [])


_MARKS = Decimal(10)
"""The top of the longest scale that is usual without saying so."""


def unsaid_yard(case: Case, question: Question, minimum: Decimal) -> Yard | None:
    """Return the stretch to a minimum where no scale is given; not where the scores look like those of a shorter scale."""
    lists = (case.once(one).get(question.criterion.id, {}) for one in (_panel, _members))
    given = [one.score for cells in lists for scores in cells.values() for one in scores if one.score is not None]
    if not given or question.scale is not None or minimum > _MARKS >= max(given):
        return None
    return Yard(Fraction(0), Fraction(minimum))
