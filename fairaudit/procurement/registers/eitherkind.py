"""Holders of whom only the name says whether they are firms or people: a firm is whoever another record is about."""

from __future__ import annotations

from collections.abc import Collection

from fairaudit.analysis.names.described import Described
from fairaudit.procurement.registers.keeping import Entry, organisation_id


def firm_of(register: int, entry: Entry) -> str:
    """Return what records of the holder share if it is an organisation, or may be one; empty for a person."""
    tie = entry.tie
    if tie.holder_is == "party" or not entry.open:
        return tie.holder_id
    return organisation_id(Described("organisation", (tie.holder,)), register)


def settled(register: int, entry: Entry, firms: Collection[str]) -> Entry:
    """Return a record as it is, and one whose holder is open as one of a firm where that is among `firms`."""
    if not entry.open or (firm := firm_of(register, entry)) not in firms:
        return entry
    return entry._replace(tie=entry.tie._replace(holder_is="party", holder_id=firm), open=False)
