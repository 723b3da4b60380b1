"""The check on totals that follow from averages where the documents promise scores that the panel agrees."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.analysis.text.scores.averaged import Averaging, agreement_promised
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.cells import is_quality
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, scores_together
from fairaudit.checks.scoring.sheets.published_average import (
    averaging_said,
    single_scores,
    texts_on_the_award,
    unread_average,
)
from fairaudit.checks.scoring.totals.totals import averages_behind, bodies_behind, judged_totals
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score, Total
from fairaudit.procurement.model.node import Node

_LEAST = 2
"""Of how many bids the totals must follow: one may do so by chance. Heuristic."""


class Unagreed(Frozen):
    """What the documents promise, of how many bids the totals follow from averages all the same, and of which."""

    said: str
    number: int
    bidders: tuple[str, ...]


@check
def totals_follow_from_agreed_scores(node: Node[Evaluation], case: Case) -> Found[Unagreed]:
    """Ask about totals that all follow from the means of members' scores, where the documents promise agreed ones.

    Only where no agreed scores are recorded; a record of them is for other checks. Some of the means are scores that no member
    gave. Where the documents promise no agreement there is nothing to find.
    """
    if node.value.consensus is not None or scores_together(node.value):
        return
    texts = texts_on_the_award(case)
    promised = next((said for one in texts if (said := agreement_promised(one))), None)
    names = _lacking(node.value, promised, texts)
    if names:
        yield Unassessed(node, f"{names[0]} is not given", names)
    split = _between(case) if promised else []
    if promised is None or not split:
        return
    how = {averaging_said(case, one.criterion): one.criterion for one in split}
    if Averaging.UNREAD in how:
        yield unread_average(case, node, how[Averaging.UNREAD])
        return
    if Averaging.PLAIN in how:
        return
    bids = {one.bid for one in split}
    for lot, found in judged_totals(case).items():
        totals = [one for one in node.value.totals or () if lot_of(case, one.bid, one.lot) == lot]
        kept = [one for one in totals if one.bid in bids]
        yield from (one for one in found if isinstance(one, Unassessed))
        otherwise = averages_behind(case).keys() | bodies_behind(case).keys()
        if not found and lot not in otherwise and len(totals) >= _LEAST and kept:
            yield _unagreed(case, totals, promised, lot)


def _lacking(value: Evaluation, promised: str | None, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is not given without which nobody can tell: what the documents say, else scores and totals."""
    if promised is None:
        return () if texts else ("tender.award_method",)
    given = (("evaluation.individual", value.individual), ("evaluation.totals", value.totals))
    return tuple(name for name, one in given if one is None)


def _unagreed(case: Case, totals: list[Total], promised: str, lot: str | None) -> Hit[Unagreed]:
    facts = Unagreed(promised, len(totals), tuple(bid_called(case, one.bid) for one in totals))
    related = tuple((one.node, "follows from averages too") for one in totals[1:20])
    return Hit(totals[0].node, facts, related, "possible", lot or "")


def _between(case: Case) -> list[Score]:
    """Return members' scores for what the mean is a score that none of them gave."""
    found = []
    for one in case.evaluation.individual or ():
        single = single_scores(case, one)
        if single and is_quality(case, one.criterion) and sum(single, Fraction(0)) / len(single) not in single:
            found.append(one)
    return found
