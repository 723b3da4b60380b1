"""Who had left the contest before a moment: by a recorded exclusion or withdrawal, or by words of an event about one bidder."""

from fairaudit.checks.base import Unassessed
from fairaudit.checks.information.declines import alone, did
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, after
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import meant, stands_for
from fairaudit.procurement.records import Event
from fairaudit.procurement.rivals import lot_of, won
from fairaudit.procurement.scalars import When


class Going(Frozen):
    """That a bidder left the contest, for which lot (`None`: any), when, and where that is recorded."""

    lot: str | None
    when: When | None
    at: Node[object]


def gone_before(
    case: Case, key: str, lot: str | None, start: Limit | None, of_leaving: tuple[str, ...] = ()
) -> bool | Unassessed:
    """Whether a bidder had left the contest for a lot before a moment; unanswered where no date says whether it had."""
    unclear: Unassessed | None = None
    lot = lot_of(case, lot)
    for one in case.once(_exclusions).get(key, []) + _leavings(case, key, of_leaving):
        if one.lot not in (None, lot):
            continue
        if one.when is None:
            unclear = unclear or lacking(one.at)
        elif start is not None:
            gone = after(case.clock, start, Limit(one.when, one.at))
            if gone is True:
                return True
            if isinstance(gone, Unclear):
                unclear = unclear or Unassessed(one.at, gone.reason, gone.missing)
    return unclear or False


def _exclusions(case: Case) -> dict[str, list[Going]]:
    """Return when who was shut out; not who may win all the same, or was ranked or won, and so was in the contest after all."""
    totals, ranking = case.evaluation.totals or (), case.evaluation.ranking or ()
    ranked = {*(it.bid for it in totals), *(it.bid for it in ranking)} - {None}
    stayed = {meant(case, bid.bidder) for bid in case.bids if bid.bidder and (bid.id in ranked or won(case, bid))}
    found: dict[str, list[Going]] = {}
    for one in case.procurement.exclusions or ():
        for key in stands_for(case, meant(case, one.party)) if one.party and not one.overriding else ():
            if key not in stayed:
                at = one.field("decided" if one.decided or not one.notified else "notified")
                found.setdefault(key, []).append(Going(None, one.decided or one.notified, at))
    return found


def _leavings(case: Case, key: str, of_leaving: tuple[str, ...]) -> list[Going]:
    """Return when a bidder withdrew, by events of withdrawal and by those whose words say of it that it left."""
    return [
        Going(lot_of(case, one.lot), one.date, one.field("date"))
        for one in case.once(_by_bidder).get(key, ())
        if one.kind == "withdrawal" or key in did(case, one, of_leaving, key).parties
    ]


def _by_bidder(case: Case) -> dict[str, list[Event]]:
    """Return the events that are about one bidder alone."""
    found: dict[str, list[Event]] = {}
    for one in case.events:
        if key := alone(case, one):
            found.setdefault(key, []).append(one)
    return found
