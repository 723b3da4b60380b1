"""Tables in long form: one score a row, under columns that are found by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.analysis.phases import is_a_pass, names_the_panel, says_agreed
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.tabled.beside import WORDS as WORDS_BESIDE
from fairaudit.procurement.tabled.beside import words_beside
from fairaudit.procurement.tabled.collecting import Cells, Collected, Scored
from fairaudit.procurement.tabled.heading import HIGHEST, NoHeading, heading_of, misfit, shown_in
from fairaudit.procurement.tabled.keys import Keys, Meant, Unmeant, said
from fairaudit.procurement.tabled.stacked import WORDS as ANOTHER
from fairaudit.procurement.tabled.stacked import Below, heads
from fairaudit.procurement.tabled.stages import of_the_panel, stage_of, unread_stage
from fairaudit.procurement.tabled.strangers import Strangers
from fairaudit.procurement.tabled.totals import WORDS, Totals
from fairaudit.procurement.tabled.values import Values, met
from fairaudit.sources.document import Lost, Path
from fairaudit.sources.tables.grid import Cell, Grid, Odd, Remark, Row

FIELDS = ("evaluator", "bidder", "criterion", "lot", "stage", "score", "comment", "reason", "at", "by")
_NEEDED = ("bidder", "criterion", "score")
_A_PASS_AND_NOBODY = "names no evaluator but when the score was given; write who gave it, or `consensus` as its stage"
_NO_STAGE_AND_NOBODY = (
    "names no stage of scoring that is known, and the row names no evaluator; write `consensus` for a score of the panel, else"
    " `individual` or `moderated` and who gave it; where the word is a part of the competition, write who scored in it"
)
_MAY_BE_A_MEAN = (
    "stands for the panel, and no stage says whether it agreed this score or the score is an average; write `consensus` as its"
    " stage where it was agreed"
)
_USUAL = {"bid": "bidder"}
"""Fields that a case may call as scores of its own files do."""


class Header(Frozen):
    """The row that names the columns: the column of each field from 0, the names from 1, and the rows that follow.

    `width` is how many columns it names, `above` how many rows stand before it.
    """

    line: int
    columns: dict[str, int]
    headings: dict[int, str]
    width: int
    rows: Iterator[Row]
    above: int
    titles: tuple[str, ...]


def field_of(name: str) -> str:
    """Return the field that a name under `columns` means: `bid` is the bidder, as it is at the head of a column."""
    return _USUAL.get(name, name)


def columns_of(table: ScoreTable) -> dict[str, str]:
    """Return what the case says that the columns of a table are called, by their fields."""
    return {field_of(name): own for name, own in (table.columns or {}).items()}


def headings_of(own: Mapping[str, str]) -> dict[str, str]:
    """Return the field that each heading means, by what a case says that columns are called, else by their usual names."""
    wanted = {said(heading): name for name, heading in own.items()}
    for name in FIELDS:
        if name not in wanted.values():
            wanted.setdefault(name, name)
    if "bidder" not in own:
        wanted.setdefault("bid", "bidder")
    return wanted


def header_of(grid: Grid, table: ScoreTable, individual: bool) -> Header | NoHeading:
    """Return the row that names the columns: the first that has all that are needed."""
    mapped = columns_of(table)
    wanted = headings_of(mapped)
    needed = [*_NEEDED, *mapped]
    if individual and table.evaluator is None and table.stage is None:
        needed.append("evaluator")

    def lacks(columns: dict[str, int], cells: list[Cell]) -> str:
        # A column of stages may say of every row that the panel gave it; rows that need an evaluator are listed one by one.
        own = {*columns, "evaluator"} if "stage" in columns and "evaluator" not in mapped else columns
        missing = [name for name in dict.fromkeys(needed) if name not in own]
        return _lacks(missing, mapped, cells, grid.typed) if missing else ""

    heading = heading_of(grid, lambda cells: _columns(cells, wanted), lacks)
    if isinstance(heading, NoHeading):
        return heading
    names = heading.names
    return Header(heading.line, heading.at, names, max(names), heading.rows, heading.above, heading.titles)


def scorers(grid: Grid, table: ScoreTable) -> frozenset[str] | None:
    """Return whom the rows of a sheet that nobody reads name as evaluators; `None` where none of them holds a score."""
    wanted = headings_of(columns_of(table))
    at: dict[str, int] = {}
    found: set[str] | None = None
    for number, (_, _, cells) in enumerate(grid.rows):
        if not at and number > HIGHEST:
            break
        if not at:
            at = heads(cells, wanted)
        elif all(at[name] < len(cells) and cells[at[name]] is not None for name in _NEEDED):
            who = cells[at["evaluator"]] if -1 < at.get("evaluator", -1) < len(cells) else None
            found = (found or set()) | ({who} if isinstance(who, str) else set())
    return None if found is None else frozenset(found)


def _columns(cells: list[Cell], wanted: dict[str, str]) -> dict[str, int] | str:
    """Return the column of each field that a row names; a reason where it names one twice."""
    found: dict[str, int] = {}
    for at, one in enumerate(cells):
        name = wanted.get(said(one)) if isinstance(one, str) else None
        if name is not None:
            if name in found:
                return f"names the column `{one}` twice, or its field `{name}` by two names; keep one"
            found[name] = at
    return found


def _lacks(missing: list[str], mapped: Mapping[str, str], cells: list[Cell], typed: bool) -> str:
    there = [one for one in cells if isinstance(one, str)]
    if not typed and len(there) == 1:
        return (
            f"names one column alone, `{there[0][:60]}`; let one line, below any titles, name all columns, with commas,"
            " semicolons or tabs between them"
        )
    own = mapped.get(missing[0], missing[0])
    taken = next((name for name, one in mapped.items() if said(one) == said(own) and name != missing[0]), None)
    if taken:
        words = f"said under `columns` to be `{taken}`, so that none is `{missing[0]}`; say which column is which"
        return f"has its column `{own}` {words}"
    hint = did_you_mean(own, dict.fromkeys(there), "")
    names = ", ".join(f"`{mapped.get(one, one)}`" for one in missing)
    return f"has no column headed {names}{hint}; say under `columns` what the table calls it, such as `{missing[0]}: …`"


class LongForm:
    """Reads the rows of one table in long form."""

    def __init__(self, table: ScoreTable, section: str, keys: Keys, collected: Collected, cells: Cells) -> None:
        self.table, self.keys, self.cells = table, keys, cells
        self.strangers = Strangers(keys.known, cells, table.path)
        self.totals = Totals(keys)
        self.lists = collected.lists
        self.usual = section
        self.shifts = not cells.source.sheet
        self.texts: dict[str, str] = {}
        """Texts that stand in many rows, each kept once."""
        self.stages: dict[str, tuple[Scored, str | None] | str] = {}
        """The list and stage that each word means, or why it means none."""
        self.agreed: dict[str, bool] = {}
        """Whether a name where an evaluator would stand is the panel's, and nobody is called so."""
        self.panels: list[tuple[int, int, list[Cell]]] = []
        """Rows that name the panel and do not say that it agreed; they are read when all of them are known."""
        self.means = False
        """Whether some of these hold what nobody can give, so that all may be means."""
        self.understood: dict[tuple[str, str, str | None], str] = {}
        """What plain texts of a column meant in earlier rows."""

    def read(self, header: Header, values: Values, evaluator: str | None) -> None:
        """Read every row; one that says no evaluator, bidder or criterion, or words and no score, is listed and left out."""
        at = [header.columns.get(name, -1) for name in FIELDS]
        width = header.width
        below = Below(header.columns, headings_of(columns_of(self.table)), header.titles, self.keys, self.table.lot)
        for line, offset, cells in header.rows:
            if (again := below.is_again(cells)) is None:
                first, shown = next((at, shown_in(one)) for at, one in enumerate(cells) if one is not None)
                self.cells.strange(line, first + 1, shown, ANOTHER, lost=Lost())
                break
            # Some programs write the names of the columns once a page.
            if again:
                continue
            length = len(cells)
            if self.shifts and (wrong := misfit(cells, width)) is not None:
                self.cells.strange(line, *wrong, lost=Lost())
                continue
            row = [cells[one] if 0 <= one < length else None for one in at]
            score, comment, reason_ = row[5], row[6], row[7]
            if score is None and comment is None and reason_ is None:
                if found := words_beside(self.keys, row, cells, self.table.lot):
                    self.cells.strange(line, found[0] + 1, found[1], WORDS_BESIDE)
                continue
            if (summed := self.totals.place(row[:3], self.table.lot)) is not None:
                self.cells.strange(line, at[summed] + 1, shown_in(row[summed]), WORDS)
                continue
            if self._names_only_the_panel(row, evaluator):
                self.panels.append((line, offset, row))
            else:
                self._row(line, offset, row, at, values, evaluator)
        self.means = any(not self._can_be_given(row, values) for _, _, row in self.panels)
        for line, offset, row in self.panels:
            self._row(line, offset, row, at, values, evaluator)
        self.strangers.end()

    def _row(
        self, line: int, offset: int, row: list[Cell], at: list[int], values: Values, evaluator: str | None
    ) -> None:
        before = len(self.cells.collected.unreadable)
        belongs = self._stage(line, row, at, evaluator)
        word = row[4]
        odd = (word, at[4]) if isinstance(word, str) and stage_of(word)[0] is None else None
        who = self._evaluator(line, row[0], at[0], evaluator, belongs[0], odd) if belongs else None
        lot = self.table.lot if row[3] is None else self._meant(line, row[3], at[3], "lot", None)
        bid = self._meant(line, row[1], at[1], "bid", lot or None)
        criterion = self._meant(line, row[2], at[2], "criterion", None)
        if belongs is None or bid is None or criterion is None or who is None or lot == "":
            section = belongs[0].name if belongs else self.usual
            # Of a row that does not say who scored, nobody knows whether it is the panel's.
            open_ = who is None and not isinstance(row[0], Odd) and not self._is_of_one(row[0] or evaluator, row[4])
            also = "individual" if section == "consensus" else "consensus"
            lost = Lost(who or "", bid or "", criterion or "", also=also if open_ else "")
            self.cells.lose(before, lost, section)
            return
        scored, stage = belongs
        if scored.name == "individual" and isinstance(row[0], str) and who == row[0]:
            self.strangers.add(line, at[0] + 1, row[0])
        passed = met(row[5]) if criterion in self.keys.pass_fail else None
        score: object = values.score(row[5]) if passed is None else None
        comment: object = values.reason(row[6])
        reason: object = values.reason(row[7])
        when: object = values.moment(row[8])
        by: object = self._kept(row[9])
        if Odd in (type(score), type(comment), type(reason), type(when), type(by)):
            read = (("score", score), ("comment", comment), ("reason", reason), ("at", when), ("by", by))
            score, comment, reason, when, by = self._plain(line, at[5:], scored.path(), read)
        scored.add(
            line, offset, ("evaluator", who or None), ("bid", bid), ("criterion", criterion), ("lot", lot), ("stage", stage),
            ("score", score), ("met", passed), ("comment", comment), ("reason", reason), ("at", when), ("by", by),
        )  # fmt: skip

    def lost(self, header: Header, hidden: Remark, evaluator: str | None) -> Lost | None:
        """Return which scores a hidden row or column keeps from being read, `None` where it holds none."""
        if not hidden.is_row:
            heading = dict(hidden.cells).get(header.line)
            wanted = {said(own): name for name, own in columns_of(self.table).items()}
            name = wanted.get(said(shown_in(heading or None)), said(shown_in(heading or None)))
            return Lost(evaluator or "", field=name if name in FIELDS[5:] else "") if name in FIELDS else None
        cells = dict(hidden.cells)
        held = {name: cells.get(at + 1) for name, at in header.columns.items()}
        if hidden.row < header.line or not any(held.get(name) is not None for name in ("score", "comment", "reason")):
            return None
        if self.totals.place([held.get(name) for name in FIELDS[:3]], self.table.lot) is not None:
            return None
        who = held.get("evaluator")
        meant = (
            self.keys.bid(one, self.table.lot) if isinstance(one := held.get("bidder"), str) else "",
            self.keys.criterion(one) if isinstance(one := held.get("criterion"), str) else "",
        )
        bid, criterion = ("" if isinstance(one, Unmeant) else one for one in meant)
        return Lost(self.keys.evaluator(who) if isinstance(who, str) else evaluator or "", bid, criterion)

    def _kept(self, cell: Cell) -> Cell:
        """Return a cell, and a text always as the same one."""
        return cell if cell is None or isinstance(cell, Odd) else self.texts.setdefault(cell, str(cell))

    def _plain(self, line: int, at: list[int], path: Path, read: tuple[tuple[str, object], ...]) -> list[object]:
        """Return the values of a row without those that are odd, which are listed."""
        found: list[object] = []
        for (name, value), column in zip(read, at, strict=True):
            if isinstance(value, Odd):
                self.cells.strange(line, column + 1, value.text, value.reason, (*path, name))
            found.append(None if isinstance(value, Odd) else value)
        return found

    def _stage(self, line: int, row: list[Cell], at: list[int], usual: str | None) -> tuple[Scored, str | None] | None:
        """Return the list a row belongs to and its stage, by its own word, else by the table's; `None` where that is odd.

        What stands under the panel's name, and says no stage, is what it agreed, where it can be no mean.
        """
        cell, who = row[4], row[0] or usual
        if isinstance(cell, Odd):
            self.cells.strange(line, at[4] + 1, cell.text, cell.reason)
            return None
        word = cell or self.table.stage or ""
        if not word and isinstance(who, str) and self._of_panel(who):
            if self.means and not says_agreed(who):
                self.cells.strange(line, at[0] + 1, who, _MAY_BE_A_MEAN)
                return None
            return self.lists["consensus"], None
        found = self.stages.get(word)
        if found is None:
            why = unread_stage(str(word), self.usual)
            name, stage = stage_of(str(word)) if word else (None, None)
            found = self.stages[word] = why or (self.lists[name or self.usual], stage)
        if isinstance(found, str):
            self.cells.strange(line, at[4] + 1, str(word), found)
            return None
        return found

    def _of_panel(self, who: str) -> bool:
        """Whether what stands where an evaluator would is the panel's, and nobody of the case is called so."""
        found = self.agreed.get(who)
        if found is None:
            found = self.agreed[who] = names_the_panel(who) and not self.keys.calls_somebody(who)
        return found

    def _names_only_the_panel(self, row: list[Cell], usual: str | None) -> bool:
        """Whether a row stands under the panel's name, and says neither a stage nor that its score was agreed."""
        who = row[0] or usual
        if row[4] or self.table.stage or not isinstance(who, str):
            return False
        return self._of_panel(who) and not says_agreed(who)

    def _can_be_given(self, row: list[Cell], values: Values) -> bool:
        """Whether the score of a row is one that somebody can give, and no mean between the steps of its scale."""
        score = values.score(row[5])
        return not isinstance(score, Decimal) or not isinstance(row[2], str) or self.keys.is_a_step(row[2], score)

    def _is_of_one(self, who: Cell, stage: Cell) -> bool:
        """Whether a row says that one person gave its score by themselves, though it does not say who."""
        word = stage if isinstance(stage, str) else self.table.stage or ""
        return not who and stage_of(word) == ("individual", None)

    def _evaluator(
        self, line: int, cell: Cell, column: int, usual: str | None, scored: Scored, stage: tuple[str, int] | None
    ) -> str | None:
        """Return who scored; an empty text for the panel, `None` where nobody is named who should be.

        `stage` is a word, with its column, that names no phase: where nobody is named, it may be one for the agreed score.
        """
        if type(cell) is str and (known := self.understood.get((scored.name, cell, None))) is not None:
            return known
        if isinstance(cell, Odd):
            self.cells.strange(line, column + 1, cell.text, cell.reason)
            return None
        who = cell or usual
        of_panel = who is not None and of_the_panel(who) and not self.keys.calls_somebody(who)
        if scored.name == "consensus" and (who is None or of_panel):
            return ""
        if who is None or of_panel:
            if stage is not None:
                self.cells.strange(line, stage[1] + 1, stage[0], _NO_STAGE_AND_NOBODY)
                return None
            words = "names no evaluator; a score of the panel needs `consensus` as its stage"
            self.cells.strange(line, column + 1, who or "", words)
            return None
        if is_a_pass(who) and not self.keys.calls_somebody(who):
            self.cells.strange(line, column + 1, who, _A_PASS_AND_NOBODY)
            return None
        if several := self.keys.name_of_several(who):
            self.cells.strange(line, column + 1, who, several.reason)
            return None
        if cell is not None:
            self.understood[(scored.name, who, None)] = self.keys.evaluator(who)
        return self.keys.evaluator(who)

    def _meant(self, line: int, cell: Cell, column: int, kind: str, lot: str | None) -> str | None:
        """Return the id that a cell means; `None`, of a lot an empty text, where it means none and the row is left out."""
        if type(cell) is str and (known := self.understood.get((kind, cell, lot))) is not None:
            return known
        nothing = "" if kind == "lot" else None
        if cell is None:
            self.cells.strange(line, column + 1, "", f"names no {'bidder' if kind == 'bid' else kind}")
            return nothing
        if isinstance(cell, Odd):
            self.cells.strange(line, column + 1, cell.text, cell.reason)
            return nothing
        meant: Meant
        meant = self.keys.bid(cell, lot) if kind == "bid" else getattr(self.keys, kind)(cell)
        if isinstance(meant, Unmeant):
            self.cells.strange(line, column + 1, cell, meant.reason)
            return self.texts.setdefault(cell, str(cell)) if meant.kept else nothing
        if type(cell) is str:
            self.understood[(kind, cell, lot)] = meant
        return meant
