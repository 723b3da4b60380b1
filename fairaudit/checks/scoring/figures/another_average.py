"""The check of the family `scoring` on totals that follow from another average of the individual scores than their mean."""

from fairaudit.analysis.text.scores.rounding import said_rounding
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of
from fairaudit.checks.scoring.sheets.averages import MEAN, ON_THE_SCALE, ROUNDED
from fairaudit.checks.scoring.sheets.published_average import (
    published_average,
    published_scores,
    texts_on_the_award,
    unread_rounding,
)
from fairaudit.checks.scoring.totals.totals import averages_behind, bodies_behind, order_stays_by_the_mean
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node


class Averaged(Frozen):
    """What the recorded figures follow from, of how many bids, and whose these are."""

    basis: str
    followed: Clause
    number: int
    bidders: tuple[str, ...]


_OF_THE_MEAN = frozenset(one.called for one in (MEAN, ON_THE_SCALE, *ROUNDED.values()))


@check
def totals_follow_from_the_mean(node: Node[Evaluation], case: Case) -> Found[Averaged]:
    """Ask about totals, or quality parts, all of which follow from another average of the individual scores than their mean.

    Where the documents say that the highest and the lowest score are left out, that takes the place of the mean.
    Only where two bids or more contradict the mean, and the documents' words on the award speak of neither.
    """
    if node.value.totals is None:
        yield Unassessed(node, "evaluation.totals is not given", ("evaluation.totals",))
    elif case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
    elif node.value.individual is None and node.value.consensus is None:
        yield Unassessed(node, "evaluation.individual is not given", ("evaluation.individual",))
    rounding = unread_rounding(case, node)
    if rounding and node.value.totals and node.value.consensus is None and not averages_behind(case):
        yield rounding
    for body in dict.fromkeys(bodies_behind(case).values()):
        words = f"the recorded figures follow from the scores of {body} alone, and nothing says that these are the agreed ones"
        yield Unassessed(node, words, ("evaluation.consensus",))
    for lot, averages in averages_behind(case).items():
        if any("median" in one for one in averages) and "median" in " ".join(texts_on_the_award(case)).casefold():
            continue
        if _is_published(case, averages):
            continue
        if rounding:
            yield rounding
            continue
        totals = [one for one in node.value.totals or () if lot_of(case, one.bid, one.lot) == lot]
        facts = Averaged(
            published_scores(case)[0].called,
            _listed(averages),
            len(totals),
            tuple(bid_called(case, one.bid) for one in totals),
        )
        related = tuple((one.node, "follows from it too") for one in totals[1:20])
        # The mean, only rounded, or not rounded as published, decided nothing where it leaves the order.
        only_rounded = published_average(case) is MEAN and all(one in _OF_THE_MEAN for one in averages)
        mild = only_rounded and order_stays_by_the_mean(case, lot)
        yield Hit(totals[0].node, facts, related, "possible", lot or "", "low" if mild else None)


def _is_published(case: Case, averages: tuple[str, ...]) -> bool:
    """Whether the documents' words say of all points that they are rounded as an average that gives every figure is."""
    if published_scores(case)[0] is not published_average(case):
        return False
    said = {
        places
        for text in texts_on_the_award(case)
        for places, mode in said_rounding(text, "average")
        if mode == "half-up"
    }
    return any(ROUNDED[places].called in averages for places in said & set(ROUNDED))


def _listed(averages: tuple[str, ...]) -> Clause:
    """Return averages of which any one may be meant, each said of the individual scores once, in the first."""
    first, *others = averages
    shorter = [one.replace(" of the individual scores", "") for one in others]
    if not shorter:
        return Clause(first)
    return Clause(f"either {', '.join((first, *shorter[:-1]))} or {shorter[-1]}")
