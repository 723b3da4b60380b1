"""Rows of a table in long form that are sums or averages of others, and no scores: `Total`, `Grand total`, `Average`."""

from __future__ import annotations

from collections.abc import Sequence

from fairaudit.analysis.text.scores.sum_labels import heads_a_total, heads_an_average_of_people
from fairaudit.procurement.tabled.keys import Keys
from fairaudit.sources.tables.grid import Cell

WORDS = "heads a row of sums or averages, and names nobody and nothing of this case; the row is left out, and no score with it"


class Totals:
    """Tells such rows by a cell that says so where an evaluator, a bidder or a criterion would stand."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.said: dict[tuple[int, str, str | None], bool] = {}

    def place(self, cells: Sequence[Cell], lot: str | None) -> int | None:
        """Return which of evaluator, bidder and criterion says that a row is a sum, `None` where none does."""
        for at, cell in enumerate(cells):
            if isinstance(cell, str):
                key = (at, cell, lot)
                said = self.said.get(key)
                if said is None:
                    heads = heads_an_average_of_people if at == 0 else heads_a_total
                    said = self.said[key] = heads(cell) and not self._names(at, cell, lot)
                # Without bids to compare it with, a firm may be called so.
                if said and (at != 1 or self.keys.bids or None in cells):
                    return at
        return None

    def _names(self, at: int, cell: str, lot: str | None) -> bool:
        if at == 0:
            return self.keys.named_after(cell) is not None
        return self.keys.names_a_bid(cell, lot) if at == 1 else self.keys.names_a_criterion(cell)
