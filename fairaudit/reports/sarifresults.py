"""Findings as results of SARIF, with what was waived as suppressions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fairaudit.engine.contract.report import CaseReport, Finding, Outcome, Report, Severity, Verdict, WaiverUsed
from fairaudit.reports import wording
from fairaudit.reports.ci import acceptance, said
from fairaudit.reports.sarifplaces import Json, Tables, context_of, line_of, location_of, region_of, text_of

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}


def results_of(report: Report, tables: Tables) -> Iterator[Json]:
    """Yield every finding as a result, case by case."""
    seen: Counter[str] = Counter()
    for case in report.cases:
        for verdict, finding in case.findings:
            seen[finding.fingerprint] += 1
            yield _result(case, verdict, finding, seen[finding.fingerprint], tables)


def _result(case: CaseReport, verdict: Verdict, finding: Finding, number: int, tables: Tables) -> Json:
    review = finding.outcome is Outcome.REVIEW
    # Code scanning takes a log with one result without a file for broken, so a finding about a whole case names its
    # first file.
    file = finding.file or (case.inputs[0].file if case.inputs else "")
    related = [
        location_of(one.file, line_of(one.line), one.path, tables)
        | {"id": at, "message": {"text": text_of(one.label)}}
        | ({"properties": {"pointer": one.pointer}} if one.pointer else {})
        for at, one in enumerate(finding.related, 1)
    ]
    return {
        "ruleId": verdict.name,
        "ruleIndex": tables.rules[verdict.name],
        "kind": "review" if review else "fail",
        "level": "none" if review else LEVELS[finding.severity],
        "message": {"text": text_of(said(finding))},
        "locations": [location_of(file, region_of(finding), finding.path, tables, context_of(finding))],
        **({"relatedLocations": related} if related else {}),
        # The same finding in two cases of one run would otherwise be one alert.
        "partialFingerprints": {"fairaudit/v1": finding.fingerprint + (f":{number}" if number > 1 else "")},
        # Always there: SARIF wants this for all results of a run or for none.
        "suppressions": list(_suppressions(case, finding, tables)),
        "properties": _facts(case, verdict, finding),
    }


def _facts(case: CaseReport, verdict: Verdict, finding: Finding) -> Json:
    return {
        "case": case.id,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "path": finding.path,
        "pointer": finding.pointer,
        "inferred": finding.inferred,
        "group": finding.group,
        "facts": finding.facts,
        "because": verdict.because,
        "why": finding.why,
        "fix": finding.fix,
        "ask": finding.ask,
        "sources": [wording.cited(one) for one in finding.sources],
        "accepted": acceptance(finding),
    }


def _suppressions(case: CaseReport, finding: Finding, tables: Tables) -> Iterator[Json]:
    """Yield what settles a finding; an author's own acceptance that settles nothing stands in the message alone."""
    waiver = finding.waiver
    if waiver and waiver.settles:
        where = {one.file for one in case.inputs} | {finding.file}
        yield {
            "kind": "inSource" if waiver.file in where else "external",
            "status": "accepted",
            "justification": _justification(waiver),
            "location": location_of(waiver.file, line_of(waiver.line), "", tables),
        }
    if finding.baseline:
        yield {"kind": "external", "status": "accepted", "justification": "Accepted in the baseline."}


def _justification(waiver: WaiverUsed) -> str:
    by = f" by {waiver.by}" if waiver.by else ""
    until = f" until {waiver.until}" if waiver.until else ""
    return f"Accepted{by}{until}: {waiver.reason}"
