"""Interests that somebody with influence declared, and of which no record says that anything was done about them."""

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import Act, acts_by_person, bids_of, given_scores
from fairaudit.checks.people.conduct.aside import aside_from, bids_aside, nobody_meant
from fairaudit.checks.people.conduct.gone import left_before
from fairaudit.checks.people.conduct.parts_by_role import parts_by_role
from fairaudit.checks.people.declarations.declared import declarations_by, interest_in
from fairaudit.checks.people.declarations.given import official_called
from fairaudit.checks.people.declarations.stakes import Interest, interests_at
from fairaudit.checks.people.ties.close_ties import CLOSE
from fairaudit.checks.people.ties.courtesies import COURTESIES
from fairaudit.checks.people.ties.to_bidders import Ground, ground_of, links_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.persons.influence import Official, meets, of_unknown_influence
from fairaudit.procurement.persons.roles import role_named

_SEEING_BIDS = frozenset({"adviser", "evaluator", "chair", "approver"})
"""Whose influence lasts while bids are judged; what a drafter could bend was bent before, and has rules of its own."""


class Unmanaged(Frozen):
    """Who declared an interest in which bidder, and what part they have."""

    person: str
    roles: tuple[str, ...]
    bidder: str
    interest: str


@check
def interest_without_measure(
    node: Node[object], case: Case, *, months: int = 24, courtesy: tuple[str, ...] = COURTESIES
) -> Found[Unmanaged]:
    """Flag a declared interest in a bidder of somebody who has influence on its fate, where no measure about it is recorded.

    Where the record of declarations is not said to be whole that is a question. Remote ties and courtesies need no measure, and
    who worked on the bid, or scored its rivals, is told by the rules about that.
    """
    ground = ground_of(case)
    for one in interests_at(node, case, months, courtesy):
        if isinstance(one, Unassessed):
            yield one
            continue
        own, interest = one
        official = official_called(case, own.person)
        if interest.small or interest.remote:
            continue
        if official is None:
            yield from _part_unknown(case, own)
        elif _has_influence(ground, official, interest.bidder) and not _told_elsewhere(case, own, interest.bidder):
            yield from _unanswered(case, own, official, interest)


def _part_unknown(case: Case, own: Declaration) -> Iterator[Unassessed]:
    person = case.person(own.person)
    if person is not None and person in of_unknown_influence(case):
        name = text_of((*person.path, "roles"))
        yield Unassessed(own.node, f"what part {person.name or own.person} had is not known", (name,))


def _has_influence(ground: Ground, official: Official, bidder: str) -> bool:
    """Whether somebody has a part in what becomes of a bidder's bids that no other rule of ties asks about."""
    parts = _SEEING_BIDS & set(official.roles)
    if not parts or left_before(ground.case, official) is not None or not meets(ground.case, official, bidder):
        return False
    # An adviser who works for a bidder is told as one on two sides.
    close = any(one.bidder == bidder and one.kind in CLOSE for one in links_of(ground, official))
    return parts != {"adviser"} or not close


def _told_elsewhere(case: Case, own: Declaration, bidder: str) -> bool:
    """Whether the records tell of a part in the judging of a bidder's bids, or of its rivals' alone, or that there was none."""
    bids = case.once(bids_of).get(bidder, frozenset())
    acts = _judged(case, own)
    if any(one.bid in bids for one in acts) or next(parts_by_role(case, own, bidder), None) is not None:
        return True
    contests = {(lot_of(case, one.lot), one.round) for one in case.bids if one.id in bids}
    rivals = {one.id for one in case.bids if (lot_of(case, one.lot), one.round) in contests}
    if any(one.bid in rivals for one in acts):
        return True
    official = official_called(case, own.person)
    scored = any(one.bid in bids for one in given_scores(case, case.evaluation.individual))
    return scored and official is not None and set(official.roles) <= {"evaluator", "drafter"}


def _judged(case: Case, own: Declaration) -> list[Act]:
    """Return what somebody scored, or changed a score of."""
    return [one for one in case.once(acts_by_person).get(whose(case, own.person or ""), ()) if one.words != "opened"]


def _unanswered(
    case: Case, own: Declaration, official: Official, interest: Interest
) -> Iterator[Hit[Unmanaged] | Unassessed]:
    measures, bidder = own.mitigation.actions if own.mitigation else None, interest.bidder
    done = _done(case, own, official, bidder)
    if done is True:
        return
    gap = interest.gap or (nobody_meant(case, own) if own.recused_from else None) or _which_measures(own)
    if gap is not None:
        yield gap
        return
    facts = Unmanaged(official.name, official.roles, case.party_name(bidder), interest.words)
    plain = bool(measures) or case.holds_all("declarations")
    # Whoever judges other lots may have no part in this one.
    elsewhere = _part_ended(official) or bool(_judged(case, own))
    sure = done is False and plain and interest.sure and official.sure and not elsewhere
    related = ((official.at, "where the influence is recorded"),)
    yield Hit(own.node, facts, related, None if sure else "possible", bidder)


def _done(case: Case, own: Declaration, official: Official, bidder: str) -> bool | None:
    """Whether anything was done about an interest in a bidder, by any declaration of that person; `None`: perhaps, or in part."""
    found: list[bool | None] = []
    for one in (own, *declarations_by(case, official)):
        listed = one.recused_from or ()
        found.append(aside_from(case, listed, bidder) or (None if bids_aside(case, listed, bidder) else False))
        about = one is own or not one.interests or any(interest_in(case, tie, (bidder,)) for tie in one.interests)
        if about and one.mitigation is not None:
            found.append(tells(one.mitigation.actions))
    return True if True in found else None if None in found else False


def _which_measures(own: Declaration) -> Unassessed | None:
    """Return that measures are said to have been followed, and not which."""
    measures = own.mitigation
    if measures is None or measures.actions or not measures.followed:
        return None
    name = text_of((*measures.path, "actions"))
    return Unassessed(own.node, f"{name} is not given", (name,))


def _part_ended(official: Official) -> bool:
    """Whether every part of somebody has an end, so that they may have been taken off for what they declared."""
    roles = [one for one in (official.person.roles or () if official.person else ()) if role_named(one.role or "")]
    return bool(roles) and all(one.end_date for one in roles)
