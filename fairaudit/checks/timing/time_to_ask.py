"""Time for questions or visits that some bidders had, and that others had is not recorded."""

from datetime import datetime

from fairaudit.checks.base import Unassessed
from fairaudit.procurement.bidders.rivals import bidders_known, lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import maybe, meant, told
from fairaudit.procurement.times.moretime import OfWhat, what_is_extended

_OF_ASKING = frozenset({OfWhat.ASKING, OfWhat.PERHAPS_BIDDING})
_MOST_NAMES = 5
"""How many bidders are named before the rest are counted."""
_Lot = str | None


def longer_to_ask(case: Case, event: Event) -> Unassessed | None:
    """Return that more time for questions or visits is recorded for some bidders, and for others not; told at the first.

    Time to bid is compared by deadlines; of that for questions no bidder has one of its own, so this goes by who was told.
    """
    if event.until is None or what_is_extended(case, event) not in _OF_ASKING:
        return None
    lot = lot_of(case, event.lot)
    if case.once(_first).get((lot, event.until.isoformat())) is not event:
        return None
    ends = case.once(_ends)
    soonest = case.clock.bounds(event.until, True)[0]
    had = {who for one in {lot, None} for who, end in ends.get(one, {}).items() if end >= soonest}
    if EVERYBODY in had:
        return None
    known = bidders_known(case, (event.lot,) if event.lot else ())
    left = [one for one in known if meant(case, one) not in had and not maybe(case, told(case, event), one)]
    if not left:
        return None
    names = sorted({case.party_name(meant(case, one)) for one in left})
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    whom = ", ".join(sorted(case.party_name(one) for one in told(case, event).keys)[:_MOST_NAMES])
    place = text_of(event.path)
    reason = (
        f"{place} gives {whom} longer for questions or visits; that {', '.join(names[:_MOST_NAMES])}{more} had as long"
    )
    return Unassessed(
        event.node, f"{reason} is not recorded", ("events (the same time given to the others)",), seen=True
    )


def _first(case: Case) -> dict[tuple[_Lot, str], Event]:
    found: dict[tuple[_Lot, str], Event] = {}
    for one in case.events:
        if one.kind == "extension" and one.until is not None and what_is_extended(case, one) in _OF_ASKING:
            found.setdefault((lot_of(case, one.lot), one.until.isoformat()), one)
    return found


def _ends(case: Case) -> dict[_Lot, dict[str, datetime]]:
    """Return for each lot until when bidders had time for anything, by the extensions that were told to them."""
    found: dict[_Lot, dict[str, datetime]] = {}
    for one in case.events:
        if one.kind == "extension" and one.until is not None and what_is_extended(case, one) is not OfWhat.VALIDITY:
            own, end = found.setdefault(lot_of(case, one.lot), {}), case.clock.bounds(one.until, True)[1]
            for who in told(case, one).keys:
                own[who] = max(end, own.get(who, end))
    return found
