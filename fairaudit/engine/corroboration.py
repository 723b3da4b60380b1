"""Statistics beside records: what a statistic found is flagged only where a record of the same scores is found wrong.

A statistic is about a pattern, and honest people make patterns. Where a rule that reads records flags one of the very items
that a statistic is about (one evaluator's score of one bid, a panel's score), the two stand together and a person must look.
Only what is wrong with the score itself stands beside it: when a score was written, or that a field beside it is empty, says
nothing about whether it is too high or too low.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.engine.contract.report import Confidence, Finding, Outcome, Related, Verdict
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Score
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.persons.identity import whose

STATISTIC = "statistic"
_ABOUT_SCORES = frozenset(
    {
        "core/declared-interest-and-still-scored",
        "core/recused-and-still-took-part",
        "core/score-off-its-scale",
        "core/score-changed-by-an-outsider",
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
chance; rules about times, about steps of a scale and about what the record lacks are left out on purpose. So is

- `core/own-score-changed-by-another-member`, which only asks: many records name who entered a change and not who decided it, and
  what is itself a question makes no pattern graver;
- `evaluation/single-score-set-to-the-agreed-one`, which names the agreed score beside the sheet, and nothing is wrong with that;
- `core/panel-score-outside-its-members` and the rules on who leads by the panel's scores, since the move that they are about is
  what the statistics of moderation count: it would stand beside itself."""
_ITEM = late_pattern(r"(evaluation\.(?:individual|consensus|changes)\[\d+\])")


def corroborated(verdicts: tuple[Verdict, ...], case: Case) -> tuple[Verdict, ...]:
    """Return verdicts in which a statistic that a flagged record finding stands beside is flagged, and says by which."""
    if not any(one.findings and one.basis == STATISTIC for one in verdicts):
        return verdicts
    beside = _flagged(verdicts, lambda: _made_by_changes(case))
    return tuple(_beside(one, beside) if one.findings and one.basis == STATISTIC else one for one in verdicts)


def _flagged(
    verdicts: Iterable[Verdict], made_by: Callable[[], Mapping[str, tuple[str, ...]]]
) -> dict[str, tuple[str, Finding]]:
    """Return the first flagged finding about the score of every item of the record, with the name of its rule.

    What is wrong with a change is wrong with the score that it made.
    """
    found: dict[str, tuple[str, Finding]] = {}
    made: Mapping[str, tuple[str, ...]] | None = None
    for verdict in verdicts:
        for one in verdict.findings if verdict.basis not in (STATISTIC, "heuristic") else ():
            if one.outcome is Outcome.FLAGGED and verdict.name in _ABOUT_SCORES:
                for item in _items(one):
                    found.setdefault(item, (verdict.name, one))
                    if item.startswith(_CHANGES):
                        made = made_by() if made is None else made
                        for score in made.get(item, ()):
                            found.setdefault(score, (verdict.name, one))
    return found


_CHANGES = "evaluation.changes["


def _made_by_changes(case: Case) -> dict[str, tuple[str, ...]]:
    """Return by each change the scores on record that it made: of the same bid, question and person, with its last figure."""
    from fairaudit.analysis.phases import AGREED, phase_named

    def key(one: Score | Change, own: bool, figure: object) -> tuple[object, ...]:
        person = whose(case, one.evaluator) if own and one.evaluator else None
        return own, one.bid, one.criterion, one.lot, person, figure

    scores: dict[tuple[object, ...], list[str]] = {}
    for own, rows in ((True, case.evaluation.individual), (False, case.evaluation.consensus)):
        for score in rows or ():
            scores.setdefault(key(score, own, score.score), []).append(text_of(score.path))
    found = {}
    for one in case.evaluation.changes or ():
        own = one.evaluator is not None and phase_named(one.stage) != AGREED
        if one.to is not None:
            found[text_of(one.path)] = tuple(scores.get(key(one, own, one.to), ()))
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
