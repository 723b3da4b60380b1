"""The report as Markdown: readable as it stands, and safe however a stranger's words were chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fairaudit.analysis.unseen import visible
from fairaudit.engine.contract.report import Audience, CaseReport, Finding, Outcome, Report, Verdict
from fairaudit.reports import burdenwords, factwords, lawwords, measured, registerwords, wording
from fairaudit.reports.excerpts import snippet
from fairaudit.reports.factnames import told_facts
from fairaudit.reports.outline import (
    ORDER,
    Found,
    by_reason,
    coverage,
    families,
    gaps,
    groups,
    lists_of_words,
    not_in_force,
    not_looked_at,
    notes,
    of_outcome,
    seen,
    set_by,
    thresholds,
    told_places,
    without_a_field,
)

_SPECIAL = re.compile(r"[\\`*_\[\]|~#$]|:(?=//)|(?<=[wW]{3})\.")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LIST_START = re.compile(r"^(?:(?=[-+=])|(\d{1,9})(?=[.)](?:\s|$)))")


def pieces(report: Report) -> Iterator[str]:
    """Yield the report as Markdown, line by line, with never more than one empty line between two."""
    empty = False
    for line in (one.rstrip() for one in _lines(report)):
        if line:
            yield f"\n{line}\n" if empty else f"{line}\n"
        empty = not line


def render(report: Report) -> str:
    """Return the report as Markdown."""
    return "".join(pieces(report))


def _lines(report: Report) -> Iterator[str]:
    first, *others = wording.head(report)
    yield from ["# Level playing field audit", "", f"**{_text(first)}**", "", _text(" ".join(others)), ""]
    yield from [_text(wording.made(report)), ""]
    if len(report.cases) > 1:
        yield from _cases(report)
    for case in report.cases:
        yield from _case(case, report)
    yield from _method(report)


def _text(value: str) -> str:
    """Return a text with nothing left in it that Markdown, GitHub or HTML would take for a sign of theirs."""
    shown = visible(value).strip()
    shown = re.sub("[&<>]", lambda match: _ENTITIES[match[0]], shown)
    shown = _SPECIAL.sub(lambda match: "\\" + match[0], shown)
    # A word joiner after @ keeps names from being called and addresses from becoming links.
    shown = shown.replace("@", "@\u2060")
    return _LIST_START.sub(lambda match: f"{match[1] or ''}\\", shown)


def _code(value: str) -> str:
    """Return a text as a code span that no backtick inside can end; plain where a bar would end a table's cell."""
    shown = visible(value)
    if not shown.strip() or "|" in shown:
        return _text(shown)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return ["", *lines, *("| " + " | ".join(row) + " |" for row in rows), ""]


def _cases(report: Report) -> list[str]:
    rows = []
    for case in report.cases:
        found = coverage((case,))
        state = "**not read completely**" if case.faults else ""
        counts = [str(found.by_outcome[one]) for one in ORDER]
        rows.append([_text(case.id), _text(case.title), state, f"{found.assessed} of {found.rules}", *counts])
    return ["## Cases", *_table(["Case", "Title", "State", "Rules assessed", *_heads()], rows)]


def _heads() -> list[str]:
    return [wording.OUTCOMES[one].capitalize() for one in ORDER]


def _case(case: CaseReport, report: Report) -> Iterator[str]:
    yield from [f"## {_text(case.id) or 'Case'}: {_text(case.title)}", "", _text(wording.standing(case)), ""]
    for fault in case.faults:
        yield f"- **Unread:** {_text(fault)}"
    yield from _about(case)
    yield from _summary(case)
    yield from _findings(case, report.audience)
    yield from _seen(case)
    yield from _broken(case)
    yield from _measured(case)
    yield from _registers(case)
    yield from _burdens(case)
    yield from _dates(case, report.audience)
    yield from _timeline(case)
    yield from _allowed(case)
    yield from _not_assessed(case)
    yield from _without_findings(case)
    yield from _not_taken_in(case)
    yield from _not_in_force(case)
    yield from _set_severities(case)
    yield from _options(case)
    yield from _read(case)


def _about(case: CaseReport) -> Iterator[str]:
    yield ""
    yield f"- **Stage:** {_text(case.stage.name)}: {_text(case.stage.because)}"
    for law in lawwords.laws(case):
        yield f"- **Law:** {_text(law)}"
    yield ""


def _read(case: CaseReport) -> Iterator[str]:
    yield from ["### What was read", ""]
    yield f"- **Packs:** {', '.join(_text(one) for one in case.packs) or 'none'}"
    if case.rules_sha256:
        yield f"- **Rules:** SHA-256 {_code(case.rules_sha256)}"
    for one in case.inputs:
        yield f"- **Input:** {_code(one.file)}, SHA-256 {_code(one.sha256)}"
    yield ""


def _summary(case: CaseReport) -> list[str]:
    rows = [[_text(name), *(str(row[one]) for one in ORDER)] for name, row in families(case)]
    total = coverage((case,)).by_outcome
    rows.append(["**all families**", *(f"**{total[one]}**" for one in ORDER)])
    caption = "How many rules of each family came to which outcome."
    return ["### Summary", "", caption, *_table(["Family", *_heads()], rows)]


def _timeline(case: CaseReport) -> list[str]:
    rows = [
        [
            _text(one.lane) or "the procurement",
            _text(one.label),
            _text(wording.when(one.start)),
            _text(wording.when(one.end)) if one.end else "",
            _code(one.path),
        ]
        for one in case.timeline
    ]
    return ["### Timeline", *_table(["For", "What", "From", "Until", "Where"], rows)] if rows else []


def _findings(case: CaseReport, audience: Audience) -> Iterator[str]:
    if case.findings:
        yield from ["### Findings", ""]
    for number, group in enumerate(groups(case), 1):
        for place, found in enumerate(group):
            yield from _finding(f"{number}.{place + 1}" if len(group) > 1 else str(number), found, audience)


def _dates(case: CaseReport, audience: Audience) -> list[str]:
    rows = [
        [_text(one) for one in (row.day, row.what, row.who, row.counted, row.cite, row.note)]
        for row in lawwords.dates(case, audience)
    ]
    if not rows:
        return []
    head = [f"### {lawwords.DATES}", "", lawwords.NOTHING_STOPS]
    return [*head, *_table(["Day", "What", "For", "How it is counted", "Provision", "Note"], rows)]


def _measured(case: CaseReport) -> Iterator[str]:
    found = measured.measured(case)
    if found:
        yield from [f"### {measured.TITLE}", "", measured.ABOUT, ""]
    for one in found:
        yield from [f"#### {_text(one.title)}", "", _code(one.rule), ""]
        yield from (f"- {_text(said)}" for said in one.said)
        yield ""
        for table in one.tables:
            it = measured.shown(table, measured.FEW_ROWS)
            yield _text(it.caption)
            yield from _table([_text(head) for head in it.columns], [list(map(_text, row)) for row in it.rows])


def _burdens(case: CaseReport) -> Iterator[str]:
    for table in burdenwords.burdens(case):
        yield from [f"### {burdenwords.TITLE}", "", _text(table.about), ""]
        heads = [burdenwords.NEWCOMER, burdenwords.INCUMBENT]
        lines = [[_text(one.lot), _text(one.newcomer), _text(one.incumbent), _text(one.share)] for one in table.sums]
        yield from _table(["For", *heads, "Against the value"], lines)
        rows = [
            [
                _text(one.what),
                _text(one.lots),
                _text(one.newcomer),
                _text(one.incumbent),
                _text(one.note),
                _code(one.path),
            ]
            for one in table.rows
        ]
        yield from _table(["Requirement", "For lots", *heads, "Note", "Where"], rows)


def _finding(number: str, found: Found, audience: Audience) -> Iterator[str]:
    verdict, finding = found
    mark = "Review" if finding.outcome is Outcome.REVIEW else "Flagged"
    yield from [f"#### {number} {mark}: {_text(finding.message)}", ""]
    rule = f"{_code(verdict.name)}: {_text(verdict.title)}"
    yield from [f"**{finding.severity}** · {wording.label(finding)} · {rule}", ""]
    place = f"{_code(wording.where(finding))} at " if finding.file else ""
    yield from [f"{place}{_code(finding.path)}", ""]
    yield from _fenced(finding)
    for label, text in wording.accepted(finding):
        yield f"- **{_text(wording.sentence(label))}:** {_text(text)}"
    for one in finding.related:
        at = f"{_code(wording.where(one))} at {_code(one.path)}" if one.file else _code(one.path)
        yield f"- **See:** {at}: {_text(one.label)}"
    for name, value in told_facts(finding.facts):
        yield f"- **Fact, {_text(name)}:** {_text(factwords.fact_in_words(value))}"
    if verdict.because:
        yield f"- **Applies because:** {_text(verdict.because)}"
    if finding.why:
        yield f"- **Why:** {_text(finding.why)}"
    for label, text in (*wording.advice(finding, audience), wording.basis(verdict, finding)):
        yield f"- **{_text(wording.sentence(label))}:** {_text(text)}"
    yield ""


def _fenced(finding: Finding) -> list[str]:
    shown = snippet(finding)
    if shown is None:
        return []
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", shown.text)), default=0))
    gutter = " " * len(shown.number)
    lines = [f"{shown.number} | {shown.text}", f"{gutter} | {shown.underline}".rstrip()]
    return [f"{fence}text", *lines, fence, ""]


def _broken(case: CaseReport) -> list[str]:
    found = of_outcome(case, Outcome.ERROR)
    lines = [f"- {_rule(one)}: {_text(one.reason or 'no reason is recorded')}" for one in found]
    return ["### Rules that broke", "", *lines, ""] if lines else []


def _rule(verdict: Verdict) -> str:
    return f"{_text(verdict.title)} ({_code(verdict.name)})"


def _allowed(case: CaseReport) -> list[str]:
    lines = [f"- {_code(note.path)}: {_text(note.note)} ({_code(verdict.name)})" for verdict, note in notes(case)]
    return ["### What the law allows", "", *lines, ""] if lines else []


def _seen(case: CaseReport) -> Iterator[str]:
    if found := seen(case):
        yield from [f"### {wording.SEEN}", ""]
        yield from (f"- {_text(wording.seen(one))} {'; '.join(_rule(rule) for rule in one.verdicts)}" for one in found)
        yield ""


def _not_assessed(case: CaseReport) -> Iterator[str]:
    verdicts = not_looked_at(case)
    if not verdicts:
        return
    yield from ["### What was not assessed", ""]
    for gap in gaps(case):
        yield f"- **{_text(wording.give(gap))}:** {'; '.join(_rule(one) for one in gap.verdicts)}"
    for reason, found in by_reason(without_a_field(case)):
        yield f"- **{_text(reason)}:** {'; '.join(_rule(one) for one in found)}"
    rows = [
        [_rule(verdict), wording.OUTCOMES[verdict.outcome], _code(one.path), _text(one.reason)]
        for verdict in verdicts
        for one in told_places(verdict)
    ]
    yield from _table(["Rule", "Outcome", "Place not looked at", "Why"], rows) if rows else [""]


def _without_findings(case: CaseReport) -> Iterator[str]:
    if apart := of_outcome(case, Outcome.NOT_APPLICABLE):
        yield from ["### Not applicable", ""]
        for reason, found in by_reason(apart):
            yield f"- **{_text(reason)}:** {'; '.join(_rule(one) for one in found)}"
        yield ""
    if passed := of_outcome(case, Outcome.PASSED):
        yield from ["### Passed", "", f"{wording.sentence(wording.MEANINGS[Outcome.PASSED])}; no more than that.", ""]
        yield from [*(f"- {_rule(one)}, {wording.counted(one.assessed, 'place')} looked at" for one in passed), ""]


def _registers(case: CaseReport) -> Iterator[str]:
    if case.registers:
        yield from [f"### {registerwords.TITLE}", "", registerwords.MEANING, ""]
        for one in case.registers:
            yield f"- **{_text(one.name)}** ({_code(one.file)}): {_text(registerwords.line(one))}"
        yield ""
    elif case.unsearched:
        yield from [_text(case.unsearched), ""]


def _not_taken_in(case: CaseReport) -> Iterator[str]:
    if case.unreadable:
        rows = [
            [_code(wording.where(one)), _code(one.path), _text(one.text), _text(one.reason)] for one in case.unreadable
        ]
        yield from ["### Values not understood", "", "They were treated as absent unless said to be read."]
        yield from _table(["Where", "Field", "Value", "Why"], rows)
    if case.not_read:
        yield from ["### Files not read", "", *(f"- {_code(one)}" for one in case.not_read), ""]
    if case.figures:
        yield from ["### Figures", "", *(f"- {_text(one)}" for one in case.figures), ""]


def _not_in_force(case: CaseReport) -> Iterator[str]:
    if found := not_in_force(case):
        yield from [
            "### Rules not in force",
            "",
            wording.NOT_IN_FORCE,
            "",
        ]
        yield from (
            f"- **{_text(wording.sentence(reason))}:** {', '.join(_code(one) for one in rules)}"
            for reason, rules in found
        )
        yield ""


def _set_severities(case: CaseReport) -> Iterator[str]:
    if case.severities:
        yield from ["### Rules with another severity than their own", ""]
        rows = [[_code(one.rule), one.own, one.severity, _text(one.set_by)] for one in case.severities]
        yield from _table(["Rule", "Its own", "Judged with", "Set by"], rows)


def _options(case: CaseReport) -> list[str]:
    shown = thresholds(case)
    rows = [[_code(one.rule), _text(one.name), _text(one.value), _text(set_by(one))] for one in shown]
    left = [lists_of_words(case), ""] if lists_of_words(case) else []
    return ["### Options used", *_table(["Rule", "Option", "Value", "Set by"], rows), *left] if rows or left else []


def _method(report: Report) -> list[str]:
    lines = [f"- **{wording.OUTCOMES[one]}:** {wording.MEANINGS[one]}." for one in ORDER]
    status = _text(wording.sentence(wording.exit_words(report)))
    texts = [wording.SEVERITY, wording.CONFIDENCE, wording.BASIS, f"{status}."]
    return ["## How to read this", "", *lines, "", *(line for text in texts for line in (text, ""))]
