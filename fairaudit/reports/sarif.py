"""The report as SARIF 2.1.0, for code scanning and editors.

Only findings are results. Rules that passed, do not apply or were not assessed are declared, but have none: code
scanning opens an alert for every result whatever its kind, so that a result of kind `pass` or `open` would be an alert
about nothing. What was not assessed is said in notifications and in the properties of the run instead, where no alert
comes of it and no reader can take it for a pass. The whole report is one run: platforms refuse several of one tool.
"""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.engine.contract.report import CaseReport, Outcome, Report, RuleSaid, UsedOption, Verdict
from fairaudit.reports import wording
from fairaudit.reports.ci import advice, incomplete, unfilled
from fairaudit.reports.json import Parts, streamed
from fairaudit.reports.sarifnotes import NOTIFICATIONS, notifications_of
from fairaudit.reports.sarifplaces import Json, Tables, escaped, text_of, uri_of
from fairaudit.reports.sarifresults import LEVELS, results_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def pieces(report: Report) -> Iterator[str]:
    """Yield the report as a SARIF 2.1.0 log with one run, result by result."""
    return streamed(Parts({"$schema": SCHEMA, "version": "2.1.0", "runs": iter([_run(report)])}))


def render(report: Report) -> str:
    """Return the report as a SARIF log."""
    return "".join(pieces(report))


def _run(report: Report) -> Parts:
    rules = _rules(report)
    inputs = {one.file: one.sha256 for case in report.cases for one in case.inputs}
    tables = Tables(
        {str(rule["id"]): at for at, rule in enumerate(rules)}, {file: at for at, file in enumerate(inputs)}
    )
    described = [{"id": name, "shortDescription": {"text": text}} for name, text in NOTIFICATIONS.items()]
    return Parts(
        {
            "tool": {
                "driver": {"name": "fairaudit", "version": report.fairaudit, "rules": rules, "notifications": described}
            },
            "invocations": iter([_invocation(report, tables)]),
            "artifacts": [_artifact(file, sha256) for file, sha256 in inputs.items()],
            "columnKind": "unicodeCodePoints",
            "results": results_of(report, tables),
            "properties": _properties(report),
        }
    )


def _invocation(report: Report, tables: Tables) -> Parts:
    return Parts(
        {
            "executionSuccessful": not incomplete(report),
            "exitCode": report.exit_status,
            "toolExecutionNotifications": notifications_of(report, tables),
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
    return {"location": {"uri": uri_of(file), "uriBaseId": "%SRCROOT%"}, "roles": ["analysisTarget"], **hashes}


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
    markdown = "\n\n".join(f"**{heading}:** {escaped(words)}" for heading, words in parts)
    return {
        "id": verdict.name,
        "shortDescription": {"text": text_of(title)},
        "fullDescription": {"text": text_of(tells.why if tells and tells.why else title)},
        "defaultConfiguration": {"level": LEVELS[verdict.severity]},
        "help": {"text": text_of(text or title), "markdown": markdown or escaped(title)},
        "properties": {
            "tags": [verdict.family, verdict.pack],
            "family": verdict.family,
            "severity": verdict.severity,
            "basis": verdict.basis,
        },
    }
