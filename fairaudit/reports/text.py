"""The report for a terminal: one located snippet for every finding, counts and coverage last."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from fairaudit.analysis.unseen import visible
from fairaudit.engine.contract.report import Audience, CaseReport, Finding, Outcome, Report, Severity, Verdict
from fairaudit.frozen import Frozen
from fairaudit.reports import burdenwords, lawwords, measured, registerwords, wording
from fairaudit.reports.characters import columns, plain, unheeded
from fairaudit.reports.excerpts import snippet
from fairaudit.reports.outline import (
    Coverage,
    Found,
    by_reason,
    changed,
    changed_in_words,
    coverage,
    gaps,
    groups,
    not_in_force,
    notes,
    of_outcome,
    seen,
    set_severities,
    without_a_field,
)

_Beside = tuple[Found | None, str | None]
"""The finding that a finding is the same matter as, and what the settings changed of the options of its rule."""

_NARROWEST = 40
_TABLES = "the other formats show the tables"
_MOST = 10
_MOST_RELATED = 4
_SCENARIOS, _LOCKED = "what-if", "evaluation.locked"
_MOST_VALUES = 50
_BOLD, _DIM, _PLACE, _REVIEW, _BROKEN = "1", "2", "34", "35", "1;31"
_COLOURS = {
    Severity.CRITICAL: "1;37;41",
    Severity.HIGH: "1;31",
    Severity.MEDIUM: "1;33",
    Severity.LOW: "1;36",
    Severity.INFO: "1",
}


class _Page(Frozen):
    """How to write on one terminal. Every text passes through `ink`, so that no stranger's control codes get out."""

    color: bool
    width: int
    ascii_only: bool

    def ink(self, text: str, style: str = "") -> str:
        """Return a text made visible, in a style where the terminal has colours."""
        shown = self.letters(text)
        return f"\x1b[{style}m{shown}\x1b[0m" if self.color and style and shown else shown

    def letters(self, text: str) -> str:
        """Return a text made visible, and in ASCII where the terminal has no more."""
        return plain(visible(text)) if self.ascii_only else visible(text)

    def wrapped(self, label: str, text: str, style: str = "", label_style: str = _BOLD, hang: int = 4) -> Iterator[str]:
        """Return a labelled text on as many lines as it needs; the label alone is in its own style."""
        start, shown = self.letters(label), self.letters(text)
        if columns(start) + len(shown) <= self.width and shown.isprintable() and shown.strip():
            # Most texts fit on one line, and to break them is most of the work of this report.
            yield self.ink(start, label_style) + self.ink(shown.rstrip(), style)
            return
        # The label takes its room as a run that cannot break; it is exchanged for the styled one afterwards.
        lines = broken("\x00" * columns(start) + shown, self.width, hang)
        for place, line in enumerate(lines or [start]):
            indent = len(line) - len(line.lstrip(" ")) if place else 0
            words = line.replace("\x00", "")
            painted = " " * indent + self.ink(words[indent:], style)
            yield self.ink(start, label_style) + self.ink(words, style) if place == 0 else painted


def broken(text: str, width: int, hang: int) -> list[str]:
    """Return a text on lines of a width, all but the first indented, as `textwrap` breaks it, which takes five times as long."""
    words, room = text.split(" "), width
    if words != text.split() or len(max(words, key=len)) > width - hang:
        return textwrap.wrap(text, width, subsequent_indent=" " * hang, break_on_hyphens=False)
    lines, start = [], 0
    while len(text) - start > room:
        end = text.rindex(" ", start, start + room + 1)
        lines.append(text[start:end])
        start, room = end + 1, width - hang
    lines.append(text[start:])
    return [lines[0], *(" " * hang + one for one in lines[1:])]


def pieces(report: Report, color: bool = False, width: int = 100, ascii_only: bool = False) -> Iterator[str]:
    """Yield the report as plain lines, with ANSI colours only where asked."""
    page = _Page(color, max(width, _NARROWEST), ascii_only)
    for line in _lines(page, report):
        yield f"{unheeded(line.rstrip())}\n"


def render(report: Report, color: bool, width: int = 100, ascii_only: bool = False) -> str:
    """Return the report as plain lines."""
    return "".join(pieces(report, color, width, ascii_only))


def _lines(page: _Page, report: Report) -> Iterator[str]:
    if report.cases and all(_unread(one) for one in report.cases):
        # Nothing was judged, so there is nothing to say beside what keeps each file from being read.
        for case in report.cases:
            yield from (page.ink(fault, _BROKEN) for fault in case.faults)
        return
    yield from _head(page, report)
    for case in report.cases:
        yield ""
        yield from _case(page, case, report.audience)
    yield ""
    yield from _closing(page, report)


def _unread(case: CaseReport) -> bool:
    """Whether a case could not be read at all, so that no rule was asked about it."""
    return bool(case.faults) and not case.verdicts


def _head(page: _Page, report: Report) -> Iterator[str]:
    first, *others = wording.head(report)
    yield from page.wrapped("", first, _BOLD, hang=0)
    yield from page.wrapped("", " ".join(others), hang=0)
    yield from page.wrapped("", wording.made(report), _DIM, hang=0)


def _case(page: _Page, case: CaseReport, audience: Audience) -> Iterator[str]:
    yield from page.wrapped("case", f" {case.id or '(no id)'}  {case.title}", _BOLD)
    if _unread(case):
        for fault in case.faults:
            yield from page.wrapped(f"unread[{case.id}]", f" {fault}", label_style=_BROKEN)
        return
    yield from page.wrapped("", f"stage {case.stage.name}: {case.stage.because}", _DIM, hang=2)
    yield from page.wrapped("", f"packs: {', '.join(case.packs) or 'none'}", _DIM, hang=2)
    for law in lawwords.laws(case):
        yield from page.wrapped("", f"law: {law}", _DIM, hang=2)
    yield from page.wrapped("", wording.standing(case), _BROKEN if case.faults else "", hang=2)
    for fault in case.faults:
        yield from page.wrapped(f"unread[{case.id}]", f" {fault}", label_style=_BROKEN)
    for verdict in of_outcome(case, Outcome.ERROR):
        reason = verdict.reason or "no reason is recorded"
        yield from page.wrapped(f"error[{verdict.name}]", f" this rule broke: {reason}", label_style=_BROKEN)
    set_ = _set_options(case)
    for group in groups(case):
        for place, found in enumerate(group):
            yield from ["", *_finding(page, found, audience, (group[0] if place else None, set_.get(found[0].name)))]
    yield from _seen(page, case)
    yield from _measured(page, case)
    yield from _registers(page, case)
    yield from _burdens(page, case)
    yield from _dates(page, case, audience)
    yield from _notes(page, case)
    yield from _not_assessed(page, case)
    yield from _not_taken_in(page, case)
    yield from _not_in_force(page, case)
    for rule, words in _set_options(case).items():
        yield ""
        yield from page.wrapped(f"options of {rule}:", f" {words}")
    for file, rules in set_severities((case,)):
        yield ""
        yield from page.wrapped("rules with another severity than their own:", f" {len(rules)}, set by {file}")
        yield from _short_list(page, list(rules))


def _set_options(case: CaseReport) -> dict[str, str]:
    """Return what the settings changed of the options of every rule, by its name, in words."""
    found: dict[str, list[str]] = {}
    for one in changed(case):
        found.setdefault(one.rule, []).append(changed_in_words(one))
    return {rule: "; ".join(words) for rule, words in found.items()}


def _finding(page: _Page, found: Found, audience: Audience, beside: _Beside) -> Iterator[str]:
    verdict, finding = found
    style = _style(finding)
    yield from page.wrapped(
        f"{finding.severity}[{verdict.name}] {wording.label(finding)}:", f" {finding.message}", _weight(finding), style
    )
    shown = snippet(finding, page.width, page.ascii_only)
    gutter = " " * len(shown.number if shown else "  ")
    for arrow, place in zip(("-->", "   "), _place(finding, page.width - len(gutter) - 4), strict=False):
        yield gutter + page.ink(arrow, _PLACE) + " " + page.ink(place)
    if shown:
        yield page.ink(f"{gutter} |", _PLACE)
        yield page.ink(f"{shown.number} |", _PLACE) + " " + page.ink(shown.text)
        yield page.ink(f"{gutter} |", _PLACE) + " " + page.ink(shown.underline, style)
    for label, text in _remarks(verdict, finding, audience, beside):
        yield from page.wrapped(f"{gutter} = {label}:", f" {text}", hang=len(gutter) + 5)


def _place(finding: Finding, room: int) -> tuple[str, ...]:
    """Return where a finding stands, on a second line what it is in the case where one has no room for both."""
    if not finding.file:
        return (finding.path,)
    where, path = wording.where(finding), f"at {finding.path}"
    return (f"{where} {path}",) if len(where) + len(path) < room else (where, path)


def _remarks(verdict: Verdict, finding: Finding, audience: Audience, beside: _Beside) -> Iterator[tuple[str, str]]:
    first, set_ = beside
    if first:
        yield "same matter as", first[0].name
    yield from wording.accepted(finding)
    for one in finding.related[:_MOST_RELATED]:
        yield "see", f"{wording.where(one)} at {one.path}: {one.label}" if one.file else f"{one.path}: {one.label}"
    if (more := len(finding.related) - _MOST_RELATED) > 0:
        yield "see", f"{wording.counted(more, 'more place')}, which the other formats list"
    if verdict.because:
        yield "applies because", verdict.because
    if finding.why:
        yield "why", finding.why
    yield from wording.advice(finding, audience)
    yield wording.basis(verdict, finding)
    if set_:
        yield "judged by", set_


def _style(finding: Finding) -> str:
    if finding.settled:
        return _DIM
    return _REVIEW if finding.outcome is Outcome.REVIEW else _COLOURS[finding.severity]


def _weight(finding: Finding) -> str:
    """Return the style of a message: bold only where something is flagged and still open."""
    if finding.settled:
        return _DIM
    return "" if finding.outcome is Outcome.REVIEW else _BOLD


def _seen(page: _Page, case: CaseReport) -> Iterator[str]:
    found = seen(case)
    if found:
        yield ""
        yield from page.wrapped(f"{wording.SEEN.lower()}:", f" {len(found)}")
        names = [wording.shortened([verdict.name for verdict in one.verdicts], 3) for one in found]
        yield from _short_list(page, [f"{wording.seen(one)} ({name})" for one, name in zip(found, names, strict=True)])


def _notes(page: _Page, case: CaseReport) -> Iterator[str]:
    found = notes(case)
    if found:
        yield ""
    for verdict, note in found:
        yield from page.wrapped(f"allowed[{verdict.name}]", f" {note.path}: {note.note}", label_style=_BOLD)


def _dates(page: _Page, case: CaseReport, audience: Audience) -> Iterator[str]:
    found = lawwords.dates(case, audience)
    if not found:
        return
    yield ""
    yield from page.wrapped(f"{lawwords.DATES.lower()}:", f" {len(found)}. {lawwords.NOTHING_STOPS}")
    for one in found:
        yield from page.wrapped(f"  - {one.day}:", f" {one.what} ({one.who}). {one.explained}")


def _measured(page: _Page, case: CaseReport) -> Iterator[str]:
    """Yield the sentences alone; the other formats show the numbers behind them."""
    found = measured.measured(case)
    if not found:
        return
    yield ""
    rules = wording.counted(len(found), "rule")
    yield from page.wrapped(f"{measured.TITLE.lower()}:", f" by {rules}, whether or not anything was found; {_TABLES}")
    for one in found:
        for said in one.said:
            yield from page.wrapped(f"  - {one.rule}:", f" {said}")


def _burdens(page: _Page, case: CaseReport) -> Iterator[str]:
    """Yield the sums alone; the other formats show each requirement."""
    for table in burdenwords.burdens(case):
        yield ""
        rows = wording.counted(len(table.rows), "requirement")
        yield from page.wrapped(f"{burdenwords.TITLE.lower()}:", f" {rows}, which the other formats list in full")
        for one in table.sums:
            share = f" ({one.share})" if one.share else ""
            words = f" for a newcomer {one.newcomer}{share}; for whoever does the work today: {one.incumbent}"
            yield from page.wrapped(f"  - {one.lot}:", words)


def _registers(page: _Page, case: CaseReport) -> Iterator[str]:
    if case.registers:
        yield ""
        yield from page.wrapped(f"{registerwords.TITLE.lower()}:", f" {len(case.registers)}. {registerwords.MEANING}")
        for one in case.registers:
            yield from page.wrapped("  - ", f"{one.name}: {registerwords.line(one)}", label_style="")
    elif case.unsearched:
        yield from ["", *page.wrapped("", case.unsearched)]


def _not_assessed(page: _Page, case: CaseReport) -> Iterator[str]:
    missing, others = gaps(case), by_reason(without_a_field(case))
    if not missing and not others:
        return
    count = sum(len(one.verdicts) for one in missing) + sum(len(found) for _, found in others)
    yield ""
    rules = wording.counted(count, "rule")
    yield from page.wrapped("not assessed:", f" {rules}, wholly or in part. What would change that:")
    lines = [wording.give(gap) for gap in missing]
    lines += [f"{wording.counted(len(found), 'rule')}: {reason}" for reason, found in others]
    yield from _short_list(page, lines)
    yield from _scenarios_kept_back(page, case)


def _scenarios_kept_back(page: _Page, case: CaseReport) -> Iterator[str]:
    """Yield that the scenarios which were asked for were not run, why, and what to set; the list above may be cut before it."""
    kept = [one for one in case.verdicts if one.pack == _SCENARIOS and any(_LOCKED in name for name in one.missing)]
    if kept:
        yield ""
        yield from page.wrapped(
            "scenarios not run:", f" {kept[0].reason} (set {kept[0].missing[0]}, or use --for auditor)"
        )


def _not_taken_in(page: _Page, case: CaseReport) -> Iterator[str]:
    values = [f'{wording.where(one)} at {one.path}: {one.reason}: "{one.text}"' for one in case.unreadable]
    for label, lines in (
        ("values not understood, treated as absent unless said to be read", values),
        ("files not read", list(case.not_read)),
    ):
        if lines:
            yield ""
            yield from page.wrapped(f"{label}:", f" {len(lines)}")
            yield from _short_list(page, lines, _MOST_VALUES)


def _not_in_force(page: _Page, case: CaseReport) -> Iterator[str]:
    found = not_in_force(case)
    if not found:
        return
    yield ""
    yield from page.wrapped("rules not in force:", f" {len(case.not_in_force)}")
    for reason, rules in found:
        more = ", which the other formats list in full" if len(rules) > _MOST else ""
        yield from page.wrapped("  - ", f"{reason}: {wording.shortened(rules, _MOST)}{more}", label_style="")


def _short_list(page: _Page, lines: list[str], most: int = _MOST) -> Iterator[str]:
    for line in lines[:most]:
        yield from page.wrapped("  - ", line, label_style="")
    if len(lines) > most:
        yield f"  - and {len(lines) - most} more, which the other formats list in full"


def _closing(page: _Page, report: Report) -> Iterator[str]:
    many = len(report.cases) > 1
    for case in report.cases if many else ():
        words = _tally(coverage((case,)))
        yield from page.wrapped(f"case {case.id}:", f" {words}; not read completely" if case.faults else f" {words}")
    found = coverage(report.cases)
    yield from page.wrapped("all cases: " if many else "", _tally(found), hang=2)
    things = [
        wording.counted(found.findings, "finding"),
        f"{found.waived} waived",
        f"{found.baselined} in the baseline",
    ]
    if found.groups != found.findings:
        things.insert(1, f"speaking of {wording.counted(found.groups, 'matter')}")
    if found.unread:
        things.append(f"{wording.counted(found.unread, 'case')} not read completely")
    yield from page.wrapped("", ", ".join(things), hang=2)
    yield from page.wrapped("", f'"passed" means: {wording.MEANINGS[Outcome.PASSED]}', hang=2)
    yield from page.wrapped("", wording.exit_words(report), hang=2)


def _tally(found: Coverage) -> str:
    return f"{found.assessed} of {wording.counted(found.rules, 'rule')} assessed: {wording.tally(found)}"
