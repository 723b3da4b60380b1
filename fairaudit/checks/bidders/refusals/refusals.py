"""Bids that were refused without a reason, or without the rule that says so."""

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Verb, check
from fairaudit.checks.bidders.refusals.cited_rules import cites
from fairaudit.checks.bidders.refusals.held_against import held_against
from fairaudit.checks.bidders.refusals.kinds import shown
from fairaudit.checks.bidders.refusals.likely_grounds import likely_grounds, out_for_its_price
from fairaudit.checks.bidders.refusals.missed_minimums import below_a_published_minimum
from fairaudit.checks.bidders.refusals.named_rules import names_a_rule
from fairaudit.checks.information.talks.contacts import holds
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import may_compete, name_of, refused
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.received.recipients import meant
from fairaudit.procurement.times.lateness import Lateness, lateness

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


def must_reject(case: Case) -> bool:
    """Whether the documents say that late bids are refused and leave no choice."""
    words = (case.tender.submission.late_bids or "").lower() if case.tender.submission else ""
    return any(one in words for one in _REFUSAL) and not any(one in words for one in _CHOICE)


class Whose(Frozen):
    """Whose bid it is, and what became of it."""

    bidder: str
    status: str
    difference: Verb = Verb()
    """Against how many of the bids it is held."""


class Unexplained(Frozen):
    """Whose bid it is, what became of it, and which published grounds the records show, as an addition to a sentence."""

    bidder: str
    status: str
    likely: Verb = Verb("")
    difference: Verb = Verb()
    """Of how many others that were turned away a reason is recorded."""


@check
def refused_without_reason(node: Node[Bid], case: Case, *, if_shown: str = "") -> Found[Unexplained]:
    """Flag a refusal for which neither a reason, a published rule nor a defect is recorded.

    Where the records show a published ground, it is named. `if_shown` is how grave the missing words are then, and a
    question: the record holds the ground. Where the law asks for the reason itself, the rule leaves it out.
    """
    bid = node.value
    if _has_a_reason(case, bid):
        return
    grounds = likely_grounds(case, bid)
    likely = Verb(f"; the records show a likely ground: {' and '.join(one[1] for one in grounds)}" if grounds else "")
    milder = if_shown if grounds else ""
    confidence = None if case.holds_all("bids") and not milder else "possible"
    facts = Unexplained(name_of(case, bid), str(bid.status), likely, _beside_others(case, bid))
    yield Hit(bid.field("status"), facts, grounds, confidence, severity=milder or None)


def _has_a_reason(case: Case, bid: Bid) -> bool:
    """Whether a rule, a reason, a defect, a ground of exclusion or the record of its low price says why a bid was refused."""
    return bool(tells(bid.rule_ref)) or explained(bid) or _has_a_ground(case, bid) or out_for_its_price(case, bid)


def _beside_others(case: Case, bid: Bid) -> Verb:
    """Return of how many of the other bids that were turned away a reason is recorded, or that there is none to compare with."""
    others = [one for one in may_compete(case, bid) if one is not bid and refused(case, one)]
    if not others:
        return Verb("; no bid beside it was turned away, so there is none to compare with")
    # That a bid was late is a reason, and its status says it.
    told = sum(one.status == "late" or _has_a_reason(case, one) for one in others)
    some = "each" if told == len(others) else str(told or "any")
    whom = f"{some} of the {len(others)} other bids that were turned away"
    if len(others) == 1:
        whom = "the other bid that was turned away"
    if not told:
        return Verb(f"; there is none for {whom} either")
    return Verb(f"; there is one for {whom}: a difference of 1 reason")


def _has_a_ground(case: Case, bid: Bid) -> bool:
    """Whether the ground for which a bidder was shut out is recorded, as that and not with its bid."""
    if bid.bidder is None:
        return False
    own = meant(case, bid.bidder)
    return any(
        tells(one.ground) for one in case.procurement.exclusions or () if one.party and meant(case, one.party) == own
    )


def explained(bid: Bid) -> bool:
    """Whether a bid says why it was refused, in a reason or in a defect."""
    return bool(tells(bid.reason)) or any(one.code or one.text or one.reason for one in bid.defects or ())


@check
def refused_without_rule(node: Node[Bid], case: Case, *, late: tuple[str, ...] = ()) -> Found[Whose]:
    """Flag a refusal that gives a reason and names no rule of the documents, in `rule_ref` or in the reason itself.

    A kind of ground that documents usually publish is told by words alone, and another rule asks where it stands. A reason in the
    words of one published condition is about that, unless it has a higher figure. Where the
    documents refuse late bids and the clock shows that a bid was late, one of the words `late`, of any language, says it.
    """
    bid = node.value
    said = words(bid.reason or "")
    if any(holds(said, words(one)) for one in late) and must_reject(case) and isinstance(lateness(case, bid), Lateness):
        return
    if cites(case, bid) or names_a_rule(case, bid) or shown(case, bid) is not None:
        return
    if below_a_published_minimum(case, bid):
        return
    # What the buyer decided or was advised is a reason, and no rule.
    if tells(bid.reason) or tells(bid.rule_ref):
        at = bid.field("reason" if tells(bid.reason) else "rule_ref")
        ground = str(bid.reason if tells(bid.reason) else bid.rule_ref)
        yield Hit(at, Whose(name_of(case, bid), str(bid.status), held_against(case, ground, bid.lot)))
