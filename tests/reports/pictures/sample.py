"""Invented evaluations of every size, as the tables that checks hand to the pictures."""

import random
from dataclasses import dataclass
from decimal import Decimal
from functools import cache


@dataclass(frozen=True)
class Table:
    name: str
    columns: tuple
    rows: tuple
    lot: str = ""


@dataclass(frozen=True)
class Measure:
    tables: tuple
    rule: str = "evaluation/x"
    kind: str = "x"
    said: str = ""


COLUMNS = {
    "raw-scores": ("criterion", "bidder", "evaluator", "score", "panel_score"),
    "scales": ("criterion", "minimum", "maximum", "better"),
    "residuals": ("evaluator", "bidder", "mean", "residual", "tested"),
    "moves": ("bidder", "individual", "panel", "rank_before", "rank_after"),
    "score-and-price": ("bidder", "price", "quality", "total", "rank"),
    "iso-scores": ("total", "price", "quality"),
    "price-weights": ("price_weight", "bidder", "total", "rank", "published"),
    "crossings": ("price_weight", "bidder", "other", "leads"),
    "rank-acceptability": ("bidder", "rank", "share"),
    "rank-acceptability-near": ("bidder", "rank", "share", "within"),
    "ranks-over-scenarios": ("scenario", "bidder", "rank"),
    "bid-strip": ("bidder", "price"),
    "low-price-lines": ("test", "price"),
    "ties": (
        "person",
        "part",
        "tie",
        "onward",
        "through",
        "bidder",
        "strength",
        "declared",
        "known_by",
        "since",
        "until",
    ),
    "received-by-bidder": ("bidder", "documents", "changes", "answers", "visits", "talks", "more_time", "clarifications",
                           "late", "longest_wait", "without", "unrecorded", "left"),
    "received": ("bidder", "kind", "item", "when", "wait", "lasted", "state", "place"),
}  # fmt: skip
NAMES = ["Northvale", "Brightwater Catering", "Oakfield Community Interest Company", "Haldane & Sons", "Tamarind Foods",
         "Kestrel", "Millbrook Facilities Management Group (South) Limited", "Orchard Lane"]  # fmt: skip
CRITERIA = ["Menus and nutrition", "Staffing", "Mobilisation plan", "Social value", "Complaints", "Waste"]
SCENARIOS = ["the record", "without evaluator 1", "without evaluator 2", "without evaluator 3", "without Staffing",
             "lowest price over price", "linear between extremes", "published weights"]  # fmt: skip


def table(name, *rows, lot=""):
    return Table(name, COLUMNS[name], tuple(rows), lot)


def small():
    """Three evaluators, four bidders, five criteria: as an officer's record may be."""
    return evaluation(3, 4, 5)


@cache
def evaluation(evaluators, bidders, criteria, *, seed=7, step=1, lot=""):
    """Every table that pictures draw, of an evaluation of this size."""
    roll = random.Random(seed)
    named = [name_of(one, NAMES, "Bidder") for one in range(bidders)]
    asked = [name_of(one, CRITERIA, "Question") for one in range(criteria)]
    judges = [f"evaluator {one + 1}" for one in range(evaluators)]
    raw = scores(roll, judges, named, asked, step)
    totals = {one: Decimal(roll.randint(4800, 8800)) / 100 for one in named}
    price = {one: Decimal(roll.randint(310_000, 520_000)) for one in named}
    made = [
        ("raw-scores", raw),
        ("scales", [(one, "0", "10", "higher") for one in asked]),
        ("residuals", residuals(raw, judges, named)),
        ("moves", moves(roll, totals)),
        ("score-and-price", by_place(price, totals)),
        ("iso-scores", iso(price)),
        *weighted(price, totals),
        ("rank-acceptability", shares(roll, named)),
        ("rank-acceptability-near", [(*row, 10) for row in shares(random.Random(seed + 1), named)]),
        ("ranks-over-scenarios", ranks(roll, named, judges, asked)),
        ("bid-strip", [(one, str(price[one])) for one in named]),
        ("low-price-lines", [("20 % below the mean of all bids", "332150.25"), ("10 % below the next bid", "318400"), ("median less 2.5 robust deviations", "301220.5")]),
        ("ties", ties(evaluators, named)),
        *received(random.Random(seed), named, 3 * criteria),
    ]  # fmt: skip
    return (Measure(tuple(table(name, *rows, lot=lot) for name, rows in made)),)


HOW = ["not declared", "declared, and worked on the bid", "not known whether declared", "declared",
       "declared, and kept apart", "too remote to flag"]  # fmt: skip


def ties(people, named):
    """One tie of every kind for each person, each second one through a firm, some through a relative as well."""
    rows = []
    for one in range(people):
        for turn, how in enumerate(HOW):
            through = ["", f"Holding {one}", f"Una Marsh {turn}; Holding {one}; Spark Ltd"][(one + turn) % 3]
            onward = "which owns Spark Ltd, which is a subcontractor of" if through else ""
            tie = f"is employed by Holding {one}" if through else "holds a share in"
            known = "a name only" if turn == 2 else "a record"
            bidder = named[(one + turn) % len(named)]
            rows.append(
                (
                    f"Official {one + 1}",
                    "evaluator",
                    tie,
                    onward,
                    through,
                    bidder,
                    "current",
                    how,
                    known,
                    "2021-07-01",
                    "",
                )
            )
    return rows


def name_of(place, names, thing):
    return names[place] if place < len(names) else f"{thing} {place + 1}"


def scores(roll, judges, named, asked, step):
    rows = []
    for criterion in asked:
        for bidder in named:
            middle = roll.uniform(1.5, 8.5)
            given = [min(max(round(roll.gauss(middle, 1.2) / step) * step, 0), 10) for _ in judges]
            panel = round(sum(given) / len(given) + roll.choice((0, 0, 0, 1)))
            own = None if roll.random() < 0.06 else str(panel)
            rows += [(criterion, bidder, judge, f"{score:g}", own) for judge, score in zip(judges, given, strict=True)]
    return rows


def residuals(raw, judges, named):
    means = {}
    for _, bidder, judge, score, _ in raw:
        means.setdefault((judge, bidder), []).append(float(score))
    means = {place: sum(found) / len(found) for place, found in means.items()}
    by_judge = {one: sum(means[one, bidder] for bidder in named) / len(named) for one in judges}
    by_bidder = {one: sum(means[judge, one] for judge in judges) / len(judges) for one in named}
    whole = sum(means.values()) / len(means)
    left = {(j, b): mean - by_judge[j] - by_bidder[b] + whole for (j, b), mean in means.items()}
    most = max(left, key=lambda one: abs(left[one]))
    return [(j, b, f"{means[j, b]:.4f}", f"{value:.4f}", 1 if (j, b) == most else 0) for (j, b), value in left.items()]


def moves(roll, totals):
    after = {one: total + Decimal(roll.randint(-400, 500)) / 100 for one, total in totals.items()}
    before, later = (sorted(of, key=lambda one: -of[one]) for of in (totals, after))
    return [(one, str(totals[one]), str(after[one]), before.index(one) + 1, later.index(one) + 1) for one in totals]


def total(price, quality, lowest, weight):
    return round(quality * (100 - weight) / 100 + lowest / price * weight, 4)


def by_place(price, quality):
    lowest = min(price.values())
    rows = sorted(
        ((one, price[one], quality[one], total(price[one], quality[one], lowest, 40)) for one in price),
        key=lambda one: -one[3],
    )
    return [(*map(str, row), place) for place, row in enumerate(rows, 1)]


def iso(price):
    lowest, highest = min(price.values()), max(price.values())
    rows = []
    for goal in (50, 60, 70, 80, 90):
        for step in range(41):
            at = lowest * Decimal("0.9") + (highest * Decimal("1.1") - lowest * Decimal("0.9")) * step / 40
            rows.append((str(goal), f"{at:.2f}", f"{(goal - lowest / at * 40) / Decimal('0.6'):.4f}"))
    return rows


def weighted(price, totals):
    lowest, names = min(price.values()), list(price)
    weights = range(0, 101, 5)
    at = {(w, one): total(price[one], totals[one], lowest, w) for w in weights for one in names}
    best = {w: max(at[w, one] for one in names) for w in weights}
    crossings = []
    for w in weights[:-1]:
        for n, one in enumerate(names):
            for other in names[n + 1 :]:
                before, after = at[w, one] - at[w, other], at[w + 5, one] - at[w + 5, other]
                if before * after < 0:
                    leads = {best[w], best[w + 5]} <= {at[w, one], at[w, other], at[w + 5, one], at[w + 5, other]}
                    crossings.append((f"{w + 5 * before / (before - after):.4f}", one, other, int(leads)))
    order = {w: sorted((at[w, one] for one in names), reverse=True) for w in weights}
    rows = [(w, one, str(value), order[w].index(value) + 1, int(w == 40)) for (w, one), value in at.items()]
    return ("price-weights", rows), ("crossings", crossings)


def shares(roll, named):
    rows, pull = [], {one: roll.uniform(0.2, 3) ** 2 for one in named}
    for one in named:
        at = [pull[one] ** 2 / (1 + place) ** roll.uniform(0.2, 2) for place in range(len(named))]
        rows += [(one, place + 1, f"{value / sum(at):.6g}") for place, value in enumerate(at)]
    return rows


def ranks(roll, named, judges, asked):
    order, rows = list(named), []
    scenarios = SCENARIOS[:1] + [f"without {one}" for one in judges] + [f"without {one}" for one in asked[:20]]
    for scenario in scenarios:
        mine = list(order)
        for _ in range(roll.choice((0, 0, 1, 2))):
            at = roll.randrange(max(len(mine) - 1, 1))
            mine[at : at + 2] = mine[at : at + 2][::-1]
        rows += [(scenario, one, place + 1) for place, one in enumerate(mine)]
    return rows


def received(roll, named, things):
    """What went to bidders: most of it to all at once, some to one of them later or never."""
    kinds, rows = ("documents", "changes", "answers", "visits", "talks", "more time", "clarifications"), []
    for at in range(things):
        kind, item, moment = kinds[at % 7], f"{kinds[at % 7]} {at}", f"2026-03-{2 + at % 28:02}T{9 + at % 8:02}:00"
        lasted = "1 hour 30 minutes" if kind in ("visits", "talks") else ""
        if roll.random() < 0.6:
            rows.append(("all bidders", kind, item, moment, "", lasted, "had it", f"events[{at}]"))
            continue
        apart = roll.choice(named)
        rows += [(one, kind, item, moment, "", lasted, "had it", f"events[{at}]") for one in named if one != apart]
        if roll.random() < 0.5:
            later = (apart, kind, item, f"2026-04-{2 + at % 8:02}T09:00", "5 days", "", "had it later", f"events[{at}]")
            rows.append(later)
        else:
            rows.append((apart, kind, item, None, "", "", "not among those who had it", f"events[{at}]"))
    mine = {one: [row for row in rows if row[0] in (one, "all bidders")] for one in named}
    counts = [
        (
            one,
            *(sum(row[1] == kind and row[3] is not None for row in mine[one]) for kind in kinds),
            sum(row[6] == "had it later" for row in mine[one]),
            "5 days" if any(row[4] for row in mine[one]) else "none",
            sum(row[3] is None for row in mine[one]),
            0,
            "yes" if len(named) > 3 and one == named[1] else "",
        )
        for one in named
    ]
    return ("received-by-bidder", counts), ("received", rows)
