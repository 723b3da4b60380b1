"""What happens to findings, decided in one place.

In this order: severity override (made when the rules were chosen), waivers, baseline, grouping, redaction, exit status.
Outcomes never change here, and nothing is dropped.

Corroboration belongs between override and waivers: it joins a statistic to a record on the same cell, and no shipped rule
is a statistic yet.
"""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from fairaudit.engine.facts import clean, fill
from fairaudit.engine.findings import excerpt, fingerprint, lines_of
from fairaudit.engine.report import (
    Audience,
    CaseReport,
    Confidence,
    Finding,
    Outcome,
    Report,
    Severity,
    Verdict,
    WaiverUsed,
)
from fairaudit.engine.waivers import BUILT_IN, BuiltIn, Waiver, comment_waivers, weighty
from fairaudit.procurement.case import Case

NEVER = "never"


class Terms(NamedTuple):
    """What settles a case: who reads it, on which day, which waivers and which earlier findings are known."""

    audience: Audience
    today: date
    waivers: tuple[Waiver, ...] = ()
    known_rules: frozenset[str] = frozenset()
    baseline: tuple[str, ...] = ()


def settle(case: Case, verdicts: tuple[Verdict, ...], terms: Terms) -> tuple[Verdict, ...]:
    """Return the verdicts with waivers, baseline and groups applied, and the verdicts about the waivers themselves."""
    waivers = [*comment_waivers(case, terms.audience, terms.today, terms.known_rules), *terms.waivers]
    used: set[int] = set()
    light: dict[int, str] = {}
    if waivers:
        verdicts = tuple(_waived(case, verdict, waivers, used, light) for verdict in verdicts)
    settled = (*verdicts, *_about_waivers(case, waivers, used, light, verdicts))
    if terms.baseline:
        known = Counter(terms.baseline)
        settled = tuple(_baselined(verdict, known) for verdict in settled)
    return _grouped(settled)


def _waived(case: Case, verdict: Verdict, waivers: list[Waiver], used: set[int], light: dict[int, str]) -> Verdict:
    """Return a verdict whose accepted findings say who accepted them."""
    if not verdict.findings:
        return verdict
    findings = []
    for finding in verdict.findings:
        accepted = None
        for index, waiver in enumerate(waivers):
            paths = (finding.path, finding.path.removeprefix("tender."), *_id_paths(case, finding))
            if not waiver.names(verdict.pack, verdict.rule):
                continue
            if not waiver.covers(finding.file, finding.line, finding.end_line, paths):
                continue
            used.add(index)
            if waiver.trouble is None and (trouble := weighty(waiver, verdict.basis, finding.severity)):
                light[index] = trouble
            elif waiver.trouble is None and accepted is None:
                accepted = WaiverUsed(
                    clean(waiver.reason, 400), waiver.by, waiver.until, waiver.file, waiver.line, waiver.settles
                )
        findings.append(replace(finding, waiver=accepted) if accepted else finding)
    return replace(verdict, findings=tuple(findings))


def _id_paths(case: Case, finding: Finding) -> tuple[str, ...]:
    path = _parsed(finding.path)
    named = case.id_path(path)
    return (named, named.removeprefix("tender."))


def _parsed(text: str) -> tuple[str | int, ...]:
    """Return the path that a report's text stands for."""
    steps: list[str | int] = []
    for part in text.split("."):
        name, *positions = part.split("[")
        steps.append("from_" if name == "from" else name)
        steps += [int(one.rstrip("]")) if one.rstrip("]").isdigit() else one.rstrip("]") for one in positions]
    return () if text == "case" else tuple(steps)


def _about_waivers(
    case: Case, waivers: list[Waiver], used: set[int], light: dict[int, str], verdicts: tuple[Verdict, ...]
) -> list[Verdict]:
    """Return one verdict per rule about waivers; unused is only said of rules that were in force."""
    in_force = {name for one in verdicts for name in (one.rule, one.name)} if waivers else set()
    findings: dict[str, list[Finding]] = {one.id: [] for one in BUILT_IN}
    for index, waiver in enumerate(waivers):
        trouble, kind = waiver.trouble or light.get(index), waiver.kind or "waiver-unreadable"
        if trouble is None and index not in used and waiver.rule in in_force:
            trouble, kind = "it covers nothing", "waiver-unused"
        if trouble is not None:
            rule = next(one for one in BUILT_IN if one.id == kind)
            findings[kind].append(_waiver_finding(case, rule, waiver, trouble, len(findings[kind])))
    return [
        Verdict(
            rule=one.id,
            pack="fairaudit",
            family="waivers",
            title=one.title,
            outcome=Outcome.FLAGGED if findings[one.id] else Outcome.PASSED if waivers else Outcome.NOT_APPLICABLE,
            severity=one.severity,
            basis="record",
            reason=None if waivers else "there are no waivers",
            assessed=len(waivers),
            unassessed=(),
            missing=(),
            notes=(),
            findings=tuple(findings[one.id]),
        )
        for one in BUILT_IN
    ]


def _waiver_finding(case: Case, rule: BuiltIn, waiver: Waiver, trouble: str, count: int) -> Finding:
    lines = case.once(lines_of).get(waiver.file, [])
    values: dict[str, object] = {"rule": waiver.rule or "no rule", "trouble": trouble}
    mark = fingerprint(f"fairaudit/{rule.id}", waiver.path or waiver.file, waiver.rule, count)
    width = len(lines[waiver.line - 1]) + 1 if lines else waiver.column + 1
    return Finding(
        outcome=Outcome.FLAGGED, severity=rule.severity, confidence=Confidence.CERTAIN, path=waiver.path or "case",
        file=waiver.file, line=waiver.line, column=waiver.column, end_line=waiver.line, end_column=width,
        inferred=False, pointer=None, excerpt=excerpt(lines, (waiver.line, waiver.column, waiver.line, width)),
        message=fill(rule.message, values), facts={"rule": waiver.rule, "trouble": trouble}, related=(),
        why=rule.why, fix=rule.fix if waiver.path is None else rule.fix_in_settings, ask=rule.ask, sources=(),
        fingerprint=mark, group=mark,
    )  # fmt: skip


def _baselined(verdict: Verdict, known: Counter[str]) -> Verdict:
    """Return a verdict whose findings of an earlier report are marked; each earlier one answers for one now."""
    if not verdict.findings:
        return verdict
    findings = []
    for finding in verdict.findings:
        old = known[finding.fingerprint] > 0
        if old:
            known[finding.fingerprint] -= 1
        findings.append(replace(finding, baseline=old))
    return replace(verdict, findings=tuple(findings))


def _grouped(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Return findings about one thing under the fingerprint of the gravest: same node, or tied by related records."""
    findings = [one for verdict in verdicts for one in verdict.findings]
    leader = list(range(len(findings)))

    def root(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    owner: dict[tuple[str, str], int] = {}
    for index, finding in enumerate(findings):
        nodes = {(finding.file, finding.path)} if finding.path != "case" else set()
        # What a tender states is a yardstick many findings share; a record is what happened once.
        nodes |= {(one.file, one.path) for one in finding.related if not one.path.startswith("tender")}
        for node in nodes:
            first = owner.setdefault(node, index)
            leader[root(index)] = root(first)
    gravest: dict[int, Finding] = {}
    for index, finding in enumerate(findings):
        best = gravest.get(root(index))
        if best is None or (finding.severity.rank, finding.path) < (best.severity.rank, best.path):
            gravest[root(index)] = finding
    group = {finding.fingerprint: gravest[root(index)].fingerprint for index, finding in enumerate(findings)}
    return tuple(
        replace(one, findings=tuple(_in_group(f, group[f.fingerprint]) for f in one.findings)) if one.findings else one
        for one in verdicts
    )


def _in_group(finding: Finding, group: str) -> Finding:
    return finding if finding.group == group else replace(finding, group=group)


def counts_of(verdicts: tuple[Verdict, ...]) -> dict[str, int]:
    """Return how many rules had each outcome, and how many findings were accepted or known."""
    outcomes = Counter(one.outcome.value for one in verdicts)
    findings = [one for verdict in verdicts for one in verdict.findings]
    order = ("passed", "flagged", "review", "not-assessed", "not-applicable", "error")
    return {
        "rules": len(verdicts),
        **{name: outcomes[name] for name in order},
        "waived": sum(one.waiver is not None and one.waiver.settles for one in findings),
        "baselined": sum(one.baseline for one in findings),
    }


def exit_status(cases: tuple[CaseReport, ...], fail_on: str, strict: bool) -> int:
    """Return 0, 1 or 2; an incomplete audit wins over findings, so that a broken run never looks clean."""
    if any(case.faults or case.counts.get("error") for case in cases):
        return 2
    if fail_on == NEVER:
        return 0
    worst = Severity(fail_on).rank
    counted = {Outcome.FLAGGED, Outcome.REVIEW} if strict else {Outcome.FLAGGED}
    findings = [one for case in cases for verdict in case.verdicts for one in verdict.findings]
    failing = (one for one in findings if one.outcome in counted and not one.settled and one.severity.rank <= worst)
    return 1 if any(failing) else 0


def with_status(report: Report, strict: bool) -> Report:
    """Return a report that knows the exit status its run ends with."""
    return replace(report, exit_status=exit_status(report.cases, report.fail_on, strict))
