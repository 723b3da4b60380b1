"""Columns that say when a tie ended: by their usual heads, and columns that are not read and hold days all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fairaudit.procurement.registers.dates import is_day
from fairaudit.sources.tables.grid import Cell, Odd

END_FIELDS = ("resigned_on", "end_date")
"""The fields that hold when a tie ended."""
HEADS = frozenset({
    "cessation", "cessation date", "cessation on", "ceased date", "ceased to act", "date ceased", "date departed",
    "date disposed", "date ended", "date finished", "date left", "date of cessation", "date of departure",
    "date of disposal", "date of end", "date of leaving", "date of removal", "date of resignation", "date of retirement",
    "date of sale", "date of termination", "date removed", "date retired", "date sold", "date terminated", "date to",
    "departed", "departed on", "departure", "departure date", "disposal date", "disposed on", "end", "end of appointment",
    "end of employment", "end of term", "ended", "ended on", "finish", "finish date", "finished", "finished on", "last day",
    "leave date", "leaving date", "leaving day", "left", "left date", "left office", "left office on", "left on",
    "office ended", "removal date", "removed on", "resigned date", "retired", "retired on", "retirement date", "sold on",
    "stepped down", "stepped down on", "stood down", "stood down on", "term end", "term ended", "term ends", "terminated",
    "terminated on", "termination", "termination date", "to date", "until", "until date", "up to", "valid to",
    "valid until",
})  # fmt: skip
"""Heads of a column with the day on which a tie ended; they count where no other column is headed as that field."""
_OTHER_DAYS = frozenset({
    "accessed", "accounts", "appointed", "appointment", "began", "begin", "begins", "birth", "birthday", "born", "changed",
    "checked", "commenced", "compiled", "confirmation", "created", "declared", "dob", "downloaded", "due", "entered",
    "export", "exported", "extract", "extracted", "filed", "filing", "founded", "from", "incorporated", "incorporation",
    "joined", "modified", "next", "notified", "publication", "published", "received", "recorded", "registered",
    "registration", "retrieved", "reviewed", "searched", "signed", "since", "snapshot", "start", "started", "starts",
    "submitted", "updated", "verified", "admitted", "approval", "approved", "elected", "hire", "hired", "inception", "join",
    "seen", "trained", "training", "update", "version",
})  # fmt: skip
"""Words in the head of a column whose days are not when a tie ended."""


def end_column(heads: Mapping[int, str], found: Mapping[str, int], fields: Mapping[str, object]) -> dict[str, int]:
    """Return the column of when a tie ended, where one alone is headed so and none by the name of the field."""
    field = next((one for one in END_FIELDS if one in fields and one not in found), None)
    places = [at for at, head in heads.items() if head in HEADS and at not in found.values()]
    return {field: places[0]} if field and len(places) == 1 else {}


def unread_days(headings: Mapping[int, str], used: frozenset[int], cells: list[Cell]) -> Iterator[tuple[int, str, str]]:
    """Yield the column, head and text of every day in a column that is not read, and may be when a tie ended."""
    for number, head in headings.items():
        cell = cells[number - 1] if number <= len(cells) else None
        if number - 1 in used or cell is None or isinstance(cell, Odd) or not is_day(cell):
            continue
        if not set("".join(sign if sign.isalnum() else " " for sign in head.casefold()).split()) & _OTHER_DAYS:
            yield number, head, str(cell)


def not_read(number: int, head: str, field: str) -> str:
    """Return why a row is in doubt in which such a day stands."""
    return (
        f"column {number} ({head}) holds a day and is not read, so that the tie may have ended; say under `columns` what it is, "
        f"such as `{field}: {head}`, or leave the column out"
    )
