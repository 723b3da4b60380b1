"""How far a single score would have to move for the first not to be alone in front, in closed form.

A score moves one criterion of one bid. The first is caught by the bid it is ahead of by G when its own share of a
criterion of weight w falls by G ÷ w, or the other's rises by as much: the same distance, within the scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from fairaudit.analysis.contest.offers import Contest, grid_of, places
from fairaudit.frozen import Frozen


class Move(Frozen):
    """A score that would have to move: whose, at which criterion (by its position), by how much of the scale.

    `steps` is how many steps of the scale that takes, rounded up; `tied` says that so many steps only make it equal;
    `other` is the bid that then stands beside or before the first.
    """

    offer: str
    criterion: int
    share: Fraction
    steps: int
    rises: bool
    tied: bool
    other: str


class Sensitivity(Frozen):
    """The smallest single score that would end the lead (`None`: no score can), and those of which one step would."""

    smallest: Move | None
    within_one_step: tuple[Move, ...]
    scores: int


def single_scores(
    contest: Contest,
    steps: Sequence[Sequence[Fraction]],
    rooms: Sequence[Sequence[tuple[Fraction, Fraction]]] | None = None,
) -> Sensitivity | None:
    """Return how a single score ends the lead; `None` where two are first already or there is no second.

    `steps` gives for every offer and criterion of quality by how much of the scale one step of one score moves the share,
    `rooms` how far one score can lower and raise it: one of several that a share is the mean of cannot do all of it.
    Raises `ValueError` where a formula has no answer.
    """
    grid = grid_of(contest)
    totals = grid.totals()
    ranks = places(totals)
    if ranks.count(1) != 1 or len(ranks) < 2:
        return None
    lead = ranks.index(1)
    scale = grid.whole * grid.unit
    nearest = min((at for at in range(len(totals)) if at != lead), key=lambda at: (totals[lead] - totals[at], at))
    moves: list[Move] = []
    scores = 0
    for at, offer in enumerate(contest.offers):
        gap = Fraction(totals[lead] - totals[nearest if at == lead else at], scale)
        for criterion, weight in enumerate(contest.weights):
            step = steps[at][criterion]
            scores += 1
            own = offer.shares[criterion]
            down, up = rooms[at][criterion] if rooms else (own, 1 - own)
            room = down if at == lead else up
            if weight <= 0 or step <= 0 or gap > weight * room:
                continue
            share = gap / weight
            count = -((-share) // step)
            if count * step > room:
                continue
            other = grid.names[nearest if at == lead else at]
            moves.append(Move(offer.name, criterion, share, count, at != lead, count * step == share, other))
    smallest = min(moves, key=lambda one: (one.steps, one.share, one.criterion, one.offer), default=None)
    return Sensitivity(smallest, tuple(one for one in moves if one.steps <= 1), scores)
