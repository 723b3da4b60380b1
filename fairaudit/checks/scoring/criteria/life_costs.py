"""Criteria of cost that compare more than the price of a bid, by their own words."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import Question
from fairaudit.procurement.case import Case

_BESIDE_THE_PRICE = late_pattern(
    r"\b(?:life[- ]?cycles?|whole[- ]life|life[- ]?time|total costs? of ownership|tco|lcc|energy|fuel|electricity"
    r"|(?:running|operating|operational|operation|maintenance|disposal|consumption|usage|external) costs?"
    r"|lebenszyklus\w*|ciclo de vida|cycle de vie|cyklu życia)\b",
    re.IGNORECASE,
)

_WHOLE_LIFE = late_pattern(
    r"\b(?:life[- ]?cycle|whole[- ]life|life[- ]?time|total costs? of ownership|tco|lcc"
    r"|lebenszyklus\w*|ciclo de vida|cycle de vie|cyklu życia)\b",
    re.IGNORECASE,
)
"""What a criterion that is kept as one of price may be called all the same: `running costs` may be what is bid."""


def life_cost(case: Case, lot: str | None) -> Question | None:
    """Return the cost criterion of a lot whose words speak of more than the price: what bids ask is not what it compares."""
    known = case.once(_by_lot)
    if lot not in known:
        known[lot] = _found(case, lot)
    return known[lot]


def told_costs(case: Case, lot: str | None) -> str:
    """Return that costs beside the price may be compared, as an addition to what a figure comes from; else nothing."""
    if life_cost(case, lot) is None:
        return ""
    return " and the prices as bid (the criterion speaks of costs beside them, which are not recorded)"


def _by_lot(_: Case) -> dict[str | None, Question | None]:
    return {}


def _found(case: Case, lot: str | None) -> Question | None:
    for one in leaves_for(case, lot):
        own = one.criterion
        words = " ".join(each for each in (own.name, own.text) if each)
        if one.is_price and own.type == "cost" and _BESIDE_THE_PRICE.search(words):
            return one
        if one.is_price and _WHOLE_LIFE.search(own.name or ""):
            return one
    return None
