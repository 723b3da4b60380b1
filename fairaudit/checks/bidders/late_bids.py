"""Bids that came late, or in time: let in, won, refused, and the same decision for the same lateness."""

from datetime import timedelta

from fairaudit.analysis.outagehours import hours_said
from fairaudit.checks.base import Found, Hit, Verb, check, compares_bidders
from fairaudit.checks.bidders.outages import at_other_hours, came_during, may_have_met, outages_met, told_of
from fairaudit.checks.bidders.refusals.refusals import explained, must_reject
from fairaudit.checks.reasons import ZONE, first_unclear, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import (
    admitted,
    in_rounds,
    late_as_a_whole,
    lot_unsaid,
    may_compete,
    name_of,
    refused,
    refused_as_late,
    won,
)
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.lot_bids import shared_ids
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.times.beginnings import opening_of, recorded
from fairaudit.procurement.times.deadlines import Limit, Unclear, after, deadline_of, receipt_of
from fairaudit.procurement.times.lateness import Lateness, lateness
from fairaudit.procurement.times.lot_ends import lots_end_apart
from fairaudit.sources.document import Path


class Late(Frozen):
    """Whose bid came how long after its own deadline."""

    bidder: str
    where: Verb
    received: When
    deadline: When
    by: timedelta
    least: Verb = Verb()
    """That it may have been more."""


def _late(case: Case, bid: Bid, late: Lateness) -> Late:
    return Late(name_of(case, bid), _for_lot(case, bid), late.received.when, late.deadline.when, late.by, _least(late))


def _least(late: Lateness) -> Verb:
    return Verb(", at least," if late.at_least else "")


def _for_lot(case: Case, bid: Bid) -> Verb:
    """Return for which lot a bid is, where its bidder made one for another lot as well, or its id is that of another, too."""
    shared = any(bid.id in lots.values() for lots in shared_ids(case.bids).values())
    others = (one for one in case.bids if one.lot != bid.lot and one.bidder is not None)
    several = bid.lot is not None and (shared or any(one.bidder == bid.bidder for one in others))
    return Verb(f", for lot {bid.lot}," if several else "")


def _deadline(late: Lateness) -> tuple[tuple[Node[object], str], ...]:
    return ((late.deadline.at, "the deadline of this bidder"),)


@check
def late_bid_accepted(node: Node[Bid], case: Case) -> Found[Late]:
    """Flag a bid let in although it came after its bidder's own deadline.

    Only a question where late bids may be accepted, or an event tells of an outage over the deadline.
    """
    bid = node.value
    let_in = admitted(case, bid)
    if let_in is False:
        return
    late = lateness(case, bid)
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late and let_in is None:
        yield lacking(bid.field("status"))
    elif late:
        elsewhen = at_other_hours(case, bid)
        confidence = None if must_reject(case) and not (elsewhen or outages_met(case, bid)) else "possible"
        yield Hit(late.received.at, _late(case, bid, late), _deadline(late), confidence, gainsaid=elsewhen)


@check
def late_bid_won(node: Node[Bid], case: Case) -> Found[Late]:
    """Flag a bid that won although late; certain where the documents refuse such bids or bids had been opened before."""
    bid = node.value
    if case.gives("awards") and not won(case, bid):
        return
    late = lateness(case, bid)
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late and not case.gives("awards"):
        yield lacking(Node(("awards",), None))
    elif late:
        opened = opening_of(case)
        seen = isinstance(opened, Limit) and recorded(opened) and after(case.clock, late.received, opened) is True
        elsewhen = at_other_hours(case, bid)
        confidence = None if (seen or must_reject(case)) and not (elsewhen or outages_met(case, bid)) else "possible"
        yield Hit(late.received.at, _late(case, bid, late), _deadline(late), confidence, gainsaid=elsewhen)


class Unlike(Frozen):
    """Whose late bid was let in, and whose was not; `how` says where the lateness of theirs is not certain."""

    bidder: str
    where: Verb
    by: timedelta
    others: tuple[str, ...]
    how: Verb
    least: Verb = Verb()


_CERTAIN = Verb()
_ONLY_CALLED_LATE = Verb(", as late; whether that is so cannot be told from what is given")


_ABOUT_THEN = timedelta(hours=1)
"""How much later than a bid that an outage excuses another may have come because of it; a heuristic."""


@check
@compares_bidders
def late_bids_treated_unlike(node: Node[Bid], case: Case) -> Found[Unlike]:
    """Flag a late bid let in while a late one of another bidder for its lot was refused, unless only the first met an outage.

    Where one of the two does not say its lot, nothing but the refusal says that the other was late, or the first alone came
    during an outage that is recorded for all, it is a question.
    """
    bid = node.value
    late = lateness(case, bid) if admitted(case, bid) else None
    if late is None:
        return
    known = case.once(_late_when_refused)
    turned = [
        one
        for one in may_compete(case, bid)
        if one.path in known
        and (_answers(case, bid, one) or _may_share_its_outage(case, bid, late, one, known[one.path]))
    ]
    proven = [one for one in turned if isinstance(known[one.path], Lateness)]
    told = [one for one in turned if isinstance(known[one.path], Unclear) and refused_as_late(case, one)]
    if isinstance(late, Unclear):
        if turned:
            yield unsure(node, late)
        return
    if proven:
        same = [
            one
            for one in proven
            if came_during(case, one) or not (told_of(case, bid) is None or came_during(case, bid))
        ]
        sure = any(lot_unsaid(case, bid, one) is None for one in same if refused_as_late(case, one))
        yield _unlike(case, bid, late, proven, sure=sure)
    if told:
        yield _unlike(case, bid, late, told, _ONLY_CALLED_LATE)
    for one in turned:
        if isinstance(unclear := known[one.path], Unclear) and not refused_as_late(case, one):
            yield unsure(one.node, unclear)


def _late_when_refused(case: Case) -> dict[Path, Lateness | Unclear]:
    """Return how late each refused bid was, without those in time; where that is not known, only what lateness may explain."""
    found = {one.path: (one, lateness(case, one)) for one in case.bids if refused(case, one)}
    return {
        path: late
        for path, (one, late) in found.items()
        if isinstance(late, Lateness) or (late is not None and (refused_as_late(case, one) or not explained(one)))
    }


def _answers(case: Case, bid: Bid, other: Bid) -> bool:
    """Whether a refused bid is another bidder's, and may have met the outage that excuses the one let in."""
    apart = bid.bidder is None or bid.bidder != other.bidder
    return apart and (may_have_met(case, other) or not told_of(case, bid))


def _may_share_its_outage(
    case: Case, bid: Bid, late: Lateness | Unclear, other: Bid, refused_at: Lateness | Unclear
) -> bool:
    """Whether the hours of an outage that excuse the bid let in may excuse one that came about then and says nothing of any."""
    hours = bid.outage is not None and hours_said(bid.outage) is not None and told_of(case, bid)
    if not hours or other.outage is not None or bid.bidder == other.bidder:
        return False
    if isinstance(late, Unclear) or isinstance(refused_at, Unclear):
        return False
    return refused_at.by - late.by <= _ABOUT_THEN


def _unlike(
    case: Case, bid: Bid, late: Lateness, others: list[Bid], how: Verb = _CERTAIN, *, sure: bool = False
) -> Hit[Unlike]:
    refused_ones = tuple(sorted({name_of(case, one) for one in others}))
    facts = Unlike(name_of(case, bid), _for_lot(case, bid), late.by, refused_ones, how, _least(late))
    related = tuple((one.field("status"), "refused") for one in others)
    return Hit(late.received.at, facts, related, None if sure else "possible", "only called late" if how else "")


class InTime(Frozen):
    """Whose bid came when, and until when it could come."""

    bidder: str
    where: Verb
    received: When
    deadline: When


@check
def timely_bid_refused(node: Node[Bid], case: Case) -> Found[InTime]:
    """Flag a bid refused as late although it came, or the portal had it, by its bidder's own deadline."""
    bid = node.value
    if not refused_as_late(case, bid):
        return
    late, received, deadline = lateness(case, bid), receipt_of(case, bid), deadline_of(case, bid)
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late is None and isinstance(received, Limit) and isinstance(deadline, Limit):
        facts = InTime(name_of(case, bid), _for_lot(case, bid), received.when, deadline.when)
        related = ((received.at, "received"), (deadline.at, "the deadline of this bidder"))
        yield Hit(bid.field("status"), facts, related, None if late_as_a_whole(bid) else "possible")


class AfterOpening(Frozen):
    """Whose bid came when, and when bids had been opened, or were to be."""

    bidder: str
    where: Verb
    received: When
    had: Verb
    opened: When
    doubt: Verb


_TOO_EARLY = Verb("; it came in time, and what was too early is the opening")


@check
def accepted_after_opening(node: Node[Bid], case: Case) -> Found[AfterOpening]:
    """Flag a bid let in although it came when others had been opened, or by the announced opening should have been.

    Of a bid that came in time it is a question: what was wrong is the opening.
    """
    bid = node.value
    if not admitted(case, bid):
        return
    opened, received = opening_of(case), receipt_of(case, bid)
    if in_rounds(case):
        yield unsure(node, Unclear("the bids came in several rounds, and one opening is recorded", ()))
        return
    late = (
        after(case.clock, received, opened)
        if isinstance(opened, Limit) and isinstance(received, Limit)
        else first_unclear(opened, received) or ZONE
    )
    if isinstance(late, Unclear):
        yield unsure(node, late)
    elif late and isinstance(opened, Limit) and isinstance(received, Limit):
        had = Verb("had been" if recorded(opened) else "were to be")
        # Where lots end apart, it may be another lot that was opened.
        apart = lots_end_apart(case)
        doubt = Verb("") if apart or lateness(case, bid) is not None else _TOO_EARLY
        facts = AfterOpening(name_of(case, bid), _for_lot(case, bid), received.when, had, opened.when, doubt)
        open_ = bool(doubt) or tells(bid.outage) is not False or not recorded(opened) or apart
        yield Hit(received.at, facts, ((opened.at, "the opening"),), "possible" if open_ else None)
