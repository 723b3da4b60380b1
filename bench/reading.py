"""How long a specification takes to read by its length: prose as people write it, and texts made to be slow.

python bench/reading.py [--profile | --scan]

Prints seconds for growing lengths with every shipped rule, and how they grow: 1.0 is linear. The bar: 500,000 characters,
some two hundred pages, in 2 s on one core. With `--scan`, the same texts for all phrases of all rules, in milliseconds: rule
by rule, and in one pass of an automaton.
"""

import cProfile
import gc
import pstats
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from math import log2
from pathlib import Path

from fairaudit.analysis.text import find
from fairaudit.checks.texts.corpus import corpus_of
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.engine.rulefiles.rule import Rule
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.files import read_bytes

LENGTHS = (62_500, 125_000, 250_000, 500_000)
BAR = 2.0
SENTENCES = (
    "The provider shall see nine in ten patients within {n} days of referral and report activity each month.",
    "Referrals shall be received through the published interface described in annex {n}.",
    "The bidder must have at least {n} years of experience of similar services for any public or private client.",
    "Each site shall have a retinal camera with a field of view of at least {n} degrees, or equivalent.",
    "Staff shall hold a current registration with their professional body and be trained before they start.",
    "The current provider operates {n} sites; this is given for information only.",
    "All equipment shall conform to BS EN {n} or an equivalent standard accepted in another state.",
    "The supplier shall invoice monthly in arrears and the Authority shall pay within {n} days.",
    "Nothing in this clause limits the liability of either party for death or personal injury.",
    "The service shall be of a high quality and shall be delivered in a professional manner at all times.",
    "Data shall be returned to the Authority in an open format within {n} days of the end of the contract.",
    "Bidders shall describe how they will mobilise the service and who will lead each part of the work.",
)
HOSTILE = {
    "one word": "a",
    "beginnings of phrases": "experience with this board or another ",
    "spaces": "\n \t ",
    "full stops": ". A",
    "brackets": "[({",
    "signs": "OptiLink® ",
    "part numbers": "QX-4500A ",
    "quotes": "'a\"",
}


def specification(length: int) -> str:
    """Return a specification of a length in Markdown, headings and clauses, the same for the same length."""
    draw = random.Random(length)
    parts = ["# Specification\n"]
    size, section = 0, 0
    while size < length:
        section += 1
        lines = [f"\n## {section}. Part {section}\n"]
        for _ in range(6):
            said = " ".join(draw.choice(SENTENCES).format(n=draw.randrange(2, 90)) for _ in range(3))
            lines.append(f"\n{said}\n")
        parts += lines
        size += sum(map(len, lines))
    return "".join(parts)[:length]


def main() -> None:
    """Read growing texts of every kind with every shipped rule."""
    packs = shipped_packs()
    rules = choose(packs, Config(), (), ())
    settings = Settings(date(2026, 6, 1), law=tuple(one.name for one in packs if one.applies == "law"))

    def spent(text: str) -> float:
        began = time.process_time()
        run([load_case(read_bytes(text.encode(), "t.md"), settings.today)], rules, settings)
        return time.process_time() - began

    if "--scan" in sys.argv:
        compare_with_one_pass({phrases for pack in packs for rule in pack.rules if (phrases := phrases_of(rule))})
        return
    spent(specification(LENGTHS[0]))
    gc.collect()
    gc.freeze()
    if "--profile" in sys.argv:
        text = specification(LENGTHS[-1])
        profile = cProfile.Profile()
        profile.runcall(spent, text)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    rules_in_force = len(rules.under(frozenset(settings.law)).standings)
    print(f"{rules_in_force} rules, seconds by characters; growth is the exponent over the last doubling")
    print(f"{'':24}" + "".join(f"{one:>10,}" for one in LENGTHS) + "  growth")
    report("a specification", [spent(specification(one)) for one in LENGTHS])
    for name, piece in HOSTILE.items():
        report(name, [spent("x " + (piece * (one // len(piece) + 1))[:one]) for one in LENGTHS])
    print(f"bar: a specification of {LENGTHS[-1]:,} characters in {BAR:.0f} s")


def phrases_of(rule: Rule) -> tuple[str, ...]:
    """Return the phrases a rule looks for first, sure and unsure ones."""
    words = {one.name: one.value for one in rule.options}
    return tuple(one for name in ("phrases", "maybe") for one in words.get(name) or () if isinstance(one, str))


def compare_with_one_pass(each: set[tuple[str, ...]]) -> None:
    """Print how long phrases take to find in the whole of a text, rule by rule and all at once."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.automaton import Scanner

    scanner = Scanner(one for phrases in each for one in phrases)
    print(f"{len(scanner.phrases)} phrases of {len(each)} rules; milliseconds, rule by rule and in one pass")
    texts = {f"{length:,} characters": specification(length) for length in (2_000, 16_000, *LENGTHS)}
    texts |= {name: "x " + (piece * (LENGTHS[-1] // len(piece) + 1))[: LENGTHS[-1]] for name, piece in HOSTILE.items()}
    for name, text in texts.items():
        whole = corpus_of(load_case(read_bytes(text.encode(), "t.md"), None)).whole
        ways: tuple[Callable[[], object], ...] = (
            lambda whole=whole: [find(whole, phrases) for phrases in each],
            lambda whole=whole: scanner.scan(whole),
        )
        print(f"{name:24}" + "".join(f"{min(timed(way) for _ in range(4)) * 1000:10.1f}" for way in ways), flush=True)


def timed(way: Callable[[], object]) -> float:
    """Return the seconds something takes."""
    began = time.process_time()
    way()
    return time.process_time() - began


def report(name: str, times: list[float]) -> None:
    """Print one row."""
    growth = log2(max(times[-1], 0.001) / max(times[-2], 0.001))
    print(f"{name:24}" + "".join(f"{one:10.2f}" for one in times) + f"{growth:8.2f}", flush=True)


if __name__ == "__main__":
    main()
