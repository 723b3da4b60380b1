"""The cells of a table as values of a score. What is not plainly one is not read: why, in words for the report."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.scalars import DAY_IN_FIGURES, DECIMAL, When, is_placeholder, read_when
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.model.told import Reasoned
from fairaudit.sources.tables.grid import Cell, Figure, Odd, Stamp

_COMMA = re.compile(r"-?[0-9]{1,30}(?:,[0-9]{1,30})?\Z")
_LIKE_A_DAY = late_pattern(
    r"(?:[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2,4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}(?:-|\. ?)(?:MON)\.?"
    r"|(?:MON)\.?-[0-9]{2,4})(?:[ T].*)?\Z".replace(
        "MON", "jan|feb|fév|mar|mär|mrz|apr|avr|may|mai|jun|jul|aug|aoû|sep|oct|okt|nov|dec|dez|déc"
    ),
    re.IGNORECASE,
)
_MOST_KNOWN = 100_000
_MET = {
    **dict.fromkeys(("pass", "passed", "yes", "met", "true"), True),
    **dict.fromkeys(("fail", "failed", "no", "not met", "false"), False),
}


def met(cell: Cell) -> bool | None:
    """Return what a word says of a question that is passed or failed; `None` of any other cell."""
    return _MET.get(" ".join(cell.lower().split())) if isinstance(cell, str) else None


class Values:
    """How one table writes numbers and days; what was read of a text is kept, since most stand there many times."""

    def __init__(self, table: ScoreTable, typed: bool, clock: Clock) -> None:
        self.comma = table.decimal == "comma"
        self.texts_are_numbers = not typed or table.decimal is not None
        self.order = table.dates or "year-month-day"
        self.clock = clock
        self._scores: dict[tuple[str, bool], Decimal | Odd] = {}
        self._moments: dict[str, When | Odd] = {}
        self._reasons: dict[str, Reasoned | Odd] = {}

    def score(self, cell: Cell) -> Decimal | Odd | None:
        """Return a score, `None` of an empty cell."""
        if cell is None or isinstance(cell, Odd):
            return cell
        key = (cell, type(cell) is str)
        found = self._scores.get(key)
        if found is None:
            found = self._score(cell)
            if len(self._scores) < _MOST_KNOWN:
                self._scores[key] = found
        return found

    def _score(self, text: str) -> Decimal | Odd:
        if isinstance(text, Figure):
            return Decimal(text)
        if isinstance(text, Stamp) or _LIKE_A_DAY.match(text):
            return Odd(text, "is a day, where a score should stand; spreadsheets make days of 4-5 and of 1.2")
        if (_COMMA if self.comma else DECIMAL).match(text):
            if self.texts_are_numbers:
                return Decimal(text.replace(",", "."))
            words = "is a number kept as text, which a spreadsheet does not add up; declare `decimal: point` or `comma`"
            return Odd(text, f"{words} to have it read")
        if _COMMA.match(text):
            return Odd(text, "has a comma, and the table declares no `decimal: comma`")
        if DECIMAL.match(text):
            return Odd(text, "has a point, and the table declares `decimal: comma`")
        if not text.isprintable():
            sign = next(one for one in text if not one.isprintable())
            return Odd(text, f"holds a sign that cannot be seen (U+{ord(sign):04X}); write the score alone")
        if text.endswith("%"):
            return Odd(text, "is a share in per cent, where a score should stand")
        if is_placeholder(text):
            return Odd(text, "is still to be filled in; leave the cell empty where there is no score")
        return Odd(text, "is no number; write the score alone, or leave the cell empty where there is none")

    def moment(self, cell: Cell) -> When | Odd | None:
        """Return a day or moment, `None` of an empty cell."""
        if cell is None or isinstance(cell, Odd):
            return cell
        found = self._moments.get(cell)
        if found is None or isinstance(cell, Figure):
            found = self._moment(cell)
            if len(self._moments) < _MOST_KNOWN and not isinstance(cell, Figure):
                self._moments[cell] = found
        return found

    def _moment(self, text: str) -> When | Odd:
        if isinstance(text, Figure):
            return Odd(text, "is a bare number, where a day should stand; give the cells a date format")
        iso = text if isinstance(text, Stamp) or self.order == "year-month-day" else self._iso(text)
        try:
            when = read_when(iso)
        except ValueError as error:
            hint = (
                ""
                if self.order != "year-month-day" or not DAY_IN_FIGURES.match(text)
                else "; declare `dates: day-month-year`"
            )
            return Odd(text, f"{error}{hint}")
        trouble = self.clock.trouble(when)
        return Odd(text, trouble) if trouble else when

    def _iso(self, text: str) -> str:
        """Return a date in the declared order as ISO 8601; whatever is none as it is."""
        match = DAY_IN_FIGURES.match(text)
        if match is None:
            return text
        first, second = int(match[1]), int(match[3])
        day, month = (first, second) if self.order == "day-month-year" else (second, first)
        clock = f"T{int(match[5]):02}:{match[6]}" + (f":{match[7]}" if match[7] else "") if match[5] else ""
        return f"{match[4]}-{month:02}-{day:02}{clock}"

    def reason(self, cell: Cell) -> Reasoned | Odd | None:
        """Return a comment or a reason, `None` of an empty cell."""
        if cell is None or isinstance(cell, Odd):
            return cell
        found = self._reasons.get(cell)
        if found is None:
            found = Odd(cell, "is still to be filled in") if is_placeholder(cell) else Reasoned(cell)
            if len(self._reasons) < _MOST_KNOWN:
                self._reasons[cell] = found
        return found
