"""Whether somebody with a shorter deadline was still in the contest when others were given a longer one."""

from collections.abc import Iterable

from fairaudit.checks.information.leaving import Sent, still_in
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.received.recipients import meant
from fairaudit.procurement.times.deadlines import Limit, Unclear, spelling
from fairaudit.sources.document import Path


def in_with_less_time(
    case: Case, bidder: str, lot: str | None, own: Limit | Unclear, longer: Limit | Unclear
) -> bool | Unclear:
    """Whether a bidder was in when its own deadline ended, or when a longer one was given to others."""
    key, lots = meant(case, bidder), (lot,) if lot else ()
    to_the_end = still_in(case, (key,), lots, Sent(own.when, own.at)) if isinstance(own, Limit) else own
    if not isinstance(to_the_end, Unclear) and to_the_end:
        return True
    sent = _given(case, longer) if isinstance(longer, Limit) else None
    if sent is not None:
        found = still_in(case, (key,), lots, sent)
        return found if isinstance(found, Unclear) else bool(found)
    if isinstance(to_the_end, Unclear):
        return to_the_end
    if isinstance(longer, Unclear):
        return longer
    # It left before its own deadline, and a deadline that a bid states may have been given before that or after.
    return Unclear(f"when {text_of(longer.at.path)} was given is not recorded", ("events (one of kind extension)",))


def given_first(case: Case, limits: Iterable[Limit]) -> Limit | None:
    """Return which of some equal deadlines was given first by what is recorded, `None` where that is said of none of them."""
    known = [
        (case.clock.bounds(sent.when)[0], spelling(one), one)
        for one in limits
        if (sent := _given(case, one)) and sent.when
    ]
    return min(known, key=lambda one: one[:2])[2] if known else None


def _given(case: Case, limit: Limit) -> Sent | None:
    """Return when a deadline was given, where an extension or a change of the documents gives it."""
    return case.once(_moves).get(limit.at.path[:-1])


def _moves(case: Case) -> dict[Path, Sent]:
    extended = {one.path: Sent(one.date, one.node) for one in case.events if one.kind == "extension"}
    return extended | {one.path: Sent(one.date, one.node) for one in case.tender.amendments or ()}
