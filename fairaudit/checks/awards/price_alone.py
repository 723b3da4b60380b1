"""Whether the price alone decides who wins a lot, and whether by it a bid comes before others."""

from __future__ import annotations

from collections.abc import Collection

from fairaudit.checks.contest.pricing import lowest_first
from fairaudit.checks.prices.compared import priced_contests
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import Question, lowest_price_wins, worth
from fairaudit.checks.scoring.totals.award_words import (
    contradicted_way,
    highest_price_wins,
    price_alone,
    unread_award_words,
)
from fairaudit.procurement.case import Case


def goes_by_price(case: Case, lot: str | None, ordered: bool) -> bool:
    """Whether the price alone decides a lot, and no record orders its bids by points that are worked out again.

    By plain words it decides, too, where the criteria contradict them: what is found then is a question that quotes them.
    """
    weighed = [one for one in leaves_for(case, lot) if worth(one) != 0]
    if not weighed:
        return lowest_price_wins(case.tender) or price_alone(case)
    return all(_is_plain(one, ordered) for one in weighed) or (price_alone(case) and contradicted_way(case))


def _is_plain(question: Question, ordered: bool) -> bool:
    """Whether a criterion is the price itself: a cost has other parts, and points by the mean have another order."""
    kind = (question.criterion.type or "").lower()
    if not question.is_price or kind not in ("price", ""):
        return False
    formula = question.formula
    return formula is None or formula.name is None or (not ordered and lowest_first(formula))


def before_by_price(case: Case, bid: str, others: Collection[str], lot: str | None) -> bool | None:
    """Whether a bid comes before others where the price alone decides: surely, perhaps (`False`), or not (`None`).

    Perhaps it does where words of the award were not understood, or prices were adjusted.
    """
    if not others or not goes_by_price(case, lot, ordered=True):
        return None
    sign = -1 if highest_price_wins(case) else 1
    for contest in priced_contests(case):
        asked = {one.bid.id: sign * one.price for one in contest.bids}
        if contest.lacking is None and {bid, *others} <= asked.keys():
            if not all(asked[bid] < asked[one] for one in others):
                return None
            plain = contest.tax.sure and not case.evaluation.price_adjustments
            return plain and not unread_award_words(case)
    return None
