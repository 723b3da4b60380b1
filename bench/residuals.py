"""Simulates the tables that the test of residuals reads: how often fair panels reach a statistic, and what it would find.

    python bench/residuals.py quantiles fairaudit/analysis/panels/residual_quantiles.csv
    python bench/residuals.py power fairaudit/analysis/panels/power.csv

Both are the same on every machine: the seed of a size is made of the size alone. Quantiles: 99,999 tables of independent
normal numbers of each size. Power: panels as on docs/statistics.md, scores rounded to a 0-5 scale; one evaluator
adds one point to every score of one bidder, cut at the end of the scale. Beside it, in how many of the same panels, still fair,
leaving some one evaluator out changes who leads.
"""

import sys
from fractions import Fraction
from math import sqrt
from pathlib import Path

from fairaudit.analysis.panels.fairpanels import Panel, scores_of
from fairaudit.analysis.seeded import SEED, Chance

SIZES = range(3, 13)
CRITERIA = (1, 2, 3, 4, 6, 8, 12)
TABLES = 99_999
PANELS = 2_000
SHARES = sorted(
    {Fraction(one, 100) for one in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90)}
    | {Fraction(one, 10_000) for one in (1, 2, 5, 10, 20, 30, 50, 70)}
    | {Fraction(5, 100 * one) for one in range(1, 13)},
)


def statistic(table, rows, columns):
    """The largest normed residual of a table that stands in one list, squared."""
    return largest(table, rows, columns)[0]


def largest(table, rows, columns):
    """The largest normed residual of a table that stands in one list, squared, and at which place it is."""
    lines = [table[at * columns : (at + 1) * columns] for at in range(rows)]
    means = [sum(line) / columns for line in lines]
    tops = [sum(column) / rows for column in zip(*lines, strict=True)]
    whole = sum(means) / rows
    squares = []
    for line, mean in zip(lines, means, strict=True):
        shift = whole - mean
        squares.extend([(one - top + shift) ** 2 for one, top in zip(line, tops, strict=True)])
    most = max(squares)
    return most / sum(squares), squares.index(most)


def quantiles(rows, columns):
    chance = Chance(SEED + 1000 * rows + columns)
    cells = rows * columns
    found = sorted((statistic(chance.normals(cells), rows, columns) for _ in range(TABLES)), reverse=True)
    # (1 + k) / (N + 1) is at most a share where at most k tables reach the statistic.
    return [sqrt(found[int(share * (TABLES + 1)) - 2] if share * (TABLES + 1) >= 2 else 1.0) for share in SHARES]


def power(rows, columns, criteria, critical):
    chance = Chance(SEED + 1000 * rows + columns)
    found = changed = 0
    middle = columns // 2
    for _ in range(PANELS):
        panel = scores_of(Panel(rows, columns, criteria), chance)
        changed += without_one([[sum(cell) for cell in row] for row in panel])
        panel[0][middle] = [min(5, one + 1) for one in panel[0][middle]]
        means = [sum(cell) for row in panel for cell in row]
        try:
            reached, place = largest(means, rows, columns)
        except ZeroDivisionError:
            continue
        found += place == middle and reached >= critical * critical
    return found, changed


def without_one(sums):
    """Whether leaving some one evaluator out changes who leads; a tie for the lead with all of them is no change."""
    totals = [sum(column) for column in zip(*sums, strict=True)]
    leader = totals.index(max(totals))
    if totals.count(totals[leader]) > 1:
        return False
    for row in sums:
        left = [whole - own for whole, own in zip(totals, row, strict=True)]
        if max(left) > left[leader]:
            return True
    return False


def written(file, lines):
    Path(file).write_text("\n".join(lines) + "\n", encoding="ascii")


def main():
    what, file = sys.argv[1:]
    if what == "quantiles":
        lines = [",".join(["evaluators", "bidders", "tables", *map(str, SHARES)])]
        for rows in SIZES:
            for columns in range(rows, SIZES.stop):
                # Rounded up, so that no p is too small.
                values = [f"{int(one * 10_000 + 0.9999) / 10_000:.4f}" for one in quantiles(rows, columns)]
                lines.append(f"{rows},{columns},{TABLES},{','.join(values)}")
                print(lines[-1][:60], file=sys.stderr, flush=True)
    else:
        from fairaudit.analysis.panels.residuals import critical_value

        lines = ["evaluators,bidders,criteria,panels,power,without_one"]
        for rows in SIZES:
            for columns in SIZES:
                critical = critical_value(rows, columns, Fraction(5, 100))
                for criteria in CRITERIA:
                    hits, changed = power(rows, columns, criteria, critical)
                    lines.append(f"{rows},{columns},{criteria},{PANELS},{hits / PANELS:.3f},{changed / PANELS:.3f}")
                print(lines[-1], file=sys.stderr, flush=True)
    written(file, lines)


if __name__ == "__main__":
    main()
