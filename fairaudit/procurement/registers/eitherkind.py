"""Holders of whom only the name says whether they are firms or people: a firm is whoever another record is about.

Whoever is a person by their name is a firm only by a record with the same legal form, or as little of one: Ada Kestrel is not
Ada Kestrel Ltd.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.names.described import Described
from fairaudit.procurement.registers.holderkind import ByName, by_name
from fairaudit.procurement.registers.keeping import Entry, organisation_id

Forms = Mapping[str, Collection[str]]
"""The legal forms with which records are about each organisation; empty for none."""


def form_of(name: str) -> str:
    """Return the legal form in the name of an organisation, as names are compared by it."""
    return organisation_name(name).form


def firm_of(register: int, entry: Entry) -> str:
    """Return what records of the holder share if it is an organisation, or may be one; empty for a person."""
    tie = entry.tie
    if tie.holder_is == "party" or not entry.open:
        return tie.holder_id
    return organisation_id(Described("organisation", (tie.holder,)), register)


def may_be(entry: Entry, forms: Collection[str]) -> bool:
    """Whether a holder may be the organisation that records are about with these legal forms."""
    holder = entry.tie.holder
    return not entry.open or by_name(holder) is not ByName.PERSON or form_of(holder) in forms


def settled(register: int, entry: Entry, firms: Forms) -> Entry:
    """Return a record as it is, and one whose holder is open as one of a firm where that is among `firms`."""
    if not entry.open or not ((firm := firm_of(register, entry)) in firms and may_be(entry, firms[firm])):
        return entry
    return entry._replace(tie=entry.tie._replace(holder_is="party", holder_id=firm), open=False)
