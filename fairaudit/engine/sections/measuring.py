"""What checks measured, into the words of their rules and the tables of a report."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from fairaudit.engine.contract.measures import Measure, MeasureTable
from fairaudit.engine.facts import Filling, clean, facts_of, plain
from fairaudit.engine.judge import Judgement, contained
from fairaudit.engine.unread.cells import NOT_ALL

_LARGE = Decimal(10_000)

if TYPE_CHECKING:
    from fairaudit.checks.measurement import Measurement, Table


def measures_of(judgements: Iterable[Judgement], filled: Filling) -> tuple[Measure, ...]:
    """Return what rules measured of a case, in the order of the rules; one that cannot be worded breaks its rule."""
    made = [one for one in judgements if one.tables]
    if not made:
        return ()
    from fairaudit.checks.measurement import Measurement

    found: list[Measure] = []
    for judgement in made:
        mine = [one for one in judgement.tables if isinstance(one, Measurement)]
        said: list[Measure] = []
        if mine and contained(judgement, _say, judgement, mine, filled, said):
            found += said
    return tuple(found)


def sentences(judgement: Judgement, filled: Filling) -> list[str]:
    """Return the sentences about what a rule measured; raises where its rule has no such sentence or names another fact."""
    from fairaudit.checks.measurement import Measurement

    return [_sentence(judgement, one, filled) for one in judgement.tables if isinstance(one, Measurement)]


def _say(judgement: Judgement, mine: list[Measurement], filled: Filling, said: list[Measure]) -> None:
    rule, left_out = judgement.rule, _left_out(judgement)
    for at, one in enumerate(mine):
        tables = tuple(_table(table) for table in one.tables)
        words = _sentence(judgement, one, filled) + ("" if at else left_out)
        said.append(Measure(rule.name, rule.title, one.kind, words, tables))


def _left_out(judgement: Judgement) -> str:
    """Say that some scores could not be read, so that nobody takes figures for those of the whole record; once a rule."""
    found = (one.reason for one in judgement.unassessed if one.reason.startswith(NOT_ALL))
    which = next((one.removeprefix(NOT_ALL).partition(" (")[0] for one in found), "")
    return f" Not all {which}; this is worked out from the others alone." if which else ""


def _sentence(judgement: Judgement, one: Measurement, filled: Filling) -> str:
    sentences = judgement.rule.measured
    if one.kind not in sentences:
        raise LookupError(f"the rule has no sentence under `measured.{one.kind}`")
    given = {option.name: option.value for option in judgement.rule.options if option.kind == "value"}
    return filled(sentences[one.kind], given | {name: _spaced(fact) for name, fact in facts_of(one.facts).items()})


def _spaced(fact: object) -> object:
    """Return a large number with its thousands set apart, as prices and figures made of them are read; else the fact."""
    if not isinstance(fact, Decimal) or abs(fact) < _LARGE:
        return fact
    whole, point, rest = plain(fact).partition(".")
    return f"{int(whole):,}{point}{rest}"


def _table(table: Table) -> MeasureTable:
    width = len(table.columns)
    if any(len(row) != width for row in table.rows):
        raise ValueError(f"a row of the table {table.name} has not its {width} columns")
    # The same names stand in thousands of rows.
    known = _Cleaned()
    rows = tuple(tuple([known[one] if isinstance(one, str) else _figure(one) for one in row]) for row in table.rows)
    return MeasureTable(table.name, table.columns, rows, clean(table.lot))


def _figure(value: Decimal | int | None) -> str | int | None:
    return value if value is None or isinstance(value, int) else plain(value)


class _Cleaned(dict[str, str]):
    """Words as a report can bear them, each cleaned once."""

    def __missing__(self, given: str) -> str:
        self[given] = found = clean(given)
        return found
