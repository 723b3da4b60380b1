"""Documents that were published to all by an event, which no list of the tender need hold."""

from __future__ import annotations

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.published import is_for_all, taken_back_in
from fairaudit.procurement.received.recipients import told
from fairaudit.procurement.received.things import folded


def published_by(case: Case, document: str | None, when: When | None) -> bool | None:
    """Whether a document was published to all no later than a moment; `None` where it was, and that may have been later."""
    dates = case.once(_published).get(folded(document), []) if document else []
    if any(one and when and case.clock.before(when, one, end_first=True) is False for one in dates):
        return True
    return None if dates else False


def _published(case: Case) -> dict[str, list[When | None]]:
    """Return when documents were published to all, by name, but for what was taken back."""
    found: dict[str, list[When | None]] = {}
    back: set[str] = set()
    for one in case.events:
        if one.document and one.kind in ("publication", "document"):
            if _for_all(case, one):
                found.setdefault(folded(one.document), []).append(one.date)
            back |= {folded(one.document)} if taken_back_in(one) else set()
    return {name: dates for name, dates in found.items() if name not in back}


def _for_all(case: Case, event: Event) -> bool:
    return EVERYBODY in told(case, event).keys or is_for_all(case, event)
