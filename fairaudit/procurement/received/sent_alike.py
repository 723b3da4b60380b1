"""What brought a document beside events of kind `document`: its publication, and a message that says it is attached."""

from __future__ import annotations

from fairaudit.analysis.names import words
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.published import is_for_all, names_nobody, taken_back_in
from fairaudit.procurement.received.things import Key, documents_called, folded, sent_again

_ATTACHED = frozenset({"attached", "attach", "attachment", "enclosed", "enclose", "herewith"})
_BESIDE = frozenset({
    "please", "find", "we", "here", "is", "the", "as", "an", "now", "for", "your", "use", "dear", "bidder", "thank", "you",
    "see", "with", "this", "message", "regards", "kind", "again",
})  # fmt: skip
"""What beside a document's name and `attached` says nothing of another document."""


def sent_otherwise(case: Case, event: Event, lot: str | None) -> dict[Key, str]:
    """Return which documents that events sent an event brought as well, and what these called them.

    A publication brings the document it names, unless that was taken back; of all lots it brings that of each.
    """
    called = _published(case, event) if event.kind == "publication" else _attached(event)
    known = case.once(_sent).get(called, {}) if called else {}
    return {key: name for key, name in known.items() if lot is None or key[-1] == lot}


def _published(case: Case, event: Event) -> str | None:
    if not event.document or (names_nobody(event) and not is_for_all(case, event)):
        return None
    name = folded(sent_again(event.document))
    return None if name in case.once(_taken_back) else name


def _attached(event: Event) -> str | None:
    """Return the name beside which a message says nothing but that it is attached; a question says less."""
    text = event.text or event.topic or ""
    if event.kind not in ("message", "contact") or names_nobody(event) or "?" in text:
        return None
    said = words(text)
    return None if _ATTACHED.isdisjoint(said) else " ".join(one for one in said if one not in _ATTACHED | _BESIDE)


def _sent(case: Case) -> dict[str, dict[Key, str]]:
    """Return the documents that went by events under names of their own, which no list need hold."""
    found: dict[str, dict[Key, str]] = {}
    for one in case.events:
        if one.kind == "document" and one.document and not names_nobody(one):
            for key in documents_called(case, one, lot_of(case, one.lot)):
                if key[0] == "document" and isinstance(key[1], str) and len(key) > 2:
                    found.setdefault(key[1], {}).setdefault(key, one.document)
    return found


def _taken_back(case: Case) -> frozenset[str]:
    sent = (
        one for one in case.events if one.document and one.kind in ("publication", "document") and taken_back_in(one)
    )
    return frozenset(folded(sent_again(one.document or "")) for one in sent)
