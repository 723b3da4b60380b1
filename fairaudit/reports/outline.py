"""What a report for people says, and in which order: groups, coverage, and what stands in the way of an answer."""

from collections.abc import Iterable

from fairaudit.engine.contract.report import (
    REPLACED_BY,
    CaseReport,
    Finding,
    Noted,
    NotInForce,
    Outcome,
    Report,
    Severity,
    Unlooked,
    UsedOption,
    Verdict,
)  # fmt: skip
from fairaudit.frozen import Frozen

ORDER = (
    Outcome.FLAGGED,
    Outcome.REVIEW,
    Outcome.NOT_ASSESSED,
    Outcome.ERROR,
    Outcome.PASSED,
    Outcome.NOT_APPLICABLE,
)
"""Outcomes in the order in which summaries show them."""

Found = tuple[Verdict, Finding]


class Coverage(Frozen):
    """How far the rules in force could look; counted from the verdicts, so that it cannot disagree with them."""

    cases: int
    unread: int
    rules: int
    by_outcome: dict[Outcome, int]
    partly: int
    findings: int
    groups: int
    waived: int
    baselined: int

    @property
    def assessed(self) -> int:
        """How many rules came to an answer about what was given."""
        return sum(self.by_outcome[one] for one in (Outcome.FLAGGED, Outcome.REVIEW, Outcome.PASSED))


class Gap(Frozen):
    """Fields that are missing together, and the rules that could be judged if they were given."""

    fields: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def coverage(cases: Iterable[CaseReport]) -> Coverage:
    """Count what was assessed, what was not, and what was found."""
    cases = tuple(cases)
    verdicts = [verdict for case in cases for verdict in case.verdicts]
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    answered = (Outcome.FLAGGED, Outcome.REVIEW, Outcome.PASSED)
    return Coverage(
        cases=len(cases),
        unread=sum(bool(case.faults) for case in cases),
        rules=len(verdicts),
        by_outcome={one: sum(verdict.outcome is one for verdict in verdicts) for one in ORDER},
        partly=sum(bool(verdict.unassessed) and verdict.outcome in answered for verdict in verdicts),
        findings=len(findings),
        groups=sum(len(groups(case)) for case in cases),
        waived=sum(one.waiver is not None and one.waiver.settles for one in findings),
        baselined=sum(one.baseline for one in findings),
    )


def groups(case: CaseReport) -> tuple[tuple[Found, ...], ...]:
    """Return the findings that speak of one matter together, gravest first, each group where its gravest stands."""
    together: dict[str, list[Found]] = {}
    for position, (verdict, finding) in enumerate(case.findings):
        together.setdefault(finding.group or f"alone {position}", []).append((verdict, finding))
    return tuple(tuple(one) for one in together.values())


def gaps(case: CaseReport) -> tuple[Gap, ...]:
    """Return which fields would let how many rules be judged: fewest fields first, then most rules, then by name."""
    by_fields: dict[tuple[str, ...], list[Verdict]] = {}
    for verdict in not_looked_at(case):
        if fields := missing_fields(verdict):
            by_fields.setdefault(fields, []).append(verdict)
    found = [Gap(fields, tuple(verdicts)) for fields, verdicts in by_fields.items()]
    return tuple(sorted(found, key=lambda one: (len(one.fields), -len(one.verdicts), one.fields)))


class Seen(Frozen):
    """Something that is there of which only data could say whether it is a finding, and the rules that asked."""

    reason: str
    missing: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def seen(case: CaseReport) -> tuple[Seen, ...]:
    """Return what was seen and could not be judged, each once, what most rules ask about first."""
    found: dict[tuple[str, tuple[str, ...]], dict[str, Verdict]] = {}
    for verdict in case.verdicts:
        for one in verdict.unassessed if verdict.outcome is not Outcome.ERROR else ():
            if one.seen:
                found.setdefault((one.reason, one.missing), {})[verdict.name] = verdict
    things = (Seen(*told, tuple(verdicts.values())) for told, verdicts in found.items())
    return tuple(sorted(things, key=lambda one: (-len(one.verdicts), one.reason)))


def without_a_field(case: CaseReport) -> tuple[Verdict, ...]:
    """Return what could not be judged for a reason that no field would change."""
    return tuple(verdict for verdict in not_looked_at(case) if not missing_fields(verdict))


def not_looked_at(case: CaseReport) -> tuple[Verdict, ...]:
    """Return the rules that could not be judged, wholly or at some places."""
    return tuple(
        one
        for one in case.verdicts
        if one.outcome is Outcome.NOT_ASSESSED or (one.unassessed and one.outcome is not Outcome.ERROR)
    )


def told_places(verdict: Verdict) -> tuple[Unlooked, ...]:
    """Return the places that could not be judged; not those of which no more is said than that what is missing is not given."""
    return tuple(
        one
        for one in verdict.unassessed
        if one.reason not in {f"{name} is not given" for name in (one.path, *one.missing)}
    )


def missing_fields(verdict: Verdict) -> tuple[str, ...]:
    """Return every stored field a verdict lacked, once each."""
    return tuple(sorted({*verdict.missing, *(field for one in verdict.unassessed for field in one.missing)}))


def of_outcome(case: CaseReport, outcome: Outcome) -> tuple[Verdict, ...]:
    """Return the verdicts with an outcome, in the report's order."""
    return tuple(one for one in case.verdicts if one.outcome == outcome)


def by_reason(verdicts: Iterable[Verdict]) -> tuple[tuple[str, tuple[Verdict, ...]], ...]:
    """Return verdicts under the reason they give, the commonest reason first."""
    together: dict[str, list[Verdict]] = {}
    for one in verdicts:
        together.setdefault(one.reason or "no reason is recorded", []).append(one)
    ranked = sorted(together.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple((reason, tuple(found)) for reason, found in ranked)


def turned_off(cases: Iterable[CaseReport]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the rules that somebody turned off for some case under the reason why, the commonest reason first."""
    return _by_why(one for case in cases for one in case.not_in_force if one.replaced_by is None)


def set_severities(cases: Iterable[CaseReport]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the rules judged with another severity than their own, `rule: high, not medium`, under what set it."""
    found: dict[str, dict[str, None]] = {}
    for one in (one for case in cases for one in case.severities):
        found.setdefault(one.set_by, {})[f"{one.rule}: {one.severity}, its own is {one.own}"] = None
    return tuple((file, tuple(words)) for file, words in sorted(found.items()))


def thresholds(case: CaseReport) -> tuple[UsedOption, ...]:
    """Return the numbers and periods that rules were judged with, and whatever the settings changed; not the lists of words."""
    return tuple(one for one in case.options if one.from_ not in case.packs or _is_a_number(one.value))


def changed(case: CaseReport) -> tuple[UsedOption, ...]:
    """Return the options that the settings changed."""
    return tuple(one for one in case.options if one.own is not None)


def changed_in_words(one: UsedOption) -> str:
    """Return the value an option was judged with, whose it is, and what the rule's own file has."""
    return f"{one.name} is {one.value}, set by {one.from_}; the rule's own is {one.own}"


def set_by(one: UsedOption) -> str:
    """Return who set an option, and what the rule's own file has where that is another value."""
    return one.from_ if one.own is None else f"{one.from_}; the rule's own is {one.own}"


def _is_a_number(value: str) -> bool:
    return not any(sign in value for sign in "|;@?\\") and any(sign.isdigit() for sign in value)


def lists_of_words(case: CaseReport) -> str:
    """Return where the options stand that are not shown, or nothing where all are."""
    left = len(case.options) - len(thresholds(case))
    if not left:
        return ""
    counted = f"{left} more options are" if left > 1 else "One more option is"
    return f"{counted} words and places that rules look for: see `fairaudit explain RULE`, or the JSON report."


def not_in_force(case: CaseReport) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every rule that is not in force for a case under the reason why, also where a law's rule stands in for it."""
    return _by_why(case.not_in_force)


def _by_why(found: Iterable[NotInForce]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    together: dict[str, set[str]] = {}
    for one in dict.fromkeys(found):
        reason = f"{REPLACED_BY}rules of {one.replaced_by}" if one.replaced_by else one.why_not
        together.setdefault(reason, set()).add(one.rule)
    ranked = sorted(together.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple((reason, tuple(sorted(rules))) for reason, rules in ranked)


def families(case: CaseReport) -> tuple[tuple[str, dict[Outcome, int]], ...]:
    """Return how many rules of each family came to which outcome."""
    table: dict[str, dict[Outcome, int]] = {}
    for verdict in case.verdicts:
        row = table.setdefault(verdict.family, dict.fromkeys(ORDER, 0))
        row[verdict.outcome] += 1
    return tuple(sorted(table.items()))


def notes(case: CaseReport) -> tuple[tuple[Verdict, Noted], ...]:
    """Return every place that would have been found, but which the law allows."""
    return tuple((verdict, note) for verdict in case.verdicts for note in verdict.notes)


def severities(case: CaseReport, outcome: Outcome) -> tuple[tuple[Severity, int], ...]:
    """Return how many matters with an outcome have which severity, gravest first, leaving out none that is settled.

    A matter counts once, as its gravest finding: several rules that find one cause make it no more than one. It is flagged
    where any of its findings is.
    """
    found = []
    for group in groups(case):
        flagged = [finding.severity for _, finding in group if finding.outcome is Outcome.FLAGGED]
        if outcome is Outcome.FLAGGED and flagged:
            found.append(min(flagged, key=lambda one: one.rank))
        elif outcome is not Outcome.FLAGGED and not flagged:
            found.append(group[0][1].severity)
    return tuple((one, found.count(one)) for one in Severity if one in found)


def unread(report: Report) -> tuple[CaseReport, ...]:
    """Return the cases of which something could not be read."""
    return tuple(case for case in report.cases if case.faults)
