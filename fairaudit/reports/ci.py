"""What formats for continuous integration share: when to refuse, and the words that must not be lost there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from fairaudit.engine.contract.report import Audience, CaseReport, Finding, Outcome, Report, RuleSaid, Verdict
from fairaudit.engine.facts import fill_with
from fairaudit.frozen import Frozen
from fairaudit.reports import wording
from fairaudit.reports.outline import not_looked_at
from fairaudit.sources.document import FairauditError, Fault

_FAULT = re.compile(r"(?P<file>[^\n]+?):(?P<line>[0-9]+):(?P<column>[0-9]+): (?P<message>.*)", re.DOTALL)
_PUBLIC = frozenset({"template", "tender"})
"""Stages whose records are published anyway. A stage nobody has heard of is not among them."""


def refuse_in_ci(report: Report, allowed: bool) -> None:
    """Raise `FairauditError` where a case is past the tender stage, unless the user allowed it."""
    if allowed:
        return
    faults = [
        Fault(
            case.inputs[0].file if case.inputs else case.id,
            0,
            0,
            f"{_how_far(case)}: logs and alerts of CI are read by people who may"
            " not see bids and scores, so this format is refused; write a text, Markdown, HTML or JSON report to a"
            " protected place, or give --allow-ci-evaluation if everyone who can read this CI may see them",
        )
        for case in report.cases
        if not _may_be_seen(case)
    ]
    if faults:
        raise FairauditError(*faults)


def _how_far(case: CaseReport) -> str:
    stage = case.stage
    return f"holds records of stage {stage.records}" if stage.records else f"is at stage {stage.name} ({stage.because})"


def _may_be_seen(case: CaseReport) -> bool:
    # A case that could not be read has no stage, and nothing in it but why.
    unread = bool(case.faults) and not case.verdicts
    return unread or (case.stage.name in _PUBLIC and case.stage.records in ("", *_PUBLIC))


def place_of_fault(case: CaseReport, fault: str) -> tuple[str, int, int, str]:
    """Return file, line, column and message of what kept a case from being read; no file and no line where none is named."""
    if match := _FAULT.match(fault):
        return match["file"], int(match["line"]), int(match["column"]), match["message"]
    file = next((one.file for one in case.inputs if fault.startswith(f"{one.file}: ")), "")
    return file, 0, 0, fault.removeprefix(f"{file}: ") if file else fault


def incomplete(report: Report) -> bool:
    """Return whether the audit did not do all it was asked to do."""
    broken = any(case.faults or any(one.outcome is Outcome.ERROR for one in case.verdicts) for case in report.cases)
    return broken or report.exit_status == 2


def said(finding: Finding) -> str:
    """Return a finding's message with what a reader must know even where a platform shows nothing else."""
    # Code scanning shows neither the kind of a result nor that it was accepted: the sentence itself has to.
    look = "A person must look: " if finding.outcome is Outcome.REVIEW else ""
    settled = acceptance(finding)
    return f"{look}{finding.message}{f' ({settled})' if settled else ''}"


def acceptance(finding: Finding) -> str:
    """Return who accepted a finding, until when and why; nothing if nobody did."""
    words = []
    if finding.waiver:
        by = finding.waiver.by or ("a person not named" if finding.waiver.settles else "the author")
        until = f" until {finding.waiver.until}" if finding.waiver.until else ""
        settles = "" if finding.waiver.settles else ", which settles nothing here"
        words.append(f"accepted by {by}{until}{settles}: {finding.waiver.reason}")
    if finding.baseline:
        words.append("accepted in the baseline")
    return "; ".join(words)


class Silence(Frozen):
    """One reason for which rules could not judge, wholly or at some places: which rules, and in which cases."""

    because: str
    rules: tuple[str, ...]
    cases: tuple[str, ...]


def silences(report: Report) -> tuple[Silence, ...]:
    """Return why rules could not judge over all cases, each reason once, the one that silences most rules first."""
    found: dict[tuple[str, tuple[str, ...]], tuple[dict[str, None], dict[int, str]]] = {}
    for position, case in enumerate(report.cases):
        for verdict in not_looked_at(case):
            for reason in _reasons(verdict):
                rules, cases = found.setdefault(reason, ({}, {}))
                rules[verdict.name] = None
                cases[position] = case.id
    told = [
        Silence(_because(*reason), tuple(sorted(rules)), tuple(cases.values()))
        for reason, (rules, cases) in found.items()
    ]
    return tuple(sorted(told, key=lambda one: (-len(one.rules), one.because)))


def _reasons(verdict: Verdict) -> dict[tuple[str, tuple[str, ...]], None]:
    """Return the reasons of a verdict with the fields that would change each, in their order."""
    told = {(one.reason, one.missing): None for one in verdict.unassessed}
    if verdict.outcome is Outcome.NOT_ASSESSED and verdict.reason not in {reason for reason, _ in told}:
        told[verdict.reason or "data is missing", verdict.missing] = None
    return told


def _because(reason: str, missing: tuple[str, ...]) -> str:
    """Return a reason and what would change it; a reason that names every field says so itself."""
    if reason in missing:
        return f"to have it judged, {wording.would_help(missing)}"
    if all(one in reason for one in missing):
        return reason
    return f"{reason}; to have it judged, {wording.would_help(missing)}"


def unjudged(report: Report) -> str:
    """Return how many rules could not judge how many cases, where to read which, and which law was left out; else nothing."""
    silent = [not_looked_at(case) for case in report.cases]
    rules = {verdict.name for verdicts in silent for verdict in verdicts}
    if not rules:
        return ""
    were = wording.counted(len(rules), "rule")
    where = f", in {sum(map(bool, silent))} of {len(silent)} cases" if len(silent) > 1 else ""
    counted = (
        f"{were} could not be judged, wholly or in part{where}; a JSON, HTML or Markdown report lists"
        f" {'it' if len(rules) == 1 else 'them'} with what would change that."
    )
    return " ".join([counted, *wording.without_law(report.cases)])


def unfilled(said: RuleSaid, options: Mapping[str, str]) -> RuleSaid:
    """Return the words of a rule for reading without a finding: its own numbers, and for what a finding fills in its name."""

    def worded(name: str) -> tuple[str, bool]:
        value = options.get(name)
        return (f"[{name.replace('_', ' ')}]", False) if value is None else (value, value == "1")

    why, fix, ask = (fill_with(text, worded) for text in (said.why, said.fix, said.ask))
    return replace(said, why=why, fix=fix, ask=ask)


def advice(verdict: Verdict, finding: Finding | RuleSaid, audience: Audience) -> tuple[tuple[str, str], ...]:
    """Return why something matters, what to do about it and on what grounds, each with its heading."""
    headings = {"fix": "What to mend", "ask": "What to ask"}
    chosen = [(headings[name], text) for name, text in wording.advice(finding, audience)]
    name, grounds = wording.basis(verdict, finding)
    why = [("Why it matters", finding.why)] if finding.why else []
    return (*why, *chosen, (wording.sentence(name), grounds))
