"""Columns that say when a tie ended: by their usual heads, and columns that are not read and may say it all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fairaudit.procurement.registers.dates import is_day
from fairaudit.sources.tables.grid import Cell, Odd

END_FIELDS = ("resigned_on", "end_date")
"""The fields that hold when a tie ended."""
OWNER_END = "owner_end"
"""The field of a table of parties for when an owner ended; it is no other than one headed so: a row is about more than owners."""
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


_STATUS = frozenset({"status", "state", "remark", "remarks", "note", "notes", "comment", "comments"})
"""Words in the head of a column that may say in words that a tie is over."""
_OVER = frozenset({
    "resigned", "former", "formerly", "ceased", "left", "retired", "inactive", "removed", "ended", "terminated", "expired",
})  # fmt: skip


def doubts_beside(
    headings: Mapping[int, str], used: frozenset[int], cells: list[Cell], field: str
) -> Iterator[tuple[str, str]]:
    """Yield every cell of a column that is not read which may say that the tie of its row has ended, and why it is in doubt."""
    for number, head in headings.items():
        cell = cells[number - 1] if number <= len(cells) else None
        if number - 1 in used or cell is None or isinstance(cell, Odd):
            continue
        if holds := _holds(_words(head), cell):
            yield cell, _not_read(number, head, field, holds)


def _holds(head: frozenset[str], cell: str) -> str:
    """Return what such a cell holds, in words; empty where it says nothing of an end."""
    if is_day(cell):
        return "" if head & _OTHER_DAYS else "holds a day"
    return "says that something is over" if head & _STATUS and _words(cell) & _OVER else ""


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def _not_read(number: int, head: str, field: str, holds: str) -> str:
    """Return why a row is in doubt in which such a cell stands."""
    return (
        f"column {number} ({head}) {holds} and is not read, so that the tie may have ended; say under `columns` what it is, "
        f"such as `{field}: {head}` for a day, or leave the column out"
    )
