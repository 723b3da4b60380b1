"""Which scores were asked of whom: what the allocation says, of bids still in the contest, save where they stood aside."""

from fairaudit.checks.people.conduct.aside import aside_from_bid
from fairaudit.checks.scoring.criteria.tree import Question, scored_leaves
from fairaudit.checks.scoring.evaluation_records import OUT, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Allocation
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.persons.identity import whose
from fairaudit.sources.document import Path


def stood_aside(case: Case, evaluator: str, bid: Bid) -> bool:
    """Whether an evaluator, by their one key, is recorded as having stood aside from a bid."""
    aside = case.once(_aside).get(evaluator)
    return aside is not None and aside_from_bid(case, aside, bid)


def _aside(case: Case) -> dict[str, tuple[str, ...]]:
    """Return what everybody stood aside from, by the one key of a person."""
    found: dict[str, tuple[str, ...]] = {}
    for one in case.declarations:
        if one.person and one.recused_from:
            key = whose(case, one.person)
            found[key] = (*found.get(key, ()), *one.recused_from)
    return found


def expected_scores(case: Case, asked: tuple[Allocation, ...]) -> dict[str, tuple[str, list[tuple[Bid, Question]]]]:
    """Return by the one key of each evaluator what they are called and the scores they were to give.

    These are bids still in the contest × questions, price left out unless it is named.
    """
    found: dict[str, tuple[str, dict[tuple[Path, Path], tuple[Bid, Question]]]] = {}
    for one in asked:
        if one.evaluator is None:
            continue
        _, cells = found.setdefault(whose(case, one.evaluator), (one.evaluator, {}))
        for bid in case.bids:
            lot = lot_of(case, bid.id, None)
            if bid.status in OUT | {"invited", "pending"} or not _covers(one, bid.id, lot):
                continue
            for question in scored_leaves(case):
                if _was_asked(one, question) and question.applies_to(lot):
                    cells.setdefault((bid.path, question.criterion.path), (bid, question))
    return {key: (name, list(cells.values())) for key, (name, cells) in found.items()}


def not_asked(case: Case, evaluator: str, bid: str, question: Question) -> bool:
    """Whether the allocation names an evaluator, by their one key, and not for this bid and question."""
    own = [one for one in case.evaluation.allocation or () if one.evaluator and whose(case, one.evaluator) == evaluator]
    lot = lot_of(case, bid, None)
    return bool(own) and not any(_covers(one, bid, lot) and _was_asked(one, question) for one in own)


def _covers(allocation: Allocation, bid: str | None, lot: str | None) -> bool:
    if allocation.lots and lot and lot not in allocation.lots:
        return False
    return allocation.bids is None or bid in allocation.bids


def _was_asked(allocation: Allocation, question: Question) -> bool:
    if allocation.criteria is None:
        return not question.is_price
    return any(one.id in allocation.criteria for one in question.lineage if one.id)
