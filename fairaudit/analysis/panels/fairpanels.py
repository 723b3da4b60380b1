"""Fair panels made by chance: what the tables of power and the tests of false alarms are worked out on.

Every bid has a true quality on every criterion; every evaluator is a little hard or soft, may honestly like one bid
better than another, and errs a little each time; what they write down is rounded to a step and cut at the ends of the scale.
The figures are a model (a heuristic in the words of our rules), chosen so that its power agrees with an earlier simulation.
"""

from __future__ import annotations

from fairaudit.analysis.seeded import Chance
from fairaudit.frozen import Frozen


class Panel(Frozen):
    """How many score how many bids on how many criteria, on which scale, and how far each thing varies (in points)."""

    evaluators: int
    bidders: int
    criteria: int = 8
    top: int = 5
    quality: float = 0.4
    question: float = 0.5
    severity: float = 0.3
    taste: float = 0.0
    error: float = 0.55
    middle: float = 3.0


def scores_of(panel: Panel, chance: Chance) -> list[list[list[int]]]:
    """Return the scores of a panel that is fair: by evaluator, bidder and criterion, whole points from 0 to `top`."""
    evaluators, bidders, criteria = panel.evaluators, panel.bidders, panel.criteria
    number = bidders * (1 + criteria) + evaluators * (1 + bidders * (1 + criteria))
    drawn = iter(chance.normals(number))
    truths = []
    for _ in range(bidders):
        own = panel.middle + panel.quality * next(drawn)
        truths.append([own + panel.question * next(drawn) for _ in range(criteria)])
    top, taste, error = panel.top, panel.taste, panel.error
    found = []
    for _ in range(evaluators):
        shift = panel.severity * next(drawn) + 0.5
        rows = []
        for truth in truths:
            lean = shift + taste * next(drawn)
            # Cut to whole numbers after a half is added: values below zero are cut to zero anyway.
            rows.append([min(top, int(at)) if (at := one + lean + error * next(drawn)) > 0 else 0 for one in truth])
        found.append(rows)
    return found
