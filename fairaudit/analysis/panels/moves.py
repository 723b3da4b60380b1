"""Whether moderation moved one bidder otherwise than the others, and who leads before and after."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import factorial

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.analysis.reshuffling import DRAWN, ENUMERATED, WHOLE, Reshuffled, largest_departure, reshuffled
from fairaudit.analysis.seeded import SEED
from fairaudit.frozen import Frozen

LEAST_BIDDERS, LEAST_MOVED = 3, 6
"""Fewer bidders or moved scores are only described (a heuristic)."""


class Direction(Frozen):
    """The bidder whose moves depart most from the mean of all bidders', by how much, and how often chance does as much."""

    bidder: int
    departure: Fraction
    chance: Reshuffled


def direction(
    moves: Sequence[Sequence[Fraction]], draws: int = DRAWN, seed: int = SEED, enumerated: int = ENUMERATED
) -> Direction:
    """Return the bidder moved most otherwise than the others.

    `moves`: a row for each criterion, a column for each bidder: the panel's score less the mean of its members', weighed. The
    moves of a criterion are reshuffled among bidders. Raises `NotEstimable` below the least numbers, or where all moved alike.
    """
    moved = sum(one != 0 for row in moves for one in row)
    if not moves or len(moves[0]) < LEAST_BIDDERS or moved < LEAST_MOVED:
        raise NotEstimable(f"too small: {LEAST_BIDDERS} bidders and {LEAST_MOVED} moved scores are needed")
    if all(len(set(row)) == 1 for row in moves):
        raise NotEstimable("not estimable: every bidder was moved alike")
    sums = [sum((row[at] for row in moves), Fraction(0)) for at in range(len(moves[0]))]
    mean = sum(sums, Fraction(0)) / len(sums)
    most = max(range(len(sums)), key=lambda at: (abs(sums[at] - mean), -at))
    return Direction(most, sums[most] - mean, reshuffled(moves, largest_departure, draws, seed, enumerated))


def least_p(moves: Sequence[Sequence[Fraction]]) -> Fraction:
    """Return below which p no moves of such a shape can come; 0 where all moved alike, of which nothing is estimable anyway.

    The same order of the bidders in every criterion departs as far, so of all orders at least these count.
    """
    varied = sum(len(set(row)) > 1 for row in moves)
    if not varied:
        return Fraction(0)
    bidders = len(moves[0])
    orders = factorial(bidders) if bidders <= WHOLE else bidders
    return Fraction(1, orders ** (varied - 1 if bidders <= WHOLE or varied == 1 else varied))
