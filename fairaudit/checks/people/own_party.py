"""The check of people who scored the bid of somebody they belong to, whatever was declared."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.ties import Ground, Link, ground_of, in_time, links_of
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Evaluation, Score
from fairaudit.procurement.identity import whose
from fairaudit.procurement.node import Node

_OWN = frozenset({"employment", "directorship", "ownership", "listed"})


class OwnParty(Frozen):
    """Somebody who scored the bid of a party they belong to, how they do, and for how many scores."""

    person: str
    tie: str
    party: str
    bid: str
    number: int


@check
def scored_a_bid_of_their_own(node: Node[Evaluation], case: Case) -> Found[OwnParty]:
    """Flag scores by somebody whom a record ties to the bidder today: its employee, director or owner.

    Ties that have ended, and those that only a name tells, are the business of the rules about declarations.
    """
    scored = case.once(_scored)
    if node.value.individual is None:
        yield Unassessed(node, "evaluation.individual is not given", ("evaluation.individual",))
        return
    ground = ground_of(case)
    yield from ground.gaps(node)
    for official in ground.officials:
        said: set[str | None] = set()
        for link in links_of(ground, official):
            for score, number in scored.get((whose(case, official.key), link.bidder), {}).items():
                if score not in said and _stands(ground, link):
                    said.add(score)
                    facts = OwnParty(official.name, link.words, link.party_name, bid_called(case, score), number[1])
                    related = ((link.at, "the tie"),)
                    yield Hit(number[0].field("evaluator"), facts, related, key=f"{official.key}|{score}")


def _stands(ground: Ground, link: Link) -> bool:
    """Whether a tie is sure and lasts: only what somebody is today, not what they were."""
    lasting = link.end is None and not link.ended and not link.offered and not link.relative
    return link.by_record and link.placed and link.kind in _OWN and lasting and in_time(ground, link, 0) is True


def _scored(case: Case) -> dict[tuple[str, str], dict[str | None, tuple[Score, int]]]:
    """Return by the one key of a person and the bidder the first score of each bid, and how many there are."""
    bidders = {one.id: one.bidder for one in case.bids if one.id}
    found: dict[tuple[str, str], dict[str | None, tuple[Score, int]]] = {}
    for one in case.evaluation.individual or ():
        bidder = bidders.get(one.bid or "")
        if one.evaluator and bidder:
            own = found.setdefault((whose(case, one.evaluator), bidder), {})
            first, count = own.get(one.bid, (one, 0))
            own[one.bid] = (first, count + 1)
    return found
