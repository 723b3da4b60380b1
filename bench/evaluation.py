"""What a large evaluation costs: 24,000 individual scores with comments, judged by every rule with `--scenario`, and the page.

python bench/evaluation.py [--profile]

First a panel of usual size, once everything is loaded: milliseconds for the pack `evaluation` alone. Then seconds of CPU for
reading the large record from a CSV, judging it, and the HTML report with all pictures (bar: 5 s together), and the ten
slowest rules. `--profile` shows where the time of judging goes.
"""

import cProfile
import csv
import json
import pstats
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import fairaudit.engine.audit as audit
from fairaudit.cli.collector import keep_off_what_is_loaded
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import Rules, choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.engine.rulefiles.rule import Rule
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.reports import html

LARGE, USUAL = (10, 40, 60), (3, 4, 5)
"""How many evaluators, bidders and criteria."""
BAR, BAR_USUAL = 5.0, 25.0
RUNS, SLOWEST = 20, 10
TODAY = date(2026, 6, 1)
BEGINNINGS = ("Good account of", "Thin on", "Sets out", "Clear evidence for", "Does not show", "Meets")
ENDINGS = (
    "the staffing plan",
    "the transfer of records",
    "waiting times",
    "the first hundred days",
    "training",
    "access",
)
T = TypeVar("T")


def write(folder: Path, people: int, bidders: int, criteria: int) -> Path:
    """Write an invented evaluation, its individual scores as a CSV, the same for the same size."""
    draw = random.Random(people * 10_000 + bidders * 100 + criteria)
    scale = {"minimum": 0, "maximum": 5, "step": 1}
    weight = 60 / criteria
    questions = [f"Q{one}" for one in range(1, criteria + 1)]
    award = [
        {"id": one, "type": "quality", "weight": weight, "scale": scale, "text": f"Question {one}"} for one in questions
    ]
    price = {"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}}
    bids = [f"B{one}" for one in range(1, bidders + 1)]
    prices = {one: draw.randrange(800, 1200) * 1000 for one in bids}
    panel = [f"e{one}" for one in range(1, people + 1)]
    individual, consensus, shares = [], [], dict.fromkeys(bids, 0.0)
    for bid in bids:
        quality = draw.gauss(3, 0.4)
        for question in questions:
            given = [min(5, max(0, round(draw.gauss(quality, 0.7)))) for _ in panel]
            for who, score in zip(panel, given, strict=True):
                comment = f"{draw.choice(BEGINNINGS)} {draw.choice(ENDINGS)}, part {draw.randrange(40)}."
                individual.append({"evaluator": who, "bid": bid, "criterion": question, "score": score, "comment": comment,
                                   "at": f"2026-04-{draw.randrange(1, 9):02}T10:00"})  # fmt: skip
            agreed = round(sum(given) / people)
            reason = f"The panel agreed that part {draw.randrange(40)} covers {draw.choice(ENDINGS)}."
            consensus.append(
                {"bid": bid, "criterion": question, "score": agreed, "reason": reason, "at": "2026-04-12T10:00"}
            )
            shares[bid] += agreed / 5 * weight
    totals = {bid: round(shares[bid] + 40 * min(prices.values()) / prices[bid], 2) for bid in bids}
    order = sorted(bids, key=lambda one: -totals[one])
    with (folder / "scores.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, individual[0])
        table.writeheader()
        table.writerows(individual)
    text = json.dumps({
        "tender": {"id": "BENCH", "title": "An invented service", "value": {"amount": 1_000_000, "currency": "GBP"},
                   "award_criteria": [*award, price]},
        "parties": [{"id": f"f{one}", "name": f"Firm {one} Ltd", "roles": ["tenderer"]} for one in bids],
        "people": [{"id": one, "name": f"Person {one}", "roles": [{"role": "evaluator"}]} for one in panel],
        "bids": [{"id": one, "bidder": f"f{one}", "status": "valid", "value": {"amount": prices[one], "currency": "GBP"}}
                 for one in bids],
        "evaluation": {
            "panel": panel, "locked": True, "individual": {"file": "scores.csv"}, "consensus": consensus,
            "totals": [{"bid": one, "total": totals[one]} for one in bids],
            "ranking": [{"bid": one, "rank": place} for place, one in enumerate(order, 1)],
        },
        "complete": ["bids"],
    })  # fmt: skip
    path = folder / "case.json"
    path.write_text(text, encoding="utf-8")
    return path


def timed(do: Callable[[], T]) -> tuple[float, T]:
    """Return how much CPU something takes, and what comes of it."""
    begun = time.process_time()
    found = do()
    return time.process_time() - begun, found


def read(path: Path) -> Case:
    """Read a record."""
    [case] = open_cases(path, Extra())
    if not isinstance(case, Case):
        raise SystemExit("\n".join(map(str, case.faults[:5])))
    return case


def by_rule() -> dict[str, float]:
    """Have every rule timed from now on, and return where its seconds are added up."""
    spent: dict[str, float] = {}
    judge = audit.judge

    def judged(case: Case, rule: Rule, *more: object) -> object:
        taken, found = timed(lambda: judge(case, rule, *more))
        spent[rule.name] = spent.get(rule.name, 0.0) + taken
        return found

    audit.judge = judged
    return spent


def large(path: Path, every: Rules, settings: Settings) -> None:
    """Print what the large record costs."""
    reading, case = timed(lambda: read(path))
    if "--profile" in sys.argv:
        profile = cProfile.Profile()
        profile.runcall(lambda: run([case], every, settings))
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    spent = by_rule()
    judging, report = timed(lambda: run([case], every, settings))
    showing, page = timed(lambda: html.render(report))
    people, bidders, criteria = LARGE
    print(
        f"{people} evaluators × {bidders} bidders × {criteria} criteria, {len(every.standings)} rules, with --scenario"
    )
    print(
        f"reading {reading:.2f} s, judging {judging:.2f} s, page of {len(page) / 2**20:.1f} MiB {showing:.2f} s of CPU"
    )
    print(f"together: {reading + judging + showing:.2f} s (bar: {BAR:.0f} s on one core)")
    print("\nslowest rules                                                 ms")
    for name, seconds in sorted(spent.items(), key=lambda one: -one[1])[:SLOWEST]:
        print(f"{name:56}  {seconds * 1000:6.0f}")


def main() -> None:
    """Load everything, then time the large record once and the usual one many times."""
    packs = shipped_packs()
    every = choose(packs, Config(), (), ())
    settings = Settings(TODAY, scenario=True)
    alone = choose(tuple(one for one in packs if one.name == "evaluation"), Config(), (), ())
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), *USUAL)
        run([read(path)], every, settings)
        run([read(path)], alone, Settings(TODAY))
        # As the command line does, once it has loaded what it judges by.
        keep_off_what_is_loaded()
        cases = [read(path) for _ in range(RUNS)]
        taken, _ = timed(lambda: [run([one], alone, Settings(TODAY)) for one in cases])
        size, each = " × ".join(map(str, USUAL)), taken / RUNS * 1000
        print(f"{size}, pack evaluation alone: {each:.1f} ms of CPU (bar: {BAR_USUAL:.0f})\n")
        large(write(Path(folder), *LARGE), every, settings)


if __name__ == "__main__":
    main()
