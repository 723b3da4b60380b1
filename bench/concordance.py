"""Measures how often the range of Kendall's W holds the W of very many bids, on fair panels, and how far it leans.

    python bench/concordance.py bench/concordance.csv

The W of very many bids is the mean of ten panels of 400 bids each. Takes some minutes; the same on every machine.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fairaudit.analysis.agreement.concordance import kendall_interval, kendall_w
from fairaudit.analysis.panels.fairpanels import Panel, scores_of
from fairaudit.analysis.seeded import Chance

PANELS, DRAWS = 1_000, 20
SIZES = ((3, 3), (3, 4), (4, 4), (5, 5), (5, 8), (7, 6), (10, 12))
CRITERIA = (8, 3)


def main():
    lines = ["evaluators,bidders,criteria,panels,many_bids,mean,lean,without_range,covered,below,above"]
    for size in SIZES:
        for criteria in CRITERIA:
            figures = ",".join(measured(*size, criteria, PANELS))
            lines.append(f"{size[0]},{size[1]},{criteria},{PANELS},{figures}")
            print(lines[-1], file=sys.stderr, flush=True)
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="ascii")


def measured(evaluators, bidders, criteria, panels):
    """W of very many bids, mean W, mean of W drawn again less W, panels without a range, and of the others how many hold it.

    Below and above: in how many the W of very many bids lies below, or above, the range.
    """
    many = sum(w_of(totals(evaluators, 400, criteria, Chance(seed))) for seed in range(10)) / 10
    chance, drawing = Chance(), Chance(1)
    found, lean, ranges = [], [], []
    for _ in range(panels):
        table = totals(evaluators, bidders, criteria, chance)
        found.append(w_of(table))
        lean.append(sum(again(table, drawing)) / DRAWS - found[-1])
        ranges.append(kendall_interval(table))
    held = [one for one in ranges if one.low < one.high]
    below = sum(many < one.low for one in held) / len(held)
    above = sum(many > one.high for one in held) / len(held)
    shares = (many, sum(found) / panels, sum(lean) / panels, 1 - len(held) / panels, 1 - below - above, below, above)
    return [f"{one:.4f}" for one in shares]


def totals(evaluators, bidders, criteria, chance):
    return [[sum(row) for row in rows] for rows in scores_of(Panel(evaluators, bidders, criteria), chance)]


def w_of(table):
    return float(kendall_w(table))


def again(table, chance):
    """W of bids drawn again, without draws of one bid alone, or of bids that nobody ranks apart."""
    number, found = len(table[0]), []
    while len(found) < DRAWS:
        drawn = [chance.below(number) for _ in range(number)]
        rows = [[row[at] for at in drawn] for row in table]
        if any(len(set(row)) > 1 for row in rows):
            found.append(w_of(rows))
    return found


if __name__ == "__main__":
    main()
