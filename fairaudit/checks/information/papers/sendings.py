"""What was sent in the same words at several times: by name and time, since a case may hold thousands."""

from __future__ import annotations

from fairaudit.analysis.names import words
from fairaudit.checks.information.papers.copies import Copies, in_time_and_words, ordered
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import DocumentVersion
from fairaudit.sources.document import Path


def sent_like(case: Case, event: Event) -> Copies:
    """Return when and to whom the same thing went as by one event: by events of its lot, and among the documents."""
    return case.once(_sendings)[_sending(case, event, lot_of(case, event.lot))]


def sent_first(case: Case, event: Event) -> bool:
    """Whether an event is the earliest of those by which the same thing went."""
    return case.once(_first_sendings)[_sending(case, event, lot_of(case, event.lot))] == event.path


def _first_sendings(case: Case) -> dict[_Sending, Path]:
    ordered = sorted(case.events, key=lambda one: in_time_and_words(case, one.date, one))
    found: dict[_Sending, Path] = {}
    for one in ordered:
        found.setdefault(_sending(case, one, lot_of(case, one.lot)), one.path)
    return found


_Sending = tuple[str | None, str | None, str | None, str | None]
"""A kind of event, a document, a topic or what is said, and a lot, `None` for all lots."""


def _sending(case: Case, event: Event, lot: str | None) -> _Sending:
    unnamed = event.kind == "answer" and not event.document and not event.topic
    # Answers without a name are one only where they say the same.
    return event.kind, event.document, (" ".join(words(event.text or "")) or None) if unnamed else event.topic, lot


def _sendings(case: Case) -> dict[_Sending, Copies]:
    together: dict[_Sending, dict[When | None, set[str]]] = {}
    lots: dict[_Sending, set[str | None]] = {}
    for one in case.events:
        lots.setdefault(_sending(case, one, None), set()).add(lot_of(case, one.lot))
    for one in case.events:
        who = {name for name in (one.bidder, *(one.recipients or ())) if name}
        own = lot_of(case, one.lot)
        # What is for no lot in particular is for each.
        for lot in {own, None} if own else {*lots[_sending(case, one, None)], None}:
            together.setdefault(_sending(case, one, lot), {}).setdefault(one.date, set()).update(who)
    there: dict[str | None, list[DocumentVersion]] = {}
    for version in case.tender.documents or ():
        there.setdefault(version.id, []).append(version)
    for (_, document, _, _), at in together.items():
        for version in there.get(document, ()) if document is not None else ():
            at.setdefault(version.available_at, set()).update(version.recipients or ())
    return {key: ordered(case, at) for key, at in together.items()}
