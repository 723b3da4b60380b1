"""Answers of which a record says that it does not bring them, and answers that only point to those of other questions."""

from __future__ import annotations

from fairaudit.analysis.messages.asked import points_to_a_number
from fairaudit.analysis.messages.put_off import is_blank
from fairaudit.analysis.messages.standing import is_told, keeps_back
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.received.not_brought import perhaps_not_brought
from fairaudit.procurement.received.of_events import once_of_each
from fairaudit.procurement.received.said_of import said_of
from fairaudit.procurement.received.things import Key, answers_in_words, enquiries_named
from fairaudit.sources.document import Path


@once_of_each
def kept_back(case: Case, event: Event) -> frozenset[Key]:
    """Return the answers that a record names and says not to bring: `CQ-07 will be answered separately`, `Answer pending`."""
    named, back = frozenset(enquiries_named(case, event)), said_of(case, event).back
    # Most messages name no answer, and of none need their words be weighed.
    return named if (named or back) and event.text and keeps_back(event.text) else back


def only_says_that_it_was_given(event: Event) -> bool:
    """Whether the words of an event say no more than that an answer was given, which may have been this one."""
    return bool(event.text) and is_told(event.text or "") and not keeps_back(event.text or "")


def is_spoken_of(case: Case, key: Key) -> bool:
    """Whether a record says of an answer that it is still to come, went to the asker alone, or that one was given."""
    return key in case.once(_spoken_of)


def _spoken_of(case: Case) -> frozenset[Key]:
    found: set[Key] = set()
    for event in case.events:
        found |= kept_back(case, event) | perhaps_not_brought(case, event)
        if (named := enquiries_named(case, event)) and only_says_that_it_was_given(event):
            found.update(named)
    return frozenset(found)


def pointed_to(case: Case, enquiry: Enquiry) -> tuple[Key, ...] | None:
    """Return the answers that an answer only points to, `See CQ2`; `None` where it says anything itself."""
    text = enquiry.answer or ""
    return answers_in_words(case, text) if points_to_a_number(text) else None


def may_be_left_out(case: Case, enquiry: Enquiry) -> bool:
    """Whether no text stands for an answer, which an export may have left out: `TBC`, `?` and `...` stand for what is to come."""
    marked = any(one in (enquiry.answer or "") for one in ("?", "..", "\u2026"))
    return is_blank(enquiry.answer) and not marked and not _has_a_gap(case, enquiry)


def _has_a_gap(case: Case, enquiry: Enquiry) -> bool:
    """Whether `TBC` or another gap to be filled stands where the answer would."""
    return (*enquiry.path, "answer") in case.once(_gaps)


def _gaps(case: Case) -> frozenset[Path]:
    return frozenset(one.path for one in case.placeholders)
