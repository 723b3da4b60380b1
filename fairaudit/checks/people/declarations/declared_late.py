"""Interests that somebody left out of one declaration and named in a later one, after they had worked on the bid."""

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import Act, acts_by_person, bids_of
from fairaudit.checks.people.conduct.aside import aside_from
from fairaudit.checks.people.conduct.order import after
from fairaudit.checks.people.conduct.parts_by_role import parts_by_role
from fairaudit.checks.people.declarations.begun import begun_by
from fairaudit.checks.people.declarations.declared import said_of, told_by_person
from fairaudit.checks.people.declarations.given import declarant, declaration_at
from fairaudit.checks.people.declarations.stakes import Interest, interests_of
from fairaudit.checks.people.spellings.party_names import names_party
from fairaudit.checks.people.ties.to_bidders import Ground, ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.times.arrivals import came_after, dated_too_early


class DeclaredLate(Frozen):
    """Who declared an interest in which bidder and when, what they had done by then, and when they had left it out."""

    person: str
    bidder: str
    declared: When
    part: str
    day: When
    told_before: When


@check
def interest_declared_after_acting(node: Node[object], case: Case, *, months: int = 24) -> Found[DeclaredLate]:
    """Flag an interest first declared after its declarant had scored the bid, or approved the award, and left out before.

    Where nothing was declared before, `declaration_late` tells it. It is a question where no record says that the interest had
    begun by then, or where the earlier declaration did not cover the bidder.
    """
    own, ground = declaration_at(node, case, "interests"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    others = [one for one in case.once(told_by_person).get(whose(case, own.person or ""), ()) if one is not own]
    before = [(one, one.date) for one in others if one.date and own.date and after(case, own.date, one.date)]
    if not own.interests or not before:
        return
    if ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
        return
    for one in interests_of(ground, own, months):
        if isinstance(one, Interest) and one.gap is None and not _told(ground, others, own, one.bidder):
            yield from _worked(ground, own, one, [pair for pair in before if pair[0].interests is not None])


def _told(ground: Ground, others: list[Declaration], own: Declaration, bidder: str) -> bool:
    """Whether another declaration, not known to be later, speaks of the bidder, or steps aside from it."""
    case = ground.case
    for one in others:
        if one.date and own.date and after(case, one.date, own.date):
            continue
        if one.recused_from and aside_from(case, one.recused_from, bidder):
            return True
        if any(isinstance(each, Unassessed) or each.bidder == bidder for each in interests_of(ground, one, 12_000)):
            return True
    return False


def _worked(
    ground: Ground, own: Declaration, interest: Interest, before: list[tuple[Declaration, When]]
) -> Iterator[Hit[DeclaredLate] | Unassessed]:
    """Yield what somebody did for or against a bidder between a declaration without the interest and the one that names it."""
    case, late = ground.case, own.date
    acts, wrong = _acts(case, own, interest.bidder), None
    for act in acts:
        silent = [pair for pair in before if act.when and after(case, pair[1], act.when) is False]
        if late is None or act.when is None or not silent or not after(case, late, act.when):
            continue
        begun = begun_by(ground, own, interest.bidder, act.when)
        if begun is False:
            continue
        if came_after(case, act.bid, act.when):
            wrong = wrong or act
            continue
        earlier, day = max(silent, key=lambda pair: (pair[1].date, pair[1].isoformat()))
        facts = DeclaredLate(declarant(case, own), case.party_name(interest.bidder), late, act.words, act.when, day)
        covered = names_party(case, earlier.covers or (), interest.bidder) or _denies(case, earlier, interest.bidder)
        sure = begun and covered and interest.sure and act.key == own.person and act.confidence != "possible"
        related = ((act.at, act.words), (earlier.node, "declared before, without it"))
        yield Hit(own.field("interests"), facts, related, None if sure else "possible", interest.bidder)
        return
    if wrong:
        yield _misdated(wrong, declarant(case, own))
    elif undated := next((one for one in acts if one.when is None), None):
        part = f"{undated.words} the bid of {case.party_name(interest.bidder)}"
        reason = f"whether {declarant(case, own)} {part} before declaring an interest in it is not known"
        yield Unassessed(undated.at, reason, (text_of((*undated.at.path, "date" if undated.confidence else "at")),))


def _misdated(act: Act, who: str) -> Unassessed:
    """Return that what somebody did to a bid is dated before the bid had come, so that it does not show what came first."""
    unclear = dated_too_early(Node((*act.at.path, "at"), act.when), f"what {who} did ({act.words})")
    return Unassessed(act.at, unclear.reason, unclear.missing, seen=True)


def _acts(case: Case, own: Declaration, bidder: str) -> list[Act]:
    """Return what somebody did to the bids of a bidder, or for it by their role, the first first; reading is not doing."""
    bids = case.once(bids_of).get(bidder, frozenset())
    every = case.once(acts_by_person).get(whose(case, own.person or ""), ())
    acts = [one for one in every if one.bid in bids and one.words != "opened"]
    acts += [one for one in parts_by_role(case, own, bidder) if one.at.path[0] == "awards"]
    return sorted(
        acts, key=lambda one: (one.key != own.person, one.when is None, one.when.isoformat() if one.when else "")
    )


def _denies(case: Case, earlier: Declaration, bidder: str) -> bool:
    """Whether a declaration speaks of the bidder at all, though of no tie to it."""
    return any(said_of(case, one, (bidder,)) for one in earlier.interests or ())
