"""Rows of a table in long form that hold words and no score: footnotes, signatures, notes between the scores."""

from __future__ import annotations

from collections.abc import Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.tabled.keys import Keys
from fairaudit.sources.tables.grid import Cell, Odd

_A_WORD = late_pattern(r"[^\W\d_]{2}")
WORDS = (
    "stands in a row without a score, a comment or a reason; the row is left out, so read whether it changes a score"
)


def words_beside(keys: Keys, row: Sequence[Cell], cells: Sequence[Cell], lot: str | None) -> tuple[int, str] | None:
    """Return the column, from 0, and the words of a row without a score, where they are more than whose it would be.

    A row of a bid and a criterion of the case is a score that was not given, which is judged elsewhere.
    """
    who, bid, criterion = row[:3]
    its_bid = isinstance(bid, str) and isinstance(keys.bid(bid, lot), str)
    its_criterion = isinstance(criterion, str) and isinstance(keys.criterion(criterion), str)
    if its_bid and its_criterion:
        return None
    its_evaluator = isinstance(who, str) and keys.named_after(who) is not None
    named = ((who, its_evaluator), (bid, its_bid), (criterion, its_criterion))
    known = {one for one, is_known in named if is_known}
    told = [(at, one.text if isinstance(one, Odd) else one) for at, one in enumerate(cells) if one and one not in known]
    if not any(_A_WORD.search(one) for _, one in told):
        return None
    return told[0][0], " | ".join(one for _, one in told)
