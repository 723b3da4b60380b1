"""What is said of waivers themselves: of those in a case's files with the case, of those in the settings once for a run.

A waiver of the settings covers every case of a run. What is wrong with it is said with the first case that could be read,
so that it is one finding however many cases there are; the others say where to look.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from fairaudit.engine.contract.report import Confidence, Excerpt, Finding, Outcome, Unlooked, Verdict
from fairaudit.engine.facts import clean, fill
from fairaudit.engine.findings import excerpt, fingerprint, lines_of
from fairaudit.engine.waivers import AND, BUILT_IN, BuiltIn, Waiver
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_NONE = "there are no waivers"
_ELSEWHERE = "there are no waivers in its files; those of the settings are judged once, with the first case of the run"
_OF_THE_RUN = "A waiver of the settings covers every case of a run, so this is said once, with the first case."
_LONGEST = 600
_UNREAD = "a case could not be read, and the waiver of {} may cover something in it"

Trouble = tuple[BuiltIn, Waiver, str]


class Use(Frozen):
    """Which waivers, by position, covered a finding, which were too light for it and why; and which rules were in force."""

    used: frozenset[int]
    light: dict[int, str]
    in_force: frozenset[str]

    def of_settings(self, comments: int) -> "Use":
        """Return the use of the waivers that stand behind some comments, with their own positions."""
        used = frozenset(one - comments for one in self.used if one >= comments)
        return Use(used, {at - comments: why for at, why in self.light.items() if at >= comments}, self.in_force)


def about_comments(case: Case, waivers: list[Waiver], use: Use, *, in_settings: bool) -> Iterator[Verdict]:
    """Yield one verdict per rule about the waivers in a case's files; unused is only said of rules that were in force."""
    lines = case.once(lines_of)
    found = _findings(_troubles(waivers, use), lines)
    for one in BUILT_IN:
        findings = tuple(found.get(one.id, ()))
        yield Verdict(
            rule=one.id, pack="fairaudit", family="waivers", title=one.title,
            outcome=Outcome.FLAGGED if findings else Outcome.PASSED if waivers else Outcome.NOT_APPLICABLE,
            severity=one.severity, basis="record",
            reason=None if waivers else _ELSEWHERE if in_settings else _NONE,
            assessed=len(waivers), unassessed=(), missing=(), notes=(), findings=findings,
        )  # fmt: skip


def about_settings(
    verdicts: tuple[Verdict, ...], waivers: tuple[Waiver, ...], uses: list[Use], unread: int
) -> tuple[Verdict, ...]:
    """Return the verdicts of a case with what all cases made of the settings' waivers; `unread` cases leave it open."""
    light = {at: why for use in reversed(uses) for at, why in use.light.items()}
    every = Use(
        frozenset().union(*(one.used for one in uses)), light, frozenset().union(*(one.in_force for one in uses))
    )
    troubles = list(_troubles(waivers, every))
    open_ = [waiver for rule, waiver, _ in troubles if unread and rule.id == "waiver-unused"]
    several = len(uses) + unread > 1
    found = _findings((one for one in troubles if one[1] not in open_), {}, _OF_THE_RUN if several else "")
    return tuple(
        _with(one, found.get(one.rule, []), open_ if one.rule == "waiver-unused" else [], len(waivers))
        if one.pack == "fairaudit" and one.family == "waivers"
        else one
        for one in verdicts
    )


def _with(verdict: Verdict, findings: list[Finding], open_: list[Waiver], assessed: int) -> Verdict:
    """Return a verdict about a case's own waivers with what was found of the settings', or could not be said of them."""
    unassessed = tuple(Unlooked(one.path or "case", _UNREAD.format(one.rule)) for one in open_)
    together = (*verdict.findings, *findings)
    outcome = Outcome.FLAGGED if together else Outcome.NOT_ASSESSED if unassessed else Outcome.PASSED
    return replace(
        verdict, outcome=outcome, reason=unassessed[0].reason if unassessed else None, unassessed=unassessed,
        assessed=verdict.assessed + assessed - len(unassessed), findings=together,
    )  # fmt: skip


def _troubles(waivers: Iterable[Waiver], use: Use) -> Iterator[Trouble]:
    """Yield the waivers with which something is wrong, the rule that says so, and what it is."""
    rules = {one.id: one for one in BUILT_IN}
    for index, waiver in enumerate(waivers):
        told = [one for one in (waiver.trouble, use.light.get(index)) if one]
        trouble, kind = AND.join(told) or None, waiver.kind or "waiver-unreadable"
        if trouble is None and index not in use.used and waiver.rule in use.in_force:
            trouble, kind = "it covers nothing", "waiver-unused"
        if trouble is not None:
            yield rules[kind], waiver, trouble


def _findings(
    troubles: Iterable[Trouble], lines: Mapping[str, Sequence[str]], note: str = ""
) -> dict[str, list[Finding]]:
    """Return the findings by rule; the running number of a fingerprint only counts waivers of the same place and rule."""
    found: dict[str, list[Finding]] = {}
    seen: Counter[tuple[str, str, str]] = Counter()
    for rule, waiver, trouble in troubles:
        place = waiver.path or waiver.file
        mark = fingerprint(f"fairaudit/{rule.id}", place, waiver.rule, seen[rule.id, place, waiver.rule])
        seen[rule.id, place, waiver.rule] += 1
        found.setdefault(rule.id, []).append(_finding(rule, waiver, trouble, lines.get(waiver.file, []), mark, note))
    return found


def _finding(rule: BuiltIn, waiver: Waiver, trouble: str, lines: Sequence[str], mark: str, note: str) -> Finding:
    # All that is wrong with it is told, which may be longer than a fact may be.
    before, named, after = rule.message.partition("{trouble}")
    message = fill(before, {"rule": waiver.rule or "no rule"}) + (clean(trouble, _LONGEST) if named else "") + after
    width = len(lines[waiver.line - 1]) + 1 if lines else waiver.column + 1
    shown: Excerpt | None = excerpt(lines, (waiver.line, waiver.column, waiver.line, width))
    return Finding(
        outcome=Outcome.FLAGGED, severity=rule.severity, confidence=Confidence.CERTAIN, path=waiver.path or "case",
        file=waiver.file, line=waiver.line, column=waiver.column, end_line=waiver.line, end_column=width,
        inferred=False, pointer=None, excerpt=shown, message=message,
        facts={"rule": waiver.rule, "trouble": trouble}, related=(), why=rule.why,
        fix=rule.fix if waiver.path is None else rule.fix_in_settings, ask=rule.ask, sources=(),
        fingerprint=mark, group=mark, note=note,
    )  # fmt: skip
