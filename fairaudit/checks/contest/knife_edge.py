"""Bids that are out by a minimum score within one step of one score."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.base import Hit, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.cells import cells_of, one_step
from fairaudit.checks.contest.figures import cell
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.scoring.criteria.of_lots import weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, better_is_lower, called, questions
from fairaudit.checks.scoring.evaluation_records import OUT, bid_named, bid_with, lot_of
from fairaudit.checks.scoring.minimums.reached import Reached, reached_by
from fairaudit.checks.scoring.minimums.readings import readings_of, yard_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid


class Edge(Frozen):
    """The bids that are out and below a minimum, those within one step of it, and the nearest of them."""

    below: int
    within: int
    bid: str
    criterion: str
    minimum: Decimal
    status: str


class _Missed(Frozen):
    bid: Bid
    question: Question
    has: Fraction
    within: bool


@check
def minimum_missed_by_one_step(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show bids that are out and below a published minimum, and which of them one step of one score would have let in."""
    asked = [one for one in questions(case) if (one.criterion.minimum_score or 0) > 0 and not better_is_lower(one)]
    if not asked or (node.value.consensus is None and node.value.individual is None):
        return
    found = [
        one for bid in case.bids if bid.status in OUT for question in asked if (one := _missed(case, bid, question))
    ]
    if not found:
        return
    near = [one for one in found if one.within]
    first = (near or found)[0]
    facts = Edge(
        len({one.bid.id for one in found}),
        len({one.bid.id for one in near}),
        bid_named(case, first.bid),
        called(first.question.criterion),
        first.question.criterion.minimum_score or Decimal(0),
        first.bid.status or "",
    )
    columns = ("bidder", "criterion", "per_cent_of_scale", "minimum", "within_one_step")
    rows = tuple(
        (
            bid_named(case, one.bid),
            called(one.question.criterion),
            cell(one.has * 100),
            one.question.criterion.minimum_score,
            1 if one.within else 0,
        )
        for one in found
    )
    yield Tabled(node, Measurement("within" if near else "beyond", facts, (Table("below-minimum", columns, rows),)))


def one_step_above(case: Case, key: str, question: Question) -> bool:
    """Whether one step less of one score would put a bid, which reaches a criterion's minimum, below it by each reading."""
    bid, minimum, yard = bid_with(case, key), question.criterion.minimum_score or Decimal(0), yard_of(question)
    lot = lot_of(case, key, bid.lot if bid else None)
    if minimum <= 0 or yard is None or better_is_lower(question) or not question.applies_to(lot):
        return False
    reached, readings = reached_by(case, question, key, lot), readings_of(question, minimum, yard)
    if reached is None or not readings or not all(one.met(reached.low) for one in readings):
        return False
    step = _step(case, question, lot, reached)
    lowered = (reached.high[0] - step, reached.high[1] - step)
    return step > 0 and all(one.missed(lowered) for one in readings)


def _missed(case: Case, bid: Bid, question: Question) -> _Missed | None:
    """Return by how much a bid missed a minimum, `None` where it did not or that is not known."""
    lot = lot_of(case, bid.id, bid.lot)
    yard, minimum = yard_of(question), question.criterion.minimum_score or Decimal(0)
    reached = reached_by(case, question, bid.id, lot) if bid.id and yard and question.applies_to(lot) else None
    readings = readings_of(question, minimum, yard)
    if reached is None or not readings or not all(one.missed(reached.high) for one in readings):
        return None
    step = _step(case, question, lot, reached)
    lifted = (reached.high[0] + step, reached.high[1] + step)
    return _Missed(bid, question, reached.high[0], step > 0 and all(one.met(lifted) for one in readings))


def _step(case: Case, question: Question, lot: str | None, reached: Reached) -> Fraction:
    """Return by how much of the scale one step of the score that counts most lifts what a bid has for a criterion."""
    cells = case.once(cells_of)
    weights = weights_in_full(case, lot) or []
    under = [(one, weight) for one, weight in weights if question.criterion in one.lineage]
    whole = sum((weight for _, weight in under), Fraction(0))
    if not under or whole <= 0:
        under, whole = [(question, Fraction(1))], Fraction(1)
    people = 1
    if not reached.agreed:
        people = max(1, len({one.evaluator for one in reached.scores}))
    return max(((one_step(one, cells, False) or Fraction(0)) * weight / whole / people for one, weight in under))
