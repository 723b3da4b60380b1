"""The report as SARIF 2.1.0, for code scanning and editors.

Only findings are results. Rules that passed, do not apply or were not assessed are declared, but have none: code
scanning opens an alert for every result whatever its kind, so that a result of kind `pass` or `open` would be an alert
about nothing. What was not assessed is said in notifications and in the properties of the run instead, where no alert
comes of it and no reader can take it for a pass. The whole report is one run: platforms refuse several of one tool.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from fairaudit.engine.report import (
    CaseReport,
    Finding,
    Outcome,
    Report,
    RuleSaid,
    Severity,
    UsedOption,
    Verdict,
    WaiverUsed,
)
from fairaudit.reports import outline, registerwords, wording
from fairaudit.reports.ci import acceptance, advice, incomplete, place_of_fault, said, silences, unfilled
from fairaudit.reports.json import Parts, streamed

Json = dict[str, object]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}

_NOTIFICATIONS = {
    "case-not-read": "A case could not be read.",
    "rule-broke": "A rule could not be judged because it broke.",
    "value-not-understood": "A value of a foreign format was not understood and treated as absent unless said to be read.",
    "file-not-read": "A file in the folder of a case was not read.",
    "not-assessed": "A rule could not judge a case or a part of it.",
    "lawful": "What a rule would have found is allowed by the law.",
    "registers-searched": "In which registers people and parties of a case were searched, if in any; what a match does not mean.",
}

_LINK = re.compile(r"(\\*)\](?=\()")
_PLACEHOLDER = re.compile(r"\{\d+\}")
_MARKUP = re.compile(r"([\\`*_\[\]<>~&|$@]|:(?=//)|(?<=[wW])\.)")


@dataclass(frozen=True, slots=True)
class _Tables:
    """Where a rule and a file stand in the lists that results point into."""

    rules: dict[str, int]
    files: dict[str, int]


def pieces(report: Report) -> Iterator[str]:
    """Yield the report as a SARIF 2.1.0 log with one run, result by result."""
    return streamed(Parts({"$schema": SCHEMA, "version": "2.1.0", "runs": iter([_run(report)])}))


def render(report: Report) -> str:
    """Return the report as a SARIF log."""
    return "".join(pieces(report))


def _run(report: Report) -> Parts:
    rules = _rules(report)
    inputs = {one.file: one.sha256 for case in report.cases for one in case.inputs}
    tables = _Tables(
        {str(rule["id"]): at for at, rule in enumerate(rules)}, {file: at for at, file in enumerate(inputs)}
    )
    described = [{"id": name, "shortDescription": {"text": text}} for name, text in _NOTIFICATIONS.items()]
    return Parts(
        {
            "tool": {
                "driver": {"name": "fairaudit", "version": report.fairaudit, "rules": rules, "notifications": described}
            },
            "invocations": iter([_invocation(report, tables)]),
            "artifacts": [_artifact(file, sha256) for file, sha256 in inputs.items()],
            "columnKind": "unicodeCodePoints",
            "results": _results(report, tables),
            "properties": _properties(report),
        }
    )


def _invocation(report: Report, tables: _Tables) -> Parts:
    return Parts(
        {
            "executionSuccessful": not incomplete(report),
            "exitCode": report.exit_status,
            "toolExecutionNotifications": _notifications(report, tables),
        }
    )


def _properties(report: Report) -> Parts:
    sets = _option_sets(report)
    return Parts(
        {
            "disclaimers": [*wording.head(report), f"passed: {wording.MEANINGS[Outcome.PASSED]}"],
            "today": report.today,
            "audience": report.audience,
            "redacted": report.redacted,
            "failOn": report.fail_on,
            "plugins": list(report.plugins),
            "optionSets": ([_option(one) for one in options] for options in sets),
            "cases": (_case(case, sets[case.options]) for case in report.cases),
        }
    )


def _option_sets(report: Report) -> dict[tuple[UsedOption, ...], int]:
    """Return where the options of each case stand in the list of all there are: cases under the same laws share theirs."""
    return {options: at for at, options in enumerate(dict.fromkeys(case.options for case in report.cases))}


def _option(one: UsedOption) -> Json:
    return {"rule": one.rule, "name": one.name, "value": one.value, "from": one.from_}


def _case(case: CaseReport, options: int) -> Json:
    # Why rules could not judge is said for the whole run, in the notifications.
    reasons = {one.name: one.reason for one in case.verdicts if one.reason and one.outcome is not Outcome.NOT_ASSESSED}
    return {
        "id": case.id,
        "title": case.title,
        "stage": case.stage.name,
        "stageBecause": case.stage.because,
        "packs": list(case.packs),
        "rulesSha256": case.rules_sha256,
        "optionSet": options,
        "notInForce": [{"rule": one.rule, "whyNot": one.why_not} for one in case.not_in_force],
        "severities": [
            {"rule": one.rule, "own": one.own, "severity": one.severity, "setBy": one.set_by} for one in case.severities
        ],
        "counts": case.counts,
        "outcomes": {one.name: one.outcome for one in case.verdicts},
        "reasons": reasons,
    }


def _artifact(file: str, sha256: str) -> Json:
    hashes = {"hashes": {"sha-256": sha256}} if sha256 else {}
    return {"location": {"uri": _uri(file), "uriBaseId": "%SRCROOT%"}, "roles": ["analysisTarget"], **hashes}


def _rules(report: Report) -> list[Json]:
    """Return every rule in force, found anything or not: an alert closes only if its rule is still declared."""
    verdicts: dict[str, Verdict] = {}
    for verdict in (one for case in report.cases for one in case.verdicts):
        known = verdicts.get(verdict.name)
        # Why and how to mend stand in findings: a verdict that has some says more about its rule.
        if known is None or (verdict.findings and not known.findings):
            verdicts[verdict.name] = verdict
    options: dict[str, dict[str, str]] = {}
    # Cases under the same laws share one list of options: a thousand of them need not be gone through.
    for used in (one for found in {id(case.options): case.options for case in report.cases}.values() for one in found):
        options.setdefault(used.rule, {})[used.name] = used.value
    rules = {one.rule: unfilled(one, options.get(one.rule, {})) for one in report.rules}
    return [_rule(verdicts[name], rules.get(name), report) for name in sorted(verdicts)]


def _rule(verdict: Verdict, rule: RuleSaid | None, report: Report) -> Json:
    title = verdict.title or verdict.name
    first = verdict.findings[0] if verdict.findings else None
    tells = first or rule
    parts = advice(verdict, tells, report.audience) if tells else ()
    text = "\n".join(f"{heading}: {words}" for heading, words in parts)
    markdown = "\n\n".join(f"**{heading}:** {_escaped(words)}" for heading, words in parts)
    return {
        "id": verdict.name,
        "shortDescription": {"text": _text(title)},
        "fullDescription": {"text": _text(tells.why if tells and tells.why else title)},
        "defaultConfiguration": {"level": _LEVELS[verdict.severity]},
        "help": {"text": _text(text or title), "markdown": markdown or _escaped(title)},
        "properties": {
            "tags": [verdict.family, verdict.pack],
            "family": verdict.family,
            "severity": verdict.severity,
            "basis": verdict.basis,
        },
    }


def _results(report: Report, tables: _Tables) -> Iterator[Json]:
    seen: Counter[str] = Counter()
    for case in report.cases:
        for verdict, finding in case.findings:
            seen[finding.fingerprint] += 1
            yield _result(case, verdict, finding, seen[finding.fingerprint], tables)


def _result(case: CaseReport, verdict: Verdict, finding: Finding, number: int, tables: _Tables) -> Json:
    review = finding.outcome is Outcome.REVIEW
    # Code scanning takes a log with one result without a file for broken, so a finding about a whole case names its
    # first file.
    file = finding.file or (case.inputs[0].file if case.inputs else "")
    related = [
        _location(one.file, _line(one.line), one.path, tables)
        | {"id": at, "message": {"text": _text(one.label)}}
        | ({"properties": {"pointer": one.pointer}} if one.pointer else {})
        for at, one in enumerate(finding.related, 1)
    ]
    return {
        "ruleId": verdict.name,
        "ruleIndex": tables.rules[verdict.name],
        "kind": "review" if review else "fail",
        "level": "none" if review else _LEVELS[finding.severity],
        "message": {"text": _text(said(finding))},
        "locations": [_location(file, _region(finding), finding.path, tables, _context(finding))],
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


def _suppressions(case: CaseReport, finding: Finding, tables: _Tables) -> Iterator[Json]:
    """Yield what settles a finding; an author's own acceptance that settles nothing stands in the message alone."""
    waiver = finding.waiver
    if waiver and waiver.settles:
        where = {one.file for one in case.inputs} | {finding.file}
        yield {
            "kind": "inSource" if waiver.file in where else "external",
            "status": "accepted",
            "justification": _justification(waiver),
            "location": _location(waiver.file, _line(waiver.line), "", tables),
        }
    if finding.baseline:
        yield {"kind": "external", "status": "accepted", "justification": "Accepted in the baseline."}


def _justification(waiver: WaiverUsed) -> str:
    by = f" by {waiver.by}" if waiver.by else ""
    until = f" until {waiver.until}" if waiver.until else ""
    return f"Accepted{by}{until}: {waiver.reason}"


def _notifications(report: Report, tables: _Tables) -> Iterator[Json]:
    """Yield what went wrong first, then what was not understood or allowed, the registers, last why rules could not judge."""
    for case in report.cases:
        yield from _broken(case, tables)
    for case in report.cases:
        yield from _left_out(case, tables)
    for case in report.cases:
        if words := registerwords.summary(case):
            yield _notification("registers-searched", "note", f"{case.id}: {words}", tables)
    for one in silences(report):
        rules = f"{wording.counted(len(one.rules), 'rule')}: {', '.join(one.rules)}"
        where = f" in {len(one.cases)} of {len(report.cases)} cases" if len(report.cases) > 1 else ""
        rule = one.rules[0] if len(one.rules) == 1 else ""
        yield _notification(
            "not-assessed", "note", f"Not assessed{where}: {one.because}. {rules}", tables, rule=rule
        ) | {"properties": {"cases": list(one.cases)}}


def _broken(case: CaseReport, tables: _Tables) -> Iterator[Json]:
    for fault in case.faults:
        file, line, column, message = place_of_fault(case, fault)
        region = _line(line) | ({"startColumn": column} if line and column else {})
        place = _location(file, region, "", tables) if file else None
        yield _notification("case-not-read", "error", f"{case.id}: {message}", tables, place=place)
    for one in case.verdicts:
        if one.outcome is Outcome.ERROR:
            text = f"{case.id}: {one.name} broke: {one.reason or 'no reason given'}"
            yield _notification("rule-broke", "error", text, tables, rule=one.name)


def _left_out(case: CaseReport, tables: _Tables) -> Iterator[Json]:
    for value in case.unreadable:
        place = _location(value.file, _line(value.line), value.path, tables)
        text = f"{case.id}: {value.path}: {value.reason}; treated as absent unless said to be read: {value.text}"
        yield _notification("value-not-understood", "warning", text, tables, place=place)
    for file in case.not_read:
        place = _location(file, {}, "", tables)
        yield _notification("file-not-read", "note", f"{case.id}: {file} was not read", tables, place=place)
    for verdict, note in outline.notes(case):
        text = f"{case.id}: {verdict.name}: {note.path}: {note.note}"
        yield _notification("lawful", "note", text, tables, rule=verdict.name)


def _notification(
    name: str, level: str, text: str, tables: _Tables, *, rule: str = "", place: Json | None = None
) -> Json:
    return {
        "descriptor": {"id": name, "index": list(_NOTIFICATIONS).index(name)},
        **({"associatedRule": {"id": rule, "index": tables.rules[rule]}} if rule else {}),
        "level": level,
        "message": {"text": _text(text)},
        **({"locations": [place]} if place else {}),
    }


def _location(file: str, region: Json, path: str, tables: _Tables, context: Json | None = None) -> Json:
    """Return a place as SARIF knows it: the file by its address, the model path as the logical name."""
    location: Json = {}
    if file:
        known = {"index": tables.files[file]} if file in tables.files else {}
        location["physicalLocation"] = {
            "artifactLocation": {"uri": _uri(file), "uriBaseId": "%SRCROOT%", **known},
            **({"region": region} if region else {}),
            **({"contextRegion": context} if context else {}),
        }
    if path:
        location["logicalLocations"] = [{"fullyQualifiedName": path}]
    return location


def _line(line: int) -> Json:
    return {"startLine": line} if line > 0 else {}


def _region(finding: Finding) -> Json:
    """Return the span: lines and columns from 1, the end column behind the last character, as in the report."""
    region = _line(finding.line)
    if region and finding.column > 0 and (finding.end_line, finding.end_column) >= (finding.line, finding.column):
        region |= {
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": max(1, finding.end_column),
        }
    return region


def _context(finding: Finding) -> Json:
    """Return the excerpt, where the finding is a part of that one line: a context must be more than the region."""
    excerpt = finding.excerpt
    if excerpt is None or finding.column < 1 or not 0 < excerpt.line == finding.line == finding.end_line:
        return {}
    return {"startLine": excerpt.line, "snippet": {"text": excerpt.text}}


def _uri(file: str) -> str:
    """Return a relative file name as a URI reference; a name that is no UTF-8 must not stop the report."""
    return quote(file, safe="/", errors="surrogatepass")


def _text(text: str) -> str:
    """Return text that stays text: SARIF reads `[a](b)` as a link and `{0}` as a placeholder even in plain messages."""
    without_links = _LINK.sub(lambda match: match[1] * 2 + r"\]", text)
    # Braces are doubled only where one could be a placeholder: platforms that know none show every doubled brace.
    if _PLACEHOLDER.search(text):
        return without_links.replace("{", "{{").replace("}", "}}")
    return without_links


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is, in one paragraph."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
