"""Checks of the family `bids`: what came when, what was wrong with it, and the same decision for the same thing."""

from datetime import timedelta
from typing import NamedTuple

from fairaudit.checks import kinship
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.reasons import ZONE, first_unclear, incomplete, lacking, unsure
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import (
    Lateness,
    Limit,
    Unclear,
    after,
    deadline_of,
    lateness,
    opening_of,
    receipt_of,
)
from fairaudit.procurement.node import Node
from fairaudit.procurement.records import Award, Bid, Defect
from fairaudit.procurement.rivals import (
    admitted,
    leads,
    lot_of,
    name_of,
    refused,
    refused_as_late,
    rivals_of,
    treatment,
    won,
)
from fairaudit.procurement.scalars import When

KINSHIP = kinship
"""The checks of the same family about what ties bidders; importing them registers them."""
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


class Late(NamedTuple):
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
    """Flag a bid let in although it came after its bidder's own deadline; only a question where late bids may be accepted."""
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
        confidence = None if must_reject(case) else "possible"
        yield Hit(late.received.at, _late(case, bid, late), _deadline(late), confidence)


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
        seen = isinstance(opened, Limit) and after(case.clock, late.received, opened) is True
        confidence = None if seen or must_reject(case) else "possible"
        yield Hit(late.received.at, _late(case, bid, late), _deadline(late), confidence)


class Unlike(NamedTuple):
    """Whose late bid was let in, and whose was not."""

    bidder: str
    by: timedelta
    others: tuple[str, ...]


@check
def late_bids_treated_unlike(node: Node[Bid], case: Case) -> Found[Unlike]:
    """Flag a late bid let in while another for the same lot was refused, unless only the first met an outage."""
    bid = node.value
    if not admitted(case, bid):
        return
    late = lateness(case, bid)
    if late is None:
        return
    rivals = [one for one in rivals_of(case, bid) if refused(case, one) and (one.outage or not bid.outage)]
    if isinstance(late, Unclear):
        if rivals:
            yield unsure(node, late)
        return
    told = [one for one in rivals if refused_as_late(case, one)]
    turned = [one for one in rivals if one in told or isinstance(lateness(case, one), Lateness)]
    if turned:
        names = tuple(sorted({name_of(case, one) for one in turned}))
        related = tuple((one.field("status"), "refused") for one in turned)
        sure = bool(told)
        yield Hit(late.received.at, Unlike(name_of(case, bid), late.by, names), related, None if sure else "possible")


class InTime(NamedTuple):
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
        yield Hit(bid.field("status"), facts, ((received.at, "received"), (deadline.at, "the deadline of this bidder")))


class Outage(NamedTuple):
    """Whose bid was refused as late, and what is recorded about the portal."""

    bidder: str
    outage: str


@check
def refused_despite_outage(node: Node[Bid], case: Case) -> Found[Outage]:
    """Flag a bid refused as late although an outage of the portal is recorded for it."""
    bid = node.value
    if bid.outage and refused_as_late(case, bid):
        yield Hit(bid.field("status"), Outage(name_of(case, bid), bid.outage), ((bid.field("outage"), "the outage"),))


class AfterOpening(NamedTuple):
    """Whose bid came when, and when bids had been opened."""

    bidder: str
    received: When
    opened: When


@check
def accepted_after_opening(node: Node[Bid], case: Case) -> Found[AfterOpening]:
    """Flag a bid let in although it came when others had been opened."""
    bid = node.value
    if not admitted(case, bid):
        return
    opened, received = opening_of(case), receipt_of(case, bid)
    if len({one.round for one in case.bids}) > 1:
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
        facts = AfterOpening(name_of(case, bid), received.when, opened.when)
        yield Hit(received.at, facts, ((opened.at, "the opening"),), "possible" if bid.outage else None)


def fold(text: str | None) -> str:
    """Return a text as it is compared: without case or extra spaces."""
    return " ".join((text or "").lower().split())


def same_defects(case: Case, bid: Bid, code: str) -> list[tuple[Bid, Defect]]:
    """Return the defects with a code in the bids for the same lot and round."""
    return [(one, it) for one in rivals_of(case, bid) for it in one.defects or () if it.code and fold(it.code) == code]


def defects_known(bid: Bid, case: Case) -> bool:
    """Whether everything that is wrong with a bid is recorded."""
    return bid.defects is not None or case.holds_all("bids")


class Decisions(NamedTuple):
    """What was decided about the same defect, bid by bid."""

    defect: str
    decisions: tuple[str, ...]


@check
def defect_decided_unlike(node: Node[Bid], case: Case) -> Found[Decisions]:
    """Flag the same defect decided otherwise in another bid for the same lot; the first bid that has it speaks for all."""
    bid = node.value
    if not defects_known(bid, case):
        yield lacking(bid.field("defects"))
    for code in dict.fromkeys(fold(one.code) for one in bid.defects or () if one.code):
        same = same_defects(case, bid, code)
        first = same[0][1]
        if same[0][0] is not bid or len({one.path for one, _ in same}) < 2:
            continue
        if undecided := [it for _, it in same if not it.decision]:
            yield lacking(undecided[0].field("decision"))
        elif len({fold(it.decision) for _, it in same}) > 1:
            told = tuple(sorted(f"{name_of(case, one)}: {it.decision}" for one, it in same))
            kinds = {treatment(it.decision) for _, it in same}
            related = tuple((it.field("decision"), "the same defect") for _, it in same[1:])
            confidence = None if {"let in", "turned away"} <= kinds else "possible"
            yield Hit(first.field("decision"), Decisions(str(first.code), told), related, confidence, key=code)


class Cures(NamedTuple):
    """Who was given time to put a defect right, who was not or had less, and which defect."""

    defect: str
    longest: tuple[str, ...]
    others: tuple[str, ...]


@check
def cure_time_unlike(node: Node[Bid], case: Case) -> Found[Cures]:
    """Flag the same defect that one bidder had time to put right, and another not or not as long."""
    bid = node.value
    if not defects_known(bid, case):
        yield lacking(bid.field("defects"))
    for code in dict.fromkeys(fold(one.code) for one in bid.defects or () if one.code):
        # A defect that was let pass needed no time; one without decision or time says nothing yet.
        same = [
            pair
            for pair in same_defects(case, bid, code)
            if pair[1].cure_until or treatment(pair[1].decision) != "let in"
        ]
        if not same or same[0][0] is not bid or not any(it.cure_until for _, it in same):
            continue
        if silent := [it for _, it in same if it.cure_until is None and not it.decision]:
            yield lacking(silent[0].field("cure_until"))
        else:
            yield from _cures(case, code, same)


def _cures(case: Case, code: str, same: list[tuple[Bid, Defect]]) -> Found[Cures]:
    ends = {it.path: case.clock.bounds(it.cure_until, True) for _, it in same if it.cure_until}
    longest = max(ends.values())
    best = {name_of(case, one) for one, it in same if ends.get(it.path) == longest}
    others = {name_of(case, one) for one, it in same if ends.get(it.path) != longest} - best
    if others:
        refused_outright = any(it.cure_until is None for _, it in same)
        at = next(it for _, it in same if ends.get(it.path) == longest)
        facts = Cures(str(at.code), tuple(sorted(best)), tuple(sorted(others)))
        related = tuple((it.node, "the same defect") for _, it in same if it is not at)
        # Two ends may differ only because the letters went out on different days.
        yield Hit(at.field("cure_until"), facts, related, None if refused_outright else "possible", key=code)


class Whose(NamedTuple):
    """Whose bid it is, and what became of it."""

    bidder: str
    status: str


@check
def refused_without_reason(node: Node[Bid], case: Case) -> Found[Whose]:
    """Flag a refusal for which neither a reason, a published rule nor a defect is recorded."""
    bid = node.value
    given = bid.reason or bid.rule_ref or any(one.code or one.text or one.reason for one in bid.defects or ())
    if not given:
        confidence = None if case.holds_all("bids") else "possible"
        yield Hit(bid.field("status"), Whose(name_of(case, bid), str(bid.status)), confidence=confidence)


@check
def refused_without_rule(node: Node[Bid], case: Case) -> Found[Whose]:
    """Flag a refusal that gives a reason and names no rule of the documents."""
    bid = node.value
    if bid.reason and not bid.rule_ref:
        yield Hit(bid.field("reason"), Whose(name_of(case, bid), str(bid.status)))


class Field(NamedTuple):
    """Who is left in a lot, and who was turned away."""

    left: str
    refused: tuple[str, ...]


@check
def only_one_left(node: Node[Bid], case: Case, *, at_least: int) -> Found[Field]:
    """Flag a lot in which every bidder but one was turned away, `at_least` of them."""
    if not leads(case, node.value):
        return
    bids = [one for one in rivals_of(case, node.value) if one.status not in ("withdrawn", "invited")]
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
    last = next(iter(left.values()))
    facts = Field(name_of(case, last), tuple(sorted(name_of(case, one) for one in gone.values())))
    related = tuple((one.field("status"), "turned away") for one in gone.values())
    yield Hit(last.node, facts, related, key=lot_of(case, last.lot) or "")


class Alone(NamedTuple):
    """The one bidder of a lot."""

    bidder: str
    method: str


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
            yield Hit(award.field("number_of_bids"), Alone(named, method), ((award.node, "the award"),), key=key)
        for bid in alone:
            if case.holds_all("bids") or _counted_once(case, bid, one_bid):
                yield Hit(bid.node, Alone(name_of(case, bid), method), key=lot_of(case, bid.lot) or "")
            else:
                yield incomplete(bid.node, "bids")


_VOID = ("cancelled", "unsuccessful")


def _is_alone(case: Case, bid: Bid) -> bool:
    """Whether a bid is the first of its lot and round, and all others there are of the same bidder."""
    bids = [one for one in rivals_of(case, bid) if one.status not in ("withdrawn", "invited")]
    return bool(bids) and bids[0] is bid and len({one.bidder or one.path for one in bids}) == 1


def _counted_once(case: Case, bid: Bid, one_bid: list[Award]) -> bool:
    """Whether an award counts one bid for the lot of this one."""
    return any(lot_of(case, one.lot) in (lot_of(case, bid.lot), None) for one in one_bid)
