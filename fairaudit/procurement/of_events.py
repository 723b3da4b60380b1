"""What is worked out of an event once, however many rules ask: reading words takes most of the time that a long record costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from fairaudit.procurement.case import Case
from fairaudit.procurement.records import Event
from fairaudit.sources.document import Path

T = TypeVar("T")


def once_of_each(make: Callable[[Case, Event], T]) -> Callable[[Case, Event], T]:
    """Return the pure function of an event of a case so that it keeps with the case what it made."""

    def kept(_: Case) -> dict[Path, tuple[Event, T]]:
        return {}

    @wraps(make)
    def once(case: Case, event: Event) -> T:
        known = case.once(kept)
        found = known.get(event.path)
        # One that is made up for a question may stand where another does.
        if found is None or found[0] is not event:
            found = known[event.path] = (event, make(case, event))
        return found[1]

    return once


@once_of_each
def ends_early(case: Case, event: Event) -> bool:
    """Whether an event is recorded as ending before it begins; of each extension that is asked for every bidder and lot."""
    return bool(case.clock.reversed(event.date, event.until))
