"""Checks of procedures with several rounds: who goes on, and what may be made more exact between them."""

from decimal import Decimal
from itertools import pairwise

from fairaudit.checks.base import Found, Hit, Ref, Unassessed, check
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import refused
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY, Money
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.procedure import Refinement
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.tender import Round, Tender


class Joined(Frozen):
    """Who took part in a later round, and why that was not open to them."""

    bidder: str
    round: str
    why: str


@check
def joined_in_a_later_round(node: Node[Tender], case: Case) -> Found[Joined]:
    """Flag a supplier in a later round that was not in the first one, or was turned away in an earlier one."""
    rounds = _in_order(case)
    if len(rounds) < 2:
        return
    first = _taking_part(case, rounds[0])
    if not first or EVERYBODY in (rounds[0].bidders or ()):
        name = text_of((*rounds[0].path, "bidders"))
        yield Unassessed(rounds[0].node, "who took part in the first round is not given", (name,))
        return
    out: dict[str, str] = {}
    for before, one in pairwise(rounds):
        for bid in case.once(_bids_by_round).get(before.id, ()):
            if bid.bidder and refused(case, bid):
                out.setdefault(bid.bidder, f"was turned away in round {before.id}")
        for who in _taking_part(case, one):
            why = out.get(who) or (None if who in first else "did not take part in the first round")
            if why:
                facts = Joined(case.party_name(who), one.id or "a later round", why)
                yield Hit(one.field("bidders") if who in (one.bidders or ()) else one.node, facts, key=who)


def _bids_by_round(case: Case) -> dict[str | None, tuple[Bid, ...]]:
    found: dict[str | None, list[Bid]] = {}
    for bid in case.bids:
        if bid.round is not None:
            found.setdefault(bid.round, []).append(bid)
    return {key: tuple(bids) for key, bids in found.items()}


def _in_order(case: Case) -> list[Round]:
    """Return the rounds as they came: by their start where every one has one, else as they are listed."""
    rounds = list(case.tender.rounds or ())
    if all(one.start_date for one in rounds):
        rounds.sort(key=lambda one: one.start_date.isoformat() if one.start_date else "")
    return rounds


def _taking_part(case: Case, one: Round) -> tuple[str, ...]:
    """Return who takes part in a round: those it lists, and those with a bid in it."""
    bidding = [bid.bidder for bid in case.once(_bids_by_round).get(one.id, ()) if bid.bidder]
    return tuple(dict.fromkeys((*(who for who in one.bidders or () if who != EVERYBODY), *bidding)))


class NotAllowed(Frozen):
    """Which criterion was refined, and why that was not allowed."""

    criterion: str
    why: str


@check
def refined_without_leave(node: Node[Refinement], case: Case) -> Found[NotAllowed]:
    """Flag an award criterion refined in an open procedure, or although the documents do not provide for it."""
    one = node.value
    called = one.criterion or "an award criterion"
    if case.tender.procurement_method == "open":
        yield Hit(node, NotAllowed(called, "the procedure is open"))
    elif one.provided_for is None:
        yield lacking(one.field("provided_for"))
    elif not one.provided_for:
        yield Hit(one.field("provided_for"), NotAllowed(called, "the tender documents do not provide for it"))


class LetIn(Frozen):
    """Which criterion was refined, and who would have gone on under it."""

    criterion: str
    suppliers: tuple[str, ...]


@check
def refinement_lets_in(node: Node[Refinement], case: Case) -> Found[LetIn]:
    """Flag a refinement under which suppliers that went out before would have gone on."""
    one = node.value
    if one.lets_in is None:
        yield lacking(one.field("lets_in"))
    elif one.lets_in:
        names = tuple(case.party_name(who) for who in one.lets_in)
        yield Hit(one.field("lets_in"), LetIn(one.criterion or "an award criterion", names))


class ManyRounds(Frozen):
    """How many rounds there are for a contract of a value, and what it is worth for each."""

    rounds: int
    value: Money
    each: Money


@check
def rounds_for_the_value(
    node: Node[Tender], case: Case, *, value: Ref[Money], from_rounds: int, at_least: Decimal, currency: str
) -> Found[ManyRounds]:
    """Flag a procedure of `from_rounds` rounds or more whose contract is worth less than `at_least` for each of them."""
    rounds, worth = node.value.rounds, value.value
    if rounds is None:
        yield lacking(node.value.field("rounds"))
    elif len(rounds) < from_rounds:
        return
    elif worth.amount is None:
        name = text_of((*value.path, "amount"))
        yield Unassessed(value, f"{name} is not given", (name,))
    elif (worth.currency or currency) != currency:
        yield Unassessed(value, f"the value is given in {worth.currency}, not in {currency}")
    elif worth.amount < at_least * len(rounds):
        each = Money(amount=(worth.amount / len(rounds)).quantize(Decimal(1)), currency=worth.currency or currency)
        yield Hit(node.value.field("rounds"), ManyRounds(len(rounds), worth, each), ((value, "the value"),))
