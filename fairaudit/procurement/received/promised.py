"""Answers that only promise something, and whether the record shows it kept; and those that point to a bulletin not on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fairaudit.analysis.messages.not_here import elsewhere
from fairaudit.analysis.messages.yet_to_come import is_yet_to_come
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import meant, told, told_of
from fairaudit.procurement.times.deadlines import Limit, deadline_for
from fairaudit.procurement.times.spans import days_until

_BULLETINS = frozenset({"bulletin", "bulletins", "circular", "addendum", "newsletter"})
"""What is sent while a tender runs; an annex or a schedule may be part of a document under another name."""
_PLAIN = frozenset({
    "list", "update", "updated", "revised", "new", "version", "final", "document", "annex", "appendix", "schedule", "detail",
    "information", "pdf", "docx", "xlsx", "doc", "xls", "full", "further", "tender", "copy", "data", "answer", "response",
    "reply",
    "clarification", "question", "addendum", "bulletin", "circular",
})  # fmt: skip
"""Words of a name that do not say of what it is."""
_STEM = 5
_IN_TIME = 3
"""How many days before the deadline what was promised can still be used at the latest; a heuristic."""


class _Brought(NamedTuple):
    """What came to whom and when, by name."""

    name: str
    when: When | None
    keys: frozenset[str]


def is_kept(case: Case, enquiry: Enquiry) -> bool:
    """Whether an answer only promises something, and something by the name of what was asked about came to the asker in time.

    `The list of vehicles will be issued on 18 March`, and there is a `List of vehicles` of that day.
    """
    since = enquiry.answered or enquiry.date
    if since is None or not is_yet_to_come(enquiry.answer or "", enquiry.question or ""):
        return False
    about = _stems(f"{enquiry.question or ''} {enquiry.answer or ''}")
    asker = meant(case, enquiry.asked_by) if enquiry.asked_by else None
    return any(
        bool(found := _stems(one.name))
        and 2 * len(found & about) >= len(found)
        and (not one.keys or EVERYBODY in one.keys or asker in one.keys)
        and _comes_in_time(case, since, one.when)
        for one in case.once(_brought)
    )


def points_to_no_bulletin(case: Case, text: str) -> bool:
    """Whether a text only points to a bulletin or the like, `See bulletin 3`, and no record has one of that number."""
    place = elsewhere(words(text))
    if place is None or _BULLETINS.isdisjoint(place.name):
        return False
    numbers = {one.lstrip("0") for one in place.name if one.isdigit()}
    kinds = {one.removesuffix("s") for one in place.name} & _BULLETINS
    return not any(kinds <= one.kinds and numbers <= one.numbers for one in case.once(_named))


class _Name(NamedTuple):
    """Of what kind of bulletin the name of a record says that it is, and its numbers."""

    kinds: frozenset[str]
    numbers: frozenset[str]


def _named(case: Case) -> tuple[_Name, ...]:
    return tuple(_name(one) for one in dict.fromkeys(_names(case)))


def _name(text: str) -> _Name:
    said = words("".join(f" {one} " if one in "_.-" else one for one in text))
    digits = {"".join(filter(str.isdigit, one)).lstrip("0") for one in said}
    kinds = {kind for one in said for kind in (one.rstrip("0123456789").removesuffix("s"),) if kind in _BULLETINS}
    return _Name(frozenset(kinds), frozenset(digits - {""}))


def _names(case: Case) -> Iterator[str]:
    """Yield what documents, changes and events are called, and say; a change may be any kind of bulletin."""
    for version in case.tender.documents or ():
        yield " ".join(filter(None, (version.title, version.id, version.kind, version.version)))
    for change in case.tender.amendments or ():
        yield " ".join(("addendum bulletin circular", change.id or "", change.text or ""))
    for data in case.tender.disclosures or ():
        yield data.document or ""
    for event in case.events:
        yield " ".join(filter(None, (event.document, event.topic, event.text)))


def _brought(case: Case) -> tuple[_Brought, ...]:
    listed = (
        *((one.title, one.available_at, one.recipients) for one in case.tender.documents or ()),
        *((one.document or one.kind, one.published, one.recipients) for one in case.tender.disclosures or ()),
    )
    sent = [_Brought(name, when, told_of(case, to or ()).keys) for name, when, to in listed if name]
    for event in case.events:
        if event.kind in ("document", "publication", "answer") and (name := event.document or event.topic):
            sent.append(_Brought(name, event.date, told(case, event).keys))
    return tuple(sent)


def _comes_in_time(case: Case, since: When, when: When | None) -> bool:
    """Whether something came no earlier than it was promised, and days before the deadline."""
    if when is None or case.clock.before(when, since) is not False:
        return False
    deadline = deadline_for(case)
    if not isinstance(deadline, Limit):
        return True
    days = days_until(case, when, deadline)
    return isinstance(days, int) and days >= _IN_TIME


def _stems(text: str) -> frozenset[str]:
    return frozenset(one[:_STEM] for one in gist(text) if one not in _PLAIN and not any(map(str.isdigit, one)))
