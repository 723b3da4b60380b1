"""Criteria that are scored by a figure of the bid itself, such as the weeks until delivery: members only copy it."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.scoring.criteria.tree import Question, question_with
from fairaudit.checks.scoring.evaluation_records import bid_with
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.records import Bid

_COUNTED = late_pattern(
    r"\b(?:seconds|minutes|hours|days|weeks|months|years|metres|km|kilometres|miles|litres|grams|kg|tonnes|kw|kwh|watts"
    r"|number of|count of|percentage of|share of)\b",
    re.IGNORECASE,
)
_BY_SIZE = late_pattern(
    r"\b(?:fewer|fewest|less|least|shorter|shortest|lower|lowest|quicker|faster|more|most|higher|highest|longer|longest)\b"
    r"(?: \w+){0,3} (?:is|are|counts?|wins?|scores?) (?:the )?(?:better|best|more|most|higher|highest|first)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"measured", "measurable", "quantitative", "quantity", "count"})
_NUMBER = late_pattern(r"\d+(?:\.\d+)?")


class _Figure(Frozen):
    """A bid, and what the panel recorded of it."""

    bid: Bid
    value: Decimal


def is_measured(case: Case, criterion: str | None) -> bool:
    """Whether a criterion says that it is scored by a number of something, or its scores are figures that the bids give."""
    question = question_with(case, criterion)
    return (question is not None and _says_so(question)) or _are_figures_of_bids(case, criterion)


def _says_so(question: Question) -> bool:
    """Whether a criterion is of a measured kind, or names a unit of which more or less is better, and no words are graded."""
    own, scale = question.criterion, question.scale
    if (own.type or "").casefold() in _KINDS:
        return True
    if scale is not None and scale.descriptors:
        return False
    said = " / ".join(one for one in (own.name, own.text) if one)
    by_size = (scale is not None and scale.better is not None) or _BY_SIZE.search(said) is not None
    return by_size and _COUNTED.search(said) is not None


def _are_figures_of_bids(case: Case, criterion: str | None) -> bool:
    """Whether all agreed scores for a criterion are one figure of each bid, or the one number in its answer."""
    scores = case.once(_scores).get(criterion, [])
    known = [_Figure(bid, one.score) for one in scores if one.score is not None and (bid := bid_with(case, one.bid))]
    if not known or len(known) < len(scores):
        return False
    names = frozenset[str]().union(*(one.bid.figures or {} for one in known))
    if any(all((one.bid.figures or {}).get(name) == one.value for one in known) for name in names):
        return True
    return all(_numbers((one.bid.answers or {}).get(criterion or "", "")) == [one.value] for one in known)


def _scores(case: Case) -> dict[str | None, list[Score]]:
    found: dict[str | None, list[Score]] = {}
    for one in case.evaluation.consensus or ():
        found.setdefault(one.criterion, []).append(one)
    return found


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(one) for one in _NUMBER.findall(text)]
