"""The check of the family `scoring` on pass/fail questions: who failed one is out, where failing shuts out."""

from collections.abc import Iterator, Sequence

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.tree import Question, called, questions
from fairaudit.checks.scoring.evaluation_records import bid_called, is_out, lot_of, maybe, plain, recorded_scores
from fairaudit.checks.scoring.minimums.outcomes import IN_THE_TOTALS, became
from fairaudit.checks.scoring.sittings import counting
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import ConditionResult

_Bid = tuple[str | None, str | None]
"""A bid and a lot."""
_Records = Sequence[Score | ConditionResult]
"""What says whether a bid met a question."""


class Failed(Frozen):
    """A bid that did not meet a pass/fail question, and what became of it."""

    bid: str
    criterion: str
    then: str


@check
def gates_are_applied(node: Node[Evaluation], case: Case) -> Found[Failed]:
    """Flag a bid that is recorded as not meeting a pass/fail question and is ranked or awarded all the same.

    The panel's word counts, else that of its members where they agree, and what stands with the bid itself beside it; a
    question that does not say whether failing it shuts a bid out, and one that only members judged, are for a person to look at.
    """
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    for question in questions(case):
        if question.criterion.treatment != "pass-fail" or question.criterion.disqualifies is False:
            continue
        panel, members = (_judged(case, question, one) for one in (node.value.consensus, node.value.individual))
        checked = _with_bids(case, question)
        if not panel and not members and not checked:
            key = question.criterion.id
            absent = "evaluation.consensus" if key else f"{text_of(question.criterion.path)}.id"
            yield Unassessed(node, f"whether bids met {called(question.criterion)} is not recorded", (absent,))
        yield from _in_numbers(case, question, {one[0] for one in (*panel, *checked)})
        for bid in dict.fromkeys((*panel, *members, *checked)):
            if not is_out(case, bid[0]):
                of_panel = [*panel.get(bid, ()), *checked.get(bid, ())]
                yield from _applied(case, question, bid, of_panel, members.get(bid, []) if bid not in panel else [])


def _in_numbers(case: Case, question: Question, judged: set[str | None]) -> Iterator[Unassessed]:
    """Say of each bid that has a number where it should say whether the question was met: 0 may be a fail or no points."""
    for _, one in recorded_scores(case.evaluation):
        if one.criterion is None or one.criterion != question.criterion.id or one.score is None or one.met is not None:
            continue
        if one.bid not in judged and not is_out(case, one.bid):
            judged = {*judged, one.bid}
            words = f"{bid_called(case, one.bid)} has the number {plain(one.score)} for {called(question.criterion)}"
            reason = f"{words}, a pass/fail question, and a number does not say whether it was met"
            yield Unassessed(one.field("score"), reason, (f"{text_of(one.path)}.met",))


def _judged(case: Case, question: Question, scores: tuple[Score, ...] | None) -> dict[_Bid, list[Score]]:
    """Return what was found on a question, by bid and lot."""
    found: dict[_Bid, list[Score]] = {}
    for one in counting(scores):
        if one.criterion is not None and one.criterion == question.criterion.id and one.met is not None:
            found.setdefault((one.bid, lot_of(case, one.bid, one.lot)), []).append(one)
    return found


def _with_bids(case: Case, question: Question) -> dict[_Bid, list[ConditionResult]]:
    """Return what the bids themselves keep of a question, unless a condition of taking part has its id."""
    key = question.criterion.id
    if key is None or any(one.id == key for one in case.tender.selection_criteria or ()):
        return {}
    found: dict[_Bid, list[ConditionResult]] = {}
    for bid in case.bids:
        own = [one for one in bid.conditions or () if one.criterion == key and one.met is not None]
        if own:
            found.setdefault((bid.id, lot_of(case, bid.id, bid.lot)), []).extend(own)
    return found


def _applied(case: Case, question: Question, bid: _Bid, panel: _Records, members: _Records) -> Found[Failed]:
    """Judge one bid on one question, by the records of the panel or the bid and those of members."""
    counted = [*panel, *members]
    failed = [one for one in counted if one.met is False]
    then = became(case, (*bid, None))
    if not failed or then == "":
        return
    what = called(question.criterion)
    if len(failed) < len(counted):
        reason = f"the records differ on whether {bid_called(case, bid[0])} met {what}"
        # Two records of the panel that differ: no further field says which is right.
        names = () if panel else ("evaluation.consensus",)
        yield Unassessed(failed[0].node, reason, names)
    elif then is None:
        reason = "what became of a bid that failed a pass/fail question is not recorded"
        yield Unassessed(failed[0].node, reason, ("evaluation.ranking", "awards"))
    else:
        sure = bool(panel) and question.criterion.disqualifies is True and then != IN_THE_TOTALS
        related = ((question.criterion.node, "the question"),)
        key = "|".join(one for one in (bid[0], question.criterion.id, bid[1]) if one)
        facts = Failed(bid_called(case, bid[0]), what, then)
        yield Hit(failed[0].field("met"), facts, related, maybe(not sure), key)
