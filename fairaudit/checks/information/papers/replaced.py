"""Versions of a document that were replaced, for everybody, hours after they had gone to some."""

from __future__ import annotations

from datetime import date, timedelta

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import DocumentVersion
from fairaudit.procurement.received.recipients import told, told_of

_REPLACES = late_pattern(r"(?i)\b(?:replac\w+|supersed\w+|correct(?:ed|ion|s)|instead of|in place of)\b")
_VERSION = late_pattern(r"v\d+|version|rev|revision|issue|corrected|pdf|docx?|xlsx?")


class _Sending(Frozen):
    """A document that went out: its name without numbers of versions, these, when, to whom, and whether it says it replaces."""

    name: tuple[str, ...]
    numbers: tuple[int, ...]
    marked: bool
    when: When | None
    keys: frozenset[str]
    replaces: bool


def replaced_for(case: Case, record: Event | DocumentVersion, others: tuple[str, ...], hours: int) -> bool | None:
    """Whether those left out had, no more than some hours later, the version that replaced what a record sent.

    `None` where a higher number may be that of another version, or of another document.
    """
    own = case.once(_by_path).get(record.path)
    if own is None or own.when is None:
        return False
    found: bool | None = False
    near = case.once(_that_may_replace).get(own.name, {})
    reach = range(-1, hours // 24 + 2)
    for one in (it for day in reach for it in near.get(own.when.date + timedelta(days=day), ())):
        gap = case.clock.gap(own.when, one.when) if one.when is not None and one is not own else None
        if gap is None or not timedelta(0) <= gap <= timedelta(hours=hours):
            continue
        if one.numbers < own.numbers or (one.numbers == own.numbers and not one.replaces):
            continue
        if EVERYBODY in one.keys or one.keys.issuperset(others):
            if one.replaces or (one.marked and own.marked):
                return True
            found = None
    return found


def _by_path(case: Case) -> dict[tuple[str | int, ...], _Sending]:
    found: dict[tuple[str | int, ...], _Sending] = {}
    for event in case.events:
        if event.kind == "document" and event.document:
            text = f"{event.document} {event.text or ''}"
            found[event.path] = _sending(event.document, "", event.date, told(case, event).keys, text)
    for document in case.tender.documents or ():
        name, when = document.title or document.id or "", document.available_at
        keys = told_of(case, document.recipients).keys if document.recipients else frozenset[str]()
        found[document.path] = _sending(name, document.version or "", when, keys, name)
    return found


def _that_may_replace(case: Case) -> dict[tuple[str, ...], dict[date, list[_Sending]]]:
    """Return what went out, by name and day, where it has a number or says that it replaces; of most names there is none."""
    found: dict[tuple[str, ...], dict[date, list[_Sending]]] = {}
    for one in case.once(_by_path).values():
        if one.when is not None and one.keys and (one.numbers or one.replaces):
            found.setdefault(one.name, {}).setdefault(one.when.date, []).append(one)
    return found


def _sending(name: str, version: str, when: When | None, keys: frozenset[str], text: str) -> _Sending:
    said = words(name.replace("_", " ").replace(".", " "))
    digits = [one.removeprefix("v") for one in (*said, *words(version.replace(".", " ")))]
    numbers = tuple(int(one) for one in digits if one.isdecimal() and len(one) < 5)
    marked = bool(version) or any(_VERSION.fullmatch(one) and not one.startswith(("pdf", "doc", "xls")) for one in said)
    rest = tuple(one for one in said if not one.isdecimal() and not _VERSION.fullmatch(one))
    return _Sending(rest, numbers, marked, when, keys, _REPLACES.search(text) is not None)
