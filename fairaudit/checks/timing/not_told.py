"""Bidders of whom no record says that they were told of an extension which the tender itself shows as its deadline."""

from datetime import timedelta

from fairaudit.procurement.bidders.rivals import bidders_known
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import meant, reaches, told
from fairaudit.procurement.times.deadlines import DEADLINE, Limit, deadline_for, later, moves_deadline
from fairaudit.procurement.times.moretime import extensions

_Key = tuple[str | None, str]
_MOST_NAMES = 5


def not_told(case: Case, event: Event) -> tuple[str, tuple[str, ...]] | None:
    """Return that some were not told of an extension as far as is recorded, and what would settle it.

    What a tender shows may be what it came to be after the extension, so that nobody seems to have had less time.
    """
    if event.date is None or event.until is None or not case.holds_all("events"):
        return None
    known = case.once(_known)
    key = event.lot, event.until.isoformat()
    if key not in known:
        known[key] = _untold(case, event)
    if not (names := sorted({case.party_name(meant(case, one)) for one in known[key]})):
        return None
    some = ", ".join(names[:_MOST_NAMES]) + (
        f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    )
    reason = f"the tender shows the deadline to which this extension moved it, and that it was told to {some} is not recorded"
    return reason, (
        "tender.amendments (the change of the deadline, and whom it was for)",
        f"{text_of(event.path)}.recipients",
    )


def _known(_: Case) -> dict[_Key, tuple[str, ...]]:
    return {}


def _untold(case: Case, event: Event) -> tuple[str, ...]:
    """Return the bidders whom no extension to one moment reached, where that is the deadline shown and no change records it."""
    shown = deadline_for(case, None, event.lot)
    if (
        not isinstance(shown, Limit)
        or shown.at.path != DEADLINE
        or any(map(moves_deadline, case.tender.amendments or ()))
    ):
        return ()
    if not _goes_to(case, event, shown):
        return ()
    same = [one for one in extensions(case, event.lot) if _goes_to(case, one, shown)]
    whom = [told(case, one) for one in same]
    # Where it is not sure whom one reached, that is told of itself.
    if any(one.strangers.numbered or one.strangers.squeezed for one in whom):
        return ()
    if any(reaches(case, one, None) is not False for one in same):
        return ()
    had = {meant(case, key) for one in whom for key in one.keys}
    own = {meant(case, one.bidder) for one in case.bids if one.bidder and one.deadline}
    return tuple(
        one for one in bidders_known(case, (event.lot,) if event.lot else ()) if meant(case, one) not in had | own
    )


def _goes_to(case: Case, event: Event, shown: Limit) -> bool:
    until = Limit(event.until, event.field("until")) if event.until is not None else None
    return until is not None and later(case.clock, until, shown) == timedelta(0)
