"""The check of letters to bidders of one lot held against each other: a criterion whose score one of them alone leaves out."""

from __future__ import annotations

from fairaudit.analysis.text.letterwords import letter_read
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criterion_labels import meant_by
from fairaudit.checks.scoring.criterion_tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, lot_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Summary
from fairaudit.procurement.node import Node


class LeftOut(Frozen):
    """Whose letter has no score for a criterion, and how many letters to others have one."""

    bid: str
    criterion: str
    others: int


@check
def letters_tell_the_same(node: Node[Evaluation], case: Case) -> Found[LeftOut]:
    """Ask about a letter without the score for a criterion that the letters to all others of the lot tell.

    A letter without any score, one to a bid that is out, and a criterion for which the record has no score of the bid are left
    alone, and so is a score that the text of the letter tells in words that are read.
    """
    if node.value.summaries is None:
        yield Unassessed(node, "evaluation.summaries is not given", ("evaluation.summaries",))
        return
    by_lot: dict[str | None, list[tuple[Summary, frozenset[str]]]] = {}
    for one in node.value.summaries:
        if one.bid is not None and one.scores and not is_out(case, one.bid):
            by_lot.setdefault(lot_of(case, one.bid, one.lot), []).append((one, _told(case, one)))
    for told in by_lot.values():
        bids = {one.bid for one, _ in told}
        for one, own in told:
            others = [ids for other, ids in told if other.bid != one.bid]
            again = frozenset[str]().union(*(ids for other, ids in told if other.bid == one.bid))
            common = frozenset.intersection(*others) if others else frozenset[str]()
            for criterion in sorted(common - own - again):
                if _is_scored(case, one, criterion):
                    facts = LeftOut(bid_called(case, one.bid), called_by_id(case, criterion), len(bids) - 1)
                    yield Hit(one.field("scores"), facts, (), "possible", criterion)


def _told(case: Case, one: Summary) -> frozenset[str]:
    """Return the ids of the criteria for which a letter tells a score, in its figures or in its text."""
    in_words = letter_read(str(one.text)).said if one.text is not None else ()
    labels = [*(one.scores or ()), *(said.what for said in in_words if said.kind == "score" and not said.who)]
    meant = [meant_by(case, label).questions for label in labels]
    return frozenset(each.criterion.id for some in meant for each in some if each.criterion.id)


def _is_scored(case: Case, one: Summary, criterion: str) -> bool:
    """Whether the record may hold a score of the bid for a criterion that letters tell of; what the price earned is no score."""
    scores = case.evaluation.consensus or case.evaluation.individual or ()
    if not any(each.criterion == criterion for each in scores):
        return True
    return any(each.bid == one.bid and each.criterion == criterion for each in scores)
