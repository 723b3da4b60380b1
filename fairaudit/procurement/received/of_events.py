"""What is worked out of an event once, however many rules ask: reading words takes most of the time that a long record costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event

T = TypeVar("T")
Words = TypeVar("Words", str, tuple[str | None, ...])


def once_of_each(make: Callable[[Case, Event], T]) -> Callable[[Case, Event], T]:
    """Return the pure function of an event of a case so that it keeps with the case what it made."""

    def kept(_: Case) -> dict[int, tuple[Event, T]]:
        # Not by its path: one that is made up for a question may stand where another does, and numbers are quick to look up.
        return {}

    @wraps(make)
    def once(case: Case, event: Event) -> T:
        known = case.once(kept)
        found = known.get(id(event))
        if found is None:
            # The event is kept with it, so that its number stays its own.
            found = known[id(event)] = (event, make(case, event))
        return found[1]

    return once


def once_of_each_text(make: Callable[[Case, Words], T]) -> Callable[[Case, Words], T]:
    """Return the pure function of a text, or of a few, in a case so that it keeps what it made: many events say the same."""

    def kept(_: Case) -> dict[Words, T]:
        return {}

    @wraps(make)
    def once(case: Case, text: Words) -> T:
        known = case.once(kept)
        if text not in known:
            known[text] = make(case, text)
        return known[text]

    return once


def all_of_each(make: Callable[[Case, Event], Iterator[T]]) -> Callable[[Case, Event], tuple[T, ...]]:
    """Return a pure function of an event of a case that yields something so that all of it is kept with the case."""

    def whole(case: Case, event: Event) -> tuple[T, ...]:
        return tuple(make(case, event))

    return once_of_each(wraps(make)(whole))


@once_of_each
def ends_early(case: Case, event: Event) -> bool:
    """Whether an event is recorded as ending before it begins; of each extension that is asked for every bidder and lot."""
    return bool(case.clock.reversed(event.date, event.until))
