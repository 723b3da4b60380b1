"""Checks of the family `bids`: what came when, what was wrong with it, and the same decision for the same thing."""

from datetime import timedelta

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Verb, check
from fairaudit.checks.bidders.cited_rules import cites
from fairaudit.checks.bidders.named_rules import names_a_rule
from fairaudit.checks.bidders.outages import at_other_hours, came_during, may_have_met, outages_met, told_of
from fairaudit.checks.bidders.refusal_kinds import shown
from fairaudit.checks.information.talks.contacts import holds
from fairaudit.checks.reasons import ZONE, first_unclear, incomplete, lacking, unsure
from fairaudit.frozen import Frozen
from fairaudit.procurement.beginnings import opening_of, recorded
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import (
    Lateness,
    Limit,
    Unclear,
    after,
    deadline_of,
    lateness,
    lots_end_apart,
    receipt_of,
)
from fairaudit.procurement.node import Node
from fairaudit.procurement.records import Award, Bid
from fairaudit.procurement.rivals import (
    admitted,
    in_rounds,
    late_as_a_whole,
    leads,
    lot_of,
    lot_unsaid,
    may_compete,
    mixed_round,
    name_of,
    refused,
    refused_as_late,
    rivals_of,
    won,
)
from fairaudit.procurement.scalars import When
from fairaudit.procurement.told import tells
from fairaudit.sources.document import Path

_REFUSAL = (
    "reject",
    "refus",
    "disregard",
    "exclude",
    "not be accepted",
    "not accepted",
    "not be considered",
    "not be opened",
)
_CHOICE = ("may ", "may,", "discretion", "unless", "not be rejected", "not reject", "not refuse", "can be accepted")


class Late(Frozen):
    """Whose bid came how long after its own deadline."""

    bidder: str
    received: When
    deadline: When
    by: timedelta


def must_reject(case: Case) -> bool:
    """Whether the documents say that late bids are refused and leave no choice."""
    words = (case.tender.submission.late_bids or "").lower() if case.tender.submission else ""
    return any(one in words for one in _REFUSAL) and not any(one in words for one in _CHOICE)


def _late(case: Case, bid: Bid, late: Lateness) -> Late:
    return Late(name_of(case, bid), late.received.when, late.deadline.when, late.by)


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
    by: timedelta
    others: tuple[str, ...]
    how: Verb


_CERTAIN = Verb()
_ONLY_CALLED_LATE = Verb(", as late; whether that is so cannot be told from what is given")


@check
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
    turned = [one for one in may_compete(case, bid) if one.path in known and _answers(case, bid, one)]
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
        if isinstance(late, Lateness) or (late is not None and (refused_as_late(case, one) or not _explained(one)))
    }


def _answers(case: Case, bid: Bid, other: Bid) -> bool:
    """Whether a refused bid is another bidder's, and may have met the outage that excuses the one let in."""
    apart = bid.bidder is None or bid.bidder != other.bidder
    return apart and (may_have_met(case, other) or not told_of(case, bid))


def _unlike(
    case: Case, bid: Bid, late: Lateness, others: list[Bid], how: Verb = _CERTAIN, *, sure: bool = False
) -> Hit[Unlike]:
    facts = Unlike(name_of(case, bid), late.by, tuple(sorted({name_of(case, one) for one in others})), how)
    related = tuple((one.field("status"), "refused") for one in others)
    return Hit(late.received.at, facts, related, None if sure else "possible", "only called late" if how else "")


class InTime(Frozen):
    """Whose bid came when, and until when it could come."""

    bidder: str
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
        facts = InTime(name_of(case, bid), received.when, deadline.when)
        related = ((received.at, "received"), (deadline.at, "the deadline of this bidder"))
        yield Hit(bid.field("status"), facts, related, None if late_as_a_whole(bid) else "possible")


class AfterOpening(Frozen):
    """Whose bid came when, and when bids had been opened, or were to be."""

    bidder: str
    received: When
    had: Verb
    opened: When


@check
def accepted_after_opening(node: Node[Bid], case: Case) -> Found[AfterOpening]:
    """Flag a bid let in although it came when others had been opened, or by the announced opening should have been."""
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
        facts = AfterOpening(name_of(case, bid), received.when, had, opened.when)
        # Where lots end apart, it may be another lot that was opened.
        doubt = tells(bid.outage) is not False or not recorded(opened) or lots_end_apart(case)
        yield Hit(received.at, facts, ((opened.at, "the opening"),), "possible" if doubt else None)


class Whose(Frozen):
    """Whose bid it is, and what became of it."""

    bidder: str
    status: str


@check
def refused_without_reason(node: Node[Bid], case: Case) -> Found[Whose]:
    """Flag a refusal for which neither a reason, a published rule nor a defect is recorded."""
    bid = node.value
    if not tells(bid.rule_ref) and not _explained(bid):
        confidence = None if case.holds_all("bids") else "possible"
        yield Hit(bid.field("status"), Whose(name_of(case, bid), str(bid.status)), confidence=confidence)


def _explained(bid: Bid) -> bool:
    """Whether a bid says why it was refused, in a reason or in a defect."""
    return bool(tells(bid.reason)) or any(one.code or one.text or one.reason for one in bid.defects or ())


@check
def refused_without_rule(node: Node[Bid], case: Case, *, late: tuple[str, ...] = ()) -> Found[Whose]:
    """Flag a refusal that gives a reason and names no rule of the documents, in `rule_ref` or in the reason itself.

    A kind of ground that documents usually publish is told by words alone, and another rule asks where it stands. Where the
    documents refuse late bids and the clock shows that a bid was late, one of the words `late`, of any language, says it.
    """
    bid = node.value
    said = words(bid.reason or "")
    if any(holds(said, words(one)) for one in late) and must_reject(case) and isinstance(lateness(case, bid), Lateness):
        return
    if cites(case, bid) or names_a_rule(case, bid) or shown(case, bid) is not None:
        return
    # What the buyer decided or was advised is a reason, and no rule.
    if tells(bid.reason) or tells(bid.rule_ref):
        at = bid.field("reason" if tells(bid.reason) else "rule_ref")
        yield Hit(at, Whose(name_of(case, bid), str(bid.status)))


class Field(Frozen):
    """Who is left in a lot, and who was turned away."""

    left: str
    refused: tuple[str, ...]


@check
def only_one_left(node: Node[Bid], case: Case, *, at_least: int) -> Found[Field]:
    """Flag a lot in which every bidder but one was turned away, `at_least` of them."""
    if not leads(case, node.value):
        return
    bids = [one for one in rivals_of(case, node.value) if _made(one)]
    if undecided := [one for one in bids if admitted(case, one) is None or one.status == "pending"]:
        yield lacking(undecided[0].field("status"))
        return
    left = {one.bidder: one for one in bids if admitted(case, one)}
    gone = {one.bidder: one for one in bids if refused(case, one) and one.bidder not in left}
    if len(left) != 1 or len(gone) < at_least:
        return
    if not case.holds_all("bids"):
        yield incomplete(node, "bids")
        return
    if unplaced := _unplaced(case, node.value):
        yield lacking(unplaced.field("lot"))
        return
    last = next(iter(left.values()))
    facts = Field(name_of(case, last), tuple(sorted(name_of(case, one) for one in gone.values())))
    related = tuple((one.field("status"), "turned away") for one in gone.values())
    yield Hit(last.node, facts, related, key=lot_of(case, last.lot) or "")


class Alone(Frozen):
    """The one bidder, of which lot where there are several; `is_alone` says so in the sentence."""

    bidder: str
    method: str
    lot: str | None
    is_alone: Verb


@check
def single_bid(node: Node[object], case: Case, *, methods: tuple[str, ...]) -> Found[Alone]:
    """Flag a lot with one bidder, or an award that counts one bid, although the method, one of `methods`, let others bid."""
    counted = [one for one in case.awards if one.number_of_bids is not None and one.status not in _VOID]
    alone = [one for one in case.bids if _is_alone(case, one)]
    if not case.gives("bids") and not counted:
        yield lacking(Node(("bids",), None))
        return
    method, one_bid = case.tender.procurement_method, [one for one in counted if one.number_of_bids == 1]
    if method is None and (alone or one_bid):
        yield lacking(Node(("tender", "procurement_method"), None))
    elif method in methods:
        for award in one_bid if not case.bids else ():
            named = ", ".join(case.party_name(key) for key in award.suppliers or ()) or "The winner"
            key = lot_of(case, award.lot) or ""
            facts = _alone(case, named, method, award.lot)
            yield Hit(award.field("number_of_bids"), facts, ((award.node, "the award"),), key=key)
        for bid in alone:
            if unplaced := _unplaced(case, bid):
                yield lacking(unplaced.field("lot"))
            elif case.holds_all("bids") or _counted_once(case, bid, one_bid):
                facts = _alone(case, name_of(case, bid), method, bid.lot)
                yield Hit(bid.node, facts, key=lot_of(case, bid.lot) or "")
            else:
                yield incomplete(bid.node, "bids")


def _alone(case: Case, bidder: str, method: str, lot: str | None) -> Alone:
    named = lot if len(case.lots) != 1 else None
    return Alone(bidder, method, named, Verb("is the only bidder" + (f" for lot {named}" if named else "")))


_VOID = ("cancelled", "unsuccessful")


def _is_alone(case: Case, bid: Bid) -> bool:
    """Whether a bid is the first of its lot and round, and all others there are of the same bidder."""
    bids = (one for one in rivals_of(case, bid) if _made(one))
    if next(bids, None) is not bid or any((one.bidder or one.path) != (bid.bidder or bid.path) for one in bids):
        return False
    return not _met_in_every_lot(case, bid)


def _met_in_every_lot(case: Case, bid: Bid) -> bool:
    """Whether a bid that does not say its lot has a rival whichever it is for."""
    mixed = mixed_round(case, bid) if lot_of(case, bid.lot) is None else None
    taken = {one.lot for one in mixed.placed if one.bidder != bid.bidder and _made(one)} if mixed else set()
    return bool(case.lots) and {one.id for one in case.lots} <= taken


def _unplaced(case: Case, bid: Bid) -> Bid | None:
    """Return a bid that does not say its lot, of which it is not known whether it competes for the lot of this one."""
    mixed = mixed_round(case, bid)
    if mixed is None:
        return None
    own = lot_of(case, bid.lot) is not None
    others = (one for one in (mixed.unplaced if own else mixed.placed) if one.bidder != bid.bidder and _made(one))
    other = next(others, None)
    return other if own or other is None else bid


def _made(bid: Bid) -> bool:
    return bid.status not in ("withdrawn", "invited")


def _counted_once(case: Case, bid: Bid, one_bid: list[Award]) -> bool:
    """Whether an award counts one bid for the lot of this one."""
    return any(lot_of(case, one.lot) in (lot_of(case, bid.lot), None) for one in one_bid)
