"""The tables of docs/statistics.md, made of the files of figures that they show."""

import csv
from fractions import Fraction
from pathlib import Path

from fairaudit.analysis.panels.powers import power
from fairaudit.analysis.panels.residuals import critical_value, expected
from tests.analysis.panels.worlds import CLOSE, EXACT, HARD, HARDLY, RULES, SIZES

ROOT = Path(__file__).parents[3]
SHOWN = ((3, 4), (4, 4), (5, 5), (5, 8), (7, 6), (10, 12))


def percent(share):
    return f"{100 * float(share):.1f}"


def false_alarms():
    """How often each rule raises an alarm on fair panels: the least and the most over sizes, with and without taste."""
    with (ROOT / "bench" / "false_alarms.csv").open(encoding="ascii") as file:
        rows = list(csv.DictReader(file))
    lines = ["| rule | " + " | ".join(HARD) + " |", "|---" * (1 + len(HARD)) + "|"]
    for rule in RULES:
        cells = []
        for world in HARD:
            found = [Fraction(one["share"]) for one in rows if (one["rule"], one["world"]) == (rule, world)]
            assert len(found) == 2 * len(SIZES)
            cells.append(f"{percent(min(found))} to {percent(max(found))}")
        lines.append(f"| `{rule}` | " + " | ".join(cells) + " |")
    return lines


def figures():
    """The share of alarms by rule, world, evaluators, bidders and taste."""
    with (ROOT / "bench" / "false_alarms.csv").open(encoding="ascii") as file:
        return {
            (one["rule"], one["world"], int(one["evaluators"]), int(one["bidders"]), float(one["taste"])): one["share"]
            for one in csv.DictReader(file)
        }


def in_each_size():
    """The same of every rule, size by size, eight criteria, without taste and with."""
    shares = figures()
    lines = [
        "| rule | " + " | ".join(f"{one} × {other}" for one, other in SIZES) + " |",
        "|---" * (1 + len(SIZES)) + "|",
    ]
    world = "eight criteria"
    for rule in RULES:
        cells = [
            f"{percent(shares[rule, world, *size, 0.0])} and {percent(shares[rule, world, *size, 0.3])}"
            for size in SIZES
        ]
        lines.append(f"| `{rule}` | " + " | ".join(cells) + " |")
    return lines


def nearly_agreed():
    """How often the test of residuals raises an alarm on panels that nearly agree, size by size."""
    return by_world("evaluator-departs-for-one-bid", CLOSE)


def hardly():
    """How often the test of residuals does on panels of people who hardly err."""
    return by_world("evaluator-departs-for-one-bid", HARDLY)


def exact():
    """How often the test of sheets does on panels of people who hardly err."""
    return by_world("sheets-that-are-alike", EXACT)


def by_world(rule, worlds):
    shares = figures()
    lines = [
        "| panels | " + " | ".join(f"{one} × {other}" for one, other in SIZES) + " |",
        "|---" * (1 + len(SIZES)) + "|",
    ]
    return lines + [
        f"| {name} | " + " | ".join(percent(shares[rule, name, *size, 0.0]) for size in SIZES) + " |" for name in worlds
    ]


def sizes():
    """Critical values, power and the baseline of winners that hang on one evaluator, by size."""
    lines = [
        "| evaluators × bids | critical value at 5 % | power, eight criteria | three | one | hangs on one, eight | three | one |",
        "|---" * 8 + "|",
    ]
    for size in SHOWN:
        known = [expected(*size, criteria) for criteria in (8, 3, 1)]
        shares = [percent(one.found) for one in known] + [percent(one.without_one) for one in known]
        critical = f"{critical_value(*size, Fraction(5, 100)):.4f}"
        lines.append(f"| {size[0]} × {size[1]} | {critical} | " + " | ".join(shares) + " |")
    return lines


def powers():
    """How often three rules find what they look for, by size, on eight criteria and on three."""
    lines = [
        "| evaluators × bids | moved, eight criteria | three | best for one, eight | three | copy, eight | three |",
        "|---" * 7 + "|",
    ]
    for size in SHOWN:
        cells = [
            percent(power(sought, *size, criteria).found)
            for sought in ("moved", "ends", "alike")
            for criteria in (8, 3)
        ]
        lines.append(f"| {size[0]} × {size[1]} | " + " | ".join(cells) + " |")
    return lines


def rows_of(name):
    """A file of figures of the folder bench."""
    with (ROOT / "bench" / name).open(encoding="ascii") as file:
        return list(csv.DictReader(file))


def concordance():
    """How often the range of W holds the W of very many bids, and how far both lean."""
    rows = {(one["evaluators"], one["bidders"], one["criteria"]): one for one in rows_of("concordance.csv")}
    lines = []
    for people, bids in dict.fromkeys(one[:2] for one in rows):
        both = [rows[people, bids, criteria] for criteria in ("8", "3")]
        cells = [percent(one[key]) for key in ("covered", "without_range") for one in both]
        cells += [f"{float(one['lean']):.2f}" for one in both]
        cells += [f"{float(one['mean']) - float(one['many_bids']):.2f}" for one in both]
        lines.append(f"| {people} × {bids} | " + " | ".join(cells) + " |")
    return lines
