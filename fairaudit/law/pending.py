"""Dates that a case leaves open: what they wait for, for whom, and which field would say that it happened."""

from __future__ import annotations

from itertools import chain, islice

from fairaudit.analysis.calendars import day_in_words
from fairaudit.law.longer import Due
from fairaudit.law.moments import Happened, day_of, happened
from fairaudit.law.tables import DateRow
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of

# However many bidders there are and however long their names, a note stays one line and keeps the fields it names.
_NAMED = 2
_LONGEST_NAME = 60


def with_pending(case: Case, row: DateRow, event: Happened, due: Due) -> Due:
    """Return a date that says first what keeps it open, of what is about the same lots as its step."""
    notes = [
        one.note.replace("{whom}", _whom(case, waiting))
        for one in row.pending
        if (waiting := _about(case, one.step, event))
    ]
    return due._replace(note="; ".join(one for one in (*notes, due.note) if one) or None)


def _about(case: Case, step: str, event: Happened) -> list[Happened]:
    """Return the first records of a step that are about an event: one more than is named, so that more is known of."""
    by_lot = _by_lot(case, step)
    lots = (*event.lots, "") if event.lots else tuple(by_lot)
    found = chain.from_iterable(islice(by_lot.get(one, ()), _NAMED + 1) for one in lots)
    return list({one.at.path: one for one in found}.values())[: _NAMED + 1]


def _by_lot(case: Case, step: str) -> dict[str, list[Happened]]:
    """Return the records of a step by lot, worked out once for a case; what is about all stands under the empty name."""
    key = ("pending", step)
    known = case.made.get(key)
    if isinstance(known, dict):
        return known
    found: dict[str, list[Happened]] = {}
    for one in happened(case, step):
        for lot in one.lots or ("",):
            found.setdefault(lot, []).append(one)
    case.made[key] = found
    return found


def _whom(case: Case, waiting: list[Happened]) -> str:
    named = " and ".join(_one(case, one) for one in waiting[:_NAMED])
    return f"{named} and others" if len(waiting) > _NAMED else named


def _one(case: Case, one: Happened) -> str:
    name = case.party_name(one.party) if one.party else "a bidder"
    if len(name) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    day = day_of(case, one.when)
    on = f"on {day_in_words(day)}; " if day is not None else ""
    return f"{name} ({on}{text_of(one.at.path)} is not recorded)"
