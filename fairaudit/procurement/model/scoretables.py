"""Scores that stand in a table beside the case: which file, and what its columns are called."""

from typing import Literal

from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Text


class ScoreTable(Part):
    """A CSV or a workbook with scores, one a row, or as a matrix of criteria (down) and bidders (across).

    `columns` says how the table heads a column that has another name than `evaluator`, `bidder`, `criterion`, `lot`, `stage`,
    `score`, `comment`, `reason`, `at` or `by`; `evaluators` says whose scores a sheet holds. `evaluator`, `lot` and `stage`
    hold for every row that does not say its own.
    """

    file: Text | None = None
    sheet: Text | None = None
    layout: Literal["long", "matrix"] | None = None
    columns: dict[str, Text] | None = None
    evaluators: dict[str, Text] | None = None
    evaluator: Text | None = None
    lot: Text | None = None
    stage: Text | None = None
    decimal: Literal["point", "comma"] | None = None
    dates: Literal["year-month-day", "day-month-year", "month-day-year"] | None = None
