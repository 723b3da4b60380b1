"""The sentences that every format for people shares, so that no two of them say a thing differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from fairaudit.analysis.calendars import MONTHS
from fairaudit.engine.contract.report import (
    Audience,
    CaseReport,
    Finding,
    NotUnderstood,
    Outcome,
    Related,
    Report,
    RuleSaid,
    SourceCited,
    Verdict,
)
from fairaudit.reports.outline import ORDER, Coverage, Gap, Seen, coverage, set_severities, severities, turned_off
from fairaudit.reports.outline import seen as things_seen

OUTCOMES = {
    Outcome.FLAGGED: "flagged",
    Outcome.REVIEW: "review",
    Outcome.NOT_ASSESSED: "not assessed",
    Outcome.ERROR: "error",
    Outcome.PASSED: "passed",
    Outcome.NOT_APPLICABLE: "not applicable",
}
MEANINGS = {
    Outcome.FLAGGED: "what was given shows what the rule describes; the finding says how sure that is",
    Outcome.REVIEW: "a person must look: the measurement alone cannot decide",
    Outcome.NOT_ASSESSED: "data is missing, so the rule could not be judged; this is neither good nor bad news",
    Outcome.ERROR: "the rule itself broke, so the audit is incomplete",
    Outcome.PASSED: "nothing found by this rule in what was given",
    Outcome.NOT_APPLICABLE: "the rule does not apply to this case, for the reason given",
}
SEVERITY = "Severity says how far the field tilts if the finding is true: critical, high, medium, low or info."
CONFIDENCE = (
    "Confidence says how sure the measurement is: certain, likely or possible; what is only possible is always for "
    "a person to look at."
)
BASIS = (
    "Every finding names where its number or duty comes from: statute, case law, published guidance, or the "
    "procurement's own terms and records. A heuristic is a number from practice and no law."
)
NO_PROOF = "This is no certificate that the field is level, and no proof that it is not."
DISCLOSURE = "This report has no legal privilege and can be disclosed."
CLOCK = (
    "Time for a legal claim may already be running, from when the ground was known or ought to have been known; "
    "a question or a letter does not stop it."
)
COMPLETENESS = "completeness of "
"""What a missing field begins with where only the word under `complete` is missing."""
SEEN = "Seen, but not judged for want of data"
NOT_IN_FORCE = (
    "Nothing is known of what a rule that was turned off would find; one that is replaced is judged as the law has it."
)
LAW_WITHOUT_PACK = "fairaudit/law-without-pack"
REDACTED = (
    "Names of the people and bidders that a case lists or its records speak of are replaced by labels, which mean nothing in "
    "any other report; what only a free text names may still stand here."
)
BIDS_ARE_IN = (
    "Bids are in: what a finding would mend in the documents or their times can no longer be mended for these bids. Ask, or say, "
    "how it was dealt with, and whether all bidders can be asked again."
)
DECIDED = (
    "It is decided who gets the contract: what a finding would mend in the documents or their times can no longer be mended. "
    "Ask, or say, how it was dealt with, and whether the decision can be looked at again."
)
_TOO_LATE = {"evaluation": BIDS_ARE_IN, "award": DECIDED, "market": DECIDED}
UNREAD = "This case could not be read completely: it is not clean, and nothing here says that it is."
SHORT_ON_PAPER = (
    "On paper, rules are named in short from here on. What each of them looks for, and at which places it could not be judged, "
    "stand in the page as it is read on a screen and in the JSON report."
)
AUDIENCES = {
    Audience.OFFICER: "the officer: what to mend",
    Audience.BIDDER: "the bidder: what to ask",
    Audience.AUDITOR: "the auditor: what to mend and what to ask",
}
_MOMENT = re.compile(
    r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T([0-2]\d:[0-5]\d)(:[0-5]\d)?(Z|[+-]\d\d:?\d\d)?)?\Z", re.ASCII
)


def when(text: str) -> str:
    """Return an ISO date or time in words, such as 30 March 2026 12:00 (+01:00); anything else as it stands."""
    match = _MOMENT.match(text)
    if match is None:
        return text
    year, month, day, clock, seconds, offset = match.groups()
    words = f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    if clock:
        words += f" {clock}{'' if seconds in (None, ':00') else seconds}"
    return f"{words} ({'+00:00' if offset == 'Z' else offset})" if offset else words


def sentence(text: str) -> str:
    """Return a text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]


def counted(number: int, thing: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def head(report: Report) -> tuple[str, ...]:
    """Return what every report says first: how much was assessed, what it is not, and what still stands open."""
    lines = [assessed(coverage(report.cases)), *_turned_off(report), *_set_severities(report), NO_PROOF, DISCLOSURE]
    if report.audience is not Audience.OFFICER:
        lines.append(CLOCK)
    if report.redacted:
        lines.append(REDACTED)
    return tuple(lines)


def _turned_off(report: Report) -> list[str]:
    """Return how many rules somebody turned off, by whom or what, so that silence about them is none about the case."""
    found = turned_off(report.cases)
    words = [f"{counted(len(rules), 'rule')} {reason} ({shortened(rules, 3)})" for reason, rules in found]
    return [f"Not in force and not among these: {'; '.join(words)}."] if words else []


def _set_severities(report: Report) -> list[str]:
    """Return how many rules have another severity than their own, and who set it: it decides how a run ends."""
    found = set_severities(report.cases)
    words = [f"{counted(len(rules), 'rule')} by {file} ({shortened(rules, 3)})" for file, rules in found]
    return [f"Given another severity than their own: {'; '.join(words)}."] if words else []


def shortened(names: Sequence[str], most: int) -> str:
    """Return the first of some names, and how many more there are."""
    if len(names) <= most:
        return listed(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def assessed(found: Coverage) -> str:
    """Return how many rules were assessed of how many in force, and what became of the others."""
    if not found.cases:
        return "0 of 0 rules in force were assessed: no case was given."
    were = "rule in force was" if found.rules == 1 else "rules in force were"
    words = f"{found.assessed} of {found.rules} {were} assessed"
    if found.cases > 1:
        words += f", over {found.cases} cases, each rule counted once for each case"
    rest = [
        f"{found.by_outcome[outcome]} {words}"
        for outcome, words in (
            (Outcome.NOT_ASSESSED, "could not be judged for want of data"),
            (Outcome.ERROR, "broke"),
            (Outcome.NOT_APPLICABLE, "not applicable to this case" if found.cases == 1 else "not applicable"),
        )
        if found.by_outcome[outcome]
    ]
    if found.partly:
        words += f" ({found.partly} of them only in part)"
    if found.unread:
        rest.append(f"{counted(found.unread, 'case')} could not be read completely")
    return f"{words}; {', '.join(rest)}." if rest else f"{words}."


def standing(case: CaseReport) -> str:
    """Return in one sentence how a case stands; silence about what could not be judged never reads as a pass."""
    found = coverage((case,))
    if case.faults:
        return UNREAD
    late = [_TOO_LATE[case.stage.name]] if case.stage.name in _TOO_LATE and found.findings else []
    return " ".join([_standing(case, found), *_not_understood(case), *_seen(case), *late, *without_law((case,))])


def _not_understood(case: CaseReport) -> list[str]:
    """Return how many files, values and cells could not be read: what they say is lacking in all that was judged."""
    files = case.unread_files
    number = sum(not one.path.endswith(".file") for one in case.unreadable)
    are = "was" if number == 1 else "were"
    values = (
        f"{counted(number, 'value')} {are} not understood and treated as absent unless said to be read, listed below."
    )
    return [
        *([f"{counted(files, 'file')} could not be read as a whole, listed below."] if files else []),
        *([values] if number else []),
    ]


def _seen(case: CaseReport) -> list[str]:
    """Return how many things were seen of which nobody can say whether they are findings."""
    number = len(things_seen(case))
    return [f"{SEEN}: {counted(number, 'thing')}, listed below."] if number else []


def without_law(cases: Iterable[CaseReport]) -> list[str]:
    """Return that laws which cases name were not looked at, as near to the top as anything that was."""
    verdicts = (verdict for case in cases for verdict in case.verdicts if verdict.name == LAW_WITHOUT_PACK)
    reasons = list(dict.fromkeys(one.reason for verdict in verdicts for one in verdict.unassessed))
    return [f"Not judged under the law named: {'; '.join(reasons)}."] if reasons else []


def _standing(case: CaseReport, found: Coverage) -> str:
    open_rules = found.by_outcome[Outcome.NOT_ASSESSED] + found.by_outcome[Outcome.ERROR]
    unknown = f"{open_rules} of {counted(found.rules, 'rule')} came to no answer"
    if found.findings:
        return " ".join([*_found(case, found), *([f"{unknown}."] if open_rules else [])])
    if not found.assessed:
        return "Nothing was flagged because no rule could be judged: this says nothing about the case."
    if open_rules:
        return f"Nothing was flagged, but {unknown}: this is not a clean result."
    return "Nothing was found by the rules that were judged, in what was given."


def _found(case: CaseReport, found: Coverage) -> list[str]:
    sentences = []
    for outcome, word in ((Outcome.FLAGGED, "Flagged"), (Outcome.REVIEW, "For a person to look at")):
        if counts := severities(case, outcome):
            sentences.append(f"{word}: {', '.join(f'{count} {severity}' for severity, count in counts)}.")
    if found.groups != found.findings:
        which = "this one matter" if found.groups == 1 else f"these {found.groups} matters"
        sentences.append(f"{found.findings} findings speak of {which}.")
    settled = [f"{found.waived} waived"] if found.waived else []
    settled += [f"{found.baselined} in the baseline"] if found.baselined else []
    if settled:
        sentences.append(f"Of these, {listed(settled)}.")
    return sentences


def tally(found: Coverage) -> str:
    """Return how many rules came to which outcome, none left out."""
    return ", ".join(f"{found.by_outcome[one]} {OUTCOMES[one]}" for one in ORDER)


def exit_words(report: Report) -> str:
    """Return what the exit status of the run means."""
    meaning = {
        0: f"nothing open that fails this run (--fail-on {report.fail_on})",
        1: f"findings that fail this run (--fail-on {report.fail_on})",
        2: "the audit is incomplete: something could not be read, or a rule broke",
    }
    return f"exit status {report.exit_status}: {meaning.get(report.exit_status, 'no meaning is known')}"


def made(report: Report) -> str:
    """Return what made the report, as of which day and for whom."""
    plugins = f", with {listed(report.plugins)}" if report.plugins else ""
    day, reader = when(report.today), AUDIENCES[report.audience]
    return f"fairaudit {report.fairaudit}{plugins}; judged as of {day}, for {reader}."


def label(finding: Finding) -> str:
    """Return outcome and confidence, and whether the finding is settled."""
    words = [OUTCOMES[finding.outcome], str(finding.confidence)]
    if finding.waiver:
        words.append("waived" if finding.waiver.settles else "accepted by the author")
    return ", ".join([*words, "in the baseline"] if finding.baseline else words)


def where(finding: Finding | Related | NotUnderstood) -> str:
    """Return file, line and column as editors understand them; a place without a file is its path."""
    place = finding.file or finding.path
    if finding.file and finding.line > 0:
        place += f":{finding.line}"
        if isinstance(finding, Finding) and finding.column > 0:
            place += f":{finding.column}"
    if not isinstance(finding, NotUnderstood):
        place += f" ({finding.pointer})" if finding.pointer else ""
    if isinstance(finding, Finding):
        place += " (nearest place; the value itself has none)" if finding.inferred else ""
    return place


def advice(finding: Finding | RuleSaid, audience: Audience) -> tuple[tuple[str, str], ...]:
    """Return what to mend, what to ask, or both, as the audience needs it."""
    both = (("fix", finding.fix), ("ask", finding.ask))
    chosen = {Audience.OFFICER: both[:1], Audience.BIDDER: both[1:], Audience.AUDITOR: both}[audience]
    return tuple(pair for pair in chosen if pair[1])


def basis(verdict: Verdict, finding: Finding | RuleSaid) -> tuple[str, str]:
    """Return a label and the sources, with what is known of them; a heuristic is never dressed as law."""
    label, said = _sources(verdict, finding)
    return label, f"{said.rstrip('.')}. {finding.note}" if finding.note else said


def _sources(verdict: Verdict, finding: Finding | RuleSaid) -> tuple[str, str]:
    cites = "; ".join(cited(one) for one in finding.sources)
    if verdict.basis == "heuristic":
        return "basis", f"heuristic, no law; compare {cites}" if cites else "heuristic: no published source"
    if verdict.basis == "record":
        own = "the procurement's own terms and records, compared with each other"
        return "basis", f"{own}; see also {cites}" if cites else own
    if verdict.basis == "statistic":
        return "basis", f"a statistic, which honest people make too; {cites}"
    names = {"statute": "law", "case-law": "case law", "guidance": "guidance"}
    return names.get(verdict.basis, verdict.basis), cites or "no source is named by the rule"


def cited(source: SourceCited) -> str:
    """Return a source with the days between which it counts."""
    days = [f"{word} {when(day)}" for word, day in (("from", source.from_), ("until", source.until)) if day]
    return f"{source.cite} ({' '.join(days)})" if days else source.cite


def accepted(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Return who accepted a finding, why and until when, and whether that settles anything."""
    found = []
    if one := finding.waiver:
        until = f"until {when(one.until)}" if one.until else "with no end date"
        place = f"{one.file}:{one.line}" if one.line > 0 else one.file
        words = f"{one.reason} (by {one.by or 'nobody named'}, {until}, {place})"
        found.append(("waived", words) if one.settles else ("accepted by the author", f"{words}; this settles nothing"))
    if finding.baseline:
        found.append(("baseline", "known when the baseline was written; it does not fail this run, and still stands"))
    return tuple(found)


def give(gap: Gap) -> str:
    """Return which fields to give, or what to name as complete, so that how many rules can be judged."""
    told = f"{sentence(would_help(gap.fields))} and {counted(len(gap.verdicts), 'rule')} can be judged"
    return f"{told}: {reason}" if (reason := _of_formula(gap)) else told


def _of_formula(gap: Gap) -> str:
    """Return what is wrong with a formula that is given; its place alone does not say what to write instead."""
    fields = {one for one in gap.fields if ".formula." in one}
    told = Counter(one.reason for each in gap.verdicts for one in each.unassessed if fields & set(one.missing))
    return max(told, key=lambda one: told[one], default="")


def seen(one: Seen) -> str:
    """Return what was seen and what would let it be judged."""
    told = one.reason.partition(": ")[2] if one.reason.startswith(COMPLETENESS) else ""
    help_ = f" To have it judged, {would_help(one.missing)}." if one.missing else ""
    return f"{sentence(told or one.reason).rstrip('.')}.{help_}"


def would_help(fields: Sequence[str]) -> str:
    """Return what to do about fields that are missing: a list that is given but may lack something is no gap in itself."""
    sections = [one.removeprefix(COMPLETENESS) for one in fields if one.startswith(COMPLETENESS)]
    plain = [one for one in fields if one != "regime" and not one.startswith(COMPLETENESS)]
    parts = ["settle which regime applies"] if "regime" in fields else []
    parts += [f"give {listed(plain)}"] if plain else []
    parts += [f"name {listed(sections)} under `complete` (if that is all there is)"] if sections else []
    return listed(parts)
