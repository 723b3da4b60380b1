"""What happens to findings, decided in one place.

In this order: severity override (made when the rules were chosen), waivers, baseline, grouping, redaction, exit status.
Outcomes never change here, and nothing is dropped: statistics were set beside the records they are about before
(`engine/corroboration`).
"""

from collections import Counter
from dataclasses import replace
from datetime import date

from fairaudit.engine.aboutwaivers import Use, about_comments, about_settings
from fairaudit.engine.contract.report import (
    Audience,
    CaseReport,
    Finding,
    Outcome,
    Report,
    SetSeverity,
    Severity,
    Verdict,
    WaiverUsed,
)
from fairaudit.engine.facts import clean
from fairaudit.engine.waivers import Waiver, comment_waivers, weighty
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

NEVER = "never"


class Terms(Frozen):
    """What settles a case: who reads it, on which day, which waivers and which earlier findings are known."""

    audience: Audience
    today: date
    waivers: tuple[Waiver, ...] = ()
    known_rules: frozenset[str] = frozenset()
    baseline: tuple[str, ...] = ()


def settle(
    case: Case, verdicts: tuple[Verdict, ...], terms: Terms, severities: tuple[SetSeverity, ...] = ()
) -> tuple[tuple[Verdict, ...], Use]:
    """Return the verdicts with waivers, baseline and groups applied, and what the case made of the settings' waivers.

    Waivers in the case's own files have verdicts among them; of those of the settings `settle_run` says something once.
    `severities` are those that the settings changed: what a waiver needs goes by the rule's own, or whoever may change one
    could do without the name and the date that the acceptance of a breach of law must have.
    """
    own = {one.rule: one.own for one in severities}
    comments = comment_waivers(case, terms.audience, terms.today, terms.known_rules)
    waivers = [*comments, *terms.waivers]
    used: set[int] = set()
    light: dict[int, str] = {}
    if waivers:
        verdicts = tuple(_waived(case, one, own.get(one.name, one.severity), waivers, used, light) for one in verdicts)
    in_force = frozenset(name for one in verdicts for name in (one.rule, one.name)) if waivers else frozenset()
    use = Use(frozenset(used), light, in_force)
    settled = (*verdicts, *about_comments(case, comments, use, in_settings=bool(terms.waivers)))
    return _grouped(_known(settled, terms)), use.of_settings(len(comments))


def settle_run(report: CaseReport, uses: list[Use], terms: Terms, unread: int) -> CaseReport:
    """Return the report of the first case of a run with what is to be said of the settings' waivers, which cover all cases."""
    verdicts = about_settings(report.verdicts, terms.waivers, uses, unread)
    settled = _grouped(_known(verdicts, terms))
    return replace(report, verdicts=settled, counts=counts_of(settled))


def _known(verdicts: tuple[Verdict, ...], terms: Terms) -> tuple[Verdict, ...]:
    """Return the verdicts with findings of an earlier report marked."""
    known = Counter(terms.baseline)
    return tuple(_baselined(verdict, known) for verdict in verdicts) if terms.baseline else verdicts


def _waived(
    case: Case, verdict: Verdict, own: Severity, waivers: list[Waiver], used: set[int], light: dict[int, str]
) -> Verdict:
    """Return a verdict whose accepted findings say who accepted them."""
    if not verdict.findings:
        return verdict
    findings = []
    for finding in verdict.findings:
        accepted = None
        for index, waiver in enumerate(waivers):
            if not waiver.names(verdict.pack, verdict.rule):
                continue
            if not waiver.covers(finding.file, finding.line, finding.end_line, _spellings(case, finding)):
                continue
            used.add(index)
            if trouble := weighty(waiver, verdict.basis, min(own, finding.severity, key=_rank)):
                light[index] = trouble
            elif waiver.trouble is None and accepted is None:
                accepted = WaiverUsed(
                    clean(waiver.reason, 400), waiver.by, waiver.until, waiver.file, waiver.line, waiver.settles
                )
        findings.append(replace(finding, waiver=accepted) if accepted else finding)
    return replace(verdict, findings=tuple(findings))


def _rank(severity: Severity) -> int:
    return severity.rank


def _spellings(case: Case, finding: Finding) -> tuple[str, ...]:
    """Return the ways to write where a finding stands; what stands nowhere in the case has but one."""
    return tuple(sorted(case.spellings(_parsed(finding.path))))


def _parsed(text: str) -> tuple[str | int, ...]:
    """Return the path that a report's text stands for."""
    steps: list[str | int] = []
    for part in text.split("."):
        name, *positions = part.split("[")
        steps.append("from_" if name == "from" else name)
        steps += [int(one.rstrip("]")) if one.rstrip("]").isdigit() else one.rstrip("]") for one in positions]
    return () if text == "case" else tuple(steps)


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
    """Return findings about one thing under the fingerprint of the gravest: same node, or tied by related records.

    What one rule says in the same words of several answers or events is one thing, too, whichever it names: they have one cause.
    """
    findings = [one for verdict in verdicts for one in verdict.findings]
    said = [(verdict.name, _but_for_the_thing(one)) for verdict in verdicts for one in verdict.findings]
    leader = list(range(len(findings)))

    def root(index: int) -> int:
        while leader[index] != index:
            index = leader[index]
        return index

    owner: dict[tuple[str, str], int] = {}
    for index, finding in enumerate(findings):
        # What is said of a whole section, such as of all that a tender leaves out, is no one thing.
        nodes = {(finding.file, finding.path)} if "." in finding.path or "[" in finding.path else set()
        # What a tender states is a yardstick many findings share; a record is what happened once.
        nodes |= {(one.file, one.path) for one in finding.related if not one.path.startswith("tender")}
        nodes |= {said[index]} if finding.path.startswith(("enquiries[", "events[")) else set()
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


def _but_for_the_thing(finding: Finding) -> str:
    """Return the sentence of a finding without which answer, document or question it is about."""
    thing = finding.facts.get("thing")
    return finding.message.replace(thing, "", 1) if isinstance(thing, str) and thing else finding.message


def _in_group(finding: Finding, group: str) -> Finding:
    return finding if finding.group == group else replace(finding, group=group)


def counts_of(verdicts: tuple[Verdict, ...]) -> dict[str, int]:
    """Return how many rules had each outcome, and how many findings were accepted or known."""
    outcomes: Counter[str] = Counter([one.outcome for one in verdicts])
    findings = [one for verdict in verdicts if verdict.findings for one in verdict.findings]
    order = ("passed", "flagged", "review", "not-assessed", "not-applicable", "error")
    return {
        "rules": len(verdicts),
        **{name: outcomes[name] for name in order},
        "waived": sum(one.waiver is not None and one.waiver.settles for one in findings),
        "baselined": sum(one.baseline for one in findings),
    }


def exit_status(cases: tuple[CaseReport, ...], fail_on: str, strict: bool) -> int:
    """Return 0, 1 or 2; an incomplete audit wins over findings, so that a broken run never looks clean.

    A table or register that could not be read as a whole leaves it incomplete, too: whatever looks at it came to no answer.
    """
    if any(case.faults or case.counts.get("error") or case.unread_files for case in cases):
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
