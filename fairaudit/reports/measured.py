"""What was measured, ready for people: by rule, each sentence once, and the tables that no picture shows already."""

from __future__ import annotations

from collections.abc import Collection

from fairaudit.engine.contract.measures import MeasureTable
from fairaudit.engine.contract.report import CaseReport, Outcome, Severity, Verdict
from fairaudit.frozen import Frozen

TITLE = "What was measured"
ABOUT = "Said whether or not anything was found: how it was tested, what the test could have found, and what could not be tested."
_CAME = {
    Outcome.ERROR: "the rule broke",
    Outcome.FLAGGED: "found",
    Outcome.REVIEW: "for a person to look at",
    Outcome.NOT_ASSESSED: "not assessed, or not everywhere",
    Outcome.PASSED: "nothing found",
    Outcome.NOT_APPLICABLE: "not applicable",
}
"""What came of a rule. Most titles name what would be found, and alone they would read as if it had been."""
FEW_ROWS = 40
"""How many rows of a table Markdown shows, which is read in mails and logs."""


class Measured(Frozen):
    """What one rule measured: its title with what came of it, its sentences, and the tables behind them."""

    rule: str
    title: str
    said: tuple[str, ...]
    tables: tuple[MeasureTable, ...]


class Shown(Frozen):
    """A table in words for people: what stands above it, its columns, its rows, and how many rows are left out."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]


def measured(case: CaseReport, drawn: Collection[str] = ()) -> tuple[Measured, ...]:
    """Return what was measured by rule, in the order of the rules; tables that are `drawn` stand beside their picture."""
    found: dict[str, list[str]] = {}
    tables: dict[str, list[MeasureTable]] = {}
    titles = {one.rule: one.title for one in case.measures} | {one.name: _headed(one) for one in case.verdicts}
    for one in case.measures:
        found.setdefault(one.rule, []).append(one.said)
        tables.setdefault(one.rule, []).extend(table for table in one.tables if table.name not in drawn)
    return tuple(
        Measured(rule, titles[rule], tuple(dict.fromkeys(said)), tuple(dict.fromkeys(tables[rule])))
        for rule, said in found.items()
    )


def _headed(verdict: Verdict) -> str:
    """Return the title of a rule with what came of it; of rules that only inform the title says it all."""
    if verdict.severity is Severity.INFO and verdict.outcome is Outcome.PASSED:
        return verdict.title
    return f"{verdict.title}: {_CAME[verdict.outcome]}"


def shown(table: MeasureTable, most: int | None = None) -> Shown:
    """Return a table in words, with at most so many rows or as many as a page has, and said above it where there are more."""
    # Plain text shows no tables, so it needs no words for them.
    from fairaudit.reports import measurewords

    most = measurewords.MOST_ROWS if most is None else most
    lot = f", lot {table.lot}" if table.lot else ""
    cut = f": {measurewords.first_rows(len(table.rows), most)}" if len(table.rows) > most else ""
    return Shown(
        f"{measurewords.caption(table.name)}{lot}{cut}",
        tuple(map(measurewords.label, table.columns)),
        tuple(tuple(map(measurewords.cell, table.columns, row)) for row in table.rows[:most]),
        tuple(map(measurewords.is_number, table.columns)),
    )
