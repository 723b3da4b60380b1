"""The dates that the laws of a case set, ready for a report: days, how each was counted, what was passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fairaudit.analysis.calendars import day_in_words, moved_in_words
from fairaudit.engine.contract.laws import LegalDate, UndatedSaid
from fairaudit.engine.facts import clean
from fairaudit.engine.force import Force
from fairaudit.law.conditions import Answer
from fairaudit.procurement.case import Case

if TYPE_CHECKING:
    from fairaudit.law.longer import Due

_NAMES = 5
_LONGEST_NOTE = 900


def legal_dates(case: Case, force: Force, laws: dict[str, Answer], changes: dict[str, Answer]) -> tuple[LegalDate, ...]:
    """Return the dates set by every law that governs a case, or its modifications alone, or may, in order of their days."""
    if not force.terms:
        return ()
    from fairaudit.law.dates import MODIFICATION, dates_of

    found = []
    for terms, tables in zip(force.terms, force.tables, strict=True):
        whole, altered = laws[tables.pack], changes[tables.pack]
        if whole.holds is not False:
            found += [_dated(due, tables.pack, whole) for due in dates_of(case, tables)]
        elif altered.holds and terms.changes_since is not None:
            dues = dates_of(case, tables, MODIFICATION)
            found += [_dated(due, tables.pack, altered) for due in dues if due.event >= terms.changes_since]
    return tuple(sorted(found, key=lambda one: (one.day, one.who, one.what, one.pack, one.about or "")))


def undated_of(case: Case, force: Force, laws: dict[str, Answer]) -> tuple[UndatedSaid, ...]:
    """Return the dates without a day of every law that governs a case, or may, with the fields that would give one."""
    if not force.terms:
        return ()
    from fairaudit.law.dates import undated

    return tuple(
        UndatedSaid(one.who, one.what, tables.pack, one.missing, clean(one.because, _LONGEST_NOTE) or None)
        for tables in force.tables
        if laws[tables.pack].holds is not False
        for one in undated(case, tables)
    )


def _dated(due: Due, pack: str, governed: Answer) -> LegalDate:
    open_ = None if governed.holds else f"only if this law governs: {governed.because}"
    return LegalDate(
        who=due.who,
        what=due.what,
        kind=due.kind,
        day=due.day.isoformat(),
        counted=f"{due.counted}, from {day_in_words(due.event)}",
        cite=due.cite,
        skipped=tuple(f"{name} ({day_in_words(day)})" for day, name in due.skipped),
        projected=due.projected,
        note=clean("; ".join(one for one in (due.note, open_) if one), _LONGEST_NOTE) or None,
        pack=pack,
        moved=moved_in_words(due.moved) if due.moved else None,
        about=_listed(due.about) or None,
        subject=clean(due.subject) or None,
        days=tuple(day.isoformat() for day in due.days),
        only_if=due.only_if or None,
        missing=due.missing,
    )


def _listed(about: tuple[str, ...]) -> str:
    """Return some names as a list; of many only the first, so that a line stays one."""
    shown = [clean(one) for one in about[:_NAMES]]
    if len(about) > _NAMES:
        return f"{', '.join(shown)} and {len(about) - _NAMES} more"
    return " and ".join(one for one in (", ".join(shown[:-1]), *shown[-1:]) if one)
