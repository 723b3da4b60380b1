"""Tables that stand one below the other in a sheet or CSV: where another begins, so that its rows are not read by wrong names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.scores.sum_labels import heads_a_sum, heads_a_total, may_head_figures
from fairaudit.procurement.tabled.keys import Keys, said
from fairaudit.sources.tables.grid import Cell, Row

WORDS = (
    "begins another table in the same sheet or file, which is not read, so that what it holds is not known; put it in a sheet or"
    " file of its own, and name it in the case"
)
_OF_A_PAGE = late_pattern(
    r"\b(?:page|pages|cont|continued|continuation|confidential|printed|signed|signature|initials|seite|fortsetzung"
    r"|suite|pagina)\b"
)
"""What stands at the end of a page or the head of the next, and begins no other table."""
_FEW = 3
"""How many filled cells a title may have."""
NEEDED = frozenset({"bidder", "criterion", "score"})


def heads_worked_out(title: str) -> bool:
    """Whether a title of a matrix, or of a sheet, says that it holds what was worked out of scores: `Weighted scores`."""
    return heads_a_total(title) or (heads_a_sum(title) and may_head_figures(title))


def heads(cells: Iterable[Cell], wanted: Mapping[str, str]) -> dict[str, int]:
    """Return the column of each field that a row names, where it names all that a score needs; else nothing."""
    named: dict[str, int] = {}
    for at, one in enumerate(cells):
        if isinstance(one, str) and (name := wanted.get(said(one))):
            named.setdefault(name, at)
    return named if named.keys() >= NEEDED else {}


class Below:
    """Tells which rows of a table in long form name its columns once more, and which begin another table."""

    def __init__(
        self, columns: Mapping[str, int], wanted: Mapping[str, str], titles: Iterable[str], keys: Keys, lot: str | None
    ) -> None:
        self.columns, self.wanted, self.keys, self.lot = columns, wanted, keys, lot
        self.titles = {said(one) for one in titles}
        self.title = ""
        """The last title since a row with a score, if it is none of a page."""
        self.across = False
        """Whether a row named several bids, as that above a matrix does."""

    def is_again(self, cells: list[Cell]) -> bool | None:
        """Whether a row is the names of the columns once more; `None` where another table begins with it."""
        score = self._at("score", cells)
        if isinstance(score, str) and score[:1].isdigit() and not self.across:
            self.title = ""
            return False
        # A score that was not given: there may be a million, each with words of its own.
        if self._is_of_the_case(cells):
            self.across = False
            return False
        if named := heads(cells, self.wanted):
            return True if named == self.columns and not self.title else None
        if self.across and self._is_of_a_matrix(cells):
            return None
        self._note(cells, score)
        return False

    def _at(self, name: str, cells: list[Cell]) -> Cell:
        at = self.columns[name]
        return cells[at] if at < len(cells) else None

    def _is_of_the_case(self, cells: list[Cell]) -> bool:
        """Whether a row names a bid and a criterion of the case where its columns say."""
        bid, criterion = self._at("bidder", cells), self._at("criterion", cells)
        if not isinstance(bid, str) or not isinstance(criterion, str):
            return False
        return self.keys.names_a_criterion(criterion) and self.keys.names_a_bid(bid, self.lot)

    def _note(self, cells: list[Cell], score: Cell) -> None:
        texts = [one for one in cells if isinstance(one, str)]
        bids = {
            meant for one in texts if self.keys.names_a_bid(one, self.lot) and (meant := self.keys.bid(one, self.lot))
        }
        self.across = len(bids) > 1 or (self.across and not bids)
        words = said(" ".join(texts))
        if score is not None:
            self.title = ""
        elif self._at("bidder", cells) is not None and self._at("criterion", cells) is not None:
            return
        elif texts and len(texts) <= _FEW and not (words in self.titles or self._is_of_a_part(texts, words)):
            self.title = words

    def _is_of_a_part(self, texts: list[str], words: str) -> bool:
        """Whether a title is that of a page, or of a part whose rows say by themselves what they are of."""
        if _OF_A_PAGE.search(words):
            return True
        whose = "evaluator" in self.columns
        return all(
            self.keys.names_a_bid(one, self.lot)
            or self.keys.names_a_criterion(one)
            or (whose and self.keys.named_after(one) is not None)
            for one in texts
        )

    def _is_of_a_matrix(self, cells: list[Cell]) -> bool:
        """Whether a row holds a criterion and numbers alone."""
        texts = [one for one in cells if one is not None]
        named = [one for one in texts if isinstance(one, str) and self.keys.names_a_criterion(one)]
        numbers = [one for one in texts if isinstance(one, str) and one[:1].isdigit() and one not in named]
        return bool(named) and bool(numbers) and len(named) + len(numbers) == len(texts)


class Blocks:
    """Tells where a second matrix stands above or below the one that is read."""

    def __init__(self, keys: Keys, lot: str | None, column: int, scores: Callable[[Cell], bool]) -> None:
        self.keys, self.lot, self.column, self.scores = keys, lot, column, scores
        self.wanted = {one: one for one in NEEDED} | {"bid": "bidder"}

    def bids(self, cells: list[Cell]) -> dict[int, str]:
        """Return which columns a row names a bid in."""
        named = {
            at: one for at, one in enumerate(cells) if isinstance(one, str) and self.keys.names_a_bid(one, self.lot)
        }
        return {at: str(self.keys.bid(one, self.lot)) for at, one in named.items()}

    def scored(self, rows: list[Row], bids: Iterable[int]) -> set[str]:
        """Return the criteria that rows name beside a score of a bid."""
        found: set[str] = set()
        for _, _, cells in rows:
            if any(at < len(cells) and self.scores(cells[at]) for at in bids):
                named = [one for one in cells if isinstance(one, str) and self.keys.names_a_criterion(one)]
                found |= {str(self.keys.criterion(one)) for one in named[:1]}
        return found

    def above(self, rows: list[Row]) -> int | None:
        """Return which row above a matrix begins another one."""
        return next((at for at, row in enumerate(rows) if self.scored(rows[at + 1 :], self.bids(row[2]))), None)

    def is_worked_out(self, rows: list[Row], at: int) -> bool:
        """Whether the title of a matrix that begins in a row says that it holds weighted scores, sums or averages."""
        within = [one for one in rows[at][2] if isinstance(one, str) and not self.keys.names_a_bid(one, self.lot)]
        # A row of sums written as formulas has one text and is no title: all else of a title's row is empty.
        above = [one for one in rows[at - 1][2] if one not in (None, "")] if at else []
        before = [one for one in above if isinstance(one, str)] if len(above) == 1 else []
        return any(len(some) == 1 and heads_worked_out(some[0]) for some in (within, before))

    def below(self, header: list[Cell], rows: list[Row]) -> int | None:
        """Return which row below a matrix begins another table: bidders once more over what was scored, or names of columns."""
        first = self.bids(header)
        named_since = False
        for at, (_, _, cells) in enumerate(rows):
            if heads(cells, self.wanted):
                return at
            bids = self.bids(cells)
            again = self.scored(rows[at + 1 :], bids) if len(bids) >= min(2, len(first)) else set()
            if again and (bids != first or named_since or again & self.scored(rows[:at], first)):
                return at
            name = cells[self.column] if self.column < len(cells) else None
            # A member's name between two parts says that the second is of somebody else.
            named_since = named_since or (isinstance(name, str) and self.keys.named_after(name) is not None)
        return None
