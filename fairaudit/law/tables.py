"""The dated tables of a pack: periods, time limits, thresholds, lists of service codes. Facts of a law, kept apart from rules.

They lie in the folder `tables` of a pack: `periods.yaml` holds every period the law counts, `dates.yaml` the dates it sets,
any other YAML file is a table with conditions, a CSV file is a list of codes. A rule names them; a rule file from anywhere
can only name its own pack's.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from fairaudit.frozen import Frozen
from fairaudit.law.tablefiles import read_dates, read_periods, read_table
from fairaudit.law.tabletypes import DateRow, Longer, Pending, Row, StatutoryPeriod, Table, TableError
from fairaudit.sources.shipped import shipped_rules

__all__ = [
    "Code",
    "DateRow",
    "Longer",
    "Pending",
    "Row",
    "StatutoryPeriod",
    "Table",
    "TableError",
    "Tables",
    "codes",
    "shipped_tables",
]


class Tables:
    """The tables in one pack's folder, each read when it is first asked for."""

    def __init__(self, folder: Path, pack: str) -> None:
        self.folder = folder / "tables"
        self.pack = pack
        self._periods: dict[str, StatutoryPeriod] | None = None
        self._tables: dict[str, Table] = {}
        self._dates: tuple[DateRow, ...] | None = None

    def period(self, name: str) -> StatutoryPeriod:
        """Return a period by name; raises `TableError` for faults in the file, `LookupError` where there is none."""
        periods = self.periods()
        if name not in periods:
            known = ", ".join(sorted(periods)) or "none"
            raise LookupError(f"names no period of the pack {self.pack}: `{name}`; there are {known}")
        return periods[name]

    def periods(self) -> dict[str, StatutoryPeriod]:
        """Return every period of the pack by name; raises `TableError`."""
        if self._periods is None:
            file = self.folder / "periods.yaml"
            self._periods = read_periods(file, f"{self.pack}/tables/periods.yaml") if file.is_file() else {}
        return self._periods

    def dates(self) -> tuple[DateRow, ...]:
        """Return the dates the law of the pack sets; raises `TableError`."""
        if self._dates is None:
            file = self.folder / "dates.yaml"
            self._dates = read_dates(file, f"{self.pack}/tables/dates.yaml") if file.is_file() else ()
        return self._dates

    def table(self, name: str) -> Table:
        """Return a table by name; raises `TableError` for faults in the file, `LookupError` where there is none."""
        if name not in self._tables:
            file = self.folder / f"{name}.yaml"
            if not name.replace("-", "").isalnum() or not file.is_file():
                raise LookupError(f"names no table of the pack {self.pack}: there is no `tables/{name}.yaml`")
            self._tables[name] = read_table(file, name, self.pack)
        return self._tables[name]


@lru_cache(maxsize=16)
def shipped_tables(pack: str) -> Tables:
    """Return the tables of a shipped pack."""
    return Tables(shipped_rules() / pack, pack)


class Code(Frozen):
    """A code of a list, with what the list says beside it."""

    code: str
    description: str
    notes: dict[str, str]


@lru_cache(maxsize=32)
def codes(pack: str, name: str) -> dict[str, Code]:
    """Return a list of codes of a shipped pack by code (its first column, the second describes it)."""
    file = shipped_rules() / pack / "tables" / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["code"]: Code(row["code"], row["description"], row) for row in rows}
