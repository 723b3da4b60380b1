"""Simulates how often three rules about panels find what they look for: the power that they print with every result.

    python bench/patterns.py fairaudit/analysis/panels/patterns.csv

The same on every machine: the seed of a size is made of the size alone. Fair panels as on docs/statistics.md, without taste, to
which one thing is done. moved: the meeting gives one bid one step more on half of its criteria. ends: one evaluator gives one
bid the best score on every criterion. alike: one evaluator's sheet is a copy of another's. Takes half an hour.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.analysis.panels.fairpanels import Panel, scores_of
from fairaudit.analysis.seeded import SEED, Chance
from tests.analysis.panels.worlds import ends, moves, same

EVALUATORS, BIDDERS, CRITERIA = (2, 3, 4, 5, 7, 10), (3, 4, 5, 6, 8, 12), (1, 2, 3, 5, 8)
PANELS = 1_000


def moved(panel, scores, chance, weights):
    middle, half = panel.bidders // 2, (panel.criteria + 1) // 2
    try:
        return moves(panel, scores, chance, weights, {(middle, one) for one in range(half)})
    except NotEstimable:
        return False


def best_for_one(panel, scores, chance, weights):
    first, *others = scores
    middle = panel.bidders // 2
    own = [[panel.top] * panel.criteria if at == middle else row for at, row in enumerate(first)]
    return ends(panel, [own, *others], chance, weights)


def copied(panel, scores, chance, weights):
    first, _, *others = scores
    return same(panel, [first, first, *others], chance, weights)


def powers(size):
    """In what share of simulated panels of a size each rule finds what was done."""
    panel, weights = Panel(*size), (1,) * size[2]
    chance = Chance(SEED + 10_000 * size[0] + 100 * size[1] + size[2])
    found = [0, 0, 0]
    for _ in range(PANELS):
        scores = scores_of(panel, chance)
        for at, one in enumerate((moved, best_for_one, copied)):
            found[at] += one(panel, scores, chance, weights)
    return [one / PANELS for one in found]


def main():
    lines = ["evaluators,bidders,criteria,panels,moved,ends,alike"]
    for evaluators in EVALUATORS:
        for bidders in BIDDERS:
            for criteria in CRITERIA:
                size = (evaluators, bidders, criteria)
                lines.append(",".join([*map(str, size), str(PANELS), *(f"{one:.3f}" for one in powers(size))]))
                print(lines[-1], file=sys.stderr, flush=True)
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
