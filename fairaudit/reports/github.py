"""The report as workflow commands of GitHub Actions: one annotation a line."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.unseen import visible_but
from fairaudit.engine.contract.report import CaseReport, Finding, Outcome, Report, Severity, Verdict
from fairaudit.reports import outline, registerwords, wording
from fairaudit.reports.ci import advice, place_of_fault, said, unjudged

_LEVELS = ("error", "warning", "notice")


def pieces(report: Report) -> Iterator[str]:
    """Yield one workflow command a line, the gravest of all cases first; the last ones say how much was assessed.

    A platform shows few annotations and a log is read from its top, so what nobody could judge is counted and not listed.
    """
    for level in _LEVELS:
        for case in report.cases:
            yield from (f"{line}\n" for line in _case(case, report, level))
    if words := unjudged(report):
        yield f"{_command('notice', {'title': 'not assessed'}, words)}\n"
    for case in report.cases:
        if words := registerwords.summary(case):
            shown = f"{case.id}: {words}" if len(report.cases) > 1 else words
            yield f"{_command('notice', {'title': 'registers'}, shown)}\n"
    yield f"{_summary(report)}\n"


def render(report: Report) -> str:
    """Return the report as workflow commands."""
    return "".join(pieces(report))


def _case(case: CaseReport, report: Report, level: str) -> Iterator[str]:
    if level == "error":
        yield from _broken(case)
    for verdict, finding in case.findings:
        if _level(finding) == level:
            yield _command(level, _where(finding) | {"title": _title(verdict)}, _message(verdict, finding, report))
    for one in case.unreadable if level == "warning" else ():
        where = {"file": one.file, "line": str(one.line) if one.line > 0 else ""}
        text = f"{one.path}: {one.reason}; treated as absent unless said to be read: {one.text}"
        yield _command("warning", where | {"title": "not understood"}, text)
    for file in case.not_read if level == "notice" else ():
        yield _command("notice", {"file": file, "title": "not read"}, "This file was not read.")


def _broken(case: CaseReport) -> Iterator[str]:
    """Yield what makes the audit of a case incomplete."""
    for fault in case.faults:
        file, line, column, message = place_of_fault(case, fault)
        where = {"file": file, "line": str(line) if line else "", "col": str(column) if line and column else ""}
        given = {name: one for name, one in where.items() if one}
        yield _command("error", given | {"title": f"{case.id} could not be read"}, message)
    first = case.inputs[0].file if case.inputs else ""
    for verdict in case.verdicts:
        if verdict.outcome is Outcome.ERROR:
            text = f"This rule could not be judged, the audit is incomplete: {verdict.reason or 'no reason given'}"
            yield _command("error", {"file": first, "title": _title(verdict)}, text)


def _summary(report: Report) -> str:
    found = outline.coverage(report.cases)
    counts = f"{wording.tally(found)}; {found.waived} waived, {found.baselined} in the baseline."
    return _command("notice", {"title": "fairaudit"}, " ".join((*wording.head(report), counts)))


def _level(finding: Finding) -> str:
    if finding.settled or finding.outcome is Outcome.REVIEW:
        return "notice"
    if finding.severity.rank <= Severity.HIGH.rank:
        return "error"
    return "warning" if finding.severity is Severity.MEDIUM else "notice"


def _where(finding: Finding) -> dict[str, str]:
    """Return the place as properties; columns only within one line, GitHub takes no others."""
    where = {"file": finding.file}
    if finding.line < 1:
        return where
    where["line"] = str(finding.line)
    if finding.end_line > finding.line:
        return where | {"endLine": str(finding.end_line)}
    if finding.column > 0:
        where["col"] = str(finding.column)
        where["endColumn"] = str(max(finding.column, finding.end_column))
    return where


def _title(verdict: Verdict) -> str:
    return f"{verdict.title} ({verdict.name})"


def _message(verdict: Verdict, finding: Finding, report: Report) -> str:
    parts = [f"{heading}: {text}" for heading, text in advice(verdict, finding, report.audience)]
    cell = f" ({finding.pointer})" if finding.pointer else ""
    return "\n".join([f"{finding.path}{cell}: {said(finding)}", *parts])


def _command(level: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{name}={_property(text)}" for name, text in properties.items() if text)
    return f"::{level}{' ' if written else ''}{written}::{_data(message)}"


def _data(text: str) -> str:
    """Return text that stays one command: the percent sign first, or what follows would be encoded twice."""
    shown = visible_but("\t\n\r", text)
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
