"""Messages that only say that a question was answered for everybody, held against what the log says of it."""

from __future__ import annotations

from fairaudit.analysis.messages.answered_for_all import says_answered_for_all
from fairaudit.analysis.names import words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import for_all, meant, reaches, told
from fairaudit.procurement.received.things import enquiries_named, thing_of


def only_says_all_were_answered(case: Case, event: Event) -> bool:
    """Whether all that an event tells is that the question of whoever it went to was answered for everybody."""
    names = frozenset(word for key in told(case, event).keys for word in words(case.party_name(key)))
    return not event.material and says_answered_for_all(event.text, names)


def points_to_what_all_had(case: Case, event: Event) -> bool:
    """Whether an event only says that an answer went to all, and one did by then: of the question it names, or the asker's."""
    if event.date is None or not only_says_all_were_answered(case, event):
        return False
    named, whom = enquiries_named(case, event), told(case, event).keys
    listed = [one for one in case.enquiries if _may_be_meant(case, one, named, whom)]
    by_events = [
        one
        for one in case.events
        if one.kind == "answer"
        and reaches(case, one, None)
        and (not named or set(named) & {*enquiries_named(case, one)})
    ]
    given = [one.answered for one in listed if one.answer and for_all(case, one.recipients)]
    given += [one.date for one in by_events] if named or not listed else []
    return any(when is not None and _by_then(case, when, event.date) for when in given)


def _may_be_meant(case: Case, enquiry: Enquiry, named: tuple[object, ...], whom: frozenset[str]) -> bool:
    if named:
        return thing_of(case, enquiry) in named
    return enquiry.asked_by is None or meant(case, enquiry.asked_by) in whom


def _by_then(case: Case, first: When, then: When) -> bool:
    """Whether something was given at a moment or before; of a day without an hour all of it counts."""
    return case.clock.before(then, first, end_first=True) is False
