"""Checks of what providers are told after a competition, and of the scoring record they may ask to see."""

from collections.abc import Iterator

from fairaudit.analysis.text.scores.averaged import Averaging, averages_scores
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.evaluation_records import OUT, scores_by_bid
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells

_NOT_SCORED = OUT | {"invited"}


class Untold(Frozen):
    """A bid whose bidder is not recorded as told in writing that it did not win."""

    bid: str


@check
def loser_not_told(node: Node[Bid], case: Case) -> Found[Untold]:
    """Flag a bid that did not win and for which no letter is recorded; only where the letters are given in full."""
    winners, bid = winning_bids(case), node.value
    if not winners:
        yield Unassessed(node, "which bid won is not given", ("awards[].bid",))
        return
    lots = case.once(_awarded_lots)
    undecided = bool(bid.lot and lots and bid.lot not in lots)
    if bid.id in winners or bid.id in case.once(_told) or bid.status in ("withdrawn", "invited") or undecided:
        return
    if case.holds_all("evaluation.summaries"):
        yield Hit(node, Untold(_called(case, bid)))
    else:
        reason = f"no letter about {_called(case, bid)} is given, and `complete` does not name evaluation.summaries"
        yield Unassessed(node, reason, ("evaluation.summaries",))


def _awarded_lots(case: Case) -> frozenset[str]:
    return frozenset(one.lot for one in case.awards if one.lot)


def _called(case: Case, bid: Bid) -> str:
    """Return how people call a bid: its id and its bidder's name."""
    key = bid.id or "a bid without an id"
    return f"{key} ({case.party_name(bid.bidder)})" if bid.bidder else key


def winning_bids(case: Case) -> frozenset[str]:
    """Return the bids that awards name, by their id or by the supplier that made them."""
    return case.once(_winning)


def _told(case: Case) -> frozenset[str | None]:
    """Return the bids about which a letter is recorded."""
    return frozenset(one.bid for one in case.evaluation.summaries or () if one.sent or one.text or one.contains)


class Bare(Frozen):
    """A bid, and what of its scoring is not on record: by whom, on which criteria."""

    bid: str
    lacking: tuple[str, ...]


@check
def scoring_record_bare(node: Node[Evaluation], case: Case) -> Found[Bare]:
    """Flag bids whose record lacks any score, individual scores, comments of the evaluators, or the reasoned agreed score.

    Looked at for every bid in the contest, the winner's and the losers', criterion by criterion; absence counts only where
    `complete` names the evaluation. Scores that differ and were never agreed are a question where no score was: they may have
    been averaged.
    """
    evaluation = node.value
    if evaluation.individual is None and evaluation.consensus is None:
        yield Unassessed(node, "no scores are given", ("evaluation.individual", "evaluation.consensus"))
        return
    if not case.gives("bids"):
        yield Unassessed(node, "bids is not given", ("bids",))
        return
    own, joint = scores_by_bid(evaluation.individual), scores_by_bid(evaluation.consensus)
    lots = {bid.lot for bid in case.bids if bid.id in own or bid.id in joint}
    averaged = averages_scores(case.tender.award_method or "") is not Averaging.UNSAID
    for bid in case.bids:
        if bid.id is None or bid.status in _NOT_SCORED or bid.lot not in lots:
            continue
        mine, agreed = own.get(bid.id, []), joint.get(bid.id, [])
        lacking = [*_lacking(mine, agreed)] if mine or agreed else ["any score"]
        several = () if averaged else _not_agreed(mine, agreed).items()
        unsettled = [one for one, scores in several if joint or len(scores) > 1]
        if unsettled and joint:
            lacking.append(_with("an agreed score and its reasons", unsettled))
        if lacking and case.holds_all("evaluation"):
            yield Hit(bid.node, Bare(_called(case, bid), tuple(lacking)))
        elif lacking:
            reason = f"{_called(case, bid)}: {', '.join(lacking)} not given, and `complete` does not name evaluation"
            yield Unassessed(bid.node, reason, ("evaluation",))
        if unsettled and not joint and case.holds_all("evaluation"):
            facts = Bare(_called(case, bid), (_with("an agreed score and its reasons", unsettled),))
            yield Hit(bid.node, facts, (), "possible", key="unsettled")


def _not_agreed(own: list[Score], joint: list[Score]) -> dict[str, set[object]]:
    """Return the criteria on which several evaluators scored a bid and no score was agreed, with the scores they gave."""
    settled = {one.criterion for one in joint}
    scores, who = dict[str, set[object]](), dict[str, set[str | None]]()
    for one in own:
        if one.score is not None and one.criterion not in settled:
            scores.setdefault(one.criterion or "", set()).add(one.score)
            who.setdefault(one.criterion or "", set()).add(one.evaluator)
    return {criterion: given for criterion, given in scores.items() if len(who[criterion]) > 1}


def _lacking(own: list[Score], joint: list[Score]) -> Iterator[str]:
    """Yield what a bid's record lacks, in words with the criteria concerned."""
    scored = dict.fromkeys(one.criterion or "" for one in (*own, *joint))
    by_one = {one.criterion for one in own if one.score is not None}
    parts = (
        ("individual scores", [one for one in scored if one not in by_one]),
        (
            "comments of evaluators",
            [one.criterion or "" for one in own if not (tells(one.comment) or tells(one.reason))],
        ),
        ("the reasons of the agreed score", [one.criterion or "" for one in joint if not tells(one.reason)]),
    )
    for words, criteria in parts:
        if criteria:
            yield _with(words, criteria)


def _with(words: str, criteria: list[str]) -> str:
    """Return words with the criteria they are about, where these have names."""
    named = ", ".join(one for one in dict.fromkeys(criteria) if one)
    return f"{words} ({named})" if named else words


def _winning(case: Case) -> frozenset[str]:
    bids: dict[str | None, list[Bid]] = {}
    for one in case.bids:
        bids.setdefault(one.bidder, []).append(one)
    named = {award.bid for award in case.awards if award.bid}
    for award in case.awards:
        for supplier in award.suppliers or () if award.bid is None else ():
            named |= {one.id for one in bids.get(supplier, []) if one.id and award.lot in (None, one.lot)}
    return frozenset(one for one in named if one)
