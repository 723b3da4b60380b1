"""Matrix sheets: bidders across, criteria down, a sheet for each evaluator. Found by the ids and names the case knows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.text.scores.comment_headings import heads_comments
from fairaudit.analysis.text.scores.sum_labels import heads_a_sum
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.tabled.collecting import Cells, Scored
from fairaudit.procurement.tabled.heading import NoHeading, misfit
from fairaudit.procurement.tabled.keys import Keys, Unmeant
from fairaudit.procurement.tabled.stacked import WORDS as ANOTHER
from fairaudit.procurement.tabled.stacked import Blocks
from fairaudit.procurement.tabled.unpublished import Rows, most_of
from fairaudit.procurement.tabled.values import Values, met
from fairaudit.sources.document import Lost
from fairaudit.sources.tables.grid import Cell, Figure, Grid, Odd, Remark, Row

_NO_SCORES = frozenset({
    "total", "totals", "weight", "weights", "weighting", "sum", "mean", "average", "rank", "ranking", "comment", "comments",
    "notes", "maximum", "max", "subtotal", "grand total", "weighted total", "signature", "date", "price",
})  # fmt: skip
"""What a row or a column of a sheet is called that holds no scores of a member. Heuristic."""


TURNED = (
    "has its criteria across, in this row, and its bidders down; write criteria down and bidders across, or one score a row"
    " (without `layout: matrix`)"
)


class Corner(Frozen):
    """Where a matrix stands: the row of its bidders and the column of its criteria, from 0, and all rows of the sheet."""

    row: int
    column: int
    rows: list[Row]

    @property
    def line(self) -> int:
        """The line of the row of the bidders."""
        return self.rows[self.row][0]


def corner_of(grid: Grid, keys: Keys, table: ScoreTable) -> Corner | NoHeading:
    """Return the row with most bidders and the column below it with most criteria; a reason where one is missing."""
    rows = list(grid.rows)
    best = max(range(len(rows)), key=lambda at: (_bids(rows[at][2], keys, table), -at), default=None)
    if best is None or not _bids(rows[best][2], keys, table):
        merged = [one for one in grid.merged if keys.heads_a_bid(one.text, table.lot)]
        words = (
            "has no row with the bidders of this case, by the ids of their bids or by their names, as a matrix needs"
            if not merged
            else "has its bidders in merged cells, over several columns or rows each; unmerge them and write each bidder over its"
            " column of scores alone; its comments may stand in the column to the right, headed `Comments`"
        )
        return NoHeading(merged[0].row if merged else rows[0][0] if rows else 1, words)
    counts: dict[int, int] = {}
    for _, _, cells in rows[best + 1 :]:
        for at, one in enumerate(cells):
            if isinstance(one, str) and keys.names_a_criterion(one):
                counts[at] = counts.get(at, 0) + 1
    if not counts:
        if (turned := _turned(rows, keys, table)) is not None:
            return NoHeading(rows[turned][0], TURNED)
        words = "has no column with award criteria of this case below the row of its bidders, as a matrix needs"
        return NoHeading(rows[best][0], words)
    return Corner(best, max(counts, key=lambda at: (counts[at], -at)), rows)


def _turned(rows: list[Row], keys: Keys, table: ScoreTable) -> int | None:
    """Return the row of the criteria of a matrix that stands the other way round: its bidders down and its criteria across."""
    across = [sum(1 for one in cells if isinstance(one, str) and keys.names_a_criterion(one)) for _, _, cells in rows]
    most = max(range(len(rows)), key=lambda at: (across[at], -at))
    if not across[most]:
        return None
    down = {at for _, _, cells in rows[most + 1 :] for at, one in enumerate(cells) if _is_a_bid(one, keys, table)}
    named = {at for at, one in enumerate(rows[most][2]) if isinstance(one, str) and keys.names_a_criterion(one)}
    return most if down and not down & named else None


def _is_a_bid(cell: Cell, keys: Keys, table: ScoreTable) -> bool:
    return isinstance(cell, str) and keys.heads_a_bid(cell, table.lot)


def holds_scores(grid: Grid, keys: Keys, table: ScoreTable) -> bool:
    """Whether a sheet is a matrix of this case with a number in it, whoever it is named after."""
    corner = corner_of(grid, keys, table)
    if not isinstance(corner, Corner):
        return False
    header = corner.rows[corner.row][2]
    bids = [at for at, one in enumerate(header) if isinstance(one, str) and keys.heads_a_bid(one, table.lot)]
    most = most_of(keys.highest)
    return any(
        isinstance(cells[corner.column], str)
        and keys.names_a_criterion(str(cells[corner.column]))
        and any(at < len(cells) and _may_score(cells[at], most) for at in bids)
        for _, _, cells in corner.rows[corner.row + 1 :]
        if corner.column < len(cells)
    )


def _may_score(cell: Cell, most: Decimal) -> bool:
    return isinstance(cell, Figure) and Decimal(cell) <= most


def _bids(cells: list[Cell], keys: Keys, table: ScoreTable) -> int:
    return sum(1 for one in cells if _is_a_bid(one, keys, table))


class Matrix:
    """Reads the cells of one matrix."""

    def __init__(self, table: ScoreTable, keys: Keys, scored: Scored, cells: Cells, stage: str | None) -> None:
        self.table, self.keys, self.scored, self.cells, self.stage = table, keys, scored, cells, stage
        self.commented: frozenset[int] = frozenset()
        """The columns of bidders that have one of comments to their right."""
        self.lost_here = Lost()
        """What is lost with a row or column of the sheet that names nothing that is scored."""

    def read(self, corner: Corner, values: Values, evaluator: str | None) -> None:
        """Read every score; columns that name no bidder, and rows that name nothing scored, are listed and left out."""
        number, _, header = corner.rows[corner.row]
        below = list(self._whole(self._own(corner, values), len(header), Lost(evaluator or "")))
        figures = {
            at for _, _, cells in below for at, one in enumerate(cells) if isinstance(values.score(one), Decimal)
        }
        self.lost_here = Lost(evaluator or "")
        odd = {at for _, _, cells in below for at, one in enumerate(cells) if isinstance(one, Odd)}
        self.commented = self._with_comments(header, corner.column, figures)
        bids = self._bids(number, header, corner.column, figures, odd)
        unpublished = Rows(self.keys.highest)
        nameless: set[int] = set()
        for line, _, cells in below:
            scores = {at: one for at in bids if at < len(cells) and isinstance(one := values.score(cells[at]), Decimal)}
            lost = self._lost_with(cells, corner.column, bids, scores)
            criterion = self._criterion(line, cells, corner.column, unpublished, scores, lost)
            for column, cell in enumerate(cells):
                words = cells[column + 1] if column in self.commented and column + 1 < len(cells) else None
                if (cell is None and words is None) or column == corner.column:
                    continue
                if column >= len(header) or header[column] is None:
                    nameless.add(column)
                elif criterion is not None and (bid := bids.get(column)):
                    self._score(line, column, (cell, words), (evaluator, bid, criterion), values)
        for column in sorted(nameless):
            lost = self.lost_here if column in figures else None
            self.cells.strange(number, column + 1, "", "names no bidder; its column is left out", lost=lost)

    def _own(self, corner: Corner, values: Values) -> list[Row]:
        """Return the rows below the bidders that belong to them; another table above or below is listed and not read."""
        rows = corner.rows[corner.row + 1 :]
        blocks = Blocks(self.keys, self.table.lot, corner.column, lambda cell: isinstance(values.score(cell), Decimal))
        end = blocks.below(corner.rows[corner.row][2], rows)
        for some, at in ((corner.rows[: corner.row], blocks.above(corner.rows[: corner.row])), (rows, end)):
            if at is not None:
                line, _, cells = some[at]
                first, shown = next((place, one) for place, one in enumerate(cells) if isinstance(one, str))
                lost = None if blocks.is_worked_out(some, at) else Lost()
                self.cells.strange(line, first + 1, shown, ANOTHER, lost=lost)
        return rows[:end]

    def _whole(self, rows: list[Row], width: int, lost: Lost) -> Iterator[Row]:
        """Yield the rows of which the cells can be told apart; others of a CSV are listed and left out."""
        for row in rows:
            wrong = None if self.cells.source.sheet else misfit(row[2], max(width, len(row[2])))
            if wrong is None:
                yield row
            else:
                self.cells.strange(row[0], *wrong, lost=lost)

    def reads(self, corner: Corner, row: int, column: int) -> bool:
        """Whether a cell is one of those that are read: a score, or the bidder or criterion that it is of."""
        number, _, header = corner.rows[corner.row]
        bid = header[column - 1] if column <= len(header) else None
        if column != corner.column + 1 and not (isinstance(bid, str) and self.keys.names_a_bid(bid, self.table.lot)):
            return False
        if row == number:
            return True
        cells = next((cells for line, _, cells in corner.rows[corner.row + 1 :] if line == row), [])
        name = cells[corner.column] if corner.column < len(cells) else None
        return isinstance(name, str) and self.keys.names_a_criterion(name)

    def lost(self, corner: Corner, hidden: Remark, evaluator: str | None) -> Lost | None:
        """Return which scores a hidden row or column keeps from being read, `None` where it holds none."""
        number, cells = corner.rows[corner.row][0], dict(hidden.cells)
        if hidden.is_row and hidden.row < number:
            return None
        name = cells.pop(corner.column + 1 if hidden.is_row else number, None)
        meant: object = None
        if isinstance(name, str):
            meant = self.keys.criterion(name) if hidden.is_row else self.keys.bid(name, self.table.lot)
        if isinstance(meant, str):
            return Lost(evaluator or "", "", meant) if hidden.is_row else Lost(evaluator or "", meant)
        held = any(isinstance(one, Figure) for one in cells.values())
        return Lost(evaluator or "") if held and not _holds_none(name) else None

    def _with_comments(self, header: list[Cell], before: int, figures: set[int]) -> frozenset[int]:
        """Return the columns of all bidders if each has one of comments, without figures, to its right; otherwise none.

        A single such column behind all bidders may be about any of them.
        """
        named = [(at, one) for at, one in enumerate(header) if isinstance(one, str) and at != before]
        bids = frozenset(at for at, one in named if self.keys.names_a_bid(one, self.table.lot))
        comments = {at for at, one in named if at not in bids and heads_comments(one)}
        return bids if comments == {at + 1 for at in bids} and not comments & figures else frozenset()

    def _bids(self, line: int, header: list[Cell], before: int, figures: set[int], odd: set[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for column, cell in enumerate(header):
            if column == before or cell is None or column - 1 in self.commented:
                continue
            meant = Unmeant(cell.reason) if isinstance(cell, Odd) else self.keys.bid(cell, self.table.lot)
            if isinstance(meant, Unmeant):
                shown = cell.text if isinstance(cell, Odd) else cell
                scored = column in figures or (isinstance(cell, Odd) and column in odd)
                besides = _holds_none(shown) and "names no bid" in meant.reason
                lost = self.lost_here if scored and not _holds_none(shown) else None
                # Nobody is to write a bid over a column of weights.
                reason = "names no bid of this case, and is left out as a column beside the scores" if besides else None
                why = reason or f"{meant.reason}; its column is left out"
                self.cells.strange(line, column + 1, shown, why, lost=lost)
            else:
                found[column] = meant
        return found

    def _lost_with(
        self, cells: list[Cell], column: int, bids: dict[int, str], scores: dict[int, Decimal]
    ) -> Lost | None:
        """Return which scores are lost with a row that is left out; in one whose name is odd, odd cells are scores, too."""
        named = column < len(cells) and isinstance(cells[column], Odd)
        held = scores or (named and any(isinstance(cells[at], Odd) for at in bids if at < len(cells)))
        return self.lost_here if held else None

    def _criterion(
        self,
        line: int,
        cells: list[Cell],
        column: int,
        unpublished: Rows,
        scores: dict[int, Decimal],
        lost: Lost | None,
    ) -> str | None:
        cell = cells[column] if column < len(cells) else None
        if cell is None:
            if any(one is not None for one in cells):
                self.cells.strange(line, column + 1, "", "names no criterion; its row is left out", lost=lost)
            return None
        meant = Unmeant(cell.reason) if isinstance(cell, Odd) else self.keys.criterion(cell)
        if isinstance(meant, Unmeant):
            shown = cell.text if isinstance(cell, Odd) else cell
            if meant.kept and unpublished.is_scored(shown, scores):
                self.cells.strange(line, column + 1, shown, meant.reason)
                return str(shown)
            # A matrix has rows of sums, weights and remarks, which are no criteria that nobody published.
            reason = "names no award criterion of this case" if meant.kept else meant.reason
            why = f"{reason}; its row is left out"
            self.cells.strange(line, column + 1, shown, why, lost=None if meant.kept or _holds_none(shown) else lost)
            return None
        unpublished.add(scores)
        return meant

    def _score(
        self, line: int, column: int, cells: tuple[Cell, Cell], who: tuple[str | None, str, str], values: Values
    ) -> None:
        """Add a score and the comment to its right."""
        cell, comment = cells[0], values.reason(cells[1])
        passed = met(cell) if who[2] in self.keys.pass_fail else None
        score = values.score(cell) if passed is None else None
        if isinstance(score, Odd):
            self.cells.strange(line, column + 1, score.text, score.reason, (*self.scored.path(), "score"))
        if isinstance(comment, Odd):
            self.cells.strange(line, column + 2, comment.text, comment.reason, (*self.scored.path(), "comment"))
        evaluator, bid, criterion = who
        self.scored.add(
            line, column + 1, ("evaluator", evaluator), ("bid", bid), ("criterion", criterion), ("lot", self.table.lot),
            ("stage", self.stage), ("score", None if isinstance(score, Odd) else score),
            ("met", passed), ("comment", None if isinstance(comment, Odd) else comment),
        )  # fmt: skip


def _holds_none(name: Cell) -> bool:
    """Whether a row or column is called as those are that hold no scores of a member."""
    return isinstance(name, str) and (name.strip().lower() in _NO_SCORES or heads_a_sum(name))
