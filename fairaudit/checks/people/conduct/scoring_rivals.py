"""Whether somebody with an interest in one bidder scored its rivals."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import (
    ENTERED,
    Act,
    acts_by_person,
)
from fairaudit.checks.people.conduct.aside import bidders_aside
from fairaudit.checks.people.conduct.taking_part import unknown_measures
from fairaudit.checks.people.declarations.given import (
    declarant,
    declaration_at,
)
from fairaudit.checks.people.declarations.stakes import interests_of
from fairaudit.checks.people.ties.close_ties import apart_by_the_records
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.persons.identity import whose


class ScoredRivals(Frozen):
    """Who scored the rivals of a bidder, and what they had declared about that bidder."""

    person: str
    stake: str
    bidder: str
    rivals: tuple[str, ...]


@check
def interest_scored_rivals(node: Node[object], case: Case, *, months: int = 24) -> Found[ScoredRivals]:
    """Flag somebody who declared an interest in a bidder, or stepped aside from it, and scored only others for the same lot."""
    own, ground = declaration_at(node, case, "interests", "recused_from"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    stakes = dict.fromkeys(bidders_aside(case, own.recused_from or ()), "stepped aside from")
    for one in interests_of(ground, own, months):
        if isinstance(one, Unassessed):
            yield one
        elif one.gap is None:
            stakes[one.bidder] = "declared an interest in"
    if (own.recused_from or own.interests) and ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    scored = _scored_in_each_contest(case, own)
    told = {contest for contest, acts in scored.items() if stakes.keys() & acts.keys()}
    for bidder, stake in stakes.items():
        contests = case.once(_contests_of).get(bidder, frozenset())
        # Who scored the bid of somebody they have an interest in is told by the rules about that.
        if not told & contests:
            yield from _rivals_scored(case, own, bidder, stake, [scored[one] for one in contests if one in scored])


Contest = tuple[str | None, str | None]
"""The lot and the round in which bids compete."""


def _rivals_scored(
    case: Case, own: Declaration, bidder: str, stake: str, scored: list[dict[str, list[Act]]]
) -> Found[ScoredRivals]:
    acts = sorted((one for rivals in scored for each in rivals.values() for one in each), key=lambda one: one.at.path)
    gap = None if apart_by_the_records(case, own, bidder) else unknown_measures(case, own, acts, bidder)
    if gap is not None:
        yield gap
    elif acts and not apart_by_the_records(case, own, bidder):
        rivals = tuple(sorted({case.party_name(one) for each in scored for one in each}))
        facts = ScoredRivals(declarant(case, own), stake, case.party_name(bidder), rivals)
        yield Hit(own.node, facts, tuple((one.at, one.words) for one in acts), "possible", bidder)


def _scored_in_each_contest(case: Case, own: Declaration) -> dict[Contest, dict[str, list[Act]]]:
    """Return what somebody scored, by the contest and the bidder."""
    found: dict[Contest, dict[str, list[Act]]] = {}
    for act in case.once(acts_by_person).get(whose(case, own.person or ""), []):
        if act.words not in ("opened", ENTERED) and act.bid in case.once(_places):
            bidder, contest = case.once(_places)[act.bid]
            found.setdefault(contest, {}).setdefault(bidder, []).append(act)
    return found


def _contests_of(case: Case) -> dict[str, frozenset[Contest]]:
    """Return the contests each bidder takes part in."""
    found: dict[str, set[Contest]] = {}
    for bidder, contest in case.once(_places).values():
        found.setdefault(bidder, set()).add(contest)
    return {bidder: frozenset(contests) for bidder, contests in found.items()}


def _places(case: Case) -> dict[str, tuple[str, Contest]]:
    """Return the bidder of each bid, and the contest it competes in."""
    return {one.id: (one.bidder, (lot_of(case, one.lot), one.round)) for one in case.bids if one.id and one.bidder}
