"""Measures how often statistical rules raise an alarm on fair panels, in worlds that may break what they assume.

    python bench/false_alarms.py bench/false_alarms.csv

The same on every machine, since the seed is fixed; the worlds are those of `tests/analysis/panels/worlds.py`. Takes some minutes.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.analysis.panels.worlds import CLOSE, EXACT, HARD, HARDLY, RULES, SIZES, TASTES, alarms, close, world

PANELS = dict.fromkeys(("evaluator-departs-for-one-bid", "departs-and-decides"), 4_000)
OTHERS = 1_000
PANELS_ALIKE = (
    ("evaluator-departs-for-one-bid", CLOSE | HARDLY),
    ("sheets-that-are-alike", EXACT),
)
"""Rules, and the panels that agree much on which they are tried."""


def main():
    lines = ["rule,world,evaluators,bidders,taste,panels,share"]
    for rule in RULES:
        number = PANELS.get(rule, OTHERS)
        for name in HARD:
            for size in SIZES:
                for taste in TASTES:
                    panel, weights = world(name, size, taste)
                    share = alarms(rule, panel, number, weights)
                    lines.append(f"{rule},{name},{size[0]},{size[1]},{taste},{number},{share:.4f}")
                    print(lines[-1], file=sys.stderr, flush=True)
    for rule, worlds in PANELS_ALIKE:
        for name in worlds:
            for size in SIZES:
                panel, made = close(name, size)
                share = alarms(rule, panel, OTHERS, made=made)
                lines.append(f"{rule},{name},{size[0]},{size[1]},0.0,{OTHERS},{share:.4f}")
                print(lines[-1], file=sys.stderr, flush=True)
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
