"""Who is in the contest for some lots, and who was until it withdrew, each by the id that stands for all its spellings."""

from __future__ import annotations

from fairaudit.procurement.bidders.rivals import bidders_known, bidders_withdrawn
from fairaudit.procurement.case import Case
from fairaudit.procurement.received.recipients import meant


def field_of(case: Case, lots: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of the bidders known for some lots (none: for any): thousands of answers ask for the same."""
    known = case.once(_fields)
    if lots not in known:
        known[lots] = tuple(dict.fromkeys(meant(case, one) for one in bidders_known(case, lots)))
    return known[lots]


def withdrawn_from(case: Case, lots: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of those all of whose bids for some lots (none: for any) were withdrawn, or who were not invited."""
    known = case.once(_withdrawn)
    if lots not in known:
        staying = frozenset(field_of(case, lots))
        gone = dict.fromkeys(meant(case, one) for one in bidders_withdrawn(case, lots))
        known[lots] = tuple(one for one in gone if one not in staying)
    return known[lots]


def _fields(_: Case) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {}


def _withdrawn(_: Case) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {}
