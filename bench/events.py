"""What a long record of events costs: 2,000 events, 400 questions and 20 bidders, judged by every rule, and the page.

python bench/events.py [--profile]

Seconds of CPU for reading the case, judging it once everything is loaded (bar: 1 s) and the HTML report, then the ten slowest
rules; for a record that treats every bidder alike, and for one in which nearly every event leaves somebody out.
`--profile` shows where the time of judging goes.
"""

import cProfile
import json
import pstats
import random
import sys
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from evaluation import by_rule, read, timed

from fairaudit.cli.collector import keep_off_what_is_loaded
from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.reports import html

EVENTS, BIDDERS, QUESTIONS, DOCUMENTS = 2_000, 20, 400, 40
BAR = 1.0
SLOWEST = 10
TODAY = date(2026, 7, 1)
BEGUN = datetime(2026, 3, 2, 9)
KINDS = (
    "document", "answer", "access", "clarification", "cure", "contact", "meeting", "presentation", "site-visit", "extension",
    "gift", "message",
)  # fmt: skip
Record = dict[str, object]


def moment(draw: random.Random, first: int = 0, last: int = 40 * 24) -> str:
    """Return a moment some hours after the publication."""
    return (BEGUN + timedelta(hours=draw.randrange(first, last))).isoformat(timespec="minutes") + "Z"


def write(folder: Path, whom: Callable[[random.Random, list[str]], Record]) -> Path:
    """Write an invented case, the same every time; `whom` says for each event whom it reached."""
    draw = random.Random(EVENTS)
    firms = [f"f{one}" for one in range(1, BIDDERS + 1)]
    events = []
    for at in range(EVENTS):
        kind = KINDS[at % len(KINDS)]
        one: Record = {"id": f"E{at}", "kind": kind, "date": moment(draw), **whom(draw, firms), "channel": "portal"}
        if kind in ("document", "access"):
            one["document"] = f"D{at % DOCUMENTS}"
        elif kind == "extension":
            one["until"] = moment(draw, 42 * 24, 44 * 24)
        else:
            one["topic"] = f"topic {at % 97}"
        if kind in ("contact", "message"):
            one["text"] = f"Your receipt no {at} is filed."
        if kind == "presentation":
            one["until"] = (
                (datetime.fromisoformat(str(one["date"])) + timedelta(minutes=45)).isoformat().replace("+00:00", "Z")
            )
        events.append(one)
    questions = [
        {"id": f"Q{at}", "asked_by": draw.choice(firms), "date": moment(draw, 0, 600), "answered": moment(draw, 600, 800),
         "question": f"What of part {at}?", "answer": f"Part {at} is as described.", **whom(draw, firms)}
        for at in range(QUESTIONS)
    ]  # fmt: skip
    for one in questions:
        if bidder := one.pop("bidder", None):
            one["recipients"] = [bidder]
    documents = [
        {
            "id": f"D{at}",
            "title": f"Part {at}",
            "version": "1",
            "available_at": moment(draw, 0, 48),
            "recipients": "all",
        }
        for at in range(DOCUMENTS)
    ]
    defects = [{"code": f"topic {at}", "decision": "cured"} for at in range(5)]
    case = {
        "tender": {"id": "BENCH", "title": "An invented service", "time_zone": "Europe/London",
                   "buyer": {"name": "Northvale Health Board", "country": "GB-ENG"}, "published": BEGUN.isoformat(),
                   "tender_period": {"start_date": BEGUN.isoformat(), "end_date": "2026-04-13T12:00"},
                   "documents": documents, "incumbents": [{"party": "f1"}]},
        "parties": [{"id": one, "name": f"Firm {one} Ltd", "roles": ["tenderer"]} for one in firms],
        "bids": [{"id": f"b-{one}", "bidder": one, "status": "valid", "received": "2026-04-13T11:00", "defects": defects,
                  "value": {"amount": 90_000 + at * 1_377, "currency": "GBP"}} for at, one in enumerate(firms)],
        "events": events, "enquiries": questions, "complete": ["bids", "events", "enquiries"],
    }  # fmt: skip
    path = folder / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


def everybody(_: random.Random, firms: list[str]) -> Record:
    """Return that an event reached all, by name."""
    return {"recipients": list(firms)}


def single(draw: random.Random, firms: list[str]) -> Record:
    """Return that an event reached one bidder alone, or a few."""
    if draw.random() < 0.7:
        return {"bidder": draw.choice(firms)}
    return {"recipients": sorted(draw.sample(firms, draw.randrange(2, BIDDERS)))}


def main() -> None:
    """Load everything with a first run, then time both records."""
    every, settings = choose(shipped_packs(), Config(), (), ()), Settings(TODAY)
    with tempfile.TemporaryDirectory() as folder:
        html.render(run([read(write(Path(folder), single))], every, settings))
        # As the command line does before it reads a case.
        keep_off_what_is_loaded()
        for title, whom in (("all alike", everybody), ("one or a few each", single)):
            path = write(Path(folder), whom)
            reading, case = timed(lambda path=path: read(path))
            if "--profile" in sys.argv:
                profile = cProfile.Profile()
                profile.runcall(lambda case=case: run([case], every, settings))
                pstats.Stats(profile).sort_stats("tottime").print_stats(40)
                continue
            judging, _ = timed(lambda case=case: run([case], every, settings))
            spent = by_rule()
            report = run([read(path)], every, settings)
            showing, page = timed(lambda report=report: html.render(report))
            found = sum(len(verdict.findings) for one in report.cases for verdict in one.verdicts)
            print(f"{EVENTS:,} events, {QUESTIONS} questions, {BIDDERS} bidders, {title}: {found:,} findings")
            print(f"reading {reading:.2f} s, judging {judging:.2f} s (bar: {BAR:.0f} s), page of {len(page) / 2**20:.1f} MiB "
                  f"{showing:.2f} s of CPU")  # fmt: skip
            for name, seconds in sorted(spent.items(), key=lambda one: -one[1])[:SLOWEST]:
                print(f"  {name:56}  {seconds * 1000:6.0f} ms")
            print()


if __name__ == "__main__":
    main()
