"""What could not be read or judged, as notifications of SARIF."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.engine.contract.report import CaseReport, Outcome, Report
from fairaudit.reports import outline, registerwords, wording
from fairaudit.reports.ci import place_of_fault, silences
from fairaudit.reports.sarifplaces import Json, Tables, line_of, location_of, text_of

NOTIFICATIONS = {
    "case-not-read": "A case could not be read.",
    "rule-broke": "A rule could not be judged because it broke.",
    "value-not-understood": "A value of a foreign format was not understood and treated as absent unless said to be read.",
    "file-not-read": "A file in the folder of a case was not read.",
    "not-assessed": "A rule could not judge a case or a part of it.",
    "lawful": "What a rule would have found is allowed by the law.",
    "registers-searched": "In which registers people and parties of a case were searched, if in any; what a match does not mean.",
}


def notifications_of(report: Report, tables: Tables) -> Iterator[Json]:
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


def _broken(case: CaseReport, tables: Tables) -> Iterator[Json]:
    for fault in case.faults:
        file, line, column, message = place_of_fault(case, fault)
        region = line_of(line) | ({"startColumn": column} if line and column else {})
        place = location_of(file, region, "", tables) if file else None
        yield _notification("case-not-read", "error", f"{case.id}: {message}", tables, place=place)
    for one in case.verdicts:
        if one.outcome is Outcome.ERROR:
            text = f"{case.id}: {one.name} broke: {one.reason or 'no reason given'}"
            yield _notification("rule-broke", "error", text, tables, rule=one.name)


def _left_out(case: CaseReport, tables: Tables) -> Iterator[Json]:
    for value in case.unreadable:
        place = location_of(value.file, line_of(value.line), value.path, tables)
        text = f"{case.id}: {value.path}: {value.reason}; treated as absent unless said to be read: {value.text}"
        yield _notification("value-not-understood", "warning", text, tables, place=place)
    for file in case.not_read:
        place = location_of(file, {}, "", tables)
        yield _notification("file-not-read", "note", f"{case.id}: {file} was not read", tables, place=place)
    for verdict, note in outline.notes(case):
        text = f"{case.id}: {verdict.name}: {note.path}: {note.note}"
        yield _notification("lawful", "note", text, tables, rule=verdict.name)


def _notification(
    name: str, level: str, text: str, tables: Tables, *, rule: str = "", place: Json | None = None
) -> Json:
    return {
        "descriptor": {"id": name, "index": list(NOTIFICATIONS).index(name)},
        **({"associatedRule": {"id": rule, "index": tables.rules[rule]}} if rule else {}),
        "level": level,
        "message": {"text": text_of(text)},
        **({"locations": [place]} if place else {}),
    }
