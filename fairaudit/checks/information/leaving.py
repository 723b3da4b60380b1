"""Who had left the contest before a moment: by a recorded exclusion or withdrawal, or by words of an event about one bidder."""

from fairaudit.analysis.messages.says_it_leaves import says_it_leaves
from fairaudit.checks.base import Unassessed
from fairaudit.checks.information.declines import alone, did
from fairaudit.checks.reasons import incomplete, lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.invited import not_invited, only_invited
from fairaudit.procurement.bidders.rivals import admitted, lot_of, refused, won
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import meant, stands_for
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_for, receipt_of

_MESSAGES = ("contact", "meeting", "other")
"""Kinds of events in which a bidder may say that it leaves."""


class Going(Frozen):
    """That a bidder left the contest, for which lot (`None`: any), when, and where that is recorded; or why that is open.

    `from_then`: at that moment itself it was out already, as whoever is not among those invited then.
    """

    lot: str | None
    when: When | None
    at: Node[object]
    doubt: Unassessed | None = None
    from_then: bool = False


def gone_before(
    case: Case, key: str, lot: str | None, start: Limit | None, of_leaving: tuple[str, ...] = ()
) -> bool | Unassessed:
    """Whether a bidder had left the contest for a lot before a moment; unanswered where no date says whether it had."""
    lot = lot_of(case, lot)
    some = case.once(_exclusions).get(key, []) + _not_chosen(case, key) + _leavings(case, key, of_leaving)
    return _before(case, [one for one in some if one.lot in (None, lot)], start)


def _before(case: Case, some: list[Going], start: Limit | None) -> bool | Unassessed:
    unclear: Unassessed | None = None
    for one in some:
        if one.when is None:
            unclear = unclear or lacking(one.at)
        elif start is not None:
            gone = _is_gone(case, one, Limit(one.when, one.at), start)
            if gone is True and one.doubt is None:
                return True
            if gone is True:
                unclear = unclear or one.doubt
            if isinstance(gone, Unclear):
                unclear = unclear or Unassessed(one.at, gone.reason, gone.missing)
    return unclear or False


def _is_gone(case: Case, one: Going, left: Limit, start: Limit) -> bool | Unclear:
    if not one.from_then:
        return after(case.clock, start, left)
    earlier = after(case.clock, left, start)
    return earlier if isinstance(earlier, Unclear) else not earlier


def _not_chosen(case: Case, key: str) -> list[Going]:
    """Return when others were invited, and not somebody who had come forward."""
    found = only_invited(case) if not_invited(case, key) else None
    return [Going(None, found.when.value, found.when, from_then=True)] if found else []


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
        for one in case.once(events_alone).get(key, ())
        if one.kind == "withdrawal" or key in did(case, one, of_leaving, key).parties
    ]


def events_alone(case: Case) -> dict[str, list[Event]]:
    """Return the events that are about one bidder alone."""
    found: dict[str, list[Event]] = {}
    for one in case.events:
        if key := alone(case, one):
            found.setdefault(key, []).append(one)
    return found


class Sent(Frozen):
    """When something first went to bidders, and by which record."""

    when: When | None
    at: Node[object]


def still_in(case: Case, keys: tuple[str, ...], lots: tuple[str, ...], sent: Sent) -> tuple[str, ...] | Unclear:
    """Return who of some had not left the contest when something went to others; unclear where it is so of nobody for sure."""
    if case.once(_ever_out).isdisjoint(keys):
        # All of a case may be asked of everybody, and few ever leave.
        return keys
    lot = lots[0] if len(lots) == 1 else None
    kept: list[str] = []
    unclear: Unclear | None = None
    for key in keys:
        found = _away(case, key, lot, sent)
        if isinstance(found, Unclear):
            unclear = unclear or found
        elif not found:
            kept.append(key)
    return unclear if unclear and not kept else tuple(kept)


def _away(case: Case, key: str, lot: str | None, sent: Sent) -> bool | Unclear:
    """Whether somebody had left when something was sent."""
    if key not in case.once(_ever_out):
        return False
    left = leavings_of(case, key, lot)
    if not left:
        withdrawn = _withdrawn_undated(case, key, lot, sent)
        return _turned_away(case, key, lot, sent) if withdrawn is False else withdrawn
    if sent.when is None:
        name = f"{text_of(sent.at.path)}.date"
        return Unclear(f"{name} is not given", (name,))
    found = _before(case, left, Limit(sent.when, sent.at))
    return Unclear(found.reason, found.missing) if isinstance(found, Unassessed) else found


def anybody_out(case: Case) -> bool:
    """Whether any record says that somebody left, or was turned away, at some time."""
    return bool(case.once(_ever_out))


def _ever_out(case: Case) -> frozenset[str]:
    """Return of whom any record says that they left, or were turned away, at some time."""
    bids = case.once(_bids_of).items()
    out = (key for key, some in bids if any(one.status == "withdrawn" or refused(case, one) for one in some))
    not_chosen = (one.id for one in case.parties if one.id and not_invited(case, one.id))
    return frozenset((*case.once(_exclusions), *case.once(_withdrawn), *case.once(_said), *out, *not_chosen))


def leavings_of(case: Case, key: str, lot: str | None) -> list[Going]:
    """Return by what records of an exclusion or a withdrawal somebody left the contest for a lot."""
    lot = lot_of(case, lot)
    shut_out = case.once(_exclusions).get(key, [])
    withdrawn = _leavings(case, key, ()) if key in case.once(_withdrawn) else []
    said = case.once(_said).get(key, [])
    return [
        one
        for one in shut_out + withdrawn + said + _not_chosen(case, key)
        if one.lot in (None, lot) and not _bid_again(case, key, lot, one.when)
    ]


def _said(case: Case) -> dict[str, list[Going]]:
    """Return when bidders of whom there is no bid said in a message that they would not bid, or left."""
    found: dict[str, list[Going]] = {}
    for key, some in case.once(events_alone).items():
        for one in some if key not in case.once(_bids_of) else ():
            says = says_it_leaves(one.text or one.topic or "") if one.kind in _MESSAGES else False
            if says is not False:
                doubt = (
                    _in_doubt(one) if says is None else None if case.holds_all("bids") else incomplete(one.node, "bids")
                )
                found.setdefault(key, []).append(Going(lot_of(case, one.lot), one.date, one.field("date"), doubt))
    return found


def _in_doubt(event: Event) -> Unassessed:
    name = text_of(event.path)
    return Unassessed(
        event.node, f"{name} may say that its bidder left the contest", (f"{name}.text (in other words)",)
    )


def _bid_again(case: Case, key: str, lot: str | None, left: When | None) -> bool:
    """Whether a bid came in after somebody left, and was let in: then it was in the contest all the same."""
    return left is not None and any(
        admitted(case, one) and one.received and case.clock.before(left, one.received, end_first=True)
        for one in case.once(_bids_of).get(key, ())
        if None in (one.lot, lot) or lot_of(case, one.lot) == lot
    )


def _withdrawn(case: Case) -> frozenset[str]:
    return frozenset(
        key for key, some in case.once(events_alone).items() if any(one.kind == "withdrawal" for one in some)
    )


def _withdrawn_undated(case: Case, key: str, lot: str | None, sent: Sent) -> bool | Unclear:
    """Say that nothing tells when a bidder left all of whose bids were withdrawn, some time after the first had come."""
    bids = [one for one in case.once(_bids_of).get(key, ()) if lot is None or lot_of(case, one.lot) in (None, lot)]
    if not bids or not all(one.status == "withdrawn" for one in bids):
        return False
    for one in bids:
        came = receipt_of(case, one)
        if sent.when and isinstance(came, Limit) and case.clock.before(sent.when, came.when, end_first=True) is True:
            return False
    name = text_of(bids[0].path)
    reason = f"{name}.status says that the bid was withdrawn, and when that was is not given"
    return Unclear(reason, ("events (one of kind withdrawal)",))


def _turned_away(case: Case, key: str, lot: str | None, sent: Sent) -> bool | Unclear:
    """Say that nothing tells when a bidder left whose bids were all turned away, some time after the deadline."""
    bids = [one for one in case.once(_bids_of).get(key, ()) if lot is None or lot_of(case, one.lot) in (None, lot)]
    if not bids or not all(refused(case, one) for one in bids):
        return False
    for one in bids:
        due = deadline_for(case, one.round, one.lot)
        due = due if isinstance(due, Limit) else receipt_of(case, one)
        if sent.when and isinstance(due, Limit) and case.clock.before(due.when, sent.when, end_second=True) is False:
            return False
    name = f"{text_of(bids[0].path)}.status"
    return Unclear(f"{name} says that the bid was turned away, and when that was is not given", ("exclusions",))


def _bids_of(case: Case) -> dict[str, list[Bid]]:
    found: dict[str, list[Bid]] = {}
    for one in case.bids:
        if one.bidder:
            found.setdefault(meant(case, one.bidder), []).append(one)
    return found
