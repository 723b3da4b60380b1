"""Which pictures of an evaluation are not drawn although there is one, and why, as far as the report says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fairaudit.engine.contract.report import CaseReport, Verdict
from fairaudit.reports.pictures.letters import few, plain
from fairaudit.reports.pictures.values import Picture, number

_PICTURES = (
    ("evaluation-1-scores", "scores by criterion and bidder", "evaluation/what-each-evaluator-gave"),
    ("evaluation-2-residuals", "residuals", "evaluation/evaluator-departs-for-one-bid"),
    ("evaluation-3-slopes", "slopes to the panel's scores", "evaluation/moderation-changes-who-leads"),
    ("evaluation-4-prices", "quality against price", "evaluation/contest-as-recorded"),
    ("evaluation-5-weights", "other weights", "what-if/first-by-other-weights"),
    ("evaluation-6-ranks", "ranks over the scenarios", "what-if/places-over-scenarios"),
    ("evaluation-7-bids", "prices of the bids", "evaluation/low-prices-marked"),
)
"""The pictures of an evaluation: how their keys begin, what they are called in a list, and which rule measures their numbers."""
_RESIDUALS = "evaluation-2-residuals"
_SCORES = "raw-scores"
_OF_PRICES = frozenset({"evaluation/low-prices-marked", "evaluation/prices-nearly-equal"})
"""Rules of the pack that measure something of bids alone: they do not show that there is an evaluation."""
ONE_EVALUATOR = "one evaluator only"
NOT_ASKED = "drawn with --scenario alone"


def not_drawn(case: CaseReport, pictures: Sequence[Picture]) -> tuple[str, ...]:
    """Return a line for each reason why some of the seven pictures are not there; none where there is no evaluation."""
    if not any(one.rule.startswith("evaluation/") and one.rule not in _OF_PRICES for one in case.measures):
        return ()
    lots = _lots(case)
    by_reason: dict[str, list[str]] = {}
    for key, name, rule in _PICTURES:
        there = {one.lot for one in pictures if one.key.startswith(key)}
        if not there:
            by_reason.setdefault(_reason(case, key, rule), []).append(name)
            continue
        for lot in lots:
            if lot not in there:
                by_reason.setdefault(_reason_of_lot(case, key, rule, lot), []).append(f"{name} (lot {plain(lot)})")
    return tuple(f"Not drawn: {few(names)} — {reason}." for reason, names in by_reason.items())


def _lots(case: CaseReport) -> tuple[str, ...]:
    """Return the lots whose scores are there; nothing where the contract is not in lots."""
    return tuple(dict.fromkeys(table.lot for one in case.measures for table in one.tables if table.name == _SCORES))


def _reason(case: CaseReport, key: str, rule: str) -> str:
    """Return why no lot has a picture."""
    if key == _RESIDUALS and all(_evaluators(case, lot) == 1 for lot in _lots(case) or ("",)):
        return ONE_EVALUATOR
    verdict = next((one for one in case.verdicts if one.name == rule), None)
    if verdict is None:
        return _not_judged(case, rule)
    if verdict.reason:
        return _nearest(verdict)
    said = [one.said for one in case.measures if one.rule == rule and not one.tables]
    return f"“{said[0].rstrip('.')}”" if said else f"the rule {rule} measured no numbers to draw"


def _reason_of_lot(case: CaseReport, key: str, rule: str, lot: str) -> str:
    """Return why this lot has none where others do; of which lot a rule lacked something stands with the rule."""
    if key == _RESIDUALS and _evaluators(case, lot) == 1:
        return ONE_EVALUATOR
    return f"the rule {rule} measured no numbers to draw there"


def _not_judged(case: CaseReport, rule: str) -> str:
    if any(one.rule == rule and one.replaced_by is None for one in case.not_in_force):
        return f"the rule {rule} is turned off"
    return NOT_ASKED if rule.startswith("what-if/") else f"the rule {rule} was not judged"


def _nearest(verdict: Verdict) -> str:
    """Return what kept the whole from being assessed: a single cell that was left out explains no missing picture."""
    depth = min((_depth(one.path) for one in verdict.unassessed), default=0)
    reasons = dict.fromkeys(one.reason for one in verdict.unassessed if _depth(one.path) == depth)
    return "; ".join(list(reasons)[:2] or _known(verdict.reason))


def _known(reason: str | None) -> Iterable[str]:
    return [reason] if reason else []


def _depth(path: str) -> int:
    return path.count(".") + path.count("[")


def _evaluators(case: CaseReport, lot: str) -> int:
    """Return how many evaluators' own scores of a lot are there."""
    people = set()
    for table in (table for one in case.measures for table in one.tables if table.name == _SCORES and table.lot == lot):
        who, score = table.columns.index("evaluator"), table.columns.index("score")
        people |= {row[who] for row in table.rows if row[who] is not None and number(row[score]) is not None}
    return len(people)
