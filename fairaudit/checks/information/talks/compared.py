"""How many contacts outside the channel a bidder had more than whoever had fewest."""

from collections import Counter
from collections.abc import Callable

from fairaudit.checks.base import Clause
from fairaudit.checks.information.leaving import Sent, still_in
from fairaudit.checks.timing.in_words import counted
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import maybe, told
from fairaudit.procurement.times.deadlines import Unclear

Words = tuple[tuple[str, ...], ...]
"""The words by which contacts are told from others."""


def more_than_others(case: Case, event: Event, is_contact: Callable[[Event], bool], by: Words) -> Clause:
    """Return how many contacts those of an event had more than the bidder known that had fewest, as far as is recorded."""
    known = case.once(_had)
    if by not in known:
        talks = [one for one in case.events if one.kind in ("contact", "meeting") and is_contact(one)]
        known[by] = Counter(who for one in talks for who in told(case, one).keys)
    had, whom = known[by], told(case, event)
    lots = (event.lot,) if event.lot else ()
    others = [one for one in field_of(case, lots) if one not in whom.keys]
    # Who withdrew is somebody to compare with for what happened while it was in.
    gone = tuple(one for one in withdrawn_from(case, lots) if one not in whom.keys)
    still = still_in(case, gone, lots, Sent(event.date, event.node)) if gone else ()
    others += [] if isinstance(still, Unclear) else still
    # Whoever may be meant by a name is nobody to compare with.
    others = [one for one in others if not maybe(case, whom, one)]
    if not others:
        return Clause("no other bidder is known")
    # What is asked about may be no contact by its words; told of, it is one.
    most = max((had[one] for one in whom.keys), default=0) or 1
    more = most - min(had[one] for one in others)
    if more <= 0:
        return Clause("no bidder known had fewer contacts, as far as is recorded")
    return Clause(f"a difference of {counted(more, 'contact')}, as far as is recorded")


def _had(_: Case) -> dict[Words, Counter[str]]:
    return {}
