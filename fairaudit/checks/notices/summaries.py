"""Checks of what suppliers are told about the assessment: everybody whose tender counted, at once, and what the record says."""

from datetime import date
from decimal import Decimal

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criterion_tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.frozen import Frozen
from fairaudit.law.moments import day_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Score, Summary
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.records import Bid
from fairaudit.procurement.rivals import admitted, name_of
from fairaudit.procurement.told import tells
from fairaudit.procurement.wanted import in_list


class Untold(Frozen):
    """Whose tender was assessed and who was told nothing."""

    bidder: str


@check
def summary_missing(node: Node[Bid], case: Case) -> Found[Untold]:
    """Flag an assessed tender without a summary once an award is recorded; a tender that was disregarded gets none."""
    bid = node.value
    assessed = admitted(case, bid)
    if not case.gives("awards"):
        yield Unassessed(node, "awards is not given", ("awards",))
        return
    if assessed is False or not case.awards:
        return
    if assessed is None:
        yield lacking(bid.field("status"))
        return
    if bid.id is not None and bid.id in case.once(_told):
        return
    if case.holds_all("evaluation.summaries") and bid.id is not None:
        yield Hit(node, Untold(name_of(case, bid)))
    else:
        yield Unassessed(
            node,
            f"completeness of summaries: none for {name_of(case, bid)} is given",
            ("completeness of evaluation.summaries",),
        )


def _told(case: Case) -> frozenset[str]:
    return frozenset(one.bid for one in case.evaluation.summaries or () if one.bid)


class Apart(Frozen):
    """The first and the last day on which summaries were sent, and to whom last."""

    first: date
    last: date
    bid: str


@check
def summaries_apart(node: Node[Evaluation], case: Case) -> Found[Apart]:
    """Flag summaries for one lot that were not all sent on the same day."""
    found: dict[str | None, list[tuple[date, Summary]]] = {}
    for one in node.value.summaries or ():
        day = day_of(case, one.sent) if one.sent else None
        if day is None:
            yield lacking(one.field("sent"))
        else:
            found.setdefault(lot_of(case, one.bid, None), []).append((day, one))
    if node.value.summaries is None:
        yield lacking(node.value.field("summaries"))
    for lot, sent in found.items():
        first, last = (pick(sent, key=lambda pair: pair[0]) for pick in (min, max))
        if last[0] > first[0]:
            facts = Apart(first[0], last[0], bid_called(case, last[1].bid))
            yield Hit(last[1].field("sent"), facts, ((first[1].field("sent"), "the first"),), key=lot or "")


class Told(Frozen):
    """The score a supplier was told, and the one that is recorded."""

    bid: str
    criterion: str
    told: Decimal
    recorded: Decimal


@check
def summary_differs(node: Node[Summary], case: Case) -> Found[Told]:
    """Flag a score in a summary that is not the panel's recorded score."""
    one = node.value
    if one.scores is None or one.bid is None:
        yield lacking(one.field("scores" if one.bid else "bid"))
        return
    if case.evaluation.consensus is None:
        yield lacking(Node(("evaluation", "consensus"), None))
        return
    recorded = case.once(_recorded)
    for criterion, told in one.scores.items():
        scores = recorded.get((one.bid, criterion), [])
        values = [score.score for score in scores if score.score is not None]
        question = question_with(case, criterion)
        if not values and not (question and question.is_price):
            # What a formula gives for a price is no score of the panel.
            lacks = in_list(case, "evaluation.consensus", f"criterion {criterion}, bid {one.bid}")
            yield Unassessed(node, "the panel's score is not given", (lacks,))
        elif values and told not in values:
            at: Node[object] = Node((*one.path, "scores", criterion), told)
            facts = Told(bid_called(case, one.bid), called_by_id(case, criterion), told, values[-1])
            yield Hit(at, facts, ((scores[-1].field("score"), "the recorded score"),), key=criterion)


def _recorded(case: Case) -> dict[tuple[str, str], list[Score]]:
    found: dict[tuple[str, str], list[Score]] = {}
    for one in case.evaluation.consensus or ():
        if one.bid and one.criterion:
            found.setdefault((one.bid, one.criterion), []).append(one)
    return found


class Bare(Frozen):
    """A score without a word about it."""

    bid: str
    criterion: str


@check
def score_unexplained(node: Node[Score], case: Case) -> Found[Bare]:
    """Flag a score of the panel without a reason or comment; prices that a formula scores, and pass or fail, need none."""
    one = node.value
    question = question_with(case, one.criterion)
    if tells(one.reason) or tells(one.comment) or (question and (question.is_price or not question.is_scored)):
        return
    if case.holds_all("evaluation.consensus"):
        facts = Bare(bid_called(case, one.bid), called_by_id(case, one.criterion))
        yield Hit(node, facts, key=f"{one.bid}|{one.criterion}")
    else:
        name = text_of((*one.path, "reason"))
        yield Unassessed(node, f"{name} is not given, and `complete` does not name evaluation.consensus", (name,))
