"""The command line in this process, on small cases and rules of its own, so that no shipped rule changes what is said."""

import gc
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from fairaudit.cli import main
from fairaudit.engine.rulefiles.packs import shipped_packs

TODAY = "2026-03-05"
PACKS = ", ".join(pack.name for pack in shipped_packs())

TOO_MUCH = """id: too-much
title: Turnover asked for is too much
family: qualification
stage: tender
severity: high
confidence: certain
basis: heuristic
given: tender.selection_criteria[kind=turnover]
needs: []
check: ratio-at-most
with: {of: minimum, to: lot.value, at_most: 2}
message: "{of} is {ratio} times {to}."
why: Few have such a turnover.
fix: Ask for less.
ask: Please say why {of} is needed.
sources: []
examples:
  flagged:
    - case: {tender: {value: {amount: 2, currency: GBP}, selection_criteria: [{kind: turnover, minimum: 6, currency: GBP}]}}
      finds: ["tender.selection_criteria[0].minimum: £6 is 3 times £2."]
  passed:
    - case: {tender: {value: {amount: 3, currency: GBP}, selection_criteria: [{kind: turnover, minimum: 6, currency: GBP}]}}
"""

MAYBE_A_BRAND = """id: maybe-a-brand
title: A clause may name a brand
family: specification
stage: tender
severity: high
confidence: possible
basis: heuristic
given: tender.specification
needs: []
check: mentions
with: {of: text, phrases: [Optilink]}
message: "The clause names {words}."
why: Others cannot supply it.
fix: Say what it has to do.
ask: Please say whether an equivalent is accepted.
sources: []
examples:
  review:
    - case: {tender: {specification: [{text: Through Optilink.}]}}
      finds: ["tender.specification[0].text: The clause names Optilink."]
  passed:
    - case: {tender: {specification: [{text: Through any system.}]}}
"""

BID_WITHOUT_TIME = """id: bid-without-time
title: A bid has no time of receipt
family: bids
stage: bidding
severity: low
confidence: certain
basis: heuristic
given: bids
needs: []
check: present
with: {of: received}
message: "The receipt of this bid has no time."
why: Nobody can say whether it was late.
fix: Record it.
ask: Please say when it was received.
sources: []
examples:
  flagged:
    - case: {bids: [{id: B1}], complete: [bids]}
      finds: ["bids[0].received: The receipt of this bid has no time."]
  passed:
    - case: {bids: [{id: B1, received: 2026-03-01T09:00Z}]}
"""

OWN = {"too-much": TOO_MUCH, "maybe-a-brand": MAYBE_A_BRAND, "bid-without-time": BID_WITHOUT_TIME}

GOOD = """tender:
  id: GOOD-1
  title: Window cleaning
  value: {amount: 3, currency: GBP}
  selection_criteria:
    - {id: S1, kind: turnover, minimum: 6, currency: GBP}
"""
BAD = GOOD.replace("GOOD-1", "BAD-1").replace("amount: 3", "amount: 2")
BRAND = "tender: {id: BRAND-1, selection_criteria: [], specification: [{id: '4.2', text: Through Optilink.}]}\n"


@dataclass(frozen=True)
class Ran:
    """What one run of the command line left behind."""

    status: int
    out: str
    err: str

    @property
    def report(self):
        """The report it printed, where it was asked to print JSON."""
        return json.loads(self.out)

    @property
    def errors(self):
        """What stands on standard error, one line each."""
        return self.err.splitlines()


class Terminal(io.TextIOWrapper):
    """A standard stream that remembers its bytes."""

    def __init__(self, raw=b"", tty=False):
        super().__init__(io.BytesIO(raw), encoding="utf-8", write_through=True)
        self._tty = tty

    def isatty(self):
        return self._tty

    def said(self):
        self.flush()
        return self.buffer.getvalue().decode("utf-8")


def fairaudit(*words, stdin=b"", tty=False):
    """Return what `fairaudit WORD…` prints and ends with; an exception that is no exit comes through."""
    out, err = Terminal(tty=tty), Terminal()
    status = 0
    with patch.object(sys, "argv", ["fairaudit", *map(str, words)]), patch.object(sys, "stdin", Terminal(stdin)):
        try:
            with redirect_stdout(out), redirect_stderr(err):
                main()
        except SystemExit as end:
            status = end.code or 0
        finally:
            gc.enable()
    return Ran(status, out.said(), err.said())


def write(**files):
    """Write files below the working directory; `__` in a name stands for a slash, `_yaml` for its ending."""
    for name, text in files.items():
        put(name.replace("__", "/").replace("_yaml", ".yaml").replace("_json", ".json"), text)


def put(name, text):
    """Write one file, with its folders."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def own_rules(**changed):
    """Write the rules above into the folder `mine`, and return the words that judge by them alone."""
    for name, text in OWN.items():
        put(f"mine/{name}.yaml", changed.get(name.replace("-", "_"), text))
    return ("--rules", "mine", "--select", "mine", "--today", TODAY)


def check(*words, stdin=b"", tty=False):
    """Return what `fairaudit check` says when it judges by the rules above alone."""
    return fairaudit("check", *own_rules(), *words, stdin=stdin, tty=tty)


def found(report):
    """Return every finding of a report in one line: case, rule, outcome, place and words."""
    return [
        f"{case['id']} {verdict['rule']} {one['outcome']} {one['file']}:{one['line']} {one['message']}"
        for case in report["cases"]
        for verdict in case["verdicts"]
        for one in verdict["findings"]
    ]


def files():
    """Return every file below the working directory but the rules."""
    return sorted(one.as_posix() for one in Path().rglob("*") if one.is_file() and one.parts[0] != "mine")
