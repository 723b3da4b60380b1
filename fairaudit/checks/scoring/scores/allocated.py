"""The check of the family `scoring` on scores that nobody asked for: outside what the allocation gives their evaluator."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.tree import Question, question_with
from fairaudit.checks.scoring.evaluation_records import lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Allocation, Evaluation, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.identity import ambiguous, person_called, whose


class Unasked(Frozen):
    """An evaluator, and the scores they gave that the allocation does not ask of them."""

    evaluator: str
    number: int
    cells: tuple[str, ...]


@check
def scores_are_allocated(node: Node[Evaluation], case: Case) -> Found[Unasked]:
    """Ask about scores outside the allocation by those who are named in it; others are the business of the panel's check."""
    for name in ("allocation", "individual"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
            return
    asked: dict[str, list[Allocation]] = {}
    for told in node.value.allocation or ():
        if told.evaluator and not ambiguous(case, told.evaluator):
            asked.setdefault(whose(case, told.evaluator), []).append(told)
    stray: dict[str, list[Score]] = {}
    for one in node.value.individual or ():
        question = question_with(case, one.criterion)
        if one.evaluator and question is not None and not ambiguous(case, one.evaluator):
            key = whose(case, one.evaluator)
            if key in asked and not any(_covers(case, told, one, question) for told in asked[key]):
                stray.setdefault(key, []).append(one)
    for key, scores in stray.items():
        cells = tuple(dict.fromkeys(f"{one.bid} on {one.criterion}" for one in scores))
        facts = Unasked(person_called(case, scores[0].evaluator or ""), len(scores), cells)
        yield Hit(scores[0].node, facts, confidence="possible", key=key)


def _covers(case: Case, told: Allocation, score: Score, question: Question) -> bool:
    """Whether an allocation asks for a score; what a record does not say may be asked for."""
    lot = lot_of(case, score.bid, score.lot)
    if (told.lots and lot and lot not in told.lots) or (told.bids and score.bid and score.bid not in told.bids):
        return False
    return told.criteria is None or any(one.id in told.criteria for one in question.lineage if one.id)
