"""Statistics beside records: what a statistic found is flagged only where a record of the same scores is found wrong.

A statistic is about a pattern, and honest people make patterns. Where a rule that reads records flags one of the very items
that a statistic is about (one evaluator's score of one bid, a panel's score), the two stand together and a person must look.
Only what is wrong with the score itself stands beside it: when a score was written, or that a field beside it is empty, says
nothing about whether it is too high or too low.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.engine.report import Confidence, Finding, Outcome, Related, Verdict

STATISTIC = "statistic"
_ABOUT_SCORES = frozenset(
    {
        "core/declared-interest-and-still-scored",
        "core/recused-and-still-took-part",
        "core/score-off-its-scale",
        "core/score-changed-without-reason",
        "core/scored-by-an-outsider",
        "core/undisclosed-criterion-applied",
        "evaluation/average-in-place-of-agreement",
        "evaluation/comment-in-the-words-of-another-band",
        "evaluation/minimum-crossed-without-a-reason",
        "evaluation/same-answer-and-another-score",
        "evaluation/same-comment-and-another-score",
        "evaluation/scored-the-bid-of-their-own-firm",
        "nhs-psr/undisclosed-criterion-applied",
    }
)
"""The rules of records whose findings are about what was scored, by whom or why. A list, so that a new rule does not join by
chance; rules about times, about steps of a scale and about what the record lacks are left out on purpose."""
_ITEM = late_pattern(r"(evaluation\.(?:individual|consensus|changes)\[\d+\])")


def corroborated(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Return verdicts in which a statistic that a flagged record finding stands beside is flagged, and says by which."""
    if not any(one.findings and one.basis == STATISTIC for one in verdicts):
        return verdicts
    beside = _flagged(verdicts)
    return tuple(_beside(one, beside) if one.findings and one.basis == STATISTIC else one for one in verdicts)


def _flagged(verdicts: Iterable[Verdict]) -> dict[str, tuple[str, Finding]]:
    """Return the first flagged finding about the score of every item of the record, with the name of its rule."""
    found: dict[str, tuple[str, Finding]] = {}
    for verdict in verdicts:
        for one in verdict.findings if verdict.basis not in (STATISTIC, "heuristic") else ():
            if one.outcome is Outcome.FLAGGED and verdict.name in _ABOUT_SCORES:
                for item in _items(one):
                    found.setdefault(item, (verdict.name, one))
    return found


def _items(finding: Finding) -> Iterator[str]:
    """Yield the items of the record that a finding is about: what it stands at, and what it names beside that."""
    for path in (finding.path, *(one.path for one in finding.related)):
        if match := _ITEM.match(path):
            yield match[1]


def _beside(verdict: Verdict, beside: dict[str, tuple[str, Finding]]) -> Verdict:
    findings = tuple(_with(one, beside) for one in verdict.findings)
    if findings == verdict.findings:
        return verdict
    return replace(verdict, findings=findings, outcome=Outcome.FLAGGED)


def _with(finding: Finding, beside: dict[str, tuple[str, Finding]]) -> Finding:
    found = next((beside[item] for item in _items(finding) if item in beside), None)
    if found is None:
        return finding
    name, other = found
    label = f"about the same score {name} is flagged, so this statistic does not stand alone"
    said = Related(other.path, other.file, other.line, label)
    return replace(finding, outcome=Outcome.FLAGGED, confidence=Confidence.LIKELY, related=(*finding.related, said))
