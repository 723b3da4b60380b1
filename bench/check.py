"""How long a tender takes once everything is loaded: generated tenders of about 350 lines, all core rules, one core.

python bench/check.py [--profile | --short]

`--short` audits fewer tenders, as CI does.
"""

import cProfile
import os
import pstats
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from fairaudit.cli.collector import keep_off_what_is_loaded
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import Rules, choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.files import read_bytes

SHORT = "--short" in sys.argv
COUNTS = (100, 200) if SHORT else (250, 500, 1000)
BAR = 10.0
BAR_WITH_LAWS = 20.0
FOLDERS = (25, 100) if SHORT else (50, 400)
LEAST = 0.4
FIRMS = ("Alder Care", "Birch Clinics", "Cedar Health", "Dogwood Eye", "Elm Services", "Fir Partners")
PEOPLE = ("Ada Quill", "Ben Osei", "Cleo Brand", "Dan Rehman", "Eva Lindqvist")
CLAUSES = (
    "The provider shall see nine in ten patients within 28 days of referral.",
    "Referrals shall be received through the published interface of document D4.",
    "Each site shall have a retinal camera with a field of view of at least 45 degrees, or equivalent.",
    "The provider shall report activity each month in the format of annex B.",
    "The service shall be of high quality.",
    "Staff shall hold a current registration with their professional body.",
)


def tender(number: int) -> str:
    """Return one tender with bids, scores and records, in block style, the same for the same number."""
    draw = random.Random(number)
    value = draw.randrange(200, 4000) * 1000
    lines = [
        "tender:", f"  id: GEN-{number:05}", f"  title: Generated service {number}", "  status: complete",
        "  buyer:", "    id: buyer", "    name: Hillford Council", "    country: GB-ENG",
        "  main_procurement_category: services", "  procurement_method: open",
        "  value:", f"    amount: {value}", "    currency: GBP",
        "  contract_period:", "    start_date: 2026-09-01", "    end_date: 2029-08-31",
        "  published: 2026-03-02T09:00", "  documents_available: 2026-03-02T09:00",
        "  tender_period:", "    start_date: 2026-03-02T09:00", f"    end_date: 2026-04-{draw.randrange(1, 9):02}T12:00",
        "  incumbents:", "    - party: firm-0", f"      name: {FIRMS[0]} {number}",
        "  selection_criteria:",
        "    - id: S1", "      kind: turnover", f"      minimum: {draw.randrange(1, 9) * value // 4}", "      currency: GBP",
        "    - id: S2", "      kind: references", f"      minimum: {draw.randrange(1, 6)}", "      years: 5",
        "      text: Contracts of a similar kind in the last five years, for any client",
        "  award_criteria:",
    ]  # fmt: skip
    for index, weight in enumerate((30, 20, 10)):
        lines += [
            f"    - id: Q{index}", f"      name: Question {index}", "      type: quality", f"      weight: {weight}",
            "      text: How the service reaches those who need it", "      scale:", "        minimum: 0",
            "        maximum: 5", "        step: 1", "        descriptors:", "          0: no answer",
            "          3: meets the need", "          5: exceeds it with evidence",
        ]  # fmt: skip
    lines += ["    - id: P", "      type: price", f"      weight: {draw.choice((40, 40, 45))}", "      formula:",
              "        name: lowest-price-ratio", "  specification:"]  # fmt: skip
    for index in range(20):
        lines += [f'    - id: "4.{index}"', "      mandatory: true", f"      text: {draw.choice(CLAUSES)!r}"]
    return "\n".join([*lines, *_records(draw)]) + "\n"


def _records(draw: random.Random) -> list[str]:
    """Return who bids, who scores, what they scored and who won."""
    lines = ["parties:"]
    for index in range(4):
        lines += [f"  - id: firm-{index}", f"    name: {FIRMS[index]} Ltd", "    roles:", "      - tenderer"]
    lines.append("people:")
    for index in range(3):
        lines += [f"  - id: e{index}", f"    name: {PEOPLE[index]}", "    roles:", "      - role: evaluator"]
    lines.append("declarations:")
    for index in range(3):
        lines += [f"  - person: e{index}", "    date: 2026-03-01", "    signed: true", "    covers: all"]
    lines.append("bids:")
    for index in range(4):
        day = draw.randrange(20, 31)
        lines += [f"  - id: B{index}", f"    bidder: firm-{index}", f"    received: 2026-03-{day}T11:00", "    status: valid",
                  "    value:", f"      amount: {draw.randrange(100, 400) * 1000}", "      currency: GBP"]  # fmt: skip
    lines += ["evaluation:", "  panel:", "    - e0", "    - e1", "    - e2", "  individual:"]
    for evaluator in range(3):
        for bid in range(4):
            for criterion in range(2):
                lines += [f"    - evaluator: e{evaluator}", f"      bid: B{bid}", f"      criterion: Q{criterion}",
                          f"      score: {draw.randrange(0, 6)}", "      at: 2026-04-12"]  # fmt: skip
    return [
        *lines,
        "awards:",
        "  - id: A1",
        f"    bid: B{draw.randrange(4)}",
        "    date: 2026-04-30",
        "complete:",
        "  - bids",
    ]


def peak() -> float:
    """Return the largest memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def command(count: int, format_: str) -> tuple[float, float]:
    """Return the peak memory in MiB and the seconds of the whole command over a folder of tenders, all in one report."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"tender-{number:05}.yaml").write_text(tender(number))
        words = ["check", folder, "--format", format_, "--today", "2026-06-01", "--no-config", "--allow-ci-evaluation"]
        begun = time.perf_counter()
        run_ = subprocess.Popen([sys.executable, "-m", "fairaudit", *words], stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(run_.pid, 0)
        run_.returncode = os.waitstatus_to_exitcode(status)
        return used.ru_maxrss / 1024, time.perf_counter() - begun


def main() -> None:
    """Load everything, then audit growing numbers of tenders, each read from its own bytes."""
    packs = shipped_packs()
    rules = choose(tuple(one for one in packs if one.name == "core"), Config(), (), ())
    every = choose(tuple(one for one in packs if one.applies in ("always", "law")), Config(), (), ())
    evaluation = choose(tuple(one for one in packs if one.applies == "evaluation"), Config(), (), ())
    settings = Settings(date(2026, 6, 1))
    all_laws = settings._replace(law=tuple(one.name for one in packs if one.applies == "law"))

    def audit(number: int, raw: bytes, rules: Rules = rules, settings: Settings = settings) -> None:
        name = f"tender-{number}.yaml"
        run([load_case(read_bytes(raw, name), settings.today)], rules, settings)

    texts = [tender(number).encode() for number in range(max(COUNTS))]
    lines = sum(one.count(b"\n") for one in texts) / len(texts)
    for number in range(20):
        audit(number, texts[number])
        audit(number, texts[number], every, all_laws)
        audit(number, texts[number], evaluation)
    # As the command line does once everything is loaded.
    keep_off_what_is_loaded()
    if "--profile" in sys.argv:
        profile = cProfile.Profile()
        profile.runcall(lambda: [audit(number, texts[number]) for number in range(200)])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    print(f"{len(rules.standings)} core rules, tenders of {lines:.0f} lines on average")
    print("tenders  ms per tender  peak MiB")
    for count in COUNTS:
        start = time.process_time()
        for number in range(count):
            audit(number, texts[number])
        print(f"{count:7}  {(time.process_time() - start) / count * 1000:13.2f}  {peak():8.0f}")
    print(f"bar: {BAR:.0f} ms per tender on one core")
    for what, chosen, given, bar in (
        ("every pack but those about evaluations", every, all_laws, f" (bar: {BAR_WITH_LAWS:.0f})"),
        ("pack evaluation alone, read and judged", evaluation, settings, ""),
    ):
        start = time.process_time()
        for number in range(COUNTS[0]):
            audit(number, texts[number], chosen, given)
        each = (time.process_time() - start) / COUNTS[0] * 1000
        print(f"{what}: {each:.2f} ms per tender{bar}")
    few, many = FOLDERS
    print(
        f"\n`fairaudit check FOLDER`, the whole command\nformat    peak MiB of {few}  of {many}  MiB per tender  seconds"
    )
    for format_ in ("json", "html"):
        (small, _), (large, seconds) = command(few, format_), command(many, format_)
        print(f"{format_:8}  {small:14.0f}  {large:6.0f}  {(large - small) / (many - few):14.3f}  {seconds:7.1f}")
    print(f"bar: {LEAST} MiB per tender")


if __name__ == "__main__":
    main()
